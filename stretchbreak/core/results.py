"""What came of a session, as far as it went: of each stretch, and as a whole."""

from collections.abc import Mapping
from datetime import timedelta

from stretchbreak.core.history import Outcome, Result, Stretched
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.player import Player, spent, times
from stretchbreak.core.routine import Kind, Side

_HELD = (Phase.HOLD, Phase.PRESS)
_WORK = (Phase.WARM_UP, Phase.MOVE, *_HELD)


def outcomes(player: Player, now: timedelta) -> tuple[Stretched, ...]:
    """Return each stretch of the session and how it went, if it ends *now*."""
    spent_in = times(player, now)
    return tuple(
        Stretched(
            stretch.id, _outcome(player, step), _held(player.plan, step, spent_in)
        )
        for step, stretch in enumerate(player.plan.steps)
        if stretch.kind is not Kind.MOVE
    )


def skipped(player: Player) -> frozenset[int]:
    """Return the indices of the steps behind that were not done in full."""
    behind = range(player.segment.step)
    return frozenset(i for i in behind if _outcome(player, i) is not Outcome.DONE)


def result(player: Player, now: timedelta) -> Result:
    """Return how the session went if it ends *now*.

    It is done once it ran to its end, or half of the planned time was spent.
    """
    finished = player.over and len(player.plan.segments) - 1 in player.done
    enough = spent(player, now) * 2 >= player.plan.total
    return Result.DONE if finished or enough else Result.PARTIAL


def _held(
    plan: Plan, step: int, spent_in: Mapping[int, timedelta]
) -> tuple[timedelta, ...]:
    """Return how long each side of *step* was held, in the order they come."""
    held: dict[Side | None, timedelta] = {}
    for index, segment in enumerate(plan.segments):
        if segment.step == step and segment.phase in _HELD:
            held.setdefault(segment.side, timedelta())
            held[segment.side] += spent_in.get(index, timedelta())
    return tuple(held.values())


def _outcome(player: Player, step: int) -> Outcome:
    if step in player.hurt:
        return Outcome.HURT
    work = {
        i
        for i, s in enumerate(player.plan.segments)
        if s.step == step and s.phase in _WORK
    }
    return Outcome.DONE if work <= player.done else Outcome.SKIPPED
