"""A session from Start to its record, and what it does to the reminders.

`core.player` knows where a running session stands; this module begins one
from an offer and settles what a finished or broken-off one means.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import assert_never

from stretchbreak.core import choice, events, player, prompt, sitting
from stretchbreak.core.asking import seated, taken_over
from stretchbreak.core.choice import Offer
from stretchbreak.core.effects import (
    Effect,
    Hidden,
    PromptHidden,
    SessionEnded,
    SessionStarted,
)
from stretchbreak.core.history import Result, Session
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment
from stretchbreak.core.offering import allowed, offer
from stretchbreak.core.player import Player, Running
from stretchbreak.core.prompt import Prompt, Stage
from stretchbreak.core.reminder import every, reset
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.world import World

PARTIAL_DELAY = timedelta(minutes=10)
"""How long after a session cut short its prompt is due again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Underway:
    """A running session.

    Attributes:
        player: Where it stands.
        began: When it began.
        answered: The prompt that was due when it began, if any.
    """

    player: Player
    began: Moment
    answered: Prompt | None


def refusal(memory: Memory, catalogue: Catalogue, routine: str | None) -> str | None:
    """Return why *routine* cannot be started, or None if it can."""
    if routine is None:
        return None
    if routine not in catalogue.routines:
        known = ", ".join(sorted(catalogue.routines))
        return f"There is no routine {routine!r}. There are: {known}."
    if allowed(memory.safety, catalogue, routine):
        return None
    if memory.safety is Safety.UNANSWERED:
        return "Answer the safety page first; until then there is only walking."
    return "The safety page leaves walking only. Its answer can be changed there."


def wanted(memory: Memory, world: World, routine: str | None, *, warm: bool) -> Offer:
    """Return what Start begins: *routine*, or else what is asked, or the stretch."""
    asking = memory.prompt
    if routine is None and asking is not None and asking.stage is Stage.SHOWN:
        return replace(asking.offer, warm=True) if warm else asking.offer
    if routine is None:
        routine = choice.SHORT if may_stretch(memory.safety) else choice.WALK
    return choice.offer(
        world.catalogue.routines[routine],
        world.catalogue,
        world.settings,
        world.history,
        warm=warm,
    )


def begin(
    memory: Memory, world: World, chosen: Offer
) -> tuple[Memory, Underway, tuple[Effect, ...]]:
    """Return what is remembered and what runs once *chosen* has begun."""
    plan = choice.planned(chosen, world.catalogue, world.settings)
    underway = Underway(
        player=player.begin(plan, world.now.steady),
        began=world.now,
        answered=memory.prompt,
    )
    effects: tuple[Effect, ...] = (SessionStarted(chosen.routine),)
    if memory.prompt is not None and memory.prompt.stage is Stage.SHOWN:
        effects = (PromptHidden(Hidden.ANSWERED), *effects)
    seat = sitting.begin_session(memory.sitting, world.now.steady)
    # A session answers every appointment that can still be answered.
    memory = replace(memory, sitting=seat, prompt=None, unanswered={})
    return memory, underway, effects


def obeyed(run: Player, wish: events.SessionEvent, now: timedelta) -> Player:  # noqa: PLR0911 - one line a wish
    """Return *run* after the user's *wish*."""
    match wish:
        case events.SessionPauseAsked():
            running = isinstance(run.state, Running)
            return player.stop(run, now) if running else player.go_on(run, now)
        case events.SessionContinued():
            return player.go_on_exactly(run, now)
        case events.NextAsked():
            return player.skip_ahead(run, now)
        case events.PreviousAsked():
            return player.go_back(run, now)
        case events.HurtSaid():
            return player.stop(run, now, hurt=True)
        case events.LeaveOutAsked():
            return player.leave_out(run, now)
        case events.EasierAsked():
            return player.go_on(run, now)
        case unreachable:
            assert_never(unreachable)


def end(
    memory: Memory, world: World, underway: Underway
) -> tuple[Memory, tuple[Effect, ...], Session]:
    """Return what is remembered once *underway* ends now, and its record."""
    record = _record(underway, world.now)
    done = record.result is Result.DONE
    seat = sitting.wait(memory.sitting, world.now.steady, rested=done)
    memory = replace(memory, sitting=seat)
    if done:
        memory = _break_taken(memory, world, underway)
    elif underway.answered is not None:
        again = prompt.delay(underway.answered, PARTIAL_DELAY, world.now.steady)
        # An appointment that came meanwhile is asked in its place.
        due = replace(memory, prompt=again)
        memory = taken_over(due, memory.prompt) if memory.prompt else due
    return memory, (SessionEnded(record),), record


def _record(underway: Underway, now: Moment) -> Session:
    run = underway.player
    return Session(
        routine=run.plan.routine,
        began=underway.began.local,
        ended=now.local,
        result=player.result(run, now.steady),
        planned=run.plan.total,
        spent=player.spent(run, now.steady),
        stretches=player.outcomes(run, now.steady),
    )


def _break_taken(memory: Memory, world: World, underway: Underway) -> Memory:
    """Return *memory* with those reminders reset that the session is enough for.

    A reminder whose own routine is longer keeps its count, unless it was the
    one that asked.
    """
    done = _usual_length(world, underway.player.plan.routine)
    names = {
        rule.name
        for rule in every(world.settings)
        if _usual_length(world, offer(memory, world, rule).routine) <= done
    }
    if underway.answered is not None:
        names.add(underway.answered.reminder)
    meter = seated(memory, world)
    return replace(memory, rested=meter, marks=reset(memory.marks, names, meter))


def _usual_length(world: World, routine: str) -> timedelta:
    """Return how long *routine* takes with all that belongs to it."""
    whole = choice.offer(
        world.catalogue.routines[routine],
        world.catalogue,
        world.settings,
        world.history,
    )
    return choice.planned(whole, world.catalogue, world.settings).total
