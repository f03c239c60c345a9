"""What falls due, and what each answer, rest and pause does to it.

Pure functions from one memory to the next, each with the effects it has. The
single prompt's own stages are in `core.prompt`; here the prompt meets the
reminders, the seat meter and the pause.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from stretchbreak.core import choice, prompt, sitting
from stretchbreak.core import pause as pausing
from stretchbreak.core.choice import Offer
from stretchbreak.core.effects import (
    Effect,
    Hidden,
    Noticed,
    PromptHidden,
    Refused,
    RemindersPaused,
    RemindersResumed,
    Rested,
    Skipped,
    Snoozed,
)
from stretchbreak.core.history import History
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment
from stretchbreak.core.prompt import Prompt, Scene, Stage
from stretchbreak.core.reminder import (
    Reminder,
    due,
    left,
    not_above,
    reminders,
    reset,
)
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings

Outcome = tuple[Memory, tuple[Effect, ...]]

UNDO = timedelta(seconds=10)
"""How long a skip can be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the rules must know beside the memory.

    Attributes:
        now: The present moment.
        holds: What holds prompts back.
        clear_since: When the last hold ended, on the steady clock.
        back_since: When the user last came back, on the steady clock.
        last_input: The last input, on the steady clock.
    """

    now: Moment
    settings: Settings
    catalogue: Catalogue
    history: History
    holds: frozenset[By]
    clear_since: timedelta
    back_since: timedelta
    last_input: timedelta


def seated(memory: Memory, world: World) -> timedelta:
    """Return the seat meter."""
    return sitting.seated_at(memory.sitting, world.now.steady)


def sitting_time(memory: Memory, world: World) -> timedelta:
    """Return the sitting time since the last rest; none while paused."""
    if memory.pause is not None:
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
    """Return how much more sitting until the next reminder, and which it is."""
    meter = seated(memory, world)
    rules = reminders(world.settings)
    return min(
        ((left(rule, memory.marks, meter), rule) for rule in rules),
        key=lambda pair: pair[0],
    )


def offer(memory: Memory, world: World, reminder: Reminder) -> Offer:
    """Return what *reminder* offers now."""
    routine = reminder.routine or choice.offered(
        world.settings, memory.safety, world.history, world.now.local
    )
    return choice.offer(
        world.catalogue.routines[routine],
        world.catalogue,
        world.settings,
        world.history,
    )


def advance(memory: Memory, world: World) -> Outcome:
    """Return *memory* with what falls due now."""
    memory = replace(memory, marks=not_above(memory.marks, seated(memory, world)))
    if memory.prompt is None and memory.pause is None and By.SESSION not in world.holds:
        meter = seated(memory, world)
        ready = due(reminders(world.settings), memory.marks, meter)
        if ready:
            fallen = prompt.fall_due(
                ready[0].name,
                offer(memory, world, ready[0]),
                world.now.steady,
            )
            memory = replace(memory, prompt=fallen)
    if memory.prompt is None:
        return memory, ()
    later, effects = prompt.advance(memory.prompt, _scene(memory, world))
    return replace(memory, prompt=later), effects


def next_wake(memory: Memory, world: World) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock."""
    if memory.pause is not None:
        ends = memory.pause.ends(world.now)
        return ends.steady if ends is not None else None
    if memory.prompt is not None:
        return prompt.next_wake(memory.prompt, _scene(memory, world))
    if isinstance(memory.sitting.where, sitting.Present):
        return world.now.steady + until_due(memory, world)[0]
    return None


def rest(memory: Memory, world: World, since: timedelta) -> Outcome:
    """Return *memory* after a rest that began at *since*: all starts anew."""
    effects = _hidden(memory.prompt, Hidden.REST)
    # Of a return just known, the first seconds belong to the next sitting.
    ended = memory.sitting.where.seated
    if memory.pause is None and ended > memory.rested:
        began = world.now.later(since).local
        effects = (*effects, Rested(began))
    return _anew(memory, world, ended), effects


