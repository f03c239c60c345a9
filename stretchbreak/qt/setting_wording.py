"""What settings, their ranges and their values are called."""

from datetime import timedelta
from enum import Enum

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
from stretchbreak.core.routine import Place
from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt.duration_box import words

_JOINT = "\N{NO-BREAK SPACE}"
"""Stands between a number and its unit, which belong on one line."""
NAMES: dict[Enum, str] = {
    Strength.GENTLE: "Gently",
    Strength.STANDARD: "Normally",
    Strength.FIRM: "Firmly",
    Preset.EASY: "Easy",
    Preset.STANDARD: "Standard",
    Where.FLOOR: "On the floor",
    Where.DESK: "At the desk",
    Pace.SLOW: "Slowly",
    Pace.NORMAL: "Normally",
    Pace.FAST: "Fast",
    Accent.SYSTEM: "Automatic",
    Accent.BRITISH: "British",
    Accent.AMERICAN: "American",
    Appearance.SYSTEM: "Automatic",
    Appearance.LIGHT: "Light",
    Appearance.DARK: "Dark",
    Movement.SYSTEM: "Automatic",
    Movement.FULL: "Always",
    Movement.REDUCED: "Never",
    Place.FLOOR: "On the floor",
    Place.CHAIR: "On a chair",
    Place.STANDING: "Standing",
    FigureLook.MIA: "Mia",
    FigureLook.SAM: "Sam",
    FigureLook.ROSA: "Rosa",
    FigureLook.PAUL: "Paul",
}
"""What the choices are called."""


def value(value: object) -> str:
    """Return what *value* is called, as a window shows it."""
    match value:
        case bool():
            return "on" if value else "off"
        case timedelta():
            return words(value)
        case Enum():
            return NAMES.get(value, str(value.value).capitalize())
        case ():
            return "none"
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def limits(spec: Spec) -> str:
    """Return the range in words; empty where there is none."""
    if spec.low is None or spec.high is None:
        return ""
    low, high = (value(each).replace(" ", _JOINT) for each in (spec.low, spec.high))
    return f"{low} to {high}{spec.unit}"


def hint(spec: Spec) -> str:
    """Return what is said below the label: what it does, and its range."""
    said = limits(spec)
    return f"{spec.hint} {said}." if spec.hint and said else spec.hint or said
