"""How far a long work is, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from trainer.services.watch import Watch
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

WIDTH_PX = 420
LATE_MS = 300
LOOK_MS = 50
STEPS = 1000


class ImportProgress(QDialog):
    """Shows itself when the work takes longer than a moment; Cancel and Escape stop the work at once."""

    stopped = Signal()

    def __init__(self, title: str, watch: Watch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        self.words = Words(title, "body", strong=True, wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addLayout(row)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._on_late_timeout)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        self._late.start()

    def end(self) -> None:
        """Takes itself away, whether it was shown or not."""
        self._late.stop()
        self._look.stop()
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Stops the work, unless it is as good as done."""
        if self.cancel_button.isEnabled():
            self._watch.stop()
            self._look.stop()
            super().reject()
            self.stopped.emit()

    def _on_late_timeout(self) -> None:
        self._look.start()
        self.open()
        self.cancel_button.setFocus()

    def _on_look_timeout(self) -> None:
        self.bar.setValue(round(self._watch.done * STEPS))
        if self._watch.done >= 1:
            self.cancel_button.setEnabled(False)
