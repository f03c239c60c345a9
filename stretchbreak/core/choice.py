"""Which routine is offered, and which stretches it is made of.

The least recently done stretches come first, so that over a week all come
round. Nothing here is random: the same history gives the same choice.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from stretchbreak.core import plan
from stretchbreak.core.choices import Where
from stretchbreak.core.history import History, sessions_today
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import (
    DOUBLE_KNEE,
    SINGLE_KNEE,
    TWIST,
    Catalogue,
    Kind,
    Place,
    Routine,
    Step,
    Stretch,
)
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.settings import Settings

SHORT = "short"
WALK = "walk"
WARM_UP = "walk"
"""The stretch file that the warm-up is taken from."""
_POOLS = {Where.FLOOR: "full", Where.DESK: "desk"}
"""The routines whose stretches the automatic choice is made from."""
WARM_ENOUGH = timedelta(minutes=5)
"""The source: never stretch cold, 5 to 10 minutes of light movement first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a session would be: a routine with its steps settled.

    Attributes:
        routine: The routine's id.
        steps: What is done, in order.
        warm: The warm-up is left out.
    """

    routine: str
    steps: tuple[Step, ...]
    warm: bool = False


def offered(settings: Settings, safety: Safety, history: History, now: datetime) -> str:
    """Return the id of the routine that the stretch reminder offers at *now*.

    Breaking up sitting is for all day, floor stretching is not: after the
    day's stretch sessions, and for whoever should ask first, it is a walk. So it is
    after a session that made the back feel worse.
    """
    limit = settings.stretch_sessions_a_day
    enough = bool(limit) and sessions_today(history, now) >= limit
    walks = enough or history.walk_next or not may_stretch(safety)
    return WALK if walks else SHORT


def offer(
    routine: Routine,
    catalogue: Catalogue,
    settings: Settings,
    history: History,
    *,
    warm: bool = False,
) -> Offer:
    """Return *routine* as a list of steps, its free places filled.

    Args:
        routine: One of the catalogue's.
        catalogue: All there is.
        settings: Where the user can stretch and how long the warm-up is.
        history: What was done when, and what hurt.
        warm: The user is warm already.
    """
    if not routine.choose:
        return Offer(routine.id, routine.steps, warm)
    chosen = _chosen(routine, catalogue, settings, history, warm=warm)
    if not chosen and (warm or not routine.warm_up):
        return Offer(WALK, catalogue.routines[WALK].steps, warm)
    return Offer(routine.id, tuple(Step(stretch=s.id) for s in chosen), warm)


@lru_cache(maxsize=16)
def planned(wanted: Offer, catalogue: Catalogue, settings: Settings) -> Plan:
    """Return the timed plan of *wanted*, with its warm-up."""
    warming = catalogue.routines[wanted.routine].warm_up and not wanted.warm
    return _timed(wanted, catalogue, settings, warming=warming)


def plan_of(
    routine: Routine, catalogue: Catalogue, settings: Settings, history: History
) -> Plan:
    """Return what a session of *routine* would be, be it in *catalogue* or not."""
    wanted = offer(routine, catalogue, settings, history)
    return _timed(wanted, catalogue, settings, warming=routine.warm_up)


def _timed(
    wanted: Offer, catalogue: Catalogue, settings: Settings, *, warming: bool
) -> Plan:
    steps = [(step, catalogue.stretches[step.stretch]) for step in wanted.steps]
    warm_up = catalogue.stretches[WARM_UP] if warming else None
    return plan.make(wanted.routine, steps, settings, warm_up)


def _chosen(
    routine: Routine,
    catalogue: Catalogue,
    settings: Settings,
    history: History,
    *,
    warm: bool,
) -> list[Stretch]:
    pool = _pool(routine, catalogue, settings)
    cold = not warm and settings.warm_up < WARM_ENOUGH
    fit = [s for s in pool if s.id not in history.painful and (s.cold or not cold)]
    order = {stretch.id: place for place, stretch in enumerate(pool)}

    def longest_ago(stretch: Stretch) -> tuple[float, int]:
        done = history.last_done.get(stretch.id)
        return -math.inf if done is None else done.timestamp(), order[stretch.id]

    picked = _pick(sorted(fit, key=longest_ago), routine.choose)
    return _arranged(sorted(picked, key=lambda s: order[s.id]))


def _pool(routine: Routine, catalogue: Catalogue, settings: Settings) -> list[Stretch]:
    where = settings.place
    if routine.place is not None:
        where = Where.FLOOR if routine.place is Place.FLOOR else Where.DESK
    source = catalogue.routines[_POOLS[where]]
    stretches = (catalogue.stretches[step.stretch] for step in source.steps)
    return [stretch for stretch in stretches if stretch.kind is not Kind.MOVE]


def _pick(candidates: Sequence[Stretch], count: int) -> list[Stretch]:
    """Return the first *count* of *candidates* that go together.

    Both knees bring one knee along, since they come only after it; the twist
    is not done alone, since it would be first.
    """
    by_id = {stretch.id: stretch for stretch in candidates}
    picked: dict[str, Stretch] = {}
    for stretch in candidates:
        wanted = [by_id.get(need) for need in _needs(stretch)] + [stretch]
        new = [s for s in wanted if s is None or s.id not in picked]
        alone_twist = stretch.id == TWIST and count == 1
        if None in new or len(picked) + len(new) > count or alone_twist:
            continue
        picked |= {s.id: s for s in new if s is not None}
    return [] if [*picked] == [TWIST] else [*picked.values()]


def _needs(stretch: Stretch) -> Iterator[str]:
    if stretch.id == DOUBLE_KNEE:
        yield SINGLE_KNEE


def _arranged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return *stretches* with the twist moved away from the first place."""
    if stretches and stretches[0].id == TWIST:
        return [*stretches[1:], stretches[0]]
    return list(stretches)
