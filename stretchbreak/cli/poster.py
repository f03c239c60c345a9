"""`stretchbreak poster`: a routine on a sheet of paper, without a display."""

import argparse

from stretchbreak.cli import kept, output
from stretchbreak.cli.listing import library, one_of
from stretchbreak.cli.outcome import DONE, WRONG_USAGE, CommandError
from stretchbreak.core import choice
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Catalogue, Routine
from stretchbreak.core.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.description = (
        "Write a routine to a PDF of one page, to be printed: pictures, how long, "
        "and when to stop. Lengths are as in your settings."
    )
    parser.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        default="full",
        help="its name in `stretchbreak routines`; default: full",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE.pdf",
        required=True,
        help="- for standard output",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet and return the exit code."""
    file: str = arguments.output
    if file != output.STDOUT and not file.lower().endswith(".pdf"):
        raise CommandError(f"{file}: expected a name that ends in .pdf", WRONG_USAGE)
    output.write(_sheet(arguments.routine), file)
    return DONE


def planned(routine: Routine, known: Catalogue, settings: Settings) -> Plan:
    """Return what a session of *routine* would be now."""
    offer = choice.offer(routine, known, settings, kept.history())
    return choice.planned(offer, known, settings)


def _sheet(name: str) -> bytes:
    from PySide6.QtGui import QGuiApplication

    from stretchbreak.qt.poster import pdf
    from stretchbreak.storage.places import resources
    from stretchbreak.storage.pose_files import PoseFiles

    known = library()
    routine = one_of(known.routines, "routine", name)
    settings = kept.settings(kept.settings_file())
    plan = planned(routine, known, settings)
    # Letters need an application. This one shows nothing, whatever desktop is there.
    app = QGuiApplication(["stretchbreak", "-platform", "offscreen"])
    try:
        poses = PoseFiles(resources() / "poses")
        return pdf(routine, plan, poses.get, settings.figure_look)
    except ValueError as error:
        raise CommandError(f"{name}: {error}") from error
    finally:
        del app
