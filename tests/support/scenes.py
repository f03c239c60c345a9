"""Every window of the program, in every state worth seeing, of a made-up day.

    with stage(folder) as made:
        window = SCENES["settings-sound"](made)

For tests that go through all of them, and for pictures to judge.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QWidget

from stretchbreak.core import choice
from stretchbreak.core.choices import Strength
from stretchbreak.core.closing import Closing
from stretchbreak.core.day import Day, Did, Mark, Spell, Was
from stretchbreak.core.history import History, Outcome, Result, Session, Stretched
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.routine import Side
from stretchbreak.core.safety import Safety
from stretchbreak.core.setting_spec import Group
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording
from stretchbreak.qt.closing_window import ClosingWindow
from stretchbreak.qt.dashboard import Dashboard
from stretchbreak.qt.day_window import DayWindow
from stretchbreak.qt.introduction import Introduction
from stretchbreak.qt.library_window import LibraryWindow
from stretchbreak.qt.prompt_window import PromptWindow
from stretchbreak.qt.routine_window import RoutineWindow
from stretchbreak.qt.safety_window import SafetyWindow
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.qt.settings_window import SettingsWindow
from stretchbreak.qt.stretch_chooser import StretchChooser
from stretchbreak.qt.stretch_form import StretchForm
from tests.support.day import known
from tests.support.stage import Stage, Window
from tests.support.view_builders import (
    a_day,
    a_due_view,
    a_held_view,
    a_paused_view,
    a_session_view,
    a_view,
    clock,
)
from tests.support.views import MINUTE, a_prompt, a_session

Scene = Callable[[Stage], QWidget]
PAINFUL = "single-knee-to-chest"
A_SEARCH = "voice"
PAGES_OF_INTRODUCTION = 5


def _home(view: View, stage: Stage, *, tray: bool = True, idle: bool = True) -> QWidget:
    if not idle:
        stage.program.idle_source = tray_wording.NO_IDLE_SOURCE
    stage.screen.show(view)
    stage.screen.open_dashboard()
    window = stage.seen(Dashboard)
    window.set_tray_available(tray)
    return window


def _settings(page: Group | None, stage: Stage) -> QWidget:
    stage.screen.show(a_view())
    stage.screen.open_settings()
    window = stage.seen(SettingsWindow)
    pages = part(window, QListWidget, "contents")
    pages.setCurrentRow(0 if page is None else 1 + list(Group).index(page))
    return window


def _search(stage: Stage) -> QWidget:
    window = _settings(None, stage)
    part(window, QLineEdit, "field").setText(A_SEARCH)
    return window


def _routines(row: int, stage: Stage) -> QWidget:
    stage.screen.show(a_view())
    stage.screen.open_routines()
    window = stage.seen(RoutineWindow)
    part(window, QListWidget, "contents").setCurrentRow(row)
    return window


def _fault(stage: Stage) -> QWidget:
    window = _routines(1, stage)
    name = part(window, QLineEdit, "name")
    name.clear()
    name.editingFinished.emit()
    return window


def _chooser(stage: Stage) -> QWidget:
    window = _routines(1, stage)
    press(window, "Add a stretch")
    return part(window, StretchChooser)


def _library(row: int, stage: Stage) -> QWidget:
    stage.screen.show(a_view(painful=frozenset({PAINFUL})))
    stage.screen.open_library()
    window = stage.seen(LibraryWindow)
    contents = part(window, QListWidget, "contents")
    contents.setCurrentRow(row % contents.count())
    return window


def _form(stage: Stage) -> QWidget:
    window = _library(1, stage)
    press(window, "Add a stretch of your own")
    return part(window, StretchForm)


def _day(stage: Stage) -> QWidget:
    stage.screen.show(a_view())
    stage.screen.open_day()
    return stage.seen(DayWindow)


def _safety(stage: Stage) -> QWidget:
    stage.screen.show(a_view())
    stage.screen.open_safety()
    return stage.seen(SafetyWindow)


def _introduction(page: int, stage: Stage) -> QWidget:
    stage.screen.show(a_view())
    stage.screen.open_introduction()
    window = stage.seen(Introduction)
    window.set_tray_available(True)
    for _page in range(page):
        part(window, QPushButton, "primary").click()
    return window


def _prompt(strength: Strength, stage: Stage) -> QWidget:
    stage.program.settings = replace(stage.program.settings, strength=strength)
    stage.screen.show(_due())
    return stage.seen(PromptWindow)


def _session(phase: Phase, stage: Stage) -> QWidget:
    view = a_session(phase, plan=_plan("full"), side=Side.LEFT, step=1)
    if view.ends_at is not None:
        now = stage.clock.now().steady
        view = replace(view, ends_at=now + view.remaining)
    stage.screen.show(a_view(session=view, next_prompt=None, progress=0.0))
    return stage.seen(SessionWindow)


def _closing(stage: Stage, *, back: bool) -> QWidget:
    of, held = _plan("full"), timedelta(seconds=30)
    began = datetime(2026, 3, 2, 10, tzinfo=UTC)
    done = Session(
        routine="full",
        began=began,
        ended=began + of.total,
        result=Result.DONE,
        planned=of.total,
        spent=of.total,
        stretches=tuple(
            Stretched(
                stretch.id, Outcome.DONE, (held, held) if stretch.sided else (held,)
            )
            for stretch in of.stretches
        ),
    )
    names = {stretch.id: stretch.name for stretch in of.steps}
    stage.screen.show(a_view(closing=Closing(done, names, back)))
    return stage.seen(ClosingWindow)


def _plan(routine: str) -> Plan:
    return choice.plan_of(known().routines[routine], known(), Settings(), History())


def _due() -> View:
    return _lived(a_due_view(prompt=a_prompt(offer=_plan("short"))))


def _held() -> View:
    due = {"sitting": 48 * MINUTE, "due_since": clock(14, 2)}
    return _lived(a_held_view(**due), Was.HELD, 3 * MINUTE)


def _lived(view: View, was: Was | None = None, since: timedelta = MINUTE) -> View:
    """Return *view* with the day that leads to it.

    Args:
        view: How it is.
        was: How it has been of late; None is just sitting there.
        since: For how long.
    """
    day, now = a_day(), view.at.steady
    late = (Spell(was, now - since),) if was is not None else ()
    in_session = was is Was.SESSION
    sat_until = now - since if in_session else now
    marks = list(day.marks)
    if view.prompt is not None:
        marks.append(Mark(at=now, did=Did.SHOWN, due=now))
    for held in view.held:
        at = now - since
        marks.append(Mark(at=at, did=Did.HELD, due=at, by=(held.by,)))
    seats = (*day.seats[:-1], Spell(Was.SITTING, sat_until - view.sitting))
    return replace(
        view,
        day=Day(
            seats=(*seats, *late) if in_session else seats,
            asked=day.asked if in_session else (*day.asked, *late),
            marks=tuple(marks),
        ),
    )


def _scenes() -> Iterator[tuple[str, Scene]]:
    ordinary = _lived(a_view())
    for name, view in (
        ("counting", ordinary),
        ("new", a_view(sitting=timedelta(), progress=0.0)),
        ("due", _due()),
        ("held", _held()),
        ("paused", _lived(a_paused_view(clock(16, 0)), Was.PAUSED, 10 * MINUTE)),
        ("session", _lived(a_session_view(), Was.SESSION, 6 * MINUTE)),
        ("caution", replace(ordinary, safety=Safety.CAUTION)),
    ):
        yield f"home-{name}", partial(_home, view)
    yield "home-no-tray", partial(_home, ordinary, tray=False)
    yield "home-no-idle", partial(_home, ordinary, idle=False)
    yield "settings-basics", partial(_settings, None)
    for group in Group:
        yield f"settings-{group.name.lower()}", partial(_settings, group)
    yield "settings-search", _search
    yield "routine-own", partial(_routines, 1)
    yield "routine-ours", partial(_routines, 4)
    yield "routine-fault", _fault
    yield "routine-chooser", _chooser
    yield "library-stretch", partial(_library, 5)
    yield "library-painful", partial(_library, 1)
    yield "library-topic", partial(_library, -1)
    yield "stretch-form", _form
    yield "day", _day
    yield "safety", _safety
    for page in range(PAGES_OF_INTRODUCTION):
        yield f"welcome-{page + 1}", partial(_introduction, page)
    for strength in (Strength.STANDARD, Strength.FIRM):
        yield f"prompt-{strength.value}", partial(_prompt, strength)
    for phase in (Phase.GET_READY, Phase.HOLD, Phase.PAUSED, Phase.HURT):
        yield f"session-{phase.value}", partial(_session, phase)
    yield "closing", partial(_closing, back=False)
    yield "closing-question", partial(_closing, back=True)


def part(window: QWidget, kind: type[Window], name: str = "") -> Window:
    """Return the first widget in *window* of that kind and, if given, that name."""
    found = window.findChild(kind, name) if name else window.findChild(kind)
    assert found is not None, f"no {kind.__name__} {name!r}"
    return found


def press(window: QWidget, text: str) -> None:
    """Click the button in *window* that says *text*."""
    buttons = window.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()


SCENES = dict(_scenes())
"""Each opens a window on a stage, by its name."""
