"""The voice, by way of QtTextToSpeech. Only the child imports this."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from stretchbreak.audio.missing import MissingError
from stretchbreak.core.choices import Accent, Pace

RATES = {Pace.SLOW: -0.3, Pace.NORMAL: 0.0, Pace.FAST: 0.25}
"""From -1 to 1, as Qt counts."""
PLACES = {"en_US": "America", "en_GB": "Great Britain"}
"""What a voice is called where one country has several."""


class Voice(QObject):
    """Speaks English, where the computer can.

    Signals:
        fell_silent: All that was to be said has been said.
        failed: It no longer works; carries why.

    Raises:
        MissingError: It cannot speak; the message says why, and what would help.
    """

    fell_silent = Signal()
    failed = Signal(str)

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        """Connect to the system's speech service, which may take seconds.

        Args:
            engine: Qt's name of it; by default the system's own.
            parent: The owner, as Qt understands it.
        """
        super().__init__(parent)
        self._asked = False  # some services take a moment to begin
        # An engine that is listed need not work: only its state tells.
        self._speech = QTextToSpeech(engine, self) if engine else QTextToSpeech(self)
        if self._speech.state() is QTextToSpeech.State.Error:
            raise MissingError(no_voice(self._speech.errorString()))
        if not engine and self._speech.engine() == "mock":
            raise MissingError(no_voice("there is no speech service"))
        self._speech.stateChanged.connect(self._state_changed)
        self._speech.errorOccurred.connect(lambda _reason, why: self._fail(why))

    @property
    def name(self) -> str:
        """What the system calls the voice."""
        return f"{self._speech.voice().name()} ({self._speech.engine()})"

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._asked or self._speech.state() in {
            QTextToSpeech.State.Speaking,
            QTextToSpeech.State.Synthesizing,
        }

    def set_up(self, pace: Pace, accent: Accent, percent: int) -> None:
        """Speak so fast, with that accent, and as loud as *percent*."""
        self._speech.setLocale(_locale(accent))
        voice = _best(self._speech.availableVoices(), self._speech.locale().name())
        if voice is not None:
            self._speech.setVoice(voice)
        self._speech.setRate(RATES[pace])
        self._speech.setVolume(percent / 100)

    def say(self, text: str) -> None:
        """Say *text*, after what is being said."""
        if self.speaking:
            self._speech.enqueue(text)
        else:
            self._asked = True
            self._speech.say(text)

    def stop(self) -> None:
        """Be silent at once, in the middle of a word."""
        self._asked = False
        self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def _state_changed(self, state: QTextToSpeech.State) -> None:
        self._asked = False
        if state is QTextToSpeech.State.Ready:
            self.fell_silent.emit()
        elif state is QTextToSpeech.State.Error:
            self._fail(self._speech.errorString())

    def _fail(self, why: str) -> None:
        self.failed.emit(no_voice(why))


def no_voice(why: str) -> str:
    """Return the line that says that there is no voice and what would bring one."""
    why = why or "the speech service does not say why"
    return f"No voice: {why}. On Linux, speech-dispatcher with espeak-ng brings one."


def _locale(accent: Accent) -> QLocale:
    """Return the language to speak; never another than English."""
    if accent is not Accent.SYSTEM:
        return QLocale(accent.value.replace("-", "_"))
    system = QLocale.system()
    if system.language() is QLocale.Language.English:
        return system
    return QLocale("en_US")


def _best(voices: list[QVoice], locale: str) -> QVoice | None:
    """Return the plainest of *voices* from the country of *locale*."""
    here = [v for v in voices if PLACES.get(locale, "") in v.name()]
    return min(here, key=lambda voice: len(voice.name()), default=None)
