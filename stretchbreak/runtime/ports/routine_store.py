"""Where the user's own routines and stretches are kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from stretchbreak.core.routine import Catalogue, Routine, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All routines and stretches, as they are on disk.

    Attributes:
        catalogue: What there is to do.
        own_routines: The ids of those that are the user's own.
        own_stretches: The same of stretches.
        faults: A line for each file that was left out.
    """

    catalogue: Catalogue
    own_routines: frozenset[str]
    own_stretches: frozenset[str]
    faults: tuple[str, ...] = ()


class RoutineStore(Protocol):
    """Keeps the user's own routines and stretches.

    Attributes:
        ours: The ids of the routines that come with the program.
    """

    ours: frozenset[str]

    @property
    def kept(self) -> Kept:
        """All there was when it was read last."""
        ...

    def load(self) -> Kept:
        """Read all there is now, ours and the user's own, and return it."""
        ...

    def free_id(self, name: str) -> str:
        """Return an id for a new routine of that *name*."""
        ...

    def free_stretch_id(self, name: str) -> str:
        """Return an id for a new stretch of that *name*."""
        ...

    def keep(self, what: Routine | Stretch) -> None:
        """Keep *what* in place of the one with its id; copy its picture.

        Raises:
            AdapterError: It cannot be kept; what was there before still is.
        """
        ...

    def remove(self, what: Routine | Stretch) -> None:
        """Remove what the user has of the id of *what*; ours comes back.

        Raises:
            AdapterError: It cannot be removed.
        """
        ...

    def read_in(self, file: Path) -> Routine | Stretch:
        """Return what *file* is, with an id and a name that are free.

        Raises:
            AdapterError: It is neither; the message has file, key and expectation.
        """
        ...

    def write_out(self, what: Routine | Stretch, file: Path) -> None:
        """Write *what* to *file*, wherever that is.

        Raises:
            AdapterError: It cannot be written.
        """
        ...
