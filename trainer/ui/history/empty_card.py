"""What will be there, while nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words


class EmptyCard(QFrame):
    """Stands in the place of the charts; `import_requested` asks for a file that has some years in it."""

    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("Nothing is logged yet"), "heading"))
        text = self.tr(
            "After your first session this page shows whether you do it, whether you get stronger, "
            "whether left equals right, whether it is too much, and what comes next."
        )
        column.addWidget(Words(text, tone="muted", wrap=True))
        before = self.tr(
            "What you did before comes along: import an export of Strong, Hevy, FitNotes or this program, "
            "or drop the file on the window."
        )
        column.addWidget(Words(before, tone="muted", wrap=True))
        self.import_button = Button(self.tr("Import…"), icon="folder-open")
        self.import_button.clicked.connect(self.import_requested)
        column.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
