"""The face of a look, to choose it by."""

from functools import lru_cache

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.head import head_part
from stretchbreak.figure.inking import inked
from stretchbreak.figure.look import LOOKS
from stretchbreak.figure.order import box_of, drawing_order
from stretchbreak.figure.pose import View, pose_from
from stretchbreak.figure.scene import Scene
from stretchbreak.figure.shapes import Bounds
from stretchbreak.figure.skeleton import skeleton
from stretchbreak.figure.trunk_parts import trunk_parts

_VIEW = View(yaw=38.0, elevation=4.0)

_STANDING = {
    "base": "upright",
    "view": {"yaw": _VIEW.yaw, "elevation": _VIEW.elevation},
    "key": [
        {
            "hips": [0, 0, 0.5],
            "left_leg": {"hip": 0},
            "right_leg": {"hip": 0},
            "left_arm": {"wrist": [0, 0.2, 0.45], "elbow_toward": [-1, 0, 0]},
            "right_arm": {"wrist": [0, -0.2, 0.45], "elbow_toward": [-1, 0, 0]},
        },
        {},
    ],
}

_HAIR_ROOM, _SHOULDERS = 0.012, 0.05
"""Room above the hair, and how much of the body shows below the chin."""

_HALF_WIDTH = 0.11


@lru_cache(maxsize=len(FigureLook))
def portrait(look: FigureLook) -> Scene:
    """Return the face of *look*; below its box the body goes on."""
    who = LOOKS[look]
    camera = Camera.looking(_VIEW, mirrored=False)
    body = skeleton(pose_from(_STANDING), 0.0, build=who.build)
    head = head_part(body, camera, who, eyes_open=True)
    parts = [*trunk_parts(body, camera), head]
    box = box_of(head.circles)
    middle = camera.point(body.trunk.skull)[0]
    bounds = Bounds(
        middle - _HALF_WIDTH,
        box.top - _HAIR_ROOM,
        middle + _HALF_WIDTH,
        box.bottom + _SHOULDERS,
    )
    return Scene(tuple(inked(drawing_order(parts), [], {})), bounds)
