"""The phases of a session and how long each lasts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stretchbreak.core import choice
from stretchbreak.core.choices import Preset
from stretchbreak.core.history import History
from stretchbreak.core.plan import Phase, Plan, make
from stretchbreak.core.routine import Kind, Side, Step
from stretchbreak.core.settings import Settings
from tests.support.day import known

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def planned(routine: str, settings: Settings | None = None) -> Plan:
    """Return the plan of one of the program's own routines."""
    settings = settings or Settings()
    offer = choice.offer(known().routines[routine], known(), settings, History())
    return choice.planned(offer, known(), settings)


def told(plan: Plan, step: int) -> list[tuple[str, int]]:
    """Return the phases of one step, each with its seconds."""
    return [
        (segment.phase.value, int(segment.length / SECOND))
        for segment in plan.segments
        if segment.step == step
    ]


def test_the_warm_up_comes_first_and_is_part_of_the_total() -> None:
    plan = planned("full")

    assert plan.segments[0].phase is Phase.WARM_UP
    assert plan.warm_up == 5 * MINUTE
    assert plan.total == sum((s.length for s in plan.segments), timedelta())


@pytest.mark.parametrize("minutes", [1, 5, 10])
def test_the_warm_up_is_as_long_as_set(minutes: int) -> None:
    assert planned("full", Settings(warm_up=minutes * MINUTE)).warm_up == (
        minutes * MINUTE
    )


def test_after_a_workout_there_is_no_warm_up() -> None:
    assert planned("after-workout").warm_up == timedelta()


@pytest.mark.parametrize(
    ("routine", "least", "most"),
    [
        ("short", 7, 9),
        ("full", 12, 14),
        ("walk", 2, 2),
        ("stand", 0.5, 0.5),
    ],
)
def test_the_routines_take_about_as_long_as_promised(
    routine: str, least: float, most: float
) -> None:
    assert least * MINUTE <= planned(routine).total <= most * MINUTE


def test_the_first_floor_step_has_twenty_seconds_to_lie_down_later_ones_ten() -> None:
    plan = planned("full")

    readies = [s.length for s in plan.segments if s.phase is Phase.GET_READY]

    assert readies == [20 * SECOND] + [10 * SECOND] * 5


def test_each_side_has_its_own_full_time() -> None:
    plan = planned("evening")

    assert told(plan, 1) == [
        ("get-ready", 20),
        ("hold", 30),
        ("switch", 5),
        ("hold", 30),
        ("rest", 5),
    ]
    sides = [s.side for s in plan.segments if s.step == 1]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, None]


def test_a_stretch_without_sides_is_done_once() -> None:
    assert told(planned("evening"), 2) == [("get-ready", 10), ("hold", 30), ("rest", 5)]


@pytest.mark.parametrize(("preset", "seconds"), [("easy", 20), ("standard", 30)])
def test_a_hold_is_easy_or_standard(preset: str, seconds: int) -> None:
    plan = planned("evening", Settings(hold=Preset(preset)))

    assert {s.length for s in plan.segments if s.phase is Phase.HOLD} == {
        seconds * SECOND
    }


def test_the_pelvic_tilt_is_eight_times_five_seconds_with_three_to_let_go() -> None:
    presses = told(planned("morning"), 1)

    assert presses == [("get-ready", 20), *[("press", 5), ("release", 3)] * 8, *REST]


REST = [("rest", 5)]


def test_the_session_ends_with_getting_up_from_the_floor() -> None:
    assert planned("full").segments[-1].phase is Phase.FINISH


def test_nobody_gets_up_who_did_not_lie_down() -> None:
    for routine in ("desk", "walk"):
        assert Phase.FINISH not in {s.phase for s in planned(routine).segments}


def test_there_is_no_rest_after_the_last_stretch() -> None:
    assert [phase for phase, _length in told(planned("desk"), 4)][-1] == "hold"


def test_the_lengths_are_settings() -> None:
    plan = planned(
        "evening",
        Settings(
            lie_down=30 * SECOND,
            get_ready=8 * SECOND,
            switch=7 * SECOND,
            rest_between=9 * SECOND,
        ),
    )

    assert told(plan, 1) == [
        ("get-ready", 30),
        ("hold", 30),
        ("switch", 7),
        ("hold", 30),
        ("rest", 9),
    ]
    assert told(plan, 2)[0] == ("get-ready", 8)


def test_each_phase_knows_its_set_up() -> None:
    plan = planned("evening")
    segments = plan.segments

    for segment in segments:
        set_up = segments[segment.set_up]
        assert (set_up.step, set_up.side) == (segment.step, segment.side)
    holds = [s for s in segments if s.phase is Phase.HOLD]
    assert {segments[s.set_up].phase for s in holds} == {Phase.GET_READY, Phase.SWITCH}


def test_light_movement_is_no_stretch() -> None:
    stretches = planned("morning").stretches

    assert [s.id for s in stretches] == [
        "pelvic-tilt",
        "single-knee-to-chest",
        "spinal-twist",
    ]


def test_repetitions_must_be_known() -> None:
    tilt = replace(known().stretches["pelvic-tilt"], reps=None)
    assert tilt.kind is Kind.REPS

    with pytest.raises(ValueError, match="pelvic-tilt is of kind reps but has none"):
        make("mine", [(Step(stretch="pelvic-tilt"), tilt)], Settings(), None)


def of_step(step: Step) -> Plan:
    return make("mine", [(step, known().stretches[step.stretch])], Settings(), None)


def test_a_step_may_hold_longer_than_the_settings_say() -> None:
    plan = of_step(Step(stretch="single-knee-to-chest", hold=MINUTE))

    assert told(plan, 0)[:4] == [
        *(("get-ready", 20), ("hold", 60)),
        *(("switch", 5), ("hold", 60)),
    ]


def test_a_step_may_press_more_often_and_longer() -> None:
    plan = of_step(Step(stretch="pelvic-tilt", times=12, press=10 * SECOND))

    assert told(plan, 0)[1:-1] == [("press", 10), ("release", 3)] * 12


def test_a_step_of_one_side_has_nothing_to_switch() -> None:
    plan = of_step(Step(stretch="single-knee-to-chest", sides=(Side.RIGHT,)))

    assert [(s.phase, s.side) for s in plan.segments[:-1]] == [
        (Phase.GET_READY, Side.RIGHT),
        (Phase.HOLD, Side.RIGHT),
    ]
