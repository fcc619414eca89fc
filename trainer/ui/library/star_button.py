"""The star of an exercise as a button."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from trainer.ui.icons import icon_pixmap
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import ICON_PX, Button

Role = QPalette.ColorRole


class StarButton(Button):
    """Full for a favourite, empty otherwise; its name says what a press does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._starred = False
        super().__init__("", "icon", icon="star", parent=parent)
        self.set_starred(starred=False)

    @property
    def starred(self) -> bool:
        """Whether it shows a favourite."""
        return self._starred

    def set_starred(self, starred: bool) -> None:
        """Shows a favourite, or none."""
        self._starred = starred
        self.set_name(self.tr("Remove from favourites") if starred else self.tr("Add to favourites"))
        self._refresh_icon()

    def _refresh_icon(self) -> None:
        colour = QApplication.palette().color(Role.Highlight if self._starred else Role.Text).name()
        size_px = round(ICON_PX * text_scale())
        picture = icon_pixmap("star", colour, size_px, self.devicePixelRatioF(), filled=self._starred)
        self.setIconSize(QSize(size_px, size_px))
        self.setIcon(QIcon(picture))
