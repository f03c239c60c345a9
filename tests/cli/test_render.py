"""`render`, as it runs where there is no display."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from stretchbreak.qt.picture import THEMES
from tests.cli.bare import bare
from tests.cli.shell import Shell
from tests.support.pixels import difference

SIZE = "240x160"
KNEE = "single-knee-to-chest"


def rendered(*words: str) -> QImage:
    """Return the picture that `render` writes to its output."""
    ran = bare("render", *words, "-o", "-")
    assert (ran.returncode, ran.stderr) == (0, b"")
    image = QImage.fromData(ran.stdout)
    assert not image.isNull()
    return image


@pytest.fixture(scope="module")
def hold() -> QImage:
    """Return the hold of a stretch, on its left side."""
    return rendered(KNEE, "--size", SIZE)


def test_it_is_a_picture_of_that_size_on_the_apps_card(hold: QImage) -> None:
    assert f"{hold.width()}x{hold.height()}" == SIZE
    assert hold.pixelColor(0, 0) == QColor(THEMES["light"].card)
    blank = hold.copy()
    blank.fill(QColor(THEMES["light"].card))
    assert difference(hold, blank) > 5


def test_the_start_differs_from_the_hold(hold: QImage) -> None:
    start = rendered(KNEE, "--size", SIZE, "--phase", "start")

    assert difference(start, hold) > 2
    assert rendered(KNEE, "--size", SIZE, "--at", "0") == start
    between = rendered(KNEE, "--size", SIZE, "--at", "0.5")
    assert difference(between, start) > 1
    assert difference(between, hold) > 1


def test_the_other_side_is_the_mirror_image(hold: QImage) -> None:
    right = rendered(KNEE, "--size", SIZE, "--side", "right")

    assert difference(hold, right) > 3
    # Only the light comes from the same side in both.
    assert difference(hold.flipped(Qt.Orientation.Horizontal), right) < 1.5
    assert rendered(KNEE, "--size", SIZE, "--side", "left") == hold


def test_the_dark_theme_is_dark(hold: QImage) -> None:
    dark = rendered(KNEE, "--size", SIZE, "--theme", "dark")

    assert dark.pixelColor(0, 0) == QColor(THEMES["dark"].card)
    assert difference(hold, dark) > 50


def test_who_shows_it_is_as_in_the_settings(hold: QImage, shell: Shell) -> None:
    assert shell("settings", "set", "figure_look", "sam").code == 0

    assert difference(hold, rendered(KNEE, "--size", SIZE)) > 0.5


@pytest.mark.parametrize("size", ["96x72", "3840x2160", "200x700"])
def test_it_comes_in_any_size(size: str) -> None:
    picture = rendered("spinal-twist", "--size", size)

    assert f"{picture.width()}x{picture.height()}" == size
    card = QColor(THEMES["light"].card)
    assert picture.pixelColor(picture.rect().center()) != card


def test_a_still_of_a_walk_is_a_step() -> None:
    assert rendered("walk") == rendered("walk", "--at", "0.25")
    assert rendered("walk") != rendered("walk", "--phase", "start")


@pytest.mark.parametrize(
    ("stretch", "side"), [(KNEE, "left"), ("figure-four", "right")]
)
def test_the_svg_looks_the_same(stretch: str, side: str) -> None:
    words = (stretch, "--size", SIZE, "--side", side)

    ran = bare("render", *words, "--format", "svg", "-o", "-")

    root = ET.fromstring(ran.stdout)  # noqa: S314 - ours
    svg = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{svg}svg"
    assert (root.get("width"), root.get("height")) == ("240", "160")
    assert {child.tag for child in root} == {f"{svg}title", f"{svg}path"}
    assert root.findtext(f"{svg}title", "").endswith(f", {side}")
    assert len(ran.stdout) < 100_000
    png = rendered(*words)
    image = QImage(png.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)  # to see that the card covers all
    painter = QPainter(image)
    QSvgRenderer(QByteArray(ran.stdout)).render(painter)
    painter.end()
    assert difference(image, png) < 0.5


def test_the_files_name_says_its_format(tmp_path: Path) -> None:
    png, svg, odd = (tmp_path / name for name in ("a.PNG", "a.svg", "a"))

    assert bare("render", KNEE, "-o", str(png)).returncode == 0
    assert bare("render", KNEE, "-o", str(svg)).returncode == 0
    assert bare("render", KNEE, "--format", "svg", "-o", str(odd)).returncode == 0

    assert QImage(str(png)).size().toTuple() == (1200, 800)
    assert svg.read_bytes() == odd.read_bytes()
    assert svg.read_bytes().startswith(b"<svg")


def test_a_display_is_not_touched() -> None:
    there = {"DISPLAY": ":47", "WAYLAND_DISPLAY": "none", "QT_QPA_PLATFORM": "xcb"}

    assert bare("render", KNEE, "-o", "-", **there).returncode == 0


REFUSED = [
    (["yoga", "-o", "a.png"], 1, "There is no stretch 'yoga'. There are: double-"),
    (["pelvic-tilt", "--side", "left", "-o", "a.png"], 1, "leave --side out"),
    ([KNEE, "-o", "no/where/a.png"], 1, "no/where/a.png: cannot be written: No such"),
    ([KNEE, "-o", "a.gif"], 2, "a.gif: expected a name that ends in .png or .svg"),
    ([KNEE, "-o", "a"], 2, "a: expected a name that ends in .png or .svg"),
]


@pytest.mark.parametrize(("words", "code", "why"), REFUSED)
def test_what_cannot_be_drawn_is_refused_in_one_line(
    shell: Shell, words: list[str], code: int, why: str
) -> None:
    ran = shell("render", *words)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("stretchbreak: ")
    assert ran.err.count("\n") == 1
    assert why in ran.err


def test_nothing_is_written_of_what_is_refused(shell: Shell, home: Path) -> None:
    assert shell("render", "pelvic-tilt", "--side", "left", "-o", f"{home}/a.png").code
    assert not (home / "a.png").exists()


def test_a_stretch_without_a_picture_is_refused(shell: Shell, home: Path) -> None:
    folder = home / "data" / "stretches"
    folder.mkdir(parents=True)
    (folder / "reach.toml").write_text(
        'name = "Reach"\nkind = "hold"\nplace = "floor"\nsided = false\n'
        'set_up = "a"\ncue = "a"\nhow_to = ["a"]\ntargets = []\nbenefits = ["a"]\n'
        'mistakes = ["a"]\ncautions = ["a"]\neasier = "a"\n'
        'sources = [{ title = "a", publisher = "a" }]\n'
    )

    code, out, err = shell("render", "reach", "-o", str(home / "a.png"))

    assert (code, out) == (1, "")
    assert err.startswith("stretchbreak: reach has no picture: ")
    assert err.count("\n") == 1


def test_a_full_disk_is_told(shell: Shell) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full here")

    code, _, err = shell("render", KNEE, "--format", "png", "-o", str(full))

    assert code == 1
    assert err == (
        "stretchbreak: /dev/full: cannot be written: No space left on device\n"
    )
