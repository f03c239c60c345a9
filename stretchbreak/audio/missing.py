"""What a computer may lack that a session could be heard by."""


class MissingError(Exception):
    """Something cannot be heard; the message says why and what would bring it."""


def no_library(error: ImportError) -> str:
    """Return the line that says that Qt's audio cannot be loaded, and what helps."""
    if isinstance(error, ModuleNotFoundError):
        return (
            "No voice and no chimes: PySide6-Addons is not installed. "
            "sh packaging/run.sh brings it, as does the extra stretchbreak[voice]."
        )
    return (
        f"No voice and no chimes: {error}. On Debian and Ubuntu the package "
        "libpulse0 brings it, on others libpulse or pulseaudio-libs."
    )
