"""Any number of any edits of a routine, sound or not."""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from hypothesis import strategies as st

from stretchbreak.core import routine_draft
from stretchbreak.core.routine import Catalogue, Kind, Routine, Side, Step, Stretch

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_SIDES = st.sampled_from([(Side.LEFT, Side.RIGHT), (Side.LEFT,), (Side.RIGHT,)])


def _seconds(most: int) -> st.SearchStrategy[timedelta]:
    return st.integers(1, most).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def steps(draw: st.DrawFn, stretch: Stretch) -> Step:
    """Return any step of *stretch* that the editor can make."""
    sides = _SIDES if stretch.sided else st.just(tuple(Side))
    step = Step(stretch=stretch.id, sides=draw(sides))
    match stretch.kind:
        case Kind.HOLD:
            return replace(step, hold=draw(st.none() | _seconds(60)))
        case Kind.MOVE:
            return replace(step, lasting=draw(st.none() | _seconds(7200)))
        case Kind.REPS:
            times, press = st.none() | st.integers(1, 12), st.none() | _seconds(10)
            return replace(step, times=draw(times), press=draw(press))
        case unreachable:
            assert_never(unreachable)


@st.composite
def edits(draw: st.DrawFn, catalogue: Catalogue) -> list[Routine]:
    """Return a routine of *catalogue* and what it becomes, edit by edit."""
    routine = draw(st.sampled_from(list(catalogue.routines.values())))
    versions = [routine]
    for _edit in range(draw(st.integers(0, 8))):
        routine = draw(_edited(routine, catalogue))
        versions.append(routine)
    return versions


@st.composite
def _edited(draw: st.DrawFn, routine: Routine, catalogue: Catalogue) -> Routine:
    names = st.sampled_from(list(catalogue.stretches))
    adding = st.builds(
        routine_draft.added, st.just(routine), names, st.none() | st.integers(0, 9)
    )
    naming = st.builds(routine_draft.renamed, st.just(routine), NAMES)
    warming = st.just(replace(routine, warm_up=not routine.warm_up))
    if not routine.steps:
        return draw(adding | naming | warming)
    which = draw(st.integers(0, len(routine.steps) - 1))
    stretch = catalogue.stretches[routine.steps[which].stretch]
    moving = st.builds(
        routine_draft.moved, st.just(routine), st.just(which), st.integers(-1, 12)
    )
    removing = st.just(routine_draft.removed(routine, which))
    changing = st.builds(
        routine_draft.changed, st.just(routine), st.just(which), steps(stretch)
    )
    return draw(adding | naming | warming | moving | removing | changing)
