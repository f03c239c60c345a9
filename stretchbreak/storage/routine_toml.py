"""Stretches and routines as the files that `storage.routine_files` reads.

What is as usual is left out, so that a file says no more than a person would
have written.
"""

from pathlib import Path
from typing import Any

import tomli_w

from stretchbreak.core.durations import text
from stretchbreak.core.routine import Routine, Side, Source, Step, Stretch, even_moments

_OPTIONAL = (
    "spoken_set_up",
    "spoken_hold",
    "targets",
    "benefits",
    "mistakes",
    "easier",
)
"""What is left out of a stretch's file where there is nothing to say."""


def routine_file(routine: Routine) -> bytes:
    """Return the file of *routine*.

    Raises:
        ValueError: There is something in it that no file can hold.
    """
    plain: dict[str, Any] = {
        "name": routine.name,
        "about": routine.about,
        "warm_up": routine.warm_up,
    }
    if routine.choose:
        plain["choose"] = routine.choose
    if routine.place is not None:
        plain["place"] = routine.place.value
    if routine.steps:
        plain["steps"] = [_step(step) for step in routine.steps]
    return _written(plain)


def stretch_file(stretch: Stretch) -> bytes:
    """Return the file of *stretch*.

    Raises:
        ValueError: There is something in it that no file can hold.
    """
    plain: dict[str, Any] = {
        "name": stretch.name,
        "kind": stretch.kind.value,
        "place": stretch.place.value,
        "sided": stretch.sided,
        "set_up": stretch.set_up,
        "cue": stretch.cue,
        "how_to": stretch.how_to,
        "cautions": stretch.cautions,
    }
    return _written(plain | _more(stretch))


def _more(stretch: Stretch) -> dict[str, Any]:
    """Return what *stretch* has that it need not have."""
    usual_pose = "" if stretch.image else stretch.id
    given = {
        "cold": (stretch.cold, stretch.cold),
        "cues": (stretch.cues, stretch.cues != (stretch.set_up, stretch.cue)),
        "moments": (
            stretch.moments,
            stretch.moments != even_moments(len(stretch.how_to)),
        ),
        "pose": (stretch.pose, stretch.pose != usual_pose),
        "image": (Path(stretch.image).name, bool(stretch.image)),
        "sources": ([_source(s) for s in stretch.sources], bool(stretch.sources)),
    }
    plain = {name: value for name, (value, wanted) in given.items() if wanted}
    plain |= {name: value for name in _OPTIONAL if (value := getattr(stretch, name))}
    if stretch.reps is not None:
        plain["reps"] = {
            "count": stretch.reps.count,
            "press": text(stretch.reps.press),
            "release": text(stretch.reps.release),
        }
    return plain


def _step(step: Step) -> dict[str, Any]:
    plain: dict[str, Any] = {"stretch": step.stretch}
    lengths = (("lasting", step.lasting), ("hold", step.hold), ("press", step.press))
    plain |= {name: text(length) for name, length in lengths if length is not None}
    if step.times is not None:
        plain["times"] = step.times
    if step.sides != tuple(Side):
        (side,) = step.sides
        plain["side"] = side.value
    return plain


def _source(source: Source) -> dict[str, str]:
    url = {"url": source.url} if source.url else {}
    return {"title": source.title, "publisher": source.publisher} | url


def _written(plain: dict[str, Any]) -> bytes:
    return tomli_w.dumps(plain).encode()
