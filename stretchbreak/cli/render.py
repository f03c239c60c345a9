"""`stretchbreak render`: a stretch's picture as a file, without a display."""

import argparse
from typing import TYPE_CHECKING

from stretchbreak.cli import kept, output
from stretchbreak.cli.arguments import share, size
from stretchbreak.cli.listing import library, one_of
from stretchbreak.cli.outcome import DONE, WRONG_USAGE, CommandError
from stretchbreak.core.routine import Side, Stretch

if TYPE_CHECKING:
    from stretchbreak.figure.pose import PoseSequence

FORMATS = ("png", "svg")
START = "start"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.description = "Write the picture of a stretch to a file."
    parser.add_argument("stretch", metavar="STRETCH", help="its name in `stretches`")
    sides = [side.value for side in Side]
    parser.add_argument(
        "--side", choices=sides, help="of the body; without it left, which comes first"
    )
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--phase", choices=(START, "hold"), help="without it, hold")
    when.add_argument(
        "--at", metavar="0..1", type=share, help="any moment from start to hold"
    )
    parser.add_argument(
        "--size",
        metavar="WxH",
        type=size,
        default=(1200, 800),
        help="in pixels; default: 1200x800",
    )
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="default: light"
    )
    parser.add_argument(
        "--format", choices=FORMATS, help="without it, as FILE's name ends"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="- for standard output"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the picture and return the exit code."""
    form = _format(arguments)
    stretch = one_of(library().stretches, "stretch", arguments.stretch)
    side = _side(stretch, arguments.side)
    output.write(_picture(arguments, form, stretch, side), arguments.output)
    return DONE


def _format(arguments: argparse.Namespace) -> str:
    if arguments.format is not None:
        return str(arguments.format)
    if arguments.output == output.STDOUT:
        return FORMATS[0]
    _, dot, suffix = arguments.output.rpartition(".")
    if dot and suffix.lower() in FORMATS:
        return str(suffix.lower())
    raise CommandError(
        f"{arguments.output}: expected a name that ends in .png or .svg, or --format",
        WRONG_USAGE,
    )


def _side(stretch: Stretch, wanted: str | None) -> Side | None:
    if stretch.sided:
        return Side(wanted or Side.LEFT)
    if wanted is not None:
        raise CommandError(
            f"{stretch.id} has no sides, both legs do the same; leave --side out"
        )
    return None


def _picture(
    arguments: argparse.Namespace, form: str, stretch: Stretch, side: Side | None
) -> bytes:
    from PySide6.QtCore import QSize

    from stretchbreak.figure.scene import scene
    from stretchbreak.qt.figure_colors import figure_palette
    from stretchbreak.qt.picture import THEMES, png
    from stretchbreak.qt.picture_svg import svg

    sequence = _pose(stretch)
    at = _moment(arguments, sequence)
    look = kept.settings(kept.settings_file()).figure_look
    drawn = scene(sequence, at=at, mirrored=side is Side.LEFT, look=look)
    pixels, theme = QSize(*arguments.size), THEMES[arguments.theme]
    palette = figure_palette(look, dark=theme.dark)
    if form == "png":
        return png(drawn, pixels, palette, theme.card)
    title = stretch.name if side is None else f"{stretch.name}, {side.value}"
    return svg(drawn, pixels, palette, theme.card, title)


def _pose(stretch: Stretch) -> "PoseSequence":
    from stretchbreak.storage import pose_files
    from stretchbreak.storage.places import resources
    from stretchbreak.storage.toml_file import WrongFileError

    try:
        return pose_files.read(resources() / "poses", stretch.pose)
    except WrongFileError as wrong:
        raise CommandError(f"{stretch.id} has no picture: {wrong}") from wrong


def _moment(arguments: argparse.Namespace, sequence: "PoseSequence") -> float:
    if arguments.at is not None:
        return float(arguments.at)
    return 0.0 if arguments.phase == START else sequence.telling_moment
