"""The stretches and routines that come with the program say what may be said."""

import re
from datetime import timedelta

import pytest

from stretchbreak.core.routine import (
    DOUBLE_KNEE,
    SINGLE_KNEE,
    TWIST,
    Kind,
    Place,
    Stretch,
)
from stretchbreak.storage.places import resources
from stretchbreak.storage.routine_files import load

LIBRARY = load(resources())
SOURCE = "Lower Back Pain: Effective Stretches Using Your Legs for Relief and Mobility"
IN_THE_SOURCES_ORDER = [
    SINGLE_KNEE,
    DOUBLE_KNEE,
    "pelvic-tilt",
    TWIST,
    "lying-hamstring",
    "figure-four",
]
MOVES = {"walk", "march"}
ADDITIONS = {
    "seated-knee-hug",
    "seated-twist",
    "seated-figure-four",
    "standing-hamstring",
}
PROMISES = re.compile(
    r"\b(?:cur(?:e|es|ed|ing)|reliev\w*|relief|heal(?:s|ed|ing)?|fix\w*|prevent\w*"
    r"|allevi\w*|eas(?:e|es|ing) pain|pain[- ]free|guarante\w*|treat\w*"
    r"|decompress\w*)\b",
    re.IGNORECASE,
)
SPOKEN_WORDS = 14
CUE_LETTERS = 46

every_stretch = pytest.mark.parametrize(
    "stretch", LIBRARY.stretches.values(), ids=lambda stretch: stretch.id
)
every_held = pytest.mark.parametrize(
    "stretch",
    [s for s in LIBRARY.stretches.values() if s.kind is not Kind.MOVE],
    ids=lambda stretch: stretch.id,
)


def told(stretch: Stretch) -> list[str]:
    """Return all that the user reads or hears about *stretch*."""
    one = [stretch.name, stretch.set_up, stretch.cue, stretch.easier]
    many = [
        stretch.cues,
        stretch.how_to,
        stretch.benefits,
        stretch.mistakes,
        stretch.cautions,
    ]
    one += filter(None, [stretch.spoken_set_up, stretch.spoken_hold])
    many = [stretch.how_to, stretch.benefits, stretch.mistakes, stretch.cautions]
    return one + [line for lines in many for line in lines]


@pytest.mark.parametrize("stretch", LIBRARY.stretches.values(), ids=lambda s: s.id)
def test_ours_say_all_that_one_of_the_users_may_leave_out(stretch: Stretch) -> None:
    lists = (stretch.benefits, stretch.mistakes, stretch.cautions, stretch.sources)
    assert all(lists)
    assert stretch.easier


def test_everything_loads() -> None:
    assert LIBRARY.faults == ()
    assert set(LIBRARY.stretches) == {*IN_THE_SOURCES_ORDER, *MOVES, *ADDITIONS}
    assert set(LIBRARY.routines) == {
        *("short", "full", "walk", "desk", "stand"),
        *("morning", "evening", "after-workout"),
    }


@every_stretch
def test_nothing_is_left_unsaid(stretch: Stretch) -> None:
    lists = (stretch.how_to, stretch.benefits, stretch.mistakes, stretch.cautions)
    assert all(lists)
    assert all(line.strip() == line for line in told(stretch))
    assert bool(stretch.targets) == (stretch.kind is not Kind.MOVE)


@every_stretch
def test_what_is_spoken_is_short(stretch: Stretch) -> None:
    assert len(stretch.set_up.split()) <= SPOKEN_WORDS
    assert len(stretch.cue.split()) <= SPOKEN_WORDS
    assert len(stretch.spoken_set_up.split()) <= len(stretch.set_up.split())
    assert len(stretch.spoken_hold.split()) <= SPOKEN_WORDS


@every_stretch
def test_the_printed_sheet_has_three_cues_on_a_line_each(stretch: Stretch) -> None:
    assert len(stretch.cues) == 3
    assert all(len(cue) <= CUE_LETTERS for cue in stretch.cues)
    assert not any(cue.endswith(".") for cue in stretch.cues)


@every_stretch
def test_the_instructions_pictures_reach_the_hold(stretch: Stretch) -> None:
    assert len(stretch.moments) == len(stretch.how_to)
    assert len(set(stretch.moments)) > 1
    assert stretch.kind is Kind.MOVE or max(stretch.moments) == 1


