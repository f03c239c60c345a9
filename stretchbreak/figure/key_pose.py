"""One key pose: what the body does at one instant, as the files say it.

Legs and arms can each be given in the way that is easiest to say: by the
angles of the joints, by where a foot stands, by what a hand holds. The
skeleton works out the rest.
"""

from dataclasses import dataclass

from stretchbreak.figure.body import Limb, Side
from stretchbreak.figure.frame import Turn
from stretchbreak.figure.vector import NOWHERE, Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class BentLeg:
    """A leg given by the angles of its joints, in degrees.

    Attributes:
        hip: 0 in line with the trunk, 90 thigh straight out to the front.
        out: + away from the other leg.
        turn: + turns the kneecap outward.
        knee: 0 straight.
        point: 0 foot square to the shin, + toes pointed.
        toes_out: + toes turned away from the other foot.
    """

    hip: float
    out: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    point: float = 0.0
    toes_out: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedLeg:
    """A leg given by where its foot stands; hip and knee follow.

    Attributes:
        ankle: Where the ankle is.
        knee_toward: Roughly which way the knee points.
        toes_toward: Which way the toes point.
        detour: By how much the ankle swings out on its way here.
    """

    ankle: Vector
    knee_toward: Vector
    toes_toward: Vector
    detour: Vector = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingLeg:
    """A leg whose ankle lies on another limb, as in a figure-four.

    Attributes:
        limb: The limb it lies on.
        along: Where on that limb, as a share of its length.
        angle: Where round that limb: 0 outer side, 90 front, 180 inner side.
        gap: From that limb's skin to the middle of the ankle.
        knee_toward: Roughly which way the knee points.
        toes_toward: Roughly which way the toes point.
        point: 0 foot square to the shin, + toes pointed.
        detour: By how much the ankle swings out on its way here.
    """

    limb: Limb
    along: float
    angle: float
    gap: float
    knee_toward: Vector
    toes_toward: Vector
    point: float = 0.0
    detour: Vector = NOWHERE


LegPose = BentLeg | PlantedLeg | RestingLeg


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachingArm:
    """An arm given by where its wrist is.

    Attributes:
        wrist: Where the wrist is.
        elbow_toward: Roughly which way the elbow points.
        fingers_toward: Which way the fingers point; None: on from the forearm.
        palm_toward: Which way the palm faces.
        curl: 0 flat hand, 1 fist.
        shoulder: By how much the shoulder gives way.
        detour: By how much the wrist swings out on its way here.
    """

    wrist: Vector
    elbow_toward: Vector
    fingers_toward: Vector | None
    palm_toward: Vector
    curl: float
    shoulder: Vector = NOWHERE
    detour: Vector = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingArm:
    """An arm whose hand is wrapped round a limb.

    Attributes:
        limb: The limb it holds.
        along: Where on that limb the palm lies, as a share of its length.
        angle: Where round that limb the palm lies: 0 outer side, 90 front.
        wraps: +1 if the fingers go on toward growing angles, -1 otherwise.
        tilt: Degrees by which the fingers turn toward the limb's far end.
        elbow_toward: Roughly which way the elbow points.
        shoulder: By how much the shoulder gives way.
        detour: By how much the wrist swings out on its way here.
    """

    limb: Limb
    along: float
    angle: float
    wraps: int
    elbow_toward: Vector
    tilt: float = 0.0
    shoulder: Vector = NOWHERE
    detour: Vector = NOWHERE


ArmPose = ReachingArm | HoldingArm


@dataclass(frozen=True, slots=True, kw_only=True)
class Brightness:
    """How brightly the trousers are drawn: 1 the working leg, 0 the other.

    Legs in one colour cannot be told apart where they cross.
    """

    left: float = 1.0
    right: float = 1.0
    pelvis: float = 1.0

    def of(self, side: Side) -> float:
        """Return the brightness of the leg on *side*."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPose:
    """The whole body at one instant.

    Attributes:
        hips: The middle between the hip joints.
        pelvis: How the pelvis is turned from the base position.
        chest: How the chest is turned from the base position.
        head: How the head is turned from the base position.
        spine: Direction from hips to shoulders; None: halfway between the
            long axes of pelvis and chest.
        arch: By how much the lower back bulges to the front (+: hollow back).
        legs: The left and the right leg.
        arms: The left and the right arm.
        brightness: How brightly the legs are drawn.
        passing: Whether the body goes through it without coming to rest.
    """

    hips: Vector
    pelvis: Turn
    chest: Turn
    head: Turn
    spine: Vector | None
    arch: float
    left_leg: LegPose
    right_leg: LegPose
    left_arm: ArmPose
    right_arm: ArmPose
    brightness: Brightness
    passing: bool

    def leg(self, side: Side) -> LegPose:
        """Return the leg on *side*."""
        return self.left_leg if side is Side.LEFT else self.right_leg

    def arm(self, side: Side) -> ArmPose:
        """Return the arm on *side*."""
        return self.left_arm if side is Side.LEFT else self.right_arm
