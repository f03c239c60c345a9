"""Tests for the pose files in resources/poses."""

import tomllib
from pathlib import Path

import pytest

from stretchbreak.figure.pose import pose_from

POSES = sorted((Path(__file__).parents[2] / "resources" / "poses").glob("*.toml"))
NAMES = {
    "double-knee-to-chest",
    "figure-four",
    "getting-up",
    "lying-hamstring",
    "march",
    "pelvic-tilt",
    "seated-figure-four",
    "seated-knee-hug",
    "seated-twist",
    "single-knee-to-chest",
    "spinal-twist",
    "standing-hamstring",
    "walk",
}
ROUNDS = {"march", "walk"}


def test_every_stretch_and_getting_up_have_their_picture() -> None:
    assert {path.stem for path in POSES} == NAMES


@pytest.mark.parametrize("path", POSES, ids=lambda path: path.stem)
def test_a_file_can_be_read(path: Path) -> None:
    sequence = pose_from(tomllib.loads(path.read_text(encoding="utf-8")))

    assert sequence.loops == (path.stem in ROUNDS)


def test_one_file_explains_the_format_and_the_others_name_it() -> None:
    explained = {path.stem: _explanation(path) for path in POSES}
    text = explained.pop("pelvic-tilt")

    for key in ("base", "view", "spot", "arrow", "stride", "key", "passing", "detour"):
        assert key in text
    assert set(explained.values()) == {"# pelvic-tilt.toml explains the format."}


def _explanation(path: Path) -> str:
    """Return the comment at the top of a file, less its first line."""
    _title, _, rest = path.read_text(encoding="utf-8").partition("\n")
    comment, _, _ = rest.partition("\n\n")
    return comment
