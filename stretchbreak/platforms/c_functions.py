"""Functions of C libraries, called by ctypes."""

from collections.abc import Callable
from typing import Any


def declare(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Give a C *function* its types; without them a pointer is cut to 32 bits."""
    function.restype = result
    function.argtypes = arguments
    declared: Callable[..., Any] = function
    return declared
