"""Somebody at a virtual desktop, with real keys and their work in front of them."""

import sys

from tests.support.desktop import VirtualDesktop
from tests.support.programs import wait_until

SAFETY = "Before you stretch"
WELCOME = "Welcome to Stretchbreak"


class Person:
    """Somebody at that desktop, with their work in front of them."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self._desktop = desktop
        self._work = desktop.run(
            sys.executable, "-m", "tests.support.entry", talks=True
        )
        self._eye = desktop.run(
            sys.executable, "-m", "tests.support.camera", talks=True
        )
        self.typed = ""
        wait_until(lambda: self.sees("Work"), "the work's window does not appear")

    def sees(self, title: str) -> bool:
        """Whether a window of that title is on the screen."""
        return bool(self._windows(title))

    def sees_at(self, title: str) -> tuple[int, int, int, int]:
        """Where a window of that title is: left, top, width and height."""
        (window, *_others) = self._windows(title)
        return self._shape(window)

    def looks_at(self) -> str:
        """The title of the window with the keyboard; empty while none has it."""
        return self._desktop.xdotool_or_nothing("getactivewindow", "getwindowname")

    def sees_in_the_tray(self) -> str:
        """What the tray looks like: a text that differs when it does."""
        tray = self._desktop.xdotool("search", "--onlyvisible", "--class", "trayer")
        self._eye.say(" ".join(map(str, self._shape(tray.split()[-1]))))
        return self._eye.line()

    def turns_to(self, title: str) -> None:
        """Bring the window of that title to the front."""
        (window, *_others) = self._windows(title)
        self._desktop.xdotool("windowactivate", "--sync", window)

    def drags(self, title: str, left: int, top: int) -> None:
        """Move the window of that title, by its upper left corner."""
        (window, *_others) = self._windows(title)
        self._desktop.xdotool("windowmove", "--sync", window, str(left), str(top))

    def presses(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self._desktop.xdotool("key", key)

    def clicks(self, title: str, across: float, down: float) -> None:
        """Click into the window of that title, at a part of its width and height."""
        (window, *_others) = self._windows(title)
        x, y, width, height = self._shape(window)
        self._desktop.xdotool(
            *("mousemove", str(round(x + across * width))),
            *(str(round(y + down * height)), "click", "1"),
        )

    def types(self, text: str) -> None:
        """Type, and read on the screen what arrived at the work's window."""
        self._desktop.xdotool("type", "--delay", "20", text)
        self.typed += text

    def reads_own_work(self) -> str:
        """What stands in the work's window once all that was typed has arrived."""
        read = ""
        while len(read) < len(self.typed):
            read = self._work.line()
        return read

    def answers_safety(self) -> None:
        """Say that nothing on the safety page applies, and skip the introduction."""
        wait_until(lambda: self.sees(SAFETY), "there is no safety page")
        self.turns_to(SAFETY)
        self.presses("Tab", "Down", "Down", "space", "Tab", "Return")
        wait_until(lambda: not self.sees(SAFETY), "the safety page stays")
        wait_until(lambda: self.looks_at() == WELCOME, "there is no introduction")
        self.presses("Escape")
        wait_until(lambda: not self.sees(WELCOME), "the introduction stays")

    def _shape(self, window: str) -> tuple[int, int, int, int]:
        said = self._desktop.xdotool("getwindowgeometry", "--shell", window)
        numbers = dict(line.split("=") for line in said.splitlines())
        x, y, width, height = (numbers[key] for key in ("X", "Y", "WIDTH", "HEIGHT"))
        return int(x), int(y), int(width), int(height)

    def _windows(self, title: str) -> list[str]:
        found = self._desktop.xdotool_or_nothing(
            "search", "--onlyvisible", "--name", title
        )
        return found.split()
