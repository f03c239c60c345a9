"""Builds, wires and runs the program; the only module that knows everybody."""

import gc
import logging
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtWidgets import QApplication

from stretchbreak.audio.child_process import COMMAND, ChildProcess
from stretchbreak.core.coach import Coach
from stretchbreak.core.memory import blank
from stretchbreak.platforms import idle, motion, session
from stretchbreak.platforms.autostart import autostart
from stretchbreak.platforms.awake import Awake
from stretchbreak.platforms.notices.freedesktop import FreedesktopNotifier
from stretchbreak.platforms.presence import Presence
from stretchbreak.platforms.single_instance import Instance, ask, claim_or_ask
from stretchbreak.platforms.stop_signals import StopSignals
from stretchbreak.qt import crash, icon_painter
from stretchbreak.qt.file_watch import FileWatch
from stretchbreak.qt.screen import DesktopScreen
from stretchbreak.qt.standing import Standing
from stretchbreak.qt.unplugged import bring_back
from stretchbreak.qt.waker import Waker
from stretchbreak.runtime.engine import Engine
from stretchbreak.runtime.ports import Ports
from stretchbreak.runtime.ports.clock import Clock
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.remote import Open, Start, answer, said, understood
from stretchbreak.runtime.system_clock import SystemClock, steady, utc
from stretchbreak.storage import library_files, memory_file, routine_files
from stretchbreak.storage.history_db import HistoryDb
from stretchbreak.storage.journal_file import JournalFile
from stretchbreak.storage.memory_file import MemoryFile, Saved
from stretchbreak.storage.own_files import OwnFiles
from stretchbreak.storage.places import Places, make, places, resources
from stretchbreak.storage.pose_files import PoseFiles
from stretchbreak.storage.records import HistoryRecords
from stretchbreak.storage.settings_file import SettingsFile

PATIENCE = timedelta(seconds=5)
"""How long a second launch waits for the first to answer."""
LOG_SIZE = 500_000
"""How many bytes the log may have before a new one is begun."""

_log = logging.getLogger(__name__)

NewClock = Callable[[timedelta], Clock]


def run(wish: Open | Start, new_clock: NewClock = SystemClock) -> int:
    """Run the program until it ends, or pass *wish* on to the one that runs.

    Args:
        wish: What is wanted once it runs.
        new_clock: Makes the clock, given the reading it goes on from.

    Returns:
        The exit code.
    """
    where = places(os.environ)
    try:
        reply = ask(where.runtime, said(wish), PATIENCE)
        if reply is not None:
            return _passed_on(reply)
        if not _has_screen():
            return _failed(
                "there is no screen here: neither DISPLAY nor "
                "WAYLAND_DISPLAY is set; nothing is started"
            )
        _log_to(where)
        app = QApplication(sys.argv[:1])
        app.screenRemoved.connect(bring_back)
        # Qt listens only where there is an application, so the claim comes after.
        claimed = claim_or_ask(where.runtime, said(wish), PATIENCE)
    except AdapterError as error:
        return _failed(str(error))
    if not isinstance(claimed, Instance):
        return _passed_on(claimed)
    app.setApplicationName("stretchbreak")
    app.setDesktopFileName("io.github.stretchbreak.Stretchbreak")
    app.setWindowIcon(icon_painter.icon(icon_painter.Face(Standing.COUNTING, 12)))
    app.setQuitOnLastWindowClosed(False)
    crash.install()
    program = _Program(app, where, new_clock, wish)
    claimed.on_message(lambda line: answer(line, program.engine))
    program.begin()
    # What is there now stays; to look through it for garbage takes up to 50 ms.
    gc.freeze()
    code = app.exec()
    program.close()
    claimed.close()
    return code


