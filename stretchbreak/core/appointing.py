"""Appointments as they come, are asked, and are answered or missed.

What an appointment is, is in `core.appointment`. Here its time comes: it takes
the prompt's place, and is missed when it was not answered within its patience.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from stretchbreak.core import appointment
from stretchbreak.core.effects import AppointmentMissed, Effects, Hidden
from stretchbreak.core.moment import add, elapsed
from stretchbreak.core.offering import appointment_offer, offer_anew
from stretchbreak.core.prompt import UNSHOWN, Prompt, Stage, fall_due, hidden
from stretchbreak.core.state import State
from stretchbreak.core.world import World

_UNASKED = UNSHOWN | {Stage.EXPIRED}
_LAPSES = (Stage.HELD, Stage.EXPIRED)
_BELIEVED = timedelta(days=1)
"""A clock that was set back by more had been wrong, not just ahead."""


def advance(state: State, world: World) -> Effects:
    """Let the appointments that have come by now be asked, in order."""
    if not (world.settings.appointments or state.reached):
        return ()
    now = world.now.local
    reached = {text: _reached(state, text, now) for text in world.settings.appointments}
    come = [
        (elapsed(at, now), text)
        for text, after in reached.items()
        for at in appointment.between(text, after, now)
    ]
    effects: Effects = ()
    for late, text in sorted(come, key=lambda each: each[0], reverse=True):
        effects += _come(state, world, text, late)
    # Two moments of a doubled hour compare equal, so they are not compared.
    state.reached = {
        text: max(after, now, key=_when) for text, after in reached.items()
    }
    return effects


def missed(state: State, world: World) -> Effects:
    """Give up the appointments whose patience is over.

    And those that the user took off the list, which are not missed.
    """
    now, wanted = world.now.steady, world.settings.appointments
    over: list[str] = []
    if state.unanswered:
        over = [text for text, until in state.unanswered.items() if now >= until]
        state.unanswered = {
            text: until
            for text, until in state.unanswered.items()
            if text in wanted and text not in over
        }
    asking = state.prompt
    if asking is not None and asking.appointment is not None:
        lapsed = _lapsing(asking) is not None and now >= asking.deadline
        if lapsed:
            over.append(asking.appointment)
        if lapsed or (asking.appointment not in wanted and asking.stage in _UNASKED):
            # The reminder that it stood for asks alone.
            state.prompt = replace(asking, appointment=None)
            offer_anew(state, world)
    if not over:
        return ()
    return tuple(AppointmentMissed(text) for text in over if text in wanted)


def wakes(state: State, world: World) -> Iterator[timedelta]:
    """Yield each time at which any of this may next change something."""
    now, asking = world.now, state.prompt
    for text in world.settings.appointments:
        at = appointment.next_after(text, now.local)
        yield now.steady + elapsed(now.local, at)
    yield from state.unanswered.values()
    if asking is not None and _lapsing(asking) is not None:
        yield asking.deadline


def _come(state: State, world: World, text: str, late: timedelta) -> Effects:
    """Let *text*, whose time was *late* ago, be asked."""
    if late >= appointment.PATIENCE:
        return (AppointmentMissed(text),)
    asking, now = state.prompt, world.now.steady
    wanted = fall_due("", appointment_offer(state, world, text), now)
    deadline = now + appointment.PATIENCE - late
    state.take_over(replace(wanted, appointment=text, deadline=deadline))
    return hidden(asking, Hidden.REPLACED)


def _reached(state: State, text: str, now: datetime) -> datetime:
    """Return up to when *text* has been dealt with."""
    reached = state.reached.get(text)
    if reached is None or elapsed(now, reached) > _BELIEVED:
        return add(now, -timedelta.resolution)
    return reached


def _when(local: datetime) -> float:
    return local.timestamp()


def _lapsing(asking: Prompt | None) -> str | None:
    """Return the appointment of *asking* that its deadline would end, if any.

    One that is shown, or was put off by the user, gets its answer first.
    """
    if asking is None or asking.appointment is None:
        return None
    return asking.appointment if asking.stage in _LAPSES else None
