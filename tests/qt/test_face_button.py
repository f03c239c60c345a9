"""Tests for stretchbreak.qt.face_button."""

from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import FigureLook
from stretchbreak.qt.face_button import FaceButton


def test_each_look_has_a_face_of_its_own(qtbot: QtBot) -> None:
    faces = []
    for look in FigureLook:
        button = FaceButton(look, look.value)
        qtbot.addWidget(button)
        button.resize(52, 52)
        assert button.accessibleName() == look.value
        faces.append(button.grab().toImage())

    assert all(a != b for i, a in enumerate(faces) for b in faces[:i])


def test_a_face_follows_the_palette(qtbot: QtBot) -> None:
    button = FaceButton(FigureLook.SAM, "Sam")
    qtbot.addWidget(button)
    button.resize(52, 52)
    light = button.grab().toImage().pixelColor(26, 26)
    palette = QPalette(button.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor("#14181F"))

    button.setPalette(palette)

    assert button.grab().toImage().pixelColor(26, 26) != light
