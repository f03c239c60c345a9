"""What a reminder or an appointment offers at present.

Which stretches a routine is filled with is in `core.choice`; here it meets
the safety page, the day's sessions and the user's own words.
"""

from dataclasses import replace

from stretchbreak.core import appointment, choice
from stretchbreak.core.choice import Offer
from stretchbreak.core.memory import Memory
from stretchbreak.core.prompt import Stage
from stretchbreak.core.reminder import Reminder, reminders
from stretchbreak.core.routine import Catalogue, Kind
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.world import World


def offer(memory: Memory, world: World, reminder: Reminder) -> Offer:
    """Return what *reminder* offers now."""
    return _offer_of(reminder.routine or _offered(memory, world), world)


def appointment_offer(memory: Memory, world: World, text: str) -> Offer:
    """Return what the appointment *text* offers: its routine, where it may be."""
    routine = appointment.parse(text).routine
    if routine not in world.catalogue.routines:
        routine = _offered(memory, world)
    if not allowed(memory.safety, world.catalogue, routine):
        routine = choice.WALK
    return _offer_of(routine, world)


def allowed(safety: Safety, catalogue: Catalogue, routine: str) -> bool:
    """Return whether *safety* leaves *routine*; light movement it always does."""
    steps = catalogue.routines[routine].steps
    kinds = {catalogue.stretches[step.stretch].kind for step in steps}
    return may_stretch(safety) or kinds == {Kind.MOVE}


def offer_anew(memory: Memory, world: World) -> Memory:
    """Return *memory* with what its prompt offers chosen again.

    A prompt whose reminder is switched off is none, unless it is shown.
    """
    asking = memory.prompt
    if asking is None:
        return memory
    if asking.appointment is not None:
        wanted = appointment_offer(memory, world, asking.appointment)
        return replace(memory, prompt=replace(asking, offer=wanted))
    rules = {rule.name: rule for rule in reminders(world.settings)}
    rule = rules.get(asking.reminder)
    if rule is None:
        return memory if asking.stage is Stage.SHOWN else replace(memory, prompt=None)
    return replace(memory, prompt=replace(asking, offer=offer(memory, world, rule)))


def _offered(memory: Memory, world: World) -> str:
    return choice.offered(world.settings, memory.safety, world.history, world.now.local)


def _offer_of(routine: str, world: World) -> Offer:
    return choice.offer(
        world.catalogue.routines[routine],
        world.catalogue,
        world.settings,
        world.history,
    )
