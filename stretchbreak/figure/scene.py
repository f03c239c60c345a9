"""The picture of a stretch at one instant: flat shapes in drawing order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.arrows import ArrowOutlines, arrow_outlines
from stretchbreak.figure.body import Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.feet import foot_marks, foot_part
from stretchbreak.figure.footprints import (
    Footprint,
    footprints,
    print_reach,
    print_shapes,
)
from stretchbreak.figure.ground import mat_shapes
from stretchbreak.figure.hand_parts import finger_lines, hand_parts
from stretchbreak.figure.head import head_part
from stretchbreak.figure.inking import Seam, inked, seams
from stretchbreak.figure.inset import Magnifier, inset_shapes, magnifier
from stretchbreak.figure.limb_parts import limb_parts
from stretchbreak.figure.look import LOOKS, Look
from stretchbreak.figure.order import box_of, drawing_order
from stretchbreak.figure.outline import hull
from stretchbreak.figure.parts import Part
from stretchbreak.figure.pose import Base, PoseSequence
from stretchbreak.figure.props import chair_shapes, desk_shapes
from stretchbreak.figure.puff import puff_outlines
from stretchbreak.figure.shadows import lying_shadow, standing_shadow
from stretchbreak.figure.shapes import Bounds, Circle, Ink, Outline, Role, Shape
from stretchbreak.figure.skeleton import Moment, Skeleton, moment, skeleton
from stretchbreak.figure.spots import Feeling, spot_shapes
from stretchbreak.figure.trunk_parts import trunk_parts
from stretchbreak.figure.vector import clamp

_HALO_OPACITY = 0.85
_ARROW_FADES = (0.55, 0.9)
"""On its way, an arrow goes out between these shares of it."""

_ARROW_COMES = (0.8, 1.0)
"""In a loop, the next arrow comes up between these shares of the way before it."""

_SPOT_COMES = (0.5, 1.0)
"""On the last way, the spot comes up between these shares of it."""

_MARGIN = 0.02
"""Room round everything, so that no outline touches the edge."""

_FRAMES_MEASURED = 3
"""So many frames of every way between two key poses make the bounds.

