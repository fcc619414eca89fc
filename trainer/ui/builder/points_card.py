"""How long the workout is, its balance, and what is pointed out of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.balance import Balance
from trainer.domain.foresight import key_of
from trainer.domain.rule import Reason
from trainer.services.building import Building, Length
from trainer.ui.builder.words import balance_words, day_words, lacking_words, length_words
from trainer.ui.icons import Role
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.claim_row import Sources, own_rule_mark
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.text import Words

_DAYS = ("day", "race_day")


class PointsCard(QFrame):
    """`ignored` carries the key of a warning to set aside; `recalled` asks for all that were."""

    ignored = Signal(str)
    recalled = Signal()

    def __init__(self, building: Building, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._building = building
        self.length = Words(size="body", strong=True)
        self.balance = Words(size="small", wrap=True)
        self.lacking = Words(size="small", tone="muted", wrap=True)
        self._sign: IconLabel | None = None
        self._balance_row = QHBoxLayout()
        self._balance_row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.balance)
        texts.addWidget(self.lacking)
        self._balance_row.addLayout(texts, 1)
        self.warnings: list[WarningRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.recall_button = Button("", "quiet")
        self.recall_button.clicked.connect(self.recalled)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.length)
        column.addLayout(self._balance_row)
        column.addLayout(self._list)
        column.addWidget(self.recall_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_points(
        self, length: Length, balance: Balance, warnings: Sequence[Reason], ignored: frozenset[str]
    ) -> None:
        """Shows what the workout amounts to; warnings whose keys are `ignored` are only counted."""
        self.length.setText(length_words(length) or self.tr("No exercise yet"))
        self._show_balance(balance)
        open_ = [one for one in warnings if key_of(one) not in ignored]
        if [one.reason for one in self.warnings] != open_:
            self._show_warnings(open_)
        aside = len(warnings) - len(open_)
        self.recall_button.setVisible(aside > 0)
        one, many = self.tr("1 warning ignored · show it"), self.tr("{0} warnings ignored · show them")
        text = one if aside == 1 else many.format(aside)
        self.recall_button.setText(text)
        self.recall_button.setAccessibleName(text)

    def _show_balance(self, balance: Balance) -> None:
        told, lacking = balance_words(balance), lacking_words(balance)
        self.balance.setText(told)
        self.balance.setVisible(bool(told))
        rule = self._building.told(balance.reason).text if lacking else ""
        self.lacking.setText(self.tr("{0} {1} The app's own rule.").format(lacking, rule) if lacking else "")
        self.lacking.setVisible(bool(lacking))
        if self._sign is not None:
            self._balance_row.removeWidget(self._sign)
            self._sign.deleteLater()
            self._sign = None
        if balance.hamstrings:
            name, role = ("info", Role.PlaceholderText) if lacking else ("circle-check", Role.Highlight)
            self._sign = IconLabel(name, 18, role)
            self._balance_row.insertWidget(0, self._sign, 0, Qt.AlignmentFlag.AlignTop)

    def _show_warnings(self, reasons: Sequence[Reason]) -> None:
        clear(self._list)
        self.warnings = [WarningRow(self._building, reason) for reason in reasons]
        for row in self.warnings:
            row.ignored.connect(self.ignored)
            self._list.addWidget(row)


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
