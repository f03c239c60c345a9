"""Every setting there is: name, default, range, wording. Declared once, here.

To add a setting, add a field. The settings window, `stretchbreak settings`,
the file and its validation are all read off this class.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any, TypeVar

from stretchbreak.core import appointment, hours
from stretchbreak.core.breath import Breath
from stretchbreak.core.choices import (
    Accent,
    Appearance,
    FigureLook,
    Movement,
    Pace,
    Preset,
    Strength,
    Where,
)
from stretchbreak.core.setting_spec import Group, Level, Spec

T = TypeVar("T")


def _setting(default: T, label: str, group: Group, **more: Any) -> T:
    spec = Spec(group, label, more.pop("level", Level.ADVANCED), **more)
    value: T = field(default=default, metadata={"spec": spec})
    return value


_S = timedelta(seconds=1)
_M = timedelta(minutes=1)
_H = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The user's settings. Immutable: a change makes a new value."""

    stretch: bool = _setting(
        default=True,
        label="Remind me to stretch",
        group=Group.REMINDERS,
        part="A stretch",
        hint="Or to walk, once the day's stretches are done.",
    )
    sitting_limit: timedelta = _setting(
        45 * _M,
        "Remind me after sitting for",
        Group.REMINDERS,
        level=Level.BASIC,
        part="A stretch",
        needs="stretch",
        hint="Type any minute, or go in steps.",
        low=5 * _M,
        high=4 * _H,
        also="interval break frequency often timer",
    )
    stand_up: bool = _setting(
        default=False,
        label="Remind me to stand up as well",
        group=Group.REMINDERS,
        part="Standing up",
        hint="For half a minute, between the longer breaks.",
    )
    stand_up_after: timedelta = _setting(
        20 * _M,
        "Stand up after sitting for",
        Group.REMINDERS,
        part="Standing up",
        needs="stand_up",
        low=5 * _M,
        high=4 * _H,
    )
    strength: Strength = _setting(
        Strength.STANDARD,
        "How reminders ask",
        Group.REMINDERS,
        level=Level.BASIC,
        part="How they ask",
        hint="Gently by a notification, firmly by filling the screen.",
        also="notification popup window loud intrusive",
    )
    renudge: timedelta = _setting(
        5 * _M,
        "Ask again after",
        Group.REMINDERS,
        part="How they ask",
        hint="If a reminder was not answered.",
        also="repeat unanswered",
        low=_M,
        high=_H,
    )
    snooze: timedelta = _setting(
        10 * _M,
        "Snooze for",
        Group.REMINDERS,
        part="Snoozing",
        low=_M,
        high=_H,
        also="postpone later delay",
    )
    snooze_limit: int = _setting(
        3,
        "Snoozes in a row",
        Group.REMINDERS,
        part="Snoozing",
        hint="0 lets you snooze as often as you like.",
        low=0,
        high=20,
    )
    hours: tuple[str, ...] = _setting(
        (),
        "When may reminders come?",
        Group.HOURS,
        level=Level.BASIC,
        hint="At other times none comes, and sitting is not counted.",
        check=hours.parse,
        also="working office time schedule weekend night morning evening before after",
    )
    appointments: tuple[str, ...] = _setting(
        (),
        "Appointments",
        Group.HOURS,
        hint="A routine at a time of the day, also outside your hours.",
        check=appointment.parse,
        also="schedule clock time every day",
    )
    typing_pause: timedelta = _setting(
        5 * _S,
        "Wait for a pause in typing of",
        Group.POLITE,
        part="Never in the middle of a sentence",
        low=_S,
        high=_M,
    )
    typing_cap: timedelta = _setting(
        60 * _S,
        "Wait for that pause at most",
        Group.POLITE,
        part="Never in the middle of a sentence",
        low=_S,
        high=10 * _M,
    )
    settle: timedelta = _setting(
        15 * _S,
        "Wait after coming back for",
        Group.POLITE,
        part="Never in the middle of a sentence",
        hint="Also after a call, or whatever else held it back.",
        low=_S,
        high=5 * _M,
    )
    hold_dnd: bool = _setting(
        default=True,
        label="Wait during Do Not Disturb",
        group=Group.POLITE,
        part="Held back, never lost",
        hint="Your desktop's own switch for quiet, where it can be read.",
        also="focus silence quiet polite",
    )
    hold_fullscreen: bool = _setting(
        default=True,
        label="Wait while a window fills the screen",
        group=Group.POLITE,
        part="Held back, never lost",
        hint="Such as slides, a film or a game, where the desktop tells.",
        also="presentation game full screen",
    )
    hold_call: bool = _setting(
        default=True,
        label="Wait during a call",
        group=Group.POLITE,
        part="Held back, never lost",
        hint="While any program uses the microphone or a camera.",
        also="meeting conference",
    )
    hold_inhibitor: bool = _setting(
        default=False,
        label="Wait while a video plays",
        group=Group.POLITE,
        part="Held back, never lost",
        hint="Or while another program keeps the screen on.",
    )
    hold_programs: tuple[str, ...] = _setting(
        (),
        "Wait while one of these programs runs",
        Group.POLITE,
        part="Held back, never lost",
        hint="Its short name, such as zoom.",
        also="application app game",
    )
    hold_limit: timedelta = _setting(
        2 * _H,
        "Tell me after a wait of",
        Group.POLITE,
        part="Held back, never lost",
        hint="When a reminder was held back for so long.",
        low=10 * _M,
        high=12 * _H,
    )
    away_after: timedelta = _setting(
        3 * _M,
        "Count me as away after",
        Group.SITTING,
        hint="So long without a key or the mouse. Until then, reading is sitting.",
        low=30 * _S,
        high=30 * _M,
        also="idle absence input",
    )
    rest_after: timedelta = _setting(
        5 * _M,
        "Being away is a break after",
        Group.SITTING,
        low=_M,
        high=_H,
        also="idle absence pause",
    )
    watching_limit: timedelta = _setting(
        2 * _H,
        "Count a video as sitting up to",
        Group.SITTING,
        hint="While you touch nothing.",
        low=5 * _M,
        high=12 * _H,
    )
    place: Where = _setting(
        Where.FLOOR,
        "I can stretch",
        Group.ROUTINE,
        level=Level.BASIC,
        part="What is done",
        hint="At the desk, seated and standing stretches are offered.",
        also="mat chair seated",
    )
    warm_up: timedelta = _setting(
        5 * _M,
        "Warm up first for",
        Group.ROUTINE,
        level=Level.BASIC,
        part="What is done",
        hint="Below 5 minutes only the two gentlest stretches are chosen for you.",
        low=_M,
        high=10 * _M,
    )
    hold: Preset = _setting(
        Preset.STANDARD,
        "Hold each stretch",
        Group.ROUTINE,
        level=Level.BASIC,
        part="What is done",
        hint="Easy is 20 seconds, standard is 30.",
    )
    stretch_sessions_a_day: int = _setting(
        2,
        "Stretch sessions a day",
        Group.ROUTINE,
        level=Level.BASIC,
        part="How often",
        hint="After these, reminders offer a short walk. 0 means no limit.",
        low=0,
        high=10,
    )
    weekly_goal: int = _setting(
        3,
        "My goal: sessions a week",
        Group.ROUTINE,
        level=Level.BASIC,
        part="How often",
        hint="Two to three a week, or daily if your body likes it.",
        low=1,
        high=7,
        also="target",
    )
    lie_down: timedelta = _setting(
        20 * _S,
        "Time to lie down",
        Group.ROUTINE,
        part="Time between",
        low=5 * _S,
        high=2 * _M,
    )
    get_ready: timedelta = _setting(
        10 * _S,
        "Time to get into each stretch",
        Group.ROUTINE,
        part="Time between",
        low=3 * _S,
        high=_M,
    )
    switch: timedelta = _setting(
        5 * _S,
        "Time to switch sides",
        Group.ROUTINE,
        part="Time between",
        low=2 * _S,
        high=_M,
    )
    rest_between: timedelta = _setting(
        5 * _S,
        "Rest between stretches",
        Group.ROUTINE,
        part="Time between",
        low=_S,
        high=_M,
    )
    breath_in: timedelta = _setting(
        4 * _S,
        "Breathe in for",
        Group.ROUTINE,
        part="The breath that is shown",
        low=3 * _S,
        high=8 * _S,
        also="pacer breathing",
    )
    breath_out: timedelta = _setting(
        6 * _S,
        "Breathe out for",
        Group.ROUTINE,
        part="The breath that is shown",
        hint="A pace to follow in a hold if it suits you. Never hold your breath.",
        low=3 * _S,
        high=12 * _S,
        also="pacer breathing",
    )
    voice: bool = _setting(
        default=True,
        label="A voice leads through the session",
        group=Group.SOUND,
        level=Level.BASIC,
        also="speech speak talk silent",
    )
    pace: Pace = _setting(
        Pace.NORMAL,
        "The voice speaks",
        Group.SOUND,
        needs="voice",
    )
    accent: Accent = _setting(
        Accent.SYSTEM,
        "The voice's English",
        Group.SOUND,
        needs="voice",
        hint="If the computer has such a voice.",
        also="language",
    )
    chimes: bool = _setting(
        default=True,
        label="Chimes mark each change",
        group=Group.SOUND,
        also="bell gong tone silent",
    )
    breath_sound: bool = _setting(
        default=False,
        label="A soft sound breathes along in each hold",
        group=Group.SOUND,
        needs="chimes",
        hint="It rises to breathe in and sinks to breathe out; the voice comes first.",
        also="breathing tone pacer",
    )
    volume: int = _setting(
        80,
        "Loudness",
        Group.SOUND,
        hint="Of all that is heard. 100% is as loud as the computer is set.",
        unit="%",
        low=0,
        high=100,
        also="volume quiet mute",
    )
    appearance: Appearance = _setting(
        Appearance.SYSTEM,
        "Windows look",
        Group.LOOK,
        level=Level.BASIC,
        hint="Automatic follows the desktop.",
        also="theme mode colour color",
    )
    figure_look: FigureLook = _setting(
        FigureLook.MIA,
        "Stretches are shown by",
        Group.LOOK,
        level=Level.BASIC,
        hint="The movements are the same.",
        also="person figure skin man woman",
    )
    movement: Movement = _setting(
        Movement.SYSTEM,
        "Pictures move",
        Group.LOOK,
        hint="Automatic follows the desktop's wish for less movement.",
        also="animation motion",
    )
    breath_pacer: bool = _setting(
        default=True,
        label="A circle breathes along in each hold",
        group=Group.LOOK,
        hint="Breathe in as it grows, out as it shrinks. Not with less movement.",
        also="breathing",
    )

    @property
    def breath(self) -> Breath:
        """The breath that is shown, and heard, in a hold."""
        return Breath(self.breath_in, self.breath_out)


SPECS: Mapping[str, Spec] = {f.name: f.metadata["spec"] for f in fields(Settings)}
DEFAULTS: Mapping[str, Any] = {f.name: f.default for f in fields(Settings)}
