"""What may hold a prompt back: Do Not Disturb, full screen, a call, a program.

Some ways tell of themselves and cost nothing meanwhile. The others are asked,
and only when a prompt depends on the answer. No kind of hold is both told and
asked on one desktop.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from stretchbreak.core.holds import By, switched_on
from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import (
    call_camera,
    call_macos,
    call_pipewire,
    call_pulse,
    call_windows,
    dnd_gsettings,
    dnd_macos,
    dnd_notifications,
    dnd_windows,
    dnd_xfce,
    fullscreen_windows,
    fullscreen_wlroots,
    fullscreen_x11,
    inhibit_gnome,
    inhibit_logind,
    inhibit_power,
    programs,
)
from stretchbreak.platforms.presence.followed import Say
from stretchbreak.platforms.presence.merged import Merged
from stretchbreak.platforms.ways import OtherSystemError, PassedOverError
from stretchbreak.runtime.ports.desktop import HoldListener, Tried
from stretchbreak.runtime.ports.failures import AdapterError

_log = logging.getLogger(__name__)


class _Teller(Protocol):
    """A way that tells of itself, at work.

    Attributes:
        offers: What one gets by it, in a few words.
    """

    offers: str

    def close(self) -> None: ...


class _Asker(Protocol):
    """A way that is asked.

    Attributes:
        offers: What one gets by it, in a few words.
    """

    offers: str

    def holds(self, settings: Settings) -> bool:
        """Return whether it holds prompts back now.

        Raises:
            AdapterError: The desktop did not answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Told:
    """A way to be told: its name, its kind of hold, and how it begins."""

    way: str
    by: By
    start: Callable[[Say], _Teller]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A way to ask: its name, its kind of hold, and how it begins."""

    way: str
    by: By
    start: Callable[[], _Asker]


_TELLERS = (
    _Told("gsettings", By.DND, dnd_gsettings.start),
    _Told("notifications", By.DND, dnd_notifications.start),
    _Told("xfce", By.DND, dnd_xfce.start),
    _Told("gnome", By.INHIBITOR, inhibit_gnome.start),
    _Told("power", By.INHIBITOR, inhibit_power.start),
    _Told("logind", By.INHIBITOR, inhibit_logind.start),
)
_ASKERS = (
    _Asked("windows", By.DND, dnd_windows.start),
    _Asked("macos", By.DND, dnd_macos.start),
    _Asked("x11", By.FULLSCREEN, fullscreen_x11.start),
    _Asked("wlroots", By.FULLSCREEN, fullscreen_wlroots.start),
    _Asked("windows", By.FULLSCREEN, fullscreen_windows.start),
    _Asked("pulse", By.CALL, call_pulse.start),
    _Asked("pipewire", By.CALL, call_pipewire.start),
    _Asked("camera", By.CALL, call_camera.start),
    _Asked("windows", By.CALL, call_windows.start),
    _Asked("macos", By.CALL, call_macos.start),
    _Asked("programs", By.PROGRAM, programs.start),
)


class Presence:
    """All ways that work here. Keep it: nothing is told without it.

    Attributes:
        tried: How each way went, by the kind of hold.
    """

    def __init__(self) -> None:
        self._merged = Merged()
        self._tellers: list[_Teller] = []
        self._askers: list[tuple[_Asked, _Asker]] = []
        self._silent: set[str] = set()
        self.tried: dict[By, list[Tried]] = {}
        for told in _TELLERS:
            self._begin_teller(told)
        for asked in _ASKERS:
            self._begin_asker(asked)

    def tell(self, listener: HoldListener) -> None:
        """Tell *listener* what begins and ends from now on.

        What holds already is told first. All comes through the event loop.
        """
        self._merged.tell(listener)

    def found(self, settings: Settings) -> frozenset[By]:
        """Return what holds prompts back now, by the ways that are asked.

        It may take a tenth of a second. A kind that *settings* switch off is
        not asked for; a way that does not answer holds nothing.
        """
        wanted = switched_on(settings)
        return frozenset(
            way.by
            for way, asker in self._askers
            if way.by in wanted and self._holds(way, asker, settings)
        )

    def told(self) -> frozenset[By]:
        """Return what holds prompts back now, by the ways that tell."""
        return self._merged.on

    def close(self) -> None:
        """Stop listening. Nothing is told afterwards."""
        self._merged.close()
        for teller in self._tellers:
            teller.close()

    def _begin_teller(self, told: _Told) -> None:
        try:
            teller = told.start(self._merged.sayer(told.way, told.by))
        except OtherSystemError:
            return
        except PassedOverError as reason:
            self._note(told, Tried(told.way, chosen=False, why=str(reason)))
        else:
            self._tellers.append(teller)
            self._note(told, Tried(told.way, chosen=True, why=teller.offers))

    def _begin_asker(self, asked: _Asked) -> None:
        try:
            asker = asked.start()
        except OtherSystemError:
            return
        except PassedOverError as reason:
            self._note(asked, Tried(asked.way, chosen=False, why=str(reason)))
        else:
            self._askers.append((asked, asker))
            self._note(asked, Tried(asked.way, chosen=True, why=asker.offers))

    def _note(self, way: _Told | _Asked, tried: Tried) -> None:
        self.tried.setdefault(way.by, []).append(tried)

    def _holds(self, way: _Asked, asker: _Asker, settings: Settings) -> bool:
        try:
            return asker.holds(settings)
        except AdapterError as error:
            name = f"{way.by.value}/{way.way}"
            if name not in self._silent:  # said once, not every half minute
                self._silent.add(name)
                _log.warning("%s does not answer: %s", name, error)
            return False


def abilities(tried: Mapping[By, list[Tried]]) -> Iterator[tuple[str, list[Tried]]]:
    """Yield each kind of hold by the name the settings have for it, and its ways."""
    for by, ways in tried.items():
        yield f"hold {by.value}", ways
