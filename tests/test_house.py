"""What the whole house agrees on, and no other tool checks."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import stretchbreak
from stretchbreak.cli import VERBS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "stretchbreak"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
FOLDER = re.compile(r"(?<![\w/.:-])(?:[\w.-]+/)+(?![\w*<.])")
"""A path that ends in a slash; what is no folder, such as left/right, does not."""
HEARD = {
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
    "stretchbreak.audio.chimes",
    "stretchbreak.audio.voice",
}
SEEN = {"PySide6.QtGui", "PySide6.QtWidgets"}


def imported(file: Path) -> Iterator[str]:
    """Yield the names of all modules that *file* may import, wherever it does."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def folders() -> list[str]:
    """Return the path of every folder of ours, with a slash at both ends."""
    tops = ("packaging", "resources", "stretchbreak", "tests")
    below = [each for top in tops for each in (ROOT / top, *(ROOT / top).rglob("*"))]
    return [
        f"/{each.relative_to(ROOT).as_posix()}/"
        for each in below
        if each.is_dir() and each.name != "__pycache__"
    ]


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.glob("platforms/**/*.py")), ids=lambda file: file.stem
)
def test_the_platforms_show_nothing(file: Path) -> None:
    assert not SEEN & set(imported(file))


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=module_of)
def test_only_the_child_loads_what_makes_sound(file: Path) -> None:
    child = {f"stretchbreak/audio/{name}.py" for name in ("chimes", "voice", "child")}

    assert module_of(file) in child or not HEARD & set(imported(file))


def test_the_import_of_something_seen_would_be_noticed(tmp_path: Path) -> None:
    file = tmp_path / "some.py"

    for line in (
        "from PySide6 import QtWidgets",
        "from PySide6.QtGui import QColor",
        "def f():\n    import PySide6.QtGui",
    ):
        file.write_text(line)
        assert SEEN & set(imported(file))


def test_each_verb_has_its_module_and_each_module_of_a_verb_its_line() -> None:
    names = [file.stem for file in (PACKAGE / "cli").glob("[!_]*.py")]
    modules = {name: import_module(f"stretchbreak.cli.{name}") for name in names}

    verbs = {
        name
        for name, module in modules.items()
        if hasattr(module, "run") and hasattr(module, "add_arguments")
    }

    assert verbs == set(VERBS)


def test_the_package_that_is_tested_is_this_one() -> None:
    assert Path(str(stretchbreak.__file__)).parent == PACKAGE


def test_every_folder_of_tests_is_a_package() -> None:
    parents = {file.parent for file in (ROOT / "tests").rglob("*.py")}

    assert [each for each in parents if not (each / "__init__.py").is_file()] == []


@pytest.mark.skipif(not ARCHITECTURE.exists(), reason="it is not written yet")
def test_the_map_names_every_folder_and_none_that_there_is_not() -> None:
    named = FOLDER.findall(ARCHITECTURE.read_text(encoding="utf-8"))
    known = folders()

    made_up = [n for n in named if not any(f.endswith(f"/{n}") for f in known)]
    ours = {f"{each.parent.name}/" for each in PACKAGE.glob("*/__init__.py")}

    assert made_up == []
    assert ours - set(named) == set()
