"""What the engine needs from the outside, one small protocol each.

A module for each part of the outside: `platforms` is behind `desktop` and `notifier`,
`qt` behind `screen`, `audio` behind `sound`, `storage` behind `disk` and
`routine_store`. What goes wrong there is one of the `failures`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from stretchbreak.runtime.ports.clock import Clock
from stretchbreak.runtime.ports.desktop import Awake, HoldChecks, IdleSource
from stretchbreak.runtime.ports.disk import (
    HistoryStore,
    Journal,
    MemoryStore,
    SettingsStore,
)
from stretchbreak.runtime.ports.sound import Sound


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """The outside, as the engine sees it.

    Attributes:
        idle: The idle source in use.
        other_idle: Finds another when that is lost, none of those named.
        holds: Looks for what holds prompts back.
    """

    clock: Clock
    idle: IdleSource
    awake: Awake
    other_idle: Callable[[frozenset[str]], IdleSource]
    holds: HoldChecks
    history: HistoryStore
    settings: SettingsStore
    memory: MemoryStore
    journal: Journal
    sound: Sound
