import json
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.effects import HeldBack, Refused
from stretchbreak.core.events import Event, InputRead, PauseAsked
from stretchbreak.core.holds import By
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import UntilResumed
from stretchbreak.runtime.journal import decided, event, line
from tests.runtime.values import JSON, values

AT = Moment(timedelta(seconds=1), datetime(2026, 3, 2, 9, tzinfo=UTC))


@settings(max_examples=20)
@given(st.data())
@pytest.mark.parametrize("kind", get_args(Event))
def test_every_event_comes_back_as_it_was(
    kind: type[Event], data: st.DataObject
) -> None:
    happened = data.draw(values(kind))

    written = line(happened)
    again = event(written)

    assert written.isascii()
    assert "\n" not in written
    assert again is not None
    assert again == happened
    assert line(again) == written


def test_a_line_is_plain_to_read() -> None:
    assert json.loads(line(PauseAsked(AT, UntilResumed()))) == {
        "type": "PauseAsked",
        "at": {
            "type": "Moment",
            "steady": 1_000_000,
            "local": "2026-03-02T09:00:00+00:00",
        },
        "end": {"type": "UntilResumed"},
    }


def test_what_was_decided_is_a_line_and_no_event() -> None:
    written = decided(AT.local, HeldBack((By.DND,)))

    assert written is not None
    assert json.loads(written) == {
        "did": {"at": "2026-03-02T09:00:00", "event": "held", "by": ["dnd"]}
    }
    assert event(written) is None


def test_what_is_in_no_timeline_is_not_written() -> None:
    assert decided(AT.local, Refused("No.")) is None


WRONG = [
    ("", "Expecting value"),
    ("{", "Expecting property name"),
    ("[" * 100_000, "not nested so deeply"),
    ("null", "expected one of Launched, Quit"),
    (line(InputRead(AT, timedelta()))[:-1], "Expecting"),
    (line(InputRead(AT, timedelta())).replace("InputRead", "Sneezed"), "'Sneezed'"),
    (line(InputRead(AT, timedelta())).replace("1000000", '"1"'), "at.steady: expected"),
]


@pytest.mark.parametrize(("written", "message"), WRONG)
def test_a_wrong_line_is_refused(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        event(written)


@settings(deadline=None)
@given(st.text() | JSON.map(json.dumps))
def test_whatever_a_line_says_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        event(written)
