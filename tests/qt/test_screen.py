"""Tests for stretchbreak.qt.screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import Appearance, FigureLook, Movement, Where
from stretchbreak.core.day import Lived
from stretchbreak.core.effects import Notice
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import PromptView
from stretchbreak.qt import figure_look, theme
from stretchbreak.qt.dashboard import Dashboard
from stretchbreak.qt.day_window import DayWindow
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.introduction import Introduction
from stretchbreak.qt.library_window import LibraryWindow
from stretchbreak.qt.painful_line import PainfulLine
from stretchbreak.qt.prompt_window import PromptWindow
from stretchbreak.qt.routine_window import RoutineWindow
from stretchbreak.qt.safety_window import SafetyWindow
from stretchbreak.qt.screen import DesktopScreen
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.settings_window import SettingsWindow
from stretchbreak.qt.sound_line import SoundLine
from stretchbreak.qt.start_menu import StartMenu
from stretchbreak.runtime.ports.notifier import Question
from stretchbreak.runtime.typical_day import typical_day
from stretchbreak.storage.own_files import OwnFiles
from stretchbreak.storage.places import resources
from tests.support.day import known
from tests.support.fakes import FakeAutostart, FakeClock, FakeRecords
from tests.support.poses import pose
from tests.support.seen import seen
from tests.support.view_builders import (
    a_due_view,
    a_session_view,
    a_view,
)
from tests.support.views import KNEE, a_prompt


class Program:
    """Takes every wish, notes it, and refuses what it is told to refuse."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.wishes: list[tuple[str, tuple[Any, ...]]] = []
        self.refuses: str | None = None

    def trial_prompt(self) -> PromptView:
        return replace(a_prompt(), trial=True)

    def lengths(self) -> dict[str | None, timedelta]:
        """Return how long the breaks take."""
        return {None: timedelta(minutes=8), "walk": timedelta(minutes=2)}

    def typical_day(self, settings: Settings) -> Lived:
        """Return a day of breaks, by the real rules."""
        return typical_day(settings, known(), date(2026, 3, 2))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def wish(*values: Any, **_more: Any) -> str | None:
            self.wishes.append((name, values))
            return self.refuses

        return wish


class NoNotifier:
    """A desktop without notifications."""

    def ask(self, _question: Question, _answered: Callable[[str], None]) -> bool:
        return False

    def withdraw(self) -> None:
        """There is nothing to take away."""


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def background() -> bool:
    return False


@pytest.fixture
def screen(
    qtbot: QtBot,  # noqa: ARG001 - there must be an application
    program: Program,
    tmp_path: Path,
    *,
    background: bool,
) -> Iterator[DesktopScreen]:
    screen = DesktopScreen(
        program,
        FakeClock(),
        lambda _pose: None,
        "settings.toml",
        notifier=NoNotifier(),
        store=OwnFiles(resources(), tmp_path),
        topics=(),
        autostart=FakeAutostart(),
        records=FakeRecords(),
        background=background,
    )
    yield screen
    screen.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_prompt_is_shown_while_the_view_has_one(screen: DesktopScreen) -> None:
    screen.show(a_due_view())
    assert seen(PromptWindow) is not None

    screen.show(a_view())
    assert seen(PromptWindow) is None


def test_a_prompt_for_trial_gives_way_to_a_real_one(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view())
    screen.try_prompt()
    trial = seen(PromptWindow)
    assert trial is not None
    screen.show(a_view())
    assert seen(PromptWindow) is trial

    screen.show(a_due_view())

    assert not trial.isVisible()
    real = seen(PromptWindow)
    assert isinstance(real, PromptWindow)
    screen.try_prompt()
    assert seen(PromptWindow) is real
    real.skip_asked.emit()
    assert ("skip", ()) in program.wishes


def test_a_session_is_shown_while_the_view_has_one(screen: DesktopScreen) -> None:
    screen.show(a_session_view())
    assert seen(SessionWindow) is not None

    screen.show(a_view())
    assert seen(SessionWindow) is None


