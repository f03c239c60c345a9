"""Stretches and routines, read from their files and checked.

A folder has `stretches/` and `routines/`, and may have `pictures/` of the user's
own; a file's name is the id of what it holds. A file that is wrong is left out
with one line saying why; the others still load. What is checked here is what a
file can get wrong; what a stretch and a routine are is `core.routine`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Annotated, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import asdict

from stretchbreak.core.durations import text
from stretchbreak.core.routine import (
    LONGEST_PRESS,
    MOST_REPS,
    MOST_TIMES,
    Catalogue,
    Kind,
    Place,
    Reps,
    Routine,
    Side,
    Step,
    Stretch,
    even_moments,
    order_fault,
    step_fault,
)
from stretchbreak.storage.source_entry import Sources, Text
from stretchbreak.storage.toml_file import (
    FILE_NAME,
    Length,
    WrongFileError,
    brief,
    decode,
    read,
)
from stretchbreak.storage.toml_folder import Folder, each

T = TypeVar("T")
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]

PICTURES = "pictures"
"""The folder of the user's own pictures, beside that of the stretches."""


class _Reps(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    count: Annotated[int, Meta(ge=1, le=MOST_REPS)]
    press: Length
    release: Length


class _Stretch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: Text
    kind: Kind
    place: Place
    sided: bool
    cold: bool = False
    set_up: Text
    cue: Text
    cues: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=3)] | None = None
    spoken_set_up: Text | None = None
    spoken_hold: Text | None = None
    how_to: Texts
    moments: tuple[Annotated[float, Meta(ge=0, le=1)], ...] | None = None
    targets: tuple[Text, ...] = ()
    benefits: tuple[Text, ...] = ()
    mistakes: tuple[Text, ...] = ()
    cautions: Texts
    easier: Text | None = None
    sources: Sources | None = None
    pose: Text | None = None
    image: Annotated[str, Meta(pattern=FILE_NAME)] | None = None
    reps: _Reps | None = None


class _Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    stretch: Text
    lasting: Length | None = None
    hold: Length | None = None
    times: Annotated[int, Meta(ge=1, le=MOST_TIMES)] | None = None
    press: Length | None = None
    side: Side | None = None


class _Routine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: Text
    about: Text
    warm_up: bool
    steps: tuple[_Step, ...] = ()
    choose: Annotated[int, Meta(ge=1, le=20)] | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library(Catalogue):
    """What there is to do, and what was left out of it.

    Attributes:
        faults: A line for each file that was left out.
    """

    faults: tuple[str, ...]


def load(*folders: Folder) -> Library:
    """Return what is in *folders*; later ones add to earlier ones.

    A file in a later folder takes the place of one with the same name in an
    earlier folder, unless it is wrong.
    """
    faults: list[str] = []
    stretches: dict[str, Stretch] = {}
    routines: dict[str, Routine] = {}

    def add_stretch(folder: Folder, id_: str, file: Folder) -> None:
        written = _read(id_, file, _Stretch)
        stretches[id_] = _stretch(id_, written, stretches.get(id_), folder)

    def add_routine(_folder: Folder, id_: str, file: Folder) -> None:
        routines[id_] = _routine(id_, _read(id_, file, _Routine), stretches)

    # Routines need the stretches of all folders.
    for what, add in (("stretches", add_stretch), ("routines", add_routine)):
        for folder in folders:
            faults += each(folder / what, partial(add, folder))
    return Library(stretches=stretches, routines=routines, faults=tuple(faults))


def routine_from(id_: str, content: bytes, stretches: Mapping[str, Stretch]) -> Routine:
    """Return the routine that the *content* of a file is.

    Args:
        id_: What it is to be called.
        content: All that the file holds.
        stretches: What it may be made of, by id.

    Raises:
        WrongFileError: It is none; the message has key and expectation.
    """
    return _routine(id_, decode(content, _Routine), stretches)


