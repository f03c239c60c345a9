"""The journal's lines: what happened, and what was decided.

    {"type": "Locked", "at": ...}                     an event
    {"did": {"at": ..., "event": "prompt", ...}}      what came of it

The events, replayed, give the same decisions again; with those that are
written after them, a replay can be compared.
"""

import json
from datetime import datetime

from stretchbreak.core.effects import Effect
from stretchbreak.core.events import Event
from stretchbreak.runtime.tagged import from_plain, to_plain
from stretchbreak.runtime.timeline import entry

DID = "did"


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


def event(line: str | bytes) -> Event | None:
    """Return the event that *line* says, or None where it says a decision.

    Raises:
        ValueError: It says neither. The message names what was expected where.
    """
    try:
        plain = json.loads(line)
    except RecursionError as error:
        raise ValueError("expected JSON, not nested so deeply") from error
    if isinstance(plain, dict) and plain.keys() == {DID}:
        return None
    said: Event = from_plain(plain, Event)
    return said


def _compact(plain: object) -> str:
    return json.dumps(plain, separators=(",", ":"))
