"""Turns one `[[key]]` table of a pose file into a key pose."""

from stretchbreak.figure.body import Side
from stretchbreak.figure.frame import Turn
from stretchbreak.figure.key_pose import (
    ArmPose,
    BentLeg,
    Brightness,
    HoldingArm,
    KeyPose,
    LegPose,
    PlantedLeg,
    ReachingArm,
    RestingLeg,
)
from stretchbreak.figure.table import Table
from stretchbreak.figure.vector import UP


def key_pose(table: Table, brightness: Brightness) -> KeyPose:
    """Return the key pose *table* describes; *brightness* unless it says its own.

    Raises:
        ValueError: A value is missing, unknown or of the wrong kind.
    """
    own = table.optional_table("brightness")
    pose = KeyPose(
        hips=table.vector("hips"),
        pelvis=_turn(table, "pelvis"),
        chest=_turn(table, "chest"),
        head=_turn(table, "head"),
        spine=table.optional_direction("spine"),
        arch=table.number("arch", 0.0),
        left_leg=_leg(table, Side.LEFT),
        right_leg=_leg(table, Side.RIGHT),
        left_arm=_arm(table.table("left_arm")),
        right_arm=_arm(table.table("right_arm")),
        brightness=brightness_of(own) if own else brightness,
        passing=table.flag("passing", default=False),
    )
    table.finish()
    if isinstance(pose.left_leg, RestingLeg) and isinstance(pose.right_leg, RestingLeg):
        table.fail("right_leg", "a leg that does not rest on the other: that one does")
    return pose


def brightness_of(table: Table) -> Brightness:
    """Return how brightly the legs are drawn.

    Raises:
        ValueError: A value is unknown or not a share.
    """
    brightness = Brightness(
        left=table.share("left", 1.0),
        right=table.share("right", 1.0),
        pelvis=table.share("pelvis", 1.0),
    )
    table.finish()
    return brightness


def _turn(key: Table, name: str) -> Turn:
    table = key.optional_table(name)
    if table is None:
        return Turn()
    turn = Turn(
        pitch=table.number("pitch", 0.0),
        side=table.number("side", 0.0),
        roll=table.number("roll", 0.0),
    )
    table.finish()
    return turn


def _leg(key: Table, side: Side) -> LegPose:
    leg: LegPose
    table = key.table(f"{side}_leg")
    if "limb" in table:
        leg = RestingLeg(
            limb=table.leg_limb("limb"),
            along=table.share("along"),
            angle=table.number("angle"),
            gap=table.number("gap"),
            knee_toward=table.direction("knee_toward"),
            toes_toward=table.direction("toes_toward"),
            point=table.number("point", 0.0),
            detour=table.offset("detour"),
        )
        if leg.limb.side is side:
            table.fail("limb", "a limb of the other leg")
    elif "ankle" in table:
        leg = PlantedLeg(
            ankle=table.vector("ankle"),
            knee_toward=table.direction("knee_toward"),
            toes_toward=table.direction("toes_toward"),
            detour=table.offset("detour"),
        )
    elif "hip" in table:
        leg = BentLeg(
            hip=table.number("hip"),
            out=table.number("out", 0.0),
            turn=table.number("turn", 0.0),
            knee=table.number("knee", 0.0),
            point=table.number("point", 0.0),
            toes_out=table.number("toes_out", 0.0),
        )
    else:
        table.fail("hip", "hip (angles), ankle (planted foot) or limb (resting on it)")
    table.finish()
    return leg


def _arm(table: Table) -> ArmPose:
    arm: ArmPose
    if "limb" in table:
        wraps = int(table.number("wraps"))
        if wraps not in (-1, 1):
            table.fail("wraps", "1 or -1")
        arm = HoldingArm(
            limb=table.leg_limb("limb"),
            along=table.share("along"),
            angle=table.number("angle"),
            wraps=wraps,
            elbow_toward=table.direction("elbow_toward"),
            tilt=table.number("tilt", 0.0),
            shoulder=table.offset("shoulder"),
            detour=table.offset("detour"),
        )
    elif "wrist" in table:
        palm = table.optional_direction("palm_toward")
        arm = ReachingArm(
            wrist=table.vector("wrist"),
            elbow_toward=table.direction("elbow_toward"),
            fingers_toward=table.optional_direction("fingers_toward"),
            palm_toward=palm or -UP,
            curl=table.share("curl", 0.12),
            shoulder=table.offset("shoulder"),
            detour=table.offset("detour"),
        )
    else:
        table.fail("wrist", "wrist (a free hand) or limb (a limb held)")
    table.finish()
    return arm
