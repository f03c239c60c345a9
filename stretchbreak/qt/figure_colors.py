"""The colours of the stretch pictures, light and dark.

Clothes and mat are cool, so that the one warm and strong colour is the spot:
orange always and only means "you feel it here". Colour alone never says which
leg is meant; the words beside the picture do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import assert_never

from PySide6.QtGui import QColor

from stretchbreak.figure.shapes import Ink, Role, Tone

_FADED = 0.55
"""How far the farthest parts go toward their next darker colour."""

_FADED_SHADE = 0.75
"""Shades go less far than lights, or they would reach the outline's colour."""


@dataclass(frozen=True, slots=True)
class Tones:
    """The three colours of a role, as #RRGGBB or #AARRGGBB."""

    light: str
    shade: str
    outline: str

    @classmethod
    def flat(cls, color: str) -> "Tones":
        """Return the tones of something drawn in one colour."""
        return cls(color, color, color)


@dataclass(frozen=True, slots=True, eq=False)
class FigurePalette:
    """The colours of one theme, by role."""

    tones: Mapping[Role, Tones]

    def color(self, ink: Ink) -> QColor:
        """Return the colour *ink* stands for."""
        return _color(self, ink)


@lru_cache(maxsize=2048)
def _color(palette: FigurePalette, ink: Ink) -> QColor:
    color = _mixed(
        _faded(palette.tones[ink.role], ink),
        _faded(palette.tones[Role.OTHER_LEG], ink),
        ink.dimmed,
    )
    color.setAlphaF(color.alphaF() * ink.opacity)
    return color


def _faded(tones: Tones, ink: Ink) -> QColor:
    share = ink.faded * _FADED
    match ink.tone:
        case Tone.LIGHT:
            return _mixed(QColor(tones.light), QColor(tones.shade), share)
        case Tone.SHADE:
            share *= _FADED_SHADE
            return _mixed(QColor(tones.shade), QColor(tones.outline), share)
        case Tone.OUTLINE:
            return QColor(tones.outline)
        case unreachable:
            assert_never(unreachable)


def _mixed(start: QColor, end: QColor, share: float) -> QColor:
    rest = 1 - share
    return QColor.fromRgbF(
        start.redF() * rest + end.redF() * share,
        start.greenF() * rest + end.greenF() * share,
        start.blueF() * rest + end.blueF() * share,
        start.alphaF() * rest + end.alphaF() * share,
    )


LIGHT = FigurePalette(
    MappingProxyType(
        {
            Role.SKIN: Tones("#E3AC86", "#CB8C68", "#A86C4C"),
            Role.SHIRT: Tones("#4DB6A6", "#36978A", "#22706A"),
            Role.LEG: Tones("#5A84D2", "#4468B0", "#253F78"),
            Role.OTHER_LEG: Tones("#33487C", "#283A66", "#17264A"),
            Role.HAIR: Tones("#4A3430", "#3A2826", "#2A1C1B"),
            Role.FACE: Tones.flat("#5C3C2F"),
            Role.SHOE: Tones("#F2F2F2", "#D0D3D8", "#8D96A3"),
            Role.SOLE: Tones.flat("#8C97A8"),
            Role.MAT: Tones("#D3CBE4", "#B6ABCF", "#B6ABCF"),
            Role.WOOD: Tones("#BDA98C", "#A48F70", "#7F6C51"),
            Role.CUSHION: Tones("#C9BEDF", "#B1A4CE", "#8F81B2"),
            Role.SHADOW: Tones.flat("#2C2B2350"),
            Role.SPOT: Tones("#FFF1DC", "#FF8A4C", "#FF7236"),
            Role.ARROW: Tones.flat("#1F4450"),
            Role.HALO: Tones.flat("#F5F2EC"),
        }
    )
)

DARK = FigurePalette(
    MappingProxyType(
        {
            Role.SKIN: Tones("#E0A882", "#BF835F", "#80523A"),
            Role.SHIRT: Tones("#4FBBAA", "#36938A", "#1F5F5C"),
            Role.LEG: Tones("#86A8EE", "#6586CC", "#38548F"),
            Role.OTHER_LEG: Tones("#465D94", "#384C7C", "#22315A"),
            Role.HAIR: Tones("#7A554A", "#5E4038", "#432C27"),
            Role.FACE: Tones.flat("#5B3B2F"),
            Role.SHOE: Tones("#E6E9EE", "#B4BCC8", "#6E7886"),
            Role.SOLE: Tones.flat("#7E899B"),
            Role.MAT: Tones("#3A3752", "#282640", "#282640"),
            Role.WOOD: Tones("#857660", "#6A5D4A", "#4A4032"),
            Role.CUSHION: Tones("#4A4666", "#3A3752", "#282640"),
            Role.SHADOW: Tones.flat("#5A000000"),
            Role.SPOT: Tones("#FFF1DC", "#FF8A4C", "#FF7236"),
            Role.ARROW: Tones.flat("#BFE6EE"),
            Role.HALO: Tones.flat("#14181F"),
        }
    )
)
