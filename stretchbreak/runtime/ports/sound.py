"""What is heard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from stretchbreak.core.cues import Cue
from stretchbreak.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Timed:
    """A cue, and how long a timer must run to its moments.

    Attributes:
        wait: Until its chime.
        words_wait: Until its words.
    """

    cue: Cue
    wait: timedelta
    words_wait: timedelta


class Sound(Protocol):
    """Makes a session heard. Never raises, and keeps nobody waiting."""

    def on_news(self, call: Callable[[str], None]) -> None:
        """Call *call* with what cannot be heard and why; empty if all can."""
        ...

    def begin(self, settings: Settings) -> None:
        """Get ready to sound as *settings* say, or sound so from now on."""
        ...

    def play(self, cues: Sequence[Timed]) -> None:
        """Be silent, and then let *cues* be heard instead of what was to come."""
        ...

    def check(self) -> None:
        """Look whether it still works; it is called now and then."""
        ...

    def try_out(self, settings: Settings, cue: Cue) -> None:
        """Let *cue* alone be heard, at once, as *settings* say, session or not."""
        ...

    def end(self, *, at_once: bool) -> None:
        """Let go of everything, *at_once* or after the last words."""
        ...
