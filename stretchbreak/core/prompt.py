r"""A due prompt, from falling due to its answer.

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

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto
from typing import assert_never

from stretchbreak.core.choice import Offer
from stretchbreak.core.effects import (
    Effect,
    HeldBack,
    Hidden,
    Notice,
    Noticed,
    PromptHidden,
    PromptShown,
    Released,
    Renudged,
)
from stretchbreak.core.holds import OUTSIDE, By
from stretchbreak.core.settings import Settings

REPEATS = 3
"""Soft repeats of one due prompt."""


class Stage(Enum):
    """Where a due prompt stands."""

    HELD = auto()
    SETTLING = auto()
    TYPING = auto()
    SHOWN = auto()
    EXPIRED = auto()
    SNOOZED = auto()
    DELAYED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A due prompt at one instant; a change makes a new one.

    Attributes:
        reminder: Which reminder asks.
        offer: What Start would begin.
        sitting: The sitting time when it last appeared.
        since: When its stage began, on the steady clock.
        until: When a snooze or delay is over, or the next repeat is due.
        snoozes: How often it was snoozed.
        repeats: How often it was softly repeated.
        anyway: The user wants it whatever holds it.
        appeared: Whether it was ever shown.
        first_held: When something outside first held it, on the steady clock.
        told: Whether the user was told that it is held for long.
        appointment: The appointment that asks, if one does.
        deadline: When that is missed, on the steady clock.
    """

    reminder: str
    offer: Offer
    stage: Stage
    since: timedelta
    sitting: timedelta = timedelta()
    until: timedelta = timedelta()
    snoozes: int = 0
    repeats: int = 0
    anyway: bool = False
    appeared: bool = False
    first_held: timedelta | None = None
    told: bool = False
    appointment: str | None = None
    deadline: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a prompt must know of the world.

    Attributes:
        now: The steady clock.
        last_input: The last input, on the steady clock.
        holds: What holds prompts back.
        clear_since: When the last hold ended, on the steady clock.
        back_since: When the user last came back, on the steady clock.
        sitting: The sitting time.
    """

    now: timedelta
    last_input: timedelta
    holds: frozenset[By]
    clear_since: timedelta
    back_since: timedelta
    sitting: timedelta
    settings: Settings


UNSHOWN = frozenset({Stage.HELD, Stage.SETTLING, Stage.TYPING})
"""Due, and not on the screen yet."""

Step = tuple[Prompt, tuple[Effect, ...]]


def fall_due(reminder: str, offer: Offer, now: timedelta) -> Prompt:
    """Return the prompt of *reminder*, which falls due *now*."""
    return Prompt(reminder=reminder, offer=offer, stage=Stage.TYPING, since=now)


def advance(prompt: Prompt, scene: Scene) -> Step:
    """Return *prompt* as it stands now, and what happened on the way."""
    effects: list[Effect] = []
    while True:
        later, happened = _step(prompt, scene)
        effects += happened
        if later == prompt:
            return prompt, tuple(effects)
        prompt = later


def next_wake(prompt: Prompt, scene: Scene) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock."""
    settings = scene.settings
    match prompt.stage:
        case Stage.EXPIRED:
            return None
        case Stage.HELD:
            return _tell_at(prompt, scene)
        case Stage.SETTLING:
            return prompt.since + settings.settle
        case Stage.TYPING:
            return _free_at(prompt.since, scene)
        case Stage.SHOWN:
            return None if By.AWAY in scene.holds else _repeat_at(prompt, scene)
        case Stage.SNOOZED | Stage.DELAYED:
            return prompt.until
        case unreachable:
            assert_never(unreachable)


def snooze(prompt: Prompt, duration: timedelta, now: timedelta) -> Prompt:
    """Return *prompt* put off by *duration* from *now*.

    Raises:
        ValueError: It is not shown; there is nothing to snooze.
    """
    if prompt.stage is not Stage.SHOWN:
        raise ValueError(f"snooze while {prompt.stage.name}")
    return replace(
        prompt,
        stage=Stage.SNOOZED,
        since=now,
        until=now + duration,
        snoozes=prompt.snoozes + 1,
        anyway=False,
    )


def delay(prompt: Prompt, duration: timedelta, now: timedelta) -> Prompt:
    """Return *prompt* due again after *duration*, after a session cut short."""
    return replace(
        prompt, stage=Stage.DELAYED, since=now, until=now + duration, anyway=False
    )


def ask_anyway(prompt: Prompt, scene: Scene) -> Step:
    """Return *prompt* shown at once, whatever holds it."""
    return _show(replace(prompt, anyway=True), scene)


def restored(prompt: Prompt, scene: Scene) -> Prompt:
    """Return *prompt* taken back from a skip: free to show at once."""
    if prompt.stage is Stage.EXPIRED:
        return prompt
    free = scene.now - scene.settings.typing_cap
    return replace(prompt, stage=Stage.TYPING, since=free)


