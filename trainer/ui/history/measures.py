"""What an exercise's charts show: names of measures, their values in words, in the unit that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from trainer.domain.stats import Measure
from trainer.ui.numbers import number_text
from trainer.ui.session.wording import KG_IN_LB

_WEIGHTS = frozenset({Measure.LOAD, Measure.VOLUME})


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("history", text)


def measure_name(measure: Measure) -> str:
    """What a measure is called."""
    return {
        Measure.REPS: tr("Most reps in a set"),
        Measure.HOLD: tr("Longest hold"),
        Measure.LOAD: tr("Heaviest load"),
        Measure.LEAN: tr("Furthest lean"),
        Measure.TENSION: tr("Time under tension"),
        Measure.VOLUME: tr("Reps × load"),
    }[measure]


def headed(measure: Measure, load_unit: str) -> str:
    """Its name with its unit, as a table's column is headed."""
    unit = {
        Measure.REPS: "",
        Measure.HOLD: tr("s"),
        Measure.LOAD: load_unit,
        Measure.LEAN: "°",
        Measure.TENSION: tr("s"),
        Measure.VOLUME: load_unit,
    }[measure]
    return f"{measure_name(measure)}, {unit}" if unit else measure_name(measure)


def shown_part(measure: Measure, load_unit: str) -> float:
    """What a value of the log is multiplied with to be shown: the log keeps kilograms."""
    return 1 / KG_IN_LB if measure in _WEIGHTS and load_unit == "lb" else 1.0


def label_of(measure: Measure, load_unit: str) -> Callable[[float], str]:
    """Writes a value that is shown."""
    return partial(_labelled, measure, load_unit)


def _labelled(measure: Measure, load_unit: str, value: float) -> str:
    text = number_text(value, 2 if measure is Measure.LOAD else 1)
    match measure:
        case Measure.HOLD | Measure.TENSION:
            return tr("{0} s").format(text)
        case Measure.LOAD | Measure.VOLUME:
            return f"{text} {load_unit}"
        case Measure.LEAN:
            return f"{text}°"
        case Measure.REPS:
            return text
