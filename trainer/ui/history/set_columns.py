"""The columns of a session's sets: what each says, what can be chosen there, and what follows from that."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QLocale

from trainer.domain.exercise import Kind, Side
from trainer.domain.pain import PLACES
from trainer.domain.session import SetLog, SetStatus
from trainer.services.just_done import LEAN_MOST_DEG, LEAN_STEP_DEG
from trainer.ui.numbers import number_text
from trainer.ui.session.wording import KG_IN_LB, load_words

NONE = "–"
_DECIMALS = 3


class Column(IntEnum):
    EXERCISE = 0
    SIDE = 1
    RESULT = 2
    LOAD = 3
    LEAN = 4
    RPE = 5
    PAIN = 6
    PLACE = 7
    STATUS = 8
    WARM_UP = 9
    NOTE = 10


AMOUNTS = (Column.RESULT, Column.LOAD)
CHOICES = (Column.LEAN, Column.RPE, Column.PAIN, Column.PLACE, Column.STATUS)


def _tr(text: str) -> str:
    return QCoreApplication.translate("sets", text)


def headers() -> tuple[str, ...]:
    """The titles, from the first column on."""
    return (
        _tr("Exercise"),
        _tr("Side"),
        _tr("Done"),
        _tr("Load"),
        _tr("Lean"),
        _tr("RPE"),
        _tr("Pain"),
        _tr("Where"),
        _tr("Status"),
        _tr("Warm-up"),
        _tr("Note"),
    )


def can_edit(row: SetLog, column: Column) -> bool:
    """Whether something can be entered there; a warm-up is ticked, and only pain has a place."""
    if column is Column.PLACE:
        return bool(row.pain)
    return column not in (Column.EXERCISE, Column.SIDE, Column.WARM_UP)


def cell_text(row: SetLog, column: Column, unit: str) -> str:
    """What the cell shows; loads in `unit`, kg or lb."""
    match column:
        case Column.EXERCISE:
            return row.exercise
        case Column.SIDE:
            return {Side.LEFT: _tr("left"), Side.RIGHT: _tr("right"), Side.BOTH: ""}[row.side]
        case Column.RESULT:
            return _result_text(row)
        case Column.LOAD:
            return load_words(row.load_kg, unit)
        case Column.WARM_UP:
            return ""
        case Column.NOTE:
            return " ".join(row.note.split())
    value = _value(row, column)
    return "" if value is None else _choice_text(column, value)


def target_text(row: SetLog, unit: str) -> str:
    """`8 reps · 20 kg`: what was asked for."""
    target = row.target
    amount = target.hold_s if target.kind is Kind.HOLD else target.reps
    parts = (_amount_text(amount, target.kind), load_words(target.load_kg, unit))
    return " · ".join(part for part in parts if part)


def choices(row: SetLog, column: Column) -> list[tuple[str, object]]:
    """What can be chosen, as text and value; what the row says is among it, wherever it came from."""
    offered: list[object]
    match column:
        case Column.LEAN:
            offered = [None, *range(0, LEAN_MOST_DEG + 1, LEAN_STEP_DEG)]
        case Column.RPE:
            offered = [None, *(half / 2 for half in range(2, 21))]
        case Column.PAIN:
            offered = [None, *range(11)]
        case Column.PLACE:
            offered = ["", *(place.id for place in PLACES)]
        case _:
            offered = [SetStatus.DONE, SetStatus.PARTIAL, SetStatus.SKIPPED]
    now = _value(row, column)
    offered += [now] if now not in offered else []
    return [(_choice_text(column, value) or NONE, value) for value in offered]


def entered(row: SetLog, column: Column, unit: str) -> object:
    """What an editor of the cell begins with: a number or a note as text, a choice's value, a tick."""
    match column:
        case Column.RESULT:
            value = row.hold_s if row.target.kind is Kind.HOLD else row.reps
            return _number(value)
        case Column.LOAD:
            load = row.load_kg
            return _number(load / KG_IN_LB if load is not None and unit == "lb" else load)
        case Column.NOTE:
            return row.note
    return row.warm_up if column is Column.WARM_UP else _value(row, column)


def changed(row: SetLog, column: Column, value: object, unit: str) -> SetLog:
    """The row with that entered, as `entered` gives it; itself where nothing changes or nothing is meant."""
    if value == entered(row, column, unit):
        return row
    match column:
        case Column.RESULT | Column.LOAD:
            return _with_amount(row, column, str(value).strip(), unit)
        case Column.LEAN:
            return replace(row, lean_deg=None if value is None else int(str(value)))
        case Column.RPE:
            return replace(row, rpe=None if value is None else float(str(value)))
        case Column.PAIN:
            return replace(row, pain=None if value is None else int(str(value)))
        case Column.PLACE:
            return replace(row, pain_area=str(value))
        case Column.STATUS:
            return replace(row, status=SetStatus(str(value)))
        case Column.WARM_UP:
            return replace(row, warm_up=bool(value))
        case Column.NOTE:
            return replace(row, note=str(value).strip())
    return row


def _with_amount(row: SetLog, column: Column, text: str, unit: str) -> SetLog:
    number, understood = QLocale().toDouble(text) if text else (0.0, True)
    if not understood or number < 0:
        return row
    if column is Column.LOAD:
        load_kg = round(number * KG_IN_LB if unit == "lb" else number, _DECIMALS)
        return replace(row, load_kg=load_kg if text else None)
    if row.target.kind is Kind.HOLD:
        return replace(row, hold_s=round(number, _DECIMALS))
    return replace(row, reps=int(number))


def _value(row: SetLog, column: Column) -> object:
    return {
        Column.LEAN: row.lean_deg,
        Column.RPE: row.rpe,
        Column.PAIN: row.pain,
        Column.PLACE: row.pain_area,
        Column.STATUS: row.status,
    }[column]


def _choice_text(column: Column, value: object) -> str:
    if value is None:
        return ""
    match column:
        case Column.LEAN:
            return f"{value}°"
        case Column.RPE:
            return number_text(float(str(value)))
        case Column.PLACE:
            return next((_tr(place.label) for place in PLACES if place.id == value), str(value))
        case Column.STATUS:
            words = {
                SetStatus.DONE: _tr("done"),
                SetStatus.PARTIAL: _tr("in part"),
                SetStatus.SKIPPED: _tr("skipped"),
            }
            return words.get(SetStatus(str(value)), "")
    return str(value)


def _result_text(row: SetLog) -> str:
    """`8 reps`, or `6 of 8 reps` where another number was asked for."""
    if row.status is SetStatus.SKIPPED:
        return ""
    hold = row.target.kind is Kind.HOLD
    done, target = (row.hold_s, row.target.hold_s) if hold else (row.reps, row.target.reps)
    if done is None or target is None or row.target.to_limit or done == target:
        return _amount_text(done, row.target.kind)
    return _tr("{0} of {1}").format(_number(done), _amount_text(target, row.target.kind))


def _amount_text(amount: float | None, kind: Kind) -> str:
    if amount is None:
        return ""
    if kind is Kind.HOLD:
        return f"{_number(amount)} s"
    return _tr("1 rep") if amount == 1 else _tr("{0} reps").format(_number(amount))


def _number(value: float | None) -> str:
    """As it is typed: without a mark between thousands."""
    if value is None:
        return ""
    return number_text(value, _DECIMALS).replace(QLocale().groupSeparator(), "")
