"""Keeps the line of today, beside the rules and without a say in them.

Each turn it is told how things stand and what was decided, and writes down
what is new. An absence is known only once it has lasted; the line is then
corrected, as the seat meter is.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from stretchbreak.core.day import Day, Did, Mark, Spell, Was, began
from stretchbreak.core.effects import (
    Effect,
    Effects,
    HeldBack,
    Hidden,
    PromptHidden,
    PromptShown,
    Released,
    Rested,
    SessionEnded,
    Skipped,
    Snoozed,
)
from stretchbreak.core.history import Result
from stretchbreak.core.holds import OUTSIDE
from stretchbreak.core.moment import Moment
from stretchbreak.core.prompt import Prompt, Stage
from stretchbreak.core.state import State
from stretchbreak.core.whereabouts import Absent, InSession, Present
from stretchbreak.core.world import World

MOST = 200
"""Of each kind so many are kept, the newest; no ordinary day has more."""
BRIEF = timedelta(minutes=1)
"""A shorter absence, such as a lock by mistake, is left out of the line."""


def after(state: State, world: World, effects: Effects, before: Prompt | None) -> Day:
    """Return the day of *state*, now that this happened.

    Args:
        state: What is remembered.
        world: As it is.
        effects: What has just been decided.
        before: The prompt as it was before that.
    """
    day, now = state.day, world.now
    seats = _followed(day.seats, *_seat(state, now.steady))
    asked = _followed(day.asked, _asked(state, world), now.steady)
    marks = tuple(_marks(state, now, effects, before)) if effects else ()
    if seats is day.seats and asked is day.asked and not marks:
        return day
    dawn = began(now)
    return Day(
        seats=_since(dawn, seats),
        asked=_since(dawn, asked),
        marks=tuple(m for m in (*day.marks, *marks) if m.at >= dawn)[-MOST:],
    )


def _seat(state: State, now: timedelta) -> tuple[Was, timedelta]:
    """Return where the user is, and since when."""
    match state.sitting.where:
        case Present(since=since):
            return Was.SITTING, since
        case Absent(began=since):
            return Was.AWAY, since
        case InSession():
            return Was.SESSION, now


def _asked(state: State, world: World) -> Was:
    if state.pause is not None:
        return Was.PAUSED
    asking = state.prompt
    if asking is not None and asking.stage is Stage.HELD and world.holds & OUTSIDE:
        return Was.HELD
    return Was.CLOSED if state.closed else Was.ON


def _followed(line: tuple[Spell, ...], was: Was, since: timedelta) -> tuple[Spell, ...]:
    """Return *line* going on with what is so *since* then, known only now."""
    if line and line[-1].was is was:
        if since >= line[-1].began:
            return line
        return _followed(line[:-1], was, since)  # it turned out to be longer
    kept = line
    while kept and kept[-1].began >= since:
        kept = kept[:-1]
    if kept and kept[-1].was is was:
        return kept
    if len(kept) > 1 and _was_brief(kept[-1], since) and kept[-2].was is was:
        return kept[:-1]
    return (*kept, Spell(was, since))


def _was_brief(spell: Spell, until: timedelta) -> bool:
    return spell.was is Was.AWAY and until - spell.began < BRIEF


def _since(dawn: timedelta, line: tuple[Spell, ...]) -> tuple[Spell, ...]:
    """Return *line* without what was over before *dawn*."""
    over = sum(later.began <= dawn for later in line[1:])
    return line[over:][-MOST:]


def _marks(
    state: State, now: Moment, effects: Effects, before: Prompt | None
) -> Iterator[Mark]:
    asking = state.prompt or before
    due = asking.due if asking is not None else None
    for effect in effects:
        mark = _mark(effect, state, now, before)
        if mark is not None:
            yield replace(mark, due=due)


def _mark(  # noqa: PLR0911 - one an effect
    effect: Effect, state: State, now: Moment, before: Prompt | None
) -> Mark | None:
    at, asking = now.steady, state.prompt
    was_held = bool(state.day.marks) and state.day.marks[-1].did is Did.HELD
    match effect:
        case HeldBack(by):
            return Mark(at=at, did=Did.HELD, by=by)
        case Released() if was_held:
            return Mark(at=at, did=Did.RELEASED)
        case PromptShown(appointment=name):
            anyway = asking is not None and asking.anyway
            return Mark(at=at, did=Did.SHOWN, anyway=anyway, name=name or "")
        case PromptHidden(Hidden.EXPIRED):
            return Mark(at=at, did=Did.UNANSWERED)
        case Snoozed():
            until = asking.until if asking is not None else None
            return Mark(at=at, did=Did.SNOOZED, until=until)
        case Skipped():
            return Mark(at=at, did=Did.SKIPPED)
        case Rested(since) if since == now.local:
            return Mark(at=at, did=Did.WALKED)
        case Rested() if asking is None and before is not None and not before.appeared:
            return Mark(at=at, did=Did.SPARED)
        case SessionEnded(session):
            done = Did.DONE if session.result is Result.DONE else Did.CUT_SHORT
            return Mark(at=at, did=done, name=session.routine)
        case _:  # seen in the line, or of no lasting interest
            return None
