"""What an import would do, shown before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.domain.transfer import ImportResult
from trainer.exchange.contents import Answers, Question, Refused, Unit
from trainer.services.preview import Counts, Preview
from trainer.ui.numbers import number_text
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.text import Words

SHOWN_LINES = 500
SHOWN_NAMES = 12
LINES_PX = 160


class ImportDialog(QDialog):
    """`import_requested` carries the preview when it is agreed to; accepted then, rejected otherwise.

    `answers_changed` carries the answers to read the file with again. `more` says that another step follows.
    """

    import_requested = Signal(object)
    answers_changed = Signal(object)

    def __init__(
        self, preview: Preview, answers: Answers, more: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self._answers, self._more = preview, answers, more
        self.setWindowTitle(self.tr("Import"))
        self.setMinimumWidth(560)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(12)
        self._column.addWidget(Words(self.tr("Import {0}").format(preview.path.name), "heading", wrap=True))
        self.sentences: list[str] = []
        self._say_counts()
        self._ask()
        self.lines = QPlainTextEdit(self)
        self.lines.setVisible(bool(preview.refused))
        if preview.refused:
            self._show_refused(preview.refused)
        self._column.addSpacing(4)
        self._column.addLayout(self._buttons())
        (self.import_button if preview.adds_anything else self.cancel_button).setFocus()

    def _say_counts(self) -> None:
        preview = self._preview
        if preview.adds_anything:
            self._say(self.tr("To be added"), counted(preview.added))
        else:
            self._say("", self.tr("Nothing in this file is new."))
        if preview.known.total:
            self._say(self.tr("There already, left as it is"), counted(preview.known))
        if preview.own:
            self._say(self.tr("New exercises of your own"), _listed(preview.own))
        for note in preview.notes:
            self._say("", note)

    def _ask(self) -> None:
        """What the file does not say, with the answer that was taken; another one reads the file again."""
        self.unit = Segments(self.tr("Weights in the file"), (("kg", "kg"), ("lb", "lb")))
        self.unit.set_value(self._answers.unit)
        self.times = Segments(
            self.tr("Times in the file"), (("local", self.tr("Local time")), ("utc", self.tr("UTC")))
        )
        self.times.set_value("utc" if self._answers.utc else "local")
        for question, segments in ((Question.UNIT, self.unit), (Question.TIMES, self.times)):
            if question in self._preview.asks and self._preview.adds_anything:
                segments.chosen.connect(self._on_segments_chosen)
                row = QHBoxLayout()
                row.addWidget(segments)
                row.addStretch(1)
                holder = QWidget()
                holder.setLayout(row)
                row.setContentsMargins(0, 2, 0, 0)
                self._pair(segments.accessibleName(), holder)
            else:
                segments.setParent(self)
                segments.hide()

    def _on_segments_chosen(self) -> None:
        unit, utc = Unit(self.unit.value), self.times.value == "utc"
        if (unit, utc) != (self._answers.unit, self._answers.utc):
            self.accept()
            self.answers_changed.emit(replace(self._answers, unit=unit, utc=utc))

    def _say(self, title: str, text: str) -> None:
        self.sentences.append(f"{title}: {text}" if title else text)
        self._pair(title, Words(text, wrap=True))

    def _pair(self, title: str, below: QWidget) -> None:
        """A small title, where there is one, close above what it stands for."""
        pair = QVBoxLayout()
        pair.setSpacing(2)
        if title:
            pair.addWidget(Words(title, "small", tone="muted"))
        pair.addWidget(below)
        self._column.addLayout(pair)

    def _show_refused(self, refused: Sequence[Refused]) -> None:
        """Every line that is left out, with the reason, as text that can be copied."""
        one = self.tr("1 line is refused and stays out")
        many = self.tr("{0} lines are refused and stay out").format(number_text(len(refused)))
        title = one if len(refused) == 1 else many
        told = [self.tr("Line {0}: {1}.").format(r.line, r.reason) for r in islice(refused, SHOWN_LINES)]
        if len(refused) > SHOWN_LINES:
            told.append(self.tr("And {0} more.").format(number_text(len(refused) - SHOWN_LINES)))
        self.lines.setPlainText("\n".join(told))
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(LINES_PX)
        self.lines.setAccessibleName(title)
        self._pair(title, self.lines)

    def _buttons(self) -> QHBoxLayout:
        new = self._preview.adds_anything
        told = self.tr("Match exercises…") if self._more else self.tr("Import")
        self.import_button = Button(told, "primary", icon="" if self._more else "check")
        self.import_button.setVisible(new)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.cancel_button = Button(self.tr("Cancel") if new else self.tr("Close"))
        self.cancel_button.clicked.connect(self.reject)
        (self.import_button if new else self.cancel_button).setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.import_button)
        return row

    def _on_import_clicked(self) -> None:
        self.accept()
        self.import_requested.emit(self._preview)


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)


def counted(counts: Counts) -> str:
    """`1 session, 240 sets`; what there is none of is left out."""
    return _told(
        (
            (counts.sessions, _tr("1 session"), _tr("{0} sessions")),
            (counts.sets, _tr("1 set"), _tr("{0} sets")),
            (counts.checkins, _tr("1 check-in"), _tr("{0} check-ins")),
            (counts.runs, _tr("1 run"), _tr("{0} runs")),
        )
    )


def counted_result(result: ImportResult) -> str:
    """The same, of what was added."""
    return counted(Counts(result.sessions, result.sets, result.checkins, result.runs)) or _tr("nothing new")


def _told(parts: Iterable[tuple[int, str, str]]) -> str:
    counted = ((count, one, many.format(number_text(count))) for count, one, many in parts if count)
    return ", ".join(one if count == 1 else many for count, one, many in counted)


def _listed(names: Sequence[str]) -> str:
    text = ", ".join(names[:SHOWN_NAMES])
    more = len(names) - SHOWN_NAMES
    return _tr("{0} and {1} more").format(text, more) if more > 0 else text
