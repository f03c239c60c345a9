"""The command line: one file per verb.

A verb's module has `add_arguments(parser)` and `run(arguments) -> exit code`.
Only the module of the verb that is asked for is imported, and what is slow to
import, Qt first of all, inside its `run`, so that `--help` and the verbs that
need no window stay quick.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from stretchbreak import __version__
from stretchbreak.cli.outcome import FAILED, CommandError

VERBS = {
    "start": "begin a session now",
    "status": "what is going on",
    "snooze": "put the shown reminder off",
    "skip": "leave this break out",
    "walked": "say that you just walked",
    "pause": "switch reminders off for a while",
    "resume": "switch reminders on again",
    "quit": "end the program",
    "routines": "list the routines there are",
    "stretches": "list the stretches there are",
    "settings": "show and change settings",
    "history": "what was done, and how the back felt",
    "render": "a stretch's picture as a file",
    "poster": "a routine on a sheet of paper",
    "simulate": "what would happen on a day like this",
    "autostart": "start with your login, or not",
    "sound": "make a session's sound; the program does this by itself",
    "doctor": "which ways of this desktop are used, and why",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv* and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    parser = _parser(words)
    arguments = parser.parse_args(words)
    if arguments.background and arguments.verb:
        parser.error("--background goes without a verb")
    verb = arguments.verb or "open"
    try:
        code = _module(verb).run(arguments)
        sys.stdout.flush()
    except CommandError as error:
        print(f"stretchbreak: {error}", file=sys.stderr)
        return error.code
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
        return FAILED
    return int(code)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="stretchbreak",
        description="Break reminder and stretch coach for a desk worker's lower back. "
        "Without a verb: start, or bring the running one to the front.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--background",
        action="store_true",
        help="open no window, as at the start with your login; without a verb only",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for verb, about in VERBS.items():
        described = f"{about[0].upper()}{about[1:]}."
        child = verbs.add_parser(verb, help=about, description=described)
        if verb in words:
            _module(verb).add_arguments(child)
    return parser


def _module(verb: str) -> ModuleType:
    return import_module(f"stretchbreak.cli.{verb}")
