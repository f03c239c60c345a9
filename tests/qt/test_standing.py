"""Tests for stretchbreak.qt.standing."""

import pytest

from stretchbreak.core.holds import By
from stretchbreak.core.view import View
from stretchbreak.qt.standing import Standing, standing
from tests.support.view_builders import (
    a_due_view,
    a_held_view,
    a_paused_view,
    a_session_view,
    a_view,
    clock,
)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (a_view(), Standing.COUNTING),
        (a_view(snoozed_until=clock(14, 20)), Standing.SNOOZED),
        (a_view(seated=False), Standing.AWAY),
        (a_view(seated=False, snoozed_until=clock(14, 20)), Standing.AWAY),
        (a_due_view(), Standing.DUE),
        (a_due_view(seated=False), Standing.DUE),
        (a_view(overdue=True), Standing.DUE),
        (a_held_view(By.CALL), Standing.HELD),
        (a_held_view(By.AWAY), Standing.DUE),
        (a_paused_view(None), Standing.PAUSED),
        (a_session_view(), Standing.SESSION),
    ],
)
def test_the_state_that_matters_most_is_named(view: View, expected: Standing) -> None:
    assert standing(view) is expected


def test_a_session_counts_more_than_a_pause() -> None:
    session = a_session_view().session

    assert standing(a_paused_view(None, session=session)) is Standing.SESSION
