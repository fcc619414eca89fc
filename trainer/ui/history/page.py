"""History: what was done, from the log alone. Everything is read on the worker."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.change import Change, Changed
from trainer.domain.session import SetLog
from trainer.domain.stats import Performance, SessionHead
from trainer.errors import TrainerError
from trainer.services.history import History, Overview, TrainedExercise
from trainer.ui.background import Background
from trainer.ui.charts.heat_map import HeatMap
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.history.figures import Figures
from trainer.ui.history.sessions_card import SessionsCard
from trainer.ui.history.trend_card import TrendCard
from trainer.ui.history.weeks_card import WeeksCard
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import Page
from trainer.ui.widgets.text import Words

_KINDS = frozenset({Changed.SESSIONS, Changed.SETS, Changed.IMPORTS})


class HistoryPage(Page):
    """Reads when it is first shown, and again when the log has changed and it is shown.

    `export_requested` asks for the log as a file; `failed` carries the sentence of a read that failed.
    """

    export_requested = Signal()
    failed = Signal(str)
    shown = Signal()

    def __init__(
        self, history: History, background: Background, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("History"), parent=parent)
        self._history, self._background = history, background
        self._stale = True
        self.export_button = Button(self.tr("Export CSV…"), icon="download")
        self.export_button.clicked.connect(self.export_requested)
        self.table_button = Button(self.tr("Tables"), checkable=True)
        self.table_button.setToolTip(self.tr("The charts' values as text (Ctrl+T)"))
        self.table_button.toggled.connect(self._on_table_button_toggled)
        self.head.addWidget(self.table_button)
        self.head.addWidget(self.export_button)
        self.empty = self._empty()
        self.figures = Figures()
        self.days = ChartCard(self.tr("Am I doing it?"), HeatMap(self.tr("Sessions by day"), theme))
        self.weeks = WeeksCard(theme)
        self.trend = TrendCard(theme)
        self.sessions = SessionsCard()
        self.trend.exercise_chosen.connect(self._on_trend_exercise_chosen)
        self.trend.chart.mark_chosen.connect(self._on_trend_mark_chosen)
        self.sessions.session_chosen.connect(self._on_sessions_session_chosen)
        for part in (self.empty, self.figures, self.days, self.weeks, self.trend, self.sessions):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch(1)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.activated.connect(self.table_button.toggle)

    def on_shown(self) -> None:
        """Reads the log where something has changed since it was read."""
        if self._stale:
            self._stale = False
            self._background.submit(self._history.overview, self._on_overview_read, self._on_read_failed)

    def on_change(self, change: Change) -> None:
        """Reads again, now or when it is next shown."""
        if change.kinds & _KINDS:
            self._stale = True
            if self.isVisible():
                self.on_shown()

    def set_theme(self, theme: Theme) -> None:
        for card in (self.days, self.weeks, self.trend):
            card.chart.set_theme(theme)

    def _empty(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", "quiet")
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("Nothing is logged yet"), "heading"))
        column.addWidget(
            Words(
                self.tr(
                    "After your first session this page shows on which days you trained, "
                    "what each week held, and how each exercise develops, left and right."
                ),
                tone="muted",
                wrap=True,
            )
        )
        return frame

    def _on_overview_read(self, overview: Overview) -> None:
        self.empty.setVisible(overview.empty)
        for part in (self.figures, self.days, self.weeks, self.trend, self.sessions):
            part.setVisible(not overview.empty)
        self.table_button.setVisible(not overview.empty)
        self.export_button.setVisible(not overview.empty)
        if overview.empty:
            return
        self.figures.show_overview(overview)
        if isinstance(self.days.chart, HeatMap):
            self.days.chart.show_days(overview.days, overview.today)
        self.days.refresh()
        self.weeks.show_overview(overview)
        self._background.submit(self._history.exercises, self._on_exercises_read, self._on_read_failed)
        self._background.submit(self._history.sessions, self._on_sessions_read, self._on_read_failed)
        self.shown.emit()

    def _on_exercises_read(self, exercises: Sequence[TrainedExercise]) -> None:
        self.trend.setVisible(bool(exercises))
        chosen = self.trend.show_exercises(exercises, self._history.today())
        if chosen:
            self._on_trend_exercise_chosen(chosen)

    def _on_trend_exercise_chosen(self, exercise_id: str) -> None:
        def read() -> list[Performance]:
            return self._history.performances(exercise_id)

        self._background.submit(read, self.trend.show_performances, self._on_read_failed)

    def _on_trend_mark_chosen(self, index: int) -> None:
        self.sessions.choose(self.trend.points[index].session_id)

    def _on_sessions_read(self, sessions: Sequence[SessionHead]) -> None:
        self.sessions.show_sessions(sessions)

    def _on_sessions_session_chosen(self, session_id: str) -> None:
        def read() -> list[SetLog]:
            return self._history.sets_of(session_id)

        self._background.submit(read, self.sessions.show_sets, self._on_read_failed)

    def _on_table_button_toggled(self, shown: bool) -> None:
        for card in (self.days, self.weeks, self.trend):
            card.set_table_shown(shown)

    def _on_read_failed(self, error: TrainerError) -> None:
        self._stale = True
        self.failed.emit(str(error))