@every_stretch
def test_nothing_is_promised(stretch: Stretch) -> None:
    assert [line for line in told(stretch) if PROMISES.search(line)] == []


@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=lambda r: r.id)
def test_no_routine_promises_anything_or_a_length(routine: object) -> None:
    text = str(routine)
    assert not PROMISES.search(text)
    assert not re.search(r"\bminutes?\b", text)


@every_stretch
def test_the_cautions_go_on_from_ask_a_professional_first_if(stretch: Stretch) -> None:
    assert all(re.match(r"[a-z].*[^.]$", caution) for caution in stretch.cautions)


@every_held
def test_the_sources_cautions_are_there(stretch: Stretch) -> None:
    cautions = " ".join(stretch.cautions)
    for needed in ("acute or sharp", "spreads into a leg", "injured", "gets worse"):
        assert needed in cautions
    assert "pregnant" in cautions


@every_held
def test_how_to_says_breathe_and_form_and_stop(stretch: Stretch) -> None:
    how_to = " ".join(stretch.how_to)
    assert "never hold your breath" in how_to
    assert "Proper form comes before" in how_to
    assert "if it hurts" in how_to


@every_stretch
def test_the_pose_has_a_picture(stretch: Stretch) -> None:
    poses = {file.name.split(".")[0] for file in (resources() / "poses").iterdir()}
    assert stretch.pose == stretch.id
    assert stretch.pose in poses


@every_stretch
def test_the_hip_flexors_are_no_target(stretch: Stretch) -> None:
    assert not any("flexor" in target for target in stretch.targets)


@every_stretch
def test_the_source_is_named(stretch: Stretch) -> None:
    first = stretch.sources[0]
    if stretch.id in ADDITIONS:
        assert first.title != SOURCE
        assert all(source.url for source in stretch.sources)
    else:
        assert (first.title, first.publisher, first.url) == (
            SOURCE,
            "Pain Management",
            "",
        )


def test_what_is_done_on_each_side() -> None:
    unsided = {s.id for s in LIBRARY.stretches.values() if not s.sided}
    assert unsided == {DOUBLE_KNEE, "pelvic-tilt", *MOVES}


def test_what_may_be_done_after_a_short_warm_up() -> None:
    cold = {s.id for s in LIBRARY.stretches.values() if s.cold}
    assert cold == {SINGLE_KNEE, "pelvic-tilt", *MOVES}


def test_the_pelvic_tilt_is_repeated_as_the_source_says() -> None:
    reps = LIBRARY.stretches["pelvic-tilt"].reps
    assert reps is not None
    assert 8 <= reps.count <= 12
    assert 5 <= reps.press.total_seconds() <= 10
    assert reps.release == timedelta(seconds=3)


@pytest.mark.parametrize("id_", [i for i in IN_THE_SOURCES_ORDER if i != "pelvic-tilt"])
def test_the_others_are_held_as_the_source_says(id_: str) -> None:
    stretch = LIBRARY.stretches[id_]
    assert (stretch.kind, stretch.place) == (Kind.HOLD, Place.FLOOR)
    assert "20 to 30 seconds" in " ".join(stretch.how_to)
    assert "Do not bounce" in " ".join(stretch.how_to)


def test_the_additions_need_no_floor() -> None:
    places = {LIBRARY.stretches[id_].place for id_ in ADDITIONS}
    assert places == {Place.CHAIR, Place.STANDING}


@pytest.mark.parametrize("id_", ["full", "after-workout"])
def test_the_whole_sequence_keeps_the_sources_order(id_: str) -> None:
    steps = LIBRARY.routines[id_].steps
    assert [step.stretch for step in steps] == IN_THE_SOURCES_ORDER


def test_nobody_stretches_cold() -> None:
    cold = {r.id for r in LIBRARY.routines.values() if not r.warm_up}
    assert cold == {"walk", "stand", "after-workout"}


def test_the_movement_breaks_last_as_long_as_designed() -> None:
    lasting = {r: LIBRARY.routines[r].steps[0].lasting for r in ("walk", "stand")}
    assert lasting == {"walk": timedelta(minutes=2), "stand": timedelta(seconds=30)}
