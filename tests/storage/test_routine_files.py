import sys
from datetime import timedelta
from pathlib import Path, PosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.routine import Kind, Place, Side
from stretchbreak.storage.places import resources
from stretchbreak.storage.routine_files import Library, load

HOLD = """
name = "Seated bow"
kind = "hold"
place = "chair"
sided = true
set_up = "Sit tall."
cue = "Bow a little."
how_to = ["Sit tall.", "Bow a little."]
targets = ["back muscles"]
benefits = ["Stretches the back."]
mistakes = ["Bowing with force"]
cautions = ["your back hurts"]
easier = "Bow less."
sources = [{ title = "How to bow", publisher = "Bowers" }]
"""
MOVE = HOLD.replace('"hold"', '"move"').replace("sided = true", "sided = false")
PRESS = (
    HOLD.replace('"hold"', '"reps"')
    + '\n[reps]\ncount = 8\npress = "5s"\nrelease = "3s"\n'
)
ROUTINE = 'name = "Mine"\nabout = "My own."\nwarm_up = false\n'
STEPS = 'steps = [{ stretch = "stroll", lasting = "2m" }, { stretch = "bow" }]\n'
KNOWN = {
    "stretches/bow.toml": HOLD,
    "stretches/stroll.toml": MOVE,
    "routines/mine.toml": ROUTINE + STEPS,
}


not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such paths"
)


def load_these(folder: Path, files: dict[str, str | bytes]) -> Library:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(folder)


def test_a_stretch_is_read_with_its_name_as_id(tmp_path: Path) -> None:
    library = load_these(tmp_path, {"stretches/press.toml": PRESS})

    press = library.stretches["press"]
    assert library.faults == ()
    assert (press.id, press.pose) == ("press", "press")
    assert (press.kind, press.place) == (Kind.REPS, Place.CHAIR)
    assert press.sources[0].url == ""
    assert press.reps is not None
    assert press.reps.press == timedelta(seconds=5)


def test_the_pictures_of_the_instructions_are_told_or_spread_evenly(
    tmp_path: Path,
) -> None:
    library = load_these(
        tmp_path,
        {
            "stretches/told.toml": "moments = [0.25, 1]\n" + HOLD,
            "stretches/spread.toml": HOLD.replace('"Bow a little."]', '"b", "c"]'),
            "stretches/one.toml": HOLD.replace(', "Bow a little."]', "]"),
        },
    )

    moments = {id_: stretch.moments for id_, stretch in library.stretches.items()}
    assert library.faults == ()
    assert moments == {
        "told": (0.25, 1.0),
        "spread": (0.0, 0.5, 1.0),
        "one": (0.0,),
    }


def test_without_cues_what_is_spoken_stands_for_them(tmp_path: Path) -> None:
    cues = 'cues = ["Sit.", "Bow."]\n'

    library = load_these(
        tmp_path, {"stretches/a.toml": HOLD, "stretches/b.toml": cues + HOLD}
    )

    assert library.stretches["a"].cues == ("Sit tall.", "Bow a little.")
    assert library.stretches["b"].cues == ("Sit.", "Bow.")


def test_a_routine_is_read_with_its_steps(tmp_path: Path) -> None:
    library = load_these(tmp_path, {**KNOWN})

    mine = library.routines["mine"]
    assert library.faults == ()
    assert [step.stretch for step in mine.steps] == ["stroll", "bow"]
    assert [step.lasting for step in mine.steps] == [timedelta(minutes=2), None]


def test_a_stretch_may_say_what_the_voice_says_of_it(tmp_path: Path) -> None:
    spoken = HOLD + 'spoken_set_up = "{other} hand on your {side} knee."\n'

    library = load_these(
        tmp_path, {"stretches/bow.toml": spoken, "stretches/nod.toml": HOLD}
    )

    assert library.faults == ()
    bow, nod = library.stretches["bow"], library.stretches["nod"]
    assert bow.spoken_set_up == "{other} hand on your {side} knee."
    assert (bow.spoken_hold, nod.spoken_set_up, nod.spoken_hold) == ("", "", "")


