"""Takes a picture of every window of the real program, light and dark.

    sh packaging/virtual-desktop.sh .venv/bin/python packaging/screenshots.py [FOLDER]

The program runs as users run it, and is worked with keys, mouse and commands;
only for the prompt its clock hurries. QT_SCALE_FACTOR=2 doubles all sizes.
`packaging/stills.py` paints what takes long to get to: every phase, and the page
after a session.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from real_program import (
    ROOT,
    answer_safety,
    command,
    new_home,
    phase,
    running,
    status,
    wait_until,
    xdotool,
)

from stretchbreak.cli.running import told
from stretchbreak.core.day import Day, Did, Mark, Spell, Was
from stretchbreak.core.holds import By
from stretchbreak.runtime.remote import Start
from stretchbreak.runtime.system_clock import SystemClock, steady

PICTURES = ROOT / "packaging" / "pictures"
HURRY = "60"
WELCOME = "Welcome to Stretchbreak"
TABS_TO_STRETCHES = 10
"""From the first button of the dashboard."""
TABS_TO_DUPLICATE = 3
"""From the list of routines, past the buttons below it."""
MOVING_IN_MS = 3500
"""After this long the figure has moved into a hold."""
BREATHING_IN_MS = 6500
"""After this long the figure has moved into a hold, and breathes in."""


class Stage:
    """The program on this display, and a camera before it."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix

    def take(self, name: str, title: str | None = None) -> None:
        """Save a picture of the window called *title*, or of the whole screen."""
        QThread.msleep(400)  # for what has just changed to be painted
        window = 0 if title is None else int(self.window(title))
        picture = QGuiApplication.primaryScreen().grabWindow(window)
        file = self._folder / f"{name}{self._suffix}.png"
        if not picture.save(str(file)):
            raise OSError(f"{file} cannot be written")
        print(file)

    def window(self, title: str) -> str:
        """Return the id of the window called *title*, waiting for it."""
        search = ("search", "--onlyvisible", "--name", title)
        wait_until(lambda: bool(xdotool(*search)), f"no window {title!r} appears")
        return xdotool(*search).split()[-1]


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TZ"] = early_afternoon()
    app = QGuiApplication([])
    subprocess.run(["/usr/bin/xsetroot", "-solid", "#8A929C"], check=True)
    for theme in ("light", "dark"):
        stage = Stage(folder, f"-{theme}")
        with program(theme, hurried=True):
            first_run_and_prompt(stage)
        with program(theme, hurried=False):
            windows(stage)
            session(stage)
    del app


def early_afternoon() -> str:
    """Return a time zone in which it is two o'clock and some minutes now."""
    now = SystemClock(steady()).now().local.astimezone(UTC)
    return f"Etc/GMT{now.hour - 14:+d}"


def first_run_and_prompt(stage: Stage) -> None:
    """Show the safety page and the introduction, then sit until a prompt comes."""
    stage.window("Before you stretch")
    stage.take("safety", "Before you stretch")
    fill_in_safety(stage)
    xdotool("windowactivate", "--sync", stage.window(WELCOME))
    for page in ("place", "asking", "stretch", "interval", "login"):
        QThread.msleep(MOVING_IN_MS if page == "stretch" else 0)
        stage.take(f"welcome-{page}", WELCOME)
        keys("Return")
    wait_until(lambda: typed_on() and status()["due"], "no prompt comes")
    stage.window("Stretchbreak reminder")
    QThread.msleep(1500)
    stage.take("prompt", "Stretchbreak reminder")


def windows(stage: Stage) -> None:
    """Show the dashboard, the tray's menu, the stretches and the settings."""
    command()
    for _second in range(5):
        typed_on()
        QThread.msleep(1000)
    stage.take("dashboard", "^Stretchbreak$")
    tray = xdotool("search", "--onlyvisible", "--class", "trayer").split()[-1]
    xdotool("mousemove", "--window", tray, "12", "12", "click", "3")
    stage.take("tray")
    keys("Escape")
    xdotool("windowactivate", "--sync", stage.window("^Stretchbreak$"))
    keys(*["Tab"] * TABS_TO_STRETCHES, "Return")
    library(stage)
    xdotool("windowactivate", "--sync", stage.window("^Stretchbreak$"))
    keys("Tab", "Return")
    routines(stage)
    xdotool("windowactivate", "--sync", stage.window("^Stretchbreak$"))
    keys("Tab", "Return")
    stage.take("settings", "Stretchbreak settings")


