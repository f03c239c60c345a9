"""Who shows the stretches, in every picture of the program."""

from PySide6.QtWidgets import QApplication

from stretchbreak.core.choices import FigureLook
from stretchbreak.core.settings import DEFAULTS

_PROPERTY = "figureLook"


def wear(look: FigureLook) -> None:
    """Let *look* show the stretches from now on, also in open windows."""
    application = QApplication.instance()
    if application is None or application.property(_PROPERTY) == look.value:
        return
    application.setProperty(_PROPERTY, look.value)
    for widget in QApplication.topLevelWidgets():
        widget.update()


def worn() -> FigureLook:
    """Return who shows the stretches."""
    application = QApplication.instance()
    value = application.property(_PROPERTY) if application else None
    return FigureLook(value or DEFAULTS["figure_look"])
