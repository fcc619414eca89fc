"""What follows when a set of the log is corrected or added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from trainer.domain.exercise import Kind
from trainer.domain.session import SetLog, SetStatus
from trainer.services.active_session import has_result, with_status

WHOLE_SET = ("load_kg", "rpe", "note")
"""What is usually said of a set, not of a side: see `amended`."""


def wrong(row: SetLog) -> str:
    """What such a set cannot be; empty when it can."""
    numbers = (row.reps, row.hold_s, row.load_kg)
    if any(number is not None and number < 0 for number in numbers):
        return "a result is not below nothing"
    if row.rpe is not None and not (1 <= row.rpe <= 10 and row.rpe * 2 == int(row.rpe * 2)):
        return "an RPE runs from 1 to 10 by halves"
    if row.lean_deg is not None and not 0 <= row.lean_deg <= 90:
        return "a lean runs from 0 to 90 degrees"
    if row.pain is not None and not 0 <= row.pain <= 10:
        return "pain runs from 0 to 10"
    return ""


def amended(before: SetLog, after: SetLog, set_rows: Sequence[SetLog], at: datetime) -> Iterator[SetLog]:
    """The rows of the set that change when one side of it becomes `after`.

    Own rules: another result decides anew whether the set is done, another status what its result is. Load,
    RPE and note go to the other side too where both sides said the same before; a warm-up is one on both.
    `at` is when a set was done that had been skipped.
    """
    if after.status is not before.status:
        after = _with_result(after)
    elif _result(after) != _result(before):
        after = with_status(after)
    yield _settled(after, at)
    for other in set_rows:
        values: dict[str, Any] = {
            name: getattr(after, name)
            for name in WHOLE_SET
            if getattr(before, name) == getattr(other, name) != getattr(after, name)
        }
        changed = replace(other, warm_up=after.warm_up, **values)
        if other.side is not before.side and changed != other:
            yield changed


def again(row: SetLog, set_id: str) -> SetLog:
    """The same done once more; how hard it was, what hurt and what was noted is not known of it."""
    once_more = replace(row, set_id=set_id, rpe=None, pain=None, pain_area="", note="")
    if not has_result(row):
        once_more = _with_result(replace(once_more, status=SetStatus.DONE))
    return once_more


def _result(row: SetLog) -> float | None:
    return row.hold_s if row.target.kind is Kind.HOLD else row.reps


def _with_result(row: SetLog) -> SetLog:
    """The result that goes with the status: none of a skipped set, else what was asked for where none is."""
    if row.status is SetStatus.SKIPPED:
        return replace(row, reps=None, hold_s=None)
    if _result(row):
        return row
    if row.target.kind is Kind.HOLD:
        return replace(row, hold_s=row.target.hold_s)
    return replace(row, reps=row.target.reps)


def _settled(row: SetLog, at: datetime) -> SetLog:
    """Its time and tempo as its status asks, and a place only where something hurts."""
    row = row if row.pain else replace(row, pain_area="")
    if row.status is SetStatus.SKIPPED:
        return replace(row, completed_at=None)
    tempo = row.tempo or (str(row.target.tempo) if row.target.called else "")
    return replace(row, completed_at=row.completed_at or at, tempo=tempo)
