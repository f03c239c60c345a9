"""Breath that leaves the mouth: thin arrows that fan out, and last with the hold."""

import math

from stretchbreak.figure.arrows import ArrowOutlines, arrow_outlines
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.marks import DrawnArrow
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.skeleton import skeleton

_LINES = ((-16.0, 0.092), (9.0, 0.118), (34.0, 0.092))
"""Which way each goes, in degrees from straight ahead to the crown, and how far."""

_MOUTH, _OFF = -0.046, 0.062
"""Where they come from: so far up from the middle of the skull, and to its front."""

_NEAR = 0.026
"""So far from there they start."""

_SIZE = 0.36
"""They are thinner than what shows the body its way."""


def puff_outlines(to_key: int, sequence: PoseSequence, camera: Camera) -> ArrowOutlines:
    """Return the breath that leaves the mouth on the way to key pose *to_key*."""
    trunk = skeleton(sequence, (to_key - 1) / sequence.ways).trunk
    mouth = trunk.skull + trunk.head.point(up=_MOUTH, front=_OFF)

    def line(degrees: float, far: float) -> ArrowOutlines:
        ahead, aside = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        way = trunk.head.point(front=ahead, up=aside)
        places = (mouth + way * _NEAR, mouth + way * far)
        arrow = DrawnArrow(points=places, to_key=to_key, size=_SIZE)
        return arrow_outlines(arrow, sequence, camera)

    lines = [line(degrees, far) for degrees, far in _LINES]
    return ArrowOutlines(
        to_key - 1,
        tuple(outline for line in lines for outline in line.body),
        tuple(outline for line in lines for outline in line.halo),
        lasts=True,
    )
