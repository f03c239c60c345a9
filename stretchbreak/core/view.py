"""What the screen should show: a function of the coach's state, as one value.

Drawing a view twice is harmless and two views can be compared, so windows
need no orders, only the newest view.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from stretchbreak.core.closing import Closing
from stretchbreak.core.day import Day, Lived
from stretchbreak.core.holds import Held
from stretchbreak.core.moment import Moment
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.player import (
    RESUME,
    Player,
    Running,
    Stopped,
    keeps_awake,
    remaining,
)
from stretchbreak.core.prompt import Prompt, can_snooze
from stretchbreak.core.results import skipped
from stretchbreak.core.routine import Side
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptView:
    """The question put to the user.

    Attributes:
        reminder: Which reminder asks.
        sitting: The sitting time when it appeared.
        offer: What Start would begin.
        repeats: How often it was softly repeated; a rise asks for attention.
        can_snooze: Whether snoozing is still on offer.
        snooze: What a plain press of Snooze means.
        trial: The user only wants to see how it asks; no answer counts.
        lived: The day up to its appearance, told from when it fell due.
    """

    reminder: str
    sitting: timedelta
    offer: Plan
    repeats: int
    can_snooze: bool
    snooze: timedelta
    trial: bool = False
    lived: Lived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """Where the session stands.

    Attributes:
        plan: All of it.
        step: The index of the present step in `plan.steps`.
        phase: What is being done.
        side: The side of the body being worked on, if any.
        rep: Which repetition this is, from 1; zero where there are none.
        ends_at: When the phase ends on the steady clock; None while stopped.
        remaining: What is left of the phase as of the view's moment.
        length: How long the whole phase is.
        left: What is left of the whole session as of the view's moment.
        upcoming: The phase after this one; None at the end.
        skipped: The indices of steps behind that were not done in full.
        awake: Whether the screen must stay awake.
        muted: Whether the user wants to hear nothing.
    """

    plan: Plan
    step: int
    phase: Phase
    side: Side | None
    rep: int
    ends_at: timedelta | None
    remaining: timedelta
    length: timedelta
    left: timedelta
    upcoming: Phase | None
    skipped: frozenset[int]
    awake: bool
    muted: bool

    @property
    def getting_up(self) -> bool:
        """Whether only getting up from the floor is left, paused or not."""
        last = self.plan.segments[-1].phase
        return self.upcoming is None and last is Phase.FINISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """Reminders are switched off.

    Attributes:
        until: The local time at which they come back; None means until they
            are switched on again.
    """

    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything there is to show.

    Attributes:
        at: The moment it was true.
        sitting: Sitting time since the last rest.
        seated: Whether the sitting time is running.
        next_prompt: How long until the next prompt if the user stays seated,
            or until a snooze is over; zero when due; None when none will come.
        progress: How much of the interval to the next prompt is over, 0 to 1.
        due: Whether a prompt is due, shown or not.
        due_since: When it fell due, in local time; None where it is not known.
        overdue: Whether a prompt went unanswered and closed.
        snoozed_until: When a snooze is over, in local time.
        held: What holds a due prompt back.
        paused: Set while reminders are switched off.
        skip_undo: Whether the last skip can still be taken back.
        prompt: Set while a prompt is shown.
        session: Set while a session runs.
        closing: Set while the last session can be looked back at.
        safety: What the user said on the safety page.
        week_done: Stretch sessions finished this week.
        week_goal: How many the user aims for.
        painful: The ids of the stretches marked as painful.
        day: The line of today.
        appointment: The next one and when it comes, if there are any.
    """

    at: Moment
    sitting: timedelta
    seated: bool
    next_prompt: timedelta | None
    progress: float
    due: bool
    due_since: datetime | None
    overdue: bool
    snoozed_until: datetime | None
    held: tuple[Held, ...]
    paused: Paused | None
    skip_undo: bool
    prompt: PromptView | None
    session: SessionView | None
    closing: Closing | None
    safety: Safety
    week_done: int
    week_goal: int
    painful: frozenset[str]
    day: Day
    appointment: tuple[datetime, str] | None


def prompt_view(
    prompt: Prompt, offer: Plan, settings: Settings, lived: Lived
) -> PromptView:
    """Return what to show of *prompt*, which offers *offer* after what was *lived*."""
    return PromptView(
        reminder=prompt.reminder,
        sitting=prompt.sitting,
        offer=offer,
        repeats=prompt.repeats,
        can_snooze=can_snooze(prompt, settings),
        snooze=settings.snooze,
        lived=lived,
    )


def session_view(player: Player, now: timedelta) -> SessionView:
    """Return what to show of the session at *now*; it must not be over."""
    segments, state = player.plan.segments, player.state
    phase, length = player.segment.phase, player.segment.length
    ends_at: timedelta | None = None
    if isinstance(state, Stopped):
        phase = Phase.HURT if state.hurt else Phase.PAUSED
    else:
        ends_at = state.ends_at
        if state.resuming is not None:
            phase, length = Phase.RESUME, RESUME
    ahead = [segments[index] for index in player.ahead]
    later = sum((segment.length for segment in ahead), timedelta())
    return SessionView(
        plan=player.plan,
        step=player.segment.step,
        phase=phase,
        side=player.segment.side,
        rep=player.segment.rep,
        ends_at=ends_at,
        remaining=remaining(player, now),
        length=length,
        left=later + _left_of_phase(player, now),
        upcoming=ahead[0].phase if ahead else None,
        skipped=skipped(player),
        awake=keeps_awake(player, now),
        muted=player.muted,
    )


def _left_of_phase(player: Player, now: timedelta) -> timedelta:
    state = player.state
    if isinstance(state, Running) and state.resuming is not None:
        return state.resuming
    return remaining(player, now)
