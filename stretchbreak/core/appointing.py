"""Appointments as they come, are asked, and are answered or missed.

What an appointment is, is in `core.appointment`. Here its time comes: it takes
the prompt's place, and is missed when it was not answered within its patience.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from stretchbreak.core import appointment
from stretchbreak.core.asking import hidden, taken_over
from stretchbreak.core.effects import AppointmentMissed, Effect, Hidden
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import add, elapsed
from stretchbreak.core.offering import appointment_offer, offer_anew
from stretchbreak.core.prompt import UNSHOWN, Prompt, Stage, fall_due
from stretchbreak.core.world import World

Outcome = tuple[Memory, tuple[Effect, ...]]

_UNASKED = UNSHOWN | {Stage.EXPIRED}
_BELIEVED = timedelta(days=1)
"""A clock that was set back by more had been wrong, not just ahead."""


def advance(memory: Memory, world: World) -> Outcome:
    """Return *memory* with the appointments that have come by now, in order."""
    now = world.now.local
    reached = {
        text: _reached(memory, text, now) for text in world.settings.appointments
    }
    come = [
        (elapsed(at, now), text)
        for text, after in reached.items()
        for at in appointment.between(text, after, now)
    ]
    effects: tuple[Effect, ...] = ()
    for late, text in sorted(come, key=lambda each: each[0], reverse=True):
        memory, more = _come(memory, world, text, late)
        effects += more
    latest = {text: max(after, now, key=_when) for text, after in reached.items()}
    # Two moments of a doubled hour compare equal, so they are not compared.
    if latest or memory.reached:
        memory = replace(memory, reached=latest)
    return memory, effects


def missed(memory: Memory, world: World) -> Outcome:
    """Return *memory* without the appointments whose patience is over.

    Nor with those that the user took off the list, which are not missed.
    """
    now, wanted = world.now.steady, world.settings.appointments
    over = [text for text, until in memory.unanswered.items() if now >= until]
    left = {
        text: until
        for text, until in memory.unanswered.items()
        if text in wanted and text not in over
    }
    if left != memory.unanswered:
        memory = replace(memory, unanswered=left)
    asking = memory.prompt
    if asking is not None and asking.appointment is not None:
        lapsed = _lapsing(asking) is not None and now >= asking.deadline
        if lapsed:
            over.append(asking.appointment)
        if lapsed or (asking.appointment not in wanted and asking.stage in _UNASKED):
            # The reminder that it stood for asks alone.
            alone = replace(asking, appointment=None)
            memory = offer_anew(replace(memory, prompt=alone), world)
    return memory, tuple(AppointmentMissed(text) for text in over if text in wanted)


def next_wake(memory: Memory, world: World) -> timedelta | None:
    """Return when any of this may next change something, on the steady clock."""
    now = world.now
    times = [
        now.steady + elapsed(now.local, appointment.next_after(text, now.local))
        for text in world.settings.appointments
    ]
    times += memory.unanswered.values()
    asking = memory.prompt
    if asking is not None and _lapsing(asking) is not None:
        times.append(asking.deadline)
    return min(times, default=None)


def _come(memory: Memory, world: World, text: str, late: timedelta) -> Outcome:
    """Return *memory* with *text*, whose time was *late* ago, to be asked."""
    if late >= appointment.PATIENCE:
        return memory, (AppointmentMissed(text),)
    wanted = fall_due("", appointment_offer(memory, world, text), world.now.steady)
    deadline = world.now.steady + appointment.PATIENCE - late
    asked = replace(wanted, appointment=text, deadline=deadline)
    return taken_over(memory, asked), hidden(memory.prompt, Hidden.REPLACED)


def _reached(memory: Memory, text: str, now: datetime) -> datetime:
    """Return up to when *text* has been dealt with."""
    reached = memory.reached.get(text)
    if reached is None or elapsed(now, reached) > _BELIEVED:
        return add(now, -timedelta.resolution)
    return reached


def _when(local: datetime) -> float:
    return local.timestamp()


def _lapsing(asking: Prompt | None) -> str | None:
    """Return the appointment of *asking* that its deadline would end, if any.

    One that is shown, or was put off by the user, gets its answer first.
    """
    if asking is None or asking.stage not in {Stage.HELD, Stage.EXPIRED}:
        return None
    return asking.appointment
