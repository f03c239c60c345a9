"""What commands say to the running program over its local socket.

One request and one reply, a line of JSON each. Whatever is not a request is
answered with an error; nothing that comes in can raise.
"""

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Annotated, Any, Protocol, assert_never

import msgspec
from msgspec import Meta, Struct

from stretchbreak.core import durations
from stretchbreak.core.day import Lived
from stretchbreak.core.pause import DAY_BEGINS, For, PauseEnd, Until, UntilResumed
from stretchbreak.core.setting_values import changed
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import PromptView, View
from stretchbreak.runtime.controls import Controls
from stretchbreak.runtime.status import status


class Open(Struct, tag="open", frozen=True):
    """Bring the program to the front.

    Attributes:
        background: Be there, but open no window: nobody asked for one.
    """

    background: bool = False


class Start(Struct, tag="start", frozen=True):
    """Begin a session now."""

    routine: str | None = None
    warm: bool = False


class Status(Struct, tag="status", frozen=True):
    """Say what is going on."""


class Snooze(Struct, tag="snooze", frozen=True):
    """Put the shown prompt off; the duration as people write it."""

    lasting: str | None = None


class Skip(Struct, tag="skip", frozen=True):
    """Leave this break out."""


class Walked(Struct, tag="walked", frozen=True):
    """The user has just walked."""


class Pause(Struct, tag="pause", frozen=True):
    """Switch reminders off: for a length, until a time, until tomorrow, or for good.

    At most one of the three is given.
    """

    lasting: str | None = None
    until: Annotated[time, Meta(tz=False)] | None = None
    tomorrow: bool = False


class Resume(Struct, tag="resume", frozen=True):
    """Switch reminders on again."""


class Change(Struct, tag="change", frozen=True):
    """Change settings, given as plain values by name."""

    settings: dict[str, str | int | bool | list[str]]


class Erase(Struct, tag="erase", frozen=True):
    """Delete all records."""


class Quit(Struct, tag="quit", frozen=True):
    """End the program."""


Request = (
    Open
    | Start
    | Status
    | Snooze
    | Skip
    | Walked
    | Pause
    | Resume
    | Change
    | Erase
    | Quit
)


class Reply(Struct, frozen=True):
    """What the program answers.

    Attributes:
        error: Why it was not done; None when it was.
        status: What is going on, where that was asked.
    """

    error: str | None = None
    status: dict[str, Any] | None = None


class Running(Controls, Protocol):
    """The running program, as requests see it."""

    def view(self) -> View:
        """Return what there is to show."""
        ...

    def trial_prompt(self) -> PromptView:
        """Return how a reminder asks, for the user to see it."""

    def lengths(self) -> Mapping[str | None, timedelta]:
        """Return how long each routine would take now, and None: the suggested one."""
        ...

    def typical_day(self, settings: Settings) -> Lived:
        """Return what a working day would look like with *settings*."""
        ...

    @property
    def idle_source(self) -> str:
        """The name of the idle source in use."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        ...


def said(request: Request) -> bytes:
    """Return *request* as a line."""
    return msgspec.json.encode(request)


def understood(line: bytes) -> Reply:
    """Return the reply that *line* is.

    Raises:
        ValueError: It is none.
    """
    return msgspec.json.decode(line, type=Reply)


def answer(line: bytes, running: Running) -> bytes:
    """Do what *line* asks of *running*, and return the reply as a line."""
    try:
        request = msgspec.json.decode(line, type=Request)
        reply = _done(request, running)
    except (ValueError, RecursionError) as error:
        reply = Reply(error=f"The request was not understood: {error}")
    return msgspec.json.encode(reply)


def _done(request: Request, running: Running) -> Reply:  # noqa: C901, PLR0911, PLR0912 - one line a request
    match request:
        case Open(background):
            if not background:
                running.open()
            return Reply()
        case Start(routine, warm):
            return Reply(error=running.start(routine, warm=warm))
        case Status():
            running.refresh()
            return Reply(status=status(running.view(), running.idle_source))
        case Snooze(lasting):
            duration = None if lasting is None else durations.parse(lasting)
            return Reply(error=running.snooze(duration))
        case Skip():
            return Reply(error=running.skip())
        case Walked():
            return Reply(error=running.walked())
        case Pause():
            return Reply(error=running.pause(_end(request)))
        case Resume():
            return Reply(error=running.resume())
        case Change(settings):
            new = changed(running.settings, settings)
            return Reply(error=running.change_settings(new))
        case Erase():
            return Reply(error=running.erase_history())
        case Quit():
            running.quit()
            return Reply()
        case unreachable:
            assert_never(unreachable)


def _end(request: Pause) -> PauseEnd:
    if request.lasting is not None:
        return For(durations.parse(request.lasting))
    if request.until is not None:
        return Until(request.until)
    return Until(DAY_BEGINS) if request.tomorrow else UntilResumed()
