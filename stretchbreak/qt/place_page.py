"""The introduction asks where the user can stretch: on the floor or at the desk."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup

from stretchbreak.core.choices import Where
from stretchbreak.core.settings import Settings
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.intro_page import IntroPage, label
from stretchbreak.qt.place_card import PlaceCard
from stretchbreak.qt.tab_order import stop_at_the_chosen

FLOOR = "I can lie down here"
DESK = "I stay at my desk"


class PlacePage(IntroPage):
    """Two large pictures, one of them chosen.

    Args:
        floor: The picture of a stretch on the floor.
        desk: The picture of one at the desk.
    """

    def __init__(self, floor: PoseSequence | None, desk: PoseSequence | None) -> None:
        super().__init__(
            "Where can you stretch?",
            "Your breaks are made of stretches for that place.",
        )
        self._cards = {
            Where.FLOOR: PlaceCard(FLOOR, "On a mat beside the desk", floor),
            Where.DESK: PlaceCard(DESK, "On a steady chair, or standing", desk),
        }
        self._group = QButtonGroup(self)
        for index, card in enumerate(self._cards.values()):
            self._group.addButton(card, index)
            self.column.addWidget(card, stretch=1)
        stop_at_the_chosen(self._group)
        self._group.idToggled.connect(self._choose)
        self.column.addWidget(
            label("You can change it at any time, in the settings.", "quiet")
        )

    def show_settings(self, settings: Settings) -> None:
        """Show which place is chosen."""
        with QSignalBlocker(self._group):
            self._cards[settings.place].setChecked(True)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let a chosen picture move, or stand still when *reduced*."""
        for card in self._cards.values():
            card.set_motion_reduced(reduced)

    def _choose(self, index: int, chosen: bool) -> None:  # noqa: FBT001 - a slot
        if chosen:
            self.changed.emit("place", list(self._cards)[index])
