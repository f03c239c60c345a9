"""What there is to read: the stretches on their shelves, and the topics beside them.

A topic is a page of its own, such as "Why the legs?"; its file is in
resources/library.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from stretchbreak.core.routine import Catalogue, Kind, Place, Source, Stretch


class Shelf(Enum):
    """Which stretches stand together; its value is what is written on it."""

    FLOOR = "On the mat"
    DESK = "At the desk"
    WARM_UP = "To warm up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of a topic.

    Attributes:
        heading: What stands above it; empty where nothing does.
        muscle: The muscle it is about, by its name in the stretches' `targets`;
            empty where it is about none.
        text: Its paragraphs.
        points: What is listed below them.
    """

    heading: str = ""
    muscle: str = ""
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A page that is not about one stretch.

    Attributes:
        id: The name of its file.
        title: Its title.
        about: What it says, in a sentence.
        parts: Its sections, in order.
        sources: Where its statements come from.
    """

    id: str
    title: str
    about: str
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]


def shelf(stretch: Stretch) -> Shelf:
    """Return where *stretch* stands."""
    if stretch.kind is Kind.MOVE:
        return Shelf.WARM_UP
    return Shelf.FLOOR if stretch.place is Place.FLOOR else Shelf.DESK


def in_order(catalogue: Catalogue) -> list[Stretch]:
    """Return all stretches, shelf by shelf, as they follow one another when done.

    The longest routine that has a stretch says where it comes.
    """
    longest_first = sorted(
        catalogue.routines.values(), key=lambda routine: -len(routine.steps)
    )
    steps = [step.stretch for routine in longest_first for step in routine.steps]
    done = list(dict.fromkeys([*steps, *catalogue.stretches]))
    shelves = list(Shelf)

    def place(stretch: Stretch) -> tuple[int, int]:
        return shelves.index(shelf(stretch)), done.index(stretch.id)

    return sorted(catalogue.stretches.values(), key=place)


def reaching(muscle: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return those of *stretches* whose source names *muscle*."""
    return [stretch for stretch in stretches if muscle in stretch.targets]
