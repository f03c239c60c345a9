"""Speaking to the running program, for the verbs that need it."""

import os
from datetime import timedelta

from stretchbreak.cli.outcome import DONE, FAILED, NOT_RUNNING, CommandError
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.remote import Reply, Request, said, understood

PATIENCE = timedelta(seconds=5)


def asked(request: Request) -> Reply | None:
    """Return the running program's reply to *request*, or None if none runs.

    Raises:
        CommandError: There is one, and it did not answer.
    """
    # Qt's network classes take a tenth of a second to import.
    from stretchbreak.platforms.single_instance import ask
    from stretchbreak.storage.places import places

    try:
        line = ask(places(os.environ).runtime, said(request), PATIENCE)
        return None if line is None else understood(line)
    except (AdapterError, ValueError) as error:
        raise CommandError(str(error)) from error


def told(request: Request) -> Reply:
    """Return the running program's reply to *request*, which it has met.

    Raises:
        CommandError: None runs, it did not answer, or it refused.
    """
    reply = asked(request)
    if reply is None:
        raise CommandError(
            "Stretchbreak is not running; start it with: stretchbreak", NOT_RUNNING
        )
    if reply.error is not None:
        raise CommandError(reply.error, FAILED)
    return reply


def tell(request: Request) -> int:
    """Have the running program meet *request*; return the exit code.

    Raises:
        CommandError: As in `told`.
    """
    told(request)
    return DONE
