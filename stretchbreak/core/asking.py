"""What falls due, and how a rest and the reminder hours end it.

Here the prompt meets the reminders, the seat meter and the calendar. Its own
stages are in `core.stages`; what the user answers is in `core.answers`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from stretchbreak.core import hours, prompt, stages
from stretchbreak.core.appointment import PATIENCE
from stretchbreak.core.effects import Effects, Hidden, Rested, RestEnded
from stretchbreak.core.holds import By
from stretchbreak.core.offering import offer
from stretchbreak.core.prompt import UNSHOWN, Prompt, Stage, hidden
from stretchbreak.core.reminder import (
    Reminder,
    left,
    not_above,
    ready,
    reminders,
    wait,
)
from stretchbreak.core.settings import Settings
from stretchbreak.core.state import State
from stretchbreak.core.whereabouts import Present
from stretchbreak.core.world import World


def until_due(state: State, world: World) -> tuple[timedelta, Reminder] | None:
    """Return how much more sitting until a reminder asks, and which it is.

    None where all are switched off.
    """
    meter = state.meter(world.now.steady)
    rules = world.reminders
    return min(
        (
            (wait(rules, index, state.marks, meter), rule)
            for index, rule in enumerate(rules)
        ),
        key=lambda pair: pair[0],
        default=None,
    )


def look_at_hours(state: State, world: World) -> Effects:
    """Begin or end the reminder hours, as it is now.

    Their end withdraws what is pending; after their start counting begins
    from zero at the first real input. An appointment outlasts their start.
    """
    closed = not hours.open_at(world.settings.hours, world.now.local)
    if closed is state.closed:
        return ()
    now, asking = world.now.steady, state.prompt
    state.closed = closed
    state.count_anew(state.meter(now))
    if not closed:
        state.await_input(now)
        return ()
    state.withdraw()
    return hidden(asking, Hidden.HELD)


def advance(state: State, world: World) -> Effects:
    """Let all that is due now be asked, and its prompt go on."""
    now = world.now.steady
    meter = state.meter(now)
    state.marks = not_above(state.marks, meter)
    effects: Effects = ()
    if state.counting and By.SESSION not in world.holds:
        rule = ready(world.reminders, state.marks, meter)
        if rule is not None and _makes_way(state.prompt, rule, world):
            effects = _fall_due(state, world, rule)
    if state.prompt is None:
        return effects
    sitting = state.sitting_time(now)
    state.prompt, more = stages.advance(state.prompt, world, sitting)
    return effects + more


def wakes(
    state: State, world: World, last_input: timedelta
) -> Iterator[timedelta | None]:
    """Yield each time at which `advance` may next change something, if there is one.

    Args:
        state: What is remembered.
        world: As it is.
        last_input: The last input, on the steady clock, as far as it is known.
    """
    now, local = world.now.steady, world.now.local
    if state.pause is not None:
        ends = state.pause.ends(world.now)
        yield ends.steady if ends is not None else None
    if world.settings.hours:
        change = hours.next_change(world.settings.hours, local)
        yield now + change if change is not None else None
    if state.prompt is not None:
        yield stages.next_wake(state.prompt, world, last_input)
    if state.present and state.counting:
        meter = state.meter(now)
        for rule in world.reminders:
            ahead = left(rule, state.marks, meter)
            yield now + ahead if ahead else None


def rest(state: State, world: World, since: timedelta) -> Effects:
    """Let all start anew after a rest that began at *since*."""
    asking = state.prompt
    effects = hidden(asking, Hidden.REST)
    # Of a return just known, the first seconds belong to the next sitting.
    ended = state.sitting.where.seated
    if state.counting and ended > state.rested:
        effects = (*effects, Rested(world.now.later(since).local))
        state.resting = since
    state.count_anew(ended)
    if asking is not None and asking.appointment is not None:
        asking = replace(asking, reminder="")
        if asking.appeared and asking.deadline - PATIENCE >= since:
            # It was shown to nobody: its time came when the user had left.
            asking = prompt.unseen(asking, world.now.steady)
        if not asking.appeared:
            state.prompt = asking
            return effects
    state.withdraw()
    return effects


def back(state: State, world: World) -> Effects:
    """Let the rest be over, if there was one: the user is there again."""
    since, state.resting = state.resting, None
    if since is None:
        return ()
    where, now = state.sitting.where, world.now
    until = where.since if isinstance(where, Present) else now.steady
    return (RestEnded(now.later(since).local, now.later(until).local),)


def change_settings(state: State, world: World, before: Settings) -> None:
    """Decide anew what is due; a shown prompt stays.

    A change from *before* that concerns no reminder leaves all that is due.
    """
    asking, rules = state.prompt, world.reminders
    if asking is None or asking.stage not in UNSHOWN or asking.appointment:
        return
    meter = state.meter(world.now.steady)
    still = any(
        rule.name == asking.reminder and not left(rule, state.marks, meter)
        for rule in rules
    )
    if not still and rules != reminders(before):
        state.prompt = None


def relaunched(state: State, now: timedelta) -> None:
    """Let the program be started anew at *now*, its windows gone."""
    asking = state.prompt
    if asking is None:
        return
    if asking.appointment is not None and asking.appeared:
        # The reminder that it stood for asks alone.
        state.withdraw()
        asking = replace(asking, appointment=None)
    state.prompt = prompt.relaunch(asking, now)


def _fall_due(state: State, world: World, rule: Reminder) -> Effects:
    """Let *rule* be due; an appointment still asked stands for it."""
    asking = state.prompt
    expired = asking is not None and asking.stage is Stage.EXPIRED
    if asking is not None and asking.appointment is not None and not expired:
        state.prompt = replace(asking, reminder=rule.name)
        return ()
    wanted = offer(state, world, rule)
    state.withdraw()
    state.prompt = prompt.fall_due(rule.name, wanted, world.now.steady)
    return hidden(asking, Hidden.REPLACED)


def _makes_way(asking: Prompt | None, rule: Reminder, world: World) -> bool:
    """Return whether *asking* makes way for *rule*.

    It does if it has a shorter routine, or if its reminder is switched off.
    """
    if asking is None:
        return True
    names = [each.name for each in world.reminders]
    return asking.reminder not in names or longer(rule, asking, world)


def longer(rule: Reminder, asking: Prompt, world: World) -> bool:
    """Return whether *rule* has a longer routine than what *asking* stands for."""
    names = [each.name for each in world.reminders]
    if asking.reminder not in names:
        return False
    return names.index(rule.name) < names.index(asking.reminder)
