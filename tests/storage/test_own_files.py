"""Tests for stretchbreak.storage.own_files and the files it writes."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from stretchbreak.core import routine_draft
from stretchbreak.core.routine import (
    Catalogue,
    Kind,
    Place,
    Reps,
    Routine,
    Side,
    Step,
    Stretch,
)
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.own_files import OwnFiles
from stretchbreak.storage.places import resources
from stretchbreak.storage.routine_files import load, routine_from, stretch_from
from stretchbreak.storage.routine_toml import routine_file, stretch_file
from stretchbreak.storage.toml_file import WrongFileError
from tests.support.day import known
from tests.support.drafts import edits

SECOND = timedelta(seconds=1)
MINE = Routine(
    id="mine",
    name="Mine",
    about="My own.",
    warm_up=True,
    steps=(
        Step(stretch="single-knee-to-chest", hold=45 * SECOND, sides=(Side.RIGHT,)),
        Step(stretch="pelvic-tilt", times=10, press=8 * SECOND),
    ),
)
BOW = Stretch(
    id="bow",
    name="My bow",
    kind=Kind.HOLD,
    place=Place.CHAIR,
    sided=True,
    cold=False,
    set_up="Sit tall.",
    cue="Bow a little.",
    cues=("Sit tall.", "Bow a little."),
    how_to=("Sit tall.", "Bow a little."),
    moments=(0.0, 1.0),
    targets=(),
    benefits=(),
    mistakes=(),
    cautions=("your back hurts",),
    easier="",
    sources=(),
    pose="bow",
)
PRESS = replace(
    BOW,
    id="press",
    kind=Kind.REPS,
    pose="press",
    reps=Reps(count=3, press=5 * SECOND, release=3 * SECOND),
)


@pytest.fixture
def own(tmp_path: Path) -> OwnFiles:
    return OwnFiles(resources(), tmp_path / "data")


def same(one: Catalogue, other: Catalogue) -> bool:
    return one.routines == other.routines and one.stretches == other.stretches


@pytest.mark.parametrize("routine", known().routines.values(), ids=lambda r: r.id)
def test_each_of_our_routines_comes_back_from_its_file(routine: Routine) -> None:
    content = routine_file(routine)

    assert routine_from(routine.id, content, known().stretches) == routine


@pytest.mark.parametrize("stretch", known().stretches.values(), ids=lambda s: s.id)
def test_each_of_our_stretches_comes_back_from_its_file(stretch: Stretch) -> None:
    assert stretch_from(stretch.id, stretch_file(stretch), resources()) == stretch


@settings(deadline=None)
@given(edits(known()))
def test_whatever_is_edited_its_file_is_accepted_or_the_fault_is_named(
    versions: list[Routine],
) -> None:
    stretches = known().stretches
    for routine in versions:
        content = routine_file(routine)
        if routine_draft.fault(routine, known()) is None:
            assert routine_from(routine.id, content, stretches) == routine
        else:
            with pytest.raises(WrongFileError):
                routine_from(routine.id, content, stretches)


def test_what_is_kept_is_there_now_and_at_the_next_launch(
    own: OwnFiles, tmp_path: Path
) -> None:
    own.keep(BOW)
    own.load()
    own.keep(replace(MINE, steps=(*MINE.steps, Step(stretch="bow"))))

    kept = own.load()

    assert kept.catalogue.routines["mine"].steps[-1] == Step(stretch="bow")
    assert kept.catalogue.stretches["bow"] == BOW
    assert kept.own_routines == {"mine"}
    assert kept.own_stretches == {"bow"}
    assert same(load(resources(), tmp_path / "data"), kept.catalogue)


def test_ours_comes_back_once_the_users_own_is_removed(own: OwnFiles) -> None:
    ours = known().routines["full"]
    own.keep(replace(MINE, id="full"))
    assert own.load().catalogue.routines["full"].name == "Mine"

    own.remove(replace(MINE, id="full"))

    kept = own.load()
    assert kept.catalogue.routines["full"] == ours
    assert kept.own_routines == frozenset()


def test_a_routine_that_no_loader_would_take_is_not_written(
    own: OwnFiles, tmp_path: Path
) -> None:
    own.keep(MINE)
    before = (tmp_path / "data/routines/mine.toml").read_bytes()
    twist_first = replace(MINE, steps=(Step(stretch="spinal-twist"),))

    with pytest.raises(
        AdapterError, match=r"mine\.toml: steps: expected another order"
    ):
        own.keep(twist_first)

    assert (tmp_path / "data/routines/mine.toml").read_bytes() == before


def test_a_new_id_is_neither_one_in_use_nor_that_of_a_wrong_file(
    own: OwnFiles, tmp_path: Path
) -> None:
    wrong = tmp_path / "data/routines/lunch.toml"
    wrong.parent.mkdir(parents=True)
    wrong.write_text("name = 3")

    assert own.free_id("Full") == "full-2"
    assert own.free_id("Lunch") == "lunch-2"
    assert own.free_stretch_id("Pelvic tilt") == "pelvic-tilt-2"


def test_a_picture_is_copied_and_each_change_of_it_is_another_file(
    own: OwnFiles, tmp_path: Path
) -> None:
    photo = tmp_path / "Photo.PNG"
    photo.write_bytes(b"first")
    own.keep(replace(BOW, image=str(photo), pose=""))
    first = own.load().catalogue.stretches["bow"]
    photo.write_bytes(b"second")
    own.keep(replace(first, image=str(photo)))
    second = own.load().catalogue.stretches["bow"]
    photo.unlink()

    assert Path(first.image).parent == tmp_path / "data/pictures"
    assert Path(first.image).read_bytes() == b"first"
    assert Path(second.image).read_bytes() == b"second"
    assert second.pose == ""
    own.keep(second)
    assert own.load().catalogue.stretches["bow"] == second


def test_a_picture_that_is_not_there_changes_nothing(
    own: OwnFiles, tmp_path: Path
) -> None:
    own.keep(BOW)
    gone = str(tmp_path / "gone.png")

    with pytest.raises(AdapterError, match=r"gone\.png: expected a file; nothing"):
        own.keep(replace(BOW, image=gone))

    assert own.load().catalogue.stretches["bow"] == BOW


@pytest.mark.parametrize("what", [MINE, BOW, PRESS], ids=lambda what: what.id)
def test_what_is_written_out_can_be_read_in_elsewhere(
    own: OwnFiles, tmp_path: Path, what: Routine | Stretch
) -> None:
    own.write_out(what, tmp_path / "out" / f"{what.id}.toml")

    again = OwnFiles(resources(), tmp_path / "other").read_in(
        tmp_path / "out" / f"{what.id}.toml"
    )

    assert again == what


def test_what_is_read_in_takes_the_place_of_nothing(
    own: OwnFiles, tmp_path: Path
) -> None:
    own.keep(MINE)
    own.load()
    own.write_out(MINE, tmp_path / "mine.toml")

    again = own.read_in(tmp_path / "mine.toml")

    assert again == replace(MINE, id="mine-2", name="Mine 2")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"name = 3", "name: expected text in quotes"),
        (b'kind = "hang"', "kind: expected one of move, hold, reps"),
        (b"\x89PNG", "expected text in UTF-8"),
        (b"x" * 2_000_000, "expected at most 1 MB"),
        (
            routine_file(MINE).replace(b"pelvic-tilt", b"jump"),
            "steps[1].stretch: expected a stretch that there is, got 'jump'",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_key_and_expectation(
    own: OwnFiles, tmp_path: Path, content: bytes, expected: str
) -> None:
    file = tmp_path / "wrong.toml"
    file.write_bytes(content)

    with pytest.raises(AdapterError) as refused:
        own.read_in(file)

    assert str(refused.value).startswith(f"{file}: {expected}")
    assert str(refused.value).endswith("; nothing is changed")
