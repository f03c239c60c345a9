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

from stretchbreak.core.choices import FigureLook
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


_LIGHT_ROOM = {
    Role.LEG: Tones("#5A84D2", "#4468B0", "#253F78"),
    Role.OTHER_LEG: Tones("#33487C", "#283A66", "#17264A"),
    Role.SHOE: Tones("#F2F2F2", "#CDD1D8", "#5F6978"),
    Role.SOLE: Tones.flat("#7C889B"),
    Role.MAT: Tones("#D3CBE4", "#B6ABCF", "#B6ABCF"),
    Role.WOOD: Tones("#BDA98C", "#A48F70", "#7F6C51"),
    Role.CUSHION: Tones("#C9BEDF", "#B1A4CE", "#8F81B2"),
    Role.SCREEN: Tones("#7C8894", "#66727E", "#55606B"),
    Role.SHADOW: Tones.flat("#2C2B2350"),
    Role.SPOT: Tones("#FFF1DC", "#FF8A4C", "#FF7236"),
    Role.ARROW: Tones.flat("#1F4450"),
    Role.HALO: Tones.flat("#F5F2EC"),
    Role.PAPER: Tones("#FBFAF6", "#FBFAF6", "#6F6A8C"),
}

_DARK_ROOM = {
    Role.LEG: Tones("#A6C1F8", "#86A4E4", "#3A5590"),
    Role.OTHER_LEG: Tones("#5C76B6", "#4F68A4", "#22315A"),
    Role.SHOE: Tones("#E6E9EE", "#B4BCC8", "#6E7886"),
    Role.SOLE: Tones.flat("#7E899B"),
    Role.MAT: Tones("#2C2A40", "#403D5C", "#403D5C"),
    Role.WOOD: Tones("#857660", "#6A5D4A", "#4A4032"),
    Role.CUSHION: Tones("#645E88", "#524D72", "#3A3752"),
    Role.SCREEN: Tones("#5B6674", "#48525F", "#3A434E"),
    Role.SHADOW: Tones.flat("#5A000000"),
    Role.SPOT: Tones("#FFF1DC", "#FF8A4C", "#FF7236"),
    Role.ARROW: Tones.flat("#DDF6FB"),
    Role.HALO: Tones.flat("#14181F"),
    Role.PAPER: Tones("#66718A", "#66718A", "#9A94BE"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """The colours of one look in one theme."""

    skin: Tones
    hair: Tones
    face: str
    shirt: Tones


_LIGHT_PEOPLE = {
    FigureLook.MIA: _Person(
        skin=Tones("#E3AC86", "#CB8C68", "#935A3C"),
        hair=Tones("#4A3430", "#3A2826", "#2A1C1B"),
        face="#5C3C2F",
        shirt=Tones("#4DB6A6", "#36978A", "#1D635D"),
    ),
    FigureLook.SAM: _Person(
        skin=Tones("#946042", "#784A2D", "#4A2A18"),
        hair=Tones("#2B2426", "#211B1D", "#151113"),
        face="#1E0F09",
        shirt=Tones("#7FB4DD", "#5F97C4", "#2C5F8C"),
    ),
    FigureLook.ROSA: _Person(
        skin=Tones("#C98F67", "#AE7350", "#74452C"),
        hair=Tones("#3A2A28", "#2D201F", "#1E1514"),
        face="#472B1F",
        shirt=Tones("#A98BD0", "#8C6DB8", "#5A3F85"),
    ),
    FigureLook.PAUL: _Person(
        skin=Tones("#EDC0A2", "#D6A080", "#97614A"),
        hair=Tones("#A3A8AF", "#868C95", "#565C66"),
        face="#6A463A",
        shirt=Tones("#6FAF8A", "#54936F", "#2C6145"),
    ),
}

_DARK_PEOPLE = {
    FigureLook.MIA: _Person(
        skin=Tones("#E0A882", "#C48864", "#80523A"),
        hair=Tones("#7A554A", "#5E4038", "#A8796A"),
        face="#4E3126",
        shirt=Tones("#4FBBAA", "#3B9C92", "#1F5F5C"),
    ),
    FigureLook.SAM: _Person(
        skin=Tones("#AD7450", "#965F3F", "#4F2D1B"),
        hair=Tones("#453A3F", "#352C31", "#9A8F99"),
        face="#2A160D",
        shirt=Tones("#86BBE4", "#6AA0CD", "#2C5F8C"),
    ),
    FigureLook.ROSA: _Person(
        skin=Tones("#CB936B", "#B27A56", "#6C412A"),
        hair=Tones("#5C4440", "#463330", "#A98A80"),
        face="#3F251A",
        shirt=Tones("#B59ADB", "#9A7DC8", "#5A3F85"),
    ),
    FigureLook.PAUL: _Person(
        skin=Tones("#EABC9D", "#CE9979", "#8A5A44"),
        hair=Tones("#B4B9C0", "#949AA3", "#5E646E"),
        face="#5E3C30",
        shirt=Tones("#78BA94", "#5DA07B", "#2C6145"),
    ),
}


def _dressed(room: Mapping[Role, Tones], person: _Person) -> FigurePalette:
    own = {
        Role.SKIN: person.skin,
        Role.HAIR: person.hair,
        Role.FACE: Tones.flat(person.face),
        Role.SHIRT: person.shirt,
    }
    return FigurePalette(MappingProxyType({**room, **own}))


_LIGHT = {look: _dressed(_LIGHT_ROOM, person) for look, person in _LIGHT_PEOPLE.items()}
_DARK = {look: _dressed(_DARK_ROOM, person) for look, person in _DARK_PEOPLE.items()}


def figure_palette(look: FigureLook, *, dark: bool) -> FigurePalette:
    """Return the colours of *look* in one theme."""
    return (_DARK if dark else _LIGHT)[look]
