"""A page that scrolls up and down, and is never narrower than what is on it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

_LOWEST = 120
"""So much of the page is seen at least, in device-independent pixels."""


class PageArea(QScrollArea):
    """Shows *page*. What has the keyboard is brought into sight."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(page)

    def keep_width(self) -> None:
        """Keep the bar's room, so that the page is as wide where nothing scrolls."""
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(low < high))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def minimumSizeHint(self) -> QSize:
        """Return what the page needs in width, beside the bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        page = self.widget()
        wide = page.minimumSizeHint().width() if page is not None else 0
        return QSize(wide + bar, _LOWEST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when the page needs it."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)