def test_the_safety_page_comes_first_and_only_at_the_start(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view(safety=Safety.UNANSWERED))
    page = seen(SafetyWindow)
    assert page is not None

    page.close()
    screen.show(a_view(safety=Safety.UNANSWERED))
    assert seen(SafetyWindow) is None


def _answer(safety: Safety) -> None:
    page = seen(SafetyWindow)
    assert isinstance(page, SafetyWindow)
    page.answered.emit(safety)


def test_the_introduction_follows_the_first_safety_page_and_never_again(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view(safety=Safety.UNANSWERED))
    _answer(Safety.CLEAR)
    screen.show(a_view())
    introduction = seen(Introduction)
    assert isinstance(introduction, Introduction)
    assert seen(SafetyWindow) is None
    assert seen(Dashboard) is None
    introduction.changed.emit("place", Where.DESK)
    assert program.wishes[-1] == ("change_settings", (Settings(place=Where.DESK),))
    screen.open()
    assert seen(Dashboard) is None

    introduction.close()

    assert seen(Dashboard) is not None, "where there is no tray"
    screen.show(a_view())
    screen.open_safety()
    _answer(Safety.CLEAR)
    assert seen(Introduction) is None


def test_whoever_knows_the_program_is_not_introduced_to_it(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view())
    screen.open_safety()

    _answer(Safety.CLEAR)

    assert seen(Introduction) is None


def test_whoever_needs_help_now_is_not_introduced_to_anything(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view(safety=Safety.UNANSWERED))

    _answer(Safety.EMERGENCY)

    assert seen(Introduction) is None


def test_whoever_wants_a_session_now_gets_no_introduction(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view(safety=Safety.UNANSWERED))
    page = seen(SafetyWindow)
    assert page is not None
    page.close()
    screen.open_dashboard()
    dashboard = seen(Dashboard)
    assert isinstance(dashboard, Dashboard)
    program.refuses = "Please read the safety page first."
    dashboard.wishes.start_asked.emit(None)

    _answer(Safety.CLEAR)

    assert seen(Introduction) is None


def test_in_the_introduction_a_reminder_is_tried_and_its_answer_told(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view())
    screen.open_introduction()
    introduction = seen(Introduction)
    assert isinstance(introduction, Introduction)

    introduction.prompt_asked.emit()
    prompt = seen(PromptWindow)
    assert isinstance(prompt, PromptWindow)
    prompt.snooze_asked.emit(None)
    words = [each.text() for each in introduction.findChildren(QLabel)]
    assert "Snooze: it would ask again in 10 minutes." in words

    introduction.prompt_asked.emit()
    introduction.close()
    assert seen(PromptWindow) is None


def test_without_a_tray_the_dashboard_opens_by_itself(screen: DesktopScreen) -> None:
    screen.show(a_view())

    assert seen(Dashboard) is not None


@pytest.mark.parametrize("background", [True])
def test_started_with_the_login_no_window_opens_until_somebody_asks(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view())
    screen.show(a_view())
    assert seen(Dashboard) is None

    screen.show(a_due_view())
    assert seen(PromptWindow) is not None
    screen.show(a_view())
    screen.open()
    assert seen(Dashboard) is not None


@pytest.mark.parametrize("background", [True])
def test_started_with_the_login_the_safety_page_still_comes_first(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view(safety=Safety.UNANSWERED))

    assert seen(SafetyWindow) is not None


def test_without_a_tray_what_is_told_stands_in_the_dashboard(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view())

    screen.notice(Notice.PAUSE_OVER)

    dashboard = seen(Dashboard)
    assert dashboard is not None
    told = dashboard.findChild(QLabel, "warning")
    assert told is not None
    assert "pause is over" in told.text()


