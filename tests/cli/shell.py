"""What came of a command line."""

from typing import NamedTuple, Protocol


class Ran(NamedTuple):
    code: object
    out: str
    err: str


class Shell(Protocol):
    """Runs a command line."""

    def __call__(self, *words: str) -> Ran: ...
