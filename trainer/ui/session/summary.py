"""The end of a session: what was done, how hard it was, a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer.domain.session import SetLog
from trainer.domain.stats import tension_s
from trainer.services.active_session import has_result
from trainer.ui.session.keys import OTHER_MODIFIERS, digit_of
from trainer.ui.session.wording import load_words, result_words, side_word, tr
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words, rule

NOTE_HEIGHT_PX = 72
CONTENT_PX = 1100
CARD_PX = 720
"""The page's width with and without a log beside the answers."""
LOG_PX = 460
MARGIN_PX = 20
TALL_PX = 760
UNBROKEN = "\N{NO-BREAK SPACE}"  # a side stays on its line


class _Results(QScrollArea):
    """As high as what it shows, as far as there is room; the rest is scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        inner = self.widget()
        layout = None if inner is None else inner.layout()
        if layout is not None:
            layout.invalidate()
            hint.setHeight(layout.totalHeightForWidth(self.viewport().width()) + 2 * self.frameWidth())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class SummaryPage(QWidget):
    """Asks for session RPE and a note; neither must be answered. Digits rate, Enter finishes."""

    finish_requested = Signal(object, str)

    def __init__(self, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._unit = unit
        self._title = Words(self.tr("Done"), "title")
        self._facts = Words("", "body", tone="muted", wrap=True)
        self._problem = Words("", "body", wrap=True)
        self._problem.hide()
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(16)
        self._list.setVerticalSpacing(6)
        self._ratings = QButtonGroup(self)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("A note, if you like"))
        self.note.setFixedHeight(NOTE_HEIGHT_PX)
        self.note.setTabChangesFocus(True)
        self.finish = Button(self.tr("Finish"), "primary", icon="check")
        self.finish.clicked.connect(self._on_finish_clicked)
        self._log_place = QVBoxLayout()
        self._lay_out()

    @property
    def session_rpe(self) -> float | None:
        """What was chosen, None for no answer."""
        chosen = self._ratings.checkedId()
        return None if chosen < 0 else float(chosen)

    def rate(self, rpe: int) -> None:
        """Chooses a session RPE of 0–10."""
        self._ratings.button(rpe).setChecked(True)

    def take_key(self, event: QKeyEvent) -> bool:
        """Rates by a digit, 0 for 10, and finishes by Enter; False for every other key.

        A half of session RPE is not asked for, so Shift is no matter.
        """
        if event.modifiers() & OTHER_MODIFIERS:
            return False
        digit = digit_of(event)
        if digit is not None:
            self.rate(digit or 10)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.finish.click()
        else:
            return False
        return True

    def hold_log(self, log: QFrame) -> None:
        """Takes the log of the last set, which had no rest to be filled in."""
        self._page.setMaximumWidth(CONTENT_PX)
        log.setMaximumHeight(LOG_PX)
        self._log_place.addWidget(log, 10)
        self._log_place.addStretch(1)
        self._columns.setStretch(0, 2)
        self._columns.setSpacing(20)
        log.show()

    def show_rows(self, rows: Sequence[SetLog], of_sets: int, minutes: int) -> None:
        """Says what was done; left and right are one set."""
        done = {row.set_index for row in rows if has_result(row)}
        tension = sum(_tension_s(row) for row in rows)
        one, many = self.tr("{0} of 1 set"), self.tr("{0} of {1} sets")
        sets = (one if of_sets == 1 else many).format(len(done), of_sets)
        under = self.tr("{0} under tension").format(_minutes_seconds(tension))
        self._facts.setText(f"{sets}  ·  {self.tr('{0} min').format(minutes)}  ·  {under}")
        self._fill(rows)

    def tell(self, problem: str) -> None:
        """Shows why the session could not be ended; everything stays as it was."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a large screen it stands a little above the middle."""
        super().resizeEvent(event)
        above_px = MARGIN_PX + max(0, self.height() - TALL_PX) // 2
        self._across.setContentsMargins(24, above_px, 24, MARGIN_PX)

    def _fill(self, rows: Sequence[SetLog]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        names = dict.fromkeys(row.exercise for row in rows)
        for line, name in enumerate(names):
            self._list.addWidget(
                Words(name, "body", strong=True, wrap=True), line, 0, Qt.AlignmentFlag.AlignTop
            )
            self._list.addWidget(Words(self._sets_of(rows, name), "body", wrap=True), line, 1)
        self._list.setColumnStretch(0, 2)
        self._list.setColumnStretch(1, 3)
        self._area.updateGeometry()

    def _sets_of(self, rows: Sequence[SetLog], name: str) -> str:
        sets: dict[int, list[SetLog]] = {}
        for row in rows:
            if row.exercise == name:
                sets.setdefault(row.set_index, []).append(row)
        return "\n".join("    ".join(self._side_of(row) for row in sides) for sides in sets.values())

    def _side_of(self, row: SetLog) -> str:
        if not has_result(row):
            return tr("{0} skipped").format(side_word(row.side).capitalize()).strip()
        parts = [result_words(row), load_words(row.load_kg, self._unit)]
        parts += [tr("RPE {0}").format(f"{row.rpe:g}")] if row.rpe is not None else []
        parts += [tr("warm-up")] if row.warm_up else []
        side = side_word(row.side).capitalize()
        words = f"{side} {' · '.join(part for part in parts if part)}".strip()
        return words.replace(" ", UNBROKEN)

    def _lay_out(self) -> None:
        self._page = page = QWidget()
        page.setMaximumWidth(CARD_PX)
        self._across = across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(page, 100)
        across.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._title)
        outer.addWidget(self._facts)
        outer.addWidget(self._problem)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        self._columns.addLayout(self._log_place)
        self._columns.addWidget(self._answers(), 3, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._columns, 100)
        outer.addStretch(1)

    def _answers(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._area = self._scroll()
        column.addWidget(self._area)
        column.addWidget(rule())
        column.addLayout(self._question())
        column.addLayout(self._scale())
        column.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.finish)
        column.addLayout(foot)
        return card

    def _question(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Words(self.tr("How hard was the whole session?"), "body", strong=True), 1)
        row.addWidget(Words(self.tr("Keys 1–9, 0 for 10"), "caption", tone="muted"))
        return row

    def _scroll(self) -> _Results:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        area = _Results()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(self.tr("What was done"))
        return area

    def _scale(self) -> QGridLayout:
        scale = QGridLayout()
        scale.setSpacing(4)
        for rpe in range(11):
            button = Button(str(rpe), "chip", checkable=True)
            button.setMinimumWidth(30)
            button.setFixedHeight(44)
            button.setAutoDefault(False)  # Enter finishes; Space chooses
            button.setAccessibleName(self.tr("Session RPE {0}").format(rpe))
            self._ratings.addButton(button, rpe)
            scale.addWidget(button, 0, rpe)
        left, right = (
            Words(tr("rest"), "caption", tone="muted"),
            Words(tr("as hard as it gets"), "caption", tone="muted"),
        )
        scale.addWidget(left, 1, 0, 1, 4)
        scale.addWidget(right, 1, 5, 1, 6, Qt.AlignmentFlag.AlignRight)
        return scale

    def _on_finish_clicked(self) -> None:
        self.finish_requested.emit(self.session_rpe, self.note.toPlainText().strip())


def _tension_s(row: SetLog) -> float:
    return tension_s(str(row.target.tempo or ""), row.reps, row.hold_s) or 0.0


def _minutes_seconds(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return tr("{0} min {1} s").format(minutes, rest) if minutes else tr("{0} s").format(rest)
