"""Questions in the desktop's own notifications."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

BODY, CLOSED, LOST = "default", "closed", "lost"
"""Answers beside the buttons': a click on the text, closing it, no server any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for a notification.

    Attributes:
        title: What is said first.
        body: What is said below.
        answers: Each button's own name, and its text; `BODY` is the text itself.
        urgent: Whether it may be shown above what fills the screen.
    """

    title: str
    body: str
    answers: tuple[tuple[str, str], ...]
    urgent: bool = False


class Notifier(Protocol):
    """Asks by the desktop's own notifications."""

    def ask(self, question: Question, answered: Callable[[str], None]) -> bool:
        """Put *question* in place of the one before.

        Args:
            question: What is asked.
            answered: Called once, with the name of the answer.

        Returns:
            Whether it is shown, with its buttons; if not, nothing is.
        """
        ...

    def withdraw(self) -> None:
        """Take the question away, if it is still there."""
        ...
