"""The smaller cards of Today: cautions, the week, a session that was cut off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.week import WeekDay
from trainer.services.training import Recovery
from trainer.ui.today.week_strip import ICONS, WeekStrip
from trainer.ui.today.week_words import done_words, week_lines
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.text import Words


def _column(frame: QFrame, kind: str = "") -> QVBoxLayout:
    frame.setProperty("card", kind or True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(8)
    return column


class CautionsCard(QFrame):
    """What to know before the first session: the claims at the place "first-run"; skippable."""

    skipped = Signal()
    safety_requested = Signal()

    def __init__(self, claims: Iterable[Claim], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self, "note")
        column.addWidget(Words(self.tr("Before you begin"), "body", strong=True))
        for claim in claims:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconLabel("info", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Words(claim.text, "small", wrap=True), 1)
            column.addLayout(row)
        self.skip_button = Button(self.tr("Got it"))
        self.skip_button.clicked.connect(self.skipped)
        self.more_button = Button(self.tr("More on safety"), "quiet")
        self.more_button.clicked.connect(self.safety_requested)
        column.addWidget(Flow([self.skip_button, self.more_button], 8))


class WeekCard(QFrame):
    """The week: what was done, what is planned, what was run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self)
        column.addWidget(Words(self.tr("This week"), "body", strong=True))
        self.strip = WeekStrip()
        self.words = Words("", "small", tone="muted", wrap=True)
        self.lines: list[Words] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addWidget(self.strip)
        column.addLayout(self._list)
        column.addWidget(self.words)

    def show_week(self, today: date, days: Sequence[WeekDay]) -> None:
        """Shows these seven days, and in words what they have."""
        self.strip.show_week(today, days)
        self.words.setText(done_words(days))
        told = week_lines(today, days)
        if [line.text() for line in self.lines] == [text for _, text in told]:
            return
        clear(self._list)
        self.lines = []
        for mark, text in told:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(IconLabel(ICONS[mark], 16), 0, Qt.AlignmentFlag.AlignTop)
            self.lines.append(Words(text, "small", wrap=True))
            row.addWidget(self.lines[-1], 1)
            self._list.addWidget(line)


class RecoveryCard(QFrame):
    """A session that was cut off, or `left` on purpose: resume, finish or discard it."""

    resume_requested = Signal()
    finish_requested = Signal()
    discard_requested = Signal()

    def __init__(self, recovery: Recovery, *, left: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self, "note")
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel("rotate-ccw", 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = self.tr("Session left") if left else self.tr("Session recovered")
        self.title = Words(title, "body", strong=True)
        words.addWidget(self.title)
        self.words = Words(self._told(recovery), "small", wrap=True)
        words.addWidget(self.words)
        row.addLayout(words, 1)
        column.addLayout(row)
        self.resume_button = Button(self.tr("Resume"), "primary", icon="play")
        self.resume_button.setVisible(recovery.next_step is not None)
        self._resumable = recovery.next_step is not None
        self.finish_button = Button(self.tr("Finish as it stands"))
        self.discard_button = Button(self.tr("Discard"), "quiet")
        self.resume_button.clicked.connect(self.resume_requested)
        self.finish_button.clicked.connect(self.finish_requested)
        self.discard_button.clicked.connect(self.discard_requested)
        column.addWidget(Flow([self.resume_button, self.finish_button, self.discard_button], 12))

    @property
    def first_button(self) -> Button:
        """Resume, or Finish where nothing is left to do."""
        return self.resume_button if self._resumable else self.finish_button

    def _told(self, recovery: Recovery) -> str:
        one, many = self.tr("{0}: {1} of 1 set saved"), self.tr("{0}: {1} of {2} sets saved")
        saved = (one if recovery.of == 1 else many).format(
            recovery.session.workout, recovery.saved, recovery.of
        )
        number = recovery.next_step.set_index if recovery.next_step is not None else 0
        if recovery.reps == 1:
            return self.tr("{0}, 1 rep into set {1}.").format(saved, number)
        if recovery.reps:
            return self.tr("{0}, {1} reps into set {2}.").format(saved, recovery.reps, number)
        if recovery.hold_s:
            return self.tr("{0}, {1:.0f} s into set {2}.").format(saved, recovery.hold_s, number)
        return f"{saved}."