def stretch_from(id_: str, content: bytes, folder: Folder) -> Stretch:
    """Return the stretch that the *content* of a file is.

    Args:
        id_: What it is to be called.
        content: All that the file holds.
        folder: Where its picture is, in `pictures/`.

    Raises:
        WrongFileError: It is none; the message has key and expectation.
    """
    return _stretch(id_, decode(content, _Stretch), None, folder)


def _stretch(
    id_: str, written: _Stretch, before: Stretch | None, folder: Folder
) -> Stretch:
    if before is not None and before.kind is not written.kind:
        # The routines that name it count on its kind; so does the warm-up.
        kind = before.kind.value
        raise WrongFileError(f'expected "{kind}", as in the file it replaces', "kind")
    if written.kind is Kind.REPS and written.reps is None:
        raise WrongFileError('expected, because kind is "reps"', "reps")
    if written.kind is not Kind.REPS and written.reps is not None:
        raise WrongFileError('expected only where kind is "reps"', "reps")
    image = written.image and str(folder / PICTURES / written.image)
    return Stretch(
        **asdict(written)
        | {
            "id": id_,
            "pose": written.pose or ("" if image else id_),
            "image": image or "",
            "cues": written.cues or (written.set_up, written.cue),
            "moments": _moments(written),
            "easier": written.easier or "",
            "spoken_set_up": written.spoken_set_up or "",
            "spoken_hold": written.spoken_hold or "",
            "sources": tuple(entry.source() for entry in written.sources or ()),
            "reps": _reps(written.reps) if written.reps else None,
        }
    )


def _moments(written: _Stretch) -> tuple[float, ...]:
    """Return a moment for each instruction; unless told, spread evenly."""
    count = len(written.how_to)
    if written.moments is None:
        return even_moments(count)
    if len(written.moments) != count:
        got = len(written.moments)
        raise WrongFileError(
            f"expected {count}, one for each line of how_to, got {got}", "moments"
        )
    return written.moments


def _reps(written: _Reps) -> Reps:
    return Reps(
        count=written.count,
        press=_length(written.press, LONGEST_PRESS, "reps.press"),
        release=_length(written.release, LONGEST_PRESS, "reps.release"),
    )


def _length(length: Length, longest: timedelta, key: str) -> timedelta:
    if length > longest:
        raise WrongFileError(f"expected at most {text(longest)}", key)
    return timedelta() + length


def _routine(id_: str, written: _Routine, stretches: Mapping[str, Stretch]) -> Routine:
    if bool(written.steps) == bool(written.choose):
        raise WrongFileError("expected either steps or a number", "choose")
    if written.place and not written.choose:
        raise WrongFileError("expected only together with choose", "place")
    steps = tuple(
        _step(step, stretches, f"steps[{index}]")
        for index, step in enumerate(written.steps)
    )
    if fault := order_fault([step.stretch for step in steps]):
        raise WrongFileError(f"expected another order: {fault.value}", "steps")
    given = asdict(written) | {"steps": steps, "choose": written.choose or 0}
    return Routine(id=id_, **given)


def _step(written: _Step, stretches: Mapping[str, Stretch], key: str) -> Step:
    stretch = stretches.get(written.stretch)
    if stretch is None:
        got = brief(written.stretch)
        raise WrongFileError(
            f"expected a stretch that there is, got {got}", f"{key}.stretch"
        )
    step = Step(
        stretch=stretch.id,
        lasting=_plain(written.lasting),
        hold=_plain(written.hold),
        times=written.times,
        press=_plain(written.press),
        sides=tuple(Side) if written.side is None else (written.side,),
    )
    if fault := step_fault(step, stretch):
        name, expected = fault
        raise WrongFileError(expected, f"{key}.{name}")
    return step


def _plain(length: Length | None) -> timedelta | None:
    return None if length is None else timedelta() + length


def _read(id_: str, file: Folder, kind: type[T]) -> T:
    # A routine's id is a word in settings and on the command line.
    if not id_.replace("-", "").replace("_", "").isalnum():
        raise WrongFileError("expected a file name of letters, digits and hyphens")
    return read(file, kind)
