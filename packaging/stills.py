"""Paints each state of the session's windows and of the page after it, to look at.

    .venv/bin/python packaging/stills.py FOLDER [light|dark] [WIDTHxHEIGHT...]

No display is needed. The views are made of the real stretches, the windows are the
real ones; QT_SCALE_FACTOR=2 doubles all sizes. `packaging/screenshots.py` takes
pictures of the running program instead.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPauseAnimation
from PySide6.QtWidgets import QApplication, QWidget

from stretchbreak.core import plan
from stretchbreak.core.choices import Appearance
from stretchbreak.core.closing import Closing
from stretchbreak.core.effects import Notice
from stretchbreak.core.history import Outcome, Result, Session, Stretched
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.player import RESUME, Running, begin
from stretchbreak.core.routine import Side, Step
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import SessionView, session_view
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import session_motion, theme, wording
from stretchbreak.qt.closing_window import ClosingWindow
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.storage import routine_files
from stretchbreak.storage.places import resources
from stretchbreak.storage.pose_files import PoseFiles

STEPS = (
    "single-knee-to-chest",
    "pelvic-tilt",
    "spinal-twist",
    "lying-hamstring",
    "figure-four",
)
SECOND = timedelta(seconds=1)
SETTLED_MS = 3600
"""After this long the figure has moved into a hold."""
TURNED_MS = 1500


def main() -> int:
    """Save a picture of each state."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder, look = Path(sys.argv[1]), Appearance((sys.argv[2:] or ["light"])[0])
    sizes = [tuple(map(int, size.split("x"))) for size in sys.argv[3:]]
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    theme.apply(look)
    for name, closing, advice in closings():
        page = ClosingWindow()
        page.show_closing(closing)
        if advice is not None:
            page.show_advice(wording.notice(advice))
        save(page, folder / f"closing-{name}-{look.value}.png", TURNED_MS // 5)
    poses = PoseFiles(resources() / "poses")
    for width, height in sizes or [(1100, 720)]:
        for name, view in phases():
            window = SessionWindow()
            window.resize(width, height)
            shown(window, view, poses.get(session_motion.pose(view)))
            after = SETTLED_MS if view.phase is Phase.HOLD else TURNED_MS
            file = f"session-{name}-{width}x{height}-{look.value}.png"
            save(window, folder / file, after)
    application.quit()
    return 0


def shown(
    window: SessionWindow, view: SessionView, picture: PoseSequence | None
) -> None:
    """Show *view* in *window*."""
    window.show_session(view, timer=view.remaining, picture=picture)


def save(window: QWidget, file: Path, after_ms: int) -> None:
    """Save a picture of *window* so long after it was shown, and be rid of it."""
    loop = QEventLoop()
    wait = QPauseAnimation(after_ms)
    wait.finished.connect(loop.quit)
    wait.start()
    loop.exec()
    if not window.grab().save(str(file)):
        raise OSError(f"{file} cannot be written")
    print(file)
    window.hide()
    window.deleteLater()


def phases() -> Iterator[tuple[str, SessionView]]:
    """Yield a view of each phase, by its name."""
    of = planned()
    for phase in dict.fromkeys(segment.phase for segment in of.segments):
        yield phase.value, at(of, phase)
    yield "hold-right", at(of, Phase.HOLD, Side.RIGHT)
    hold = at(of, Phase.HOLD, Side.LEFT)
    yield "resume", replace(hold, phase=Phase.RESUME, remaining=RESUME, length=RESUME)
    for phase in (Phase.PAUSED, Phase.HURT):
        yield phase.value, replace(hold, phase=phase, ends_at=None)


def at(of: Plan, phase: Phase, side: Side | None = None) -> SessionView:
    """Return the first *phase* in *of*, on *side* if it matters, as it begins."""
    index = next(
        i
        for i, each in enumerate(of.segments)
        if each.phase is phase and side in {None, each.side}
    )
    now = sum((each.length for each in of.segments[:index]), timedelta())
    player = replace(begin(of, now), index=index)
    length = of.segments[index].length
    player = replace(player, state=Running(now + length))
    view = session_view(player, now)
    return replace(view, ends_at=now + length, length=length, skipped=frozenset())


def planned() -> Plan:
    """Return a session of all lying stretches."""
    known = routine_files.load(resources()).stretches
    steps = [(Step(stretch=name), known[name]) for name in STEPS]
    return plan.make("full", steps, Settings(), known["walk"])


def closings() -> Iterator[tuple[str, Closing, Notice | None]]:
    """Yield what can be looked back at, and the advice that follows, by its name."""
    held, of = 30 * SECOND, planned()
    done = [Stretched(name, Outcome.DONE, (held, held)) for name in STEPS]
    done[1] = replace(done[1], held=(40 * SECOND,))
    broken = [
        *done[:2],
        replace(done[2], outcome=Outcome.SKIPPED, held=(held, 12 * SECOND)),
        replace(done[3], outcome=Outcome.SKIPPED, held=()),
    ]
    hurt = [done[0], replace(done[1], outcome=Outcome.HURT), *done[2:]]
    for name, stretches, back, advice in (
        ("lying", done, False, None),
        ("question", done, True, None),
        ("short", done[:2], True, None),
        ("partial", broken, True, None),
        ("hurt", hurt, True, None),
        ("worse", done[:2], True, Notice.WORSE),
        ("see-somebody", hurt, True, Notice.SEE_SOMEBODY),
    ):
        names = {stretch.id: stretch.name for stretch in of.steps}
        partly = stretches is broken
        began = datetime(2026, 3, 2, 10, tzinfo=UTC)
        session = Session(
            routine="full",
            began=began,
            ended=began + of.total,
            result=Result.PARTIAL if partly else Result.DONE,
            planned=of.total,
            spent=of.total / 2 if partly else of.total,
            stretches=tuple(stretches),
        )
        yield name, Closing(session, names, back), advice


if __name__ == "__main__":
    sys.exit(main())
