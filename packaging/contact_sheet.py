"""Prints the stretch pictures into one PNG for each theme, to judge them at once.

    python packaging/contact_sheet.py OUT.png [STRETCH ...] [--light | --dark]
        [--strip] [--untitled] [--width 450] [--look mia]

Each stretch shows its start, half the way and its hold; one that loops shows
three moments of its round. A strip shows twelve moments, to judge the motion.
Without --light or --dark there are two files: OUT-light.png and OUT-dark.png.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.scene import scene
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.picture import THEMES, image
from stretchbreak.qt.theme import Theme
from stretchbreak.storage.places import resources
from stretchbreak.storage.pose_files import PoseFiles

MOMENTS = (0.0, 0.5, 1.0)
LOOP_MOMENTS = (0.0, 0.25, 0.75)
FRAMES = 12
GAP = 8
CAPTION = 24


class Cell(NamedTuple):
    """One picture of the sheet."""

    caption: str
    sequence: PoseSequence
    at: float


def main() -> None:
    """Read the command line and write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path, help="the PNG to write")
    parser.add_argument("stretches", nargs="*", metavar="STRETCH", help="else all")
    parser.add_argument("--strip", action="store_true", help="twelve frames of each")
    parser.add_argument("--untitled", action="store_true", help="without captions")
    parser.add_argument("--width", type=int, help="of a picture, in px")
    theme = parser.add_mutually_exclusive_group()
    for name in THEMES:
        theme.add_argument(f"--{name}", action="store_const", const=name, dest="theme")
    parser.add_argument(
        "--look", type=FigureLook, default=FigureLook.MIA, metavar="mia|sam|rosa|paul"
    )
    options = parser.parse_intermixed_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])  # captions need its fonts
    names = options.stretches or all_names()
    cells, columns, width = arranged(list(read(names)), strip=options.strip)
    for name in [options.theme] if options.theme else list(THEMES):
        sheet = painted(
            cells,
            columns,
            options.width or width,
            THEMES[name],
            options.look,
            0 if options.untitled else CAPTION,
        )
        out: Path = options.out
        file = out if options.theme else out.with_stem(f"{out.stem}-{name}")
        if not sheet.save(str(file)):
            parser.error(f"cannot write {file}")
    del application


def all_names() -> list[str]:
    """Return the name of every pose."""
    files = (resources() / "poses").iterdir()
    return sorted(file.name.removesuffix(".toml") for file in files)


def read(names: Sequence[str]) -> Iterator[tuple[str, PoseSequence]]:
    """Yield each of *names* that has a pose, with it; the log tells of others."""
    poses = PoseFiles(resources() / "poses")
    for name in names:
        sequence = poses.get(name)
        if sequence is not None:
            yield name, sequence


def arranged(
    poses: Sequence[tuple[str, PoseSequence]], *, strip: bool
) -> tuple[list[Cell], int, int]:
    """Return the cells, how many stand in a row, and how wide each is in px."""
    frames = tuple(i / (FRAMES - 1) for i in range(FRAMES))
    cells = [
        Cell(f"{name}  {at:.2f}" if strip else name, sequence, at)
        for name, sequence in poses
        for at in (frames if strip else LOOP_MOMENTS if sequence.loops else MOMENTS)
    ]
    if not strip:
        return cells, 2 * len(MOMENTS) if len(poses) > 1 else len(MOMENTS), 450
    return (cells, FRAMES, 220) if len(poses) > 1 else (cells, FRAMES // 3, 600)


def painted(  # noqa: PLR0913, PLR0917 - what the command line asks for
    cells: Sequence[Cell],
    columns: int,
    width: int,
    theme: Theme,
    look: FigureLook,
    caption: int,
) -> QImage:
    """Return the sheet, with captions that are *caption* px high."""
    palette = figure_palette(look, dark=theme.dark)
    height = width * 2 // 3
    across, down = width + GAP, caption + height + GAP
    rows = -(-len(cells) // columns)
    sheet = QImage(columns * across, rows * down, QImage.Format.Format_RGB32)
    sheet.fill(QColor(theme.card))
    painter = QPainter(sheet)
    painter.setPen(QColor(theme.ink))
    for index, cell in enumerate(cells):
        x, y = index % columns * across, index // columns * down
        if caption:
            room = QRectF(x + GAP, y, width - GAP, caption)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cell.caption)
        drawn = scene(cell.sequence, at=cell.at, look=look)
        picture = image(drawn, QSize(width, height), palette, theme.card)
        painter.drawImage(x, y + caption, picture)
    painter.end()
    return sheet


if __name__ == "__main__":
    main()
