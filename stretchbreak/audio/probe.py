"""Asks a child what can be heard here, and waits for the answer; for `doctor`."""

import subprocess
from collections.abc import Sequence
from datetime import timedelta

from stretchbreak.audio import messages
from stretchbreak.audio.messages import Finish, Ready
from stretchbreak.audio.running_child import prepare
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.desktop import Tried

PATIENCE = timedelta(seconds=30)
"""How long the speech service may take to start."""


def probe(command: Sequence[str]) -> tuple[Tried, ...]:
    """Return what can be heard of a session here, and why the rest cannot.

    Args:
        command: How the child is started.
    """
    orders = messages.line(prepare(Settings())) + messages.line(Finish())
    try:
        done = subprocess.run(  # noqa: S603 - a command of our own
            command,
            input=orders,
            capture_output=True,
            check=True,
            timeout=PATIENCE.total_seconds(),
        )
        ready = messages.news(done.stdout.splitlines()[0])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError) as error:
        return (Tried("child", chosen=False, why=f"it does not answer: {error}"),)
    if not isinstance(ready, Ready):
        return (Tried("child", chosen=False, why=f"it answers {ready}"),)
    heard = [
        Tried(name, chosen=True, why=by)
        for name, by in (("voice", ready.voice), ("chimes", ready.chimes))
        if by
    ]
    return (*heard, *(Tried("missing", chosen=False, why=w) for w in ready.missing))