def relaunch(prompt: Prompt, now: timedelta) -> Prompt:
    """Return *prompt* after the program was started anew, its window gone.

    Nobody has touched anything yet, so the next look finds it held.
    """
    if prompt.stage in {Stage.SNOOZED, Stage.DELAYED, Stage.EXPIRED}:
        return prompt
    return replace(prompt, stage=Stage.TYPING, since=now, anyway=False)


def unseen(prompt: Prompt, now: timedelta) -> Prompt:
    """Return *prompt* as if it had never appeared."""
    return replace(
        prompt, stage=Stage.TYPING, since=now, repeats=0, anyway=False, appeared=False
    )


def can_snooze(prompt: Prompt, settings: Settings) -> bool:
    """Return whether snoozing is still on offer."""
    return not settings.snooze_limit or prompt.snoozes < settings.snooze_limit


def _step(prompt: Prompt, scene: Scene) -> Step:
    """Return *prompt* after at most one change of stage."""
    stage, held = prompt.stage, bool(scene.holds) and not prompt.anyway
    if stage is Stage.SHOWN:
        return _shown(prompt, scene)
    if stage is Stage.HELD:
        free = _to(prompt, Stage.SETTLING, scene.clear_since, Released())
        return _held(prompt, scene) if held else free
    if stage in {Stage.SETTLING, Stage.TYPING} and held:
        return _hold(prompt, scene)
    over = next_wake(prompt, scene)
    if over is None or scene.now < over:
        return prompt, ()
    if stage is Stage.TYPING:
        return _show(prompt, scene)
    return _to(prompt, Stage.TYPING, over)


def _held(prompt: Prompt, scene: Scene) -> Step:
    """Return *prompt* as it is held; after a long time the user is told once."""
    if prompt.first_held is None and scene.holds & OUTSIDE:
        return replace(prompt, first_held=scene.now), ()
    tell_at = _tell_at(prompt, scene)
    if tell_at is None or scene.now < tell_at:
        return prompt, ()
    return replace(prompt, told=True), (Noticed(Notice.HELD_LONG),)


def _tell_at(prompt: Prompt, scene: Scene) -> timedelta | None:
    """Return when to tell that *prompt* is held for long, gaps included."""
    if prompt.told or prompt.first_held is None or not scene.holds & OUTSIDE:
        return None
    return prompt.first_held + scene.settings.hold_limit


def _shown(prompt: Prompt, scene: Scene) -> Step:
    if scene.holds - {By.AWAY} and not prompt.anyway:
        gone, held = _hold(prompt, scene)
        return gone, (PromptHidden(Hidden.HELD), *held)
    if By.AWAY in scene.holds or scene.now < _repeat_at(prompt, scene):
        return prompt, ()
    if prompt.repeats >= REPEATS:
        return _to(prompt, Stage.EXPIRED, scene.now, PromptHidden(Hidden.EXPIRED))
    again = replace(
        prompt,
        repeats=prompt.repeats + 1,
        until=scene.now + scene.settings.renudge,
    )
    return again, (Renudged(prompt.reminder, prompt.appointment),)


def _to(prompt: Prompt, stage: Stage, since: timedelta, *effects: Effect) -> Step:
    return replace(prompt, stage=stage, since=since), effects


def _hold(prompt: Prompt, scene: Scene) -> Step:
    by = tuple(kind for kind in By if kind in scene.holds)
    return _to(prompt, Stage.HELD, scene.now, HeldBack(by))


def _show(prompt: Prompt, scene: Scene) -> Step:
    shown = replace(
        prompt,
        stage=Stage.SHOWN,
        since=scene.now,
        sitting=scene.sitting,
        until=scene.now + scene.settings.renudge,
        appeared=True,
    )
    strength = scene.settings.strength
    appears = PromptShown(
        reminder=prompt.reminder,
        routine=prompt.offer.routine,
        sitting=scene.sitting,
        strength=strength,
        appointment=prompt.appointment,
    )
    return shown, (appears,)


def _free_at(since: timedelta, scene: Scene) -> timedelta:
    """Return when a prompt free to show since *since* stops waiting for typing."""
    settings = scene.settings
    pause_over = max(scene.last_input + settings.typing_pause, since)
    return min(pause_over, since + settings.typing_cap)


def _repeat_at(prompt: Prompt, scene: Scene) -> timedelta:
    """Return when *prompt* is next repeated, or closed after its last repeat.

    What fell into an absence comes once the user is back and has settled.
    """
    missed = scene.back_since >= prompt.until
    due = scene.back_since + scene.settings.settle if missed else prompt.until
    return due if prompt.repeats >= REPEATS else _free_at(due, scene)
