"""Sets of another program, one by one, gathered to sessions of ours; its runs taken out as runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from trainer.domain.exercise import Kind, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import SetTarget
from trainer.exchange.cells import LONGEST_NAME, LONGEST_NOTE, Wrong
from trainer.exchange.contents import Answers
from trainer.exchange.csv_runs import LONGEST_KM, LONGEST_S
from trainer.exchange.derived import derived_id, exercise_id_of
from trainer.exchange.lines import Effort, Line, SetKind, Visit
from trainer.exchange.written_times import in_utc

_REPS, _HOLD = SetTarget(Kind.REPS), SetTarget(Kind.HOLD)
_WARM_REPS, _WARM_HOLD = SetTarget(Kind.REPS, warm_up=True), SetTarget(Kind.HOLD, warm_up=True)
_MOST_ALIKE = 100
_TREADMILL = ("treadmill", "laufband", "cinta", "indoor")


@dataclass(slots=True)
class _Gathered:
    """A session while it grows; small, since a file may have one a row. `last` is where its last set is."""

    log: SessionLog
    count: int = 0
    last: int = -1
    counts: dict[str, int] | None = None

    def place_of(self, name: str, sets: Sequence[SetLog]) -> int:
        """How many sets of the exercise there are already."""
        if not self.count:
            return 0
        if self.counts is None:
            self.counts = {sets[self.last].exercise: 1}
        place = self.counts.get(name, 0)
        self.counts[name] = place + 1
        return place


class Gathering:
    """Sessions in the order in which they come; their ids are made from program, start, name and place."""

    def __init__(self, program: str, answers: Answers) -> None:
        self._program, self._answers = program, answers
        self._known: dict[str, _Gathered] = {}
        self._sets: list[SetLog] = []
        self._runs: dict[str, Run] = {}
        self._markers: dict[tuple[datetime, str], list[str]] = {}
        self._remarks: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}

    def add(self, line: Line) -> None:
        """Adds what a row says. Raises Wrong for a text that is missing or too long, and an endless run."""
        _check_texts(line)
        gathered = self._gathered(line.visit)
        name = line.exercise.strip()
        name = self._names.setdefault(name, name)
        if line.effort is None:
            self._amend(gathered, name, line)
        elif line.effort.runs:
            self._run(gathered, name, line.visit, line.effort)
        else:
            self._set(gathered, name, line.visit, line.effort)
        self._tell(gathered, line)

    def sessions(self) -> tuple[SessionLog, ...]:
        """Those that have sets; of one with runs alone the runs are kept."""
        return tuple(gathered.log for gathered in self._known.values() if gathered.count)

    def sets(self) -> tuple[SetLog, ...]:
        return tuple(self._sets)

    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs.values())

    def _gathered(self, visit: Visit) -> _Gathered:
        started = visit.started
        session_id = derived_id(started, self._program, started.isoformat(), visit.name, self._place(visit))
        known = self._known.get(session_id)
        if known is None:
            log = SessionLog(
                id=session_id,
                started_at=in_utc(started, self._answers.time_zone, utc=self._answers.utc),
                time_zone=self._answers.time_zone,
                workout_id="",
                workout=visit.name.strip() or self._program,
            )
            known = self._known[session_id] = _Gathered(log)
        return known

    def _place(self, visit: Visit) -> str:
        """Which of the sessions of one start and name it is, by its marker."""
        if not visit.marker:
            return "0"
        markers = self._markers.setdefault((visit.started, visit.name), [])
        if visit.marker not in markers:
            if len(markers) >= _MOST_ALIKE:
                raise Wrong("too many sessions have this start and name")
            markers.append(visit.marker)
        return str(markers.index(visit.marker))

    def _tell(self, gathered: _Gathered, line: Line) -> None:
        """What a row says of its session; the first that says anything counts."""
        log = gathered.log
        if log.ended_at is None:
            ended = None
            if line.ended is not None:
                ended = in_utc(line.ended, self._answers.time_zone, utc=self._answers.utc)
            elif line.lasted_s:
                ended = log.started_at + timedelta(seconds=round(line.lasted_s))
            if ended is not None and ended >= log.started_at:
                gathered.log = replace(gathered.log, ended_at=ended)
        if line.visit_note and not log.note:
            gathered.log = replace(gathered.log, note=line.visit_note)

    def _set(self, gathered: _Gathered, name: str, visit: Visit, effort: Effort) -> None:
        session_id, warm_up = gathered.log.id, effort.kind is SetKind.WARM_UP
        held = not effort.reps and bool(effort.seconds)
        target = (_WARM_HOLD if held else _WARM_REPS) if warm_up else (_HOLD if held else _REPS)
        measured = effort.reps or effort.seconds or effort.distance_km
        note = _joined(self._remarks.pop((session_id, name), ""), effort.said)
        place = gathered.place_of(name, self._sets)
        self._sets.append(
            SetLog(
                set_id=derived_id(visit.started, session_id, name, str(place)),
                session_id=session_id,
                set_index=gathered.count,
                exercise_id=exercise_id_of(name),
                exercise=name,
                side=Side.BOTH,
                target=target,
                rest_s=None,
                status=SetStatus.DONE if measured else SetStatus.SKIPPED,
                completed_at=None,
                reps=effort.reps if effort.reps or not held else None,
                hold_s=effort.seconds or None,
                load_kg=effort.load_kg or None,
                rpe=effort.rpe,
                note=note,
                warm_up=warm_up,
                group=effort.group,
            )
        )
        gathered.count += 1
        gathered.last = len(self._sets) - 1

    def _run(self, gathered: _Gathered, name: str, visit: Visit, effort: Effort) -> None:
        """The rows of one running exercise in one session are the parts of one run."""
        log = gathered.log
        run_id = derived_id(visit.started, log.id, name, "run")
        before = self._runs.get(run_id) or Run(
            id=run_id,
            started_at=log.started_at,
            time_zone=log.time_zone,
            kind="treadmill" if any(word in name.casefold() for word in _TREADMILL) else "",
            source=self._program.lower(),
        )
        distance_km = _sum(before.distance_km, effort.distance_km)
        duration_s = _sum(before.duration_s, effort.seconds)
        if (distance_km or 0) > LONGEST_KM or (duration_s or 0) > LONGEST_S:
            raise Wrong("the parts of this run are together longer than a run can be")
        self._runs[run_id] = replace(
            before,
            distance_km=distance_km,
            duration_s=duration_s,
            effort=max(filter(None, (before.effort, effort.rpe)), default=None),
            note=_joined(before.note, effort.note),
        )

    def _amend(self, gathered: _Gathered, name: str, line: Line) -> None:
        """A rest counts for the set before, of the same exercise; a remark for that, or for the next one."""
        key, last = (gathered.log.id, name), gathered.last
        done = self._sets[last] if gathered.count else None
        if done is not None and done.exercise == name:
            rest_s = done.rest_s if line.rest_s is None else line.rest_s
            self._sets[last] = replace(done, rest_s=rest_s, note=_joined(done.note, line.remark))
        elif line.remark:
            self._remarks[key] = _joined(self._remarks.get(key, ""), line.remark)


def _check_texts(line: Line) -> None:
    note = line.effort.said if line.effort else line.remark
    for text, what, longest in (
        (line.visit.name, "the name of the workout", LONGEST_NAME),
        (line.exercise, "the name of the exercise", LONGEST_NAME),
        (note, "the note", LONGEST_NOTE),
        (line.visit_note, "the note of the workout", LONGEST_NOTE),
    ):
        if len(text) > longest:
            raise Wrong(f"{what} is longer than {longest:,} characters")
    if not line.exercise.strip():
        raise Wrong("the name of the exercise is missing")


def _joined(before: str, more: str) -> str:
    """Raises Wrong for what would be longer than a note can be."""
    if before and len(before) + len(more) >= LONGEST_NOTE:
        raise Wrong(f"with what stands before it the note is longer than {LONGEST_NOTE:,} characters")
    return "\n".join(filter(None, (before, more)))


def _sum(before: float | None, more: float | None) -> float | None:
    return round((before or 0) + more, 3) if more else before
