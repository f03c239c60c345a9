"""Pelvis, spine, chest, neck and head at one instant.

Pelvis, chest and head are each turned from the base position, not from one
another, so that whatever lies on the floor is easy to keep there. The spine
bends between them.
"""

import math
from dataclasses import dataclass

from stretchbreak.figure.body import HEAD, NECK, SPINE, TRUNK, TrunkSlice
from stretchbreak.figure.frame import Frame, Turn, blended
from stretchbreak.figure.key_pose import KeyPose
from stretchbreak.figure.look import Build
from stretchbreak.figure.vector import Vector, between, mix, swung

_FULLNESS = 1.35
"""How far the spine keeps to the direction of pelvis and chest at its ends."""

_NECK_ROOT = 0.012
"""How far above the shoulder line the neck leaves the shirt."""

_NECK_OVERLAP = 0.020
"""How far the neck reaches into the head, so that no gap opens."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of the trunk in space.

    Attributes:
        height: Where along the spine: 0 at the hips, 1 at the shoulders.
        center: Its middle.
        frame: Which way the trunk points there.
        half_width: How far each of its two balls sits from the middle.
        radius: The radius of each ball.
    """

    height: float
    center: Vector
    frame: Frame
    half_width: float
    radius: float

    @property
    def balls(self) -> tuple[Vector, Vector]:
        """The centers of the left and the right ball."""
        aside = self.frame.left * self.half_width
        return self.center + aside, self.center - aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Trunk:
    """The body without its limbs.

    Attributes:
        hips: The middle between the hip joints.
        shoulders: The middle of the shoulder line.
        pelvis: Which way the pelvis points.
        chest: Which way the chest points.
        head: Which way the head points.
        slices: The trunk from seat to neck.
        neck: The neck's lower and upper end.
        skull: The middle of the skull.
    """

    hips: Vector
    shoulders: Vector
    pelvis: Frame
    chest: Frame
    head: Frame
    slices: tuple[Slice, ...]
    neck: tuple[Vector, Vector]
    skull: Vector


@dataclass(frozen=True, slots=True)
class TrunkWay:
    """The trunk at share *t* (0..1) of the way between two key poses.

    Attributes:
        base: The position the turns count from.
        start: The key pose at t = 0.
        end: The key pose at t = 1.
        t: 0..1.
    """

    base: Frame
    start: KeyPose
    end: KeyPose
    t: float


def trunk(way: TrunkWay, *, breath: float, build: Build) -> Trunk:
    """Return the trunk somewhere on the way between two key poses.

    Args:
        way: The key poses, and where between them.
        breath: How full the lungs are, 0..1.
        build: The body's measures.
    """
    base, start, end, t = way.base, way.start, way.end, way.t

    def part(before: Turn, after: Turn) -> Frame:
        return blended(base.turned(before), base.turned(after), t)

    pelvis = part(start.pelvis, end.pelvis)
    chest = part(start.chest, end.chest)
    head = part(start.head, end.head)
    hips = between(start.hips, end.hips, t)
    spine = swung(_spine_direction(base, start), _spine_direction(base, end), t)
    shoulders = hips + spine * SPINE
    curve = _SpineCurve(hips, pelvis, shoulders, chest)
    arch = mix(start.arch, end.arch, t)
    neck_top = shoulders + chest.up * NECK
    return Trunk(
        hips=hips,
        shoulders=shoulders,
        pelvis=pelvis,
        chest=chest,
        head=head,
        slices=tuple(
            _slice(curve, _built(measure, build), arch, breath) for measure in TRUNK
        ),
        neck=(
            shoulders + chest.up * _NECK_ROOT,
            neck_top + chest.up * _NECK_ROOT + head.up * _NECK_OVERLAP,
        ),
        skull=neck_top + head.up * HEAD,
    )


def _spine_direction(base: Frame, key: KeyPose) -> Vector:
    if key.spine is not None:
        return key.spine
    return (base.turned(key.pelvis).up + base.turned(key.chest).up).unit()


@dataclass(frozen=True, slots=True)
class _SpineCurve:
    """A cubic Hermite curve from the hips to the shoulders."""

    hips: Vector
    pelvis: Frame
    shoulders: Vector
    chest: Frame

    def point(self, height: float) -> Vector:
        """Return the place at *height*; straight on beyond the two ends."""
        if height < 0:
            return self.hips + self.pelvis.up * (height * SPINE)
        if height > 1:
            return self.shoulders + self.chest.up * ((height - 1) * SPINE)
        square, cube = height**2, height**3
        pull = SPINE * _FULLNESS
        return (
            self.hips * (2 * cube - 3 * square + 1)
            + self.pelvis.up * ((cube - 2 * square + height) * pull)
            + self.shoulders * (3 * square - 2 * cube)
            + self.chest.up * ((cube - square) * pull)
        )

    def frame(self, height: float) -> Frame:
        """Return which way the trunk points at *height*; it twists smoothly."""
        if height < 0:
            return self.pelvis
        if height > 1:
            return self.chest
        step = 0.01
        along = self.point(min(1, height + step)) - self.point(max(0, height - step))
        twisted = height * height * (3 - 2 * height)
        front = swung(self.pelvis.front, self.chest.front, twisted)
        return Frame.facing(along, front)


@dataclass(frozen=True, slots=True)
class _Measures:
    """A slice's measures for one build; the last is its offset to the front."""

    height: float
    half_width: float
    radius: float
    front: float


def _built(measure: TrunkSlice, build: Build) -> _Measures:
    """Return the measures of a slice for *build*; flesh grows to the front alone."""
    girth = build.around(measure.height)
    radius = measure.radius * girth.thick + girth.front / 2
    half_width = (measure.half_width + measure.radius) * girth.wide - radius
    return _Measures(measure.height, half_width, radius, radius - measure.radius)


def _slice(curve: _SpineCurve, measure: _Measures, arch: float, breath: float) -> Slice:
    """Place one slice; breath swells the ribs and lifts the belly a little."""
    height = measure.height
    frame = curve.frame(height)
    bulge = arch * _hill(height, 0.36, 0.22) + breath * 0.006 * _hill(height, 0.6, 0.25)
    swell = 1 + breath * 0.05 * _hill(height, 0.72, 0.22)
    center = curve.point(height) + frame.front * (bulge + measure.front)
    return Slice(height, center, frame, measure.half_width, measure.radius * swell)


def _hill(at: float, center: float, width: float) -> float:
    """Return a smooth hill: 1 at *center*, near 0 two widths away."""
    return math.exp(-(((at - center) / width) ** 2))
