"""Where every joint is at one instant.

The order of work is the order of dependence: trunk, the leg that rests on
nothing, the other leg, arms.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbreak.figure.arms import Arm, ArmWay, solve_arm
from stretchbreak.figure.body import FOOT, SHOE_EXTRA, Limb, Side
from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.key_pose import Brightness, KeyPose, RestingLeg
from stretchbreak.figure.legs import Leg, LegKey, LegWay, Pelvis, solve_leg
from stretchbreak.figure.look import AVERAGE, Build
from stretchbreak.figure.marks import Joint
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.trunk import Trunk, TrunkWay, trunk
from stretchbreak.figure.vector import Vector, mix


@dataclass(frozen=True, slots=True)
class Ball:
    """A ball in space; bodies are drawn round chains of these."""

    center: Vector
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """The whole body in space at one instant.

    Attributes:
        trunk: Pelvis to head.
        legs: Both legs.
        arms: Both arms.
        feet: Per side, the balls of the foot by their name in `body.FOOT`.
        brightness: How brightly the legs are drawn.
    """

    trunk: Trunk
    legs: Mapping[Side, Leg]
    arms: Mapping[Side, Arm]
    feet: Mapping[Side, Mapping[str, Ball]]
    brightness: Brightness

    def bones(self) -> dict[Limb, BonePose]:
        """Return every limb bone."""
        found = [bone for leg in self.legs.values() for bone in (leg.thigh, leg.shin)]
        for arm in self.arms.values():
            found += [arm.upper, arm.forearm]
        return {bone.limb: bone for bone in found}

    def joint(self, joint: Joint, outward: float = 0.0) -> Vector:
        """Return the place *outward* of *joint*, on from the bone that ends there."""
        trunk = self.trunk
        ends = {
            Joint.HEAD: (trunk.neck[0], trunk.skull),
            Joint.CHEST: (trunk.hips, trunk.shoulders),
            Joint.HIPS: (trunk.shoulders, trunk.hips),
        }
        for side in Side:
            leg, arm = self.legs[side], self.arms[side]
            toes = leg.shin.end + leg.toes * FOOT["inner_tip"].toes
            ends |= {
                Joint(f"{side}_shoulder"): (trunk.shoulders, arm.upper.start),
                Joint(f"{side}_wrist"): (arm.forearm.start, arm.forearm.end),
                Joint(f"{side}_knee"): (leg.thigh.start, leg.thigh.end),
                Joint(f"{side}_ankle"): (leg.shin.start, leg.shin.end),
                Joint(f"{side}_toes"): (leg.shin.end, toes),
            }
        start, end = ends[joint]
        return end + (end - start).unit() * outward


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant between two neighbouring key poses.

    Attributes:
        before: The index of the earlier key pose.
        after: The index of the later one; in a loop it can be the first.
        t: The share of the way, 0..1, after easing.
        is_last: Whether this is the way to the last key pose (never in a loop).
    """

    before: int
    after: int
    t: float
    is_last: bool


def moment(sequence: PoseSequence, at: float) -> Moment:
    """Return the instant at share *at* of the whole sequence.

    The body comes to rest at every inner key pose that it does not just pass.
    At the two ends the way starts and stops at full speed: whoever moves *at*
    eases there.

    Raises:
        ValueError: *at* is not within 0..1.
    """
    if not 0 <= at <= 1:
        raise ValueError(f"at: expected 0 to 1, found {at}")
    ways = sequence.ways
    before = min(int(at * ways), ways - 1)
    after = (before + 1) % len(sequence.keys)
    is_first = not sequence.loops and before == 0
    is_last = not sequence.loops and before == ways - 1
    t = _eased(
        at * ways - before,
        1.0 if is_first or sequence.keys[before].passing else 0.0,
        1.0 if is_last or sequence.keys[after].passing else 0.0,
    )
    return Moment(before, after, t, is_last)


def _eased(t: float, speed_before: float, speed_after: float) -> float:
    """Return the cubic from 0 to 1 with these speeds at its ends (Hermite)."""
    return (
        (t**3 - 2 * t**2 + t) * speed_before
        + (3 * t**2 - 2 * t**3)
        + (t**3 - t**2) * speed_after
    )


def skeleton(
    sequence: PoseSequence, at: float, *, breath: float = 0.0, build: Build = AVERAGE
) -> Skeleton:
    """Return the body at share *at* (0..1) of *sequence*.

    Raises:
        ValueError: *at* is not within 0..1.
    """
    now = moment(sequence, at)
    start, end = sequence.keys[now.before], sequence.keys[now.after]
    between_keys = TrunkWay(sequence.base.frame, start, end, now.t)
    body = trunk(between_keys, breath=breath, build=build)
    bones: dict[Limb, BonePose] = {}
    legs: dict[Side, Leg] = {}
    for side in _leg_order(start, end):
        way = LegWay(
            _leg_key(sequence, start, side, build),
            _leg_key(sequence, end, side, build),
            now.t,
        )
        leg = solve_leg(side, Pelvis(body.hips, body.pelvis, build), way, bones)
        legs[side] = leg
        bones |= {leg.thigh.limb: leg.thigh, leg.shin.limb: leg.shin}
    arms = {
        side: solve_arm(
            side, body, ArmWay(start.arm(side), end.arm(side), now.t), bones, build
        )
        for side in Side
    }
    return Skeleton(
        trunk=body,
        legs=legs,
        arms=arms,
        feet={side: _foot(legs[side], shoes=sequence.shoes) for side in Side},
        brightness=Brightness(
            left=mix(start.brightness.left, end.brightness.left, now.t),
            right=mix(start.brightness.right, end.brightness.right, now.t),
            pelvis=mix(start.brightness.pelvis, end.brightness.pelvis, now.t),
        ),
    )


def _leg_order(start: KeyPose, end: KeyPose) -> tuple[Side, Side]:
    """Return the sides so that a leg comes after the one it rests on."""
    if any(isinstance(key.left_leg, RestingLeg) for key in (start, end)):
        return Side.RIGHT, Side.LEFT
    return Side.LEFT, Side.RIGHT


def _leg_key(sequence: PoseSequence, key: KeyPose, side: Side, build: Build) -> LegKey:
    frame = sequence.base.frame.turned(key.pelvis)
    return LegKey(Pelvis(key.hips, frame, build), key.leg(side))


def _foot(leg: Leg, *, shoes: bool) -> dict[str, Ball]:
    """Return the balls of a foot: square to the toes, its top toward the shin."""
    top = (-leg.shin.axis).across(leg.toes).unit()
    aside = leg.toes.cross(top)
    if aside.dot(leg.shin.outer) < 0:
        aside = -aside
    extra = SHOE_EXTRA if shoes else 0.0
    return {
        name: Ball(
            leg.shin.end + leg.toes * ball.toes + top * ball.up + aside * ball.outer,
            ball.radius + extra,
        )
        for name, ball in FOOT.items()
    }
