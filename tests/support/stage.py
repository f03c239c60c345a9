"""The screen with a program behind it that does nothing, to see every window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from stretchbreak.core.choices import Appearance
from stretchbreak.core.day import Lived
from stretchbreak.core.routine import Routine, Step
from stretchbreak.core.settings import Settings
from stretchbreak.qt import theme
from stretchbreak.qt.screen import DesktopScreen
from stretchbreak.runtime.ports.notifier import Question
from stretchbreak.runtime.typical_day import typical_day
from stretchbreak.storage import library_files
from stretchbreak.storage.own_files import OwnFiles
from stretchbreak.storage.places import resources
from stretchbreak.storage.pose_files import PoseFiles
from tests.support.day import known
from tests.support.fakes import FakeAutostart, FakeClock, FakeRecords

AN_APPOINTMENT = "mon-fri 12:00 lunch"
LUNCH = Routine(
    id="lunch",
    name="Lunch on the mat",
    about="At noon, before the canteen fills.",
    warm_up=True,
    steps=tuple(
        Step(stretch=name)
        for name in ("single-knee-to-chest", "pelvic-tilt", "spinal-twist")
    ),
)
Window = TypeVar("Window", bound=QWidget)


class Idler:
    """A running program that takes every wish and fulfils none."""

    idle_source = "X11"

    def __init__(self) -> None:
        self.settings = Settings(appointments=(AN_APPOINTMENT,))

    def change_settings(self, settings: Settings) -> str | None:
        self.settings = settings
        return None

    def lengths(self) -> dict[str | None, timedelta]:
        """Return how long the breaks take; those of the user's own are left out."""
        minutes = {None: 7, "short": 7, "full": 13, "desk": 10, "stand": 0.5, "walk": 2}
        return {id_: timedelta(minutes=each) for id_, each in minutes.items()}

    def typical_day(self, settings: Settings) -> Lived:
        """Return a day of breaks, by the real rules."""
        return typical_day(settings, known(), date(2026, 3, 2))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_values, **_more: None


class Stage:
    """A screen on which windows can be opened.

    Attributes:
        program: What is behind the screen.
        clock: What time it is there.
        screen: What opens the windows.
    """

    def __init__(self, folder: Path) -> None:
        files = OwnFiles(resources(), folder)
        files.keep(LUNCH)
        files.load()
        self.program = Idler()
        self.clock = FakeClock()
        self.screen = DesktopScreen(
            self.program,
            self.clock,
            PoseFiles(resources() / "poses").get,
            str(folder / "settings.toml"),
            notifier=_NoNotifier(),
            store=files,
            topics=library_files.load(resources() / "library")[0],
            autostart=FakeAutostart(),
            records=FakeRecords(),
            background=True,
        )

    def wear(self, look: Appearance) -> None:
        """Dress all windows from now on as *look* says."""
        self.program.settings = replace(self.program.settings, appearance=look)
        theme.apply(look)

    def seen(self, kind: type[Window]) -> Window:
        """Return the window of that kind that can be seen."""
        windows = QApplication.topLevelWidgets()
        found = [w for w in windows if isinstance(w, kind) and w.isVisible()]
        assert len(found) == 1, f"{len(found)} {kind.__name__}"
        return found[0]


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Have a screen for the time of the block; own files lie in *folder*."""
    made = Stage(folder)
    try:
        yield made
    finally:
        made.screen.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _NoNotifier:
    """A desktop without notifications."""

    def ask(self, _question: Question, _answered: Callable[[str], None]) -> bool:
        return False

    def withdraw(self) -> None:
        """There is nothing to take away."""
