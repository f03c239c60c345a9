"""What the routine editor says."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import assert_never

from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Disorder, Routine, Stretch
from stretchbreak.core.routine_draft import Fault
from stretchbreak.qt import wording
from stretchbreak.qt.duration_box import words

OURS = (
    "This one comes with Stretchbreak and stays as it is. "
    "A copy of it is yours to change."
)
NO_FILE = "It is kept as soon as it has a step."


def total(plan: Plan) -> str:
    """Return how long *plan* takes, and of what that is the sum."""
    whole = f"{words(plan.total)} in all"
    if not plan.warm_up:
        return whole
    return f"{whole}, {wording.short(plan.warm_up)} of it to warm up"


def about_steps(routine: Routine, plan: Plan) -> str:
    """Return what *routine* is made of and how long it takes, for a list."""
    count = routine.choose or len(plan.stretches)
    length = wording.short(plan.total)
    if not count:
        return length
    return f"{length}, {wording.stretches(count)}"


def fault(wrong: Fault | Disorder, stretches: Mapping[str, Stretch]) -> str:
    """Return in words why a routine is not kept, and what would mend it."""
    match wrong:
        case Fault.NO_NAME:
            return "A routine needs a name."
        case Fault.NO_ABOUT:
            return "Say in a few words what it is for."
        case Fault.NO_STEPS:
            return "There is no step in it yet. Add a stretch."
        case Fault.UNKNOWN_STRETCH | Fault.MISFIT:
            return "A step does not fit its stretch. Remove it, and add it again."
        case Disorder.TWIST_FIRST:
            twist = _name("spinal-twist", stretches)
            return (
                f"{twist} must not come first: it wants a back that has moved already. "
                "Put another stretch before it."
            )
        case Disorder.DOUBLE_KNEE_EARLY:
            double = _name("double-knee-to-chest", stretches)
            single = _name("single-knee-to-chest", stretches)
            return f"{double} must come after {single}: one knee at a time first."
        case unreachable:
            assert_never(unreachable)


def not_kept(why: str, *, new: bool) -> str:
    """Return that a routine is not kept, and *why*."""
    return why if new else f"{why} Until then the routine stays as it was."


def removed(routine: Routine, appointments: Sequence[str], *, ours: bool) -> str:
    """Return that *routine* is no longer there, and what it means."""
    if ours:
        return f"{routine.name} is deleted; the built-in one is back in its place."
    gone = f"{routine.name} is deleted."
    if not appointments:
        return gone
    which = " and ".join(appointments)
    verb = "names" if len(appointments) == 1 else "name"
    return f"{gone} Your appointment {which} {verb} it and offers the usual break now."


def still_used(stretch: Stretch, users: Sequence[Routine]) -> str:
    """Return that *stretch* cannot be deleted, because of *users*."""
    names = ", ".join(each.name for each in users)
    return f"{stretch.name} is a step of {names}. Remove it there first."


def would_not_fit(stretch: Stretch, routine: Routine) -> str:
    """Return that *routine* does *stretch* in a way that it would have no longer."""
    return (
        f"{routine.name} does {stretch.name} on one side alone, and would not fit "
        "it any more. Change that there first; nothing is saved."
    )


def written(routine: Routine, file: Path, own: Sequence[Stretch]) -> str:
    """Return that *routine* was written to *file*, and what else it needs."""
    said = f"{routine.name} is in {file} now."
    if not own:
        return said
    names = " and ".join(each.name for each in own)
    return f"{said} Whoever reads it in needs your own {names} as well."


def read(what: Routine | Stretch) -> str:
    """Return that *what* was taken in."""
    return f"{what.name} is one of your own now."


def _name(id_: str, stretches: Mapping[str, Stretch]) -> str:
    known = stretches.get(id_)
    return known.name if known is not None else id_