def test_opening_shows_the_session_rather_than_the_dashboard(
    screen: DesktopScreen,
) -> None:
    screen.show(a_view())
    dashboard = seen(Dashboard)
    assert dashboard is not None
    dashboard.close()
    screen.show(a_session_view())

    screen.open()

    assert seen(SessionWindow) is not None
    assert seen(Dashboard) is None


def test_the_settings_window_shows_what_is_in_force(
    screen: DesktopScreen, program: Program
) -> None:
    program.settings = Settings(sitting_limit=timedelta(minutes=30))
    screen.show(a_view())

    screen.open_settings()

    assert seen(SettingsWindow) is not None


def test_a_change_from_outside_is_seen_in_the_open_settings(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view())
    screen.open_settings()
    window = seen(SettingsWindow)
    assert window is not None
    editor = window.findChild(Editor, "sitting_limit")
    assert isinstance(editor, Editor)

    program.settings = Settings(sitting_limit=timedelta(minutes=30))
    screen.show(a_view())

    assert editor.value() == timedelta(minutes=30)
    assert "change_settings" not in dict(program.wishes)


def test_there_is_one_settings_window(screen: DesktopScreen) -> None:
    screen.show(a_view())

    screen.open_settings()
    screen.open_settings()

    windows = QApplication.topLevelWidgets()
    assert len([each for each in windows if isinstance(each, SettingsWindow)]) == 1


def test_what_goes_wrong_is_said_in_the_open_settings(screen: DesktopScreen) -> None:
    screen.show(a_view())
    screen.open_settings()

    screen.tell("settings.toml: the disk is full")

    window = seen(SettingsWindow)
    assert window is not None
    texts = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    assert "settings.toml: the disk is full" in texts


def test_the_settings_lead_to_the_trial_the_first_pages_and_the_end_of_the_history(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view())
    screen.open_settings()
    window = seen(SettingsWindow)
    assert isinstance(window, SettingsWindow)

    window.erase_asked.emit()
    window.safety_asked.emit()
    window.introduction_asked.emit()

    assert ("erase_history", ()) in program.wishes
    assert seen(SafetyWindow) is not None
    assert seen(Introduction) is not None


def test_the_library_opens_and_what_hurt_can_be_chosen_again(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view(painful=frozenset({KNEE.id})))
    dashboard = seen(Dashboard)
    assert isinstance(dashboard, Dashboard)

    dashboard.wishes.library_asked.emit()
    window = seen(LibraryWindow)
    assert window is not None
    line = window.findChild(PainfulLine)
    assert line is not None
    assert line.isVisible()
    button = line.findChild(QPushButton)
    assert button is not None
    button.click()
    screen.show(a_view())

    assert ("find_fine", (KNEE.id,)) in program.wishes
    assert not line.isVisible()


def test_a_refused_start_is_told(screen: DesktopScreen, program: Program) -> None:
    program.refuses = "There is no routine."
    screen.show(a_view())
    dashboard = seen(Dashboard)
    assert isinstance(dashboard, Dashboard)

    dashboard.wishes.start_asked.emit("nothing")

    told = dashboard.findChild(QLabel, "warning")
    assert told is not None
    assert told.text() == "There is no routine."


def test_it_changes_clothes_when_the_settings_say_so(
    screen: DesktopScreen, program: Program
) -> None:
    program.settings = Settings(appearance=Appearance.DARK)
    screen.show(a_view())
    assert theme.current().dark

    program.settings = Settings(appearance=Appearance.LIGHT)
    screen.show(a_view())
    assert not theme.current().dark


def test_it_lets_whom_the_settings_say_show_the_stretches(
    screen: DesktopScreen, program: Program
) -> None:
    for look in (FigureLook.ROSA, FigureLook.MIA):
        program.settings = Settings(figure_look=look)
        screen.show(a_view())
        assert figure_look.worn() is look


