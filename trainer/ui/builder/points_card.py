"""How long the workout is, and its balance."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.balance import Balance
from trainer.services.building import Building, Length
from trainer.ui.builder.words import balance_words, lacking_words, length_words
from trainer.ui.icons import Role
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words


class PointsCard(QFrame):
    """Running length, sets, and which kinds of work are in it."""

    def __init__(self, building: Building, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._building = building
        self.length = Words(size="body", strong=True)
        self.balance = Words(size="small", wrap=True)
        self.lacking = Words(size="small", tone="muted", wrap=True)
        self._sign: IconLabel | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.balance)
        texts.addWidget(self.lacking)
        self._row.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.length)
        column.addLayout(self._row)

    def show_points(self, length: Length, balance: Balance) -> None:
        """Shows what the workout amounts to."""
        self.length.setText(length_words(length) or self.tr("No exercise yet"))
        told, lacking = balance_words(balance), lacking_words(balance)
        self.balance.setText(told)
        self.balance.setVisible(bool(told))
        rule = self._building.told(balance.reason).text if lacking else ""
        self.lacking.setText(self.tr("{0} {1} The app's own rule.").format(lacking, rule) if lacking else "")
        self.lacking.setVisible(bool(lacking))
        self._show_sign(balance)

    def _show_sign(self, balance: Balance) -> None:
        if self._sign is not None:
            self._row.removeWidget(self._sign)
            self._sign.deleteLater()
            self._sign = None
        if balance.hamstrings:
            sign = ("info", Role.PlaceholderText) if balance.lacks else ("circle-check", Role.Highlight)
            self._sign = IconLabel(sign[0], 18, sign[1])
            self._row.insertWidget(0, self._sign, 0, Qt.AlignmentFlag.AlignTop)