def library(stage: Stage) -> None:
    """Show a stretch, from its top and its end, and a topic."""
    title = "^Stretches$"
    xdotool("windowactivate", "--sync", stage.window(title))
    xdotool("windowmove", stage.window(title), "40", "40")  # away from the tray
    QThread.msleep(3 * MOVING_IN_MS)  # for the list's pictures too
    stage.take("library", title)
    keys(*["Tab"] * 3, *["Next"] * 2)
    stage.take("library-steps", title)
    keys(*["shift+Tab"] * 3, "End", *["Up"] * 5)
    QThread.msleep(500)
    stage.take("library-topic", title)
    keys("Escape")


def routines(stage: Stage) -> None:
    """Show one of our routines, and a copy of it that is the user's own."""
    title = "^Routines$"
    xdotool("windowactivate", "--sync", stage.window(title))
    keys(*["Down"] * 3)
    QThread.msleep(MOVING_IN_MS)  # for the pictures
    stage.take("routines", title)
    keys(*["Tab"] * TABS_TO_DUPLICATE, "Return")
    xdotool("type", "Lunch on the mat")
    keys("Return")
    QThread.msleep(MOVING_IN_MS)
    stage.take("routine-own", title)
    keys("Escape")


def session(stage: Stage) -> None:
    """Go through a session, phase by phase."""
    told(Start("full"))
    title = "Stretchbreak session"
    xdotool("windowactivate", "--sync", stage.window(title))
    QThread.msleep(1500)
    stage.take("session-warm-up", title)
    keys("Right")
    QThread.msleep(1500)
    stage.take("session-get-ready", title)
    wait_for_phase("hold")
    QThread.msleep(BREATHING_IN_MS)
    stage.take("session-hold", title)
    keys("Right")
    wait_for_phase("switch")
    stage.take("session-switch", title)
    keys("space")
    wait_for_phase("paused")
    stage.take("session-paused", title)
    keys("h")
    wait_for_phase("hurt")
    stage.take("session-hurt", title)


def fill_in_safety(stage: Stage) -> None:
    """Say that nothing on the safety page applies."""
    xdotool("windowactivate", "--sync", stage.window("Before you stretch"))
    keys("Tab", "Down", "Down", "space", "Tab", "Return")


def a_morning(now: timedelta) -> Day:
    """Return three and a half hours: two breaks, and a call that held a reminder."""

    def ago(minutes: int) -> timedelta:
        return now - timedelta(minutes=minutes)

    return Day(
        seats=(
            Spell(Was.SITTING, ago(210)),
            Spell(Was.SESSION, ago(164)),
            Spell(Was.SITTING, ago(156)),
            Spell(Was.AWAY, ago(90)),
            Spell(Was.SITTING, ago(78)),
            Spell(Was.AWAY, ago(32)),
        ),
        asked=(
            Spell(Was.ON, ago(210)),
            Spell(Was.HELD, ago(111)),
            Spell(Was.ON, ago(92)),
        ),
        marks=(
            Mark(at=ago(165), did=Did.SHOWN, due=ago(165)),
            Mark(at=ago(156), did=Did.DONE, name="short"),
            Mark(at=ago(111), did=Did.HELD, due=ago(111), by=(By.CALL,)),
            Mark(at=ago(92), did=Did.RELEASED, due=ago(111)),
            Mark(at=ago(91), did=Did.SHOWN, due=ago(111)),
            Mark(at=ago(33), did=Did.SHOWN, due=ago(33)),
        ),
    )


@contextmanager
def program(theme: str, *, hurried: bool) -> Iterator[None]:
    """Run the program, with files of its own, while the block lasts."""
    module = ("tests.support.hurried_app", HURRY) if hurried else ("stretchbreak",)
    with new_home():
        command("settings", "set", "appearance", theme)
        command("settings", "set", "lie_down", "5s")
        if hurried:
            command("settings", "set", "sitting_limit", "5m")
        else:
            answer_safety(a_morning)
        with running(*module):
            yield


def keys(*names: str) -> None:
    """Press keys, one after another."""
    for name in names:
        xdotool("key", name)
        QThread.msleep(60)


def typed_on() -> bool:
    """Type something harmless, so that somebody sits here."""
    xdotool("key", "Shift_L")
    return True


def wait_for_phase(wanted: str) -> None:
    """Wait until the session is in the phase *wanted*."""
    wait_until(lambda: phase() == wanted, f"no {wanted} comes")


if __name__ == "__main__":
    main()
