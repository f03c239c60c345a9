"""What the voice says, and whether it can be said in the time there is."""

from datetime import timedelta

import pytest

from stretchbreak.core import cue_words
from stretchbreak.core.choices import Pace, Preset
from stretchbreak.core.cues import Chime, lead
from stretchbreak.core.getting_ready import BREATH, STARTING
from stretchbreak.core.plan import HOLDS
from stretchbreak.core.routine import Kind, Side, Stretch
from stretchbreak.core.settings import Settings
from tests.support.day import known
from tests.support.views import FOUR, KNEE, TWIST, a_plan, a_stretch, a_walk

SECOND = timedelta(seconds=1)
SHORTEST_SET_UP = 8 * SECOND
HELD = [s for s in known().stretches.values() if s.kind is not Kind.MOVE]

every_stretch = pytest.mark.parametrize(
    "stretch", known().stretches.values(), ids=lambda stretch: stretch.id
)
every_held = pytest.mark.parametrize("stretch", HELD, ids=lambda stretch: stretch.id)


def taking(*texts: str) -> timedelta:
    """Return how long *texts* take one after another at the usual pace."""
    return cue_words.speaking_time(" ".join(texts), Pace.NORMAL)


def side_of(stretch: Stretch) -> Side | None:
    return Side.LEFT if stretch.sided else None


def test_words_take_time_and_a_hyphen_makes_two() -> None:
    assert taking("one two three four five") == timedelta(seconds=0.3 + 2)
    assert taking("figure-four") == taking("figure four")


def test_a_slow_voice_takes_longer_than_a_fast_one() -> None:
    slow, fast = (cue_words.speaking_time("one two", p) for p in (Pace.SLOW, Pace.FAST))

    assert slow > taking("one two") > fast


@every_held
def test_name_side_and_set_up_fit_the_shortest_time_to_get_ready(
    stretch: Stretch,
) -> None:
    side = side_of(stretch)
    said = cue_words.name(stretch, side), cue_words.set_up(stretch, side)

    assert taking(*said) <= SHORTEST_SET_UP - SHORTEST_SET_UP / 4


def test_what_is_needed_and_what_to_do_for_pain_fit_the_time_to_lie_down() -> None:
    routine = known().routines["after-workout"]
    first = known().stretches[routine.steps[0].stretch]
    said = (
        cue_words.what_you_need(a_plan(first)),
        cue_words.LIE_DOWN,
        cue_words.name(first, Side.RIGHT),
        cue_words.set_up(first, Side.RIGHT),
    )
    waits = STARTING + lead(Chime.WARNING) + BREATH

    assert waits + taking(*said) + taking(cue_words.SAFETY) <= Settings().lie_down


@pytest.mark.parametrize("side", Side)
def test_the_switch_fits_its_five_seconds(side: Side) -> None:
    assert Settings().switch == 5 * SECOND
    waits = lead(Chime.SWITCH) + taking(cue_words.BREATHE_IN)

    assert waits + taking(cue_words.switch(side)) <= 5 * SECOND


@every_held
def test_what_to_do_while_holding_fits_before_the_half_of_the_shortest_hold(
    stretch: Stretch,
) -> None:
    said = cue_words.hold(stretch, side_of(stretch))

    assert lead(Chime.START) + taking(said) <= HOLDS[Preset.EASY] / 2


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (cue_words.PRESS, 5),
        (cue_words.RELEASE, 3),
        (cue_words.REST, 5),
        (cue_words.BACK, 3),
        *((number, 1) for number in cue_words.COUNT),
    ],
)
def test_what_is_said_again_and_again_is_over_before_the_next(
    said: str, seconds: int
) -> None:
    assert lead(None) + taking(said) <= seconds * SECOND


@every_stretch
@pytest.mark.parametrize("side", Side)
def test_a_side_is_said_in_words(stretch: Stretch, side: Side) -> None:
    if not stretch.sided:
        return
    said = " ".join(
        (
            cue_words.name(stretch, side),
            cue_words.set_up(stretch, side),
            cue_words.hold(stretch, side),
        )
    )

    assert side.value in said.lower()
    assert not {"this", "{side}", "{other}"} & set(said.lower().split())
    assert "{" not in said


def test_a_sentence_begins_with_a_capital_whatever_the_side() -> None:
    stretch = known().stretches["lying-hamstring"]

    assert cue_words.set_up(stretch, Side.LEFT) == (
        "Right leg straight. Hold behind your left thigh."
    )


def test_without_words_of_its_own_a_stretch_says_what_is_read() -> None:
    assert cue_words.set_up(KNEE, Side.LEFT) == KNEE.set_up
    assert cue_words.press(KNEE, Side.LEFT) == KNEE.cue


@pytest.mark.parametrize("stretch", known().stretches.values(), ids=lambda s: s.id)
def test_nobody_is_told_to_hold_the_breath(stretch: Stretch) -> None:
    ours = [v for v in vars(cue_words).values() if isinstance(v, str)]
    said = " ".join([*ours, stretch.spoken_set_up, stretch.spoken_hold]).lower()

    assert "hold your breath" not in said
    assert "holding your breath" not in said


def test_what_you_need_is_what_the_stretches_need() -> None:
    from_plan = cue_words.what_you_need

    assert from_plan(a_plan(KNEE)) == "Have a mat, space, and the volume up."
    assert from_plan(a_walk()) == ""
    chair = [s for s in HELD if s.id == "seated-twist"]
    assert "a steady chair" in from_plan(a_plan(*chair))


def test_of_too_many_words_the_least_needed_are_left_out() -> None:
    lines = [("If it hurts, stop.", 0), ("Name.", 1), ("Many more words.", 2)]

    assert cue_words.fitting(lines, 9 * SECOND, Pace.NORMAL) == tuple(
        text for text, _rank in lines
    )
    assert cue_words.fitting(lines, 2.5 * SECOND, Pace.NORMAL) == (
        "If it hurts, stop.",
        "Name.",
    )
    assert cue_words.fitting(lines, timedelta(), Pace.NORMAL) == ("If it hurts, stop.",)


def test_the_twist_and_the_four_are_told_apart_by_name() -> None:
    assert cue_words.name(TWIST, Side.LEFT) == "Lying spinal twist, left side."
    assert cue_words.name(FOUR, Side.RIGHT) == "Figure-four stretch, right side."
    assert cue_words.name(a_stretch("Cat", sided=False), None) == "Cat."
