"""The short form before the first heavy session, and when the answers are changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.domain.intake import QUESTIONS, answered, claim_of, clinician_first
from trainer.services.library import Library
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.claim_row import own_rule_mark
from trainer.ui.widgets.scrolled import BAR_PX, scrolled
from trainer.ui.widgets.text import Words, rule
from trainer.ui.widgets.worded_check import WordedCheck

SIZE = QSize(560, 660)  # at text of 100 %


class IntakeDialog(QDialog):
    """Asks what stands against heavy work; `answered` carries the answers as soon as they are given.

    It is accepted when the session may begin, rejected when it shall not. When the answers are only
    `changing`, the ones given before are ticked, and it is accepted once they are given.
    """

    answered = Signal(object)

    def __init__(
        self,
        library: Library,
        answers: Mapping[str, bool],
        parent: QWidget | None = None,
        *,
        changing: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before heavy work"))
        self._changing = changing
        claims = (*library.claims_for("intake"), *library.claims_for("ask-first"))
        self._said = {claim.key: claim.text for claim in claims}
        self.boxes: dict[str, QCheckBox] = {}
        none = WordedCheck(self.tr("None of these"))
        self.none_box = none.box
        self.go_on_button = Button(self.tr("Save") if changing else self.tr("Continue"), "primary")
        self._steps = QStackedWidget()
        self._steps.addWidget(self._questions(none))
        self._steps.addWidget(self._note())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._steps)
        room = SIZE * text_scale()
        self.resize(room if parent is None else room.boundedTo(parent.window().size()))
        if changing:
            self._tick(answers)
        elif clinician_first(answers):
            self._steps.setCurrentIndex(1)

    def _questions(self, none: WordedCheck) -> QWidget:
        step, column = _step(self.tr("A few questions before heavy work"))
        column.addWidget(Words(self.tr("Tick what applies to you. It stays on this computer."), wrap=True))
        column.addWidget(scrolled(self._list(none)), 1)
        later = Button(self.tr("Cancel") if self._changing else self.tr("Not now"))
        later.clicked.connect(self.reject)
        self.go_on_button.setEnabled(False)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        column.addLayout(_row(later, self.go_on_button))
        return step

    def _list(self, none: WordedCheck) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(0)
        for question in QUESTIONS:
            worded = WordedCheck(self._said[claim_of(question)])
            worded.box.toggled.connect(self._on_box_toggled)
            self.boxes[question] = worded.box
            column.addWidget(worded)
        column.addWidget(rule())
        none.box.toggled.connect(self._on_none_toggled)
        column.addWidget(none)
        column.addStretch(1)
        return holder

    def _note(self) -> QWidget:
        step, column = _step(self.tr("Ask a clinician first"))
        column.addWidget(Words(self._said["intake-one-is-true"], wrap=True))
        column.addWidget(own_rule_mark())
        column.addWidget(
            Words(
                self.tr("The easy version stays open meanwhile. You can change your answers in Settings."),
                wrap=True,
            )
        )
        column.addStretch(1)
        back, go_on = (
            Button(self.tr("Choose another version"), "primary"),
            Button(self.tr("I have asked: start")),
        )
        back.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        column.addLayout(_row(go_on, back))
        return step

    def _tick(self, answers: Mapping[str, bool]) -> None:
        for question, box in self.boxes.items():
            box.setChecked(answers.get(question, False))
        self.none_box.setChecked(answered(answers) and not clinician_first(answers))

    def _on_box_toggled(self) -> None:
        if any(box.isChecked() for box in self.boxes.values()):
            self.none_box.setChecked(False)
        self._enable()

    def _on_none_toggled(self, none: bool) -> None:
        if none:
            for box in self.boxes.values():
                box.setChecked(False)
        self._enable()

    def _enable(self) -> None:
        ticked = any(box.isChecked() for box in self.boxes.values())
        self.go_on_button.setEnabled(ticked or self.none_box.isChecked())

    def _on_go_on_clicked(self) -> None:
        answers = {question: box.isChecked() for question, box in self.boxes.items()}
        self.answered.emit(answers)
        if clinician_first(answers) and not self._changing:
            self._steps.setCurrentIndex(1)
        else:
            self.accept()


def _step(heading: str) -> tuple[QWidget, QVBoxLayout]:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(Words(heading, "heading", wrap=True))
    return step, column


def _row(left: Button, right: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
