"""Where Tab stops, and in which order, beyond what Qt does by itself."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QButtonGroup, QWidget

_TABBED = Qt.FocusPolicy.StrongFocus


def follow(anchor: QWidget, holders: Iterable[QWidget]) -> None:
    """Let Tab lead from *anchor* through what is in *holders*, in this order.

    Args:
        anchor: What stands there from the beginning; it need not take keys.
        holders: What came later, each with its controls in order.
    """
    controls = chain.from_iterable(map(_controls, holders))
    policy = anchor.focusPolicy()
    anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else Qt would not go by it
    for before, after in pairwise((anchor, *controls)):
        QWidget.setTabOrder(before, after)
    anchor.setFocusPolicy(policy)


def stop_at_the_chosen(group: QButtonGroup) -> None:
    """Let Tab stop once in *group*: where it is chosen, else at its beginning.

    Qt would stop at the first one until the keyboard has been there.
    """

    def stop() -> None:
        chosen = group.checkedButton() or group.buttons()[0]
        for each in group.buttons():
            here = each is chosen
            each.setFocusPolicy(_TABBED if here else Qt.FocusPolicy.ClickFocus)

    for each in group.buttons():
        each.toggled.connect(stop)
    stop()


def _controls(holder: QWidget) -> Iterator[QWidget]:
    """Yield what takes keys in *holder*."""
    for each in (holder, *holder.findChildren(QWidget)):
        apart = each.window() is not holder.window()  # such as a list that opens
        inner = apart or isinstance(each.parent(), QAbstractSpinBox)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            yield each