With eight times as many they are wider by less than a thousandth; the margin is
thirty times that, and each frame measured keeps the window waiting.
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Attributes:
        shapes: What to fill, in drawing order.
        bounds: The box round every frame of the whole sequence: with one fit
            for all of them, the picture does not jump while it moves.
    """

    shapes: tuple[Shape, ...]
    bounds: Bounds


def scene(
    sequence: PoseSequence,
    *,
    at: float,
    breath: float = 0.0,
    mirrored: bool = False,
    look: FigureLook = FigureLook.MIA,
) -> Scene:
    """Return the picture of *sequence* at one instant.

    Args:
        sequence: What is shown.
        at: 0 the first key pose, 1 the last; in a loop one whole round.
        breath: How full the lungs are, 0..1.
        mirrored: Whether to show the mirror image, for the other side of the
            body. The light still comes from the same side.
        look: Who shows it.

    Raises:
        ValueError: *at* is not within 0..1.
    """
    who = LOOKS[look]
    stage = _stage(sequence, who, mirrored=mirrored)
    camera = stage.camera
    body = skeleton(sequence, at, breath=breath, build=who.build)
    now = moment(sequence, at)
    strength = _risen(now.t, _SPOT_COMES) if now.is_last else 0.0
    parts = _parts(sequence, body, camera, who)
    order, joins = drawing_order(parts), seams(body)
    extras = _extras(sequence, body, camera)
    if strength > 0 and sequence.spots and not stage.inset:
        feeling = Feeling(strength=strength, breath=breath)
        felt = [part for part in order if part.name in _felt(sequence)]
        spot = spot_shapes(sequence.spots, felt, body, camera, feeling)
        extras.setdefault(_last_of(felt, order, joins), []).extend(spot)
    inset: list[Shape] = []
    if stage.inset:
        still = skeleton(sequence, at, build=who.build) if breath else body
        inset = inset_shapes(stage.inset, still, strength)
    shapes = [
        *stage.floor,
        *print_shapes(stage.prints, sequence.stride, at, camera),
        *_shadows(sequence, body, camera),
        *stage.furniture,
        *inked(order, joins, extras),
        *inset,
        *_arrow_shapes(sequence, stage.arrows, now),
    ]
    return Scene(tuple(shapes), stage.bounds)


def staged(
    sequence: PoseSequence, *, mirrored: bool, look: FigureLook
) -> Iterator[None]:
    """Set the stage for *sequence* piece by piece.

    The first `scene` of a sequence does so all at once; who cannot wait for that
    goes on with this from time to time, before. The stage is kept.
    """
    who = LOOKS[look]
    for at in _instants_measured(sequence):
        _reach(sequence, who, at)
        yield
    for side in sorted({False, mirrored}):
        _stage(sequence, who, mirrored=side)
        yield


def _parts(
    sequence: PoseSequence, body: Skeleton, camera: Camera, look: Look
) -> list[Part]:
    parts = trunk_parts(body, camera)
    for side in Side:
        parts += limb_parts(body, side, camera)
        parts += hand_parts(body, side, camera)
        parts.append(foot_part(body, side, camera, shoes=sequence.shoes))
    eyes_open = sequence.base is Base.UPRIGHT
    return [*parts, head_part(body, camera, look, eyes_open=eyes_open)]


def _felt(sequence: PoseSequence) -> set[str]:
    """Return the names of the parts on which the stretch is felt."""
    return {str(spot.part) for spot in sequence.spots}


def _last_of(felt: list[Part], order: list[Part], joins: list[Seam]) -> str:
    """Return the part after which a spot on the *felt* parts is drawn.

    A part drawn later that joins one of them paints over the seam, and would
    paint over the spot there.
    """
    names = {part.name for part in felt}
    meeting = {name for join in joins if names & set(join.parts) for name in join.parts}
    return [part.name for part in order if part.name in names | meeting][-1]


def _extras(
    sequence: PoseSequence, body: Skeleton, camera: Camera
) -> dict[str, list[Shape]]:
    """Return what is drawn on single parts: lines of hands and feet, soles."""
    extras: dict[str, list[Shape]] = {}
    for side in Side:
        extras |= finger_lines(body, side, camera)
        marks = foot_marks(body, side, camera, shoes=sequence.shoes)
        extras[f"{side}_foot"] = marks
    return extras


def _shadows(sequence: PoseSequence, body: Skeleton, camera: Camera) -> list[Shape]:
    if sequence.mat:
        return lying_shadow(body, camera)
    return standing_shadow(body, sequence.chair, sequence.desk, camera)


def _arrow_shapes(
    sequence: PoseSequence, arrows: tuple[ArrowOutlines, ...], now: Moment
) -> list[Shape]:
    """Return the arrows of the way the body is on, or else of the next that has any.

    In a loop the next ones have to wait: while a knee comes down, an arrow that
    points up would mislead. The way of a walk goes on and on.
    """
    gone = 1 - _risen(now.t, _ARROW_FADES)
    if sequence.stride:
        shown = dict.fromkeys((arrow.way for arrow in arrows), 1.0)
    elif sequence.loops:
        shown = {now.before: gone, now.after: _risen(now.t, _ARROW_COMES)}
    else:
        ahead = min((a.way for a in arrows if a.way >= now.before), default=now.before)
        shown = {ahead: gone if ahead == now.before else 1.0}

    def opacity_of(arrow: ArrowOutlines) -> float:
        if arrow.lasts and arrow.way == now.before:
            return 1.0
        return shown.get(arrow.way, 0.0)

    return [
        shape
        for arrow in arrows
        if (opacity := opacity_of(arrow)) > 0
        for shape in (
            Shape(arrow.halo, Ink(Role.HALO, opacity=opacity * _HALO_OPACITY)),
            Shape(arrow.body, Ink(Role.ARROW, opacity=opacity), nested=True),
        )
    ]


def _risen(t: float, between: tuple[float, float]) -> float:
    return clamp((t - between[0]) / (between[1] - between[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    """What stays the same in every frame of a sequence."""

    camera: Camera
    floor: tuple[Shape, ...]
    prints: tuple[Footprint, ...]
    furniture: tuple[Shape, ...]
    arrows: tuple[ArrowOutlines, ...]
    inset: Magnifier | None
    bounds: Bounds


@lru_cache(maxsize=32)
def _stage(sequence: PoseSequence, look: Look, *, mirrored: bool) -> _Stage:
    """Return what every frame of *sequence* shares.

    It is kept: measuring the bounds takes as long as many frames.
    """
    camera = Camera.looking(sequence.view, mirrored=mirrored)
    floor = mat_shapes(sequence.mat, camera) if sequence.mat else []
    furniture = chair_shapes(sequence.chair, camera) if sequence.chair else []
    if sequence.desk:
        furniture += desk_shapes(sequence.desk, camera)
    arrows = [arrow_outlines(arrow, sequence, camera) for arrow in sequence.arrows]
    prints = footprints(sequence) if sequence.stride else ()
    if sequence.breath_out:
        arrows.append(puff_outlines(sequence.breath_out, sequence, camera))
    inset = magnifier(sequence.inset, sequence, camera) if sequence.inset else None
    if inset:
        arrows += inset.arrows
    if mirrored:
        bounds = _stage(sequence, look, mirrored=False).bounds.mirrored()
    else:
        still = [shape.outlines for shape in (*floor, *furniture)]
        still += [arrow.halo for arrow in arrows]
        round_still = print_reach(prints, camera) + ([inset.edge] if inset else [])
        still += [(hull([circle]),) for circle in round_still]
        bounds = _bounds(sequence, still, look)
    return _Stage(
        camera=camera,
        floor=tuple(floor),
        prints=prints,
        furniture=tuple(furniture),
        arrows=tuple(arrows),
        inset=inset,
        bounds=bounds,
    )


def _bounds(
    sequence: PoseSequence, still: Iterable[Iterable[Outline]], look: Look
) -> Bounds:
    """Return the box round all that moves and all that stands *still*."""
    circles = [
        Circle(arc.x, arc.y, arc.radius, 0.0)
        for outlines in still
        for outline in outlines
        for arc in outline
    ]
    boxes = [_reach(sequence, look, at) for at in _instants_measured(sequence)]
    if circles:
        boxes.append(box_of(circles))
    return Bounds(
        min(box.left for box in boxes) - _MARGIN,
        min(box.top for box in boxes) - _MARGIN,
        max(box.right for box in boxes) + _MARGIN,
        max(box.bottom for box in boxes) + _MARGIN,
    )


def _instants_measured(sequence: PoseSequence) -> list[float]:
    frames = _FRAMES_MEASURED * len(sequence.keys)
    return [i / frames for i in range(frames + 1)]


@lru_cache(maxsize=256)
def _reach(sequence: PoseSequence, look: Look, at: float) -> Bounds:
    """Return the box round the body at one instant, not mirrored."""
    camera = Camera.looking(sequence.view, mirrored=False)
    body = skeleton(sequence, at, build=look.build)
    parts = _parts(sequence, body, camera, look)
    return box_of([circle for part in parts for circle in part.circles])
