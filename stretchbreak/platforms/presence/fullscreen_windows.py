"""A full-screen window on Windows."""

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import windows_state


def start() -> "WindowsFullScreen":
    """Get ready.

    Raises:
        PassedOverError: This is not Windows.
    """
    return WindowsFullScreen(windows_state.reader())


class WindowsFullScreen:
    """Asks Windows whether a program or a game fills the screen."""

    offers = "a program or game that fills the screen, as Windows says"

    def __init__(self, state: windows_state.State) -> None:
        self._state = state

    def holds(self, _settings: Settings) -> bool:
        """Return whether one does.

        Raises:
            AdapterError: Windows does not answer.
        """
        return self._state() in {windows_state.BUSY, windows_state.GAME}
