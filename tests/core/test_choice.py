"""Which stretches are chosen, and that none is forgotten."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core import choice
from stretchbreak.core.choice import Offer
from stretchbreak.core.choices import Where
from stretchbreak.core.history import (
    History,
    Outcome,
    Result,
    Session,
    Stretched,
    remember,
)
from stretchbreak.core.routine import (
    DOUBLE_KNEE,
    SINGLE_KNEE,
    TWIST,
    Catalogue,
    Kind,
    Place,
    order_fault,
)
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from tests.support.day import known

MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/Berlin"))
MINUTE = timedelta(minutes=1)
SOURCE = [step.stretch for step in known().routines["full"].steps]
DESK = [step.stretch for step in known().routines["desk"].steps]
COLD = {"pelvic-tilt", SINGLE_KNEE}


def offer(
    settings: Settings | None = None,
    history: History | None = None,
    routine: str = "short",
    *,
    warm: bool = False,
) -> Offer:
    return choice.offer(
        known().routines[routine],
        known(),
        settings or Settings(),
        history or History(),
        warm=warm,
    )


def chosen(
    settings: Settings | None = None, history: History | None = None
) -> list[str]:
    """Return the stretches of a short session."""
    return [step.stretch for step in offer(settings, history).steps]


def done(stretches: list[str], ended: datetime) -> Session:
    """Return a session in which *stretches* were done."""
    return Session(
        routine="short",
        began=ended - 8 * MINUTE,
        ended=ended,
        result=Result.DONE,
        planned=8 * MINUTE,
        spent=8 * MINUTE,
        stretches=tuple(Stretched(stretch, Outcome.DONE) for stretch in stretches),
    )


def a_week(settings: Settings, start: History, days: int = 7) -> list[list[str]]:
    """Return what is done with two sessions a day."""
    history, sessions = start, []
    for session in range(2 * days):
        stretches = chosen(settings, history)
        sessions.append(stretches)
        ended = MONDAY + session * timedelta(hours=12)
        history = remember(history, done(stretches, ended))
    return sessions


def histories() -> st.SearchStrategy[History]:
    """Return any past, with any stretches that hurt."""
    times = st.integers(1, 10_000).map(lambda ago: MONDAY - ago * MINUTE)
    return st.builds(
        History,
        last_done=st.dictionaries(st.sampled_from(SOURCE + DESK), times),
        painful=st.frozensets(st.sampled_from(SOURCE + DESK)),
    )


def settings() -> st.SearchStrategy[Settings]:
    return st.builds(
        Settings,
        place=st.sampled_from(Where),
        warm_up=st.integers(1, 10).map(lambda minutes: minutes * MINUTE),
    )


# Coming round


def test_a_short_session_has_two_stretches() -> None:
    assert all(len(stretches) == 2 for stretches in a_week(Settings(), History()))


@pytest.mark.parametrize(("place", "all_"), [("floor", SOURCE), ("desk", DESK)])
def test_over_a_week_all_stretches_come_round(place: str, all_: list[str]) -> None:
    sessions = a_week(Settings(place=Where(place)), History())

    assert {stretch for session in sessions for stretch in session} == set(all_)


def test_over_a_week_each_stretch_comes_twice_at_least() -> None:
    counts = Counter(s for session in a_week(Settings(), History()) for s in session)

    assert min(counts[stretch] for stretch in SOURCE) >= 2


def test_all_come_round_in_four_sessions_whatever_came_before() -> None:
    last = {stretch: MONDAY - timedelta(days=3) for stretch in SOURCE[::2]}

    sessions = a_week(Settings(), History(last_done=last), days=2)

    assert {stretch for session in sessions for stretch in session} == set(SOURCE)


def test_the_least_recently_done_come_first() -> None:
    past = {
        stretch: MONDAY - days * timedelta(days=1)
        for days, stretch in enumerate(
            [SINGLE_KNEE, "lying-hamstring", DOUBLE_KNEE, TWIST, "figure-four"]
        )
    }
    past["pelvic-tilt"] = MONDAY - timedelta(hours=30)

    assert chosen(history=History(last_done=past)) == ["figure-four", TWIST]


def test_those_never_done_come_before_all_others() -> None:
    past = dict.fromkeys(SOURCE[:4], MONDAY - timedelta(days=400))

    assert chosen(history=History(last_done=past)) == SOURCE[4:]


def test_the_same_past_gives_the_same_choice() -> None:
    assert a_week(Settings(), History()) == a_week(Settings(), History())


# Sound orders


@hypothesis.settings(max_examples=50)
@given(histories(), settings())
def test_double_only_after_single_and_the_twist_never_first(
    history: History, settings: Settings
) -> None:
    assert order_fault(chosen(settings, history)) is None


def test_when_both_knees_have_their_turn_one_knee_comes_along() -> None:
    past = {s: MONDAY - timedelta(days=1) for s in SOURCE if s != DOUBLE_KNEE}

    assert chosen(history=History(last_done=past)) == [SINGLE_KNEE, DOUBLE_KNEE]


def test_a_twist_that_would_be_first_comes_second() -> None:
    past = dict.fromkeys(SOURCE[:3], MONDAY)

    assert chosen(history=History(last_done=past)) == ["lying-hamstring", TWIST]


@hypothesis.settings(max_examples=50)
@given(histories(), settings())
def test_no_stretch_is_chosen_twice(history: History, settings: Settings) -> None:
    stretches = chosen(settings, history)

    assert len(stretches) == len(set(stretches)) <= 2


# What is left out


@hypothesis.settings(max_examples=50)
@given(histories(), settings())
def test_what_hurt_is_left_out_of_automatic_choices(
    history: History, settings: Settings
) -> None:
    assert not history.painful & set(chosen(settings, history))


def test_what_hurt_can_still_be_done_when_chosen_by_hand() -> None:
    history = History(painful=frozenset({TWIST}))

    assert TWIST in [s.stretch for s in offer(history=history, routine="full").steps]


def test_when_one_knee_hurts_both_are_never_chosen() -> None:
    history = History(painful=frozenset({SINGLE_KNEE}))

    sessions = a_week(Settings(), history)

    assert all(DOUBLE_KNEE not in session for session in sessions)
    assert all(len(session) == 2 for session in sessions)


def test_when_all_but_the_twist_hurt_the_twist_is_left_out_too() -> None:
    history = History(painful=frozenset(SOURCE) - {TWIST})

    assert chosen(history=history) == []


def test_when_nothing_is_left_it_is_a_warm_up_alone() -> None:
    alone = offer(history=History(painful=frozenset(SOURCE)))

    plan = choice.planned(alone, known(), Settings())

    assert plan.stretches == ()
    assert plan.total == plan.warm_up == 5 * MINUTE


def test_when_not_even_a_warm_up_is_left_it_is_a_walk() -> None:
    alone = offer(history=History(painful=frozenset(SOURCE)), warm=True)

    assert alone.routine == "walk"
    assert choice.planned(alone, known(), Settings()).total == 2 * MINUTE


# Warm or cold


@pytest.mark.parametrize(
    ("minutes", "only"),
    [pytest.param(4, COLD, id="too short"), pytest.param(5, set(SOURCE), id="enough")],
)
def test_with_a_short_warm_up_only_the_two_gentlest_are_chosen(
    minutes: int, only: set[str]
) -> None:
    sessions = a_week(Settings(warm_up=minutes * MINUTE), History())

    assert {stretch for session in sessions for stretch in session} == only


def test_a_warm_up_a_second_short_is_short() -> None:
    short = Settings(warm_up=5 * MINUTE - timedelta(seconds=1))

    assert set(chosen(short)) == COLD


def test_who_is_warm_already_skips_the_warm_up_and_stretches_all() -> None:
    warm = offer(Settings(warm_up=MINUTE), warm=True)

    assert choice.planned(warm, known(), Settings()).warm_up == timedelta()
    assert [step.stretch for step in warm.steps] == [SINGLE_KNEE, DOUBLE_KNEE]


# At the desk


def test_at_the_desk_nobody_lies_down() -> None:
    sessions = a_week(Settings(place=Where.DESK), History())

    places = {known().stretches[s].place for session in sessions for s in session}
    assert Place.FLOOR not in places


def test_a_routine_may_say_where_it_is_done() -> None:
    anywhere = known().routines["short"]
    seated = replace(anywhere, place=Place.CHAIR)

    at_desk = choice.offer(seated, known(), Settings(), History())

    assert {step.stretch for step in at_desk.steps} <= set(DESK)


# What a reminder offers


@pytest.mark.parametrize(
    ("limit", "sessions", "offers"),
    [(2, 1, "short"), (2, 2, "walk"), (0, 9, "short"), (1, 1, "walk")],
)
def test_after_the_days_stretch_sessions_a_walk_is_offered(
    limit: int, sessions: int, offers: str
) -> None:
    history = History(stretched=(MONDAY,) * sessions)
    wanted = Settings(stretch_sessions_a_day=limit)

    offered = choice.offered(wanted, Safety.CLEAR, history, MONDAY + 60 * MINUTE)

    assert offered == offers


def test_a_fixed_routine_is_taken_as_it_is() -> None:
    assert [step.stretch for step in offer(routine="full").steps] == SOURCE


def test_light_movement_is_never_chosen_as_a_stretch() -> None:
    catalogue = known()
    with_walk = replace(
        catalogue.routines["full"],
        steps=(*catalogue.routines["walk"].steps, *catalogue.routines["full"].steps),
    )
    more = Catalogue(catalogue.stretches, {**catalogue.routines, "full": with_walk})

    steps = choice.offer(more.routines["short"], more, Settings(), History()).steps

    assert {more.stretches[step.stretch].kind for step in steps} <= {
        Kind.HOLD,
        Kind.REPS,
    }
