"""Made-up views: an ordinary one, and what can be different about it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from stretchbreak.core.day import Day, Did, Mark, Spell, Was
from stretchbreak.core.holds import By, Held
from stretchbreak.core.moment import Moment
from stretchbreak.core.routine import Routine
from stretchbreak.core.safety import Safety
from stretchbreak.core.view import Paused, View
from tests.support.views import MINUTE, a_prompt, a_session

TODAY = datetime(2026, 3, 2, tzinfo=timezone(timedelta(hours=1)))
"""A Monday."""
NOW = Moment(timedelta(hours=30), TODAY.replace(hour=14, minute=5))


def clock(hour: int, minute: int, *, days: int = 0) -> datetime:
    """Return that time today, or *days* later."""
    return TODAY.replace(hour=hour, minute=minute) + timedelta(days=days)


def a_view(**changes: Any) -> View:
    """Return somebody at the desk for 33 minutes, 12 before the next break."""
    ordinary = View(
        at=NOW,
        sitting=33 * MINUTE,
        seated=True,
        next_prompt=12 * MINUTE,
        progress=33 / 45,
        due=False,
        due_since=None,
        overdue=False,
        snoozed_until=None,
        held=(),
        paused=None,
        skip_undo=False,
        prompt=None,
        session=None,
        closing=None,
        safety=Safety.CLEAR,
        week_done=1,
        week_goal=3,
        painful=frozenset(),
        day=Day(),
        appointment=None,
    )
    return replace(ordinary, **changes)


def a_due_view(**changes: Any) -> View:
    """Return a view with a prompt on the screen."""
    due = {
        "sitting": 45 * MINUTE,
        "next_prompt": timedelta(),
        "progress": 1.0,
        "due": True,
        "prompt": a_prompt(),
    }
    return a_view(**{**due, **changes})


def a_held_view(*kinds: By, **changes: Any) -> View:
    """Return a view with a due prompt held back by *kinds* since 14:02."""
    held = tuple(
        Held(by, clock(14, 2), NOW.steady - 3 * MINUTE) for by in kinds or (By.DND,)
    )
    return a_due_view(**{"prompt": None, "held": held, **changes})


def a_paused_view(until: datetime | None, **changes: Any) -> View:
    """Return a view with reminders switched off until *until*."""
    paused = Paused(until=until)
    return a_view(paused=paused, next_prompt=None, progress=0.0, **changes)


def a_session_view(**changes: Any) -> View:
    """Return a view with a session of which seven minutes are left."""
    return a_view(session=a_session(), next_prompt=None, progress=0.0, **changes)


def a_day() -> Day:
    """Return a day at 14:05: a call and a pause that held reminders, a walk, lunch."""

    def at(hour: int, minute: int) -> timedelta:
        return NOW.steady + (clock(hour, minute) - NOW.local)

    return Day(
        seats=(
            Spell(Was.SITTING, at(9, 0)),
            Spell(Was.SESSION, at(10, 30)),
            Spell(Was.SITTING, at(10, 32)),
            Spell(Was.AWAY, at(12, 15)),
            Spell(Was.SITTING, at(13, 0)),
        ),
        asked=(
            Spell(Was.ON, at(9, 0)),
            Spell(Was.HELD, at(9, 45)),
            Spell(Was.ON, at(10, 29)),
            Spell(Was.PAUSED, at(11, 0)),
            Spell(Was.ON, at(11, 30)),
        ),
        marks=(
            Mark(at=at(9, 45), did=Did.HELD, due=at(9, 45), by=(By.CALL,)),
            Mark(at=at(10, 29), did=Did.RELEASED, due=at(9, 45)),
            Mark(at=at(10, 30), did=Did.SHOWN, due=at(9, 45)),
            Mark(at=at(10, 32), did=Did.DONE, name="walk"),
            Mark(at=at(11, 17), did=Did.HELD, due=at(11, 17), by=(By.PAUSED,)),
            Mark(at=at(11, 30), did=Did.RELEASED, due=at(11, 17)),
            Mark(at=at(11, 30), did=Did.SHOWN, due=at(11, 17)),
            Mark(at=at(11, 31), did=Did.SKIPPED, due=at(11, 17)),
        ),
    )


def some_routines() -> tuple[Routine, ...]:
    """Return three routines to choose from."""
    names = (("short", "Short"), ("full", "All five stretches"), ("walk", "Walk"))
    return tuple(Routine(id=i, name=n, about="", warm_up=True) for i, n in names)
