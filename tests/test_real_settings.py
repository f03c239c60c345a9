"""The settings file, edited by hand while the real program runs."""

from pathlib import Path

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.programs import wait_until
from tests.support.running_app import App


@pytest.mark.desktop
def test_what_is_edited_is_used_and_what_is_broken_is_set_aside(
    tmp_path: Path,
) -> None:
    home = tmp_path / "stretchbreak"
    file = home / "config" / "settings.toml"

    with VirtualDesktop(tmp_path) as desktop:
        app = App(desktop, home)
        app.launch()

        def due_within(seconds: int) -> bool:
            ahead: int = app.status()["next_prompt_s"]
            return 0 < ahead <= seconds

        assert not due_within(1800)

        file.write_text('sitting_limit = "30m"\n')
        wait_until(lambda: due_within(1800), "the edited file is not used")

        file.write_text("sitting_limit = = 20\n")
        wait_until(lambda: not file.exists(), "the broken file is not set aside")
        wait_until(lambda: not due_within(1800), "the defaults are not used")
        (aside,) = file.parent.glob("settings.broken-*.toml")
        assert aside.read_text() == "sitting_limit = = 20\n"
