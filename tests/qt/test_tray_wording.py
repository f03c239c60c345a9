"""Tests for stretchbreak.qt.tray_wording."""

from datetime import timedelta

import pytest

from stretchbreak.core.holds import By, Held
from stretchbreak.core.safety import Safety
from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording
from tests.support.view_builders import (
    NOW,
    a_due_view,
    a_held_view,
    a_paused_view,
    a_session_view,
    a_view,
    clock,
)
from tests.support.views import MINUTE

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("view", "text"),
    [
        (a_view(), "Next break in 12 min"),
        (a_view(next_prompt=11 * MINUTE + SECOND), "Next break in 12 min"),
        (a_view(next_prompt=90 * MINUTE), "Next break in 1 h 30 min"),
        (a_view(next_prompt=59 * SECOND), "Next break in less than a minute"),
        (a_view(next_prompt=None), "No break planned"),
        (a_view(seated=False), "Away from the desk"),
        (a_view(snoozed_until=clock(14, 20)), "Snoozed until 14:20"),
        (a_due_view(), "Time for a break"),
        (a_due_view(prompt=None, overdue=True), "Break overdue"),
        (a_held_view(By.DND), "Held since 14:02: Do Not Disturb"),
        (
            a_held_view(By.FULLSCREEN, By.CALL, By.AWAY),
            "Held since 14:02: a full-screen window and a call",
        ),
        (a_paused_view(clock(15, 30)), "Paused until 15:30"),
        (a_paused_view(clock(4, 0, days=1)), "Paused until tomorrow, 04:00"),
        (a_paused_view(clock(9, 0, days=4)), "Paused until Friday, 09:00"),
        (a_paused_view(None), "Paused until you resume"),
        (a_session_view(), "Session running, 7 min left"),
    ],
)
def test_the_state_is_said_in_one_line(view: View, text: str) -> None:
    assert tray_wording.state(view) == text


def test_each_hold_is_named_with_its_own_time() -> None:
    later = Held(By.CALL, clock(14, 4), NOW.steady)
    held = (*a_held_view(By.DND).held, later)

    text = tray_wording.state(a_held_view(held=held))

    assert text == "Held since 14:02: Do Not Disturb, since 14:04: a call"


@pytest.mark.parametrize("by", By)
def test_every_kind_of_hold_has_a_name_of_its_own(by: By) -> None:
    others = {tray_wording.hold_name(other) for other in By if other is not by}

    assert tray_wording.hold_name(by) not in others


@pytest.mark.parametrize(
    ("view", "headline", "ring"),
    [
        (a_view(), "Next break at 14:17", "12 min to go"),
        (a_view(next_prompt=None), "No break planned", ""),
        (a_view(seated=False), "Away from the desk", "clock stands still"),
        (a_held_view(), "Held since 14:02: Do Not Disturb", "break is due"),
        (a_paused_view(None), "Paused until you resume", "reminders are off"),
        (a_session_view(), "Session running, 7 min left", "taking a break"),
    ],
)
def test_headline_and_ring_complete_each_other(
    view: View, headline: str, ring: str
) -> None:
    assert tray_wording.headline(view) == headline
    assert tray_wording.ring_line(view) == ring


@pytest.mark.parametrize(
    ("sitting", "text"),
    [
        (timedelta(), "0 min"),
        (59 * SECOND, "0 min"),
        (33 * MINUTE + 59 * SECOND, "33 min"),
        (95 * MINUTE, "1 h 35 min"),
    ],
)
def test_sitting_time_counts_full_minutes(sitting: timedelta, text: str) -> None:
    assert tray_wording.sitting(a_view(sitting=sitting)) == text


def test_only_a_clear_answer_leaves_nothing_to_say() -> None:
    silent = {safety for safety in Safety if not tray_wording.restriction(safety)}

    assert silent == {Safety.CLEAR}
