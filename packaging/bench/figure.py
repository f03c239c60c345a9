"""What the moving pictures cost: milliseconds a frame, a core's share in the hold.

    .venv/bin/python packaging/bench/figure.py [STRETCH...]

Beside them, in the same run, a bare scene: a background, a head and 15 limbs with
round ends, all in gradients, and nothing to work out. Times are the processor's
own, so that a busy machine counts little; milliseconds are medians.

    first    a frame never seen before: worked out, then painted
    again    the same frame the next time round, as in every preview and walk
    x bare   how much of the latter that is, in bare scenes
    hold     the share of one core in the first 30 s that the figure breathes

In the end 10 000 frames are painted, of all stretches: memory must stay where it
was.
"""

import math
import os
import resource
import sys
import tomllib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QPauseAnimation, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QApplication

from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.qt.figure_breath import FRAME, FigureBreath
from stretchbreak.qt.figure_motion import FigureMotion
from stretchbreak.qt.figure_view import FigureView

POSES = Path(__file__).parents[2] / "resources" / "poses"
SIZES = ((1280, 720), (3840, 2160))
SMALL = (480, 320)
WAY_MS = 2500
FRAMES = 60
HOLD_S = 30
MANY = 10_000
AGAIN = 4
LIMBS = 15


def main() -> int:
    """Measure the stretches named, or all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    files = [POSES / f"{name}.toml" for name in sys.argv[1:]]
    sequences = {
        file.stem: pose_from(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in files or sorted(POSES.glob("*.toml"))
    }
    for size in SIZES:
        compare(sequences, size)
    endure(sequences.values())
    application.quit()
    return 0


def compare(sequences: dict[str, PoseSequence], size: tuple[int, int]) -> None:
    """Print a table for pictures of one *size*."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    bare = median(cost(lambda: paint_bare(image)) for _ in range(FRAMES))
    print(f"{size[0]}x{size[1]}: the bare scene takes {bare:.1f} ms")
    print(f"{'':22}{'first':>8}{'again':>8}{'x bare':>8}{'hold':>8}")
    for name, sequence in sequences.items():
        shown = Shown(sequence, size)
        first, again = median(shown.way()), median(shown.way())
        line = f"{name:22}{first:8.1f}{again:8.1f}{again / bare:8.2f}"
        print(line if sequence.loops else f"{line}{shown.hold():8.1%}", flush=True)
        shown.close()


def endure(sequences: Iterable[PoseSequence]) -> None:
    """Paint very many frames, and print what memory the process has before and after.

    A first round of everything is not counted: it fills what is kept for good.
    """
    paint_all(sequences)
    before, done = memory_kib(), 0
    while done < MANY:
        done += paint_all(sequences)
    print(f"{done} frames: {before} KiB before, {memory_kib()} KiB after")


def paint_all(sequences: Iterable[PoseSequence]) -> int:
    """Show each of *sequences* a few times, and return in how many frames."""
    done = 0
    for sequence in sequences:
        shown = Shown(sequence, SMALL)
        done += sum(len(shown.way()) for _ in range(AGAIN))
        shown.close()
    return done


class Shown:
    """A picture in a window of its own, moved by hand."""

    def __init__(self, sequence: PoseSequence, size: tuple[int, int]) -> None:
        self._sequence = sequence
        self._view = FigureView()
        self._view.resize(*size)
        self._view.show()
        QApplication.processEvents()  # now it can be seen
        motion, breath = (
            self._view.findChildren(FigureMotion)[0],
            self._view.findChildren(FigureBreath)[0],
        )
        self._way = motion.findChildren(QVariantAnimation)[0]
        self._breath = breath.findChildren(QPauseAnimation)[0]

    def way(self) -> list[float]:
        """Go from start to hold, or one round; return what each frame cost, in ms."""
        self._view.show_pose(self._sequence, at=0.0, mirrored=False)
        self._painted()
        if self._sequence.loops:
            self._view.loop(WAY_MS)
        else:
            self._view.move_to(1.0, WAY_MS)
        times = (i * WAY_MS // FRAMES + 1 for i in range(1, FRAMES))
        return [cost(partial(self._go, at)) for at in times]

    def hold(self) -> float:
        """Hold and breathe for a while; return the share of one core it took."""
        self._view.move_to(1.0, 0, breathes=True)
        frames = round(HOLD_S / FRAME.total_seconds())
        return sum(cost(self._breathe) for _ in range(frames)) / 1000 / HOLD_S

    def close(self) -> None:
        """Be gone at once."""
        self._view.hide()
        self._view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _go(self, at_ms: int) -> None:
        self._way.setCurrentTime(at_ms)
        self._painted()

    def _breathe(self) -> None:
        self._breath.setCurrentTime(self._breath.duration())
        self._painted()

    def _painted(self) -> None:
        """Let Qt paint what is due, without going on by the clock."""
        QApplication.sendEvent(self._view, QEvent(QEvent.Type.UpdateRequest))


def paint_bare(image: QImage) -> None:
    """Paint a background, a head and 15 limbs, all in gradients."""
    width, height = image.width(), image.height()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = gradient(QPointF(), QPointF(0, height), "#F5F2EC", "#D3CBE4")
    painter.fillRect(image.rect(), ground)
    middle, reach = QPointF(width / 2, height / 2), height * 0.2
    for i in range(LIMBS):
        angle = 2 * math.pi * i / LIMBS
        start = middle + QPointF(math.cos(angle), math.sin(angle)) * reach * 0.5
        end = middle + QPointF(math.cos(angle), math.sin(angle)) * reach * 1.7
        limb = QPen(gradient(start, end, "#5A84D2", "#253F78"), height * 0.07)
        limb.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(limb)
        painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(
        gradient(middle, middle + QPointF(0, reach / 2), "#E3AC86", "#A86C4C")
    )
    painter.drawEllipse(middle, reach / 2, reach / 2)
    painter.end()


def gradient(start: QPointF, end: QPointF, light: str, dark: str) -> QBrush:
    """Return a brush that goes from *light* to *dark*."""
    colors = QLinearGradient(start, end)
    colors.setColorAt(0, QColor(light))
    colors.setColorAt(1, QColor(dark))
    return QBrush(colors)


def cost(work: Callable[[], object]) -> float:
    """Return the processor time that *work* takes, in milliseconds."""
    before = spent()
    work()
    return (spent() - before) * 1000


def spent() -> float:
    """Return the processor time this process has taken, in seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def memory_kib() -> int:
    """Return how much of the machine's memory the process fills, in KiB."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() // 1024


if __name__ == "__main__":
    sys.exit(main())
