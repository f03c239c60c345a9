"""The introduction after the safety page: a few pages, each of which may be skipped.

What is set on a page applies at once, and what is not touched stays as it was;
so the window may be closed at any time.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.routine import Stretch
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.settings import Settings
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.asking_page import AskingPage
from stretchbreak.qt.first_stretch_page import DESK, FirstStretchPage
from stretchbreak.qt.interval_page import IntervalPage
from stretchbreak.qt.intro_footer import IntroFooter
from stretchbreak.qt.intro_page import IntroPage
from stretchbreak.qt.login_page import LoginPage
from stretchbreak.qt.place_page import PlacePage
from stretchbreak.qt.window import Window
from stretchbreak.runtime.ports.desktop import Autostart

LYING = "single-knee-to-chest"
"""What is seen of the floor."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SIZE = QSize(620, 660)


class Introduction(Window):
    """Leads through the pages.

    Signals:
        changed: The user set something; carries the setting's name and value.
        prompt_asked: A reminder shall be shown for trial.
        voice_asked: The voice shall be heard; carries its words.
        chime_asked: The chime shall be heard.
        closed: It is over, finished or not.

    Args:
        stretches: All there are, by id.
        picture: Finds the picture of a stretch by its pose's id.
        autostart: The desktop's way to start with the login.
    """

    changed = Signal(str, object)
    prompt_asked = Signal()
    voice_asked = Signal(str)
    chime_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        stretches: Mapping[str, Stretch],
        picture: Callable[[str], PoseSequence | None],
        autostart: Autostart,
    ) -> None:
        super().__init__("Welcome to Stretchbreak", _SIZE)
        floor, desk = (picture(stretches[name].pose) for name in (LYING, DESK))
        self._place = PlacePage(floor, desk)
        self._asking = AskingPage()
        self._stretch = FirstStretchPage(stretches, picture)
        self._interval = IntervalPage()
        self._login = LoginPage(autostart)
        self._pages: tuple[IntroPage, ...] = ()
        self._stack = QStackedWidget()
        self._areas: dict[IntroPage, QScrollArea] = {}
        self._footer = IntroFooter()
        self._lay_out()
        self._connect()

    def begin(self, settings: Settings, safety: Safety) -> None:
        """Show the first page of those that *safety* leaves, and what is set."""
        all_pages = tuple(self._areas)
        left_out = () if may_stretch(safety) else (self._place,)
        self._pages = tuple(page for page in all_pages if page not in left_out)
        self._stretch.show_safety(safety)
        for page in all_pages:
            page.show_settings(settings)
        self._turn_to(0)

    def take_place_of(self, window: QWidget) -> None:
        """Stand where the middle of *window* is, but on its screen."""
        place = window.geometry().center() - self.rect().center()
        corner = window.screen().availableGeometry().topLeft()
        self.move(max(place.x(), corner.x()), max(place.y(), corner.y()))

    def show_settings(self, settings: Settings) -> None:
        """Show *settings*, without reporting them."""
        for page in self._areas:
            page.show_settings(settings)

    def show_answer(self, line: str) -> None:
        """Say *line*, which is what the answer to a reminder would do."""
        self._asking.show_answer(line)

    def show_unheard(self, line: str) -> None:
        """Say *line*, which is why something cannot be heard; empty says nothing."""
        self._stretch.show_unheard(line)

    def set_tray_available(self, available: bool) -> None:  # noqa: FBT001 - a setter
        """Say where the program is found."""
        self._login.set_tray_available(available)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let pictures move, or stand still when *reduced*."""
        for page in self._areas:
            page.set_motion_reduced(reduced)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on, but press the button that has the keyboard."""
        if event.key() not in _ENTER or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if isinstance(here, QAbstractButton) and not here.isCheckable():
            here.click()
        else:
            self._go_on()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Report that it is over."""
        super().closeEvent(event)
        self.closed.emit()

    @property
    def _step(self) -> int:
        shown = self._stack.currentWidget()
        return next(i for i, p in enumerate(self._pages) if self._areas[p] is shown)

    def _turn_to(self, step: int) -> None:
        self._stack.setCurrentWidget(self._areas[self._pages[step]])
        self._footer.show_step(step, len(self._pages))

    def _go_on(self) -> None:
        if self._step == len(self._pages) - 1:
            self.close()
        else:
            self._turn_to(self._step + 1)

    def _go_back(self) -> None:
        self._turn_to(self._step - 1)

    def _connect(self) -> None:
        self._footer.skip_asked.connect(self.close)
        self._footer.back_asked.connect(self._go_back)
        self._footer.next_asked.connect(self._go_on)
        for page in self._areas:
            page.changed.connect(self.changed)
        self._asking.prompt_asked.connect(self.prompt_asked)
        self._stretch.voice_asked.connect(self.voice_asked)
        self._stretch.chime_asked.connect(self.chime_asked)

    def _lay_out(self) -> None:
        pages = (
            self._place,
            self._asking,
            self._stretch,
            self._interval,
            self._login,
        )
        for page in pages:
            self._areas[page] = _scrolling(page)
            self._stack.addWidget(self._areas[page])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, stretch=1)
        column.addWidget(self._footer)


def _scrolling(page: IntroPage) -> QScrollArea:
    """Return a place for *page* that lets all of it be seen, however long it is."""
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
