"""What was answered to the questions before heavy work, and the way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.intake import answered, clinician_first
from trainer.errors import SettingsError
from trainer.services.library import Library
from trainer.settings import INTAKE, Settings
from trainer.ui.today.intake_dialog import IntakeDialog
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words


class AnswersCard(QFrame):
    """`told` carries a sentence for the foot of the window."""

    told = Signal(str)

    def __init__(self, settings: Settings, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._library = settings, library
        self.setProperty("card", True)
        self.state = Words(size="small", wrap=True)
        self.change_button = Button("")
        self.change_button.clicked.connect(self.ask)
        self.forget_button = Button(self.tr("Forget answers"), "quiet")
        self.forget_button.clicked.connect(self._on_forget_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        words = self.tr("A few questions come before full Nordics, hops and loaded work.")
        column.addWidget(Words(words, "small", tone="muted", wrap=True))
        column.addWidget(self.state)
        column.addWidget(Flow([self.change_button, self.forget_button], 8))
        self.destroyed.connect(settings.on_change(self._on_settings_changed))
        self._tell()

    def ask(self) -> None:
        """Opens the questions with the answers given so far."""
        dialog = IntakeDialog(self._library, self._settings.get(INTAKE), self.window(), changing=True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(self._on_dialog_answered)
        dialog.open()

    def _tell(self) -> None:
        answers = self._settings.get(INTAKE)
        given = answered(answers)
        if not given:
            text = self.tr("Not answered yet.")
        elif clinician_first(answers):
            said = {claim.key: claim.text for claim in self._library.claims_for("ask-first")}
            text = said["intake-one-is-true"]
        else:
            text = self.tr("You answered that none of them is true of you.")
        self.state.setText(text)
        self.change_button.setText(self.tr("Change answers…") if given else self.tr("Answer now…"))
        self.change_button.setAccessibleName(self.change_button.text())
        self.forget_button.setEnabled(bool(answers))

    def _keep(self, answers: dict[str, bool], done: str) -> None:
        try:
            self._settings.set(INTAKE, answers)
        except SettingsError as error:
            self.told.emit(str(error))
        else:
            self.told.emit(done)

    def _on_dialog_answered(self, answers: dict[str, bool]) -> None:
        self._keep(answers, self.tr("Answers kept."))

    def _on_forget_clicked(self) -> None:
        self._keep({}, self.tr("You will be asked again before heavy work."))

    def _on_settings_changed(self, key: str) -> None:
        if key == INTAKE.key:
            self._tell()
