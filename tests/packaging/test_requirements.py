"""The pins: complete, hashed, without addresses, and enough to build the wheel."""

import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.build import build_wheel
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "packaging/requirements.txt"
TEST = ROOT / "packaging/requirements-test.txt"
UV = ROOT / "packaging/requirements-uv.txt"

# The grammar has room for names, versions, markers and hashes: for no address.
PIN = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[a-z0-9.]+)(?: ; [A-Za-z0-9_<>=!'. -]+)?"
    r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n"
)


def pins(file: Path) -> dict[str, str]:
    return {pin["name"]: pin["version"] for pin in PIN.finditer(file.read_text())}


def declared() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {
        "build-system": project["build-system"]["requires"],
        "dependencies": project["project"]["dependencies"],
        **project["project"]["optional-dependencies"],
        **project["dependency-groups"],
    }


@pytest.mark.parametrize("file", [RUNTIME, TEST, UV], ids=lambda file: file.name)
def test_a_file_holds_hashed_pins_and_nothing_else(file: Path) -> None:
    assert pins(file)
    assert PIN.sub("", file.read_text()) == ""


@pytest.mark.parametrize("source", declared())
def test_every_dependency_is_pinned_within_its_bounds(source: str) -> None:
    pinned = pins(TEST if source == "test" else RUNTIME)
    for line in declared()[source]:
        requirement = Requirement(line)
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), line


def test_the_tests_run_against_the_versions_that_are_shipped() -> None:
    assert pins(RUNTIME).items() <= pins(TEST).items()


@pytest.mark.parametrize("part", ["pyside6-essentials", "pyside6-addons", "shiboken6"])
def test_pyside_is_not_the_release_that_aborts(part: str) -> None:
    assert pins(RUNTIME)[part] != "6.12.0"


def test_the_wheel_brings_all_resources_and_no_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        names = set(wheel.namelist())
    resources = ROOT / "resources"
    expected = {
        f"stretchbreak/resources/{file.relative_to(resources).as_posix()}"
        for file in resources.rglob("*")
        if file.is_file()
    }
    assert expected
    assert expected <= names
    assert not any(name.startswith("tests/") for name in names)
