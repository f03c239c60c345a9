"""The topics of the library, read from their files and checked.

A file that is wrong is left out with one line saying why; the others still load.
"""

from typing import Annotated

from msgspec import Meta, Struct

from stretchbreak.core.library import Part, Topic
from stretchbreak.storage.source_entry import Sources, Text
from stretchbreak.storage.toml_file import WrongFileError, read
from stretchbreak.storage.toml_folder import Folder, each


class _Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    heading: Text | None = None
    muscle: Text | None = None
    text: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()


class _Topic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    order: int
    title: Text
    about: Text
    parts: Annotated[tuple[_Part, ...], Meta(min_length=1)]
    sources: Sources


def load(folder: Folder) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    """Return the topics in *folder*, in order, and a line for each one left out."""
    found: list[tuple[int, Topic]] = []

    def add(id_: str, file: Folder) -> None:
        written = read(file, _Topic)
        found.append((written.order, _topic(id_, written)))

    faults = tuple(each(folder, add))
    found.sort(key=lambda numbered: numbered[0])
    return tuple(topic for _order, topic in found), faults


def _topic(id_: str, written: _Topic) -> Topic:
    return Topic(
        id=id_,
        title=written.title,
        about=written.about,
        parts=tuple(_part(part, f"parts[{i}]") for i, part in enumerate(written.parts)),
        sources=tuple(entry.source() for entry in written.sources),
    )


def _part(written: _Part, key: str) -> Part:
    if not written.text and not written.points:
        raise WrongFileError("expected text or points", key)
    return Part(
        heading=written.heading or "",
        muscle=written.muscle or "",
        text=written.text,
        points=written.points,
    )
