"""An icon that stands by itself, in a colour of the palette."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from trainer.ui.icons import Role, icon_pixmap
from trainer.ui.theme import text_scale


class IconLabel(QLabel):
    """A still icon; it is decoration, so it has no name of its own."""

    def __init__(
        self,
        name: str,
        size_px: int = 20,
        role: Role = Role.PlaceholderText,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._size_px, self._role = name, size_px, role
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._refresh()

    def _refresh(self) -> None:
        colour = QApplication.palette().color(self._role).name()
        size_px = round(self._size_px * text_scale())
        self.setFixedSize(size_px, size_px)
        self.setPixmap(icon_pixmap(self._name, colour, size_px, self.devicePixelRatioF()))
