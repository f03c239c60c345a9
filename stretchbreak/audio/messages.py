"""The lines that pass between the program and the child that makes its sound."""

from typing import Any

import msgspec
from msgspec import Struct

from stretchbreak.core.choices import Accent, Pace
from stretchbreak.core.cues import Chime, Kind


class Prepare(Struct, tag="prepare", frozen=True, kw_only=True):
    """How to sound from now on.

    Attributes:
        volume: In percent.
    """

    voice: bool
    chimes: bool
    volume: int
    pace: Pace
    accent: Accent


class Sound(Struct, frozen=True, kw_only=True):
    """A cue and its moments, in seconds of the machine's steady clock.

    Attributes:
        at: When the chime comes.
        say_at: When the words begin.
    """

    kind: Kind
    at: float
    chime: Chime | None
    say: str
    say_at: float


class Play(Struct, tag="play", frozen=True):
    """Be silent, and then let these be heard instead of what was to come."""

    sounds: tuple[Sound, ...]


class Finish(Struct, tag="finish", frozen=True):
    """End once all that was to come has been heard."""


class Ready(Struct, tag="ready", frozen=True, kw_only=True):
    """Everything is set up, as far as it can be.

    Attributes:
        voice: The voice in use; empty if there is none or none is wanted.
        chimes: The device in use; empty if there is none or none is wanted.
        missing: What cannot be heard, why, and what would bring it; one line
            for each. Empty if all that is wanted can be heard.
    """

    voice: str
    chimes: str
    missing: tuple[str, ...]


class Began(Struct, tag="began", frozen=True, kw_only=True):
    """A chime or words have begun.

    Attributes:
        what: "chime" or "words".
        at: When, in seconds of the machine's steady clock.
        late: How many seconds after its moment.
    """

    kind: Kind
    what: str
    at: float
    late: float


class Spoke(Struct, tag="spoke", frozen=True):
    """The voice has said all it had to say."""

    at: float


class Trouble(Struct, tag="trouble", frozen=True):
    """Something went wrong that the child survived."""

    why: str


Order = Prepare | Play | Finish
News = Ready | Began | Spoke | Trouble


def line(message: Struct) -> bytes:
    """Return *message*, an order or news, as a line with its end."""
    return msgspec.json.encode(message) + b"\n"


def order(written: bytes) -> Order:
    """Return the order that *written* is.

    Raises:
        ValueError: It is none.
    """
    said: Order = _read(written, Order)
    return said


def news(written: bytes) -> News:
    """Return the news that *written* is.

    Raises:
        ValueError: It is none.
    """
    said: News = _read(written, News)
    return said


def _read(written: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(written, type=kind)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
