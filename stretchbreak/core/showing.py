"""What the screen should show now, read off the state and the world."""

from datetime import datetime, timedelta

from stretchbreak.core import appointment, asking, choice
from stretchbreak.core.day import Day, Lived
from stretchbreak.core.history import sessions_this_week
from stretchbreak.core.moment import Moment
from stretchbreak.core.offering import offer
from stretchbreak.core.prompt import Stage
from stretchbreak.core.reminder import every
from stretchbreak.core.state import State
from stretchbreak.core.view import (
    Paused,
    PromptView,
    View,
    prompt_view,
    session_view,
)
from stretchbreak.core.world import World


def view(state: State, world: World, *, skip_undo: bool) -> View:
    """Return what to show.

    Args:
        state: What is remembered.
        world: As it is.
        skip_undo: Whether the last skip can still be taken back.
    """
    now, prompt, run = world.now, state.prompt, world.run
    stage = prompt.stage if prompt is not None else None
    snoozed_until: timedelta | None = None
    if prompt is not None and stage in {Stage.SNOOZED, Stage.DELAYED}:
        snoozed_until = prompt.until
    left, after = _ahead(state, world)
    if snoozed_until is not None:
        left = snoozed_until - now.steady
    elif prompt is not None:
        left = timedelta()
    return View(
        at=now,
        sitting=state.sitting_time(now.steady),
        seated=state.present,
        next_prompt=left,
        progress=1 - min(left / after, 1) if left is not None else 0.0,
        due=prompt is not None and snoozed_until is None,
        due_since=_local(prompt.due if prompt is not None else None, now),
        overdue=stage is Stage.EXPIRED,
        snoozed_until=_local(snoozed_until, now),
        held=world.held if stage is Stage.HELD else (),
        paused=_paused(state, world),
        skip_undo=skip_undo,
        prompt=_shown(state, world),
        session=session_view(run, now.steady) if run is not None else None,
        closing=world.closing,
        safety=state.safety,
        week_done=sessions_this_week(world.history, now.local),
        week_goal=world.settings.weekly_goal,
        painful=world.history.painful,
        day=state.day,
        appointment=_next_appointment(world),
    )


def trial_prompt(state: State, world: World) -> PromptView:
    """Return how the stretch reminder asks, once it falls due; nothing changes."""
    rule = every(world.settings)[0]
    offered = offer(state, world, rule)
    return PromptView(
        reminder=rule.name,
        sitting=rule.after,
        offer=choice.planned(offered, world.catalogue, world.settings),
        repeats=0,
        can_snooze=True,
        snooze=world.settings.snooze,
        trial=True,
    )


def _local(steady: timedelta | None, now: Moment) -> datetime | None:
    return None if steady is None else now.later(steady).local


def _next_appointment(world: World) -> tuple[datetime, str] | None:
    """Return when the next appointment comes, and its routine."""
    coming = [
        (appointment.next_after(text, world.now.local), appointment.parse(text).routine)
        for text in world.settings.appointments
    ]
    return min(coming, default=None)


def _ahead(state: State, world: World) -> tuple[timedelta | None, timedelta]:
    """Return how much more sitting until a reminder asks, and of how much in all.

    None where none will: nothing is counted, or all are switched off.
    """
    due = asking.until_due(state, world)
    if due is None:
        return None, world.settings.sitting_limit
    left, rule = due
    return left if state.counting else None, rule.after


def _paused(state: State, world: World) -> Paused | None:
    if state.pause is None:
        return None
    ends = state.pause.ends(world.now)
    return Paused(until=ends.local if ends is not None else None)


def _shown(state: State, world: World) -> PromptView | None:
    asking_ = state.prompt
    if asking_ is None or asking_.stage is not Stage.SHOWN:
        return None
    offered = choice.planned(asking_.offer, world.catalogue, world.settings)
    due = asking_.since if asking_.due is None else asking_.due
    marks = tuple(mark for mark in state.day.marks if mark.at >= due)
    lived = Lived(Day(marks=marks), world.now.later(asking_.since))
    return prompt_view(asking_, offered, world.settings, lived)
