"""A due prompt, and what each answer makes of it.

How it goes from stage to stage is in `core.stages`.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto

from stretchbreak.core.choice import Offer
from stretchbreak.core.effects import Effects, Hidden, PromptHidden
from stretchbreak.core.settings import Settings


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
        due: When it fell due.
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
    due: timedelta | None = None
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


UNSHOWN = frozenset({Stage.HELD, Stage.SETTLING, Stage.TYPING})
"""Due, and not on the screen yet."""


def fall_due(reminder: str, offer: Offer, now: timedelta) -> Prompt:
    """Return the prompt of *reminder*, which falls due *now*."""
    return Prompt(
        reminder=reminder, offer=offer, stage=Stage.TYPING, since=now, due=now
    )


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


def restored(prompt: Prompt, now: timedelta, settings: Settings) -> Prompt:
    """Return *prompt* taken back from a skip: free to show at once."""
    if prompt.stage is Stage.EXPIRED:
        return prompt
    return replace(prompt, stage=Stage.TYPING, since=now - settings.typing_cap)


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


def hidden(prompt: Prompt | None, reason: Hidden) -> Effects:
    """Return that *prompt* goes away, if it is on the screen."""
    shown = prompt is not None and prompt.stage is Stage.SHOWN
    return (PromptHidden(reason),) if shown else ()
