"""The child's end of the pipe: orders come in, news goes out."""

import os
import sys
from threading import Thread

from PySide6.QtCore import QObject, Signal

from stretchbreak.audio import messages


class Orders(QObject):
    """Reads the input in a thread of its own: pipes wake Qt on some systems only.

    Signals:
        came: A line; carries it.
        ended: There will be no more.
    """

    came = Signal(bytes)
    ended = Signal()

    def start(self) -> None:
        """Begin to read."""
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        # Not sys.stdin: its lock would be held while the interpreter shuts down.
        rest = b""
        while data := os.read(0, 65_536):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self.came.emit(line)
        self.ended.emit()


def tell(news: messages.News) -> None:
    """Write *news* to the output; where nobody reads it any more, that is all right."""
    try:
        sys.stdout.buffer.write(messages.line(news))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os._exit(0)
