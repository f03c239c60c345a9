"""Which idle source is picked, and what is said of the others."""

from datetime import timedelta
from pathlib import Path

import pytest

from stretchbreak.platforms import idle
from stretchbreak.runtime.ports.desktop import Tried
from tests.support.desktop import VirtualDesktop


def test_on_an_x11_desktop_the_server_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with VirtualDesktop(tmp_path) as desktop:
        monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
        source, tried = idle.pick()
        source.close()

    assert source.name == "x11"
    assert [(way.way, way.chosen) for way in tried] == [("x11", True)]


def test_where_nothing_works_somebody_is_always_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)

    source, tried = idle.pick()

    assert source.name == "none"
    assert source.watches is None
    assert source.idle_for() == timedelta()
    assert tried[0] == Tried("x11", chosen=False, why="DISPLAY is not set")
    assert (tried[-1].way, tried[-1].chosen) == ("none", True)
