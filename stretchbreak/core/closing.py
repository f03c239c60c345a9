"""After a session: what there is to look back at.

The question how the back feels waits until the first real input, so that nobody
is asked who still lies on the mat. It may be left unanswered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbreak.core.history import Outcome, Session
from stretchbreak.core.plan import Plan


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
