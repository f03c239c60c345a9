"""Prints every stretch picture into one PNG, to look at them all at once.

    python packaging/contact_sheet.py OUT.png [--light | --dark] [--width 450]
                                      [--look mia]

Each stretch shows its start, half the way and its hold; one that loops shows
three moments of its round. Without --light or --dark both themes are printed.
"""

import argparse
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from stretchbreak.core.settings import FigureLook
from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.figure.scene import scene
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_painter import paint_scene

POSES = Path(__file__).parents[1] / "resources" / "poses"
MOMENTS = (0.0, 0.5, 1.0)
LOOP_MOMENTS = (0.0, 0.25, 0.75)
GAP = 8
CAPTION = 24


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: whether it is dark, what is behind the figure, and the captions."""

    dark: bool
    card: str
    ink: str


THEMES = {
    "light": Theme(dark=False, card="#EAE5DB", ink="#22303A"),
    "dark": Theme(dark=True, card="#1D242E", ink="#E9EDF2"),
}


def main() -> None:
    """Read the command line and write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path, help="the PNG to write")
    parser.add_argument("--width", type=int, default=450, help="of a picture, in px")
    theme = parser.add_mutually_exclusive_group()
    for name in THEMES:
        theme.add_argument(f"--{name}", action="store_const", const=name, dest="theme")
    parser.add_argument(
        "--look", type=FigureLook, default=FigureLook.MIA, choices=list(FigureLook)
    )
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    themes = [THEMES[options.theme]] if options.theme else list(THEMES.values())
    image = sheet(read_poses(), themes, options.look, options.width)
    saved = image.save(str(options.out))
    application.quit()
    if not saved:
        parser.error(f"cannot write {options.out}")


def read_poses() -> dict[str, PoseSequence]:
    """Return every pose file, by the stretch's id."""
    return {
        path.stem: pose_from(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(POSES.glob("*.toml"))
    }


def sheet(
    poses: dict[str, PoseSequence], themes: list[Theme], look: FigureLook, width: int
) -> QImage:
    """Return the sheet: a row for each stretch, a block of columns for each theme."""
    height = width * 2 // 3
    block, row = len(MOMENTS) * (width + GAP), CAPTION + height + GAP
    image = QImage(
        block * len(themes), row * len(poses), QImage.Format.Format_ARGB32_Premultiplied
    )
    painter = QPainter(image)
    for column, theme in enumerate(themes):
        left = column * block
        palette = figure_palette(look, dark=theme.dark)
        painter.fillRect(left, 0, block, image.height(), QColor(theme.card))
        for line, (name, sequence) in enumerate(poses.items()):
            top = line * row
            painter.setPen(QColor(theme.ink))
            caption = QRectF(left + GAP, top, block, CAPTION)
            painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, name)
            for i, at in enumerate(LOOP_MOMENTS if sequence.loops else MOMENTS):
                target = QRectF(left + i * (width + GAP), top + CAPTION, width, height)
                picture = scene(sequence, at=at, look=look)
                paint_scene(painter, picture, target, palette)
    painter.end()
    return image


if __name__ == "__main__":
    main()
