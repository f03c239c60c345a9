"""Paints every window in every state worth seeing, without a display, to judge.

    .venv/bin/python packaging/windows.py FOLDER [NAME...] [--dark] [--long] [--rtl]
        [--screen 1280x800]

NAME leaves all others out whose names do not begin so. --long makes every text 40 %
longer, with accents; --rtl has windows and letters go from right to left.
QT_SCALE_FACTOR=2 doubles all sizes. `packaging/stills.py` paints every phase of a
session, `packaging/screenshots.py` takes pictures of the running program.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QPauseAnimation, Qt
from PySide6.QtWidgets import QApplication
from translated import leftward, longer, translate

from stretchbreak.core.choices import Appearance
from stretchbreak.qt.prompt_window import PromptWindow
from tests.support.scenes import SCENES, Scene
from tests.support.stage import stage

SETTLED_MS = 600
"""After this long the lists have their pictures."""


def main() -> int:
    """Save a picture of each window."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("names", nargs="*", metavar="NAME", help="else all")
    for option in ("dark", "long", "rtl"):
        parser.add_argument(f"--{option}", action="store_true")
    parser.add_argument("--screen", default="1280x800", help="how large it is")
    asked = parser.parse_intermixed_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = on_a_screen(asked.screen)
    if asked.rtl:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look = Appearance.DARK if asked.dark else Appearance.LIGHT
    for name, scene in SCENES.items():
        if name.startswith(tuple(asked.names) or ""):
            file = asked.folder / f"{name}.png"
            take(scene, file, look, long=asked.long, rtl=asked.rtl)
    application.quit()
    return 0


def on_a_screen(size: str) -> QApplication:
    """Return an application on a screen that nobody sees, *size* before scaling."""
    factor = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    width, height = (round(int(side) * factor) for side in size.split("x"))
    place = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    screen = {**place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"screens": [screen]}, file)
        file.flush()
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"
        return QApplication([])


def take(scene: Scene, file: Path, look: Appearance, *, long: bool, rtl: bool) -> None:
    """Save a picture of a window that *scene* opens."""
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder)) as made:
        made.wear(look)
        window = scene(made)
        wait(SETTLED_MS)  # coming to the front, a window may show its texts anew
        if long:
            translate(window, longer)
        if rtl:
            translate(window, leftward)
        if isinstance(window, PromptWindow):
            window.adjustSize()  # as it does itself whenever it asks
        wait(SETTLED_MS)
        if not window.grab().save(str(file)):
            raise OSError(f"{file} cannot be written")
        print(file)


def wait(milliseconds: int) -> None:
    """Let everything go on for so long."""
    loop, pause = QEventLoop(), QPauseAnimation(milliseconds)
    pause.finished.connect(loop.quit)
    pause.start()
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
