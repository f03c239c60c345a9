"""Whoever is told what holds prompts back."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.core.holds import By
from stretchbreak.platforms.presence import Presence
from tests.support.programs import PrivateBus

LONG_MS = 20_000  # only what never comes takes this long


class Told(list[str]):
    """What a hold listener was told, in order."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.presence = Presence()
        self.presence.tell(self)

    def hold_began(self, by: By) -> None:
        self.append(f"{by.value} began")

    def hold_ended(self, by: By) -> None:
        self.append(f"{by.value} ended")

    def until(self, *expected: str) -> None:
        """Wait until exactly this was told."""
        self._qtbot.waitUntil(lambda: len(self) >= len(expected), timeout=LONG_MS)
        assert self == list(expected)


@pytest.fixture
def told(bus: PrivateBus, qtbot: QtBot) -> Iterator[Told]:
    assert bus.running
    told = Told(qtbot)
    yield told
    told.presence.close()