def test_a_folder_without_files_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere", tmp_path).faults == ()


def test_a_mark_at_the_beginning_of_the_file_does_not_matter(tmp_path: Path) -> None:
    marked = HOLD.encode("utf-8-sig")

    assert "bow" in load_these(tmp_path, {"stretches/bow.toml": marked}).stretches


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    library = load_these(tmp_path, {"stretches/notes.txt": "tall", **KNOWN})

    assert library.faults == ()
    assert len(library.stretches) == 2


def test_the_users_own_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    load_these(tmp_path / "ours", {**KNOWN})
    mine = HOLD.replace("Seated bow", "My bow")
    load_these(tmp_path / "own", {"stretches/bow.toml": mine})

    library = load(tmp_path / "ours", tmp_path / "own")

    assert library.stretches["bow"].name == "My bow"
    assert set(library.routines) == {"mine"}


def test_a_wrong_file_of_the_users_leaves_ours_in_place(tmp_path: Path) -> None:
    load_these(tmp_path / "ours", {**KNOWN})
    load_these(tmp_path / "own", {"stretches/bow.toml": "name = 3"})

    library = load(tmp_path / "ours", tmp_path / "own")

    assert library.stretches["bow"].name == "Seated bow"
    assert len(library.faults) == 1
    assert "own" in library.faults[0]


def test_a_replaced_stretch_stays_of_its_kind(tmp_path: Path) -> None:
    load_these(tmp_path, {"stretches/walk.toml": HOLD})

    library = load(resources(), tmp_path)

    assert library.stretches["walk"].kind is Kind.MOVE
    assert "walk" in library.routines
    assert 'kind: expected "move", as in the file it replaces' in library.faults[0]


def test_the_users_routine_may_use_our_stretches(tmp_path: Path) -> None:
    own = ROUTINE + 'steps = [{ stretch = "pelvic-tilt" }]'
    load_these(tmp_path, {"routines/mine.toml": own})

    assert "mine" in load(resources(), tmp_path).routines


WRONG_STRETCHES = [
    (HOLD.replace('"hold"', '"hang"'), "kind: expected one of move, hold, reps"),
    (HOLD.replace('"chair"', '"bed"'), "place: expected one of floor, chair, standing"),
    (HOLD.replace("sided = true", "sided = 1"), "sided: expected true or false"),
    (HOLD.replace('name = "Seated bow"', ""), "name: expected, but missing"),
    (HOLD.replace('"Seated bow"', '"  "'), "name: expected text that is not blank"),
    (HOLD.replace('"Seated bow"', "3"), "name: expected text in quotes"),
    (HOLD.replace('["your back hurts"]', "[]"), "cautions: expected a list of length"),
    (HOLD.replace('["your back hurts"]', "[3]"), "cautions[0]: expected text"),
    (HOLD.replace('title = "How to bow",', ""), "sources[0].title: expected, but"),
    (HOLD.replace("title =", 'url = "bow", title ='), "sources[0].url: expected a web"),
    (HOLD.replace("place", "spot"), "spot: no such key was expected"),
    (HOLD + 'id = "bow"', "id: no such key was expected"),
    (HOLD.replace('"hold"', '"reps"'), 'reps: expected, because kind is "reps"'),
    (PRESS.replace('"reps"', '"hold"'), 'reps: expected only where kind is "reps"'),
    (PRESS.replace('"5s"', '"five"'), "reps.press: expected a duration such as 90s"),
    (PRESS.replace('"5s"', '"0s"'), "reps.press: expected a duration such as 90s"),
    (PRESS.replace('"5s"', "5"), "reps.press: expected a duration such as 90s"),
    (PRESS.replace('"5s"', '"5"'), "reps.press: expected at most 1m"),
    (PRESS.replace('"3s"', '"2m"'), "reps.release: expected at most 1m"),
    (PRESS.replace("8", "0"), "reps.count: expected a whole number >= 1"),
    (HOLD + "moments = [1]", "moments: expected 2, one for each line of how_to, got 1"),
    (HOLD + "moments = [0, 1.5]", "moments[1]: expected a number <= 1"),
    (HOLD + "moments = [-0.5, 1]", "moments[0]: expected a number >= 0"),
    (HOLD + "moments = [0, nan]", "moments[1]: expected a number"),
    (HOLD + 'cues = ["a", "b", "c", "d"]', "cues: expected a list of length <= 3"),
    (HOLD + 'cues = ["a", " "]', "cues[1]: expected text that is not blank"),
    ("name = ", "expected TOML"),
    (HOLD + HOLD, "expected TOML"),
    (f"name = {'9' * 5000}", "expected TOML"),
    (f"name = {'[' * 5000}", "expected TOML"),
    (b"name = '\xff'", "expected text in UTF-8"),
]


