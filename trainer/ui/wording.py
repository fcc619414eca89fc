"""Doses, targets, tempos and minutes as they are written on pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.domain.exercise import Dose, Exercise, Kind, Laterality, Range
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, WorkoutItem


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("wording", text)


def range_text(span: Range) -> str:
    """`2–3`, or `3` where both ends are the same."""
    return str(span.low) if span.low == span.high else f"{span.low}–{span.high}"


def dose_text(exercise: Exercise) -> str:
    """`2–3 sets of 4–6 reps`, with the side where an exercise has two."""
    dose: Dose = exercise.dose
    sets = range_text(dose.sets)
    if exercise.kind is Kind.HOLD:
        amount = tr("{0} s").format(range_text(dose.hold_s)) if dose.hold_s else ""
    else:
        amount = reps_text(dose.reps) if dose.reps else ""
    text = tr("{0} sets of {1}") if dose.sets.high != 1 else tr("{0} set of {1}")
    if not amount:  # an import did not know it
        return sets_text(dose.sets.high) if dose.sets.high == dose.sets.low else tr("{0} sets").format(sets)
    if exercise.side is Laterality.EACH:
        return tr("{0}, each side").format(text.format(sets, amount))
    return text.format(sets, amount)


def reps_text(span: Range) -> str:
    """`4–6 reps`, or `1 rep`."""
    return tr("1 rep") if span.high == 1 else tr("{0} reps").format(range_text(span))


def sets_text(count: int) -> str:
    """`6 sets`, or `1 set`."""
    return tr("1 set") if count == 1 else tr("{0} sets").format(count)


def seconds_text(seconds: float) -> str:
    return f"{seconds:g} s"


def tempo_words(tempo: Tempo) -> str:
    """`3 s down, 1 s hold at the bottom, 1 s up`, without the pauses that are none.

    Where no lifting is counted, the top pause is the way back: a Nordic's push up, a slider's reset.
    """
    top = tr("{0} at the top") if tempo.lifting_s else tr("{0} back to the start")
    parts = (
        (tempo.lowering_s, tr("{0} down")),
        (tempo.bottom_s, tr("{0} hold at the bottom")),
        (tempo.lifting_s, tr("{0} up")),
        (tempo.top_s, top),
    )
    return ", ".join(text.format(seconds_text(seconds)) for seconds, text in parts if seconds > 0)


def amount_text(target: SetTarget) -> str:
    """What one set asks for: `5`, `20 s`, or *to the limit*."""
    if target.to_limit:
        return tr("to the limit")
    return seconds_text(target.hold_s or 0) if target.kind is Kind.HOLD else str(target.reps)


def item_text(item: WorkoutItem) -> str:
    """`2 × 5`, `12 · 10 · 8`, `2 × 20 s each side`."""
    amounts = [amount_text(target) for target in item.sets]
    alike = len(set(amounts)) == 1
    text = f"{len(amounts)} × {amounts[0]}" if alike else " · ".join(amounts)
    return tr("{0} each side").format(text) if item.side is Laterality.EACH else text


def minutes_text(seconds: float) -> str:
    """Whole minutes, one at least: `22 min`."""
    return tr("{0} min").format(max(1, round(seconds / 60)))
