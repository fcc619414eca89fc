"""The morning's question: how the body feels, in one click or a few; it can be left for today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.checkin import CheckIn
from trainer.ui.theme import Theme
from trainer.ui.today.areas import area_label
from trainer.ui.today.checkin_form import CheckInForm
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.place_spots import side_label
from trainer.ui.widgets.text import Words


class CheckInCard(QFrame):
    """`answered` carries what was felt (nothing: all well), `skipped` that it is not wanted today."""

    answered = Signal(object)
    skipped = Signal()
    hurts_requested = Signal(str)
    grown = Signal()
    """The form is longer now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._theme, self._likely = theme, tuple[str, ...]()
        self.form: CheckInForm | None = None
        self.title = Words("", "body", strong=True, wrap=True)
        self.well_button = Button(self.tr("All well"), icon="check")
        self.well_button.clicked.connect(self._on_well_clicked)
        self.sore_button = Button(self.tr("Sore or painful…"))
        self.sore_button.clicked.connect(self.open_form)
        self.skip_button = Button(self.tr("Not today"), "icon", icon="x")
        self.skip_button.clicked.connect(self.skipped)
        self.more_button = Button(self.tr("Add…"), "quiet")
        self.more_button.setAccessibleName(self.tr("Add to today's check-in"))
        self.more_button.clicked.connect(self.open_form)
        self.told = Words("", "small", wrap=True)
        self._asking = QWidget()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(8)
        for button in (self.well_button, self.sore_button):
            asking.addWidget(button)
        asking.addStretch(1)
        self._answer = QWidget()
        answer = QHBoxLayout(self._answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(8)
        answer.addWidget(IconLabel("circle-check", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        answer.addWidget(self.told, 1)
        answer.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._was_asking = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._question = QGridLayout()
        self._question.setSpacing(8)
        self._question.setColumnStretch(0, 1)
        self._question.addWidget(self.title, 0, 0)
        self._question.addWidget(self.skip_button, 0, 2)
        self.set_low(low=False)
        self._column.addLayout(self._question)
        self._column.addWidget(self._answer)

    @property
    def asking(self) -> bool:
        """Whether it waits for an answer, or has its form open."""
        return not self._asking.isHidden() or self.form_open

    @property
    def form_open(self) -> bool:
        return self.form is not None and not self.form.isHidden()

    def show_state(
        self, *, due: bool, after_session: bool, likely: Sequence[str], done: Sequence[CheckIn]
    ) -> None:
        """Asks where it is due, else says what was answered today; there is nothing to show without either.

        A form that is being filled in stays as it is.
        """
        if self.form_open:
            return
        self._likely = tuple(likely)
        self.title.setText(
            self.tr("How is it, the morning after?") if after_session else self.tr("How is it today?")
        )
        self._ask(due=due)
        self.told.setText(felt_text(done))
        self.setVisible(due or bool(done))

    def set_low(self, *, low: bool) -> None:
        """Puts the answers beside the question, where the card stands above the workout."""
        if low:
            self._question.addWidget(self._asking, 0, 1)
        else:
            self._question.addWidget(self._asking, 1, 0, 1, 3)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.form is not None:
            self.form.set_theme(theme)

    def open_form(self) -> None:
        """Shows the body and the list."""
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.deleteLater()
        self.form = CheckInForm(self._theme, self._likely)
        self.form.saved.connect(self._on_form_saved)
        self.form.left.connect(self.close_form)
        self.form.hurts_requested.connect(self.hurts_requested)
        self.form.grown.connect(self.grown)
        self._column.addWidget(self.form)
        self.form.show()
        self._was_asking = not self._asking.isHidden()
        self._ask(due=False)
        self._answer.hide()
        first = self.form.chips[0] if self.form.chips else self.form.map
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Goes back to the question, or to what was answered."""
        if self.form is None:
            return
        self.form.hide()
        self._ask(due=self._was_asking)
        again = self.sore_button if self._was_asking else self.more_button
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, *, due: bool) -> None:
        """Shows the question, or else the answer."""
        self._asking.setVisible(due)
        self.skip_button.setVisible(due)
        self._answer.setVisible(not due)

    def _on_well_clicked(self) -> None:
        self.answered.emit([])

    def _on_form_saved(self, felt: object) -> None:
        self.close_form()
        self.answered.emit(felt)


def felt_text(done: Sequence[CheckIn]) -> str:
    """`Hamstring, middle, left: soreness 4`, one after the other; *All well* where nothing is felt."""
    parts = []
    for one in done:
        told = [(_tr("soreness {0}"), one.soreness), (_tr("pain {0}"), one.pain)]
        numbers = ", ".join(text.format(number) for text, number in told if number)
        if numbers:
            parts.append(f"{side_label(area_label(one.area), one.side)}: {numbers}")
    return "; ".join(parts) or _tr("All well")


def _tr(text: str) -> str:
    return QCoreApplication.translate("checkin", text)