class _Program:
    """All the parts, from launch to end."""

    def __init__(
        self,
        app: QApplication,
        where: Places,
        new_clock: NewClock,
        wish: Open | Start,
    ) -> None:
        self._wish = wish
        now = utc().astimezone()
        library = routine_files.load(resources(), where.data)
        topics, said_topics = library_files.load(resources() / "library")
        self._settings_file = settings_file = SettingsFile(where.settings)
        settings, said_settings = settings_file.load(now)
        history_db = HistoryDb(where.history)
        history, said_history = history_db.load(now)
        memories = MemoryFile(path=where.memory, boot_id=memory_file.boot_id())
        saved, said_memory = memories.load(now)
        clock, memories = _going_on(saved, memories, new_clock)
        self._told = (
            *library.faults,
            *said_topics,
            *said_settings,
            *said_history,
            *said_memory,
        )
        source, _tried = idle.pick()
        self._sound = ChildProcess(COMMAND)
        self._presence = Presence()
        ports = Ports(
            clock=clock,
            idle=source,
            awake=Awake(),
            other_idle=lambda lost: idle.pick(lost)[0],
            holds=self._presence,
            history=history_db,
            settings=settings_file,
            memory=memories,
            journal=JournalFile(where.journal),
            sound=self._sound,
        )
        memory = saved.memory if saved is not None else blank(clock.now())
        coach = Coach(settings, library, history, memory)
        # Not quit(): that asks each window first, and some answer for the user.
        self.engine = Engine(coach, ports, app.exit)
        self._waker = Waker(self.engine.wake)
        poses = PoseFiles(resources() / "poses")
        self._notifier = FreedesktopNotifier()
        self._screen = DesktopScreen(
            self.engine,
            clock,
            poses.get,
            str(where.settings),
            notifier=self._notifier,
            store=OwnFiles(resources(), where.data, library),
            topics=topics,
            autostart=autostart(),
            records=HistoryRecords(where.data, history_db),
            background=isinstance(wish, Open) and wish.background,
        )
        self._watch, _tried = session.watch(self.engine)
        self._motion, _tried = motion.watch(self._screen.set_less_movement)
        self._presence.tell(self.engine)
        self._signals = StopSignals(self.engine.quit)
        self._settings_watch = _watch(where.settings)
        self._settings_watch.changed.connect(self._read_settings)

    def begin(self) -> None:
        """Show what there is to show and meet the first wish."""
        wish = self._wish
        self.engine.begin(self._screen, self._waker)
        for line in self._told:
            self._screen.tell(line)
        if isinstance(wish, Start):
            refused = self.engine.start(wish.routine, warm=wish.warm)
            if refused is not None:
                self._screen.tell(refused)

    def _read_settings(self) -> None:
        """Use the settings in their file, which somebody may have changed.

        What is wrong with them is said once, not after each change of ours.
        """
        settings, lines = self._settings_file.load(utc().astimezone())
        self.engine.settings_found(settings)
        for line in lines:
            if line not in self._told:
                self._screen.tell(line)
        self._told = lines

    def close(self) -> None:
        """Let go of the desktop."""
        self._settings_watch.close()
        self._signals.close()
        self._watch.close()
        if self._motion is not None:
            self._motion.close()
        self._presence.close()
        self._waker.stop()
        self._sound.close()
        self._screen.close()
        self._notifier.close()


def _going_on(
    saved: Saved | None, memories: MemoryFile, new_clock: NewClock
) -> tuple[Clock, MemoryFile]:
    """Return a clock that goes on where the memory's stopped, and where to save.

    The time the program was not running counts as having passed.
    """
    now = steady()
    if saved is None:
        return new_clock(now), memories
    gap = memory_file.gap(saved, boot_id=memories.boot_id, steady=now, utc=utc())
    clock = new_clock(saved.memory.at.steady + gap)
    return clock, memories.going_on(saved, gap, now)


def _watch(file: Path) -> FileWatch:
    """Return what notices that *file* is changed; its folder must be there."""
    try:
        make(file.parent)
    except AdapterError as error:
        _log.warning("Changes of the settings file are not noticed: %s", error)
    return FileWatch(file)


def _log_to(where: Places) -> None:
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        make(where.log)
        file = where.log / "stretchbreak.log"
        handlers.append(
            RotatingFileHandler(
                file, maxBytes=LOG_SIZE, backupCount=2, encoding="utf-8"
            )
        )
    except (AdapterError, OSError) as error:
        print(f"stretchbreak: no log is kept: {error}", file=sys.stderr)
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
    )


def _has_screen() -> bool:
    """Return whether Qt finds a screen; without one it would end the process."""
    unix = sys.platform.startswith(("linux", "freebsd"))
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not unix or any(os.environ.get(name) for name in named)


def _passed_on(reply: bytes) -> int:
    try:
        refused = understood(reply).error
    except ValueError as error:
        refused = f"what runs is another version of Stretchbreak: {error}"
    return 0 if refused is None else _failed(refused)


def _failed(why: str) -> int:
    print(f"stretchbreak: {why}", file=sys.stderr)
    return 1
