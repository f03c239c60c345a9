"""The ways of a picture: how long they take, and through which instants they lead.

A stretch is shown going in and coming back several times over, and walking goes
round and round. Each time it is through the same instants, so that they can be
worked out once, and ahead of time.
"""

from datetime import timedelta

from PySide6.QtCore import QEasingCurve

from stretchbreak.figure.pose import PoseSequence

WAY_IN = timedelta(milliseconds=2500)
"""Moving into a hold, at least."""
EACH_WAY = timedelta(milliseconds=1300)
"""From one key pose to the next; faster, nobody could follow."""
WAY_BACK = timedelta(seconds=2)
"""Moving back to the start."""
STRIDE = timedelta(milliseconds=1700)
"""One round of walking or marching."""

FRAME = timedelta(milliseconds=33)
"""At most about 30 pictures a second."""
MOST_FRAMES = 90
"""A way, or a round, has so many frames at most."""

EASED = QEasingCurve(QEasingCurve.Type.InOutSine)
"""How a way begins and ends. The way back is the same one, back to front."""


def way_in(picture: PoseSequence | None) -> timedelta:
    """Return how long moving into the hold of *picture* takes."""
    ways = len(picture.keys) - 1 if picture is not None else 1
    return max(WAY_IN, ways * EACH_WAY)


def frames_within(lasting: timedelta) -> int:
    """Return how many frames there are at most in so long a way."""
    return max(1, min(MOST_FRAMES, lasting // FRAME))


def instants(sequence: PoseSequence) -> list[float]:
    """Return which instants, 0..1, a whole way or round of *sequence* leads through."""
    if sequence.loops:
        frames = frames_within(STRIDE)
        return [i / frames for i in range(frames)]
    frames = frames_within(way_in(sequence))
    return [EASED.valueForProgress(i / frames) for i in range(frames + 1)]
