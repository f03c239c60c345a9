"""What the moving pictures cost: milliseconds a frame, a core's share in the hold.

    .venv/bin/python packaging/bench/figure.py [STRETCH...]

Beside them, in the same run, a bare scene: a background, a head and 15 limbs with
round ends, all in gradients, and nothing to work out. Times are the processor's
own, so that a busy machine counts little; milliseconds are medians.

    ahead    to work a frame out before the way is gone, one at a time; the session
             does so while something else is shown, or the picture still stands
    longest  the longest piece of that work; nothing else can happen meanwhile
    bare     the bare scene, after the way: in turns, each would find cold caches
    motion   a frame in motion that was worked out ahead, as the session meets it
    x bare   how much that is, in bare scenes
    unready  a frame in motion that was not: after a jump to another stretch
    hold     the share of one core in the first 30 s that the figure breathes

In the end 10 000 frames are painted, of all stretches: memory must stay where it
was.
"""

import math
import os
import resource
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import (
    QEvent,
    QPauseAnimation,
    QPointF,
    QSequentialAnimationGroup,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QApplication

from stretchbreak.core.breath import FIRST
from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.qt.figure_ahead import FigureAhead
from stretchbreak.qt.figure_breath import FRAME, FigureBreath
from stretchbreak.qt.figure_motion import FigureMotion
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.ways import STRIDE, way_in

POSES = Path(__file__).parents[2] / "resources" / "poses"
SIZES = ((1280, 720), (3840, 2160))
SMALL = (480, 320)
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
    print(f"{size[0]}x{size[1]}")
    heads = ("ahead", "longest", "bare", "motion", "x bare", "unready", "hold")
    print(f"{'':22}" + "".join(f"{head:>9}" for head in heads))
    for name, sequence in sequences.items():
        shown = Shown(sequence, size)
        ahead = shown.ahead()
        motion = median(shown.way())
        bare = median(cost(lambda: paint_bare(image)) for _frame in range(FRAMES))
        shown.forget()
        unready = median(shown.way())
        line = f"{name:22}{median(ahead):9.1f}{max(ahead):9.1f}{bare:9.1f}{motion:9.1f}"
        line += f"{motion / bare:9.2f}{unready:9.1f}"
        print(line if sequence.loops else f"{line}{shown.hold():9.1%}", flush=True)
        shown.close()


def endure(sequences: Iterable[PoseSequence]) -> None:
    """Paint very many frames, and print what memory the process has before and after.

    Two rounds of everything are not counted: they fill what is kept for good.
    """
    for _round in ("fills", "stays"):
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
        done += sum(1 for _ in range(AGAIN) for _frame in shown.way())
        shown.close()
    return done


class Shown:
    """A picture in a window of its own, moved by hand."""

    def __init__(self, sequence: PoseSequence, size: tuple[int, int]) -> None:
        self._sequence = sequence
        lasting = STRIDE if sequence.loops else way_in(sequence)
        self._lasting_ms = round(lasting / timedelta(milliseconds=1))
        self._view = FigureView()
        self._view.resize(*size)
        self._view.show()
        QApplication.processEvents()  # now it can be seen
        motion, breath, ahead = (
            self._view.findChildren(FigureMotion)[0],
            self._view.findChildren(FigureBreath)[0],
            self._view.findChildren(FigureAhead)[0],
        )
        self._way = motion.findChildren(QVariantAnimation)[0]
        self._breath = breath.findChildren(QSequentialAnimationGroup)[0]
        self._ahead = ahead.findChildren(QPauseAnimation)[0]

    def ahead(self) -> list[float]:
        """Work a whole way out ahead; return what each piece of that cost, in ms."""
        self._view.show_pose(self._sequence, at=0.0, mirrored=False)
        self._view.get_ready()
        pieces: list[float] = []
        while self._ahead.state() is QPauseAnimation.State.Running:
            pieces.append(cost(self._work))
        return pieces

    def forget(self) -> None:
        """Let it know no frame any more."""
        self._view.hide()
        self._view.show()
        QApplication.processEvents()

    def way(self) -> Iterator[float]:
        """Go from start to hold, or one round; yield what each frame cost, in ms."""
        self._view.show_pose(self._sequence, at=0.0, mirrored=False)
        self._painted()
        if self._sequence.loops:
            self._view.loop(self._lasting_ms)
        else:
            self._view.move_to(1.0, self._lasting_ms)
        times = (i * self._lasting_ms // FRAMES + 1 for i in range(1, FRAMES))
        for at in times:
            yield cost(partial(self._go, at))

    def hold(self) -> float:
        """Hold and breathe for a while; return the share of one core it took."""
        self._view.move_to(1.0, 0, breathes=FIRST)
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

    def _work(self) -> None:
        self._ahead.setCurrentTime(self._ahead.duration())

    def _breathe(self) -> None:
        frame_ms = round(FRAME / timedelta(milliseconds=1))
        self._breath.setCurrentTime(self._breath.currentTime() + frame_ms)
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
