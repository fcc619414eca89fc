"""What still hurts: each complaint that is open, when to look again, and *It is fine again*."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.complaint import Complaint
from trainer.ui.days import day_text
from trainer.ui.hurts.words import complaint_text, place_label
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words


class ComplaintRow(QFrame):
    """`again` and `fine` carry the complaint."""

    again = Signal(object)
    fine = Signal(object)

    def __init__(
        self,
        complaint: Complaint,
        look_again_on: date | None,
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "note")
        self._complaint = complaint
        place = place_label(complaint.area, complaint.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Words(complaint_text(complaint), wrap=True))
        column.addWidget(Words(self._next(look_again_on, today), "small", tone="muted", wrap=True))
        self.again_button = Button(self.tr("Look again"))
        self.again_button.setAccessibleName(self.tr("Look again: {0}").format(place))
        fine = self.tr("Checked, or fine again") if complaint.page else self.tr("It is fine again")
        self.fine_button = Button(fine)
        self.fine_button.setAccessibleName(f"{fine}: {place}")
        self.again_button.clicked.connect(self._on_again_clicked)
        self.fine_button.clicked.connect(self._on_fine_clicked)
        column.addWidget(Flow([self.again_button, self.fine_button]))

    def _next(self, look_again_on: date | None, today: date | None) -> str:
        """What is to be done about it."""
        if self._complaint.page is not None:
            return self.tr("To be checked by a clinician; nothing is offered to train on until it is over.")
        if look_again_on is None:
            return self.tr("Kept as a feeling.")
        if today is not None and look_again_on <= today:
            return self.tr("It is time to look at it again.")
        return self.tr("Look again on {0}.").format(day_text(look_again_on, "d MMM"))

    def _on_again_clicked(self) -> None:
        self.again.emit(self._complaint)

    def _on_fine_clicked(self) -> None:
        self.fine.emit(self._complaint)


class OpenComplaints(QWidget):
    """One row each, oldest first; not there while nothing is open. The signals carry the complaint."""

    again = Signal(object)
    fine = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ComplaintRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_complaints(
        self, complaints: Sequence[tuple[Complaint, date | None]], today: date | None = None
    ) -> None:
        """Shows these, each with the day to look at it again, and whether that has come."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [ComplaintRow(complaint, day, today) for complaint, day in complaints]
        for row in self.rows:
            row.again.connect(self.again)
            row.fine.connect(self.fine)
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))
