"""What every test of a window relies on."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QTimer  # noqa: TID251 - looked for, not used

OFFSCREEN = (
    "propagateSizeHints",
    "systemTrayWindowChanged",
    r"does not support raise\(\)",
    "does not support setting window masks",
)
"""What Qt's offscreen platform complains of by itself, whatever a window does."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the complaints of the offscreen platform pass."""
    item.add_marker(pytest.mark.qt_log_ignore(*OFFSCREEN))


@pytest.fixture(autouse=True)
def _no_timer_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a timer running: it would fire in another test."""
    yield
    left = _running_timers()
    for timer in left:
        timer.stop()
    if left:
        pytest.fail(f"{request.node.name} left {len(left)} QTimer(s) running")


def _running_timers() -> list[QTimer]:
    timers = (each for each in gc.get_objects() if isinstance(each, QTimer))
    return [each for each in timers if shiboken6.isValid(each) and each.isActive()]
