"""Tests for stretchbreak.figure.scene."""

import math
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from stretchbreak.figure.clipping import clipped
from stretchbreak.figure.marks import FollowingArrow, Joint
from stretchbreak.figure.order import box_of, drawing_order
from stretchbreak.figure.parts import Part
from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.figure.scene import Scene, scene
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape, Tone
from stretchbreak.figure.vector import NOWHERE
from tests.figure.conftest import POSES, getting_up

MOMENTS = (0.4, 1.0)

MIDDLE = 0.06
"""So far from the magnifier's middle, the back is looked at."""

WIDE, CLOSED = 0.04, 0.005
"""A gap in the magnifier that nobody overlooks, and one that nobody sees."""

TINY = 1e-9


def _roles(picture: Scene) -> set[Role]:
    return {shape.ink.role for shape in picture.shapes}


def _circles(shape: Shape) -> Iterator[Circle]:
    for outline in shape.outlines:
        for arc in outline:
            y, height = arc.y * shape.flattened, arc.radius * shape.flattened
            yield Circle(arc.x, y, max(arc.radius, height), 0.0)


def test_one_box_holds_every_frame(sequence: PoseSequence) -> None:
    first = scene(sequence, at=0.0).bounds
    for i in range(9):
        picture = scene(sequence, at=i / 8)
        assert picture.bounds == first
        solid = [
            circle
            for shape in picture.shapes
            if shape.ink.role is not Role.SHADOW and not shape.within
            for circle in _circles(shape)
        ]
        box = box_of(solid)
        assert first.left < box.left
        assert first.top < box.top
        assert first.right > box.right
        assert first.bottom > box.bottom


@pytest.mark.parametrize("at", MOMENTS)
def test_the_mirror_image_is_the_mirror_image(
    sequence: PoseSequence, at: float
) -> None:
    straight = scene(sequence, at=at)
    mirrored = scene(sequence, at=at, mirrored=True)

    assert mirrored.bounds == straight.bounds.mirrored()
    pairs = list(zip(straight.shapes, mirrored.shapes, strict=True))
    for shape, image in pairs:
        assert shape.ink == image.ink
        if shape.ink.tone is Tone.LIGHT and shape.ink.role is not Role.MAT:
            continue  # light falls from the same side
        box, image_box = box_of(list(_circles(shape))), box_of(list(_circles(image)))
        assert image_box.left == pytest.approx(-box.right)
        assert image_box.right == pytest.approx(-box.left)
        assert image_box.top == pytest.approx(box.top)


def test_the_light_stays_on_the_same_side_in_the_mirror(knee: PoseSequence) -> None:
    for mirrored in (False, True):
        shapes = scene(knee, at=0.0, mirrored=mirrored).shapes
        shirt = [shape for shape in shapes if shape.ink.role is Role.SHIRT]
        shade = next(shape for shape in shirt if shape.ink.tone is Tone.SHADE)
        light = next(shape for shape in shirt if shape.ink.tone is Tone.LIGHT)
        dark_left = min(circle.x - circle.radius for circle in _circles(shade))
        lit_left = min(circle.x - circle.radius for circle in _circles(light))
        dark_right = max(circle.x + circle.radius for circle in _circles(shade))
        lit_right = max(circle.x + circle.radius for circle in _circles(light))
        assert lit_left - dark_left < dark_right - lit_right


def test_no_two_stretches_look_the_same() -> None:
    pictures = {
        path.stem: scene(
            pose_from(tomllib.loads(path.read_text(encoding="utf-8"))),
            at=0.25 if path.stem in {"march", "walk"} else 1.0,
        )
        for path in POSES
    }

    for a, b in combinations(pictures, 2):
        assert pictures[a].shapes != pictures[b].shapes, (a, b)


def test_a_stretch_moves(sequence: PoseSequence) -> None:
    assert scene(sequence, at=0.0).shapes != scene(sequence, at=0.4).shapes


def test_it_is_felt_in_the_hold_only(knee: PoseSequence) -> None:
    assert Role.SPOT not in _roles(scene(knee, at=0.0))
    assert Role.SPOT not in _roles(scene(knee, at=0.4))
    assert Role.SPOT in _roles(scene(knee, at=1.0))


def test_the_arrow_shows_the_way_and_goes(knee: PoseSequence) -> None:
    assert Role.ARROW in _roles(scene(knee, at=0.0))
    assert Role.ARROW not in _roles(scene(knee, at=1.0))


@pytest.mark.parametrize(("at", "shown"), [(0.0, 1), (0.3, 1), (0.6, 2), (1.0, 0)])
def test_each_way_has_its_own_arrows(knee: PoseSequence, at: float, shown: int) -> None:
    way = FollowingArrow(
        joint=Joint.RIGHT_KNEE,
        to_key=1,
        outward=0.06,
        offset=NOWHERE,
        start=0.0,
        end=1.0,
        size=1.0,
    )
    second = replace(way, to_key=2)
    keys = (knee.keys[0], knee.keys[-1], knee.keys[0])
    arrows = (way, second, replace(second, joint=Joint.LEFT_KNEE))
    shapes = scene(replace(knee, keys=keys, arrows=arrows), at=at).shapes

    assert sum(shape.ink.role is Role.ARROW for shape in shapes) == shown


