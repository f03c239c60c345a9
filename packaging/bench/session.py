"""What the window of a session costs, phase by phase, while it runs.

    .venv/bin/python packaging/bench/session.py [SECONDS]

A real window, 1280x720, goes through the phases of two stretches on the real clock.

    core     the share of one core that the process takes, once the phase has
             begun; in a hold, once the figure is there: the aim is 5 % at most
    blocked  the longest that the event loop left a beat waiting which was due,
             from the phase's first moment on; the aim is 50 ms
    busy     the most processor time it took between two beats: what `blocked`
             would be on a machine with nothing else to do

The beat is asked for in a second round, since it costs something itself. Run with
QT_QPA_PLATFORM=xcb on a virtual desktop, what the screen takes counts too.
"""

import gc
import os
import resource
import sys
from datetime import timedelta

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication

from stretchbreak.core import plan, player
from stretchbreak.core.choices import Appearance
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.player import Player
from stretchbreak.core.routine import Step
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import session_view
from stretchbreak.qt import session_motion, theme
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.storage import routine_files
from stretchbreak.storage.places import resources
from stretchbreak.storage.pose_files import PoseFiles

SIZE = (1280, 720)
SECONDS = 10
SETTLING_MS = {Phase.HOLD: 5000}
BEAT_MS = 5
STEPS = ("single-knee-to-chest", "pelvic-tilt")
PHASES = (
    Phase.WARM_UP,
    Phase.GET_READY,
    Phase.HOLD,
    Phase.SWITCH,
    Phase.PRESS,
    Phase.RELEASE,
    Phase.REST,
)


class Heartbeat(QObject):
    """Notes the longest that a beat which was due had to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms = self.busy_ms = 0.0
        self._since = QElapsedTimer()
        self._since.start()
        self._spent = spent()
        self._id = self.startTimer(BEAT_MS, Qt.TimerType.PreciseTimer)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Compare with the beat before."""
        waited = self._since.nsecsElapsed() / 1e6 - BEAT_MS
        self._since.restart()
        self.late_ms = max(self.late_ms, waited)
        before, self._spent = self._spent, spent()
        self.busy_ms = max(self.busy_ms, (self._spent - before) * 1000)

    def stop(self) -> tuple[float, float]:
        """Return the longest wait and the most work, in milliseconds."""
        self.killTimer(self._id)
        return self.late_ms, self.busy_ms


def main() -> int:
    """Go through each phase twice, and print a line for it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme.apply(Appearance.LIGHT)
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    gc.freeze()  # as the program does
    window = SessionWindow()
    window.resize(*SIZE)
    shown = Shown(window)
    print(f"{'':12}{'core':>8}{'blocked':>12}{'busy':>12}")
    for phase in PHASES:
        core, (blocked, busy) = (
            shown.core(phase, seconds),
            shown.blocked(phase, seconds),
        )
        line = f"{phase.value:12}{core:8.1%}{blocked:9.0f} ms{busy:9.0f} ms"
        print(line, flush=True)
    window.hide()
    application.quit()
    return 0


class Shown:
    """A session's window, and the session it goes through."""

    def __init__(self, window: SessionWindow) -> None:
        self._window = window
        self._poses = PoseFiles(resources() / "poses")
        self._plan = planned()

    def core(self, phase: Phase, seconds: float) -> float:
        """Return the share of a core that *phase* takes, once it has begun."""
        self._enter(phase)
        run(SETTLING_MS.get(phase, 1))
        before, lasting = spent(), QElapsedTimer()
        lasting.start()
        run(round(seconds * 1000))
        return (spent() - before) / (lasting.nsecsElapsed() / 1e9)

    def blocked(self, phase: Phase, seconds: float) -> tuple[float, float]:
        """Return how long *phase* let a beat wait at most, and what it did meanwhile.

        Its start is included.
        """
        heart = Heartbeat()
        run(BEAT_MS)
        self._enter(phase)
        run(round(seconds * 1000))
        return heart.stop()

    def _enter(self, phase: Phase) -> None:
        """Show the beginning of *phase*, come to from the one before it."""
        for at in beginnings(self._plan, phase):
            now = player.advance(player.begin(self._plan, timedelta()), at)
            self._show(now, at)

    def _show(self, now: Player, at: timedelta) -> None:
        view = session_view(now, at)
        picture = self._poses.get(view.plan.steps[view.step].pose)
        self._window.show_session(view, timer=view.remaining, picture=picture)
        pose, mirrored = session_motion.following(view) or (None, False)
        following = self._poses.get(pose) if pose else None
        self._window.expect(following, mirrored=mirrored)
        QApplication.processEvents()


def planned() -> Plan:
    """Return a plan with a hold on each side, and with repetitions."""
    known = routine_files.load(resources()).stretches
    steps = [(Step(stretch=name), known[name]) for name in STEPS]
    return plan.make("bench", steps, Settings(), known["walk"])


def beginnings(of: Plan, phase: Phase) -> list[timedelta]:
    """Return when the phase before the first *phase* begins, and when it does."""
    index = next(i for i, each in enumerate(of.segments) if each.phase is phase)
    lengths = [each.length for each in of.segments[:index]]
    before = [sum(lengths[:-1], timedelta())] if lengths else []
    return [*before, sum(lengths, timedelta())]


def run(milliseconds: int) -> None:
    """Let the event loop go on for so long."""
    loop = QEventLoop()
    until = Alarm(loop, milliseconds)
    loop.exec()
    until.deleteLater()


class Alarm(QObject):
    """Ends an event loop."""

    def __init__(self, loop: QEventLoop, milliseconds: int) -> None:
        super().__init__()
        self._loop = loop
        self._id = self.startTimer(max(1, milliseconds), Qt.TimerType.PreciseTimer)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Ring once."""
        self.killTimer(self._id)
        self._loop.quit()


def spent() -> float:
    """Return the processor time this process has taken, in seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
