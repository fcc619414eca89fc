"""A session under way, as the log keeps it: every event that matters is on disk when `record` returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from trainer.domain.clock import Clock
from trainer.domain.exercise import Kind, Side
from trainer.domain.pain import NO_TIGHTER, Limits, answer_to
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.engine.changing import Change
from trainer.engine.events import Event, StepStarted, WorkEnded, WorkProgressed
from trainer.engine.timeline import Step, StepKind, Timeline, WorkKey


class SessionStore(Protocol):
    """What training needs of the store; every write is on disk when it returns."""

    def save_session(self, session: SessionLog) -> None: ...

    def save_sets(self, done: Iterable[SetLog]) -> None: ...

    def save_course(self, session: SessionLog, moved: Iterable[SetLog], gone: Iterable[SetLog]) -> None: ...

    def sets_of(self, session_id: str) -> Sequence[SetLog]: ...

    def sessions(self, *, since: datetime | None = None) -> Sequence[SessionLog]: ...

    def unfinished_session(self) -> SessionLog | None: ...

    def delete_session(self, session_id: str, *, undo: str) -> None: ...


class ActiveSession:
    """Writes the sets of one session as they happen: one row a side, however often it is redone.

    When the store fails, the rows are kept and written with the next ones; the failure is raised.
    `limits` tighten the pain table.
    """

    def __init__(
        self,
        log: SessionLog,
        timeline: Timeline,
        store: SessionStore,
        clock: Clock,
        new_id: Callable[[], str],
        rows: Iterable[SetLog] = (),
        on_finished: Callable[[SessionLog], None] | None = None,
        limits: Limits = NO_TIGHTER,
    ) -> None:
        self.log = log
        self.limits = limits
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._on_finished = on_finished
        self._rows: dict[WorkKey, SetLog] = {(row.set_index, row.side): row for row in rows}
        self._unsaved: dict[WorkKey, SetLog] = {}
        self._plan(timeline)

    @property
    def rows(self) -> tuple[SetLog, ...]:
        """What is logged so far, in the order it is done."""
        return tuple(self._rows[key] for key in self._works if key in self._rows)

    def now_utc(self) -> datetime:
        """The moment as the session's log has it."""
        return self._clock.utc_now()

    def row(self, set_index: int, side: Side) -> SetLog | None:
        """One side of a set, where it was begun."""
        return self._rows.get((set_index, side))

    def sides_of(self, set_id: str) -> tuple[SetLog, ...]:
        """The sides of a set that were begun, left first; none of one that is no more."""
        return tuple(row for row in self.rows if row.set_id == set_id)

    def work_of(self, row: SetLog) -> Step:
        """The work that a row is of, as it is numbered now."""
        return self._works[row.set_index, row.side]

    @property
    def results(self) -> dict[int, bool]:
        """The sets that were begun, and whether anything of them was done."""
        results: dict[int, bool] = {}
        for row in self._rows.values():
            results[row.set_index] = has_result(row) or results.get(row.set_index, False)
        return results

    @property
    def stopped(self) -> frozenset[str]:
        """The exercises that end for today by the pain table."""
        return stopped_by_pain(self._rows.values(), self.limits)

    def record(self, events: Iterable[Event]) -> None:
        """Writes what the events mean, in one transaction. Raises StoreError."""
        changed: dict[WorkKey, SetLog] = {}
        for event in events:
            row = self._row_after(event)
            if row is not None:
                self._rows[row.set_index, row.side] = changed[row.set_index, row.side] = row
        self._save(changed)

    def amend(self, *rows: SetLog) -> None:
        """Writes rows that the athlete changed. Raises StoreError; KeyError for one that was never begun."""
        changed: dict[WorkKey, SetLog] = {}
        for row in rows:
            key = (row.set_index, row.side)
            before = self._rows[key]
            result_changed = (row.reps, row.hold_s) != (before.reps, before.hold_s)
            self._rows[key] = changed[key] = with_status(row) if result_changed else row
        self._save(changed)

    def adopt(self, change: Change) -> None:
        """Goes on by another course, which is on disk when this returns: rows move with their sets.

        The rows of sets that are no more are taken out; ValueError when one of them has a result. Raises
        StoreError; everything then stays as it was.
        """
        gone = [row for row in self._rows.values() if row.set_index not in change.moved]
        if any(has_result(row) for row in gone):
            raise ValueError("a set with a result stays in its session")
        rows: dict[WorkKey, SetLog] = {}
        changed: list[SetLog] = []
        for key, row in self._rows.items():
            set_index = change.moved.get(row.set_index)
            if set_index is not None:
                rows[set_index, row.side] = replace(row, set_index=set_index)
                changed += [rows[set_index, row.side]] if set_index != key[0] or key in self._unsaved else []
        workout = change.timeline.workout
        log = replace(self.log, changed=None if workout == self.log.prescribed else workout)
        self._store.save_course(log, changed, gone)
        self.log, self._rows, self._unsaved = log, rows, {}
        self._plan(change.timeline)

    def finish(self, session_rpe: float | None = None, note: str = "") -> SessionLog:
        """Ends the session: what was begun counts as far as it came, what was never begun as skipped.

        Raises StoreError; the session then stays as it was and can be finished again.
        """
        for key, step in self._works.items():
            row = self._rows.get(key)
            if row is None:
                self._rows[key] = self._unsaved[key] = replace(self._new_row(step), status=SetStatus.SKIPPED)
            elif row.status is SetStatus.RUNNING:
                self._rows[key] = self._unsaved[key] = self._left(row)
        self._save({})
        ended_at = max(self.now_utc(), self.log.started_at)  # resumed under a clock that was set back
        log = replace(self.log.finished(ended_at), session_rpe=session_rpe, note=note)
        self._store.save_session(log)
        self.log = log
        if self._on_finished is not None:
            self._on_finished(log)
        return log

    def discard(self, undo: str) -> None:
        """Takes the session out of the log; `undo` names the step that brings it back. Raises StoreError."""
        self._store.delete_session(self.log.id, undo=undo)

    def _plan(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._works = {step.work: step for step in timeline.steps if step.kind is StepKind.WORK}

    def _row_after(self, event: Event) -> SetLog | None:
        """The row that an event changes. A result stays until the set's second try has one."""
        match event:
            case StepStarted(_, step) if step.kind is StepKind.WORK:
                row = self._rows.get(step.work)
                return None if row is not None and has_result(row) else self._begun(step)
            case WorkProgressed(_, step, reps, hold_s):
                return self._progressed(step, reps, hold_s)
            case WorkEnded(_, step, status, reps, hold_s):
                return self._ended(step, status, reps, hold_s)
        return None

    def _begun(self, step: Step) -> SetLog:
        row = self._rows.get(step.work) or self._new_row(step)
        return replace(
            row, status=SetStatus.RUNNING, reps=None, hold_s=None, tempo=_tempo(step), completed_at=None
        )

    def _progressed(self, step: Step, reps: int, hold_s: float) -> SetLog | None:
        row = replace(self._begun(step), completed_at=self._clock.utc_now())
        if step.target.kind is Kind.HOLD:
            return replace(row, hold_s=hold_s)
        return replace(row, reps=reps) if step.target.called else None

    def _ended(self, step: Step, status: SetStatus, reps: int | None, hold_s: float | None) -> SetLog:
        row = self._rows.get(step.work) or self._new_row(step)
        if status is SetStatus.SKIPPED:
            return self._left(row)
        at = self._clock.utc_now()
        return replace(row, status=status, reps=reps, hold_s=hold_s, tempo=_tempo(step), completed_at=at)

    def _left(self, row: SetLog) -> SetLog:
        """A set that is given up: what it had come to stands."""
        if not has_result(row):
            return replace(row, status=SetStatus.SKIPPED, reps=None, hold_s=None, completed_at=None)
        if row.status is not SetStatus.RUNNING:
            return row
        return replace(row, status=SetStatus.PARTIAL, completed_at=row.completed_at or self._clock.utc_now())

    def _new_row(self, step: Step) -> SetLog:
        """A row of its own id, or of the other side's; the prescribed load stands until it is changed."""
        planned = self._works[step.work]
        sides = (row for row in self._rows.values() if row.set_index == step.set_index)
        other = next(sides, None)
        return SetLog(
            set_id=other.set_id if other is not None else self._new_id(),
            session_id=self.log.id,
            set_index=step.set_index,
            exercise_id=step.item.exercise_id,
            exercise=step.item.exercise,
            side=step.side,
            target=planned.target,
            rest_s=step.item.rest_s,
            status=SetStatus.RUNNING,
            completed_at=None,
            load_kg=planned.target.load_kg,
            warm_up=planned.target.warm_up,
            group=step.item.group,
        )

    def _save(self, changed: dict[WorkKey, SetLog]) -> None:
        self._unsaved |= changed
        if self._unsaved:
            self._store.save_sets(tuple(self._unsaved.values()))
            self._unsaved.clear()


def _tempo(step: Step) -> str:
    """The tempo as it was called, "" where none was."""
    return str(step.target.tempo) if step.target.called else ""


def has_result(row: SetLog) -> bool:
    """Whether anything of the set was done."""
    return bool(row.reps or row.hold_s) or row.status in (SetStatus.DONE, SetStatus.PARTIAL)


def with_status(row: SetLog) -> SetLog:
    """Done when its target is reached (an open set: when anything was), else partial; skipped at nothing."""
    hold = row.target.kind is Kind.HOLD
    result, target = (row.hold_s, row.target.hold_s) if hold else (row.reps, row.target.reps)
    if not result:
        return replace(row, status=SetStatus.SKIPPED)
    reached = row.target.open or target is None or result >= target
    return replace(row, status=SetStatus.DONE if reached else SetStatus.PARTIAL)


def stopped_by_pain(rows: Iterable[SetLog], limits: Limits) -> frozenset[str]:
    """The exercises whose logged pain ends them for the day."""
    return frozenset(
        row.exercise_id
        for row in rows
        if row.pain is not None and answer_to(row.pain, row.pain_area, limits).stop
    )
