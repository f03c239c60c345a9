"""A disk with no room left, as the operating system itself can play it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_full_disk = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows cannot limit the size of files"
)


@contextmanager
def full_disk(room: int = 0) -> Iterator[None]:
    """Let no file grow beyond *room* bytes."""
    if sys.platform == "win32":
        raise NotImplementedError
    import resource  # noqa: PLC0415 - Windows has none

    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
