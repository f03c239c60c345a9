"""Hip, knee, ankle and toes of one leg.

A leg is solved in one of two ways. While its foot has a place to be before
and after (planted or resting), the foot goes from the one to the other and
hip and knee follow: a planted foot does not slide. Otherwise the joint angles
go from the one to the other, which looks natural in the air.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from stretchbreak.figure.body import HIP_HALF_WIDTH, LENGTHS, Bone, Limb, Side
from stretchbreak.figure.bones import BonePose, bone_pose, two_bones
from stretchbreak.figure.frame import Frame
from stretchbreak.figure.key_pose import BentLeg, LegPose, PlantedLeg, RestingLeg
from stretchbreak.figure.look import Build
from stretchbreak.figure.vector import Vector, between, bump, clamp, mix, swung

Bones = Mapping[Limb, BonePose]

_Joints = tuple[Vector, Vector, Vector]
"""Hip, knee and ankle."""

_KNEECAP_ON_SHIN = 0.8
"""How much the shin's front leans to the thigh's direction behind a bent knee."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg in space.

    Attributes:
        thigh: The thigh.
        shin: The shin; it ends at the ankle.
        toes: Unit, from the ankle toward the toes.
    """

    thigh: BonePose
    shin: BonePose
    toes: Vector


@dataclass(frozen=True, slots=True)
class Pelvis:
    """Where the legs hang.

    Attributes:
        hips: The middle between the hip joints.
        frame: Which way the pelvis points.
        build: The measures of the body it belongs to.
    """

    hips: Vector
    frame: Frame
    build: Build

    def hip(self, side: Side) -> Vector:
        """Return the hip joint on *side*."""
        return self.hips + self.frame.left * (side.sign * HIP_HALF_WIDTH)


@dataclass(frozen=True, slots=True)
class LegKey:
    """A leg at a key pose, with the pelvis it hangs from there."""

    pelvis: Pelvis
    leg: LegPose


@dataclass(frozen=True, slots=True)
class LegWay:
    """A leg at share *t* (0..1) of the way between two key poses."""

    start: LegKey
    end: LegKey
    t: float


@dataclass(frozen=True, slots=True)
class _Directions:
    """Unit directions of a leg: thigh, shin, kneecap, toes."""

    thigh: Vector
    shin: Vector
    kneecap: Vector
    toes: Vector


def solve_leg(side: Side, pelvis: Pelvis, way: LegWay, others: Bones) -> Leg:
    """Return the leg on *side* somewhere on the way between two keys.

    Args:
        side: Which leg.
        pelvis: The pelvis now.
        way: The keys, and where between them.
        others: Bones solved already; a resting leg needs the one it lies on.
    """
    hip = pelvis.hip(side)
    t = way.t
    before, after = way.start.leg, way.end.leg
    if isinstance(before, BentLeg) or isinstance(after, BentLeg):
        angles = _mixed(
            _angles(side, way.start, others), _angles(side, way.end, others), t
        )
        point = _from_angles(pelvis.frame, side, angles)
        knee = hip + point.thigh * LENGTHS[Bone.THIGH]
        ankle = knee + point.shin * LENGTHS[Bone.SHIN]
        return _leg(pelvis, side, (hip, knee, ankle), point.kneecap, point.toes)
    target = between(_foot_place(before, others), _foot_place(after, others), t)
    if before != after:
        target = target + after.detour * bump(t)
    knee_toward = swung(before.knee_toward, after.knee_toward, t)
    knee, ankle = two_bones(hip, target, Bone.THIGH, Bone.SHIN, knee_toward)
    shin = (ankle - knee).unit()
    toes = swung(_toes(before, shin), _toes(after, shin), t)
    kneecap = _bend(hip, ankle, knee_toward)
    return _leg(pelvis, side, (hip, knee, ankle), kneecap, toes)


def _leg(
    pelvis: Pelvis, side: Side, joints: _Joints, kneecap: Vector, toes: Vector
) -> Leg:
    hip, knee, ankle = joints
    build = pelvis.build
    thigh_way = (knee - hip).unit()
    front = kneecap.across(thigh_way).unit()
    outer = _outer(side, thigh_way, front)
    shin_front = front + thigh_way * _KNEECAP_ON_SHIN
    return Leg(
        bone_pose(Limb(side, Bone.THIGH), (hip, knee), front, outer, build.thigh),
        bone_pose(Limb(side, Bone.SHIN), (knee, ankle), shin_front, outer, build.shin),
        toes,
    )


def _bend(hip: Vector, ankle: Vector, knee_toward: Vector) -> Vector:
    """Return which way the knee sticks out.

    Not *knee_toward* itself: that can fall in with the thigh, and the kneecap
    would flip from one side to the other.
    """
    return knee_toward.across((ankle - hip).unit()).unit()


def _foot_place(leg: PlantedLeg | RestingLeg, others: Bones) -> Vector:
    """Return where the ankle is meant to be."""
    match leg:
        case PlantedLeg():
            return leg.ankle
        case RestingLeg():
            bone = others[leg.limb]
            off = bone.radius(leg.along) + leg.gap
            return bone.point(leg.along) + bone.outward(leg.angle) * off
        case unreachable:
            assert_never(unreachable)


def _toes(leg: PlantedLeg | RestingLeg, shin: Vector) -> Vector:
    """Return where the toes point; a resting foot keeps square to its shin."""
    match leg:
        case PlantedLeg():
            return leg.toes_toward
        case RestingLeg():
            angle = math.radians(leg.point)
            square = leg.toes_toward.across(shin).unit()
            return square * math.cos(angle) + shin * math.sin(angle)
        case unreachable:
            assert_never(unreachable)


def _from_angles(frame: Frame, side: Side, leg: BentLeg) -> _Directions:
    """Return where a leg points that hangs from *frame* with these joint angles."""
    outside = frame.left * side.sign
    straight = _turned(-frame.up, frame.front, leg.hip)
    kneecap = _turned(frame.front, frame.up, leg.hip)
    thigh = _turned(straight, outside, leg.out)
    level = _turned(outside, -straight, leg.out)
    kneecap = _turned(kneecap, level, leg.turn)
    shin = _turned(thigh, -kneecap, leg.knee)
    instep = _turned(kneecap, thigh, leg.knee)
    toes = _turned(instep, shin, leg.point)
    outer = _outer(side, thigh, kneecap)
    return _Directions(thigh, shin, kneecap, _turned(toes, outer, leg.toes_out))


def _outer(side: Side, thigh: Vector, kneecap: Vector) -> Vector:
    """Return the unit direction out of the leg's outer side."""
    return thigh.cross(kneecap) * -side.sign


