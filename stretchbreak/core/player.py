"""Going through a plan: where the session stands, and what each wish does.

    Running ---pause, lock, pain---> Stopped ---go on---> Running
       |                                                   (short pause: three
       +---the last phase ends---> over                     seconds to get ready)

Phases follow one another by deadlines on the steady clock, so a late look
never makes a hold longer or shorter than it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import assert_never

from stretchbreak.core.plan import Phase, Plan, Segment
from stretchbreak.core.routine import Side

SHORT_PAUSE = timedelta(seconds=30)
"""After a longer pause the body has left the position: the hold starts again."""
RESUME = timedelta(seconds=3)
"""Time to get ready after a short pause."""
DOUBLE_PRESS = timedelta(seconds=3)
"""A second press of Previous within this means the step before."""
AWAKE_IN_PAUSE = timedelta(minutes=5)
"""In a longer pause the screen may go to sleep."""
_POSED = {Phase.HOLD, Phase.PRESS, Phase.GET_READY, Phase.SWITCH}


@dataclass(frozen=True, slots=True)
class Running:
    """A phase is running.

    Attributes:
        ends_at: When it ends, on the steady clock.
        resuming: After a short pause: the time left of the phase once the
            user has got ready again.
    """

    ends_at: timedelta
    resuming: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing runs.

    Attributes:
        since: When it stopped, on the steady clock.
        remaining: What is left of the phase.
        hurt: Whether it stopped for pain.
    """

    since: timedelta
    remaining: timedelta
    hurt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One session at one instant; a change makes a new one.

    Attributes:
        plan: What is gone through.
        index: The present segment of the plan; its length when all is done.
        state: Whether it runs.
        times: Time spent in the segments left behind, by their index; pauses
            not counted. One gone back to counts on.
        done: The segments that ran to their end.
        hurt: The steps that hurt.
        then: What follows the present segment, by its index, where that is
            not the next one: repetitions already done are not done again.
        pressed: When Previous was last pressed.
        muted: Whether the user wants to hear nothing.
    """

    plan: Plan
    index: int
    state: Running | Stopped
    times: Mapping[int, timedelta] = field(default_factory=dict)
    done: frozenset[int] = frozenset()
    hurt: frozenset[int] = field(default_factory=frozenset)
    then: int | None = None
    pressed: timedelta | None = None
    muted: bool = False

    @property
    def segment(self) -> Segment:
        """The present segment."""
        return self.plan.segments[self.index]

    @property
    def ahead(self) -> range:
        """The indices of the segments that follow the present one."""
        first = self.index + 1 if self.then is None else self.then
        return range(first, len(self.plan.segments))

    @property
    def over(self) -> bool:
        """Whether the last segment is behind."""
        return self.index >= len(self.plan.segments)


def begin(plan: Plan, now: timedelta) -> Player:
    """Return the session of *plan* that begins *now*."""
    return Player(plan=plan, index=0, state=Running(now + plan.segments[0].length))


def advance(player: Player, now: timedelta) -> Player:
    """Return *player* as it stands *now*."""
    while (
        not player.over
        and isinstance(player.state, Running)
        and now >= player.state.ends_at
    ):
        player = _next_phase(player, player.state)
    return player


def next_wake(player: Player, now: timedelta) -> timedelta | None:
    """Return when something next changes by itself, on the steady clock."""
    match player.state:
        case Running(ends_at):
            return ends_at
        case Stopped(since):
            sleeps = since + AWAKE_IN_PAUSE
            return sleeps if now < sleeps else None
        case unreachable:
            assert_never(unreachable)


def keeps_awake(player: Player, now: timedelta) -> bool:
    """Return whether the screen must stay awake."""
    match player.state:
        case Running():
            return True
        case Stopped(since):
            return now < since + AWAKE_IN_PAUSE
        case unreachable:
            assert_never(unreachable)


def ends_at(player: Player) -> timedelta | None:
    """Return when the whole session ends, on the steady clock, if it runs on."""
    state = player.state
    if not isinstance(state, Running):
        return None
    later = (player.plan.segments[index].length for index in player.ahead)
    left = sum(later, state.resuming or timedelta())
    return state.ends_at + left


def remaining(player: Player, now: timedelta) -> timedelta:
    """Return what is left of the present phase."""
    match player.state:
        case Running(ends_at):
            return max(ends_at - now, timedelta())
        case Stopped(remaining=left):
            return left
        case unreachable:
            assert_never(unreachable)


def spent(player: Player, now: timedelta) -> timedelta:
    """Return the time spent in the session, pauses not counted."""
    return sum(times(player, now).values(), timedelta())


def times(player: Player, now: timedelta) -> Mapping[int, timedelta]:
    """Return the time spent in each segment, if the present one is left *now*."""
    if player.over:
        return player.times
    here = player.times.get(player.index, timedelta()) + _in_phase(player, now)
    return {**player.times, player.index: here}


def stop(player: Player, now: timedelta, *, hurt: bool = False) -> Player:
    """Return *player* stopped; for pain, its step is marked as hurting."""
    hurting = player.hurt | {player.segment.step} if hurt else player.hurt
    if isinstance(player.state, Stopped):
        stopped = replace(player.state, hurt=player.state.hurt or hurt)
        return replace(player, state=stopped, hurt=hurting)
    left = player.state.resuming
    if left is None:
        left = remaining(player, now)
    return replace(player, state=Stopped(now, left, hurt), hurt=hurting)


def go_on(player: Player, now: timedelta) -> Player:
    """Return *player* going on after a pause.

    After a long one the hold starts again in full, with its set-up. Of several
    repetitions it is the present one that does; those behind are done.
    """
    if not isinstance(player.state, Stopped):
        return player
    if player.state.hurt:
        return _jump(player, player.segment.set_up, now)
    if now - player.state.since > SHORT_PAUSE and _posed(player):
        again = _jump(player, player.segment.set_up, now)
        return replace(again, then=_repetition(player))
    return replace(player, state=Running(now + RESUME, player.state.remaining))


def go_on_exactly(player: Player, now: timedelta) -> Player:
    """Return *player* going on as if no time had passed meanwhile."""
    if not isinstance(player.state, Stopped):
        return player
    return replace(player, state=Running(now + player.state.remaining))


def skip_ahead(player: Player, now: timedelta) -> Player:
    """Return *player* at the next side or step; a skipped side offers the other."""
    here = player.segment
    segments = player.plan.segments
    index = player.index
    while index < len(segments) and _part(segments[index]) == _part(here):
        index += 1
    return _jump(player, index, now)


def go_back(player: Player, now: timedelta) -> Player:
    """Return *player* at this step again, or, pressed twice, at the one before."""
    again = player.pressed is not None and now - player.pressed <= DOUBLE_PRESS
    step = player.segment.step
    if again and step:
        step -= 1
    first = next(i for i, s in enumerate(player.plan.segments) if s.step == step)
    return replace(_jump(player, first, now), pressed=None if again else now)


def leave_out(player: Player, now: timedelta) -> Player:
    """Return *player* past all of the present step."""
    step = player.segment.step
    segments = player.plan.segments
    later = (i for i, s in enumerate(segments) if i > player.index and s.step > step)
    ending = (
        i
        for i, s in enumerate(segments)
        if i > player.index and s.phase is Phase.FINISH
    )
    index = next(later, next(ending, len(segments)))
    return _jump(player, index, now)


def toggle_mute(player: Player) -> Player:
    """Return *player* silent, or to be heard again."""
    return replace(player, muted=not player.muted)


def _next_phase(player: Player, state: Running) -> Player:
    if state.resuming is not None:
        return replace(player, state=Running(state.ends_at + state.resuming))
    segments = player.plan.segments
    index = player.ahead.start
    over = index >= len(segments)
    after = state if over else Running(state.ends_at + segments[index].length)
    return replace(
        player,
        index=index,
        then=None,
        state=after,
        times=times(player, state.ends_at),
        done=player.done | {player.index},
    )


def _in_phase(player: Player, now: timedelta) -> timedelta:
    """Return the time spent in the present phase."""
    left = remaining(player, now)
    if isinstance(player.state, Running) and player.state.resuming is not None:
        left = player.state.resuming
    return player.segment.length - left


def _jump(player: Player, index: int, now: timedelta) -> Player:
    moved = replace(player, index=index, then=None, times=times(player, now))
    if moved.over:
        return replace(moved, state=Stopped(now, timedelta()))
    return replace(moved, state=Running(now + moved.segment.length))


def _posed(player: Player) -> bool:
    """Return whether a position must be found again after a long pause."""
    segments = player.plan.segments
    if player.segment.phase is Phase.RELEASE:
        return any(segments[i].phase is Phase.PRESS for i in player.ahead[:1])
    return player.segment.phase in _POSED


def _repetition(player: Player) -> int | None:
    """Return what follows the set-up when it is done again, if not the next."""
    here = player.segment
    if here.phase is Phase.RELEASE:
        return player.index + 1
    return player.index if here.rep else player.then


def _part(segment: Segment) -> tuple[int, Side | None, bool]:
    return segment.step, segment.side, segment.phase is Phase.FINISH
