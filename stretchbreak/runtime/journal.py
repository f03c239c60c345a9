"""An event as a line of text, and back: a journal of them can be replayed."""

import json

from stretchbreak.core.events import Event
from stretchbreak.runtime.tagged import from_plain, to_plain


def line(event: Event) -> str:
    """Return *event* as one line of JSON."""
    return json.dumps(to_plain(event), separators=(",", ":"))


def event(line: str) -> Event:
    """Return the event that *line* says.

    Raises:
        ValueError: It says none. The message names what was expected where.
    """
    try:
        plain = json.loads(line)
    except RecursionError as error:
        raise ValueError("expected JSON, not nested so deeply") from error
    said: Event = from_plain(plain, Event)
    return said