def _turned(direction: Vector, toward: Vector, degrees: float) -> Vector:
    """Turn a unit direction toward another one square to it."""
    angle = math.radians(degrees)
    return direction * math.cos(angle) + toward * math.sin(angle)


def _angles(side: Side, key: LegKey, others: Bones) -> BentLeg:
    """Return the joint angles of a leg at its key pose."""
    leg = key.leg
    if isinstance(leg, BentLeg):
        return leg
    hip = key.pelvis.hip(side)
    target = _foot_place(leg, others)
    knee, ankle = two_bones(hip, target, Bone.THIGH, Bone.SHIN, leg.knee_toward)
    thigh, shin = (knee - hip).unit(), (ankle - knee).unit()
    kneecap = _bend(hip, ankle, leg.knee_toward).across(thigh).unit()
    way = _Directions(thigh, shin, kneecap, _toes(leg, shin))
    return _to_angles(key.pelvis.frame, side, way)


def _to_angles(frame: Frame, side: Side, way: _Directions) -> BentLeg:
    """Return the joint angles of a leg that points this way; undoes `_from_angles`."""
    outside = frame.left * side.sign
    hip = math.degrees(math.atan2(way.thigh.dot(frame.front), -way.thigh.dot(frame.up)))
    out = math.degrees(math.asin(clamp(way.thigh.dot(outside), -1)))
    unturned = _turned(frame.front, frame.up, hip)
    level = outside.across(way.thigh).unit()
    turn = math.atan2(way.kneecap.dot(level), way.kneecap.dot(unturned))
    knee = math.degrees(math.acos(clamp(way.thigh.dot(way.shin), -1)))
    instep = _turned(way.kneecap, way.thigh, knee)
    point = math.atan2(way.toes.dot(way.shin), way.toes.dot(instep))
    toes_out = math.asin(clamp(way.toes.dot(_outer(side, way.thigh, way.kneecap)), -1))
    return BentLeg(
        hip=hip,
        out=out,
        turn=math.degrees(turn),
        knee=knee,
        point=math.degrees(point),
        toes_out=math.degrees(toes_out),
    )


def _mixed(start: BentLeg, end: BentLeg, t: float) -> BentLeg:
    return BentLeg(
        hip=mix(start.hip, end.hip, t),
        out=mix(start.out, end.out, t),
        turn=mix(start.turn, end.turn, t),
        knee=mix(start.knee, end.knee, t),
        point=mix(start.point, end.point, t),
        toes_out=mix(start.toes_out, end.toes_out, t),
    )
