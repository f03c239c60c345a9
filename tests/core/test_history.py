"""What the rules remember of past sessions."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core.history import (
    History,
    Outcome,
    Result,
    Session,
    remember,
    sessions_today,
)

BERLIN = ZoneInfo("Europe/Berlin")


def local(written: str) -> datetime:
    """Return a local time in Berlin."""
    return datetime.fromisoformat(written).replace(tzinfo=BERLIN)


def a_session(
    ended: str, result: Result = Result.DONE, **stretches: Outcome
) -> Session:
    """Return a session with *stretches* and how they went."""
    return Session(
        routine="short",
        began=local(ended) - timedelta(minutes=8),
        ended=local(ended),
        result=result,
        spent=timedelta(minutes=8),
        stretches=tuple(stretches.items()),
    )


def test_it_remembers_when_each_stretch_was_last_done() -> None:
    first = remember(History(), a_session("2026-03-02T10:00", bow=Outcome.DONE))

    later = remember(first, a_session("2026-03-03T10:00", bow=Outcome.SKIPPED))

    assert later.last_done == {"bow": local("2026-03-02T10:00")}


def test_what_hurt_stays_marked() -> None:
    hurt = remember(History(), a_session("2026-03-02T10:00", bow=Outcome.HURT))

    assert remember(hurt, a_session("2026-03-03T10:00")).painful == {"bow"}
    assert hurt.last_done == {}


@pytest.mark.parametrize(
    ("session", "counts"),
    [
        (a_session("2026-03-02T10:00", bow=Outcome.DONE), 1),
        (a_session("2026-03-02T10:00", Result.PARTIAL, bow=Outcome.DONE), 0),
        (a_session("2026-03-02T10:00", bow=Outcome.SKIPPED), 0),
        (a_session("2026-03-02T10:00", bow=Outcome.DONE, lean=Outcome.HURT), 1),
        (a_session("2026-03-02T10:00"), 0),
    ],
    ids=["done", "partial", "skipped", "one of two", "a walk"],
)
def test_only_finished_sessions_with_a_stretch_are_stretch_sessions(
    session: Session, counts: int
) -> None:
    history = remember(History(), session)

    assert sessions_today(history, local("2026-03-02T12:00")) == counts


@pytest.mark.parametrize(
    ("ended", "now", "counts"),
    [
        ("2026-03-02T03:59", "2026-03-02T12:00", 0),
        ("2026-03-02T04:00", "2026-03-02T12:00", 1),
        ("2026-03-02T23:00", "2026-03-03T03:59", 1),
        ("2026-03-02T23:00", "2026-03-03T04:00", 0),
        ("2026-03-28T23:00", "2026-03-29T03:30", 1),
        ("2026-10-24T23:00", "2026-10-25T03:30", 1),
        ("2026-03-29T03:30", "2026-03-29T04:00", 0),
    ],
)
def test_a_day_begins_at_four(ended: str, now: str, counts: int) -> None:
    history = remember(History(), a_session(ended, bow=Outcome.DONE))

    assert sessions_today(history, local(now)) == counts


def test_it_does_not_grow_for_ever() -> None:
    history = History()
    for _session in range(200):
        history = remember(history, a_session("2026-03-02T10:00", bow=Outcome.DONE))

    assert len(history.stretched) == 50
