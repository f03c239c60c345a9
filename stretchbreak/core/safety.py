"""What the user said on the safety page, and what it allows.

Two lists are shown before anything is offered: signs of an emergency, and
reasons to ask a professional first. Either one ticked leaves walking only, and so
does a back that feels worse again and again, until the page is answered anew.
"""

from enum import Enum


class Safety(Enum):
    """The answer to the safety page."""

    UNANSWERED = "unanswered"
    CLEAR = "clear"
    CAUTION = "caution"
    """A reason to ask a professional first was ticked."""
    EMERGENCY = "emergency"
    """A sign that needs help now was ticked."""
    ADVISED = "advised"
    """The back did not get better: the user was advised to see a professional."""


def may_stretch(safety: Safety) -> bool:
    """Return whether stretches may be offered; movement always may."""
    return safety is Safety.CLEAR
