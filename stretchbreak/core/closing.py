"""After a session: looking back at it once the person is back, and what follows.

The question how the back feels waits until the first real input, so that nobody
is asked who still lies on the mat. It may be left unanswered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
from stretchbreak.core.history import Outcome, Session, remember
from stretchbreak.core.offering import offer_anew
from stretchbreak.core.plan import Plan
from stretchbreak.core.safety import Safety
from stretchbreak.core.state import State
from stretchbreak.core.world import World


@dataclass(frozen=True, slots=True)
class Closing:
    """A session looked back at.

    Attributes:
        session: What was done.
        names: What its stretches are called, by their ids.
        back: Whether the person is back at the computer.
    """

    session: Session
    names: Mapping[str, str]
    back: bool = False


def look_back(session: Session, plan: Plan) -> Closing | None:
    """Return what to show of *session*; nothing if nothing was stretched in it."""
    tried = session.stretched or session.those(Outcome.HURT)
    if not tried and not any(any(each.held) for each in session.stretches):
        return None
    names = {stretch.id: stretch.name for stretch in plan.stretches}
    return Closing(session, names)


def answer(
    state: State, world: World, closing: Closing | None, said: FeelingSaid
) -> Effects:
    """Take in how the back feels and which stretches of *closing* hurt."""
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
