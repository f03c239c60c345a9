"""Stretches and routines, read from their files and checked.

A folder has `stretches/` and `routines/`; a file's name is the id of what it
holds. A file that is wrong is left out with one line saying why; the others
still load. What is checked here is what a file can get wrong; what a stretch
and a routine are is `core.routine`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import asdict

from stretchbreak.core.durations import text
from stretchbreak.core.routine import (
    Catalogue,
    Kind,
    Place,
    Reps,
    Routine,
    Side,
    Step,
    Stretch,
    order_fault,
)
from stretchbreak.storage.source_entry import Sources, Text
from stretchbreak.storage.toml_file import Length, WrongFileError, brief, read
from stretchbreak.storage.toml_folder import Folder, each

T = TypeVar("T")
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]

LONGEST_PRESS = timedelta(minutes=1)
LONGEST_MOVE = timedelta(hours=2)
LONGEST_HOLD = timedelta(minutes=1)
"""The source holds for 20 to 30 seconds; longer than this it nowhere asks for."""
LONGEST_STEP_PRESS = timedelta(seconds=10)
"""The source: press for 5 to 10 seconds, 8 to 12 times."""


class _Reps(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    count: Annotated[int, Meta(ge=1, le=30)]
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
    targets: tuple[Text, ...]
    benefits: Texts
    mistakes: Texts
    cautions: Texts
    easier: Text
    sources: Sources
    pose: Text | None = None
    reps: _Reps | None = None


class _Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    stretch: Text
    lasting: Length | None = None
    hold: Length | None = None
    times: Annotated[int, Meta(ge=1, le=12)] | None = None
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

    def add_stretch(id_: str, file: Folder) -> None:
        stretches[id_] = _read_stretch(id_, file, stretches.get(id_))

    def add_routine(id_: str, file: Folder) -> None:
        routines[id_] = _read_routine(id_, file, stretches)

    # Routines need the stretches of all folders.
    for what, add in (("stretches", add_stretch), ("routines", add_routine)):
        for folder in folders:
            faults += each(folder / what, add)
    return Library(stretches=stretches, routines=routines, faults=tuple(faults))


def _read_stretch(id_: str, file: Folder, before: Stretch | None) -> Stretch:
    written = _read(id_, file, _Stretch)
    if before is not None and before.kind is not written.kind:
        # The routines that name it count on its kind; so does the warm-up.
        kind = before.kind.value
        raise WrongFileError(f'expected "{kind}", as in the file it replaces', "kind")
    if written.kind is Kind.REPS and written.reps is None:
        raise WrongFileError('expected, because kind is "reps"', "reps")
    if written.kind is not Kind.REPS and written.reps is not None:
        raise WrongFileError('expected only where kind is "reps"', "reps")
    return Stretch(
        **asdict(written)
        | {
            "id": id_,
            "pose": written.pose or id_,
            "cues": written.cues or (written.set_up, written.cue),
            "moments": _moments(written),
            "spoken_set_up": written.spoken_set_up or "",
            "spoken_hold": written.spoken_hold or "",
            "sources": tuple(entry.source() for entry in written.sources),
            "reps": _reps(written.reps) if written.reps else None,
        }
    )


def _moments(written: _Stretch) -> tuple[float, ...]:
    """Return a moment for each instruction; unless told, spread evenly."""
    count = len(written.how_to)
    if written.moments is None:
        return tuple(i / max(1, count - 1) for i in range(count))
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


def _read_routine(id_: str, file: Folder, stretches: Mapping[str, Stretch]) -> Routine:
    written = _read(id_, file, _Routine)
    if bool(written.steps) == bool(written.choose):
        raise WrongFileError("expected either steps or a number", "choose")
    if written.place and not written.choose:
        raise WrongFileError("expected only together with choose", "place")
    steps = tuple(
        _step(step, stretches, f"steps[{index}]")
        for index, step in enumerate(written.steps)
    )
    if fault := order_fault([step.stretch for step in steps]):
        raise WrongFileError(f"expected another order: {fault}", "steps")
    given = asdict(written) | {"steps": steps, "choose": written.choose or 0}
    return Routine(id=id_, **given)


def _step(written: _Step, stretches: Mapping[str, Stretch], key: str) -> Step:
    stretch = stretches.get(written.stretch)
    if stretch is None:
        got = brief(written.stretch)
        raise WrongFileError(
            f"expected a stretch that there is, got {got}", f"{key}.stretch"
        )
    _check_fits(written, stretch, key)
    return Step(
        stretch=stretch.id,
        lasting=_length_or_none(written.lasting, LONGEST_MOVE, f"{key}.lasting"),
        hold=_length_or_none(written.hold, LONGEST_HOLD, f"{key}.hold"),
        times=written.times,
        press=_length_or_none(written.press, LONGEST_STEP_PRESS, f"{key}.press"),
        sides=tuple(Side) if written.side is None else (written.side,),
    )


def _check_fits(written: _Step, stretch: Stretch, key: str) -> None:
    """Refuse what means nothing for this kind of stretch."""
    moves, holds = stretch.kind is Kind.MOVE, stretch.kind is Kind.HOLD
    presses = stretch.kind is Kind.REPS
    for name, fits, meant in (
        ("lasting", moves, "for light movement"),
        ("hold", holds, "for a position that is held"),
        ("times", presses, "for something repeated"),
        ("press", presses, "for something repeated"),
        ("side", stretch.sided, "for a stretch with sides"),
    ):
        if getattr(written, name) is not None and not fits:
            raise WrongFileError(
                f"expected only {meant}, which {stretch.id} is not", f"{key}.{name}"
            )


def _length_or_none(
    length: Length | None, longest: timedelta, key: str
) -> timedelta | None:
    return None if length is None else _length(length, longest, key)


def _read(id_: str, file: Folder, kind: type[T]) -> T:
    # A routine's id is a word in settings and on the command line.
    if not id_.replace("-", "").replace("_", "").isalnum():
        raise WrongFileError("expected a file name of letters, digits and hyphens")
    return read(file, kind)
