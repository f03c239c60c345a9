"""Whether the desktop asks for less movement.

Qt itself tells of it from 6.12 on only, and from Python not yet reliably.
"""

from collections.abc import Callable

from stretchbreak.platforms.motion import portal
from stretchbreak.platforms.motion.portal import PortalMotion
from stretchbreak.platforms.ways import Way, first_that_works
from stretchbreak.runtime.ports.desktop import Tried


def watch(
    told: Callable[[bool], None],
) -> tuple[PortalMotion | None, tuple[Tried, ...]]:
    """Call *told* with how it stands, soon, and with every change.

    Returns:
        What listens, to be kept, and None where nothing can be heard; and how
        each way of listening went.
    """
    offers = "less movement, if you ask the desktop for it"
    return first_that_works([Way("portal", offers, lambda: portal.start(told))])
