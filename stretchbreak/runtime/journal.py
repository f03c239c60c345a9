"""The journal's lines: what happened, and what was decided.

    {"type": "Locked", "at": ...}                     an event
    {"did": {"at": ..., "event": "prompt", ...}}      what came of it
    {"stood": {"type": "Launched", "at": ...}}        how everything stood

The events, replayed, give the same decisions again; with those that are
written after them, a replay can be compared. It begins at a launch, or, where
the launch has been given up with the oldest file, at how everything stood.
"""

import json
from datetime import datetime

from stretchbreak.core.effects import Effect
from stretchbreak.core.events import Event, Launched
from stretchbreak.runtime.tagged import from_plain, to_plain
from stretchbreak.runtime.timeline import entry

DID = "did"
STOOD = "stood"


def line(event: Event) -> str:
    """Return *event* as one line of JSON."""
    return _compact(to_plain(event))


def decided(at: datetime, effect: Effect) -> str | None:
    """Return *effect* as one line of JSON, or None if it is in no timeline.

    Args:
        at: When it was decided, in local time.
        effect: What was decided.
    """
    told = entry(at, effect)
    return None if told is None else _compact({DID: told})


def stood(as_launched: Launched) -> str:
    """Return how everything stands, told as at a launch, as one line of JSON."""
    return _compact({STOOD: to_plain(as_launched)})


def standing(line: str | bytes) -> Launched | None:
    """Return how everything stood, or None where *line* says something else.

    Raises:
        ValueError: It says so wrongly.
    """
    plain = _plain(line)
    if not isinstance(plain, dict) or plain.keys() != {STOOD}:
        return None
    said: Launched = from_plain(plain[STOOD], Launched)
    return said


def event(line: str | bytes) -> Event | None:
    """Return the event that *line* says, or None where it says no event.

    Raises:
        ValueError: It says neither. The message names what was expected where.
    """
    plain = _plain(line)
    if isinstance(plain, dict) and plain.keys() in ({DID}, {STOOD}):
        return None
    said: Event = from_plain(plain, Event)
    return said


def _plain(line: str | bytes) -> object:
    try:
        plain: object = json.loads(line)
    except RecursionError as error:
        raise ValueError("expected JSON, not nested so deeply") from error
    return plain


def _compact(plain: object) -> str:
    return json.dumps(plain, separators=(",", ":"))
