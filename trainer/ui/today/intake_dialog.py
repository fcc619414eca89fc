"""The short form before the first heavy session."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.ui.today.intake import QUESTIONS, clinician_first
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words, rule


class IntakeDialog(QDialog):
    """Asks once what stands against heavy work; `answered` carries the answers as soon as they are given.

    It is accepted when the session may begin, rejected when it shall not.
    """

    answered = Signal(object)

    def __init__(self, answers: Mapping[str, bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before heavy work"))
        self.setMinimumWidth(520)
        self.boxes: dict[str, QCheckBox] = {}
        self.none_box = QCheckBox(self.tr("None of these"))
        self.go_on_button = Button(self.tr("Continue"), "primary")
        self._steps = QStackedWidget()
        self._steps.addWidget(self._questions())
        self._steps.addWidget(self._note())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._steps)
        if clinician_first(answers):
            self._steps.setCurrentIndex(1)

    def _questions(self) -> QWidget:
        step, column = _step(self.tr("A few questions before heavy work"))
        column.addWidget(Words(self.tr("Tick what applies to you. It stays on this computer."), wrap=True))
        for question, text in QUESTIONS:
            box = QCheckBox(QCoreApplication.translate("intake", text))
            box.toggled.connect(self._on_box_toggled)
            self.boxes[question] = box
            column.addWidget(box)
        column.addWidget(rule())
        self.none_box.toggled.connect(self._on_none_toggled)
        column.addWidget(self.none_box)
        column.addStretch(1)
        later = Button(self.tr("Not now"))
        later.clicked.connect(self.reject)
        self.go_on_button.setEnabled(False)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        column.addLayout(_row(later, self.go_on_button))
        return step

    def _note(self) -> QWidget:
        step, column = _step(self.tr("Ask a clinician first"))
        for text in (
            self.tr(
                "One of your answers is a reason to ask a doctor or physiotherapist "
                "before full Nordics, hops or loaded work."
            ),
            self.tr("The easy version can be trained meanwhile. You can change your answers in Settings."),
            self.tr("This is the app's own caution; no clinician has signed it yet."),
        ):
            column.addWidget(Words(text, wrap=True))
        column.addStretch(1)
        back, go_on = (
            Button(self.tr("Choose another version"), "primary"),
            Button(self.tr("I have asked: start")),
        )
        back.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        column.addLayout(_row(go_on, back))
        return step

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
        if clinician_first(answers):
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
