import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage import atomic
from tests.storage.full_disk import full_disk, needs_full_disk


@settings(deadline=None)  # the disk may be slow
@given(st.lists(st.binary(), min_size=1))
def test_the_last_content_stands(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    file = tmp_path_factory.getbasetemp() / "atomic" / "file"
    for content in contents:
        atomic.write(file, content)

    assert file.read_bytes() == contents[-1]
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    atomic.write(tmp_path / "folder/file", b"new")

    assert (tmp_path / "folder/file").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has few links")
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/file").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real/file")

    atomic.write(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real/file").read_bytes() == b"new"


@needs_full_disk
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")

    with full_disk(room=1000), pytest.raises(AdapterError, match="large") as refusal:
        atomic.write(file, b"x" * 100_000)

    assert str(refusal.value).startswith(f"{file}: cannot be written: ")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_replaced_stays(tmp_path: Path) -> None:
    (tmp_path / "file/inside").mkdir(parents=True)

    with pytest.raises(AdapterError, match="cannot be written: "):
        atomic.write(tmp_path / "file", b"new")

    assert list(tmp_path.iterdir()) == [tmp_path / "file"]
    assert (tmp_path / "file/inside").is_dir()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")

    with pytest.raises(AdapterError, match="cannot be made: "):
        atomic.write(tmp_path / "file/folder/new", b"new")

    assert (tmp_path / "file").read_bytes() == b"old"
