"""Folders of files of one kind: each read by itself, each wrong one left out."""

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from stretchbreak.storage.toml_file import WrongFileError

Folder = Path | Traversable


def each(folder: Folder, add: Callable[[str, Folder], None]) -> Iterator[str]:
    """Give every file of *folder* to *add*, with its name as id.

    Yields:
        A line for each that is wrong, saying why.
    """
    try:
        for id_, file in _files(folder):
            try:
                add(id_, file)
            except WrongFileError as wrong:
                yield _line(file, f"{wrong}; it is left out")
    except OSError as error:
        yield _line(folder, f"cannot be read: {error.strerror or error}")


def _files(folder: Folder) -> Iterator[tuple[str, Folder]]:
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield file.name.removesuffix(".toml"), file


def _line(file: Folder, message: str) -> str:
    # What a file or its name contains must not break the line.
    line = f"{file}: {message}"
    return "".join(char if char.isprintable() else "?" for char in line)
