"""A session from Start to its record, and what it does to the reminders.

`core.player` knows where a running session stands; this module begins one
from an offer and settles what a finished or broken-off one means.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from stretchbreak.core import choice, events, player, prompt, results, sitting
from stretchbreak.core.choice import Offer
from stretchbreak.core.effects import (
    Effects,
    Hidden,
    SessionStarted,
)
from stretchbreak.core.history import Result, Session
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment, add
from stretchbreak.core.offering import allowed, offer, offer_of
from stretchbreak.core.player import Player, Running
from stretchbreak.core.prompt import Stage, hidden
from stretchbreak.core.reminder import every, reset
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.state import State
from stretchbreak.core.underway import Underway
from stretchbreak.core.world import World

PARTIAL_DELAY = timedelta(minutes=10)
"""How long after a session cut short its prompt is due again."""
FORGOTTEN = timedelta(minutes=30)
"""Nobody comes back to a session that was stopped for so long; and until it ends,
nothing reminds."""


End = Callable[[State, World, Underway], Session]
"""A way to end a session, which gives its record."""


def refusal(state: State, catalogue: Catalogue, routine: str | None) -> str | None:
    """Return why *routine* cannot be started, or None if it can."""
    if routine is None:
        return None
    if routine not in catalogue.routines:
        known = ", ".join(sorted(catalogue.routines))
        return f"There is no routine {routine!r}. There are: {known}."
    if allowed(state.safety, catalogue, routine):
        return None
    if state.safety is Safety.UNANSWERED:
        return "Answer the safety page first; until then there is only walking."
    if state.safety is Safety.ADVISED:
        return "Stretches are off until you turn them on again on the safety page."
    return "The safety page leaves walking only. Its answer can be changed there."


def wanted(state: State, world: World, routine: str | None, *, warm: bool) -> Offer:
    """Return what Start begins: *routine*, or else what is asked, or the stretch."""
    asking = state.prompt
    if routine is None and asking is not None and asking.stage is Stage.SHOWN:
        return replace(asking.offer, warm=True) if warm else asking.offer
    if routine is None:
        stretches = may_stretch(state.safety) and not world.history.walk_next
        routine = choice.SHORT if stretches else choice.WALK
    return offer_of(world, routine, warm=warm)


def begin(state: State, world: World, chosen: Offer) -> tuple[Underway, Effects]:
    """Begin *chosen*, and return what runs."""
    plan = choice.planned(chosen, world.catalogue, world.settings)
    underway = Underway(
        player=player.begin(plan, world.now.steady),
        began=world.now,
        answered=state.prompt,
    )
    effects = (*hidden(state.prompt, Hidden.ANSWERED), SessionStarted(chosen.routine))
    state.sitting = sitting.begin_session(state.sitting, world.now.steady)
    # A session answers every appointment that can still be answered.
    state.prompt, state.unanswered = None, {}
    return underway, effects


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
        case events.MuteAsked():
            return player.toggle_mute(run)
        case unreachable:
            assert_never(unreachable)


def forgotten_at(state: State, underway: Underway) -> timedelta | None:
    """Return when *underway* ends by itself because it was stopped and forgotten.

    On the steady clock; None while it runs. While the screen is locked or the
    computer sleeps there is nobody to be reminded, and who comes back from there
    finds it waiting.
    """
    stopped = underway.player.state
    if isinstance(stopped, Running) or state.sitting.bars:
        return None
    return max(stopped.since, underway.back) + FORGOTTEN


def end_forgotten(state: State, world: World, underway: Underway) -> Session:
    """End *underway*, and return its record: it ended when it was stopped."""
    record, stopped = end(state, world, underway), underway.player.state
    if isinstance(stopped, Running):
        return record
    ended = add(world.now.local, stopped.since - world.now.steady)
    return replace(record, ended=ended)


def if_killed(state: State, world: World, underway: Underway) -> Memory:
    """Return what must be remembered should the program be killed now.

    It is what ending *underway* now would leave, and the record of it.
    """
    after = State.of(state.memory(world.now))
    record = end(after, world, underway)
    return replace(after.memory(world.now), unfinished=record)


def end(state: State, world: World, underway: Underway) -> Session:
    """End *underway* now, and return its record."""
    now, record = world.now.steady, _record(underway, world.now)
    done = record.result is Result.DONE
    state.sitting = sitting.wait(state.sitting, now, rested=done)
    if done:
        _break_taken(state, world, underway)
    elif underway.answered is not None:
        # An appointment that came meanwhile is asked in its place.
        came = state.prompt
        state.prompt = prompt.delay(underway.answered, PARTIAL_DELAY, now)
        if came is not None:
            state.take_over(came)
    return record


def _record(underway: Underway, now: Moment) -> Session:
    run = underway.player
    return Session(
        routine=run.plan.routine,
        began=underway.began.local,
        ended=now.local,
        result=results.result(run, now.steady),
        planned=run.plan.total,
        spent=player.spent(run, now.steady),
        stretches=results.outcomes(run, now.steady),
    )


def _break_taken(state: State, world: World, underway: Underway) -> None:
    """Reset those reminders that the session is enough for.

    A reminder whose own routine is longer keeps its count, unless it was the
    one that asked.
    """
    plan = underway.player.plan
    known = plan.routine in world.catalogue.routines  # it may be gone by now
    enough = _length(world, offer_of(world, plan.routine)) if known else plan.total
    names = {
        rule.name
        for rule in every(world.settings)
        if _length(world, offer(state, world, rule)) <= enough
    }
    if underway.answered is not None:
        names.add(underway.answered.reminder)
    state.rested = state.meter(world.now.steady)
    state.marks = reset(state.marks, names, state.rested)


def _length(world: World, whole: Offer) -> timedelta:
    """Return how long *whole* takes with all that belongs to it."""
    return choice.planned(whole, world.catalogue, world.settings).total
