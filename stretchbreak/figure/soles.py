"""The soles of the shoes."""

from stretchbreak.figure.body import Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape
from stretchbreak.figure.skeleton import Ball, Skeleton

_THICKNESS = 0.0062
"""Radius of the balls the sole is made of."""

_FACES = 0.12
"""A sole that faces the viewer more than this is drawn as a whole."""

_EDGES = (("heel", "outer_ball", "outer_tip"), ("heel", "inner_ball", "inner_tip"))


def sole_shapes(body: Skeleton, side: Side, camera: Camera) -> list[Shape]:
    """Return the sole of the shoe on *side*: its nearer edge, or all of it."""
    leg, foot = body.legs[side], body.feet[side]
    top = (-leg.shin.axis).across(leg.toes).unit()

    def under(name: str) -> Circle:
        ball: Ball = foot[name]
        down = top * (ball.radius - _THICKNESS + 0.0007)
        return camera.circle(ball.center - down, _THICKNESS)

    nearer = min(_EDGES, key=lambda edge: under(edge[1]).depth)
    ink = Ink(Role.SOLE)
    shapes = [Shape(chain([under(name) for name in nearer]), ink)]
    if camera.toward(-top) > _FACES:
        whole = [[under(name) for name in foot if name in {*_EDGES[0], *_EDGES[1]}]]
        shapes.append(Shape(hulls(whole), ink))
    return shapes
