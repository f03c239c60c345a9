"""The windows that the user opens: each is made when it is first wanted, and kept."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal

from stretchbreak.core.library import Topic, in_order
from stretchbreak.core.routine import Routine, Source, Stretch
from stretchbreak.core.view import View
from stretchbreak.qt.dashboard import Dashboard
from stretchbreak.qt.day_preview import DayPreview
from stretchbreak.qt.day_window import DayWindow
from stretchbreak.qt.library_window import LibraryWindow
from stretchbreak.qt.prompter import Picture
from stretchbreak.qt.room import to_front
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.routine_window import RoutineWindow
from stretchbreak.qt.settings_window import SettingsWindow
from stretchbreak.qt.stretch_form import StretchForm
from stretchbreak.qt.tray_icon import TrayIcon
from stretchbreak.qt.wishes import Wishes
from stretchbreak.runtime.ports.desktop import Autostart
from stretchbreak.runtime.ports.disk import Records
from stretchbreak.runtime.ports.routine_store import Kept
from stretchbreak.runtime.remote import Running


class Windows(QObject):
    """Makes, shows and closes home, settings, library, routines and the day.

    Signals:
        start_asked: A session now; carries the id of a routine, or None for
            the suggested one.
        prompt_asked: Show a reminder for trial.
        safety_asked: Show the safety page.
        introduction_asked: Show the introduction.

    Args:
        running: Takes the user's wishes.
        desk: Keeps the routines and stretches.
        picture: Finds the picture of a stretch by its pose's id.
        settings_file: Where the settings are, to be told to the user.
        topics: What there is to read beside.
        autostart: The desktop's way to start with the login.
        records: What is kept of the user's doings.
    """

    start_asked = Signal(object)
    prompt_asked = Signal()
    safety_asked = Signal()
    introduction_asked = Signal()

    def __init__(  # noqa: PLR0913 - what all the windows need together
        self,
        running: Running,
        desk: RoutineDesk,
        picture: Picture,
        *,
        settings_file: str,
        topics: Sequence[Topic],
        autostart: Autostart,
        records: Records,
    ) -> None:
        super().__init__()
        self._running = running
        self._desk = desk
        self._picture = picture
        self._settings_file = settings_file
        self._topics = topics
        self._autostart = autostart
        self._records = records
        self._names: dict[str, str] = {}
        self._view: View | None = None
        self._unheard = ""
        self._reduced = False
        self._dashboard: Dashboard | None = None
        self._settings: SettingsWindow | None = None
        self._library: LibraryWindow | None = None
        self._day: DayWindow | None = None
        self._routines: RoutineWindow | None = None
        self._name(desk.kept)
        desk.changed.connect(self._take_routines)

    def meet(self, wishes: Wishes) -> None:
        """Meet *wishes* from now on: the program does, or a window opens."""
        wishes.pass_on(self._running)
        wishes.library_asked.connect(self.open_library)
        wishes.routines_asked.connect(self.open_routines)
        wishes.settings_asked.connect(self.open_settings)
        wishes.day_preview_asked.connect(self.open_day)
        wishes.start_asked.connect(self.start_asked)
        wishes.safety_asked.connect(self.safety_asked)

    def show(self, view: View) -> None:
        """Show *view* in those windows that are open."""
        self._view = view
        settings = self._running.settings
        if self._dashboard is not None and self._dashboard.isVisible():
            self._fill(self._dashboard, view)
        if self._day is not None:
            self._day.show_settings(settings)
        if self._library is not None:
            self._library.show_painful(view.painful)
        if self._settings is not None and self._settings.isVisible():
            self._settings.show_settings(settings)

    def tell(self, line: str) -> None:
        """Tell the user what went wrong where they look at the settings."""
        if self._settings is not None and self._settings.isVisible():
            self._settings.tell(line)

    def tell_at_home(self, line: str) -> None:
        """Tell the user what went wrong at home, when they next look there."""
        self._filled_dashboard().tell(line)

    def show_answer(self, line: str) -> None:
        """Say what the answer to a reminder for trial would have done."""
        if self._settings is not None:
            self._settings.show_answer(line)

    def show_unheard(self, line: str) -> None:
        """Say what cannot be heard and why; empty if all can."""
        self._unheard = line
        if self._settings is not None:
            self._settings.show_unheard(line)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let pictures move, or stand still when *reduced*."""
        self._reduced = reduced
        if self._library is not None:
            self._library.set_motion_reduced(reduced)

    def set_tray_available(self, available: bool) -> None:  # noqa: FBT001 - a slot
        """Say at home how to come back there, unless a tray shows the way."""
        if self._dashboard is not None:
            self._dashboard.set_tray_available(available)

    def open_dashboard(self) -> None:
        """Show how things stand."""
        to_front(self._filled_dashboard())

    def open_settings(self) -> None:
        """Show the settings."""
        if self._settings is None:
            self._settings = self._make_settings()
        self._settings.set_routines(self._offered())
        self._settings.set_idle_source(self._running.idle_source)
        self._settings.show_settings(self._running.settings)
        to_front(self._settings)

    def open_library(self) -> None:
        """Show the stretches, to look at and read about."""
        if self._library is None:
            self._library = self._make_library()
        if self._view is not None:
            self._library.show_painful(self._view.painful)
        to_front(self._library)

    def open_day(self) -> None:
        """Show what a day would look like with the settings in force."""
        if self._day is None:
            self._day = DayWindow(self._running.typical_day, self._names)
            self._day.settings_asked.connect(self.open_settings)
        self._day.show_settings(self._running.settings)
        to_front(self._day)

    def open_routines(self) -> None:
        """Show the routines, to change them."""
        if self._routines is None:
            self._routines = RoutineWindow(self._desk, self._picture)
            self._routines.start_asked.connect(self.start_asked)
        self._desk.look()
        self._routines.refresh()
        to_front(self._routines)

    def close(self) -> None:
        """Take all of them off the screen for good."""
        for window in (
            self._dashboard,
            self._settings,
            self._library,
            self._day,
            self._routines,
        ):
            if window is not None:
                window.hide()
                window.deleteLater()

    def _filled_dashboard(self) -> Dashboard:
        """Return the dashboard, made if need be, with the newest view in it."""
        if self._dashboard is None:
            self._dashboard = Dashboard()
            self._dashboard.set_routines(self._offered())
            self.meet(self._dashboard.wishes)
        self._dashboard.set_tray_available(TrayIcon.available())
        if self._view is not None:
            self._fill(self._dashboard, self._view)
        return self._dashboard

    def _fill(self, dashboard: Dashboard, view: View) -> None:
        dashboard.set_idle_source(self._running.idle_source)
        dashboard.set_lengths(self._running.lengths())
        dashboard.show_view(view)

    def _make_settings(self) -> SettingsWindow:
        running = self._running
        day = DayPreview(running.typical_day, self._names)
        made = SettingsWindow(self._autostart, self._records, self._sources(), day)
        made.set_file(self._settings_file)
        made.settings_changed.connect(running.change_settings)
        made.voice_asked.connect(running.try_voice)
        made.chime_asked.connect(running.try_chime)
        made.erase_asked.connect(lambda: made.say_erased(running.erase_history()))
        made.routines_asked.connect(self.open_routines)
        made.prompt_asked.connect(self.prompt_asked)
        made.safety_asked.connect(self.safety_asked)
        made.introduction_asked.connect(self.introduction_asked)
        made.show_unheard(self._unheard)
        return made

    def _sources(self) -> tuple[Source, ...]:
        """Return where what the program says comes from, each once."""
        stretches = in_order(self._desk.kept.catalogue)
        cited = [each.sources for each in stretches]
        cited += [each.sources for each in self._topics]
        return tuple(dict.fromkeys(chain.from_iterable(cited)))

    def _make_library(self) -> LibraryWindow:
        kept = self._desk.kept
        made = LibraryWindow(
            in_order(kept.catalogue), self._topics, self._picture, kept.own_stretches
        )
        made.fine_said.connect(self._running.find_fine)
        made.routines_asked.connect(self.open_routines)
        made.form_asked.connect(self._open_form)
        made.set_motion_reduced(self._reduced)
        return made

    def _open_form(self, stretch: Stretch | None) -> None:
        """Let *stretch* be changed, or a new one be made."""
        StretchForm(self._desk, stretch, self._library).open()

    def _offered(self) -> tuple[Routine, ...]:
        return tuple(self._desk.kept.catalogue.routines.values())

    def _take_routines(self, kept: Kept) -> None:
        """Offer what there is now, everywhere."""
        self._name(kept)
        if self._dashboard is not None:
            self._dashboard.set_routines(self._offered())
            self._dashboard.set_lengths(self._running.lengths())
        if self._settings is not None:
            self._settings.set_routines(self._offered())
        if self._library is not None:
            stretches = in_order(kept.catalogue)
            self._library.show_stretches(stretches, kept.own_stretches)

    def _name(self, kept: Kept) -> None:
        """Know the routines by name, also those that are gone: the past has them."""
        routines = kept.catalogue.routines.values()
        self._names.update((routine.id, routine.name) for routine in routines)
