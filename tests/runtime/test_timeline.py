"""The timeline's names and fields, which other programs rely on."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core.choices import Strength
from stretchbreak.core.effects import (
    AppointmentMissed,
    Effect,
    HeldBack,
    Hidden,
    Notice,
    Noticed,
    PromptHidden,
    PromptShown,
    Refused,
    Released,
    RemindersPaused,
    RemindersResumed,
    Renudged,
    Rested,
    SessionEnded,
    SessionRaised,
    SessionStarted,
    Skipped,
    Snoozed,
)
from stretchbreak.core.history import Result, Session
from stretchbreak.core.holds import By
from stretchbreak.runtime.timeline import entry, readable

AT = datetime(2026, 3, 2, 9, 46, tzinfo=ZoneInfo("Europe/Berlin"))
LATER = AT + timedelta(minutes=10)
A_SESSION = Session(
    routine="walk",
    began=AT,
    ended=LATER,
    result=Result.DONE,
    planned=timedelta(minutes=2),
    spent=timedelta(seconds=119.6),
    stretches=(),
)

LINES: list[tuple[Effect, dict[str, object]]] = [
    (
        PromptShown(
            reminder="",
            routine="morning",
            sitting=timedelta(),
            strength=Strength.STANDARD,
            appointment="sun 09:00 morning",
        ),
        {
            "event": "prompt",
            "appointment": "sun 09:00 morning",
            "routine": "morning",
            "sitting": 0,
            "strength": "standard",
        },
    ),
    (
        PromptShown(
            reminder="stretch",
            routine="short",
            sitting=timedelta(minutes=46),
            strength=Strength.GENTLE,
        ),
        {
            "event": "prompt",
            "reminder": "stretch",
            "routine": "short",
            "sitting": 2760,
            "strength": "gentle",
        },
    ),
    (Renudged("stretch"), {"event": "renudge", "reminder": "stretch"}),
    (PromptHidden(Hidden.REST), {"event": "prompt_hidden", "reason": "rest"}),
    (HeldBack((By.DND, By.CALL)), {"event": "held", "by": ["dnd", "call"]}),
    (Released(), {"event": "released"}),
    (Rested(LATER), {"event": "rest", "from": "2026-03-02T09:56:00"}),
    (Snoozed(LATER), {"event": "snoozed", "until": "2026-03-02T09:56:00"}),
    (Skipped(), {"event": "skipped"}),
    (SessionStarted("walk"), {"event": "session_started", "routine": "walk"}),
    (
        SessionEnded(A_SESSION),
        {"event": "session_ended", "result": "done", "seconds": 120},
    ),
    (RemindersPaused(LATER), {"event": "paused", "until": "2026-03-02T09:56:00"}),
    (RemindersPaused(None), {"event": "paused", "until": None}),
    (RemindersResumed(), {"event": "resumed"}),
    (Noticed(Notice.PAUSE_OVER), {"event": "notice", "what": "pause_over"}),
    (Noticed(Notice.HELD_LONG), {"event": "notice", "what": "held"}),
    (
        AppointmentMissed("sun 09:00 morning"),
        {"event": "appointment_missed", "appointment": "sun 09:00 morning"},
    ),
]


@pytest.mark.parametrize(("effect", "fields"), LINES)
def test_each_effect_is_a_line_with_its_time(
    effect: Effect, fields: dict[str, object]
) -> None:
    line = entry(AT, effect)

    assert line == {"at": "2026-03-02T09:46:00", **fields}
    assert list(line)[:2] == ["at", "event"]


def test_the_reasons_a_prompt_goes_are_known() -> None:
    assert [reason.value for reason in Hidden] == [
        "held",
        "rest",
        "answered",
        "expired",
        "replaced",
    ]


@pytest.mark.parametrize("effect", [SessionRaised(), Refused("No.")])
def test_what_changes_nothing_is_no_line(effect: Effect) -> None:
    assert entry(AT, effect) is None


def test_a_line_can_be_read_by_people() -> None:
    line = entry(AT, HeldBack((By.DND, By.CALL)))

    assert line is not None
    assert readable(line) == "2026-03-02 09:46:00  held                by=dnd,call"


def test_a_line_without_fields_ends_with_its_event() -> None:
    line = entry(AT, Released())

    assert line is not None
    assert readable(line) == "2026-03-02 09:46:00  released"
