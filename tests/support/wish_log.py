"""Hears every wish of the user, in order."""

from stretchbreak.qt.wishes import Wishes

NAMES = tuple(name for name in vars(Wishes) if name.endswith(("_asked", "_said")))


class WishLog:
    """Notes which signals of *wishes* came, and with what.

    Attributes:
        wishes: The names of the signals, each with its values.
    """

    def __init__(self, wishes: Wishes) -> None:
        self.wishes: list[tuple[object, ...]] = []
        for name in NAMES:
            getattr(wishes, name).connect(
                lambda *values, wish=name: self.wishes.append((wish, *values))
            )


WISHES = (
    ("Remind me anyway", ("ask_anyway_asked",)),
    ("Snooze 10 min", ("snooze_asked",)),
    ("Not now", ("skip_asked",)),
    ('Undo "Not now"', ("undo_skip_asked",)),
    ("I just walked", ("walked_said",)),
    ("Resume reminders", ("resume_asked",)),
    ("Stretches", ("library_asked",)),
    ("Routines", ("routines_asked",)),
    ("Settings", ("settings_asked",)),
    ("Safety notes", ("safety_asked",)),
    ("Quit", ("quit_asked",)),
)
"""What is on the tray's menu as well as at home, and the wish that it is."""
