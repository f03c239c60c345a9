"""A sound server of our own that nobody hears, and an ear on it.

    with Ear() as ear:
        ...                       # let a program with ear.env make a sound
        assert ear.loudness(begins_s, ends_s) > SOFT

Moments are seconds of the machine's steady clock.
"""

import math
import os
import shutil
import subprocess
from array import array
from bisect import bisect_left
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import TracebackType
from typing import Self

from stretchbreak.runtime.system_clock import steady
from tests.support.programs import Program, wait_until

LACKING = [c for c in ("pulseaudio", "parec", "pactl") if shutil.which(c) is None]
"""What the ear takes that this machine has not."""
RATE = 16_000
SOFT = 60.0
"""Of 32,767; silence is zero, a soft chime some hundreds."""
STEP_S = 0.02


class Ear:
    """Records what is heard, all the time.

    Attributes:
        env: The environment for programs that are to be heard.
    """

    def __init__(self) -> None:
        self._programs = ExitStack()
        # Not pytest's folder: the names of sockets must be short.
        self._folder = Path(
            self._programs.enter_context(
                TemporaryDirectory(prefix="ear-", ignore_cleanup_errors=True)
            )
        )
        self.env = os.environ | {
            "PULSE_SERVER": f"unix:{self._folder}/ear.sock",
            "XDG_RUNTIME_DIR": str(self._folder),
        }
        for variable in ("PIPEWIRE_REMOTE", "SPEECHD_ADDRESS"):
            self.env.pop(variable, None)
        self._listener: Thread | None = None
        self._samples = array("h")
        self._marks: list[tuple[float, int]] = []

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._programs.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._programs.close()
        if self._listener is not None:
            self._listener.join()

    def heard_until(self, moment: float) -> bool:
        """Return whether the recording has come to *moment*."""
        return bool(self._marks) and self._marks[-1][0] >= moment

    def loudness(self, begins: float, ends: float) -> float:
        """Return the root of the mean square of what was heard meanwhile."""
        part = self._samples[self._index(begins) : self._index(ends)]
        return math.sqrt(sum(v * v for v in part) / max(len(part), 1))

    def onset(self, begins: float, ends: float) -> float | None:
        """Return the first moment between these two at which something is heard."""
        steps = int((ends - begins) / STEP_S)
        moments = (begins + step * STEP_S for step in range(steps))
        loud = (m for m in moments if self.loudness(m, m + STEP_S) > SOFT)
        return next(loud, None)

    def _start(self) -> None:
        socket = self._folder / "ear.sock"
        self._run(
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
            *("--exit-idle-time=-1", "--log-level=error"),
            *("-L", "module-null-sink sink_name=ear"),
            *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
        )
        wait_until(self._answers, "pulseaudio does not answer")
        recorder = self._run(
            *("parec", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"),
            *("--latency-msec=10", "--process-time-msec=10", "-d", "ear.monitor"),
        )
        assert recorder._process.stdout is not None
        # A descriptor of its own: the other is closed when the program is ended.
        pipe = os.dup(recorder._process.stdout.fileno())
        self._listener = Thread(target=self._listen, args=(pipe,), daemon=True)
        self._listener.start()
        # The first seconds come late and all at once.
        wait_until(lambda: len(self._samples) > RATE // 10, "nothing is recorded")

    def _run(self, *command: str) -> Program:
        program = Program(*command, env=self.env, talks=True)
        return self._programs.enter_context(program)

    def _answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "info"],  # noqa: S607 - where it is differs
            env=self.env,
            check=False,
            capture_output=True,
        )
        return asked.returncode == 0

    def _listen(self, pipe: int) -> None:
        rest = b""
        while data := os.read(pipe, 4096):
            whole = rest + data
            rest = whole[len(whole) // 2 * 2 :]
            self._samples.frombytes(whole[: len(whole) - len(rest)])
            self._marks.append((steady().total_seconds(), len(self._samples)))
        os.close(pipe)

    def _index(self, moment: float) -> int:
        """Return which sample was heard at *moment*."""
        place = bisect_left(self._marks, (moment, 0))
        if place >= len(self._marks):
            raise ValueError(f"nothing was recorded at {moment}")
        at, count = self._marks[place]
        return max(count - round((at - moment) * RATE), 0)
