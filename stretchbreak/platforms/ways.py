"""Several ways of doing one thing, of which a desktop offers some.

Each ability lists its ways in the order of trial. A way that does not work
here raises `PassedOverError` with the reason; `doctor` shows what became of
each, so that nobody has to guess why a desktop is not understood.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from stretchbreak.runtime.ports.desktop import Tried
from stretchbreak.runtime.ports.failures import AdapterError

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class PassedOverError(AdapterError):
    """This way does not work on this desktop; the message says why."""


class OtherSystemError(PassedOverError):
    """This way belongs to another system, and is no news to anybody here."""


def only_on(platform: str, name: str) -> None:
    """Refuse to go on elsewhere.

    Args:
        platform: What `sys.platform` says there.
        name: What people call it.

    Raises:
        OtherSystemError: This is another.
    """
    if sys.platform != platform:
        raise OtherSystemError(f"this is not {name}")


@dataclass(frozen=True, slots=True)
class Way(Generic[T_co]):
    """One way of doing something.

    Attributes:
        name: What `doctor` calls it.
        offers: What one gets by it, in a few words.
        start: Makes it work, or raises PassedOverError.
    """

    name: str
    offers: str
    start: Callable[[], T_co]


def first_that_works(ways: Iterable[Way[T]]) -> tuple[T | None, tuple[Tried, ...]]:
    """Start the first of *ways* that this desktop offers.

    Returns:
        What was started, None if nothing could be; and how each way tried so
        far went. The ways after the chosen one are not tried, and those of
        other systems are not spoken of.
    """
    tried: list[Tried] = []
    for way in ways:
        try:
            started = way.start()
        except OtherSystemError:
            continue
        except PassedOverError as reason:
            tried.append(Tried(way.name, chosen=False, why=str(reason)))
        else:
            return started, (*tried, Tried(way.name, chosen=True, why=way.offers))
    return None, tuple(tried)
