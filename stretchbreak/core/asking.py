"""What falls due, and what each answer, rest and pause does to it.

Pure functions from one memory to the next, each with the effects it has. The
single prompt's own stages are in `core.prompt`; here the prompt meets the
reminders, the seat meter and the pause.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from stretchbreak.core import hours, prompt, sitting
from stretchbreak.core import pause as pausing
from stretchbreak.core.appointment import PATIENCE
from stretchbreak.core.effects import (
    Effect,
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
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory
from stretchbreak.core.offering import offer
from stretchbreak.core.prompt import UNSHOWN, Prompt, Scene, Stage
from stretchbreak.core.reminder import (
    NAMES,
    Reminder,
    about_due,
    left,
    not_above,
    ready,
    reminders,
    reset,
    wait,
)
from stretchbreak.core.settings import Settings
from stretchbreak.core.world import World

Outcome = tuple[Memory, tuple[Effect, ...]]

UNDO = timedelta(seconds=10)
"""How long a skip can be taken back."""


def seated(memory: Memory, world: World) -> timedelta:
    """Return the seat meter."""
    return sitting.seated_at(memory.sitting, world.now.steady)


def sitting_time(memory: Memory, world: World) -> timedelta:
    """Return the sitting time since the last rest; none where it is not counted."""
    if not memory.counting:
        return timedelta()
    return max(seated(memory, world) - memory.rested, timedelta())


def _scene(memory: Memory, world: World) -> Scene:
    """Return what the prompt of *memory* must know of the world."""
    return Scene(
        now=world.now.steady,
        last_input=world.last_input,
        holds=world.holds,
        clear_since=world.clear_since,
        back_since=world.back_since,
        sitting=sitting_time(memory, world),
        settings=world.settings,
    )


def until_due(memory: Memory, world: World) -> tuple[timedelta, Reminder]:
    """Return how much more sitting until a reminder asks, and which it is."""
    meter = seated(memory, world)
    rules = reminders(world.settings)
    return min(
        (
            (wait(rules, index, memory.marks, meter), rule)
            for index, rule in enumerate(rules)
        ),
        key=lambda pair: pair[0],
    )


def look_at_hours(memory: Memory, world: World) -> Outcome:
    """Return *memory* within or outside the reminder hours, as it is now.

    Their end withdraws what is pending; after their start counting begins
    from zero at the first real input. An appointment outlasts their start.
    """
    closed = not hours.open_at(world.settings.hours, world.now.local)
    if closed is memory.closed:
        return memory, ()
    memory = replace(memory, closed=closed)
    fresh = _anew(memory, seated(memory, world))
    if not closed:
        return _waiting(fresh, world), ()
    return withdrawn(fresh), hidden(memory.prompt, Hidden.HELD)


def advance(memory: Memory, world: World) -> Outcome:
    """Return *memory* with what falls due now."""
    meter = seated(memory, world)
    marks = not_above(memory.marks, meter)
    if marks is not memory.marks:
        memory = replace(memory, marks=marks)
    effects: tuple[Effect, ...] = ()
    if memory.counting and By.SESSION not in world.holds:
        rule = ready(reminders(world.settings), memory.marks, meter)
        if rule is not None and _makes_way(memory.prompt, rule, world):
            memory, effects = _fall_due(memory, world, rule)
    if memory.prompt is None:
        return memory, effects
    later, more = prompt.advance(memory.prompt, _scene(memory, world))
    if later is not memory.prompt:
        memory = replace(memory, prompt=later)
    return memory, effects + more


def next_wake(memory: Memory, world: World) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock."""
    times = list(_calendar(memory, world))
    if memory.prompt is not None:
        wake = prompt.next_wake(memory.prompt, _scene(memory, world))
        times += [wake] if wake is not None else []
    if memory.counting and isinstance(memory.sitting.where, sitting.Present):
        meter, rules = seated(memory, world), reminders(world.settings)
        lefts = (left(rule, memory.marks, meter) for rule in rules)
        times += [world.now.steady + each for each in lefts if each]
    return min(times, default=None)


