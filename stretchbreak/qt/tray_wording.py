"""The state of things in plain words, for the tray and the dashboard."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import assert_never

from stretchbreak.core.holds import By, Held
from stretchbreak.core.moment import Moment, add
from stretchbreak.core.safety import Safety
from stretchbreak.core.view import View
from stretchbreak.qt import wording
from stretchbreak.qt.standing import Standing, holding, standing

NO_TRAY = (
    "This desktop shows no tray icon. Start Stretchbreak again to open this window."
)
NO_IDLE_SOURCE = "none"
"""The name of the idle source that knows nothing."""
NO_IDLE = (
    "This desktop does not say when you step away: "
    "only a locked or sleeping computer counts as a break."
)
_MINUTE = timedelta(minutes=1)


def state(view: View) -> str:  # noqa: PLR0911 - one a state
    """Return how things stand, in one line: "Next break in 12 min"."""
    match standing(view):
        case Standing.SESSION:
            return _session(view)
        case Standing.PAUSED:
            return _paused(view)
        case Standing.HELD:
            return _held(holding(view))
        case Standing.DUE:
            return "Break overdue" if view.overdue else "Time for a break"
        case Standing.AWAY:
            return "Away from the desk"
        case Standing.SNOOZED:
            return _snoozed(view)
        case Standing.COUNTING:
            return next_break(view)
        case unreachable:
            assert_never(unreachable)


def next_break(view: View) -> str:
    """Return how long it is until the next break."""
    if view.next_prompt is None:
        return "No break planned"
    if view.next_prompt < _MINUTE:
        return "Next break in less than a minute"
    return f"Next break in {wording.short(_whole_minutes(view.next_prompt))}"


def headline(view: View) -> str:
    """Return how things stand, where the time to go is shown anyway."""
    if standing(view) is not Standing.COUNTING or view.next_prompt is None:
        return state(view)
    return f"Next break at {add(view.at.local, view.next_prompt):%H:%M}"


def ring_line(view: View) -> str:
    """Return what the ring stands for, in a few words."""
    match standing(view):
        case Standing.SESSION:
            return "taking a break"
        case Standing.PAUSED:
            return "reminders are off"
        case Standing.HELD | Standing.DUE:
            return "break is due"
        case Standing.AWAY:
            return "clock stands still"
        case Standing.SNOOZED | Standing.COUNTING:
            return _to_go(view)
        case unreachable:
            assert_never(unreachable)


def sitting(view: View) -> str:
    """Return the sitting time so far, in whole minutes that are over."""
    minutes = view.sitting // _MINUTE * _MINUTE
    return wording.short(minutes) if minutes else "0 min"


def restriction(safety: Safety) -> str:
    """Return what the answer to the safety page leaves; empty if all is open."""
    match safety:
        case Safety.CLEAR:
            return ""
        case Safety.UNANSWERED:
            return "Stretches are off until you have read the safety notes."
        case Safety.CAUTION | Safety.EMERGENCY:
            return "Stretches are off, as you said in the safety notes."
        case Safety.ADVISED:
            return "Stretches are off: please see a professional first."
        case unreachable:
            assert_never(unreachable)


def detail(view: View) -> str:
    """Return what goes below the headline: what is off, or offered, if anything."""
    if restriction(view.safety):
        return restriction(view.safety)
    return "" if view.prompt is None else wording.offer(view.prompt.offer)


def week(view: View) -> str:
    """Return what was done this week, and what the user aims for."""
    return f"{view.week_done} of {view.week_goal} stretch sessions this week"


def appointment(view: View, names: Mapping[str, str]) -> str:
    """Return when the next appointment comes; empty if there is none.

    Args:
        view: What there is to show.
        names: The names of the routines, by their ids.
    """
    if view.appointment is None:
        return ""
    at, routine = view.appointment
    return f"Next appointment: {_when(at, view.at)}, {names.get(routine, routine)}"


def snooze(view: View) -> str:
    """Return what a press of Snooze does."""
    if view.prompt is None:
        return "Snooze"
    return f"Snooze {wording.short(view.prompt.snooze)}"


def suggestion(view: View) -> str:
    """Return what a start without choosing a routine begins."""
    if view.prompt is None:
        return "Suggested break"
    return f"Suggested break ({wording.short(view.prompt.offer.total)})"


def hold_name(by: By) -> str:  # noqa: PLR0911 - one a kind
    """Return what holds a prompt back, as part of a sentence."""
    match by:
        case By.DND:
            return "Do Not Disturb"
        case By.FULLSCREEN:
            return "a full-screen window"
        case By.CALL:
            return "a call"
        case By.INHIBITOR:
            return "a program that keeps the screen on"
        case By.PROGRAM:
            return "a program on your list"
        case By.HOURS:
            return "outside your reminder hours"
        case By.PAUSED:
            return "reminders are paused"
        case By.AWAY:
            return "you are away"
        case By.SESSION:
            return "a session is running"
        case unreachable:
            assert_never(unreachable)


def _held(holds: Sequence[Held]) -> str:
    by_time = groupby(holds, key=lambda held: f"{held.since:%H:%M}")
    parts = (
        f"since {since}: {' and '.join(hold_name(held.by) for held in together)}"
        for since, together in by_time
    )
    return f"Held {', '.join(parts)}"


def _to_go(view: View) -> str:
    if view.next_prompt is None:
        return ""
    return f"{wording.short(_whole_minutes(view.next_prompt))} to go"


def _session(view: View) -> str:
    if view.session is None or view.session.left < _MINUTE:
        return "Session running"
    left = wording.short(_whole_minutes(view.session.left))
    return f"Session running, {left} left"


def _paused(view: View) -> str:
    if view.paused is None or view.paused.until is None:
        return "Paused until you resume"
    return f"Paused until {_when(view.paused.until, view.at)}"


def _snoozed(view: View) -> str:
    if view.snoozed_until is None:
        return next_break(view)
    return f"Snoozed until {_when(view.snoozed_until, view.at)}"


def _when(then: datetime, at: Moment) -> str:
    days = (then.date() - at.local.date()).days
    if days == 0:
        return f"{then:%H:%M}"
    return f"tomorrow, {then:%H:%M}" if days == 1 else f"{then:%A, %H:%M}"


def _whole_minutes(duration: timedelta) -> timedelta:
    """Return *duration* rounded up: a break is never promised too early."""
    return -(-duration // _MINUTE) * _MINUTE