def walked(memory: Memory, world: World) -> Outcome:
    """Return *memory* after the user walked, which counts as a rest."""
    effects = (*_hidden(memory.prompt, Hidden.ANSWERED), Rested(world.now.local))
    fresh = _anew(memory, world, seated(memory, world))
    return _waiting(fresh, world), effects


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
    effects = (*_hidden(asking, Hidden.ANSWERED), Skipped())
    meter = seated(memory, world)
    ready = due(reminders(world.settings), memory.marks, meter)
    names = {asking.reminder, *(rule.name for rule in ready)}
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
    if asking is None or asking.stage not in {Stage.HELD, Stage.SETTLING, Stage.TYPING}:
        return memory, (Refused("No reminder is held."),)
    shown, effects = prompt.ask_anyway(asking, _scene(memory, world))
    return replace(memory, prompt=shown), effects


def pause(memory: Memory, world: World, end: pausing.PauseEnd) -> Outcome:
    """Return *memory* with reminders switched off and nothing pending."""
    begun = pausing.begin(end, world.now)
    ends = begun.ends(world.now)
    effects = (
        *_hidden(memory.prompt, Hidden.HELD),
        RemindersPaused(ends.local if ends else None),
    )
    fresh = _anew(memory, world, seated(memory, world))
    return replace(fresh, pause=begun), effects


def resume(memory: Memory, world: World) -> Outcome:
    """Return *memory* with reminders on again, counting from the next input."""
    if memory.pause is None:
        return memory, (Refused("Reminders are not paused."),)
    fresh = _anew(memory, world, seated(memory, world))
    return _waiting(replace(fresh, pause=None), world), (RemindersResumed(),)


def pause_over(memory: Memory, world: World) -> Outcome:
    """Return *memory* after its pause ended by itself; the user is told."""
    fresh, effects = resume(memory, world)
    return fresh, (*effects, Noticed("pause_over"))


def change_settings(memory: Memory, world: World, before: Settings) -> Outcome:
    """Return *memory* with what is due decided anew; a shown prompt stays.

    A change from *before* that concerns no reminder leaves all that is due.
    """
    asking, rules = memory.prompt, reminders(world.settings)
    if asking is None or asking.stage not in {Stage.HELD, Stage.SETTLING, Stage.TYPING}:
        return memory, ()
    ready = due(rules, memory.marks, seated(memory, world))
    still = any(rule.name == asking.reminder for rule in ready)
    if still or rules == reminders(before):
        return memory, ()
    return replace(memory, prompt=None), ()


def offer_anew(memory: Memory, world: World) -> Memory:
    """Return *memory* with what its prompt offers chosen again."""
    if memory.prompt is None:
        return memory
    rules = {rule.name: rule for rule in reminders(world.settings)}
    rule = rules.get(memory.prompt.reminder)
    if rule is None:
        return replace(memory, prompt=None)
    again = replace(memory.prompt, offer=offer(memory, world, rule))
    return replace(memory, prompt=again)


def _waiting(memory: Memory, world: World) -> Memory:
    """Return *memory* waiting for the first real input; a session goes on."""
    if isinstance(memory.sitting.where, sitting.InSession):
        return memory
    waiting = sitting.wait(memory.sitting, world.now.steady, rested=True)
    return replace(memory, sitting=waiting)


def _anew(memory: Memory, world: World, meter: timedelta) -> Memory:
    """Return *memory* with nothing pending and all counts at zero from *meter*."""
    names = [rule.name for rule in reminders(world.settings)]
    return replace(
        memory, rested=meter, marks=reset(memory.marks, names, meter), prompt=None
    )


def _hidden(asking: Prompt | None, reason: Hidden) -> tuple[Effect, ...]:
    shown = asking is not None and asking.stage is Stage.SHOWN
    return (PromptHidden(reason),) if shown else ()