def rest(memory: Memory, world: World, since: timedelta) -> Outcome:
    """Return *memory* after a rest that began at *since*: all starts anew."""
    effects = hidden(memory.prompt, Hidden.REST)
    # Of a return just known, the first seconds belong to the next sitting.
    ended = memory.sitting.where.seated
    if memory.counting and ended > memory.rested:
        began = world.now.later(since).local
        effects = (*effects, Rested(began))
    fresh, asking = _anew(memory, ended), memory.prompt
    if asking is None or asking.appointment is None:
        return withdrawn(fresh), effects
    asking = replace(asking, reminder="")
    if asking.appeared and asking.deadline - PATIENCE >= since:
        # It was shown to nobody: its time came when the user had left.
        asking = prompt.unseen(asking, world.now.steady)
    kept = withdrawn(fresh) if asking.appeared else replace(fresh, prompt=asking)
    return kept, effects


def walked(memory: Memory, world: World) -> Outcome:
    """Return *memory* after the user walked, which counts as a rest."""
    effects = (*hidden(memory.prompt, Hidden.ANSWERED), Rested(world.now.local))
    answered = replace(memory, prompt=None)
    return _waiting(_anew(answered, seated(memory, world)), world), effects


def snooze(memory: Memory, world: World, duration: timedelta | None) -> Outcome:
    """Return *memory* with the shown prompt put off."""
    asking = memory.prompt
    if asking is None or asking.stage is not Stage.SHOWN:
        return memory, (Refused("No reminder is shown, so none can be snoozed."),)
    if not prompt.can_snooze(asking, world.settings):
        limit = world.settings.snooze_limit
        return memory, (Refused(f"This reminder was snoozed {limit} times already."),)
    later = prompt.snooze(asking, duration or world.settings.snooze, world.now.steady)
    effects = (
        PromptHidden(Hidden.ANSWERED),
        Snoozed(world.now.later(later.until).local),
    )
    return replace(memory, prompt=later), effects


def skip(memory: Memory, world: World) -> Outcome:
    """Return *memory* with this break left out."""
    asking = memory.prompt
    if asking is None or asking.stage not in {Stage.SHOWN, Stage.EXPIRED}:
        return memory, (Refused("No reminder is shown, so none can be skipped."),)
    effects = (*hidden(asking, Hidden.ANSWERED), Skipped())
    meter = seated(memory, world)
    rules = reminders(world.settings)
    if asking.appointment is None:
        # What has a longer routine was not asked, however soon it is due.
        rules = tuple(rule for rule in rules if not _longer(rule, asking, world))
    about = about_due(rules, memory.marks, meter)
    names = {asking.reminder, *(rule.name for rule in about)}
    marks = reset(memory.marks, names, meter)
    return replace(memory, prompt=None, marks=marks), effects


def undoable(memory: Memory, before: Memory, now: timedelta) -> bool:
    """Return whether the skip after *before* can still be taken back.

    A rest, a pause or a session since then has settled the matter.
    """
    in_session = isinstance(memory.sitting.where, sitting.InSession)
    settled = in_session or memory.pause is not None or memory.rested > before.rested
    return not settled and now - before.at.steady <= UNDO


def undo_skip(memory: Memory, world: World, before: Memory) -> Outcome:
    """Return *memory* as it was *before* a skip, its prompt free to show."""
    asking = before.prompt
    if asking is None or memory.prompt is not None:
        return memory, (Refused("There is no skip to take back."),)
    again = prompt.restored(asking, _scene(memory, world))
    return replace(memory, prompt=again, marks=before.marks), ()


def ask_anyway(memory: Memory, world: World) -> Outcome:
    """Return *memory* with the held prompt shown, whatever holds it."""
    asking = memory.prompt
    if asking is None or asking.stage not in UNSHOWN:
        return memory, (Refused("No reminder is held."),)
    shown, effects = prompt.ask_anyway(asking, _scene(memory, world))
    return replace(memory, prompt=shown), effects


def pause(memory: Memory, world: World, end: pausing.PauseEnd) -> Outcome:
    """Return *memory* with reminders switched off and nothing pending."""
    begun = pausing.begin(end, world.now)
    ends = begun.ends(world.now)
    effects = (
        *hidden(memory.prompt, Hidden.HELD),
        RemindersPaused(ends.local if ends else None),
    )
    fresh = _anew(withdrawn(memory), seated(memory, world))
    return replace(fresh, pause=begun), effects


def resume(memory: Memory, world: World) -> Outcome:
    """Return *memory* with reminders on again, counting from the next input.

    An appointment that came during the pause is asked after it.
    """
    if memory.pause is None:
        return memory, (Refused("Reminders are not paused."),)
    fresh = _anew(replace(memory, pause=None), seated(memory, world))
    return _waiting(fresh, world), (RemindersResumed(),)


