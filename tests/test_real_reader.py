"""What a screen reader is told of the program's windows, on a real desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.running_app import App
from tests.support.screen_reader import ScreenReader, Thing

USED = {
    "button menu",
    "check box",
    "combo box",
    "list",
    "list item",
    "push button",
    "radio button",
    "spin box",
    "text",
    "toggle button",
}
"""The roles of what can be used, or is gone through."""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True, bus=True) as desktop:
        desktop.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        yield desktop


@pytest.fixture
def app(desktop: VirtualDesktop, tmp_path: Path) -> App:
    return App(desktop, tmp_path / "stretchbreak")


@pytest.mark.desktop
def test_every_window_can_be_read_and_worked_by_a_screen_reader(
    desktop: VirtualDesktop, app: App
) -> None:
    app.launch()
    with ScreenReader(desktop.env["DBUS_SESSION_BUS_ADDRESS"]) as reader:

        def comes_after(pressed: str, among: list[Thing], title: str) -> list[Thing]:
            reader.press(among, pressed)
            things = reader.window(title)
            used = [each for each in things if each.role in USED]
            assert len(used) > 1, f"{title!r} has nothing to use"
            assert [each.role for each in used if not each.name.strip()] == [], title
            return things

        safety = reader.window("Before you stretch")
        reader.press(safety, "None of these applies to me")
        welcome = comes_after("Continue", safety, "Welcome to Stretchbreak")
        home = comes_after("Skip the rest", welcome, "Stretchbreak")
        settings = comes_after("Settings", home, "Stretchbreak settings")
        reader.press(settings, "A voice leads through the session")
        comes_after("Stretches", home, "Stretches")
        comes_after("Routines", home, "Routines")
        session = comes_after("Stand up (30 s)", home, "Stretchbreak session")

    assert app.says("settings", "get", "voice") == "false"
    assert {"Pause", "That hurts", "End"} <= {each.name for each in session}
