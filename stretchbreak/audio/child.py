"""The child process: it makes the sound of one session and then ends.

It reads orders from its input and writes news to its output, a line each (see
`audio.messages`). When its input ends, it ends too, so that it never outlives
the program.
"""

from datetime import timedelta
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from stretchbreak.audio import messages
from stretchbreak.audio.child_pipe import Orders, tell
from stretchbreak.audio.messages import Began, Finish, Play, Prepare, Ready, Sound
from stretchbreak.audio.missing import MissingError, no_library
from stretchbreak.audio.schedule import Deed, Schedule
from stretchbreak.core.cues import Kind
from stretchbreak.runtime.system_clock import steady

if TYPE_CHECKING:
    from stretchbreak.audio.chimes import Chimes
    from stretchbreak.audio.voice import Voice

LATEST_CHIME = timedelta(seconds=0.5)
LATEST_WORDS = timedelta(seconds=5)
"""What is later than this is left out: it would mislead."""
LOOK = timedelta(seconds=0.2)
"""How often it looks whether it is done, once it is to finish."""
LONGEST_FINISH = timedelta(seconds=15)
"""After this long it ends, finished or not."""

_SECOND = timedelta(seconds=1)


def run(folder: Traversable, engine: str = "") -> int:
    """Make the sound that is ordered on the input, until that ends.

    Args:
        folder: Where the chimes are.
        engine: Qt's name of the speech service; by default the system's own.
    """
    app = QCoreApplication.instance() or QCoreApplication([])
    child = Child(folder, engine)
    orders = Orders()
    orders.came.connect(child.obey, Qt.ConnectionType.QueuedConnection)
    orders.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    child.finished.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    orders.start()
    code = app.exec()
    child.hush()
    return code


class Child(QObject):
    """Obeys orders and says what becomes of them.

    Signals:
        finished: All is heard that was to be heard.
    """

    finished = Signal()

    def __init__(self, folder: Traversable, engine: str = "") -> None:
        super().__init__()
        self._folder = folder
        self._engine = engine
        self._schedule = Schedule(self)
        self._how: Prepare | None = None
        self._chimes: Chimes | None = None
        self._voice: Voice | None = None

    def obey(self, line: bytes) -> None:
        """Do what *line* orders; what is no order is complained of and passed over."""
        try:
            order = messages.order(line)
        except ValueError as error:
            tell(messages.Trouble(f"expected an order, got {line[:80]!r}: {error}"))
            return
        match order:
            case Prepare():
                self._prepare(order)
            case Play(sounds):
                self._play(sounds)
            case Finish():
                self._schedule.add(steady() + LONGEST_FINISH, self._end)
                self._finish(timedelta())
            case unreachable:
                assert_never(unreachable)

    def hush(self) -> None:
        """Be silent at once."""
        if self._chimes is not None:
            self._chimes.stop()
        if self._voice is not None:
            self._voice.stop()

    def _prepare(self, how: Prepare) -> None:
        self._how = how
        missing: list[str] = []
        try:
            self._make_chimes(missing)
            self._make_voice(missing)
        except ImportError as error:
            missing.append(no_library(error))
        if self._chimes is not None:
            self._chimes.set_volume(how.volume)
        if self._voice is not None:
            self._voice.set_up(how.pace, how.accent, how.volume)
        tell(
            Ready(
                voice=self._voice.name if self._voice and how.voice else "",
                chimes=self._chimes.device if self._chimes and how.chimes else "",
                missing=tuple(missing),
            )
        )

    def _make_chimes(self, missing: list[str]) -> None:
        if self._chimes is not None or self._how is None or not self._how.chimes:
            return
        from stretchbreak.audio.chimes import Chimes

        try:
            self._chimes = Chimes(self._folder, self)
        except MissingError as error:
            missing.append(str(error))

    def _make_voice(self, missing: list[str]) -> None:
        if self._voice is not None or self._how is None or not self._how.voice:
            return
        from stretchbreak.audio.voice import Voice

        try:
            self._voice = Voice(self._engine, self)
        except MissingError as error:
            missing.append(str(error))
            return
        self._voice.fell_silent.connect(lambda: tell(messages.Spoke(_now())))
        self._voice.failed.connect(self._lose_voice)

    def _lose_voice(self, why: str) -> None:
        self._voice = None
        tell(Ready(voice="", chimes=self._chimes_name(), missing=(why,)))

    def _chimes_name(self) -> str:
        return "" if self._chimes is None else self._chimes.device

    def _play(self, sounds: tuple[Sound, ...]) -> None:
        self.hush()
        self._schedule.put(deed for sound in sounds for deed in self._deeds(sound))

    def _deeds(self, sound: Sound) -> list[tuple[timedelta, Deed]]:
        deeds: list[tuple[timedelta, Deed]] = []
        if sound.chime is not None:
            deeds.append((sound.at * _SECOND, lambda late: self._chime(sound, late)))
        if sound.say:
            deeds.append((sound.say_at * _SECOND, lambda late: self._say(sound, late)))
        return deeds

    def _chime(self, sound: Sound, late: timedelta) -> None:
        """Let the chime be heard; a breath only if the voice is free."""
        wanted = self._how is not None and self._how.chimes
        if self._chimes is None or sound.chime is None or not wanted:
            return
        if sound.kind is Kind.BREATH and self._voice and self._voice.speaking:
            return
        if late <= LATEST_CHIME:
            self._chimes.play(sound.chime)
            self._tell_began(sound.kind, "chime", late)

    def _say(self, sound: Sound, late: timedelta) -> None:
        """Say the words; a number of a countdown only if the voice is free."""
        wanted = self._how is not None and self._how.voice
        if self._voice is None or not wanted or late > LATEST_WORDS:
            return
        counting = sound.kind is Kind.COUNT
        if counting and (self._voice.speaking or late > LATEST_CHIME):
            return
        self._voice.say(sound.say)
        self._tell_began(sound.kind, "words", late)

    def _tell_began(self, kind: Kind, what: str, late: timedelta) -> None:
        tell(Began(kind=kind, what=what, at=_now(), late=late / _SECOND))

    def _finish(self, _late: timedelta) -> None:
        voice, chimes = self._voice, self._chimes
        busy = (voice and voice.speaking) or (chimes and chimes.sounding)
        if busy or len(self._schedule) > 1:  # the one is the latest end
            self._schedule.add(steady() + LOOK, self._finish)
        else:
            self._end(timedelta())

    def _end(self, _late: timedelta) -> None:
        self.finished.emit()


def _now() -> float:
    return steady() / _SECOND
