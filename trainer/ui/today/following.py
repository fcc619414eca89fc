"""A plan that is over: what was done of it, and the plan that comes after it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import TrainerError
from trainer.services.today import FollowOn, Today
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words


class PlanOverCard(QFrame):
    """Says that the plan is over and leads to the next; nothing is started from here."""

    plan_requested = Signal(str)
    put_away = Signal()

    def __init__(self, following: FollowOn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.following = following
        self.setProperty("card", "note")
        over, follows = following.over, following.plan.name
        done = self.tr("{0} of {1} sessions done").format(over.done, over.of)
        self.title = Words(self.tr("{0} is over").format(over.plan.name), "body", strong=True, wrap=True)
        self.words = Words(self.tr("{0}. {1} comes after it.").format(done, follows), "small", wrap=True)
        self.follow_button = Button(self.tr("Look at {0}").format(follows), icon="chevron-right")
        self.follow_button.clicked.connect(self._on_follow_clicked)
        self.away_button = Button(self.tr("Put away"), "quiet")
        self.away_button.setAccessibleName(self.tr("Put {0} away").format(over.plan.name))
        self.away_button.clicked.connect(self.put_away)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.title, self.words, Flow([self.follow_button, self.away_button])):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel("circle-check", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _on_follow_clicked(self) -> None:
        self.plan_requested.emit(self.following.plan.id)


class Following(QObject):
    """Keeps the card in `place` while nothing is planned, until the plan is put away or the next begun."""

    plan_requested = Signal(str)
    told = Signal(str)
    done = Signal(str)

    def __init__(self, today: Today, place: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._today, self._place = today, place
        self.card: PlanOverCard | None = None

    def refresh(self, *, planned: bool) -> None:
        """Looks again; not while something is `planned`."""
        following = None if planned else self._today.follow_on()
        if self.card is not None and self.card.following != following:
            self._place.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if following is not None and self.card is None:
            self.card = PlanOverCard(following)
            self.card.plan_requested.connect(self.plan_requested)
            self.card.put_away.connect(self._on_put_away)
            self._place.addWidget(self.card)

    def _on_put_away(self) -> None:
        if self.card is None:
            return
        over = self.card.following.over
        name = over.plan.name
        try:
            self._today.put_away(over, self.tr("Put {0} away").format(name))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done.emit(self.tr("{0} put away. What you did of it stays.").format(name))
