"""A control for each kind of setting, made from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QSlider, QTimeEdit, QVBoxLayout, QWidget

from trainer.domain.vocabulary import EQUIPMENT as EQUIPMENT_NAMES
from trainer.services.hearing import Kept, voice_names
from trainer.settings import (
    Amount,
    Choice,
    CueParts,
    Setting,
    Several,
    TimeOfDay,
    Toggle,
    VoiceName,
    Weekdays,
)
from trainer.ui.settings.cue_grid import CueGrid
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.page import set_stacked
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.wheel import let_wheel_past

SLIDER_PX = 200
WORDS_PX = 200  # beside the control, at text of 100 %
KEPT_TIME = "HH:mm"
Keep = Callable[[Setting[Any], Any], None]


def tr(text: str) -> str:
    """A declared text in the user's language."""
    return QCoreApplication.translate("Settings", text)


class SettingRow(QWidget):
    """Label and help left, the control right; below them where the control is wide or the room narrow."""

    def __init__(self, setting: Setting[Any], kept: Kept, keep: Keep) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(tr(setting.label), "body", wrap=True))
        if setting.help:
            words.addWidget(Words(tr(setting.help), "small", tone="muted", wrap=True))
        self.control = control_of(setting, kept.get(setting), partial(keep, setting))
        self._wide = isinstance(setting, Several)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 8, 0, 8)
        self._box.setSpacing(16)
        self._box.addLayout(words, 1)
        self._box.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack()

    def minimumSizeHint(self) -> QSize:
        """No wider than one below the other would be: it is made narrow to find out that it should be so."""
        return QSize(self.control.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        room = self.control.sizeHint().width() + round(WORDS_PX * text_scale())
        stacked = self._wide or self.width() < room
        set_stacked(self._box, stacked)
        self._box.setSpacing(8 if stacked else 16)
        side = Qt.AlignmentFlag(0) if self._wide else Qt.AlignmentFlag.AlignLeft
        self._box.setAlignment(self.control, side if stacked else Qt.AlignmentFlag.AlignVCenter)


def control_of(setting: Setting[Any], value: Any, keep: Callable[[Any], None]) -> QWidget:
    """The widget that sets it; raises TypeError for a kind that no page shows."""
    if isinstance(setting, Choice):
        segments = Segments(tr(setting.label), tuple((v, tr(label)) for v, label in setting.options))
        segments.set_value(value)
        segments.chosen.connect(keep)
        return segments
    if isinstance(setting, VoiceName):
        return voice_segments(setting, value, keep)
    if isinstance(setting, Toggle):
        box = QCheckBox()
        box.setAccessibleName(tr(setting.label))
        box.setChecked(value)
        box.toggled.connect(keep)
        return box
    if isinstance(setting, Amount):
        return AmountControl(setting, value, keep)
    if isinstance(setting, CueParts):
        return CueGrid(value, keep)
    if isinstance(setting, Weekdays):
        return SeveralControl(setting, value, keep, weekday_names())
    if isinstance(setting, Several):
        return SeveralControl(setting, value, keep, EQUIPMENT_NAMES)
    if isinstance(setting, TimeOfDay):
        return TimeControl(setting, value, keep)
    raise TypeError(f"no control for {type(setting).__name__}")


def voice_segments(setting: VoiceName, value: str, keep: Callable[[str], None]) -> Segments:
    """The voices there are, and none; a voice that is no longer there shows as none."""
    names = dict(voice_names())
    segments = Segments(tr(setting.label), (*names.items(), ("", tr("None"))))
    segments.set_value(value if value in names else "")
    segments.chosen.connect(keep)
    return segments


def weekday_names() -> dict[str, str]:
    """The days of the week by ISO number, in the system's language and order."""
    locale = QLocale()
    first = locale.firstDayOfWeek().value
    days = ((first - 1 + n) % 7 + 1 for n in range(7))
    return {str(day): locale.standaloneDayName(day) for day in days}


class TimeControl(QTimeEdit):
    """A time of the day as the system writes it; it is kept when it is a whole one."""

    def __init__(self, setting: TimeOfDay, value: str, keep: Callable[[str], None]) -> None:
        super().__init__(QTime.fromString(value, KEPT_TIME))
        self._keep = keep
        self.setAccessibleName(tr(setting.label))
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setKeyboardTracking(False)
        inset(self)
        self.timeChanged.connect(self._on_time_changed)

    def _on_time_changed(self, time: QTime) -> None:
        self._keep(time.toString(KEPT_TIME))


class AmountControl(QWidget):
    """A slider with its number."""

    def __init__(self, setting: Amount, value: int, keep: Callable[[int], None]) -> None:
        super().__init__()
        self._setting, self._keep = setting, keep
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr(setting.label))
        self.slider.setRange(setting.least // setting.step, setting.most // setting.step)
        self.slider.setValue(value // setting.step)
        self.slider.setFixedWidth(SLIDER_PX)
        let_wheel_past(self.slider)
        self._number = Words(size="small", tone="muted").set_tabular()
        self._number.setMinimumWidth(
            self._number.fontMetrics().horizontalAdvance(self._told(setting.most)) + 4
        )
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setText(self._told(value))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider)
        row.addWidget(self._number)
        self.slider.valueChanged.connect(self._on_slider_value_changed)

    def _told(self, value: int) -> str:
        return f"{value} {self._setting.unit}".strip()

    def _on_slider_value_changed(self, at: int) -> None:
        value = at * self._setting.step
        self._number.setText(self._told(value))
        self._keep(value)


class SeveralControl(QWidget):
    """Chips, each on or off."""

    def __init__(
        self,
        setting: Several,
        value: frozenset[str],
        keep: Callable[[frozenset[str]], None],
        names: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._keep = keep
        self.chips: dict[str, Button] = {}
        for item, label in names.items():
            chip = Button(label, "chip", checkable=True)
            chip.setAccessibleName(f"{tr(setting.label)}: {label}")
            chip.setChecked(item in value)
            chip.toggled.connect(self._on_chip_toggled)
            self.chips[item] = chip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(list(self.chips.values())))

    def _on_chip_toggled(self) -> None:
        self._keep(frozenset(item for item, chip in self.chips.items() if chip.isChecked()))
