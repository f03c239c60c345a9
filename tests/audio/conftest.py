"""Every test here leaves no timer running, as those of the windows do."""

from tests.qt.conftest import _no_timer_left_running

__all__ = ["_no_timer_left_running"]
