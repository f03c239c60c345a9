"""What is other in one catalogue than in the one before.

The user changes routines while the program runs. What changed, and not all
there is, is an event, so that the journal stays short and can be replayed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from stretchbreak.core.routine import Catalogue, Routine, Stretch

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueChange:
    """The way from one catalogue to the next.

    Attributes:
        stretches: Those that are new or other than before.
        routines: The same of routines.
        gone_stretches: The ids of those that there are no longer.
        gone_routines: The same of routines.
    """

    stretches: tuple[Stretch, ...] = ()
    routines: tuple[Routine, ...] = ()
    gone_stretches: tuple[str, ...] = ()
    gone_routines: tuple[str, ...] = ()


def difference(before: Catalogue, after: Catalogue) -> CatalogueChange:
    """Return what makes *after* of *before*."""
    return CatalogueChange(
        stretches=_new(before.stretches, after.stretches),
        routines=_new(before.routines, after.routines),
        gone_stretches=_gone(before.stretches, after.stretches),
        gone_routines=_gone(before.routines, after.routines),
    )


def changed(catalogue: Catalogue, change: CatalogueChange) -> Catalogue:
    """Return *catalogue* after *change*."""
    stretches = dict(catalogue.stretches) | {s.id: s for s in change.stretches}
    routines = dict(catalogue.routines) | {r.id: r for r in change.routines}
    for id_ in change.gone_stretches:
        stretches.pop(id_, None)
    for id_ in change.gone_routines:
        routines.pop(id_, None)
    return Catalogue(stretches=stretches, routines=routines)


def _new(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(each for id_, each in after.items() if before.get(id_) != each)


def _gone(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[str, ...]:
    return tuple(id_ for id_ in before if id_ not in after)
