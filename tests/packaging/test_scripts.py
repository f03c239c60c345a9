"""The shell scripts that set the machine up."""

import os
import subprocess
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def shell(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 (our own scripts)
        ["/bin/sh", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "script", sorted(PACKAGING.glob("*.sh")), ids=lambda script: script.name
)
def test_a_plain_shell_can_read_a_script(script: Path) -> None:
    assert shell("-n", str(script)).stderr == ""


@pytest.mark.desktop
def test_a_virtual_desktop_has_a_tray_and_leaves_nothing_behind(tmp_path: Path) -> None:
    look = 'xdotool search --class trayer && echo "$XAUTHORITY" && exit 7'
    script = str(PACKAGING / "virtual-desktop.sh")
    result = shell(script, "sh", "-c", look, TMPDIR=str(tmp_path))
    assert result.returncode == 7, result.stderr
    assert str(tmp_path) in result.stdout
    assert list(tmp_path.iterdir()) == []
