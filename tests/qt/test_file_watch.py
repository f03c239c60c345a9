"""Tests for stretchbreak.qt.file_watch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.qt.file_watch import FileWatch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def watch(file: Path, qtbot: QtBot) -> Iterator[FileWatch]:  # noqa: ARG001
    file.write_text("old")
    watch = FileWatch(file)
    yield watch
    watch.close()


def test_a_file_written_in_place_is_noticed(
    watch: FileWatch, file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        file.write_text("in place")


def test_a_file_that_takes_its_place_is_noticed_again_and_again(
    watch: FileWatch, file: Path, qtbot: QtBot
) -> None:
    for text in ("one", "two"):
        with qtbot.waitSignal(watch.changed):
            new = file.with_suffix(".new")
            new.write_text(text)
            new.replace(file)


def test_a_file_that_goes_and_comes_is_noticed(
    watch: FileWatch, file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        file.unlink()
    with qtbot.waitSignal(watch.changed):
        file.write_text("anew")


def test_pieces_are_one_change(watch: FileWatch, file: Path, qtbot: QtBot) -> None:
    heard: list[str] = []
    watch.changed.connect(lambda: heard.append(file.read_text()))

    with qtbot.waitSignal(watch.changed), file.open("w") as stream:
        for piece in ("a", "b", "c"):
            stream.write(piece)
            stream.flush()

    assert heard == ["abc"]


def test_another_file_in_the_folder_is_none_of_its_business(
    watch: FileWatch, file: Path
) -> None:
    heard: list[None] = []
    watch.changed.connect(lambda: heard.append(None))

    file.with_name("other.toml").write_text("x")
    watch.look()

    assert heard == []


def test_a_folder_that_is_not_there_is_no_fault(file: Path, qtbot: QtBot) -> None:
    late = FileWatch(file.parent / "later" / "settings.toml")
    (file.parent / "later").mkdir()
    (file.parent / "later" / "settings.toml").write_text("x")

    with qtbot.waitSignal(late.changed):
        late.look()

    late.close()
