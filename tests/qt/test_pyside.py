"""Guards against a broken PySide6.

PySide6 6.12.0 on Python 3.11 loses a reference to None with nearly every call
that returns nothing, until the interpreter aborts.
"""

import sys

from PySide6.QtGui import QPainterPath

CALLS = 1_000


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    path = QPainterPath()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        path.moveTo(0.0, 0.0)

    assert sys.getrefcount(None) > before - CALLS // 2
