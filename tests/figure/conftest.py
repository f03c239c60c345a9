"""The pose files of the product, for tests that must hold for every one."""

import tomllib
from pathlib import Path

import pytest

from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.figure.skeleton import Skeleton, skeleton

POSES = sorted((Path(__file__).parents[2] / "resources" / "poses").glob("*.toml"))

FRAMES_A_WAY = 40
"""So many steps are looked at on each way from one key pose to the next."""

Frames = list[tuple[float, Skeleton]]
"""Instants of a sequence (0..1), and the body at each."""


def _read(path: Path) -> PoseSequence:
    return pose_from(tomllib.loads(path.read_text(encoding="utf-8")))


def getting_up() -> PoseSequence:
    """Return what shows no stretch: whoever gets up lies on the side, and then sits."""
    return _pose("getting-up")


@pytest.fixture(scope="session", params=POSES, ids=lambda path: path.stem)
def sequence(request: pytest.FixtureRequest) -> PoseSequence:
    """Each pose file in turn."""
    return _read(request.param)


@pytest.fixture(scope="session")
def frames(sequence: PoseSequence) -> Frames:
    """The whole motion of a pose file, every key pose among its instants."""
    ways = sequence.ways
    last = ways * FRAMES_A_WAY
    return [(i / last, skeleton(sequence, i / last)) for i in range(last + 1)]


@pytest.fixture(scope="session")
def knee() -> PoseSequence:
    """One stretch, for tests that need just any."""
    return _pose("single-knee-to-chest")


@pytest.fixture(scope="session")
def tilt() -> PoseSequence:
    """The stretch with a magnifier."""
    return _pose("pelvic-tilt")


def _pose(name: str) -> PoseSequence:
    return _read(next(path for path in POSES if path.stem == name))
