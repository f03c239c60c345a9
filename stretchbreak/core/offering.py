"""What a reminder or an appointment offers at present.

Which stretches a routine is filled with is in `core.choice`; here it meets
the safety page, the day's sessions and the user's own words.
"""

from dataclasses import replace

from stretchbreak.core import appointment, choice
from stretchbreak.core.choice import Offer
from stretchbreak.core.prompt import Stage
from stretchbreak.core.reminder import Reminder
from stretchbreak.core.routine import Catalogue, Kind
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.state import State
from stretchbreak.core.world import World


def offer_of(world: World, routine: str, *, warm: bool = False) -> Offer:
    """Return *routine* as it would be done now, without its warm-up if *warm*."""
    return choice.offer(
        world.catalogue.routines[routine],
        world.catalogue,
        world.settings,
        world.history,
        warm=warm,
    )


def offer(state: State, world: World, reminder: Reminder) -> Offer:
    """Return what *reminder* offers now."""
    return offer_of(world, reminder.routine or _offered(state, world))


def appointment_offer(state: State, world: World, text: str) -> Offer:
    """Return what the appointment *text* offers: its routine, where it may be."""
    routine = appointment.parse(text).routine
    if routine not in world.catalogue.routines:
        routine = _offered(state, world)
    if world.history.walk_next or not allowed(state.safety, world.catalogue, routine):
        routine = choice.WALK
    return offer_of(world, routine)


def allowed(safety: Safety, catalogue: Catalogue, routine: str) -> bool:
    """Return whether *safety* leaves *routine*; light movement it always does."""
    steps = catalogue.routines[routine].steps
    kinds = {catalogue.stretches[step.stretch].kind for step in steps}
    return may_stretch(safety) or kinds == {Kind.MOVE}


def offer_anew(state: State, world: World) -> None:
    """Let what the prompt of *state* offers be chosen again.

    A prompt whose reminder is switched off is none, unless it is shown.
    """
    asking = state.prompt
    if asking is None:
        return
    if asking.appointment is not None:
        wanted = appointment_offer(state, world, asking.appointment)
        state.prompt = replace(asking, offer=wanted)
        return
    rules = {rule.name: rule for rule in world.reminders}
    rule = rules.get(asking.reminder)
    if rule is not None:
        state.prompt = replace(asking, offer=offer(state, world, rule))
    elif asking.stage is not Stage.SHOWN:
        state.prompt = None


def _offered(state: State, world: World) -> str:
    return choice.offered(world.settings, state.safety, world.history, world.now.local)
