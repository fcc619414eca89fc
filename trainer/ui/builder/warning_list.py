"""What is pointed out of the workout; all of it can be set aside, and stays so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.foresight import key_of
from trainer.domain.rule import Reason
from trainer.services.building import Building
from trainer.ui.builder.words import day_words
from trainer.ui.icons import Role
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.claim_row import Sources, own_rule_mark
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.text import Words

_DAYS = ("day", "race_day")


class WarningList(QWidget):
    """`ignored` carries the key of a warning to set aside; `recalled` asks for all that were."""

    ignored = Signal(str)
    recalled = Signal()

    def __init__(self, building: Building, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._building = building
        self.rows: list[WarningRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.recall_button = Button("", "quiet")
        self.recall_button.clicked.connect(self.recalled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.recall_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_warnings(self, warnings: Sequence[Reason], ignored: frozenset[str]) -> None:
        """Shows these; those whose keys are `ignored` are only counted."""
        open_ = [one for one in warnings if key_of(one) not in ignored]
        if [row.reason for row in self.rows] != open_:
            clear(self._list)
            self.rows = [WarningRow(self._building, reason) for reason in open_]
            for row in self.rows:
                row.ignored.connect(self.ignored)
                self._list.addWidget(row)
        aside = len(warnings) - len(open_)
        one, many = self.tr("1 warning ignored: show it"), self.tr("{0} warnings ignored: show them")
        text = one if aside == 1 else many.format(aside)
        self.recall_button.setText(text)
        self.recall_button.setAccessibleName(text)
        self.recall_button.setVisible(aside > 0)
        self.setVisible(bool(warnings))


class WarningRow(QFrame):
    """One thing that is pointed out, what it rests on, and *Ignore*."""

    ignored = Signal(str)

    def __init__(self, building: Building, reason: Reason, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "note")
        self.reason = reason
        days = {name: day_words(str(value)) for name, value in reason.numbers.items() if name in _DAYS}
        told = building.told(Reason(reason.rule, {**reason.numbers, **days}))
        self.words = Words(told.text, "small", wrap=True)
        self.ignore_button = Button(self.tr("Ignore"))
        self.ignore_button.setAccessibleName(self.tr("Ignore: {0}").format(told.text))
        self.ignore_button.clicked.connect(self._on_ignore_clicked)
        grounds: list[QWidget] = [own_rule_mark()] if told.rule.own_rule else []
        grounds += [Sources(told.references, told.text)] if told.references else []
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.words)
        texts.addWidget(Flow(grounds))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("triangle-alert", 20, Role.WindowText), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.ignore_button, 0, Qt.AlignmentFlag.AlignTop)

    def _on_ignore_clicked(self) -> None:
        self.ignored.emit(key_of(self.reason))
