"""Why a prompt came when it came, in plain words.

Functions only, of the line of the day; the words for how things stand now are
in `stretchbreak.qt.why_now`.
"""

from collections.abc import Iterator
from datetime import timedelta

from stretchbreak.core.day import Did, Lived, Mark, Was
from stretchbreak.core.holds import By
from stretchbreak.core.view import PromptView
from stretchbreak.qt import wording
from stretchbreak.qt.tray_wording import hold_name

_AT_ONCE = timedelta(seconds=5)
_MINUTE = timedelta(minutes=1)


def story(lived: Lived, shown: Mark) -> str:
    """Return why the prompt *shown* then came at that time.

    Args:
        lived: The day it belongs to.
        shown: The mark of its appearance.
    """
    what = "Appointment" if shown.name else "Reminder"
    told = " ".join(_reasons(lived, shown))
    at = f"{what} at {_clock(lived, shown.at)}"
    return f"{at}. {told}" if told else f"{at}, as soon as it was due."


def why(prompt: PromptView) -> str:
    """Return why *prompt* came just now, in a few sentences."""
    if prompt.trial:
        return "You asked to see how a reminder looks. No answer counts this time."
    shown = None if prompt.lived is None else last_shown(prompt.lived)
    told = [_cause(prompt, shown)]
    if prompt.lived is not None and shown is not None:
        told += list(_reasons(prompt.lived, shown)) or [
            "It came as soon as it was due."
        ]
    if prompt.repeats:
        told.append("It has not been answered yet, so it asks again.")
    return " ".join(told)


def last_shown(lived: Lived) -> Mark | None:
    """Return the mark of the day's last prompt, if there was one."""
    return _last(mark for mark in lived.marks if mark.did is Did.SHOWN)


def answer(lived: Lived, shown: Mark) -> str:
    """Return what became of the prompt *shown* then; empty if nothing is known."""
    again = (m for m in lived.marks if m.did is Did.SHOWN and m.at > shown.at)
    until = next((mark.at for mark in again), lived.at.steady)
    words = {
        Did.SNOOZED: "You snoozed it.",
        Did.SKIPPED: 'You said "Not now".',
        Did.UNANSWERED: "It was closed without an answer.",
        Did.DONE: "You took the break.",
        Did.CUT_SHORT: "You began the break.",
        Did.WALKED: "You said that you walked.",
    }
    later = (m for m in lived.marks if shown.at <= m.at <= until)
    told = next((words[mark.did] for mark in later if mark.did in words), "")
    left = any(
        spell.was is Was.AWAY and shown.at <= spell.began < until
        for spell in lived.day.seats
    )
    return told or ("You left the desk." if left else "")


def held_by(mark: Mark) -> str:
    """Return what held the prompt of *mark*, in words; empty if nobody was there."""
    return " and ".join(hold_name(by) for by in mark.by if by is not By.AWAY)


def _cause(prompt: PromptView, shown: Mark | None) -> str:
    if prompt.sitting < _MINUTE or (shown is not None and shown.name):
        return "This is a time you chose yourself, in the settings."
    return f"You have been sitting for {wording.spoken(prompt.sitting)} without a rest."


def _reasons(lived: Lived, shown: Mark) -> Iterator[str]:
    if shown.due is None:
        return
    before = [m for m in lived.marks if shown.due <= m.at < shown.at]
    if _clock(lived, shown.due) != _clock(lived, shown.at):
        yield f"It was due at {_clock(lived, shown.due)}."
    delays = [m for m in before if m.did in {Did.HELD, Did.SNOOZED}]
    for mark in delays:
        later = (m.at for m in before if m.did is Did.RELEASED and m.at >= mark.at)
        until = mark.until or next(later, shown.at)
        yield _delay(mark, _clock(lived, until))
    if shown.anyway:
        yield "You asked for it."
    elif not delays and shown.at - shown.due > _AT_ONCE:
        yield "It waited for a pause in your typing."


def _delay(mark: Mark, until: str) -> str:
    if mark.did is Did.SNOOZED:
        return f"You snoozed it until {until}."
    why = held_by(mark)
    return f"Held until {until}: {why}." if why else f"You were away until {until}."


def _clock(lived: Lived, steady: timedelta) -> str:
    return f"{lived.at.later(steady).local:%H:%M}"


def _last(marks: Iterator[Mark]) -> Mark | None:
    return next(reversed(list(marks)), None)
