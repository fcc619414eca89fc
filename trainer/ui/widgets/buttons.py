"""Buttons: they say what happens; icons take their colour from the palette and follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from trainer.ui.icons import themed_icon
from trainer.ui.theme import text_scale

Role = QPalette.ColorRole
_ICON_ROLES: dict[str, tuple[Role, Role | None]] = {
    "primary": (Role.HighlightedText, None),
    "": (Role.Text, Role.Highlight),
    "quiet": (Role.Highlight, None),
    "source": (Role.Highlight, None),
    "icon": (Role.Text, Role.Highlight),
    "chip": (Role.Text, Role.HighlightedText),
    "segment": (Role.PlaceholderText, Role.Text),
    "nav": (Role.PlaceholderText, Role.Highlight),
}
ICON_PX = 20
SEGMENT_EDGES_PX = 34
_GAPS_PX = {"nav": 8}


class Button(QPushButton):
    """A push button; `kind` is primary (starts something), plain (""), quiet, source, icon, chip,
    segment or nav.

    An icon button shows no text, so its `text` becomes the name for screen readers and the tool tip.
    """

    def __init__(
        self,
        text: str,
        kind: str = "",
        *,
        icon: str = "",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("" if kind == "icon" else text, parent)
        self._kind = kind
        self._icon_name = icon
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        if kind == "icon":
            self.setToolTip(text)
        self.setCheckable(checkable)
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._refresh_icon()

    def setText(self, text: str) -> None:
        """Says something else; the icon keeps its distance from words that come later."""
        super().setText(text)
        self._refresh_icon()

    def set_icon_name(self, icon: str) -> None:
        """Shows another of the bundled icons."""
        self._icon_name = icon
        self._refresh_icon()

    def set_kind(self, kind: str) -> None:
        """Makes it louder or quieter."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._refresh_icon()

    def set_name(self, text: str) -> None:
        """Says anew what an icon button does."""
        self.setAccessibleName(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """A segment keeps its width when it is chosen and its text gets bold."""
        hint = super().sizeHint()
        if self._kind != "segment":
            return hint
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QSize(QFontMetrics(bold).horizontalAdvance(self.text()) + SEGMENT_EDGES_PX, hint.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._refresh_icon()

    def _refresh_icon(self) -> None:
        if self._icon_name:
            role, checked_role = _ICON_ROLES[self._kind]
            size_px = round(ICON_PX * text_scale())
            gap_px = _GAPS_PX.get(self._kind, 4) if self.text() else 0
            self.setIconSize(QSize(size_px + gap_px, size_px))
            self.setIcon(themed_icon(self._icon_name, role, checked_role, size_px, gap_px))


class Segments(QFrame):
    """A few choices side by side, one of them on."""

    chosen = Signal(str)

    def __init__(
        self, name: str, options: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", True)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for value, label in options:
            button = Button(label, "segment", checkable=True)
            button.setAccessibleName(f"{name}: {label}")
            button.setProperty("value", value)
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_group_button_clicked)

    def set_value(self, value: str) -> None:
        """Turns one choice on without telling anybody; "" turns all off."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)
        elif not value and (button := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            button.setChecked(False)
            self._group.setExclusive(True)

    @property
    def value(self) -> str:
        button = self._group.checkedButton()
        return "" if button is None else str(button.property("value"))

    def button(self, value: str) -> Button:
        """The button of one choice."""
        return self._buttons[value]

    def _on_group_button_clicked(self) -> None:
        self.chosen.emit(self.value)
