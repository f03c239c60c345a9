"""Why a reminder came when it came, or why none does, read off the view.

Functions only. One sentence or two on how it stands now, and as many on the
day's last reminder, so that "why was I not reminded?" has an answer.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never

from stretchbreak.core.day import Did, Lived, Mark, Was, began
from stretchbreak.core.holds import By
from stretchbreak.core.moment import elapsed
from stretchbreak.core.view import View
from stretchbreak.qt import wording
from stretchbreak.qt.prompt_story import answer, held_by, last_shown, story
from stretchbreak.qt.standing import Standing, holding, standing

_HOLDS = {
    By.DND: "Your desktop asks for quiet.",
    By.FULLSCREEN: "A window fills the screen.",
    By.CALL: "A program uses the microphone or a camera.",
    By.INHIBITOR: "A program keeps the screen on.",
    By.PROGRAM: "A program on your list is running.",
    By.HOURS: "These are not your reminder hours.",
}
"""What is so while one of those holds a reminder that is news."""
_ABOUT = timedelta(minutes=2)
"""A count that began as near as this to a return began with it."""


def lived(view: View) -> Lived:
    """Return the day that *view* knows, up to its moment."""
    return Lived(view.day, view.at)


def now(view: View) -> str:  # noqa: PLR0911 - one a state
    """Return why it stands as it does; empty where that says itself."""
    match standing(view):
        case Standing.SESSION:
            return ""
        case Standing.PAUSED:
            since = _since(view, Was.PAUSED)
            return f"Since {since:%H:%M} no reminder comes." if since else ""
        case Standing.HELD:
            return f"{_due(view)}{_why_held(view)}"
        case Standing.DUE:
            return _why_due(view)
        case Standing.AWAY:
            return "Nothing is counted until you are back."
        case Standing.SNOOZED:
            return _due(view).strip()
        case Standing.COUNTING:
            return _why_counting(view)
        case unreachable:
            assert_never(unreachable)


def last(view: View) -> str:
    """Return why the day's last reminder came when it came, or why none did."""
    day = lived(view)
    shown, spared = last_shown(day), next(_spared(view), None)
    if view.prompt is not None:
        return ""
    if spared is not None and (shown is None or spared.at > shown.at):
        return _why_spared(view, spared)
    if shown is not None:
        told = f"{story(day, shown)} {answer(day, shown)}".strip()
        return f"Last {told[0].lower()}{told[1:]}"
    if standing(view) in {Standing.COUNTING, Standing.AWAY}:
        return "No reminder was due yet today."
    return ""


def _why_due(view: View) -> str:
    shown = last_shown(lived(view))
    if view.prompt is not None and shown is not None:
        return story(lived(view), shown)
    if view.overdue:
        return f"{_due(view)}You were asked several times; nothing asks again now."
    if not view.seated:
        return f"{_due(view)}It comes when you are back."
    return f"{_due(view)}It waits for a pause in your typing."


def _why_held(view: View) -> str:
    so = dict.fromkeys(_HOLDS[held.by] for held in holding(view))
    return " ".join((*so, "The reminder comes soon after that ends."))


def _why_counting(view: View) -> str:
    if view.next_prompt is None:
        since = _since(view, Was.CLOSED)
        return "Now it is outside your reminder hours." if since else ""
    seats = view.day.seats
    if not seats or seats[-1].was is not Was.SITTING:
        return ""
    back = view.at.later(max(seats[-1].began, began(view.at))).local
    if abs(elapsed(back, view.at.local) - view.sitting) > _ABOUT:
        return ""
    before = seats[-2] if len(seats) > 1 else None
    if before is not None and before.was is Was.AWAY and len(seats) > 2:  # noqa: PLR2004 - not the day's first
        gone = wording.short(seats[-1].began - before.began)
        return f"Counted from {back:%H:%M}, when you were back after {gone}."
    return f"Counted from {back:%H:%M}."


def _why_spared(view: View, spared: Mark) -> str:
    due = spared.due if spared.due is not None else spared.at
    marks = (
        m for m in lived(view).marks if m.did is Did.HELD and due <= m.at < spared.at
    )
    held = next(filter(None, map(held_by, marks)), "")
    why = f", but held: {held}" if held else ""
    return (
        f"A reminder was due at {view.at.later(due).local:%H:%M}{why}. "
        "You took a break before it came."
    )


def _spared(view: View) -> Iterator[Mark]:
    return (m for m in reversed(lived(view).marks) if m.did is Did.SPARED)


def _due(view: View) -> str:
    return f"It was due at {view.due_since:%H:%M}. " if view.due_since else ""


def _since(view: View, was: Was) -> datetime | None:
    """Return since when it has been so, if it is."""
    asked = view.day.asked
    if not asked or asked[-1].was is not was:
        return None
    return view.at.later(asked[-1].began).local
