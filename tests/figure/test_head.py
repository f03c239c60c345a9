"""Tests for stretchbreak.figure.head."""

import math

from stretchbreak.figure.body import SKULL
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.head import head_part
from stretchbreak.figure.look import Hair, Look
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.shapes import Role
from stretchbreak.figure.skeleton import skeleton

MOMENTS = 20


def test_eyes_and_brows_stay_inside_of_the_face(sequence: PoseSequence) -> None:
    camera = Camera.looking(sequence.view, mirrored=False)
    bald = Look(hair=Hair.THIN)
    for i in range(MOMENTS + 1):
        body = skeleton(sequence, i / MOMENTS)
        for eyes_open in (True, False):
            head = head_part(body, camera, bald, eyes_open=eyes_open)
            *eyes, _mouth = (s for s in head.finished if s.ink.role is Role.FACE)
            x, y = camera.point(body.trunk.skull)
            for arc in (arc for eye in eyes for line in eye.outlines for arc in line):
                off = math.hypot(arc.x - x, arc.y - y)
                assert off + arc.radius < SKULL, i
