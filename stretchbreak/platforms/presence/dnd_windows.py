"""Do Not Disturb on Windows: presentations, as far as Windows tells anybody.

It tells no program about Focus Assist, called Do Not Disturb since Windows 11.
"""

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import windows_state


def start() -> "WindowsQuiet":
    """Get ready.

    Raises:
        PassedOverError: This is not Windows.
    """
    return WindowsQuiet(windows_state.reader())


class WindowsQuiet:
    """Asks Windows whether notifications are welcome."""

    offers = "presentations; Windows does not tell of Focus Assist"

    def __init__(self, state: windows_state.State) -> None:
        self._state = state

    def holds(self, _settings: Settings) -> bool:
        """Return whether it is a quiet time.

        Raises:
            AdapterError: Windows does not answer.
        """
        return self._state() in {windows_state.PRESENTATION, windows_state.QUIET}
