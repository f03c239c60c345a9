"""A desktop of our own to test on, that nobody sees and nobody else uses.

What it takes is installed by packaging/test.sh. A test that needs it fails
where that is missing, rather than being skipped.
"""

import os
import subprocess
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.programs import PrivateBus, Program, on_bus, read_line, wait_until

# Nothing of the desktop that the tests are run on may reach what they test.
_OF_THE_REAL_DESKTOP = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
    "DESKTOP_SESSION",
    "DISPLAY",
    "PIPEWIRE_REMOTE",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_ID",
    "XDG_SESSION_TYPE",
)


_NOTIFICATIONS = "org.freedesktop.Notifications"
_NOTIFIERS = (  # as in packaging/bootstrap.sh
    "/usr/lib/notification-daemon/notification-daemon",
    "/usr/libexec/notification-daemon",
    "/usr/lib/notification-daemon-1.0/notification-daemon",
)


class VirtualDesktop:
    """An X server with, on demand, a window manager, a tray and a session bus.

    Attributes:
        env: The environment for programs that are to run on it. Home and all
            other folders of the user lie under the folder given.
    """

    def __init__(
        self,
        folder: Path,
        *,
        manager: bool = False,
        tray: bool = False,
        bus: bool = False,
        size: str = "1280x800",
    ) -> None:
        self.env = environment(folder)
        self._manager = manager
        self._tray = tray
        self._bus = bus
        self._size = size
        self._programs = ExitStack()
        self._server: Program | None = None

    def start(self) -> Self:
        """Start it all, and wait until it can be used."""
        try:
            self._start_server()
            if self._bus:
                bus = self._programs.enter_context(PrivateBus(self.env))
                self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.address
            if self._manager:
                self.run("openbox")
                wait_until(self._is_managed, "openbox manages no windows")
            if self._tray:
                self.run_tray()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End all that was started, the last first. Stopping twice is harmless."""
        self._programs.close()

    def run(self, *command: str, talks: bool = False) -> Program:
        """Start a program on this desktop; it ends with it. See `Program`."""
        program = Program(*command, env=self.env, talks=talks)
        return self._programs.enter_context(program)

    def splits_in_two(self) -> None:
        """Have two monitors side by side, each with half of the screen."""
        width, height = map(int, self._size.split("x"))
        half, mm = width // 2, "300"
        for name, at, output in (("left", 0, "screen"), ("right", half, "none")):
            shape = f"{half}/{mm}x{height}/{mm}+{at}+0"
            self.run("xrandr", "--setmonitor", name, shape, output).wait()

    def unplugs_the_right_one(self) -> None:
        """Have only the left one of the two monitors."""
        self.run("xrandr", "--delmonitor", "right").wait()

    def run_tray(self) -> Program:
        """Start a tray, and wait until it can be seen."""
        tray = self.run("trayer", "--edge", "top", "--align", "right")
        wait_until(self._has_tray, "trayer shows no tray")
        return tray

    def run_notifier(self) -> Program:
        """Start a notification server, and wait until it can be asked."""
        found = next((path for path in _NOTIFIERS if Path(path).exists()), None)
        if found is None:
            raise FileNotFoundError("no notification server: see packaging/test.sh")
        server = self.run(found)
        address = self.env["DBUS_SESSION_BUS_ADDRESS"]
        wait_until(
            lambda: on_bus(address, _NOTIFICATIONS), "the notification server is late"
        )
        return server

    def xdotool(self, *arguments: str) -> str:
        """Act as the person at the keyboard and mouse, or look at windows.

        Returns:
            What xdotool says.

        Raises:
            CalledProcessError: It failed, which is how it says "not found".
        """
        command = ("xdotool", *arguments)
        done = subprocess.run(  # noqa: S603 - a command of our own
            command,
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
            timeout=20,
        )
        return done.stdout.strip()

    def xdotool_or_nothing(self, *arguments: str) -> str:
        """Do as `xdotool`; say nothing where it fails to find something."""
        try:
            return self.xdotool(*arguments)
        except subprocess.CalledProcessError:
            return ""

    @property
    def server(self) -> Program:
        """The X server."""
        assert self._server is not None
        return self._server

    def kill_server(self) -> None:
        """End the X server without notice, as a crash would."""
        self.server.kill()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _start_server(self) -> None:
        """Start Xvfb, have it find a free display, and learn which one."""
        reading, writing = os.pipe()
        try:
            server = Program(
                *("Xvfb", "-displayfd", str(writing)),
                *("-screen", "0", f"{self._size}x24"),
                *("-nolisten", "tcp", "-noreset"),
                env=self.env,
                pass_fds=(writing,),
            )
            self._server = self._programs.enter_context(server)
            os.close(writing)
            self.env["DISPLAY"] = f":{read_line(reading, 'Xvfb')}"
        finally:
            os.close(reading)

    def _is_managed(self) -> bool:
        """Only a window manager knows of desktops."""
        return self._answers("get_num_desktops")

    def _has_tray(self) -> bool:
        return self._answers("search", "--onlyvisible", "--class", "trayer")

    def _answers(self, *question: str) -> bool:
        return bool(self.xdotool_or_nothing(*question))


def environment(folder: Path) -> dict[str, str]:
    """Return our environment without the real desktop, and its folders in *folder*."""
    env = {k: v for k, v in os.environ.items() if k not in _OF_THE_REAL_DESKTOP}
    for variable, name in {
        "HOME": "home",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_RUNTIME_DIR": "run",
    }.items():
        path = folder / name
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        env[variable] = str(path)
    env["QT_QPA_PLATFORM"] = "xcb"
    # Sessions are silent here: nobody starts a sound server or a speech service.
    env["PULSE_SERVER"] = f"unix:{folder}/none"
    env["SPEECHD_ADDRESS"] = f"unix_socket:{folder}/none"
    return env
