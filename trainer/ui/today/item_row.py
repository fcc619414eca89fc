"""One exercise of the next workout: its name, its target, why that is what it is, and the way to its page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.proposal import ItemProposal
from trainer.domain.rule import Reason
from trainer.domain.workout import WorkoutItem
from trainer.services.coaching import Told
from trainer.ui.today.move_words import move_words, target_words
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.why_list import WhyList

Tell = Callable[[Reason], Told]


class ItemRow(QFrame):
    """`chosen` carries the proposal when the row is pressed, `opened` the exercise's id.

    `choice_requested` asks for what may be done instead.
    """

    chosen = Signal(object)
    opened = Signal(str)
    choice_requested = Signal(object)

    def __init__(self, item: ItemProposal, tell: Tell, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self._tell = item, tell
        self._on = False
        self.shown: WorkoutItem = item.proposed or item.template
        self.why_list: QWidget | None = None
        self.setProperty("row", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        icon, moved = move_words(item)
        self.target = moved if item.proposed is None else target_words(self.shown, unit)
        self.moved = "" if item.proposed is None else moved
        self.setAccessibleName(
            ", ".join(one for one in (self.shown.exercise, self.target, self.moved) if one)
        )
        self.why = Words(self._sentence(), "small", tone="muted", wrap=True)
        self.why.hide()
        self.setAccessibleDescription(self.why.text())
        self.why_button = Button(self._why_name(), "icon", icon="info", checkable=True)
        self.why_button.toggled.connect(self._on_why_toggled)
        self.choice_button = Button(self.tr("Choose otherwise…"), "quiet")
        self.choice_button.setAccessibleName(self.tr("Choose otherwise than {0}").format(self.shown.exercise))
        self.choice_button.clicked.connect(self._on_choice_clicked)
        self.choice_button.hide()
        self._lay_out(icon)

    def set_on(self, on: bool) -> None:
        """Whether its figure is the one shown, and with it why its target is what it is."""
        self._on = on
        self._show_sentence()
        self.setProperty("on", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self.item)
            return
        super().keyPressEvent(event)

    def _lay_out(self, icon: str) -> None:
        self._words = words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(self.shown.exercise, "body", strong=True, wrap=True))
        words.addWidget(Words(self.target, "small", tone="muted", wrap=True))
        if self.moved:
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(IconLabel(icon, 14), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(self.moved, "small", strong=True, wrap=True), 1)
            words.addLayout(line)
        words.addWidget(self.why)
        words.addWidget(self.choice_button, 0, Qt.AlignmentFlag.AlignLeft)
        more = Button(self.tr("About {0}").format(self.shown.exercise), "icon", icon="chevron-right")
        more.clicked.connect(self._on_more_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 4, 8)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)

    def _sentence(self) -> str:
        """The one sentence; the rest stands in the list."""
        if self.shown.why and self.item.proposed is not None:
            return self.shown.why
        return self._tell(self.item.reasons[0]).text if self.item.reasons else ""

    def _why_name(self) -> str:
        return self.tr("Why {0}, {1}?").format(self.shown.exercise, self.target)

    def _show_sentence(self) -> None:
        self.why.setVisible(self._on and bool(self.why.text()) and not self.why_button.isChecked())

    def _on_why_toggled(self, wanted: bool) -> None:
        """Opens the list of reasons; it is made when it is first asked for."""
        if wanted and self.why_list is None:
            self.why_list = self._made()
            self._words.insertWidget(self._words.indexOf(self.choice_button), self.why_list)
        if self.why_list is not None:
            self.why_list.setVisible(wanted)
        self.choice_button.setVisible(wanted and self.item.may_overrule)
        self._show_sentence()

    def _made(self) -> QWidget:
        told = [self._tell(reason) for reason in self.item.reasons]
        source = self.shown.why if self.item.proposed is not None else ""
        if source and source not in {one.text for one in told}:
            told.insert(0, Told(source))
        return WhyList(told)

    def _on_more_clicked(self) -> None:
        self.opened.emit(self.shown.exercise_id)

    def _on_choice_clicked(self) -> None:
        self.choice_requested.emit(self.item)
