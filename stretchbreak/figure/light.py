"""Where the light comes from, and how wide the dark rim is."""

from stretchbreak.figure.shapes import Circle

RIM = 0.0036
"""Width of the dark outline round every part."""

LIT = 0.20
"""By how much the lit area is smaller than the part; the rest is in shade."""

_ACROSS, _DOWN = -0.35, -0.94
"""Unit direction to the light on the picture: up and a little to the left."""


def lit(circle: Circle, share: float = LIT) -> Circle:
    """Return the lit part of *circle*: smaller, and moved toward the light.

    It touches the circle's edge from inside, so it needs no clipping.
    """
    x, y, radius, depth = circle
    off = radius * share
    return Circle(x + _ACROSS * off, y + _DOWN * off, radius * (1 - share), depth)
