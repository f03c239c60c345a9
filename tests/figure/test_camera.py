"""Tests for stretchbreak.figure.camera: every stretch is seen from where it shows."""

import math

from stretchbreak.figure.body import Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.legs import Leg
from stretchbreak.figure.pose import Base, PoseSequence
from tests.figure.conftest import FRAMES_A_WAY, Frames

BENT = 60.0
"""A knee bent by so many degrees ..."""

SEEN = 30.0
"""... must be seen to be bent by so many ..."""

GLIMPSE = FRAMES_A_WAY // 5
"""... but for so many frames: a leg may swing past the viewer."""


def test_who_lies_with_bent_knees_is_seen_to(
    sequence: PoseSequence, frames: Frames
) -> None:
    if sequence.base is not Base.LYING:
        return  # a chair or the floor under the foot tells as much
    camera = Camera.looking(sequence.view, mirrored=False)
    for side in Side:
        hidden = [
            at
            for at, body in frames
            if _bend(body.legs[side]) > BENT
            and _bend_seen(body.legs[side], camera) < SEEN
        ]
        assert len(hidden) <= GLIMPSE, (side, hidden)


def _bend(leg: Leg) -> float:
    return math.degrees(math.acos(max(-1.0, leg.thigh.axis.dot(leg.shin.axis))))


def _bend_seen(leg: Leg, camera: Camera) -> float:
    """Return the angle between thigh and shin on the picture, in degrees."""
    hip, knee, ankle = camera.points([leg.thigh.start, leg.thigh.end, leg.shin.end])
    thigh = (knee[0] - hip[0], knee[1] - hip[1])
    shin = (ankle[0] - knee[0], ankle[1] - knee[1])
    across = thigh[0] * shin[1] - thigh[1] * shin[0]
    along = thigh[0] * shin[0] + thigh[1] * shin[1]
    return abs(math.degrees(math.atan2(across, along)))
