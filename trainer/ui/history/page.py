"""History: what was done, from the log alone. Everything is read on the worker, the last year first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.domain.change import Change, Changed
from trainer.domain.stats import SessionHead
from trainer.errors import TrainerError
from trainer.services.history import ExerciseHistory, History, Overview, TrainedExercise
from trainer.ui.background import Background
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.history.days_card import DaysCard
from trainer.ui.history.empty_card import EmptyCard
from trainer.ui.history.exercise_card import ExerciseCard
from trainer.ui.history.figures import Figures
from trainer.ui.history.load_card import LoadCard
from trainer.ui.history.next_card import NextCard
from trainer.ui.history.questions import LOAD, NEXT, SIDES, STRONGER, Questions
from trainer.ui.history.range_bar import RangeBar
from trainer.ui.history.saving import ChartSaving
from trainer.ui.history.sessions_card import SessionsCard
from trainer.ui.history.sides_card import SidesCard
from trainer.ui.history.trend_card import TrendCard
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import Page, set_stacked

_KINDS = frozenset(
    {
        Changed.SESSIONS,
        Changed.SETS,
        Changed.IMPORTS,
        Changed.CHECKINS,
        Changed.RUNS,
        Changed.CALENDAR,
        Changed.EXERCISES,
    }
)
_NARROW_HEAD_PX = 640
_TWO_LINES_PX = 480
"""The window's width in pixels of the text's usual size, below which the buttons take a line, then two."""


class HistoryPage(Page):
    """Reads when it is first shown, and again when the log has changed and it is shown.

    `export_requested` asks for the log as a file, `import_requested` for a file to be read into it,
    `report_requested` for a report of some weeks; `told` carries the sentence of a read that failed, or of a
    chart that was saved. `shown` tells that the figures and the calendar are there.
    """

    export_requested = Signal()
    import_requested = Signal()
    report_requested = Signal()
    told = Signal(str)
    shown = Signal()

    def __init__(
        self,
        history: History,
        sessions: SessionsCard,
        background: Background,
        theme: Theme,
        load_unit: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("History"), parent=parent)
        self._history, self._background = history, background
        self._stale = True
        self._overview: Overview | None = None
        self._reading_all = False
        self.axis = TimeAxis(self)
        self.axis.changed.connect(self._on_axis_changed)
        self._add_head()
        self.empty = EmptyCard()
        self.empty.import_requested.connect(self.import_requested)
        self.figures = Figures()
        self.days = DaysCard(theme, self.axis)
        self.trend = TrendCard(theme, self.axis, history.today, load_unit)
        self.sides = SidesCard(theme, self.axis, load_unit)
        self.load = LoadCard(theme, self.axis)
        self.next = NextCard(theme)
        self.questions = Questions()
        self.range_bar = RangeBar(self.axis)
        self.sessions = sessions
        self.saving = ChartSaving(background, self)
        self._heads: Sequence[SessionHead] = ()
        self._connect()
        for part in (self.empty, *self._parts()):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch(1)

    @property
    def overview(self) -> Overview | None:
        """What was read last."""
        return self._overview

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """Every card with a chart."""
        return (self.days, self.trend, self.sides, self.load, self.next)

    @property
    def answer(self) -> ChartCard:
        """The card of the question that is asked."""
        return {STRONGER: self.trend, SIDES: self.sides, LOAD: self.load, NEXT: self.next}[
            self.questions.value
        ]

    def on_shown(self) -> None:
        """Reads the log where something has changed since it was read."""
        if self._stale:
            self._stale = False
            complete = self._overview is not None and self._overview.complete
            self._read_overview(date.min if complete else self._history.window())

    def on_change(self, change: Change) -> None:
        """Reads again, now or when it is next shown."""
        if change.kinds & _KINDS:
            self._stale = True
            if self.isVisible():
                self.sessions.refresh()
                self.on_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_head_below(self.width() < _NARROW_HEAD_PX * text_scale())
        set_stacked(self.head, self.width() < _TWO_LINES_PX * text_scale())

    def set_theme(self, theme: Theme) -> None:
        for card in self.cards:
            card.set_theme(theme)

    def _parts(self) -> tuple[QWidget, ...]:
        """What is shown of a log that has something in it, from above; one of the questions' cards."""
        cards = (self.trend, self.sides, self.load, self.next)
        return (self.figures, self.range_bar, self.days, self.questions, *cards, self.sessions)

    def _add_head(self) -> None:
        self.log_button = Button(self.tr("Log a past session…"), icon="plus")
        self.export_button = Button(self.tr("Export CSV…"), icon="download")
        self.export_button.clicked.connect(self.export_requested)
        self.report_button = Button(self.tr("Report…"))
        self.report_button.setToolTip(self.tr("Some weeks as a PDF of one to three pages"))
        self.report_button.clicked.connect(self.report_requested)
        self.table_button = Button(self.tr("Tables"), checkable=True)
        self.table_button.setToolTip(self.tr("The charts' values as text (Ctrl+T)"))
        self.table_button.toggled.connect(self._on_table_button_toggled)
        for pair in ((self.log_button, self.table_button), (self.report_button, self.export_button)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in pair:
                line.addWidget(button)
            line.addStretch(0)
            self.head.addLayout(line)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.activated.connect(self.table_button.toggle)

    def _connect(self) -> None:
        self.questions.chosen.connect(self._on_questions_chosen)
        for card in (self.trend, self.sides):
            card.exercise_chosen.connect(self._read_exercise)
        self.trend.chart.mark_chosen.connect(self._on_trend_mark_chosen)
        self.sides.chart.mark_chosen.connect(self._on_sides_mark_chosen)
        for stretched in (self.days, self.load):
            stretched.stretch_chosen.connect(self._on_stretch_chosen)
        for one in self.cards:
            one.save_requested.connect(partial(self.saving.ask, one))
        self.saving.told.connect(self.told)
        self.log_button.clicked.connect(self.sessions.log_past)

    def _read_overview(self, since: date) -> None:
        read = partial(self._history.overview, since)
        self._background.submit(read, self._on_overview_read, self._on_read_failed)

    def _on_overview_read(self, overview: Overview) -> None:
        earlier = self._overview
        self._overview = overview
        self._reading_all = False
        self.empty.setVisible(overview.empty)
        for part in (*self._parts(), self.table_button, self.report_button, self.export_button):
            part.setVisible(not overview.empty)
        self._show_answer()
        if overview.empty:
            return
        self.figures.show_overview(overview)
        self.axis.set_limits(overview.first or overview.today, overview.last)
        for card in (self.days, self.load, self.next):
            card.show_overview(overview)
        if earlier is None or earlier.empty or overview.since >= earlier.since:
            self._background.submit(self._history.exercises, self._on_exercises_read, self._on_read_failed)
        self.shown.emit()

    def _on_axis_changed(self) -> None:
        """Reads all of the log once somebody looks farther back than what was read."""
        overview = self._overview
        if overview is None or overview.complete or self._reading_all:
            return
        if self.axis.first_day < overview.since:
            self._reading_all = True
            self._read_overview(date.min)

    def _on_exercises_read(self, exercises: Sequence[TrainedExercise]) -> None:
        for card in (self.trend, self.sides):
            card.show_exercises(exercises)
        self._read_answer()
        # After the answer, which is not to wait for a long list.
        self._background.submit(self._history.sessions, self._on_sessions_read, self._on_read_failed)

    def _read_answer(self) -> None:
        card = self.answer
        if isinstance(card, ExerciseCard) and card.chosen:
            self._read_exercise(card.chosen)

    def _read_exercise(self, exercise_id: str) -> None:
        """The last year first, then all of it: what was best may lie before."""
        window = self._history.window()
        overview = self._overview
        longer = overview is not None and overview.first is not None and overview.first < window
        read = partial(self._history.exercise, exercise_id, *([window] if longer else []))
        self._background.submit(read, self._on_exercise_read, self._on_read_failed)

    def _on_exercise_read(self, history: ExerciseHistory) -> None:
        for card in (self.trend, self.sides):
            card.show_history(history)
        if not history.complete:
            read = partial(self._history.exercise, history.exercise_id)
            self._background.submit(read, self._on_exercise_read, self._on_read_failed)

    def _on_questions_chosen(self) -> None:
        self._show_answer()
        self._read_answer()

    def _show_answer(self) -> None:
        empty = self._overview is None or self._overview.empty
        for card in (self.trend, self.sides, self.load, self.next):
            card.setVisible(not empty and card is self.answer)

    def _on_trend_mark_chosen(self, index: int) -> None:
        self._go_to(self.trend.points[index].session_id)

    def _on_sides_mark_chosen(self, index: int) -> None:
        self._go_to(self.sides.pairs[index].session_id)

    def _on_stretch_chosen(self, first: date, after: date) -> None:
        newest = next((head for head in self._heads if first <= head.day < after), None)
        if newest is not None:
            self._go_to(newest.id)

    def _go_to(self, session_id: str) -> None:
        self.sessions.choose(session_id)
        self.reveal(self.sessions.detail)

    def _on_sessions_read(self, sessions: Sequence[SessionHead]) -> None:
        self._heads = sessions
        self.sessions.show_sessions(sessions)

    def _on_table_button_toggled(self, shown: bool) -> None:
        for card in self.cards:
            card.set_table_shown(shown)

    def _on_read_failed(self, error: TrainerError) -> None:
        self._stale = True
        self._reading_all = False
        self.told.emit(str(error))
