"""A session at another time, and two sessions as one: pure values, written by whoever keeps the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from trainer.domain.session import SessionLog, SetLog

Whole = tuple[SessionLog, tuple[SetLog, ...]]
"""A session with its sets."""


def moved(session: SessionLog, rows: Iterable[SetLog], started_at: datetime) -> Whole:
    """The session begun at `started_at`; its end and its sets' times move with it, its zone stays."""
    by = started_at - session.started_at
    ended_at = None if session.ended_at is None else session.ended_at + by
    return replace(session, started_at=started_at, ended_at=ended_at), _shifted(rows, by)


def merged(one: Whole, other: Whole) -> Whole:
    """Both as one, under the id and the name of the one that began first (own rule).

    The sets of the later follow those of the earlier. A pause between the two is left out: the later moves up
    to the end of the earlier, so that the minutes, and with them the load, stay what they were together. The
    session RPE is the mean of both by their minutes, to the half, or that of the one that has it.
    """
    (first, first_rows), (second, second_rows) = sorted((one, other), key=_begin)
    if first.ended_at is not None and first.ended_at < second.started_at:
        second, second_rows = moved(second, second_rows, first.ended_at)
    ends = [end for end in (first.ended_at, second.ended_at) if end is not None]
    session = replace(
        first,
        ended_at=max(ends, default=None),
        plan_id=first.plan_id or second.plan_id,
        plan=first.plan or second.plan,
        session_rpe=_rpe_together(first, second),
        note="\n".join(dict.fromkeys(note for note in (first.note, second.note) if note)),
    )
    return session, (*_numbered(first_rows, 1), *_following(first, first_rows, second_rows))


def _begin(whole: Whole) -> tuple[datetime, str]:
    return whole[0].started_at, whole[0].id


def _shifted(rows: Iterable[SetLog], by: timedelta) -> tuple[SetLog, ...]:
    return tuple(
        row if row.completed_at is None else replace(row, completed_at=row.completed_at + by) for row in rows
    )


def _numbered(rows: Sequence[SetLog], first_index: int) -> tuple[SetLog, ...]:
    """The rows with their sets counted on from `first_index`, in the order they have."""
    indexes = {old: new for new, old in enumerate(sorted({row.set_index for row in rows}), first_index)}
    return tuple(replace(row, set_index=indexes[row.set_index]) for row in rows)


def _following(first: SessionLog, before: Sequence[SetLog], rows: Sequence[SetLog]) -> Iterable[SetLog]:
    """The rows as the first session's, behind its own; no superset of both becomes one."""
    start = len({row.set_index for row in before}) + 1
    taken = {row.group for row in before}
    for row in _numbered(rows, start):
        yield replace(row, session_id=first.id, group=_free(row.group, taken))


def _free(group: str, taken: set[str]) -> str:
    while group and group in taken:
        group += "'"
    return group


def _rpe_together(first: SessionLog, second: SessionLog) -> float | None:
    rated = [one for one in (first, second) if one.session_rpe is not None]
    if len(rated) < 2:
        return rated[0].session_rpe if rated else None
    seconds = [_seconds(one) for one in rated]
    if not sum(seconds):
        seconds = [1.0, 1.0]
    mean = sum((one.session_rpe or 0.0) * s for one, s in zip(rated, seconds, strict=True)) / sum(seconds)
    return round(mean * 2) / 2


def _seconds(session: SessionLog) -> float:
    return 0.0 if session.ended_at is None else (session.ended_at - session.started_at).total_seconds()
