"""What the user says to a prompt, and what it does to what is due.

Each answer changes the state and returns the effects that it has.
"""

from datetime import timedelta

from stretchbreak.core import pause as pausing
from stretchbreak.core import prompt, stages
from stretchbreak.core.asking import longer
from stretchbreak.core.effects import (
    Effects,
    Hidden,
    Notice,
    Noticed,
    PromptHidden,
    Refused,
    RemindersPaused,
    RemindersResumed,
    Rested,
    Skipped,
    Snoozed,
)
from stretchbreak.core.memory import Memory
from stretchbreak.core.prompt import UNSHOWN, Stage, hidden
from stretchbreak.core.reminder import about_due, reset
from stretchbreak.core.state import State
from stretchbreak.core.world import World

UNDO = timedelta(seconds=10)
"""How long a skip can be taken back."""


def walked(state: State, world: World) -> Effects:
    """Let the user have walked, which counts as a rest."""
    now, effects = world.now.steady, hidden(state.prompt, Hidden.ANSWERED)
    state.prompt = None
    state.count_anew(state.meter(now))
    state.await_input(now)
    return (*effects, Rested(world.now.local))


def snooze(state: State, world: World, duration: timedelta | None) -> Effects:
    """Put the shown prompt off by *duration*, or by the usual time."""
    asking = state.prompt
    if asking is None or asking.stage is not Stage.SHOWN:
        return (Refused("No reminder is shown, so none can be snoozed."),)
    if not prompt.can_snooze(asking, world.settings):
        limit = world.settings.snooze_limit
        return (Refused(f"This reminder was snoozed {limit} times already."),)
    later = prompt.snooze(asking, duration or world.settings.snooze, world.now.steady)
    until = world.now.later(later.until).local
    state.prompt = later
    return PromptHidden(Hidden.ANSWERED), Snoozed(until)


def skip(state: State, world: World) -> Effects:
    """Leave this break out."""
    asking = state.prompt
    if asking is None or asking.stage not in {Stage.SHOWN, Stage.EXPIRED}:
        return (Refused("No reminder is shown, so none can be skipped."),)
    meter = state.meter(world.now.steady)
    rules = world.reminders
    if asking.appointment is None:
        # What has a longer routine was not asked, however soon it is due.
        rules = tuple(rule for rule in rules if not longer(rule, asking, world))
    about = about_due(rules, state.marks, meter)
    names = {asking.reminder, *(rule.name for rule in about)}
    state.marks = reset(state.marks, names, meter)
    state.prompt = None
    return (*hidden(asking, Hidden.ANSWERED), Skipped())


def undoable(state: State, before: Memory, now: timedelta) -> bool:
    """Return whether the skip after *before* can still be taken back.

    A rest, a pause or a session since then has settled the matter.
    """
    paused, rested = state.pause is not None, state.rested > before.rested
    settled = state.in_session or paused or rested
    return not settled and now - before.at.steady <= UNDO


def undo_skip(state: State, world: World, before: Memory) -> Effects:
    """Let it be as *before* a skip, its prompt free to show."""
    asking = before.prompt
    if asking is None or state.prompt is not None:
        return (Refused("There is no skip to take back."),)
    state.prompt = prompt.restored(asking, world.now.steady, world.settings)
    state.marks = before.marks
    return ()


def ask_anyway(state: State, world: World) -> Effects:
    """Show the held prompt, whatever holds it."""
    asking = state.prompt
    if asking is None or asking.stage not in UNSHOWN:
        return (Refused("No reminder is held."),)
    sitting = state.sitting_time(world.now.steady)
    state.prompt, effects = stages.ask_anyway(asking, world, sitting)
    return effects


def pause(state: State, world: World, end: pausing.PauseEnd) -> Effects:
    """Switch reminders off until *end*, with nothing pending."""
    begun = pausing.begin(end, world.now)
    ends, asking = begun.ends(world.now), state.prompt
    state.withdraw()
    state.count_anew(state.meter(world.now.steady))
    state.pause = begun
    until = ends.local if ends is not None else None
    return (*hidden(asking, Hidden.HELD), RemindersPaused(until))


def resume(state: State, world: World) -> Effects:
    """Switch reminders on again, counting from the next input.

    An appointment that came during the pause is asked after it.
    """
    if state.pause is None:
        return (Refused("Reminders are not paused."),)
    now = world.now.steady
    state.pause = None
    state.count_anew(state.meter(now))
    state.await_input(now)
    return (RemindersResumed(),)


def pause_over(state: State, world: World) -> Effects:
    """Let the pause end by itself; the user is told."""
    return (*resume(state, world), Noticed(Notice.PAUSE_OVER))