def test_pictures_move_as_the_desktop_wishes_or_the_settings_say(
    screen: DesktopScreen, program: Program
) -> None:
    knee = pose("single-knee-to-chest")
    screen.show(a_session_view())
    session = seen(SessionWindow)
    assert session is not None
    figure = session.findChild(FigureView)
    assert figure is not None

    def moves() -> bool:
        figure.show_pose(knee, at=0.0, mirrored=False)
        figure.move_to(1.0, 1000)
        moving = not figure.still
        figure.show_pose(None, at=0.0, mirrored=False)
        return moving

    assert moves()
    screen.set_less_movement(True)
    assert not moves()
    program.settings = Settings(movement=Movement.FULL)
    screen.show(a_session_view())
    assert moves()
    program.settings = Settings(movement=Movement.REDUCED)
    screen.set_less_movement(False)
    assert not moves()


# The sound


@pytest.mark.parametrize("before", [True, False], ids=["before", "in it"])
def test_what_cannot_be_heard_is_said_in_the_session(
    screen: DesktopScreen, *, before: bool
) -> None:
    for told in (before, not before):
        if told:
            screen.unheard("No voice: none.")
        else:
            screen.show(a_session_view())

    window = seen(SessionWindow)
    assert window is not None
    line = window.findChild(SoundLine)
    assert line is not None
    assert line.isVisible()
    assert line.words == "No voice: none."


def test_the_sound_is_tried_from_the_settings(
    screen: DesktopScreen, program: Program
) -> None:
    screen.unheard("No chimes: none.")
    screen.open_settings()
    window = seen(SettingsWindow)
    assert isinstance(window, SettingsWindow)

    window.voice_asked.emit()
    window.chime_asked.emit()

    assert program.wishes == [("try_voice", ()), ("try_chime", ())]
    said = [label.text() for label in window.findChildren(QLabel, "warning")]
    assert "No chimes: none." in said


def test_home_shows_how_long_each_break_takes(screen: DesktopScreen) -> None:
    screen.show(a_view())
    screen.open_dashboard()

    home = seen(Dashboard)
    assert home is not None
    texts = {button.text() for button in home.findChildren(QPushButton)}
    assert {"Start a break (8 min)", "Stand and walk (2 min)"} <= texts


def test_from_home_a_day_can_be_seen_and_follows_the_settings(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view())
    screen.open_dashboard()
    home = seen(Dashboard)
    assert isinstance(home, Dashboard)

    home.wishes.day_preview_asked.emit()
    assert "Reminders at 09:45" in _words(DayWindow)

    program.settings = Settings(sitting_limit=timedelta(hours=2))
    screen.show(a_view())
    assert "Reminders at 11:00" in _words(DayWindow)


def _words(kind: type[QWidget]) -> str:
    window = seen(kind)
    assert window is not None
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_a_routine_starts_from_where_it_is_made(
    screen: DesktopScreen, program: Program
) -> None:
    screen.show(a_view())
    screen.open_routines()
    window = seen(RoutineWindow)
    assert isinstance(window, RoutineWindow)

    window.choose("evening")
    next(b for b in window.findChildren(QPushButton) if b.text() == "Start").click()

    assert ("start", ("evening",)) in program.wishes


def test_a_changed_routine_is_in_the_menus_at_once(
    screen: DesktopScreen, program: Program, tmp_path: Path
) -> None:
    screen.show(a_view())
    screen.open_routines()
    window = seen(RoutineWindow)
    assert isinstance(window, RoutineWindow)

    window.choose("evening")
    copy = next(b for b in window.findChildren(QPushButton) if b.text() == "Duplicate")
    copy.click()

    assert (tmp_path / "routines" / "evening-2.toml").exists()
    (changed,) = (v for name, v in program.wishes if name == "change_catalogue")
    assert "evening-2" in changed[0].routines
    dashboard = seen(Dashboard)
    assert dashboard is not None
    menus = dashboard.findChildren(StartMenu)
    offered = [action.text() for menu in menus for action in menu.actions()]
    assert "Evening 2" in offered
