"""A plan under way: how far it is, and what can be done with it as a whole."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from trainer.domain.under_way import Started
from trainer.ui.days import day_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words

OPEN, PAUSE, GO_ON, SHIFT, STOP = "open", "pause", "go_on", "shift", "stop"


class StartedCard(QFrame):
    """`asked` carries what is to be done (PAUSE, SHIFT, …) and the plan under way."""

    asked = Signal(str, object)

    def __init__(self, started: Started, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "note")
        self.started, self._today = started, today
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(Words(started.plan.name, strong=True, wrap=True))
        self.words = Words(self._words(), "small", wrap=True)
        column.addWidget(self.words)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, max(1, started.of))
        self.bar.setValue(started.done)
        self.bar.setAccessibleName(self._done())
        column.addWidget(self.bar)
        column.addWidget(Flow(self._buttons()))

    def _done(self) -> str:
        return self.tr("{0} of {1} sessions done").format(self.started.done, self.started.of)

    def _words(self) -> str:
        started = self.started
        words = [self._done()]
        if started.paused_on is not None:
            words.append(self.tr("paused since {0}").format(day_text(started.paused_on, "d MMMM")))
        else:
            ahead = started.started_on > self._today
            text = self.tr("begins on {0}") if ahead else self.tr("begun on {0}")
            words.append(text.format(day_text(started.started_on, "d MMMM")))
            names = [QLocale().dayName(day, QLocale.FormatType.ShortFormat) for day in started.weekdays]
            words.append(", ".join(names))
        return " · ".join(word for word in words if word)

    def _buttons(self) -> list[QWidget]:
        labels = {
            OPEN: (self.tr("See the plan"), self.tr("See the plan {0}"), "chevron-right"),
            PAUSE: (self.tr("Pause"), self.tr("Pause {0}"), "pause"),
            GO_ON: (self.tr("Go on"), self.tr("Go on with {0}"), "play"),
            SHIFT: (self.tr("Shift…"), self.tr("Shift {0}"), "calendar-range"),
            STOP: (self.tr("Stop"), self.tr("Stop {0}"), "x"),
        }
        paused = self.started.paused_on is not None
        for act in (OPEN, GO_ON, STOP) if paused else (OPEN, PAUSE, SHIFT, STOP):
            text, spoken, icon = labels[act]
            button = Button(text, icon=icon)
            button.setAccessibleName(spoken.format(self.started.plan.name))
            button.setProperty("act", act)
            button.clicked.connect(self._on_button_clicked)
            self.buttons[act] = button
        return list(self.buttons.values())

    def _on_button_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("act")), self.started)
