"""What the rules remember of past sessions."""

from datetime import datetime, timedelta
from functools import reduce
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core.feeling import (
    Feeling,
    Felt,
    FoundFine,
    FoundPainful,
    Remark,
    TurnedOn,
    wants_advice,
)
from stretchbreak.core.history import (
    History,
    Outcome,
    Result,
    Session,
    Stretched,
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
        planned=timedelta(minutes=8),
        spent=timedelta(minutes=8),
        stretches=tuple(Stretched(*each) for each in stretches.items()),
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


def felt(at: str, feeling: Feeling) -> Felt:
    return Felt(local(at), feeling)


def remembered(*records: Session | Remark) -> History:
    return reduce(remember, records, History())


def test_a_stretch_found_painful_afterwards_is_marked_until_it_is_taken_back() -> None:
    painful = remembered(FoundPainful(local("2026-03-02T10:00"), "bow"))

    fine = remember(painful, FoundFine(local("2026-03-03T10:00"), "bow"))

    assert painful.painful == {"bow"}
    assert fine.painful == frozenset()


def test_after_one_worse_the_next_is_a_walk() -> None:
    worse = remembered(
        a_session("2026-03-02T10:00", bow=Outcome.DONE),
        felt("2026-03-02T10:01", Feeling.WORSE),
    )
    broken_off = remember(worse, a_session("2026-03-02T11:00", Result.PARTIAL))
    walked = remember(broken_off, a_session("2026-03-02T12:00"))

    assert (worse.walk_next, broken_off.walk_next, walked.walk_next) == (
        *(True, True),
        False,
    )


@pytest.mark.parametrize("feeling", [Feeling.SAME, Feeling.BETTER])
def test_what_is_not_worse_leaves_the_next_as_it_is(feeling: Feeling) -> None:
    assert not remembered(felt("2026-03-02T10:01", feeling)).walk_next


SAID = [
    ("one worse", ["02 worse"], False),
    ("two worse running", ["02 worse", "04 worse"], True),
    ("two worse, one between", ["02 worse", "04 same", "06 worse"], False),
    ("two worse, better between", ["02 worse", "04 better", "06 worse"], False),
    ("worse again after advice", ["02 worse", "04 worse", "06 worse"], True),
    ("a day short of three weeks", ["02 same", "22 same"], False),
    ("three weeks the same", ["02 same", "23 same"], True),
    ("three weeks with a better", ["02 same", "10 better", "23 same"], False),
    ("three weeks from the better on", ["02 better", "03 same", "24 worse"], True),
    ("nothing said", [], False),
]


@pytest.mark.parametrize(
    ("said", "advised"), [row[1:] for row in SAID], ids=[row[0] for row in SAID]
)
def test_two_worse_running_or_three_weeks_without_better_want_advice(
    said: list[str],
    advised: bool,  # noqa: FBT001 - a case of the table
) -> None:
    answers = [each.split() for each in said]

    history = remembered(
        *(felt(f"2026-03-{day}T10:00", Feeling(how)) for day, how in answers)
    )

    assert wants_advice(history.felt) is advised


def test_turning_stretches_on_again_begins_anew() -> None:
    worse = felt("2026-03-02T10:00", Feeling.WORSE)

    history = remembered(worse, worse, TurnedOn(local("2026-03-03T10:00")), worse)

    assert history.felt == (worse,)
    assert not wants_advice(history.felt)
