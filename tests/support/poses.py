"""The pictures' poses, as the product has them."""

import tomllib
from pathlib import Path

from stretchbreak.figure.pose import PoseSequence, pose_from

POSES = Path(__file__).parents[2] / "resources" / "poses"


def pose(name: str) -> PoseSequence:
    """Return the pose named *name*."""
    text = (POSES / f"{name}.toml").read_text(encoding="utf-8")
    return pose_from(tomllib.loads(text))
