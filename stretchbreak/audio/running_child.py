"""One run of the child process that makes the sound, as the program sees it."""

import logging
from datetime import timedelta

from PySide6.QtCore import QObject, QProcess, Signal

from stretchbreak.audio import messages
from stretchbreak.audio.messages import Finish, Play, Prepare, Ready
from stretchbreak.core.cues import Cue
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.sound import Timed
from stretchbreak.runtime.system_clock import steady

_AT_ONCE = timedelta(seconds=0.3)
"""As soon as a busy machine can; what comes too late is left out."""
_SECOND = timedelta(seconds=1)
_log = logging.getLogger(__name__)


class RunningChild(QProcess):
    """A child that is started, listened to and ended.

    Signals:
        said: It sent news; carries it.
        died: It ended without having been told to, or never began; carries why.
    """

    said = Signal(object)
    died = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._finishing = self._killed = False
        self.readyReadStandardOutput.connect(self._read)
        self.errorOccurred.connect(self._failed)
        self.finished.connect(self._ended)

    def leave(self, *, at_once: bool) -> None:
        """End, *at_once* or after the last words, and then be no more."""
        if self.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
        elif at_once:
            self._killed = True
            self.kill()
        elif not self._finishing:
            self._finishing = True
            self.write(messages.line(Finish()))

    def _read(self) -> None:
        while self.canReadLine():
            line = bytes(self.readLine().data())
            try:
                self.said.emit(messages.news(line))
            except ValueError as error:
                _log.warning("The sound said %r: %s", line[:200], error)

    def _ended(self, code: int) -> None:
        self.deleteLater()
        if self._killed or (self._finishing and code == 0):
            return
        said = bytes(self.readAllStandardError().data()).decode(errors="replace")
        self.died.emit(f"exit code {code}: {said.strip()[-2000:]}")

    def _failed(self, error: QProcess.ProcessError) -> None:
        # Whatever else fails, it either ends or goes on.
        if error is QProcess.ProcessError.FailedToStart:
            self.deleteLater()
            self.died.emit(self.errorString())


class TryOut(RunningChild):
    """A child that lets one cue be heard as soon as it can, and ends."""

    def __init__(self, parent: QObject, cue: Cue) -> None:
        super().__init__(parent)
        self._cue = cue
        self.said.connect(self._take)

    def _take(self, news: messages.News) -> None:
        if isinstance(news, Ready) and not self._finishing:
            lead = self._cue.say_at - self._cue.at
            timed = Timed(self._cue, _AT_ONCE, _AT_ONCE + lead)
            only = as_sound(timed, steady())
            self.write(messages.line(Play((only,))))
            self.leave(at_once=False)


def prepare(settings: Settings) -> Prepare:
    """Return the order to sound as *settings* say."""
    return Prepare(
        voice=settings.voice,
        chimes=settings.chimes,
        volume=settings.volume,
        pace=settings.pace,
        accent=settings.accent,
    )


def as_sound(timed: Timed, now: timedelta) -> messages.Sound:
    """Return *timed*, as seen *now*, with its moments on the machine's clock."""
    cue = timed.cue
    return messages.Sound(
        kind=cue.kind,
        at=(now + timed.wait) / _SECOND,
        chime=cue.chime,
        say=cue.say,
        say_at=(now + timed.words_wait) / _SECOND,
    )
