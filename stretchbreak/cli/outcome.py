"""Exit codes, and the error that carries one."""

DONE = 0
FAILED = 1
WRONG_USAGE = 2
"""As argparse has it."""
NOT_RUNNING = 3


class CommandError(Exception):
    """A command was refused or failed; its message is one line for the user."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code
