"""What the user says of the back and of single stretches, and what follows."""

from stretchbreak.core.effects import Effects, Notice, Noticed, Refused, Remarked
from stretchbreak.core.events import FeelingSaid
from stretchbreak.core.feeling import (
    Feeling,
    Felt,
    FoundFine,
    FoundPainful,
    Remark,
    TurnedOn,
    wants_advice,
)
from stretchbreak.core.history import remember
from stretchbreak.core.offering import offer_anew
from stretchbreak.core.safety import Safety
from stretchbreak.core.state import State
from stretchbreak.core.world import World


def look_back(state: State, world: World, said: FeelingSaid) -> Effects:
    """Take in how the back feels, and which stretches of the last session hurt."""
    closing, world.closing = world.closing, None
    if closing is None:
        return (Refused("There is no session to look back at."),)
    at = said.at.local
    painful = [name for name in said.painful if name in closing.names]
    kept = tuple(_keep(world, FoundPainful(at, name)) for name in painful)
    advised = False
    if said.feeling is not None:
        kept = (*kept, _keep(world, Felt(at, said.feeling)))
        advised = wants_advice(world.history.felt)
    if advised:
        state.safety = Safety.ADVISED
    offer_anew(state, world)
    if advised:
        return (*kept, Noticed(Notice.SEE_SOMEBODY))
    return (*kept, Noticed(Notice.WORSE)) if said.feeling is Feeling.WORSE else kept


def answer_safety(state: State, world: World, safety: Safety) -> Effects:
    """Take in what was said on the safety page; it may turn stretches on again."""
    effects: Effects = ()
    if safety is Safety.CLEAR and wants_advice(world.history.felt):
        effects = (_keep(world, TurnedOn(world.now.local)),)
    state.safety = safety
    offer_anew(state, world)
    return effects


def find_fine(world: World, stretch: str) -> Effects:
    """Let *stretch* be chosen again."""
    if stretch not in world.history.painful:
        return (Refused(f"Nothing hurt in {stretch!r}."),)
    return (_keep(world, FoundFine(world.now.local, stretch)),)


def _keep(world: World, remark: Remark) -> Remarked:
    world.history = remember(world.history, remark)
    return Remarked(remark)
