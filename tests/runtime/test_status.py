"""What `status` tells is a contract: keys and values are spelled out here."""

import json
from datetime import timedelta

from stretchbreak.core.holds import By
from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import Side
from stretchbreak.runtime.status import status
from tests.support.fakes import MINUTE, SECOND, Bench
from tests.support.view_builders import (
    a_due_view,
    a_held_view,
    a_paused_view,
    a_view,
    clock,
)
from tests.support.views import a_session, a_walk


def test_somebody_sits() -> None:
    assert status(a_view(), "x11") == {
        "sitting_s": 1980,
        "next_prompt_s": 720,
        "due": False,
        "held": [],
        "paused_until": None,
        "paused": False,
        "session": None,
        "idle_source": "x11",
    }


def test_seconds_are_whole() -> None:
    told = status(
        a_view(sitting=1.6 * SECOND, next_prompt=timedelta(microseconds=1)), "x11"
    )

    assert (told["sitting_s"], told["next_prompt_s"]) == (2, 0)
    assert isinstance(told["sitting_s"], int)


def test_a_prompt_is_due() -> None:
    told = status(a_due_view(), "x11")

    assert (told["due"], told["next_prompt_s"]) == (True, 0)


def test_no_prompt_will_come() -> None:
    assert status(a_view(next_prompt=None), "x11")["next_prompt_s"] is None


def test_a_prompt_is_held_by_two() -> None:
    told = status(a_held_view(By.DND, By.CALL), "x11")

    assert told["due"]
    assert told["held"] == [
        {"by": "dnd", "since": "2026-03-02T14:02:00+01:00"},
        {"by": "call", "since": "2026-03-02T14:02:00+01:00"},
    ]


def test_reminders_are_paused_until_a_time() -> None:
    told = status(a_paused_view(clock(4, 0, days=1)), "x11")

    assert told["paused"]
    assert told["paused_until"] == "2026-03-03T04:00:00+01:00"
    assert told["next_prompt_s"] is None


def test_reminders_are_paused_without_an_end() -> None:
    told = status(a_paused_view(None), "x11")

    assert (told["paused"], told["paused_until"]) == (True, None)


def test_a_session_runs() -> None:
    session = a_session(
        Phase.GET_READY, step=2, side=Side.RIGHT, remaining=6.7 * SECOND
    )

    assert status(a_view(session=session), "x11")["session"] == {
        "routine": "short",
        "step": "pelvic-tilt",
        "side": "right",
        "phase": "get-ready",
        "remaining_s": 7,
    }


def test_a_session_without_sides_runs() -> None:
    session = a_session(
        Phase.MOVE, plan=a_walk(), step=0, side=None, remaining=2 * MINUTE
    )

    assert status(a_view(session=session), "x11")["session"] == {
        "routine": "walk",
        "step": "walk",
        "side": None,
        "phase": "move",
        "remaining_s": 120,
    }


def test_all_of_it_can_be_written_as_json() -> None:
    bench = Bench()
    bench.passes(47 * MINUTE)
    bench.engine.hold_began(By.DND)
    bench.engine.start("full")

    told = status(bench.engine.view(), bench.engine.idle_source)

    assert json.loads(json.dumps(told)) == told
