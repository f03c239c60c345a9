"""One private bus, which serves as the system's and as the session's."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.programs import PrivateBus


@pytest.fixture
def bus(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,  # noqa: ARG001 - an event loop is needed
) -> Iterator[PrivateBus]:
    with PrivateBus() as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        yield bus
