"""Which weeks a report is about, and what is left out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer.services.report import Wish
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import ChipChoice, Field
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words

WIDTH_PX = 640
MARGIN_PX, BAR_PX, SPARE_PX = 24, 12, 32
LONGEST_NAME = 60
FROM_TO = "from_to"


class ReportDialog(QDialog):
    """`wished` carries a Wish once the days make sense; nothing is read or written here.

    `stretches` are the ones that have a name, by their id; the first is chosen. Any other is from–to.
    """

    wished = Signal(object)

    def __init__(self, stretches: dict[str, Wish], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches = stretches
        self.setWindowTitle(self.tr("Report as PDF"))
        self.setMinimumWidth(WIDTH_PX)
        names = self._names()
        options = {key: names[key] for key in (*stretches, FROM_TO)}
        self.weeks = ChipChoice(self.tr("Which weeks"), options)
        self.weeks.changed.connect(self._on_weeks_changed)
        self.first, self.last = _day_field(self.tr("From")), _day_field(self.tr("To"))
        self.days = QWidget()
        row = QHBoxLayout(self.days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first, 1)
        row.addWidget(Words(self.tr("to"), "small", tone="muted"))
        row.addWidget(self.last, 1)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.pain, self.notes = QCheckBox(self.tr("Soreness and pain")), QCheckBox(self.tr("Notes"))
        for box in (self.pain, self.notes):
            box.setChecked(True)
        self._lay_out()
        first = next(iter(stretches))
        self.weeks.set_values([first])
        self._show_days(stretches[first])
        self._on_weeks_changed()

    @property
    def wish(self) -> Wish:
        """What is asked for now."""
        chosen = self._stretches.get(self._chosen)
        wish = Wish(_day(self.first), _day(self.last)) if chosen is None else chosen
        return replace(
            wish,
            pain=self.pain.isChecked(),
            notes=self.notes.isChecked(),
            name=" ".join(self.name.text().split()),
        )

    @property
    def _chosen(self) -> str:
        return next(iter(self.weeks.values), FROM_TO)

    def _names(self) -> dict[str, str]:
        return {
            "4": self.tr("Last 4 weeks"),
            "12": self.tr("Last 12 weeks"),
            "52": self.tr("Last 52 weeks"),
            "plan": self.tr("This plan"),
            FROM_TO: self.tr("From – to"),
        }

    def _lay_out(self) -> None:
        fields = self._fields()
        area = scrolled(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(16)
        column.addWidget(Words(self.tr("Report as PDF"), "heading", wrap=True))
        column.addWidget(area, 1)
        column.addLayout(self._buttons())
        wanted = self.sizeHint().expandedTo(QSize(WIDTH_PX, 0))
        fields_px = fields.heightForWidth(wanted.width() - 2 * MARGIN_PX) + SPARE_PX
        wanted.setHeight(wanted.height() + fields_px - area.sizeHint().height())
        parent = self.parentWidget()
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))

    def _fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(16)
        about = self.tr("One to three pages for a physiotherapist or yourself. They stay on this computer.")
        column.addWidget(Words(about, tone="muted", wrap=True))
        column.addWidget(Field(self.tr("Which weeks"), self.weeks))
        whole_weeks = self.tr("A report is about whole weeks, Monday to Sunday.")
        self.days_field = Field(self.tr("Days"), self.days, whole_weeks)
        column.addWidget(self.days_field)
        column.addWidget(Field(self.tr("With"), Flow([self.pain, self.notes], 16)))
        hint = self.tr("Printed at the top; left empty, there is none. It is not kept.")
        column.addWidget(Field(self.tr("Name, if you like"), self.name, hint))
        column.addStretch(1)
        return fields

    def _buttons(self) -> QHBoxLayout:
        self.go_button = Button(self.tr("Save as PDF…"), "primary")
        self.go_button.clicked.connect(self._on_go_button_clicked)
        return dialog_foot(self, self.go_button)

    def _show_days(self, wish: Wish) -> None:
        self.first.setDate(QDate(wish.first.year, wish.first.month, wish.first.day))
        self.last.setDate(QDate(wish.last.year, wish.last.month, wish.last.day))

    def _on_weeks_changed(self) -> None:
        chosen = self._stretches.get(self._chosen)
        if chosen is not None:
            self._show_days(chosen)
        self.days.setEnabled(chosen is None)
        self.days_field.set_problem("")

    def _on_go_button_clicked(self) -> None:
        wish = self.wish
        if wish.last < wish.first:
            self.days_field.set_problem(self.tr("The last day is before the first; choose a later one."))
            self.last.setFocus()
            return
        self.accept()
        self.wished.emit(wish)


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setAccessibleName(name)
    field.setCalendarPopup(True)
    field.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
    return field


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
