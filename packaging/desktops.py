"""Tries the program on the Wayland desktops that can run without a screen.

    sh packaging/desktops.sh

Mutter (GNOME), KWin (KDE Plasma) and Sway run here for real, headless, each on
a session bus of its own; input is put into them by their own ways. What it
prints is what was seen; it ends with 1 if anything was not as expected.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

from stretchbreak.core.holds import By
from stretchbreak.core.settings import Settings
from stretchbreak.platforms import idle
from stretchbreak.platforms.presence import Presence
from stretchbreak.platforms.wayland import Connection, words
from stretchbreak.runtime.ports.desktop import IdleSource
from tests.support.desktop import environment
from tests.support.fake_notifications import FakeNotifications
from tests.support.programs import PrivateBus, Program, wait_until

SOURCE_WATCHES = timedelta(seconds=2)
PATIENCE_MS = 30_000
ROOT = Path(__file__).parents[1]

failed: list[str] = []


def say(what: str, *, good: bool | None = None) -> None:
    """Print what was seen; note it where it is not as expected."""
    mark = {True: "ok  ", False: "FAIL", None: "    "}[good]
    print(f"  {mark} {what}", flush=True)
    if good is False:
        failed.append(what)


class NoDesktopError(Exception):
    """A Wayland server does not start; the message is what it said."""


@contextmanager
def desktop(name: str, command: list[str], **more: str) -> Iterator[None]:
    """Run a Wayland server on a bus of its own; both are in our environment.

    Raises:
        NoDesktopError: It does not start.
    """
    print(f"\n== {name}", flush=True)
    before = dict(os.environ)
    with TemporaryDirectory() as place, ExitStack() as programs:
        env = environment(Path(place)) | more
        bus = programs.enter_context(PrivateBus(env))
        env["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        env["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={place}/no-system-bus"
        log = programs.enter_context((Path(place) / "log").open("w"))
        server = programs.enter_context(Program(*command, env=env, output=log))
        run = Path(env["XDG_RUNTIME_DIR"])
        try:
            wait_until(lambda: bool(_sockets(run)) or not server.running, "no socket")
            if not _sockets(run):
                raise NoDesktopError((Path(place) / "log").read_text())
            env["WAYLAND_DISPLAY"] = _sockets(run)[0].name
            env["QT_QPA_PLATFORM"] = "wayland"
            os.environ.clear()
            os.environ.update(env)
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def try_idle(expected: str, touch: Callable[[], None]) -> None:
    """See whether the idle source notices that nobody is there, and who returns."""
    source, tried = idle.pick()
    for way in tried:
        say(f"{way.way}: {'used' if way.chosen else 'passed over'}: {way.why}")
    say(f"the idle source is {source.name}", good=source.name == expected)
    if source.name == expected:
        _try_return(source, touch)
    source.close()


def try_asking(touch: Callable[[], None]) -> None:
    """See whether the whole program, its clock hurried, asks by a notification."""
    ours = [sys.executable, "-m"]
    limit = ["settings", "set", "sitting_limit", "5m"]
    subprocess.run([*ours, "stretchbreak", *limit], check=True)  # noqa: S603 - ours
    hurried = [*ours, "tests.support.hurried_app", "60"]
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    with FakeNotifications(address) as server, Program(*hurried, env=os.environ):

        def asked() -> bool:
            touch()
            return server.tell("shown") != "[]"

        _until(asked)
        (shown, *_more) = json.loads(server.tell("shown")) or [{}]
        said = [shown.get("title"), *shown.get("actions", [])[1::2]]
        say(f"a notification asks: {said}", good="Start" in said)


def doctor() -> None:
    """Print what `stretchbreak doctor` says here."""
    done = subprocess.run(
        [sys.executable, "-m", "stretchbreak", "doctor"],
        capture_output=True,
        check=False,
        text=True,
    )
    say("doctor:", good=done.returncode == 0)
    for line in (done.stdout + done.stderr).splitlines():
        print(f"         {line}")


def _try_return(source: IdleSource, touch: Callable[[], None]) -> None:
    returns: list[timedelta] = []
    source.on_return(lambda: returns.append(source.idle_for()))
    touch()
    for attempt in ("first", "second"):
        source.expect_return(expected=True)
        _until(lambda: source.idle_for() > 2 * SOURCE_WATCHES)
        before = source.idle_for()
        say(f"without input the idle time is {before}", good=before > SOURCE_WATCHES)
        source.expect_return(expected=True)
        touch()
        _until(lambda: bool(returns))
        say(f"the {attempt} return is told: {bool(returns)}", good=bool(returns))
        after = source.idle_for()
        say(f"and the idle time is {after}", good=after < SOURCE_WATCHES)
        returns.clear()
    source.expect_return(expected=False)
    touch()
    _until(lambda: False, ms=500)
    say("a return that nobody expects is not told", good=not returns)


def mutter() -> None:
    """GNOME's window manager, with input by its remote desktop."""
    command = ["mutter", "--headless", "--wayland", "--no-x11"]
    monitor = ["--virtual-monitor", "1280x800"]
    with desktop("GNOME: mutter", command + monitor, XDG_CURRENT_DESKTOP="GNOME"):
        doctor()
        touch = _mutter_input()
        try_idle("gnome", touch)
        try_asking(touch)
        _try_do_not_disturb()


