"""A source as it is written in the file of a stretch or a topic."""

from typing import Annotated

from msgspec import Meta, Struct

from stretchbreak.core.routine import Source
from stretchbreak.storage.toml_file import NOT_BLANK, WEB_ADDRESS

Text = Annotated[str, Meta(pattern=NOT_BLANK)]


class SourceEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a file says of a source."""

    title: Text
    publisher: Text
    url: Annotated[str, Meta(pattern=WEB_ADDRESS)] | None = None

    def source(self) -> Source:
        """Return it as the core knows it."""
        return Source(title=self.title, publisher=self.publisher, url=self.url or "")


Sources = Annotated[tuple[SourceEntry, ...], Meta(min_length=1)]
