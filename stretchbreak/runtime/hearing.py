"""Keeps what is to be heard in step with the session.

The whole score of a session is handed over when it begins, and anew when
something but time has changed it. So in a session that goes its way nothing
here depends on when the program gets to run.
"""

from datetime import timedelta

from stretchbreak.core.cues import Cue
from stretchbreak.core.player import Player
from stretchbreak.core.score import score
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.clock import Clock
from stretchbreak.runtime.ports.sound import Sound, Timed


class Hearing:
    """Follows a session with a score."""

    def __init__(self, sound: Sound, clock: Clock) -> None:
        self._sound = sound
        self._clock = clock
        self._run: Player | None = None
        self._settings: Settings | None = None
        self._to_come: tuple[Cue, ...] = ()

    def follow(self, run: Player | None, settings: Settings, now: timedelta) -> None:
        """Let what belongs to *run* be heard.

        Args:
            run: The running session, if there is one.
            settings: How it is to be heard, if at all.
            now: When *run* stood as it does, on the steady clock.
        """
        if run is None or not (settings.voice or settings.chimes):
            self._end(now)
            return
        if settings != self._settings:
            self._sound.begin(settings)
        if run is not self._run or settings != self._settings:
            cues = score(
                run, settings.pace, settings.breath if settings.breath_sound else None
            )
            self._play(cues, now)
        self._run, self._settings = run, settings
        self._sound.check()

    def _play(self, cues: tuple[Cue, ...], now: timedelta) -> None:
        """Hand *cues* over, unless they are only what was to come anyway."""
        before, self._to_come = self._to_come, cues
        if _later(cues, now) == _later(before, now):
            return
        wanted = [c for c in cues if c.at > now or (c.at == now and c not in before)]
        until = self._clock.until
        self._sound.play([Timed(c, until(c.at), until(c.say_at)) for c in wanted])

    def _end(self, now: timedelta) -> None:
        if self._settings is None:
            return
        self._sound.end(at_once=bool(_later(self._to_come, now)))
        self._run = self._settings = None
        self._to_come = ()


def _later(cues: tuple[Cue, ...], now: timedelta) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues if cue.at > now)
