"""Breath that leaves the mouth: wavy lines, which show and go as arrows do."""

import math

from stretchbreak.figure.arrows import ArrowOutlines
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import chain
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.shapes import Circle, Outline
from stretchbreak.figure.skeleton import skeleton
from stretchbreak.figure.vector import mix

_LINES = (-38.0, -10.0, 18.0)
"""Which way the lines go, in degrees from straight ahead to the crown."""

_MOUTH, _OFF = -0.046, 0.062
"""Where they start: so far up from the middle of the skull, and to its front."""

_NEAR, _FAR = 0.024, 0.08
"""How far from there a line starts and ends."""

_SWING, _WAVES = 0.006, 1.0
_POINTS = 12
_THICK, _THIN, _HALO = 0.0026, 0.0042, 0.004
"""Radius where a line starts and where it ends, and of its light edge besides."""


def puff_outlines(to_key: int, sequence: PoseSequence, camera: Camera) -> ArrowOutlines:
    """Return the breath that leaves the mouth on the way to key pose *to_key*."""
    way = to_key - 1
    trunk = skeleton(sequence, way / sequence.ways).trunk
    mouth = trunk.skull + trunk.head.point(up=_MOUTH, front=_OFF)

    def line(angle: float, wider: float) -> tuple[Outline, ...]:
        ahead, aside = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        circles: list[Circle] = []
        for i in range(_POINTS + 1):
            t = i / _POINTS
            far, off = mix(_NEAR, _FAR, t), math.sin(t * _WAVES * 2 * math.pi) * _SWING
            way = trunk.head.point(
                front=far * ahead - off * aside, up=far * aside + off * ahead
            )
            radius = mix(_THICK, _THIN, t) + wider
            circles.append(camera.circle(mouth + way, radius))
        return chain(circles)

    def lines(wider: float) -> tuple[Outline, ...]:
        return tuple(outline for angle in _LINES for outline in line(angle, wider))

    return ArrowOutlines(way, lines(0.0), lines(_HALO))
