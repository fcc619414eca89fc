"""A short word at the foot of the window that goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

SHOWN_MS = 6000
FOOT_PX = 24


class Toast(QFrame):
    """Tells what was done, with a button to take it back where that can be done."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("toast", True)
        self._do: Callable[[], object] | None = None
        self.words = Words(parent=self)
        self.button = Button("", "quiet", parent=self)
        self.button.clicked.connect(self._on_button_clicked)
        self._hide_timer = QTimer(self)
        self._hide_timer.setSingleShot(True)
        self._hide_timer.setInterval(SHOWN_MS)
        self._hide_timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self.button)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Shows the text for a while; `do` is called when the button named `action` is pressed."""
        self._do = do
        self.words.setText(text)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self._hide_timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        over = self._over
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - FOOT_PX)

    def _on_button_clicked(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
