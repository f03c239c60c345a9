"""Shows a view: every part of the screen gets what it has to show of it.

    view ---> DesktopScreen ---> TrayIcon
                     |---------> Prompter         the prompt; Trial, one to see only
                     |---------> SessionWindows   while a session runs, and after it
                     |---------> FirstPages       safety page, introduction
                     +---------> Windows          what the user opens

What is shown is a function of the view. A window is made when it is first
wanted, so that a program that only waits costs little.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from stretchbreak.core.choices import Movement
from stretchbreak.core.effects import Notice
from stretchbreak.core.library import Topic
from stretchbreak.core.safety import Safety
from stretchbreak.core.view import View
from stretchbreak.qt import figure_look, theme, wording
from stretchbreak.qt.first_pages import FirstPages
from stretchbreak.qt.prompter import Picture, Prompter
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.session_windows import SessionWindows
from stretchbreak.qt.tray_icon import TrayIcon
from stretchbreak.qt.trial import Trial
from stretchbreak.qt.windows import Windows
from stretchbreak.runtime.ports.clock import Clock
from stretchbreak.runtime.ports.desktop import Autostart
from stretchbreak.runtime.ports.disk import Records
from stretchbreak.runtime.ports.notifier import Notifier
from stretchbreak.runtime.ports.routine_store import Kept, RoutineStore
from stretchbreak.runtime.remote import Running


class DesktopScreen(QObject):
    """The tray and all windows.

    Args:
        running: Takes the user's wishes.
        clock: Says how long a phase lasts on a real timer.
        picture: Finds the picture of a stretch by its pose's id.
        settings_file: Where the settings are, to be told to the user.
        notifier: Asks by the desktop's notifications.
        store: Keeps the user's own routines and stretches.
        topics: What there is to read beside.
        autostart: The desktop's way to start with the login.
        records: What is kept of the user's doings.
        background: Nobody asked for a window, so none opens by itself at first.
    """

    def __init__(  # noqa: PLR0913 - what a screen needs of everybody else
        self,
        running: Running,
        clock: Clock,
        picture: Picture,
        settings_file: str,
        *,
        notifier: Notifier,
        store: RoutineStore,
        topics: Sequence[Topic],
        autostart: Autostart,
        records: Records,
        background: bool = False,
    ) -> None:
        super().__init__()
        self._running = running
        self._background = background
        self._view: View | None = None
        self._less_movement = False
        self._appearance = running.settings.appearance
        theme.apply(self._appearance)
        figure_look.wear(running.settings.figure_look)
        desk = self._desk = RoutineDesk(store, running)
        routines = tuple(desk.kept.catalogue.routines.values())
        self._prompter = Prompter(running, notifier, routines, picture)
        self._trial = Trial(running, notifier, routines, picture)
        self._session = SessionWindows(running, clock, picture)
        self._first_pages = FirstPages(running, desk, picture, autostart)
        self._windows = Windows(
            running,
            desk,
            picture,
            settings_file=settings_file,
            topics=topics,
            autostart=autostart,
            records=records,
        )
        self._tray = TrayIcon(self)
        self._tray.set_routines(routines)
        self._connect()

    def show(self, view: View) -> None:
        """Show *view*."""
        first, self._view = self._view is None, view
        self._dress()
        self._tray.set_idle_source(self._running.idle_source)
        self._tray.set_lengths(self._running.lengths())
        self._tray.show_view(view)
        self._windows.show(view)
        self._first_pages.show(view)
        if view.prompt is not None or view.session is not None:
            self._trial.end()
        self._prompter.show(view.prompt)
        self._session.show(view)
        if first and view.safety is Safety.UNANSWERED:
            self._first_pages.begin()
        elif first and not self._background:
            self._go_home_without_tray()

    def open(self) -> None:
        """Bring to the front what the user most likely wants to see."""
        if self._view is None:
            return
        if self._view.session is not None:
            self.raise_session()
        elif self._view.prompt is not None:
            self._prompter.take_keyboard()
        elif self._trial.shown:
            self._trial.take_keyboard()
        elif not self._first_pages.raise_open():
            self.open_dashboard()

    def raise_session(self) -> None:
        """Bring the running session's window to the front."""
        self._session.take_keyboard()

    def set_less_movement(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Take in whether the desktop asks for less movement."""
        self._less_movement = reduced
        self._calm()

    def notice(self, what: Notice) -> None:
        """Tell the user *what*, gently; advice on the back stays to be read."""
        line = wording.notice(what)
        advice = what in {Notice.WORSE, Notice.SEE_SOMEBODY}
        if not (advice and self._session.show_advice(line)):
            self.tell(line)

    def tell(self, line: str) -> None:
        """Tell the user what went wrong, in a line of its own words."""
        self._windows.tell(line)
        if self._tray.available():
            self._tray.notice(line)
        else:
            self._windows.tell_at_home(line)

    def unheard(self, line: str) -> None:
        """Say in the session what cannot be heard and why; empty if all can."""
        self._session.show_unheard(line)
        self._windows.show_unheard(line)
        self._first_pages.show_unheard(line)

    def try_prompt(self) -> None:
        """Let the user see how a reminder asks, without any consequence."""
        if self._view is not None and self._view.session is not None:
            self.raise_session()
        elif self._view is not None and self._view.prompt is not None:
            self._prompter.take_keyboard()
        else:
            self._trial.begin()

    def open_dashboard(self) -> None:
        """Show how things stand."""
        self._windows.open_dashboard()

    def open_settings(self) -> None:
        """Show the settings."""
        self._windows.open_settings()

    def open_library(self) -> None:
        """Show the stretches, to look at and read about."""
        self._windows.open_library()

    def open_day(self) -> None:
        """Show what a day would look like with the settings in force."""
        self._windows.open_day()

    def open_routines(self) -> None:
        """Show the routines, to change them."""
        self._windows.open_routines()

    def open_safety(self) -> None:
        """Show the safety page."""
        self._first_pages.open_safety()

    def open_introduction(self) -> None:
        """Show the introduction, from its first page."""
        self._first_pages.open_introduction()

    def close(self) -> None:
        """Take everything off the screen."""
        self._tray.hide()
        self._prompter.close()
        self._trial.close()
        self._session.close()
        self._first_pages.close()
        self._windows.close()

    def _connect(self) -> None:
        windows, first_pages = self._windows, self._first_pages
        windows.meet(self._tray.wishes)
        windows.start_asked.connect(self._start)
        windows.prompt_asked.connect(self.try_prompt)
        windows.safety_asked.connect(self.open_safety)
        windows.introduction_asked.connect(self.open_introduction)
        self._session.safety_asked.connect(self.open_safety)
        first_pages.prompt_asked.connect(self.try_prompt)
        first_pages.introduced.connect(self._trial.end)
        first_pages.left.connect(self._go_home_without_tray)
        self._trial.answered.connect(windows.show_answer)
        self._trial.answered.connect(first_pages.show_answer)
        self._tray.availability_changed.connect(windows.set_tray_available)
        self._desk.changed.connect(self._take_routines)

    def _dress(self) -> None:
        """Change clothes if the settings ask for it."""
        wanted = self._running.settings.appearance
        if wanted is not self._appearance:
            self._appearance = wanted
            theme.apply(wanted)
        figure_look.wear(self._running.settings.figure_look)
        self._calm()

    def _calm(self) -> None:
        """Let pictures move, or stand still, as the settings or the desktop wish."""
        wanted = self._running.settings.movement
        reduced = wanted is Movement.REDUCED
        if wanted is Movement.SYSTEM:
            reduced = self._less_movement
        for part in (
            self._prompter,
            self._trial,
            self._session,
            self._first_pages,
            self._windows,
        ):
            part.set_motion_reduced(reduced)

    def _take_routines(self, kept: Kept) -> None:
        """Offer what there is now by name; the windows look for themselves."""
        routines = tuple(kept.catalogue.routines.values())
        self._tray.set_routines(routines)
        self._prompter.set_routines(routines)
        self._trial.set_routines(routines)

    def _start(self, routine: str | None) -> None:
        """Start *routine*; where the safety page must come first, show that."""
        refused = self._running.start(routine)
        if refused is None:
            return
        if self._view is not None and self._view.safety is Safety.UNANSWERED:
            self._first_pages.ask_first()
        else:
            self.tell(refused)

    def _go_home_without_tray(self) -> None:
        """Show home where nothing else would show that the program runs."""
        if not self._tray.available():
            self.open_dashboard()
