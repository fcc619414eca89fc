"""The exercises of a routine: figure, name, target, and how it is done here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.domain.hurt import How
from trainer.domain.workout import WorkoutItem
from trainer.services.hurting import Hurting
from trainer.ui.hurts.grounds import said
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words
from trainer.ui.wording import item_text, seconds_text

FIGURE = QSize(104, 84)


class RoutineRow(QFrame):
    """`opened` carries the exercise's id when its page is asked for."""

    opened = Signal(str)

    def __init__(
        self,
        item: WorkoutItem,
        exercise: Exercise,
        how: How | None,
        hurting: Hurting,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "quiet")
        self._exercise, self._thumbnails = exercise, thumbnails
        self.figure = QLabel()
        self.figure.setFixedSize(FIGURE)
        self.figure.setPixmap(self._picture())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(item.exercise, strong=True, wrap=True))
        rest = self.tr("{0} · rest {1}").format(item_text(item), seconds_text(item.rest_s))
        words.addWidget(Words(rest, "small", tone="muted", wrap=True))
        if how is not None:
            for said_here in said(hurting, [(how.text, how)], size="small"):
                words.addWidget(said_here)
        words.addStretch(1)
        more = Button(self.tr("About {0}").format(item.exercise), "icon", icon="chevron-right")
        more.clicked.connect(self._on_more_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(more)

    def refresh(self) -> None:
        """Draws the figure again, in the colours that are now on."""
        self.figure.setPixmap(self._picture())

    def _picture(self) -> QPixmap:
        drawn = self._thumbnails.picture(self._exercise, FIGURE, self.devicePixelRatioF())
        return drawn or QPixmap()

    def _on_more_clicked(self) -> None:
        self.opened.emit(self._exercise.id)
