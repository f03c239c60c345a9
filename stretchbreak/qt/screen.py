"""Shows a view: opens, updates and closes windows.

What is shown is a function of the view. The only thing decided here is which
windows exist at present; a window is made when it is first wanted, so that a
program that only waits costs little.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from stretchbreak.core.choices import Movement
from stretchbreak.core.closing import Closing
from stretchbreak.core.effects import Notice
from stretchbreak.core.library import Topic, in_order
from stretchbreak.core.routine import Stretch
from stretchbreak.core.safety import Safety
from stretchbreak.core.view import SessionView, View
from stretchbreak.qt import figure_look, session_motion, theme, wording
from stretchbreak.qt.closing_window import ClosingWindow
from stretchbreak.qt.dashboard import Dashboard
from stretchbreak.qt.day_preview import DayPreview
from stretchbreak.qt.day_window import DayWindow
from stretchbreak.qt.introduction import Introduction
from stretchbreak.qt.library_window import LibraryWindow
from stretchbreak.qt.prompter import Picture, Prompter
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.routine_window import RoutineWindow
from stretchbreak.qt.safety_window import SafetyWindow
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.qt.settings_window import SettingsWindow
from stretchbreak.qt.stretch_form import StretchForm
from stretchbreak.qt.tray_icon import TrayIcon
from stretchbreak.qt.trial import Trial
from stretchbreak.qt.wishes import Wishes
from stretchbreak.runtime.ports import (
    Autostart,
    Clock,
    Kept,
    Notifier,
    Records,
    RoutineStore,
)
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
        self._clock = clock
        self._desk = RoutineDesk(store, running)
        self._desk.changed.connect(self._take_routines)
        kept = self._desk.kept.catalogue
        self._routines = tuple(kept.routines.values())
        self._names = {routine.id: routine.name for routine in self._routines}
        self._picture = picture
        self._settings_file = settings_file
        self._stretches = in_order(kept)
        self._topics = topics
        self._autostart = autostart
        self._records = records
        self._background = background
        self._first_run = False
        self._appearance = running.settings.appearance
        theme.apply(self._appearance)
        figure_look.wear(running.settings.figure_look)
        self._less_movement = False
        self._view: View | None = None
        self._unheard = ""
        self._prompter = Prompter(running, notifier, self._routines, picture)
        self._trial = Trial(running, notifier, self._routines, picture)
        self._session: SessionWindow | None = None
        self._closing: ClosingWindow | None = None
        self._dashboard: Dashboard | None = None
        self._settings: SettingsWindow | None = None
        self._safety: SafetyWindow | None = None
        self._introduction: Introduction | None = None
        self._library: LibraryWindow | None = None
        self._day: DayWindow | None = None
        self._editor: RoutineWindow | None = None
        self._tray = TrayIcon(self)
        self._tray.set_routines(self._routines)
        self._tray.availability_changed.connect(self._tray_changed)
        self._wire(self._tray.wishes)

    def show(self, view: View) -> None:
        """Show *view*."""
        first, self._view = self._view is None, view
        self._dress()
        self._tray.set_idle_source(self._running.idle_source)
        self._tray.set_lengths(self._running.lengths())
        self._tray.show_view(view)
        if self._dashboard is not None and self._dashboard.isVisible():
            self._fill(self._dashboard, view)
        if self._day is not None:
            self._day.show_settings(self._running.settings)
        if self._library is not None:
            self._library.show_painful(view.painful)
        if self._settings is not None and self._settings.isVisible():
            self._settings.show_settings(self._running.settings)
        if view.prompt is not None or view.session is not None:
            self._trial.end()
        self._prompter.show(view.prompt)
        self._show_closing(view.closing)
        self._show_session(view.session)
        if first and view.safety is Safety.UNANSWERED:
            self._first_run = True
            self.open_safety()
        elif first and not self._background and not self._tray.available():
            self.open_dashboard()

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
        elif self._safety is not None and self._safety.isVisible():
            _to_front(self._safety)
        elif self._introduction is not None and self._introduction.isVisible():
            _to_front(self._introduction)
        else:
            self.open_dashboard()

    def raise_session(self) -> None:
        """Bring the running session's window to the front."""
        if self._session is not None:
            self._session.take_keyboard()

    def set_less_movement(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Take in whether the desktop asks for less movement."""
        self._less_movement = reduced
        self._calm()

    def notice(self, what: Notice) -> None:
        """Tell the user *what*, gently; advice on the back stays to be read."""
        advice = what in {Notice.WORSE, Notice.SEE_SOMEBODY}
        if advice and self._closing is not None:
            self._closing.show_advice(wording.notice(what))
        else:
            self.tell(wording.notice(what))

    def tell(self, line: str) -> None:
        """Tell the user what went wrong, in a line of its own words."""
        if self._settings is not None and self._settings.isVisible():
            self._settings.tell(line)
        if self._tray.available():
            self._tray.notice(line)
        else:
            self._opened_dashboard().tell(line)

    def unheard(self, line: str) -> None:
        """Say in the session what cannot be heard and why; empty if all can."""
        self._unheard = line
        if self._session is not None:
            self._session.show_unheard(line)
        if self._settings is not None:
            self._settings.show_unheard(line)
        if self._introduction is not None:
            self._introduction.show_unheard(line)

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
        _to_front(self._opened_dashboard())

    def open_settings(self) -> None:
        """Show the settings."""
        if self._settings is None:
            self._settings = self._make_settings()
        self._settings.set_routines(self._routines)
        self._settings.set_idle_source(self._running.idle_source)
        self._settings.show_settings(self._running.settings)
        _to_front(self._settings)

    def open_library(self) -> None:
        """Show the stretches, to look at and read about."""
        if self._library is None:
            own = self._desk.kept.own_stretches
            self._library = LibraryWindow(
                self._stretches, self._topics, self._picture, own
            )
            self._library.fine_said.connect(self._running.find_fine)
            self._library.routines_asked.connect(self.open_routines)
            self._library.form_asked.connect(self._open_form)
            self._calm()
        if self._view is not None:
            self._library.show_painful(self._view.painful)
        _to_front(self._library)

    def open_day(self) -> None:
        """Show what a day would look like with the settings in force."""
        if self._day is None:
            self._day = DayWindow(self._running.typical_day, self._names)
            self._day.settings_asked.connect(self.open_settings)
        self._day.show_settings(self._running.settings)
        _to_front(self._day)

    def open_routines(self) -> None:
        """Show the routines, to change them."""
        if self._editor is None:
            self._editor = RoutineWindow(self._desk, self._picture)
        self._desk.look()
        self._editor.refresh()
        _to_front(self._editor)

    def open_safety(self) -> None:
        """Show the safety page."""
        if self._safety is None:
            self._safety = SafetyWindow()
            self._safety.answered.connect(self._safety_answered)
        if self._view is not None:
            self._safety.show_safety(self._view.safety)
        _to_front(self._safety)

    def open_introduction(self) -> None:
        """Show the introduction, from its first page."""
        if self._introduction is None:
            self._introduction = self._make_introduction()
            self._calm()
        self._introduction.set_tray_available(self._tray.available())
        if self._view is not None:
            self._introduction.begin(self._running.settings, self._view.safety)
        _to_front(self._introduction)

    def close(self) -> None:
        """Take everything off the screen."""
        self._tray.hide()
        self._prompter.close()
        self._trial.close()
        for window in (
            self._session,
            self._closing,
            self._dashboard,
            self._settings,
            self._safety,
            self._introduction,
            self._library,
            self._day,
            self._editor,
        ):
            if window is not None:
                window.hide()
                window.deleteLater()

    def _opened_dashboard(self) -> Dashboard:
        """Return the dashboard, made if need be, with the newest view in it."""
        if self._dashboard is None:
            self._dashboard = Dashboard()
            self._dashboard.set_routines(self._routines)
            self._wire(self._dashboard.wishes)
        self._dashboard.set_tray_available(self._tray.available())
        if self._view is not None:
            self._fill(self._dashboard, self._view)
        return self._dashboard

    def _fill(self, dashboard: Dashboard, view: View) -> None:
        dashboard.set_idle_source(self._running.idle_source)
        dashboard.set_lengths(self._running.lengths())
        dashboard.show_view(view)

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
        self._prompter.set_motion_reduced(reduced)
        self._trial.set_motion_reduced(reduced)
        if self._session is not None:
            self._session.set_motion_reduced(reduced)
            self._session.set_breath_paced(self._running.settings.breath_pacer)
        if self._library is not None:
            self._library.set_motion_reduced(reduced)
        if self._introduction is not None:
            self._introduction.set_motion_reduced(reduced)

    def _show_session(self, session: SessionView | None) -> None:
        if session is None:
            if self._session is not None:
                self._session.hide()
            return
        if self._session is None:
            self._session = self._make_session()
            self._calm()
        timer = session.remaining
        if session.ends_at is not None:
            timer = self._clock.until(session.ends_at)
        picture = self._picture(session_motion.pose(session))
        settings = self._running.settings
        self._session.show_session(
            session,
            timer=timer,
            picture=picture,
            audible=settings.voice or settings.chimes,
        )
        pose, mirrored = session_motion.following(session) or (None, False)
        following = self._picture(pose) if pose else None
        self._session.expect(following, mirrored=mirrored)

    def _show_closing(self, closing: Closing | None) -> None:
        if closing is None:
            if self._closing is not None:
                self._closing.go()
            return
        if self._closing is None:
            self._closing = ClosingWindow()
            self._closing.answered.connect(self._running.look_back)
            self._closing.safety_asked.connect(self.open_safety)
        if self._session is not None and not self._closing.isVisible():
            self._closing.take_place_of(self._session)
        self._closing.show_closing(closing)

    def _make_settings(self) -> SettingsWindow:
        running = self._running
        cited = [each.sources for each in self._stretches]
        cited += [each.sources for each in self._topics]
        sources = tuple(dict.fromkeys(chain.from_iterable(cited)))
        day = DayPreview(running.typical_day, self._names)
        window = SettingsWindow(self._autostart, self._records, sources, day)
        window.set_file(self._settings_file)
        window.settings_changed.connect(running.change_settings)
        window.voice_asked.connect(running.try_voice)
        window.chime_asked.connect(running.try_chime)
        window.prompt_asked.connect(self.try_prompt)
        window.routines_asked.connect(self.open_routines)
        window.erase_asked.connect(lambda: window.say_erased(running.erase_history()))
        window.safety_asked.connect(self.open_safety)
        window.introduction_asked.connect(self.open_introduction)
        self._trial.answered.connect(window.show_answer)
        window.show_unheard(self._unheard)
        return window

    def _make_session(self) -> SessionWindow:
        window, running = SessionWindow(), self._running
        window.pause_toggled.connect(running.toggle_session_pause)
        window.next_asked.connect(running.next_step)
        window.previous_asked.connect(running.previous_step)
        window.end_asked.connect(running.end_session)
        window.hurt_said.connect(running.hurts)
        window.leave_out_asked.connect(running.leave_out)
        window.easier_asked.connect(running.try_easier)
        window.safety_asked.connect(self.open_safety)
        window.mute_toggled.connect(running.toggle_mute)
        window.show_unheard(self._unheard)
        return window

    def _wire(self, wishes: Wishes) -> None:
        running = self._running
        wishes.start_asked.connect(self._start)
        wishes.snooze_asked.connect(running.snooze)
        wishes.skip_asked.connect(running.skip)
        wishes.undo_skip_asked.connect(running.undo_skip)
        wishes.walked_said.connect(running.walked)
        wishes.ask_anyway_asked.connect(running.ask_anyway)
        wishes.pause_asked.connect(running.pause)
        wishes.resume_asked.connect(running.resume)
        wishes.refresh_asked.connect(running.refresh)
        wishes.quit_asked.connect(running.quit)
        wishes.open_asked.connect(running.open)
        wishes.library_asked.connect(self.open_library)
        wishes.routines_asked.connect(self.open_routines)
        wishes.settings_asked.connect(self.open_settings)
        wishes.day_preview_asked.connect(self.open_day)
        wishes.safety_asked.connect(self.open_safety)

    def _open_form(self, stretch: Stretch | None) -> None:
        """Let *stretch* be changed, or a new one be made."""
        StretchForm(self._desk, stretch, self._library).open()

    def _take_routines(self, kept: Kept) -> None:
        """Offer what there is now, everywhere."""
        self._routines = tuple(kept.catalogue.routines.values())
        self._names.update((routine.id, routine.name) for routine in self._routines)
        self._stretches = in_order(kept.catalogue)
        self._tray.set_routines(self._routines)
        self._prompter.set_routines(self._routines)
        self._trial.set_routines(self._routines)
        if self._dashboard is not None:
            self._dashboard.set_routines(self._routines)
            self._dashboard.set_lengths(self._running.lengths())
        if self._settings is not None:
            self._settings.set_routines(self._routines)
        if self._library is not None:
            self._library.show_stretches(self._stretches, kept.own_stretches)

    def _start(self, routine: str | None) -> None:
        """Start *routine*; where the safety page must come first, show that."""
        refused = self._running.start(routine)
        if refused is None:
            return
        if self._view is not None and self._view.safety is Safety.UNANSWERED:
            self._first_run = False  # a session is wanted now, and nothing else
            self.open_safety()
        else:
            self.tell(refused)

    def _safety_answered(self, safety: Safety) -> None:
        self._running.answer_safety(safety)
        if self._safety is not None:
            self._safety.close()
        first_run, self._first_run = self._first_run, False
        # Whoever needs help now is not to be introduced to anything.
        if first_run and safety is not Safety.EMERGENCY:
            self.open_introduction()
        elif not self._tray.available():
            self.open_dashboard()

    def _make_introduction(self) -> Introduction:
        stretches = {stretch.id: stretch for stretch in self._stretches}
        made = Introduction(stretches, self._picture, self._autostart)
        made.changed.connect(self._change_setting)
        made.prompt_asked.connect(self.try_prompt)
        made.voice_asked.connect(self._running.try_voice)
        made.chime_asked.connect(self._running.try_chime)
        made.closed.connect(self._introduced)
        made.show_unheard(self._unheard)
        self._trial.answered.connect(made.show_answer)
        if self._safety is not None:
            made.take_place_of(self._safety)
        return made

    def _introduced(self) -> None:
        self._trial.end()
        if self._introduction is not None:
            self._introduction.deleteLater()
            self._introduction = None
        if not self._tray.available():
            self.open_dashboard()

    def _change_setting(self, name: str, value: Any) -> None:
        changed = replace(self._running.settings, **{name: value})
        self._running.change_settings(changed)
        if self._introduction is not None:
            self._introduction.show_settings(changed)

    def _tray_changed(self, available: bool) -> None:  # noqa: FBT001 - a slot
        if self._dashboard is not None:
            self._dashboard.set_tray_available(available)


def _to_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
