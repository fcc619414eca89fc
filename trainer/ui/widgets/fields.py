"""Parts of a form: a titled field with what is wrong with it, ranges, lines of text, chips to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from trainer.domain.exercise import Range
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.text import Words

MOST_LINES = 10
TEXT_EDGE_PX = 28


class Field(QWidget):
    """A title, the control below it, a word of help, and a sentence when something is wrong."""

    def __init__(self, title: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        if not control.accessibleName():
            control.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(title, "small", strong=True, wrap=True))
        whole = Qt.AlignmentFlag.AlignLeft if isinstance(control, Segments) else Qt.AlignmentFlag(0)
        column.addWidget(control, 0, whole)
        if hint:
            column.addWidget(Words(hint, "small", tone="muted", wrap=True))
            control.setAccessibleDescription(hint)
        self._hint = hint
        self.problem = Words(size="small", strong=True, wrap=True)
        self._problem_row = QWidget()
        row = QHBoxLayout(self._problem_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("circle-alert", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.problem, 1)
        column.addWidget(self._problem_row)
        self._problem_row.hide()

    def set_problem(self, sentence: str) -> None:
        """Says what is wrong, or, with "", that nothing is."""
        self.problem.setText(sentence)
        self._problem_row.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint)


class RangeField(QWidget):
    """From the least to the most; the one follows the other, so that it is always a range."""

    def __init__(
        self, name: str, least: int, most: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.low, self.high = QSpinBox(), QSpinBox()
        names = (self.tr("{0}, at least").format(name), self.tr("{0}, at most").format(name))
        for box, spoken in zip((self.low, self.high), names, strict=True):
            box.setRange(least, most)
            box.setSuffix(unit)
            box.setAccessibleName(spoken)
            inset(box)
        self.low.valueChanged.connect(self._on_low_changed)
        self.high.valueChanged.connect(self._on_high_changed)
        self.setFocusProxy(self.low)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.low, 1)
        row.addWidget(Words(self.tr("to"), "small", tone="muted"))
        row.addWidget(self.high, 1)

    @property
    def range(self) -> Range:
        return Range(self.low.value(), self.high.value())

    def set_range(self, span: Range) -> None:
        """Shows this range, as far as it lies within what can be chosen."""
        self.low.setValue(span.low)
        self.high.setValue(span.high)

    def _on_low_changed(self, value: int) -> None:
        self.high.setValue(max(value, self.high.value()))

    def _on_high_changed(self, value: int) -> None:
        self.low.setValue(min(value, self.low.value()))


class TextBox(QPlainTextEdit):
    """Lines of text, as high as they need; Tab leads on."""

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """What stands there, without space around it."""
        return self.toPlainText().strip()

    @property
    def lines(self) -> tuple[str, ...]:
        """Each line that says something."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # A plain text document tells its height in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        shown = max(self._least, min(lines, MOST_LINES))
        self.setFixedHeight(shown * QFontMetrics(self.font()).lineSpacing() + TEXT_EDGE_PX)


class ChipChoice(QWidget):
    """Chips, one or (`several`) any number of them on."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        options: Mapping[str, str],
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._several = several
        self.chips: dict[str, Button] = {}
        for value, label in options.items():
            chip = Button(label, "chip", checkable=True)
            chip.setAccessibleName(f"{name}: {label}")
            chip.setProperty("value", value)
            chip.clicked.connect(self._on_chip_clicked)
            self.chips[value] = chip
        self.setFocusProxy(next(iter(self.chips.values())))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(list(self.chips.values())))

    @property
    def values(self) -> tuple[str, ...]:
        """Those that are on, in the order they are shown."""
        return tuple(value for value, chip in self.chips.items() if chip.isChecked())

    def set_values(self, values: Iterable[str]) -> None:
        """Turns these on and all others off."""
        wanted = set(values)
        for value, chip in self.chips.items():
            chip.setChecked(value in wanted)

    def _on_chip_clicked(self) -> None:
        pressed = str(self.sender().property("value"))
        if not self._several:
            self.set_values([pressed])
        self.changed.emit()
