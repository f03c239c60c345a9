"""The user's own routines, stretches and pictures, as files that are kept.

Each is written whole or not at all, and only after it was read back as it will
be at the next launch: what is wrong never gets into a file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from stretchbreak.core.routine import Routine, Stretch
from stretchbreak.core.routine_draft import copy_name, id_for
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.ports.routine_store import Kept
from stretchbreak.storage import atomic
from stretchbreak.storage.broken_files import line
from stretchbreak.storage.routine_files import (
    PICTURES,
    Library,
    load,
    routine_from,
    stretch_from,
)
from stretchbreak.storage.routine_toml import routine_file, stretch_file
from stretchbreak.storage.toml_file import WrongFileError, decode
from stretchbreak.storage.toml_folder import Folder

LARGEST_PICTURE = 20_000_000
"""Bytes; a photograph has about five million."""
LARGEST_FILE = 1_000_000
"""Bytes; ours have about three thousand."""
_KIND = "kind"


class OwnFiles:
    """What the user put together; a `runtime.ports.routine_store.RoutineStore`.

    Args:
        ours: The folder of what comes with the program.
        folder: The user's.
        library: What both hold, where that was read already.
    """

    def __init__(
        self, ours: Folder, folder: Path, library: Library | None = None
    ) -> None:
        self._ours = ours
        self._folder = folder
        self._library = library or self._read()
        names = (file.name for file in (ours / "routines").iterdir())
        self.ours = frozenset(name.removesuffix(".toml") for name in names)

    def load(self) -> Kept:
        """Read all there is now, and return it."""
        self._library = self._read()
        return self.kept

    @property
    def kept(self) -> Kept:
        """All there was when it was read last, and which of it is the user's own."""
        library = self._library
        return Kept(
            catalogue=library,
            own_routines=self._own("routines", library.routines),
            own_stretches=self._own("stretches", library.stretches),
            faults=library.faults,
        )

    def free_id(self, name: str) -> str:
        """Return an id for a new routine of that *name*."""
        known = self._library.routines
        return id_for(name, lambda id_: id_ in known or self._has("routines", id_))

    def free_stretch_id(self, name: str) -> str:
        """Return an id for a new stretch of that *name*."""
        known = self._library.stretches
        return id_for(name, lambda id_: id_ in known or self._has("stretches", id_))

    def keep(self, what: Routine | Stretch) -> None:
        """Write *what*, in place of the one with its id, and a copy of its picture.

        Raises:
            AdapterError: It or its picture cannot be written or read, or it is
                none that a file can hold. What was there before still is.
        """
        file = self._file(what)
        if isinstance(what, Stretch):
            what = self._with_picture(what)
        self._write(file, what)

    def remove(self, what: Routine | Stretch) -> None:
        """Remove the user's file of *what*. A picture stays, for undoing.

        Raises:
            AdapterError: It cannot be removed.
        """
        file = self._file(what)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            reason = error.strerror or error
            raise AdapterError(f"{file}: cannot be removed: {reason}") from error

    def read_in(self, file: Path) -> Routine | Stretch:
        """Return what *file* is, with an id and a name that are free.

        Raises:
            AdapterError: It is neither; the message has file, key and expectation.
        """
        try:
            content = _content(file, LARGEST_FILE)
            return self._understood(file.stem, content)
        except WrongFileError as wrong:
            raise AdapterError(line(file, f"{wrong}; nothing is changed")) from wrong

    def write_out(self, what: Routine | Stretch, file: Path) -> None:
        """Write *what* to *file*, wherever that is.

        Raises:
            AdapterError: It cannot be written.
        """
        self._write(file, what)

    def _read(self) -> Library:
        return load(self._ours, self._folder)

    def _understood(self, name: str, content: bytes) -> Routine | Stretch:
        # Only a stretch says of what kind it is.
        if _KIND in decode(content, dict[str, Any]):
            stretch = stretch_from(self.free_stretch_id(name), content, self._folder)
            return replace(stretch, name=_free(stretch.name, self._library.stretches))
        routine = routine_from(self.free_id(name), content, self._library.stretches)
        return replace(routine, name=_free(routine.name, self._library.routines))

    def _write(self, file: Path, what: Routine | Stretch) -> None:
        try:
            if isinstance(what, Stretch):
                content = stretch_file(what)
                again: object = stretch_from(what.id, content, self._folder)
            else:
                content = routine_file(what)
                again = routine_from(what.id, content, self._library.stretches)
        except (WrongFileError, ValueError) as wrong:
            raise AdapterError(line(file, f"{wrong}; nothing is saved")) from wrong
        if again != what:
            why = "it would not be the same when read again"
            raise AdapterError(line(file, f"{why}; nothing is saved"))
        atomic.write(file, content)

    def _with_picture(self, stretch: Stretch) -> Stretch:
        """Return *stretch* with its picture in our folder, named by what is in it."""
        if not stretch.image or Path(stretch.image).parent == self._pictures:
            return stretch
        file = Path(stretch.image)
        try:
            content = _content(file, LARGEST_PICTURE)
        except WrongFileError as wrong:
            raise AdapterError(line(file, f"{wrong}; nothing is saved")) from wrong
        mark = sha256(content).hexdigest()[:8]
        copy = self._pictures / f"{stretch.id}-{mark}{file.suffix.lower()}"
        atomic.write(copy, content)
        return replace(stretch, image=str(copy))

    @property
    def _pictures(self) -> Path:
        return self._folder / PICTURES

    def _file(self, what: Routine | Stretch) -> Path:
        kind = "stretches" if isinstance(what, Stretch) else "routines"
        return self._folder / kind / f"{what.id}.toml"

    def _own(self, kind: str, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(id_ for id_ in ids if self._has(kind, id_))

    def _has(self, kind: str, id_: str) -> bool:
        return (self._folder / kind / f"{id_}.toml").exists()


def _free(name: str, known: Mapping[str, Routine] | Mapping[str, Stretch]) -> str:
    names = {each.name for each in known.values()}
    return copy_name(name, names.__contains__) if name in names else name


def _content(file: Path, largest: int) -> bytes:
    try:
        if not file.is_file():
            raise WrongFileError("expected a file")
        if file.stat().st_size > largest:
            raise WrongFileError(f"expected at most {largest // 1_000_000} MB")
        return file.read_bytes()
    except OSError as error:
        raise WrongFileError(f"cannot be read: {error.strerror or error}") from error
