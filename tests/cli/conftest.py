"""A command line to type at, and a program that runs."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from stretchbreak.cli import main
from tests.cli.shell import Ran, Shell

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that all of the program's own are in."""
    monkeypatch.setenv("STRETCHBREAK_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Return what runs a command line in this very process."""

    def run(*words: str) -> Ran:
        try:
            code: object = main(words)
        except SystemExit as end:  # argparse's way
            code = end.code
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run


@pytest.fixture
def running(home: Path) -> Iterator[Callable[[int], None]]:
    """Return what lets a program run whose user has sat for so many minutes."""
    with ExitStack() as stack:

        def run(minutes: int) -> None:
            program = stack.enter_context(
                subprocess.Popen(  # noqa: S603 - ours
                    [sys.executable, "-m", "tests.cli.program", str(minutes)],
                    cwd=ROOT,
                    env={**os.environ, "STRETCHBREAK_HOME": str(home)},
                    stdout=subprocess.PIPE,
                )
            )
            stack.callback(program.terminate)
            assert program.stdout is not None
            assert program.stdout.readline() == b"ready\n"

        yield run
