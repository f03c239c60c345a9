"""The chimes, by way of QtMultimedia. Only the child imports this."""

from importlib.resources.abc import Traversable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from stretchbreak.audio.missing import MissingError
from stretchbreak.core.cues import Chime

NO_DEVICE = (
    "No chimes: there is no sound device. Connect one, or start the desktop's "
    "sound server, PipeWire or PulseAudio."
)


class Chimes(QObject):
    """All chimes, loaded and ready to sound.

    Raises:
        MissingError: There is nothing to sound on; the message says so, and what
            would help.
    """

    def __init__(self, folder: Traversable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            raise MissingError(NO_DEVICE)
        self.device = device.description()
        self._effects: dict[Chime, QSoundEffect] = {}
        self._latest: QSoundEffect | None = None
        for chime in Chime:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(folder / f"{chime.value}.wav")))
            self._effects[chime] = effect

    def set_volume(self, percent: int) -> None:
        """Sound at *percent* of full volume, as the voice does."""
        for effect in self._effects.values():
            effect.setVolume(percent / 100)

    def play(self, chime: Chime) -> None:
        """Let *chime* be heard, from its beginning."""
        self._latest = self._effects[chime]
        self._latest.play()

    def stop(self) -> None:
        """Be silent at once."""
        self._latest = None
        for effect in self._effects.values():
            effect.stop()

    @property
    def sounding(self) -> bool:
        """Whether something is heard, or will be as soon as it is loaded."""
        latest = self._latest
        if latest is not None and latest.status() is QSoundEffect.Status.Loading:
            return True
        return any(effect.isPlaying() for effect in self._effects.values())
