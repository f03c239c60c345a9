"""The pose files of the product, for tests that must hold for every one."""

import tomllib
from pathlib import Path

import pytest

from stretchbreak.figure.pose import PoseSequence, pose_from

POSES = sorted((Path(__file__).parents[2] / "resources" / "poses").glob("*.toml"))


@pytest.fixture(scope="session", params=POSES, ids=lambda path: path.stem)
def sequence(request: pytest.FixtureRequest) -> PoseSequence:
    """Each pose file in turn."""
    return pose_from(tomllib.loads(request.param.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def knee() -> PoseSequence:
    """One stretch, for tests that need just any."""
    path = next(path for path in POSES if path.stem == "single-knee-to-chest")
    return pose_from(tomllib.loads(path.read_text(encoding="utf-8")))
