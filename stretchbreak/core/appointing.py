"""Appointments as they come, are asked, and are answered or missed.

What an appointment is, is in `core.appointment`. Here its time comes: it takes
the prompt's place, and is missed when it was not answered within its patience.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from stretchbreak.core import appointment
from stretchbreak.core.asking import World, appointment_offer, hidden
from stretchbreak.core.effects import AppointmentMissed, Effect, Hidden
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import add, elapsed
from stretchbreak.core.prompt import UNSHOWN, Prompt, Stage, fall_due

Outcome = tuple[Memory, tuple[Effect, ...]]


def advance(memory: Memory, world: World) -> Outcome:
    """Return *memory* with the appointments that have come or are missed by now."""
    memory, effects = _missed(memory, world)
    for text in world.settings.appointments:
        reached = memory.reached.get(text, add(world.now.local, -timedelta.resolution))
        for at in appointment.between(text, reached, world.now.local):
            late = elapsed(at, world.now.local)
            memory, more = _come(memory, world, text, late)
            effects += more
        latest = max(reached, world.now.local, key=datetime.timestamp)
        memory = replace(memory, reached={**memory.reached, text: latest})
    return memory, effects


def next_wake(memory: Memory, world: World) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock."""
    now = world.now
    times = [
        now.steady + elapsed(now.local, appointment.next_after(text, now.local))
        for text in world.settings.appointments
    ]
    times += memory.unanswered.values()
    asking = memory.prompt
    if asking is not None and _lapses(asking):
        times.append(asking.deadline)
    return min(times, default=None)


def _come(memory: Memory, world: World, text: str, late: timedelta) -> Outcome:
    """Return *memory* with *text*, whose time was *late* ago, to be asked."""
    if late >= appointment.PATIENCE:
        return memory, (AppointmentMissed(text),)
    deadline = world.now.steady + appointment.PATIENCE - late
    asking = memory.prompt
    if asking is not None and asking.appointment is not None:
        waiting = {**memory.unanswered, text: deadline}
        return replace(memory, unanswered=waiting), ()
    wanted = fall_due(
        asking.reminder if asking is not None else "",
        appointment_offer(memory, world, text),
        world.now.steady,
    )
    asked = replace(wanted, appointment=text, deadline=deadline)
    return replace(memory, prompt=asked), hidden(asking, Hidden.REPLACED)


def _missed(memory: Memory, world: World) -> Outcome:
    """Return *memory* without the appointments whose patience is over."""
    now = world.now.steady
    missed = [text for text, until in memory.unanswered.items() if now >= until]
    left = {t: until for t, until in memory.unanswered.items() if t not in missed}
    memory = replace(memory, unanswered=left)
    asking = memory.prompt
    if asking is not None and _lapses(asking) and now >= asking.deadline:
        missed.append(asking.appointment or "")
        memory = replace(memory, prompt=None)
    return memory, tuple(AppointmentMissed(text) for text in missed)


def _lapses(asking: Prompt) -> bool:
    """Return whether *asking* is an appointment that its deadline ends."""
    return asking.appointment is not None and (
        asking.stage in UNSHOWN or asking.stage is Stage.EXPIRED
    )
