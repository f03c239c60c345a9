"""For how long nobody has touched the keyboard or the mouse.

The order of trial is the order below. A new source is one file beside this
one and one line here.
"""

from stretchbreak.platforms.idle import none, x11
from stretchbreak.platforms.ways import Way, first_that_works
from stretchbreak.runtime.ports import IdleSource, Tried

_WAYS: tuple[Way[IdleSource], ...] = (
    Way("x11", "the X server counts, and says at once when input returns", x11.start),
)


def pick() -> tuple[IdleSource, tuple[Tried, ...]]:
    """Return the best idle source of this desktop, and how each one went.

    There always is one: where nothing works, the source `none` stands in.
    """
    source, tried = first_that_works(_WAYS)
    if source is not None:
        return source, tried
    why = "nothing tells idle time: only lock and suspend are noticed"
    return none.NoIdleSource(), (*tried, Tried("none", chosen=True, why=why))
