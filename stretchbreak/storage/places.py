"""Where things are on disk. Nothing else knows a folder."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resources() -> Traversable:
    """Return the folder of stretches, routines, poses, sounds and icons.

    An installed program carries it inside the package; a checkout has it at
    the top, where people who are no programmers find it.
    """
    packaged = files("stretchbreak") / "resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "resources"
