"""A routine while it is being changed: every edit, what is wrong, and undo.

An edit makes a new value of the old one, so that taking it back is to show the
old one again. A draft may be wrong for a while, such as without any step; only
one without a `fault` is a routine that its file would be accepted for.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from stretchbreak.core.routine import (
    Catalogue,
    Disorder,
    Routine,
    Step,
    order_fault,
    step_fault,
)

NEW_NAME = "My routine"
NEW_ABOUT = "Put together by you."
MOST_CHOSEN = 20


class Fault(Enum):
    """What a routine must not be, beside out of order."""

    NO_NAME = "no name"
    NO_ABOUT = "no word on what it is for"
    NO_STEPS = "no steps"
    UNKNOWN_STRETCH = "a stretch that there is not"
    MISFIT = "a step that does not fit its stretch"


@dataclass(frozen=True, slots=True)
class Draft:
    """A routine, and the ways it was before and after.

    Attributes:
        routine: As it is now.
        before: What undoing leads to, the last one first.
        after: What redoing leads to, the next one first.
    """

    routine: Routine
    before: tuple[Routine, ...] = ()
    after: tuple[Routine, ...] = ()

    def edited(self, routine: Routine) -> "Draft":
        """Return the draft with *routine* in place of what it was."""
        if routine == self.routine:
            return self
        return Draft(routine, (self.routine, *self.before))

    def undone(self) -> "Draft":
        """Return the draft without its last edit; without any, as it is."""
        if not self.before:
            return self
        last, *earlier = self.before
        return Draft(last, tuple(earlier), (self.routine, *self.after))

    def redone(self) -> "Draft":
        """Return the draft with the edit again that was taken back last."""
        if not self.after:
            return self
        next_, *later = self.after
        return Draft(next_, (self.routine, *self.before), tuple(later))


def new(name: str = NEW_NAME) -> Routine:
    """Return a routine to begin with. It has no id and no steps yet."""
    return Routine(id="", name=name, about=NEW_ABOUT, warm_up=True)


def added(routine: Routine, stretch: str, at: int | None = None) -> Routine:
    """Return *routine* with *stretch* as the step at *at*, or as its last one.

    A routine whose stretches were chosen automatically has steps from now on.
    """
    place = len(routine.steps) if at is None else at
    before, behind = routine.steps[:place], routine.steps[place:]
    steps = (*before, Step(stretch=stretch), *behind)
    return replace(routine, steps=steps, choose=0, place=None)


def moved(routine: Routine, which: int, to: int) -> Routine:
    """Return *routine* with the step at *which* at *to*, or as far as it goes."""
    steps = list(routine.steps)
    step = steps.pop(which)
    steps.insert(max(to, 0), step)
    return replace(routine, steps=tuple(steps))


def removed(routine: Routine, which: int) -> Routine:
    """Return *routine* without the step at *which*."""
    return replace(routine, steps=routine.steps[:which] + routine.steps[which + 1 :])


def changed(routine: Routine, which: int, step: Step) -> Routine:
    """Return *routine* with *step* in place of the one at *which*."""
    steps = (*routine.steps[:which], step, *routine.steps[which + 1 :])
    return replace(routine, steps=steps)


def renamed(routine: Routine, name: str) -> Routine:
    """Return *routine* by another name, without blanks around it."""
    return replace(routine, name=name.strip())


def fault(routine: Routine, catalogue: Catalogue) -> Fault | Disorder | None:
    """Return why *routine* cannot be kept, or None if it can."""
    if not routine.name.strip():
        return Fault.NO_NAME
    if not routine.about.strip():
        return Fault.NO_ABOUT
    if not routine.steps:
        return None if 1 <= routine.choose <= MOST_CHOSEN else Fault.NO_STEPS
    for step in routine.steps:
        stretch = catalogue.stretches.get(step.stretch)
        if stretch is None:
            return Fault.UNKNOWN_STRETCH
        if step_fault(step, stretch) is not None:
            return Fault.MISFIT
    return order_fault([step.stretch for step in routine.steps])


def id_for(name: str, taken: Callable[[str], bool]) -> str:
    """Return an id made of *name* that is not *taken*.

    It is a word on the command line and a file's name, so it has only small
    letters, digits and hyphens.
    """
    words = "".join(c.lower() if c.isalnum() else " " for c in name).split()
    base = "-".join(words)[:48].strip("-") or "routine"
    if not taken(base):
        return base
    number = 2
    while taken(f"{base}-{number}"):
        number += 1
    return f"{base}-{number}"


def copy_name(name: str, taken: Callable[[str], bool]) -> str:
    """Return what a copy of *name* is called, that is not *taken*."""
    number = 2
    while taken(f"{name} {number}"):
        number += 1
    return f"{name} {number}"
