"""What the user can wish for from the tray and from the dashboard.

The names are those of `stretchbreak.runtime.controls`, so that both are wired
to the engine alike.
"""

from PySide6.QtCore import QObject, Signal

from stretchbreak.runtime.remote import Running


class Wishes(QObject):
    """The user's wishes, as signals.

    Signals:
        start_asked: A session now; carries the id of a routine, or None for
            the suggested one.
        snooze_asked: Ask again later.
        skip_asked: Leave this break out.
        undo_skip_asked: Take the last skip back.
        walked_said: The user has just walked.
        ask_anyway_asked: Show the held prompt now.
        pause_asked: No reminders for a while; carries a `PauseEnd`.
        resume_asked: Reminders again.
        open_asked: Show the dashboard.
        library_asked: Show the stretches, to read about them.
        routines_asked: Show the routines, to change them.
        settings_asked: Show the settings.
        day_preview_asked: Show what a day would look like with the settings.
        safety_asked: Show the safety notes.
        quit_asked: End the program.
        refresh_asked: Something is about to be read, so bring it up to date.
    """

    start_asked = Signal(object)
    snooze_asked = Signal()
    skip_asked = Signal()
    undo_skip_asked = Signal()
    walked_said = Signal()
    ask_anyway_asked = Signal()
    pause_asked = Signal(object)
    resume_asked = Signal()
    open_asked = Signal()
    library_asked = Signal()
    routines_asked = Signal()
    settings_asked = Signal()
    day_preview_asked = Signal()
    safety_asked = Signal()
    quit_asked = Signal()
    refresh_asked = Signal()

    def pass_on(self, running: Running) -> None:
        """Let *running* meet those that are not about a window."""
        self.snooze_asked.connect(running.snooze)
        self.skip_asked.connect(running.skip)
        self.undo_skip_asked.connect(running.undo_skip)
        self.walked_said.connect(running.walked)
        self.ask_anyway_asked.connect(running.ask_anyway)
        self.pause_asked.connect(running.pause)
        self.resume_asked.connect(running.resume)
        self.refresh_asked.connect(running.refresh)
        self.open_asked.connect(running.open)
        self.quit_asked.connect(running.quit)
