"""Holds that are asked for, with the real thing where it can be had here."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchbreak.core.holds import By
from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import (
    Presence,
    call_camera,
    call_macos,
    call_pipewire,
    call_pulse,
    call_windows,
    dnd_macos,
    dnd_windows,
    fullscreen_windows,
    fullscreen_x11,
    programs,
    windows_state,
)
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import AdapterError
from tests.support.desktop import VirtualDesktop
from tests.support.programs import Program, wait_until

DEFAULTS = Settings()


@pytest.fixture
def desktop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True) as desktop:
        monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        yield desktop


def test_a_full_screen_window_is_seen_while_it_is_active(
    desktop: VirtualDesktop,
) -> None:
    asker = fullscreen_x11.start()
    assert not asker.holds(DEFAULTS)

    terminal = desktop.run("xterm", "-fullscreen", "-e", "cat")
    wait_until(lambda: asker.holds(DEFAULTS), "the full-screen window is not seen")
    small = desktop.run("xterm", "-title", "small", "-e", "cat")
    wait_until(lambda: not asker.holds(DEFAULTS), "a window behind still holds")
    small.stop()
    wait_until(lambda: asker.holds(DEFAULTS), "it is not seen in front again")
    terminal.stop()
    wait_until(lambda: not asker.holds(DEFAULTS), "a window that is gone still holds")


def test_an_x_server_that_is_gone_is_an_error(desktop: VirtualDesktop) -> None:
    asker = fullscreen_x11.start()

    desktop.kill_server()

    with pytest.raises(AdapterError, match="cannot be reached"):
        asker.holds(DEFAULTS)


@pytest.fixture
def pulse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """PulseAudio with a microphone that hears nothing, and a loudspeaker."""
    for variable in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "HOME"):
        folder = tmp_path / variable
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    with Program(
        *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
        *("--exit-idle-time=-1", "--log-level=error"),
        *("-L", "module-native-protocol-unix"),
        *("-L", "module-null-source source_name=microphone"),
        *("-L", "module-null-sink sink_name=loudspeaker"),
        env=os.environ,
    ):
        asker = call_pulse.start()
        wait_until(lambda: _answers(asker), "PulseAudio does not answer")
        yield


def _answers(asker: call_pulse.PulseRecorders) -> bool:
    try:
        asker._list("sources")
    except AdapterError:
        return False
    return True


@pytest.mark.usefixtures("pulse")
def test_a_microphone_that_is_recorded_is_a_call() -> None:
    asker = call_pulse.start()
    assert not asker.holds(DEFAULTS)

    with Program("parec", "--device=microphone", "/dev/null", env=os.environ):
        wait_until(lambda: asker.holds(DEFAULTS), "the recording is not seen")
    wait_until(lambda: not asker.holds(DEFAULTS), "it holds on after its end")


@pytest.mark.usefixtures("pulse")
def test_recording_what_the_computer_plays_is_no_call() -> None:
    asker, device = call_pulse.start(), "loudspeaker.monitor"

    with Program("parec", f"--device={device}", "/dev/null", env=os.environ):
        wait_until(lambda: bool(list(asker._list("source-outputs"))), "it is not seen")
        assert not asker.holds(DEFAULTS)


def test_without_a_sound_server_nobody_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")

    assert not call_pulse.start().holds(DEFAULTS)


def test_a_tool_that_fails_says_why(tmp_path: Path) -> None:
    tool = _tool(tmp_path / "pactl", "echo out of order >&2; exit 3")

    with pytest.raises(AdapterError, match="pactl: out of order"):
        call_pulse.PulseRecorders(str(tool)).holds(DEFAULTS)


@pytest.mark.parametrize(
    ("properties", "state", "expected"),
    [
        ({"media.class": "Stream/Input/Audio"}, "running", True),
        ({"media.class": "Stream/Input/Audio"}, "suspended", False),
        ({"media.class": "Stream/Output/Audio"}, "running", False),
        (
            {"media.class": "Stream/Input/Audio", "stream.capture.sink": True},
            "running",
            False,
        ),
    ],
)
def test_pipewire_tells_by_its_nodes(
    properties: dict[str, object], state: str, *, expected: bool, tmp_path: Path
) -> None:
    nodes = [{"type": "Core"}, {"info": {"state": state, "props": properties}}]
    tool = _tool(tmp_path / "pw-dump", f"cat {tmp_path}/nodes")
    (tmp_path / "nodes").write_text(json.dumps(nodes))

    asker = call_pipewire.PipeWireRecorders(str(tool))

    assert asker.holds(DEFAULTS) is expected


def test_a_tool_that_speaks_another_language_is_an_error(tmp_path: Path) -> None:
    tool = str(_tool(tmp_path / "tool", "echo what"))

    for asker in (
        call_pulse.PulseRecorders(tool),
        call_pipewire.PipeWireRecorders(tool),
    ):
        with pytest.raises(AdapterError, match="JSON"):
            asker.holds(DEFAULTS)


def test_an_open_camera_is_a_call(tmp_path: Path) -> None:
    devices, processes = tmp_path / "dev", tmp_path / "proc"
    files = processes / "77" / "fd"
    for folder in (devices, files):
        folder.mkdir(parents=True)
    asker = call_camera.Cameras(devices, processes)
    (files / "0").symlink_to("/dev/null")

    (devices / "video0").touch()
    assert not asker.holds(DEFAULTS)
    (files / "7").symlink_to(devices / "video0")
    assert asker.holds(DEFAULTS)
    (devices / "video0").unlink()  # it was unplugged
    assert not asker.holds(DEFAULTS)


def test_the_real_processes_can_be_looked_through(tmp_path: Path) -> None:
    camera = tmp_path / "video3"
    camera.touch()
    asker = call_camera.Cameras(tmp_path, Path("/proc"))

    assert not asker.holds(DEFAULTS)
    with camera.open():
        assert asker.holds(DEFAULTS)


def test_a_program_of_the_list_is_seen_while_it_runs() -> None:
    asker = programs.start()
    listed = Settings(hold_programs=("Zoom", "SLEEP"))

    with Program("sleep", "600"):
        wait_until(lambda: asker.holds(listed), "the program is not seen")
        assert not asker.holds(Settings(hold_programs=("slee",)))
        assert not asker.holds(DEFAULTS)


def test_a_long_name_is_known_by_its_command(tmp_path: Path) -> None:
    process = tmp_path / "4711"
    process.mkdir()
    (process / "comm").write_text("a-program-with-\n")
    (process / "cmdline").write_bytes(b"/opt/a-program-with-a-long-name\0--flag\0")
    (tmp_path / "12").mkdir()  # it ends while it is looked at

    asker = programs.Programs(lambda: programs.names_in(tmp_path))

    assert asker.holds(Settings(hold_programs=("A-program-with-a-long-name.exe",)))


def test_windows_tells_of_the_microphone_and_the_camera() -> None:
    stops: dict[str, list[int]] = {"microphone": [133_000], "webcam": []}
    asker = call_windows.WindowsCapabilities(lambda name: iter(stops[name]))

    assert not asker.holds(DEFAULTS)
    stops["webcam"] = [133_000, 0]
    assert asker.holds(DEFAULTS)


@pytest.mark.parametrize(
    ("state", "dnd", "full"),
    [
        (windows_state.BUSY, False, True),
        (windows_state.GAME, False, True),
        (windows_state.PRESENTATION, True, False),
        (windows_state.QUIET, True, False),
        (5, False, False),  # QUNS_ACCEPTS_NOTIFICATIONS
    ],
)
def test_windows_tells_by_its_state(state: int, *, dnd: bool, full: bool) -> None:
    assert dnd_windows.WindowsQuiet(lambda: state).holds(DEFAULTS) is dnd
    assert fullscreen_windows.WindowsFullScreen(lambda: state).holds(DEFAULTS) is full


def test_macos_tells_of_its_default_microphone() -> None:
    numbers = {(1, b"dIn "): 42, (42, b"gone"): 1}
    asker = call_macos.MacMicrophone(lambda thing, name: numbers[thing, name])

    assert asker.holds(DEFAULTS)
    numbers[42, b"gone"] = 0
    assert not asker.holds(DEFAULTS)
    numbers[1, b"dIn "] = 0  # there is no microphone
    assert not asker.holds(DEFAULTS)


def test_macos_notes_a_focus_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "Assertions.json"
    focus = dnd_macos.MacFocus(file)

    file.write_text('{"data": [{"storeAssertionRecords": [{}]}]}')
    assert focus.holds(DEFAULTS)
    file.write_text('{"data": [{"storeInvalidationRecords": [{}]}]}')
    assert not focus.holds(DEFAULTS)
    file.write_text('{"data": 3}')
    with pytest.raises(AdapterError, match=r"Assertions\.json"):
        focus.holds(DEFAULTS)


@pytest.mark.skipif(sys.platform != "linux", reason="there they work")
def test_what_belongs_to_other_systems_is_passed_over() -> None:
    for way in (
        call_macos,
        call_windows,
        dnd_macos,
        dnd_windows,
        fullscreen_windows,
    ):
        with pytest.raises(PassedOverError, match="this is not"):
            way.start()


def test_only_what_the_settings_let_count_is_asked(desktop: VirtualDesktop) -> None:
    presence = Presence()
    desktop.run("xterm", "-fullscreen", "-e", "cat")
    wait_until(
        lambda: By.FULLSCREEN in presence.found(DEFAULTS), "full screen is not found"
    )

    assert By.FULLSCREEN not in presence.found(Settings(hold_fullscreen=False))
    presence.close()


def test_a_way_that_does_not_answer_holds_nothing_and_is_logged_once(
    desktop: VirtualDesktop, caplog: pytest.LogCaptureFixture
) -> None:
    presence = Presence()
    desktop.kill_server()

    assert By.FULLSCREEN not in presence.found(DEFAULTS)
    assert By.FULLSCREEN not in presence.found(DEFAULTS)

    said = [text for text in caplog.messages if "fullscreen/x11" in text]
    assert len(said) == 1
    presence.close()


def _tool(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path