def test_a_way_without_an_arrow_does_not_show_one_of_before(
    knee: PoseSequence,
) -> None:
    first = replace(knee.arrows[0], to_key=1)
    last_way = 1 - 0.5 / (len(knee.keys) - 1)

    assert Role.ARROW not in _roles(scene(replace(knee, arrows=(first,)), at=last_way))


def test_a_patch_is_one_shape_over_every_part_it_names(knee: PoseSequence) -> None:
    spots = [shape for shape in scene(knee, at=1.0).shapes if shape.within]

    assert {shape.ink.role for shape in spots} == {Role.SPOT}
    assert len({shape.within for shape in spots}) == 1


def test_an_arm_hides_where_the_stretch_is_felt(knee: PoseSequence) -> None:
    roles = [shape.ink.role for shape in scene(knee, at=1.0).shapes]
    last = max(i for i, role in enumerate(roles) if role is Role.SPOT)

    assert Role.SKIN in roles[last:]


def _glass(sequence: PoseSequence, at: float) -> tuple[list[Shape], Circle]:
    """Return what is inside the magnifier, and the middle of its ring."""
    picture = scene(sequence, at=at).shapes
    first, last = (
        next(i for i in way if picture[i].ink == Ink(Role.PAPER, tone))
        for way, tone in (
            (range(len(picture)), Tone.LIGHT),
            (range(len(picture) - 1, 0, -1), Tone.OUTLINE),
        )
    )
    ((disc,),) = picture[first].outlines
    circle = Circle(disc.x, disc.y, disc.radius, 0.0)
    return list(picture[first + 1 : last]), circle


@pytest.mark.parametrize("at", [0.0, 0.6, 1.0])
def test_what_a_magnifier_shows_stays_inside_its_circle(
    tilt: PoseSequence, at: float
) -> None:
    shown, circle = _glass(tilt, at)

    clothes = {Role.MAT, Role.LEG, Role.SHIRT}
    felt = {Role.SPOT} if at else set()
    assert {shape.ink.role for shape in shown} == clothes | felt
    for shape in shown:
        assert clipped(shape.outlines, circle.grown(TINY)) == shape.outlines


def test_the_gap_under_the_back_closes_in_the_magnifier(tilt: PoseSequence) -> None:
    def gap(at: float) -> float:
        shown, circle = _glass(tilt, at)
        shirt = next(shape for shape in shown if shape.ink.role is Role.SHIRT)
        mats = [shape for shape in shown if shape.ink.role is Role.MAT]
        mat = min(
            arc.y for shape in mats for arc in shape.outlines[0] if not arc.radius
        )
        line = [arc for arc in shirt.outlines[0] if arc.radius < circle.radius]
        middle = [arc for arc in line if abs(arc.x - circle.x) < MIDDLE]
        return mat - max(arc.y + arc.radius for arc in middle)

    assert gap(0.0) > WIDE > gap(0.5) > CLOSED > gap(1.0)


def test_breath_leaves_the_mouth_until_the_hold_is_over(tilt: PoseSequence) -> None:
    silent = replace(tilt, breath_out=0)
    for at in (0.0, 0.4, 0.95, 1.0):
        shapes = scene(tilt, at=at).shapes
        breath = shapes[len(scene(silent, at=at).shapes) :]
        inks = [(shape.ink.role, shape.ink.opacity) for shape in breath]
        assert (Role.ARROW, 1.0) in inks, at


def test_every_still_stretch_has_a_spot_and_an_arrow(sequence: PoseSequence) -> None:
    if not sequence.loops and sequence != getting_up():
        assert Role.SPOT in _roles(scene(sequence, at=1.0))
        assert Role.ARROW in _roles(scene(sequence, at=0.0))


def test_shapes_are_finite_numbers(sequence: PoseSequence) -> None:
    for at in MOMENTS:
        for shape in scene(sequence, at=at, breath=1.0).shapes:
            assert 0 < shape.ink.opacity <= 1
            for outline in shape.outlines:
                assert all(math.isfinite(value) for arc in outline for value in arc)


def test_the_same_instant_is_the_same_picture(knee: PoseSequence) -> None:
    assert scene(knee, at=0.37) == scene(knee, at=0.37)


def _part(name: str, depth: float, after: tuple[str, ...] = ()) -> Part:
    circles = (Circle(0.0, 0.0, 1.0, depth),)
    return Part(name=name, circles=circles, ink=Ink(Role.SKIN), after=after)


def _names(parts: list[Part]) -> list[str]:
    return [part.name for part in drawing_order(parts)]


def test_the_farther_part_is_drawn_first() -> None:
    assert _names([_part("near", 1), _part("far", 5)]) == ["far", "near"]


def test_a_settled_pair_beats_depth() -> None:
    hand = _part("hand", 5, after=("leg",))

    assert _names([hand, _part("leg", 1)]) == ["leg", "hand"]
    assert _names([_part("leg", 1), hand]) == ["leg", "hand"]


def test_a_ring_of_parts_keeps_the_settled_pairs() -> None:
    ring = [
        _part("arm", 3, after=("leg",)),
        _part("leg", 1, after=("hand",)),
        _part("hand", 2),
    ]

    assert _names(ring) == ["hand", "leg", "arm"]
