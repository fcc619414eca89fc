"""The ladder of an exercise: what is easier, where it stands, what is harder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.services.ladder import Ladder
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

PICTURE = QSize(56, 44)


class LadderView(QWidget):
    """Easier exercises left, harder ones right; each opens when it is pressed."""

    exercise_requested = Signal(str)

    def __init__(
        self,
        ladder: Ladder,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        columns = (
            (self.tr("Easier"), ladder.easier, ""),
            (self.tr("Harder"), ladder.harder, ladder.harder_note),
        )
        for column, (title, exercises, extra) in enumerate(columns):
            grid.addLayout(self._rungs(title, exercises, extra), 0, column)
            grid.setColumnStretch(column, 1)

    def _rungs(self, title: str, exercises: Sequence[Exercise], note: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Words(title, "small", tone="muted"))
        for exercise in exercises:
            column.addWidget(self._rung(exercise, title))
        if note:
            column.addWidget(Words(note, "small", tone="muted", wrap=True))
        elif not exercises:
            column.addWidget(Words(self.tr("Nothing on this side."), "small", tone="muted"))
        column.addStretch(1)
        return column

    def _rung(self, exercise: Exercise, title: str) -> Button:
        rung = Button(exercise.name)
        rung.setAccessibleName(f"{title}: {exercise.name}")
        rung.setProperty("exercise", exercise.id)
        rung.setProperty("kind", "rung")
        picture = self._thumbnails.picture(exercise, PICTURE, self.devicePixelRatioF())
        if picture is not None:
            rung.setIcon(QIcon(picture))
            rung.setIconSize(PICTURE)
        rung.clicked.connect(self._on_rung_clicked)
        return rung

    def _on_rung_clicked(self) -> None:
        self.exercise_requested.emit(str(self.sender().property("exercise")))
