"""Puts the prompt to the user, as strongly as they chose, and no stronger.

    gentle    a notification with buttons; where there are none, the window
    standard  the window in the corner
    firm      the window in the middle, and a cover behind it

On Wayland no window can be placed, or shown without taking the keyboard. There
a notification asks in all three cases, firmly an urgent one.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from stretchbreak.core.choices import Strength
from stretchbreak.core.pause import PauseEnd
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Kind, Routine, Stretch
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import PromptView
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import prompt_story, wording
from stretchbreak.qt.cover import Cover
from stretchbreak.qt.prompt_window import PromptWindow
from stretchbreak.runtime.ports.notifier import BODY, CLOSED, LOST, Notifier, Question

Picture = Callable[[str], PoseSequence | None]
_START, _SNOOZE, _SKIP = "start", "snooze", "skip"


class Answers(Protocol):
    """Takes the answers to a prompt; see `stretchbreak.runtime.controls`."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        ...

    def start(self, routine: str | None = None, /) -> str | None:
        """Begin a session now; without *routine* the offered one."""
        ...

    def snooze(self, duration: timedelta | None = None, /) -> str | None:
        """Ask again after *duration*, or after the usual snooze."""
        ...

    def skip(self) -> str | None:
        """Leave this break out."""
        ...

    def walked(self) -> str | None:
        """Take it that the user has just walked."""
        ...

    def pause(self, end: PauseEnd, /) -> str | None:
        """Switch reminders off until *end*."""
        ...


class _Way(Enum):
    """How a prompt is on the screen."""

    NOTIFICATION = auto()
    WINDOW = auto()
    COVER = auto()


class Prompter(QObject):
    """Shows the prompt and passes the answers on.

    Args:
        answers: Takes them.
        notifier: Asks by the desktop's notifications.
        routines: What else can be started by name.
        picture: Finds the picture of a stretch by its pose's id.
    """

    def __init__(
        self,
        answers: Answers,
        notifier: Notifier,
        routines: Sequence[Routine],
        picture: Picture,
    ) -> None:
        super().__init__()
        self._answers = answers
        self._notifier = notifier
        self._routines = routines
        self._picture = picture
        self._prompt: PromptView | None = None
        self._way: _Way | None = None
        self._window: PromptWindow | None = None
        self._cover: Cover | None = None
        self._motion_reduced = False

    def show(self, prompt: PromptView | None) -> None:
        """Show *prompt*, or none. Repeating a call changes nothing.

        How it asks is settled when it appears, and stays so.
        """
        before, self._prompt = self._prompt, prompt
        if prompt is None:
            self._take_away()
        elif self._way is None:
            self._appear(prompt)
        elif self._way is not _Way.NOTIFICATION:
            self._show_window(prompt)
        elif before is not None and _asks_anew(before, prompt):
            self._appear(prompt)

    def take_keyboard(self) -> None:
        """Let the prompt be answered with the keyboard, in the window."""
        if self._prompt is None:
            return
        if self._way is _Way.NOTIFICATION:
            self._notifier.withdraw()
            self._way = _Way.WINDOW
            self._show_window(self._prompt)
        if self._window is not None:
            self._window.take_keyboard()

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills only, or let the picture move."""
        self._motion_reduced = reduced
        if self._window is not None:
            self._window.set_motion_reduced(reduced)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* by name instead."""
        self._routines = routines
        if self._window is not None:
            self._window.set_routines([(r.id, r.name) for r in routines])

    def close(self) -> None:
        """Take everything off the screen for good."""
        self.show(None)
        for window in (self._window, self._cover):
            if window is not None:
                window.deleteLater()

    def _appear(self, prompt: PromptView) -> None:
        strength = self._answers.settings.strength
        wayland = QGuiApplication.platformName() == "wayland"
        urgent = strength is Strength.FIRM
        if strength is Strength.GENTLE or wayland:
            asked = self._notifier.ask(_question(prompt, urgent=urgent), self._answered)
            self._way = _Way.NOTIFICATION if asked else _Way.WINDOW
        else:
            self._way = _Way.COVER if urgent else _Way.WINDOW
        if self._way is not _Way.NOTIFICATION:
            self._show_window(prompt)

    def _show_window(self, prompt: PromptView) -> None:
        if self._window is None:
            self._window = self._make_window()
        covered = self._way is _Way.COVER
        self._window.set_firm(covered)
        if covered and not self._window.isVisible():
            if self._cover is None:
                self._cover = Cover()
                self._cover.clicked.connect(self._answers.skip)
            self._cover.fill(self._window.screen_in_use())
        first = _first(prompt.offer)
        self._window.show_prompt(prompt, self._picture(first.pose), first.image)
        if covered:
            self._window.raise_()

    def _take_away(self) -> None:
        way, self._way = self._way, None
        if way is _Way.NOTIFICATION:
            self._notifier.withdraw()
        for window in (self._window, self._cover):
            if window is not None:
                window.hide()

    def _answered(self, answer: str) -> None:
        """Pass on what was answered to the notification."""
        if self._prompt is None or self._way is not _Way.NOTIFICATION:
            return
        if answer == _START:
            self._answers.start()
        elif answer == _SNOOZE:
            self._answers.snooze()
        elif answer in {_SKIP, CLOSED}:
            self._answers.skip()
        elif answer == LOST:
            self._appear(self._prompt)
        else:  # the text itself
            self.take_keyboard()

    def _make_window(self) -> PromptWindow:
        window, answers = PromptWindow(), self._answers
        window.set_motion_reduced(self._motion_reduced)
        window.set_routines([(r.id, r.name) for r in self._routines])
        window.start_asked.connect(answers.start)
        window.snooze_asked.connect(answers.snooze)
        window.skip_asked.connect(answers.skip)
        window.walked_said.connect(answers.walked)
        window.pause_asked.connect(answers.pause)
        return window


def _question(prompt: PromptView, *, urgent: bool) -> Question:
    snooze = ((_SNOOZE, f"Snooze {wording.short(prompt.snooze)}"),)
    return Question(
        title=wording.question(prompt),
        body=_body(prompt),
        answers=(
            (BODY, "Open"),
            (_START, "Start"),
            *(snooze if prompt.can_snooze else ()),
            (_SKIP, "Not now"),
        ),
        urgent=urgent,
    )


def _body(prompt: PromptView) -> str:
    offer = wording.offer(prompt.offer)
    return f"{offer}\n{prompt_story.why(prompt)}" if prompt.trial else offer


def _asks_anew(before: PromptView, prompt: PromptView) -> bool:
    return _question(before, urgent=False) != _question(prompt, urgent=False) or (
        prompt.repeats > before.repeats
    )


def _first(offer: Plan) -> Stretch:
    """Return what the prompt's picture shows: the first stretch, else walking."""
    stretches = (s for s in offer.steps if s.kind is not Kind.MOVE)
    return next(stretches, offer.steps[0])
