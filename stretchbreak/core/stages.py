r"""A due prompt on its way from falling due to its answer.

    due ---> HELD ---no hold left---> SETTLING ---settle---> TYPING
       \                                                    |   ^
        +--- nothing holds it ------------------------------+   |
                                                     a pause in typing
    SNOOZED, DELAYED ---over---> HELD or TYPING              |
                                                             v
    EXPIRED <---unanswered after the last repeat--- SHOWN ---hold---> HELD

A hold never loses a prompt. While the user is away a shown prompt stays, but
it is not repeated. This module decides when; it shows nothing.
"""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from stretchbreak.core.effects import (
    Effect,
    Effects,
    HeldBack,
    Hidden,
    Notice,
    Noticed,
    PromptHidden,
    PromptShown,
    Released,
    Renudged,
)
from stretchbreak.core.holds import AWAY, OUTSIDE, By
from stretchbreak.core.prompt import Prompt, Stage
from stretchbreak.core.world import World

REPEATS = 3
"""Soft repeats of one due prompt."""

Step = tuple[Prompt, Effects]


def advance(prompt: Prompt, world: World, sitting: timedelta) -> Step:
    """Return *prompt* as it stands now, and what happened on the way.

    Args:
        prompt: As it was.
        world: As it is now.
        sitting: The sitting time.
    """
    later, effects = _step(prompt, world, sitting)
    while later is not prompt:
        prompt = later
        later, more = _step(prompt, world, sitting)
        effects += more
    return prompt, effects


def next_wake(prompt: Prompt, world: World, last_input: timedelta) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock.

    Args:
        prompt: As it stands.
        world: As it is.
        last_input: The last input, on the steady clock, as far as it is known.
    """
    settings = world.settings
    match prompt.stage:
        case Stage.EXPIRED:
            return None
        case Stage.HELD:
            return _tell_at(prompt, world)
        case Stage.SETTLING:
            return prompt.since + settings.settle
        case Stage.TYPING:
            return _free_at(prompt.since, world, last_input)
        case Stage.SHOWN:
            away = By.AWAY in world.holds
            return None if away else _repeat_at(prompt, world, last_input)
        case Stage.SNOOZED | Stage.DELAYED:
            return prompt.until
        case unreachable:
            assert_never(unreachable)


def ask_anyway(prompt: Prompt, world: World, sitting: timedelta) -> Step:
    """Return *prompt* shown at once, whatever holds it."""
    return _show(replace(prompt, anyway=True), world, sitting)


def _step(prompt: Prompt, world: World, sitting: timedelta) -> Step:
    """Return *prompt* after at most one change of stage."""
    stage, held = prompt.stage, bool(world.holds) and not prompt.anyway
    if stage is Stage.SHOWN:
        return _shown(prompt, world)
    if stage is Stage.HELD:
        free = _to(prompt, Stage.SETTLING, world.clear_since, Released())
        return _held(prompt, world) if held else free
    if stage in {Stage.SETTLING, Stage.TYPING} and held:
        return _hold(prompt, world)
    over = next_wake(prompt, world, world.last_input)
    if over is None or world.now.steady < over:
        return prompt, ()
    if stage is Stage.TYPING:
        return _show(prompt, world, sitting)
    return _to(prompt, Stage.TYPING, over)


def _held(prompt: Prompt, world: World) -> Step:
    """Return *prompt* as it is held; after a long time the user is told once."""
    if prompt.first_held is None and world.holds & OUTSIDE:
        return replace(prompt, first_held=world.now.steady), ()
    tell_at = _tell_at(prompt, world)
    if tell_at is None or world.now.steady < tell_at:
        return prompt, ()
    return replace(prompt, told=True), (Noticed(Notice.HELD_LONG),)


def _tell_at(prompt: Prompt, world: World) -> timedelta | None:
    """Return when to tell that *prompt* is held for long, gaps included."""
    if prompt.told or prompt.first_held is None or not world.holds & OUTSIDE:
        return None
    return prompt.first_held + world.settings.hold_limit


def _shown(prompt: Prompt, world: World) -> Step:
    if world.holds - AWAY and not prompt.anyway:
        gone, held = _hold(prompt, world)
        return gone, (PromptHidden(Hidden.HELD), *held)
    repeat_at = next_wake(prompt, world, world.last_input)
    if repeat_at is None or world.now.steady < repeat_at:
        return prompt, ()
    if prompt.repeats >= REPEATS:
        return _to(
            prompt, Stage.EXPIRED, world.now.steady, PromptHidden(Hidden.EXPIRED)
        )
    again = replace(
        prompt,
        repeats=prompt.repeats + 1,
        until=world.now.steady + world.settings.renudge,
    )
    return again, (Renudged(prompt.reminder, prompt.appointment),)


def _to(prompt: Prompt, stage: Stage, since: timedelta, *effects: Effect) -> Step:
    return replace(prompt, stage=stage, since=since), effects


def _hold(prompt: Prompt, world: World) -> Step:
    by = tuple(kind for kind in By if kind in world.holds)
    return _to(prompt, Stage.HELD, world.now.steady, HeldBack(by))


def _show(prompt: Prompt, world: World, sitting: timedelta) -> Step:
    shown = replace(
        prompt,
        stage=Stage.SHOWN,
        since=world.now.steady,
        sitting=sitting,
        until=world.now.steady + world.settings.renudge,
        appeared=True,
    )
    strength = world.settings.strength
    appears = PromptShown(
        reminder=prompt.reminder,
        routine=prompt.offer.routine,
        sitting=sitting,
        strength=strength,
        appointment=prompt.appointment,
    )
    return shown, (appears,)


def _free_at(since: timedelta, world: World, last_input: timedelta) -> timedelta:
    """Return when a prompt free to show since *since* stops waiting for typing."""
    settings = world.settings
    pause_over = max(last_input + settings.typing_pause, since)
    return min(pause_over, since + settings.typing_cap)


def _repeat_at(prompt: Prompt, world: World, last_input: timedelta) -> timedelta:
    """Return when *prompt* is next repeated, or closed after its last repeat.

    What fell into an absence comes once the user is back and has settled.
    """
    missed = world.back_since >= prompt.until
    due = world.back_since + world.settings.settle if missed else prompt.until
    return due if prompt.repeats >= REPEATS else _free_at(due, world, last_input)