def pause_over(memory: Memory, world: World) -> Outcome:
    """Return *memory* after its pause ended by itself; the user is told."""
    fresh, effects = resume(memory, world)
    return fresh, (*effects, Noticed(Notice.PAUSE_OVER))


def change_settings(memory: Memory, world: World, before: Settings) -> Outcome:
    """Return *memory* with what is due decided anew; a shown prompt stays.

    A change from *before* that concerns no reminder leaves all that is due.
    """
    asking, rules = memory.prompt, reminders(world.settings)
    if asking is None or asking.stage not in UNSHOWN or asking.appointment:
        return memory, ()
    meter = seated(memory, world)
    still = any(
        rule.name == asking.reminder and not left(rule, memory.marks, meter)
        for rule in rules
    )
    if still or rules == reminders(before):
        return memory, ()
    return replace(memory, prompt=None), ()


def relaunched(memory: Memory, now: timedelta) -> Memory:
    """Return *memory* after the program was started anew, its windows gone."""
    asking = memory.prompt
    if asking is None:
        return memory
    if asking.appointment is not None and asking.appeared:
        # The reminder that it stood for asks alone.
        memory, asking = withdrawn(memory), replace(asking, appointment=None)
    return replace(memory, prompt=prompt.relaunch(asking, now))


def _waiting(memory: Memory, world: World) -> Memory:
    """Return *memory* waiting for the first real input; a session goes on."""
    if isinstance(memory.sitting.where, sitting.InSession):
        return memory
    # A rest would still end what is pending.
    nothing = memory.prompt is None
    waiting = sitting.wait(memory.sitting, world.now.steady, rested=nothing)
    return replace(memory, sitting=waiting)


def _anew(memory: Memory, meter: timedelta) -> Memory:
    """Return *memory* with all counts at zero from *meter*."""
    return replace(memory, rested=meter, marks=dict.fromkeys(NAMES, meter))


def withdrawn(memory: Memory) -> Memory:
    """Return *memory* with no prompt; an appointment can still be answered."""
    asking = memory.prompt
    if asking is None or asking.appointment is None:
        return replace(memory, prompt=None)
    waiting = {**memory.unanswered, asking.appointment: asking.deadline}
    return replace(memory, prompt=None, unanswered=waiting)


def taken_over(memory: Memory, wanted: Prompt) -> Memory:
    """Return *memory* with *wanted* in the place of its prompt, for both."""
    reminder = memory.prompt.reminder if memory.prompt is not None else ""
    both = replace(wanted, reminder=wanted.reminder or reminder)
    return replace(withdrawn(memory), prompt=both)


def hidden(asking: Prompt | None, reason: Hidden) -> tuple[Effect, ...]:
    """Return that *asking* goes away, if it is on the screen."""
    shown = asking is not None and asking.stage is Stage.SHOWN
    return (PromptHidden(reason),) if shown else ()


def _fall_due(memory: Memory, world: World, rule: Reminder) -> Outcome:
    """Return *memory* with *rule* due; an appointment still asked stands for it."""
    asking = memory.prompt
    expired = asking is not None and asking.stage is Stage.EXPIRED
    if asking is not None and asking.appointment is not None and not expired:
        return replace(memory, prompt=replace(asking, reminder=rule.name)), ()
    wanted = offer(memory, world, rule)
    fallen = prompt.fall_due(rule.name, wanted, world.now.steady)
    effects = hidden(asking, Hidden.REPLACED)
    return replace(withdrawn(memory), prompt=fallen), effects


def _makes_way(asking: Prompt | None, rule: Reminder, world: World) -> bool:
    """Return whether *asking* makes way for *rule*.

    It does if it has a shorter routine, or if its reminder is switched off.
    """
    if asking is None:
        return True
    names = [each.name for each in reminders(world.settings)]
    return asking.reminder not in names or _longer(rule, asking, world)


def _longer(rule: Reminder, asking: Prompt, world: World) -> bool:
    """Return whether *rule* has a longer routine than what *asking* stands for."""
    names = [each.name for each in reminders(world.settings)]
    if asking.reminder not in names:
        return False
    return names.index(rule.name) < names.index(asking.reminder)


def _calendar(memory: Memory, world: World) -> Iterator[timedelta]:
    """Yield when a pause or the reminder hours next begin or end."""
    if memory.pause is not None:
        ends = memory.pause.ends(world.now)
        if ends is not None:
            yield ends.steady
    change = hours.next_change(world.settings.hours, world.now.local)
    if change is not None:
        yield world.now.steady + change