def kwin() -> None:
    """KDE Plasma's window manager, with input by its own fake input."""
    allowed = {"KWIN_WAYLAND_NO_PERMISSION_CHECKS": "1", "QT_QPA_PLATFORM": "offscreen"}
    with TemporaryDirectory() as place:
        # The installed file carries a capability, which a container may not grant.
        binary = Path(place) / "kwin_wayland"
        shutil.copyfile(shutil.which("kwin_wayland") or "kwin_wayland", binary)
        binary.chmod(0o755)
        command = [str(binary), "--virtual", "--width", "1280", "--height", "800"]
        with desktop("KDE Plasma: kwin_wayland", command, **allowed):
            doctor()
            touch = _kwin_input()
            try_idle("wayland", touch)
            try_asking(touch)


def sway() -> None:
    """A wlroots desktop, which lists its windows."""
    headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1"}
    headless["WLR_RENDERER"] = "pixman"
    command = ["sway", "--config", "/dev/null"]
    if os.geteuid() == 0:  # as which it refuses to run
        command = ["unshare", "--user", "--map-user=1000", "--map-group=1000", *command]
    with desktop("wlroots: sway", command, **headless):
        doctor()
        presence = Presence()
        full = By.FULLSCREEN in presence.found(Settings())
        say("no window fills the screen", good=not full)
        with Program(sys.executable, "-c", FULL_SCREEN, env=os.environ):
            _until(lambda: By.FULLSCREEN in presence.found(Settings()))
            full = By.FULLSCREEN in presence.found(Settings())
            say("a window that fills the screen holds", good=full)
        _until(lambda: By.FULLSCREEN not in presence.found(Settings()))
        full = By.FULLSCREEN in presence.found(Settings())
        say("and no more when it is gone", good=not full)
        presence.close()


FULL_SCREEN = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.showFullScreen()
app.exec()
"""


def _try_do_not_disturb() -> None:
    told: list[str] = []

    class Listener:
        def hold_began(self, by: By) -> None:
            told.append(f"{by.value} began")

        def hold_ended(self, by: By) -> None:
            told.append(f"{by.value} ended")

    presence = Presence()
    presence.tell(Listener())
    for value in ("false", "true"):
        count = len(told) + 1
        subprocess.run(  # noqa: S603 - the desktop's own tool
            ["/usr/bin/gsettings", "set", *BANNERS, value], check=True
        )
        _until(lambda: len(told) >= count)  # noqa: B023 - called at once
    expected = ["dnd began", "dnd ended"]
    say(f"Do Not Disturb by gsettings is told: {told}", good=told == expected)
    presence.close()


BANNERS = ("org.gnome.desktop.notifications", "show-banners")


def _mutter_input() -> Callable[[], None]:
    name = "org.gnome.Mutter.RemoteDesktop"
    bus = open_dbus_connection(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    manager = DBusAddress("/org/gnome/Mutter/RemoteDesktop", name, name)
    reply = bus.send_and_get_reply(new_method_call(manager, "CreateSession"))
    session = DBusAddress(reply.body[0], name, f"{name}.Session")
    bus.send_and_get_reply(new_method_call(session, "Start"))

    def touch() -> None:
        move = new_method_call(session, "NotifyPointerMotionRelative", "dd", (5.0, 5.0))
        bus.send_and_get_reply(move)

    return touch


def _kwin_input() -> Callable[[], None]:
    server = Connection()
    fake = server.bind("org_kde_kwin_fake_input", 1)
    name = words(5) + b"test\0\0\0\0"
    server.send(fake, 0, name + name)  # authenticate

    def touch() -> None:
        five = 5 * 256  # a fixed-point number
        server.send(fake, 1, words(five, five))  # pointer_motion
        server.round_trip()

    return touch


def _until(come_true: Callable[[], bool], ms: int = PATIENCE_MS) -> None:
    """Let the event loop go round until *come_true* says so, or *ms* are over."""
    deadline = QDeadlineTimer(ms)
    events = QEventLoop.ProcessEventsFlag.AllEvents
    while not come_true() and not deadline.hasExpired():
        QCoreApplication.processEvents(events, 50)


def _sockets(run: Path) -> list[Path]:
    return [path for path in run.glob("wayland-*") if path.suffix != ".lock"]


def main() -> int:
    """Try them all, and say how many things were not as expected."""
    app = QCoreApplication([])
    os.environ["PYTHONPATH"] = f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"
    for each in (mutter, kwin, sway):
        try:
            each()
        except NoDesktopError as error:
            say(f"it does not start: {error}", good=False)
    del app
    print(f"\n{len(failed)} things were not as expected", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