def a_step(key: str, value: str) -> str:
    """Return a routine's only step, with one more key."""
    return f'steps = [{{ stretch = "bow", {key} = {value} }}]'


WRONG_ROUTINES = [
    (ROUTINE, "choose: expected either steps or a number"),
    (ROUTINE + STEPS + "choose = 2", "choose: expected either steps or a number"),
    (ROUTINE + "steps = []", "choose: expected either steps or a number"),
    (ROUTINE + "choose = 0", "choose: expected a whole number >= 1"),
    (ROUTINE + STEPS + 'place = "chair"', "place: expected only together with choose"),
    (ROUTINE + STEPS.replace("bow", "jump"), "steps[1].stretch: expected a stretch"),
    (ROUTINE + STEPS.replace("2m", "2x"), "steps[0].lasting: expected a duration"),
    (ROUTINE + STEPS.replace("2m", "3h"), "steps[0].lasting: expected at most 2h"),
    (ROUTINE + STEPS.replace("stroll", "bow"), "steps[0].lasting: expected only for"),
    (ROUTINE + a_step("hold", '"61s"'), "steps[0].hold: expected at most 1m"),
    (ROUTINE + a_step("hold", '"0s"'), "steps[0].hold: expected a duration"),
    (ROUTINE + a_step("times", "3"), "steps[0].times: expected only for something"),
    (ROUTINE + a_step("press", '"3s"'), "steps[0].press: expected only for something"),
    (
        ROUTINE + STEPS.replace('lasting = "2m"', 'side = "left"'),
        "steps[0].side: expected only for a stretch",
    ),
    (ROUTINE + a_step("side", '"up"'), "steps[0].side: expected"),
    (ROUTINE + STEPS.replace("lasting", "for"), "steps[0].for: no such key"),
    (ROUTINE + 'steps = ["bow"]', "steps[0]: expected a table, got text in quotes"),
]


def assert_left_out(library: Library, file: Path, expected: str) -> None:
    (fault,) = library.faults
    assert fault.startswith(f"{file}: {expected}")
    assert fault.endswith("; it is left out")
    assert set(library.stretches) == {"bow", "stroll"}
    assert set(library.routines) == {"mine"}


@pytest.mark.parametrize(("content", "expected"), WRONG_STRETCHES)
def test_a_wrong_stretch_is_named_and_the_others_load(
    tmp_path: Path, content: str | bytes, expected: str
) -> None:
    library = load_these(tmp_path, {**KNOWN, "stretches/wrong.toml": content})

    assert_left_out(library, tmp_path / "stretches" / "wrong.toml", expected)


@pytest.mark.parametrize(("content", "expected"), WRONG_ROUTINES)
def test_a_wrong_routine_is_named_and_the_others_load(
    tmp_path: Path, content: str, expected: str
) -> None:
    library = load_these(tmp_path, {**KNOWN, "routines/wrong.toml": content})

    assert_left_out(library, tmp_path / "routines" / "wrong.toml", expected)


