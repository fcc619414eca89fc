"""All plans: those under way, one's own, and those to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.domain.plan import Footing, Plan
from trainer.domain.under_way import Started
from trainer.ui.plans.plan_card import PlanCard
from trainer.ui.plans.started_card import StartedCard
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

TWO_ACROSS_PX = 700


class PlanShelf(QWidget):
    """`opened` carries a plan's id, `asked` what is to be done with a plan under way."""

    opened = Signal(str)
    asked = Signal(str, object)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[PlanCard] = []
        self.started_cards: list[StartedCard] = []
        self._under_way = _Section(self.tr("Under way"))
        self._own = _Section(self.tr("Yours"))
        self._shipped = _Section(self.tr("Plans to choose from"))
        self.own_hint = Words(
            self.tr("Put your workouts into weeks, or copy one of the plans below and change it."),
            "small",
            tone="muted",
            wrap=True,
        )
        self.new_button = Button(self.tr("New plan…"), icon="plus")
        self.new_button.clicked.connect(self.new_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        self._own.foot.addWidget(self.own_hint)
        self._own.foot.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self._under_way, self._own, self._shipped):
            column.addWidget(section)
        column.addStretch(1)

    def show_plans(self, plans: Sequence[Plan], started: Sequence[Started], today: date) -> None:
        """Shows these; the keyboard stays on the plan it was on."""
        before = next((one.plan.id for one in self.cards if one.open_button.hasFocus()), "")
        self.started_cards = [self._started(one, today) for one in started]
        own = [self._card(plan) for plan in plans if plan.footing is Footing.OWN]
        shipped = [self._card(plan) for plan in plans if plan.footing is not Footing.OWN]
        self.cards = [*own, *shipped]
        self._under_way.show_cards(self.started_cards)
        self._under_way.setVisible(bool(started))
        self._own.show_cards(own)
        self.own_hint.setVisible(not own)
        self._shipped.show_cards(shipped)
        if before:
            self.take_focus(before)

    def take_focus(self, plan_id: str = "") -> None:
        """Gives the keyboard to a plan, or to the first."""
        found = next((one for one in self.cards if one.plan.id == plan_id), None)
        first = found or next(iter(self.cards), None)
        if first is not None:
            first.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, plan: Plan) -> PlanCard:
        made = PlanCard(plan)
        made.opened.connect(self.opened)
        return made

    def _started(self, started: Started, today: date) -> StartedCard:
        made = StartedCard(started, today)
        made.asked.connect(self.asked)
        return made


class _Section(QWidget):
    """A heading, cards in one or two columns, and what stands below them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._across = 0
        self._filler = QWidget(self)  # so that a card alone is as wide as those below it
        self._filler.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(title, strong=True))
        column.addLayout(self._grid)
        column.addLayout(self.foot)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = list(cards)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted() != self._across:
            self._place()

    def _wanted(self) -> int:
        return 2 if self.width() >= TWO_ACROSS_PX * text_scale() else 1

    def _place(self) -> None:
        across = self._across = self._wanted()
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(number, across))
            card.show()
        lonely = across > 1 and len(self._cards) == 1
        if lonely:
            self._grid.addWidget(self._filler, 0, 1)
        self._filler.setVisible(lonely)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
