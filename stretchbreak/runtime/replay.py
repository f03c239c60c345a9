"""A journal lived through again, by the real coach.

A launch in it says what the coach began from, so that the same events give
the same decisions. Where the launch is given up already, a line that says how
everything stood serves as well. What comes before cannot be replayed.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from stretchbreak.core.coach import Coach
from stretchbreak.core.effects import Effect
from stretchbreak.core.events import Event, Launched
from stretchbreak.core.routine import Catalogue
from stretchbreak.runtime import journal


class NothingToReplayError(Exception):
    """There is no launch in the journal to begin from."""


def replay(
    lines: Iterable[bytes], catalogue: Catalogue, say: Callable[[str], None]
) -> Iterator[tuple[datetime, Effect]]:
    """Yield what is decided on the day that *lines* tell of, each with its time.

    Args:
        lines: The journal's lines, in order.
        catalogue: All routines that the program knew.
        say: Is told which lines are passed over, and why.

    Raises:
        NothingToReplayError: There is no launch in it to begin from.
    """
    coach: Coach | None = None
    older = 0
    for number, line in enumerate(lines, 1):
        try:
            event = journal.event(line)
            begins = event if coach is not None or event else journal.standing(line)
            coach = coach if begins is None else _begun(begins, catalogue) or coach
            effects = () if event is None or coach is None else _decided(coach, event)
        except (ValueError, ArithmeticError, LookupError) as error:
            # A line may be well-formed and still say what cannot have been.
            say(f"line {number}: {error}; it is passed over")
            continue
        if coach is None:
            older += 1
        elif older:
            say(f"its launch is not in it; {older} older lines are passed over")
            older = 0
        if event is not None:
            yield from ((event.at.local, effect) for effect in effects)
    if coach is None:
        raise NothingToReplayError("expected a launch to begin from; there is none")


def _begun(event: Event, catalogue: Catalogue) -> Coach | None:
    """Return the coach that begins with *event*, if it is a launch that says all."""
    match event:
        case Launched(_, memory, settings, history):
            if memory is None or settings is None or history is None:
                return None
            return Coach(settings, catalogue, history, memory)
        case _:
            return None


def _decided(coach: Coach, event: Event) -> tuple[Effect, ...]:
    """Return what *coach* decides on *event*.

    Raises:
        ValueError: It is from before what was replayed already.
    """
    if event.at.steady < coach.memory().at.steady:
        raise ValueError("expected a time not before that of the line before")
    return coach.handle(event)