def test_a_step_may_say_how_long_how_often_and_which_side(tmp_path: Path) -> None:
    steps = """steps = [
        { stretch = "pelvic-tilt", times = 12, press = "10s" },
        { stretch = "single-knee-to-chest", hold = "1m", side = "right" },
    ]"""
    load_these(tmp_path, {"routines/mine.toml": ROUTINE + steps})

    tilt, knee = load(resources(), tmp_path).routines["mine"].steps

    assert (tilt.times, tilt.press) == (12, timedelta(seconds=10))
    assert (knee.hold, knee.sides) == (timedelta(minutes=1), (Side.RIGHT,))


def test_an_unsound_order_is_refused(tmp_path: Path) -> None:
    steps = 'steps = [{ stretch = "spinal-twist" }, { stretch = "pelvic-tilt" }]'
    load_these(tmp_path, {"routines/wrong.toml": ROUTINE + steps})

    library = load(resources(), tmp_path)

    assert "wrong" not in library.routines
    assert "steps: expected another order: spinal-twist" in library.faults[0]


def test_a_routine_goes_with_the_stretch_it_needs(tmp_path: Path) -> None:
    library = load_these(tmp_path, {**KNOWN, "stretches/bow.toml": "name = 3"})

    assert library.routines == {}
    assert [fault.split(":")[1] for fault in library.faults] == [
        " name",
        " steps[1].stretch",
    ]


@pytest.mark.parametrize("name", ["my bow", "bow!", "-", "bow.old"])
def test_a_file_name_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    library = load_these(tmp_path, {f"stretches/{name}.toml": HOLD})

    assert library.stretches == {}
    assert "expected a file name of letters, digits and hyphens" in library.faults[0]


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "stretches" / "folder.toml").mkdir(parents=True)
    library = load_these(tmp_path, {**KNOWN})

    assert library.faults[0].endswith("folder.toml: expected a file; it is left out")
    assert set(library.stretches) == {"bow", "stroll"}


def test_a_fault_is_one_short_line_whatever_the_file_says(tmp_path: Path) -> None:
    long = ROUTINE + STEPS.replace("bow", "b\\no" + "w" * 10_000)
    odd = HOLD + '"new\\nline" = 1\n'
    files = {"routines/long.toml": long, "stretches/odd.toml": odd}
    library = load_these(tmp_path, {**KNOWN, **files})

    assert len(library.faults) == 2
    assert all(fault.isprintable() for fault in library.faults)
    assert all(len(fault) < 300 + len(str(tmp_path)) for fault in library.faults)


@not_on_windows
def test_a_fault_is_one_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    library = load_these(tmp_path, {"stretches/o\ndd.toml": HOLD})

    assert "o?dd.toml: expected a file name" in library.faults[0]


class Locked(PosixPath):
    """A folder whose files may not be read."""

    def read_bytes(self) -> bytes:
        raise PermissionError(13, "Permission denied")


@not_on_windows
def test_what_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    load_these(tmp_path, {**KNOWN})

    library = load(Locked(tmp_path))

    assert len(library.faults) == 3
    assert all("cannot be read: Permission denied" in f for f in library.faults)


def shipped() -> list[str]:
    folder = resources()
    kinds = (folder / "stretches", folder / "routines")
    return [file.read_text("utf-8") for kind in kinds for file in kind.iterdir()]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    whole = draw(st.sampled_from(shipped()))
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 40)))
    inserted = st.text(max_size=8) | st.text('=[]{}"#.\n 019', max_size=8)
    return whole[:start] + draw(inserted) + whole[end:]


@settings(deadline=None)  # the disk may be slow
@given(content=st.text() | st.binary() | damaged())
def test_no_file_ever_raises(
    tmp_path_factory: pytest.TempPathFactory, content: str | bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    raw = content if isinstance(content, bytes) else content.encode(errors="replace")

    library = load_these(folder, {"stretches/any.toml": raw, "routines/any.toml": raw})

    read = len(library.stretches) + len(library.routines)
    assert read + len(library.faults) == 2
    assert all(fault.isprintable() for fault in library.faults)
