"""Legs and arms cut into parts, with trouser legs and sleeves."""

from collections.abc import Sequence

from stretchbreak.figure.body import SLEEVE_END, SLEEVE_EXTRA, TROUSER_END, Side, stops
from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.parts import Part, arm_distance, leg_distance
from stretchbreak.figure.shapes import Circle, Ink, Role
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.vector import clamp, mix


def limb_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    """Return leg and arm on *side*, without foot and hand."""
    return [*_leg_parts(body, side, camera), *_arm_parts(body, side, camera)]


def _leg_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    leg = body.legs[side]
    faded = leg_distance(side, camera)
    trousers = Ink(Role.LEG, faded=faded, dimmed=1 - body.brightness.of(side))
    shin_stops = stops(0, TROUSER_END)
    return [
        Part(
            name=str(leg.thigh.limb),
            circles=_along(leg.thigh, camera),
            ink=trousers,
            rim=tuple(_rising(t, 0.2, 0.5) * _rising(1 - t, 0, 0.2) for t in stops()),
            shade=tuple(_rising(t, 0, 0.4) for t in stops()),
        ),
        Part(
            name=str(leg.shin.limb),
            circles=_along(leg.shin, camera, shin_stops),
            ink=trousers,
            opening=_opening(leg.shin, camera),
            rim=tuple(_rising(t, 0.08, 0.3) for t in stops()),
            after=(f"{side}_foot",),
        ),
    ]


def _arm_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    arm = body.arms[side]
    far = arm_distance(body, side, camera)
    upper = str(arm.upper.limb)
    return [
        Part(
            name=upper,
            circles=_along(arm.upper, camera),
            ink=Ink(Role.SKIN, faded=far * 0.8),
            rim=tuple(_rising(t, 0.3, 0.6) * _rising(1 - t, 0, 0.2) for t in stops()),
        ),
        Part(
            name=f"{side}_sleeve",
            circles=_sleeve(arm.upper, camera),
            opening=_opening(arm.upper, camera),
            ink=Ink(Role.SHIRT, faded=far),
            rim=tuple(_rising(t, 0.25, 0.6) for t in stops()),
            after=(upper,),
        ),
        Part(
            name=str(arm.forearm.limb),
            circles=_along(arm.forearm, camera),
            ink=Ink(Role.SKIN, faded=far * 0.8),
            rim=tuple(_rising(t, 0.08, 0.3) for t in stops()),
        ),
    ]


def _along(
    bone: BonePose, camera: Camera, shares: Sequence[float] = stops()
) -> tuple[Circle, ...]:
    return tuple(camera.circle(bone.point(t), bone.radius(t)) for t in shares)


def _sleeve(upper: BonePose, camera: Camera) -> tuple[Circle, ...]:
    """Return the sleeve, which stands off the arm the more the farther down."""
    tight, wide = SLEEVE_EXTRA
    return tuple(
        camera.circle(
            upper.point(t), upper.radius(t) + mix(tight, wide, t / SLEEVE_END)
        )
        for t in stops(0, SLEEVE_END)
    )


def _opening(bone: BonePose, camera: Camera) -> float:
    """Return how high the end of a sleeve or trouser leg looks, by its width."""
    return abs(camera.toward(bone.axis))


def _rising(t: float, start: float, end: float) -> float:
    """Return 0 up to *start*, 1 from *end* on, straight between."""
    return clamp((t - start) / (end - start))
