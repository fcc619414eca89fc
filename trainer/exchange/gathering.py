"""Sets of another program, one by one, gathered to sessions of ours; its runs taken out as runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from trainer.domain.exercise import Kind, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import SetTarget
from trainer.exchange.cells import LONGEST_NAME, LONGEST_NOTE, Wrong
from trainer.exchange.contents import Answers
from trainer.exchange.derived import derived_id, exercise_id_of
from trainer.exchange.written_times import in_utc

_REPS, _HOLD = SetTarget(Kind.REPS), SetTarget(Kind.HOLD)
_WARM_REPS, _WARM_HOLD = SetTarget(Kind.REPS, warm_up=True), SetTarget(Kind.HOLD, warm_up=True)
# Exercises whose sets are runs, by their names in the programs' own lists.
_RUNNING = frozenset(
    (
        "run", "running", "running (outdoor)", "running (treadmill)", "running (trail)", "outdoor run",
        "outdoor running", "indoor running", "jog", "jogging", "treadmill", "treadmill running",
        "treadmill run", "trail run", "trail running", "laufen", "laufen (laufband)", "laufband", "correr",
        "correr (cinta)", "course à pied", "course", "corsa", "corrida", "hardlopen",
    )
)  # fmt: skip
_TREADMILL = ("treadmill", "laufband", "cinta", "indoor")


class SetKind(StrEnum):
    """What other programs call a set; the last two become a note."""

    NORMAL = ""
    WARM_UP = "warm-up"
    DROP = "drop set"
    FAILURE = "to failure"


@dataclass(frozen=True, slots=True)
class Visit:
    """A session as its rows name it. `marker` tells two apart that have one start and one name."""

    started: datetime
    name: str
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """One set as another program wrote it; None is what it did not say, and so is 0 of anything but reps."""

    exercise: str
    kind: SetKind = SetKind.NORMAL
    reps: int | None = None
    seconds: float | None = None
    load_kg: float | None = None
    distance_km: float | None = None
    rpe: float | None = None
    note: str = ""
    group: str = ""

    @property
    def runs(self) -> bool:
        """Whether it is part of a run."""
        named = " ".join(self.exercise.split()).casefold() in _RUNNING
        return named and bool(self.distance_km or self.seconds) and not self.reps

    @property
    def said(self) -> str:
        """What there is no column for, and the note."""
        distance = _distance_text(self.distance_km) if self.distance_km else ""
        kind = "" if self.kind is SetKind.WARM_UP else self.kind.value
        return "; ".join(part for part in (kind, distance, self.note) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says: a set (`effort`), or else the rest after one (`rest_s`) or a note on it (`remark`).

    `ended` has a zone or none as the start has; `unit_open` says that it leaves the unit of weight open.
    """

    visit: Visit
    exercise: str
    effort: Effort | None = None
    rest_s: float | None = None
    remark: str = ""
    ended: datetime | None = None
    lasted_s: float | None = None
    visit_note: str = ""
    unit_open: bool = False


@dataclass(slots=True)
class _Gathered:
    visit: Visit
    log: SessionLog
    sets: list[SetLog] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)


class Gathering:
    """Sessions in the order in which they come; their ids are made from program, start, name and place."""

    def __init__(self, program: str, answers: Answers) -> None:
        self._program, self._answers = program, answers
        self._known: dict[Visit, _Gathered] = {}
        self._alike: dict[tuple[datetime, str], int] = {}

    def add(self, line: Line) -> None:
        """Adds what a row says. Raises Wrong for a text that is missing or too long, adding nothing."""
        _check_texts(line)
        gathered = self._gathered(line.visit)
        self._tell(gathered, line)
        if line.effort is None:
            _amend(gathered, line)
        elif line.effort.runs:
            self._run(gathered, line.effort)
        else:
            self._set(gathered, line.effort)

    def sessions(self) -> tuple[SessionLog, ...]:
        """Those that have sets; of one with runs alone the runs are kept."""
        return tuple(gathered.log for gathered in self._known.values() if gathered.sets)

    def sets(self) -> tuple[SetLog, ...]:
        return tuple(done for gathered in self._known.values() for done in gathered.sets)

    def runs(self) -> tuple[Run, ...]:
        return tuple(run for gathered in self._known.values() for run in gathered.runs.values())

    def _gathered(self, visit: Visit) -> _Gathered:
        known = self._known.get(visit)
        if known is not None:
            return known
        named = (visit.started, visit.name)
        place = self._alike[named] = self._alike.get(named, -1) + 1
        started_at = in_utc(visit.started, self._answers.time_zone, utc=self._answers.utc)
        log = SessionLog(
            id=derived_id(visit.started, self._program, visit.started.isoformat(), visit.name, str(place)),
            started_at=started_at,
            time_zone=self._answers.time_zone,
            workout_id="",
            workout=visit.name.strip() or self._program,
        )
        known = self._known[visit] = _Gathered(visit, log)
        return known

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

    def _set(self, gathered: _Gathered, effort: Effort) -> None:
        name = effort.exercise.strip()
        place = gathered.counts.get(name, 0)
        gathered.counts[name] = place + 1
        warm_up = effort.kind is SetKind.WARM_UP
        held = not effort.reps and bool(effort.seconds)
        target = (_WARM_HOLD if held else _WARM_REPS) if warm_up else (_HOLD if held else _REPS)
        measured = effort.reps or effort.seconds or effort.distance_km
        gathered.sets.append(
            SetLog(
                set_id=derived_id(gathered.visit.started, gathered.log.id, name, str(place)),
                session_id=gathered.log.id,
                set_index=len(gathered.sets),
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
                note=_joined(gathered.remarks.pop(name, ""), effort.said),
                warm_up=warm_up,
                group=effort.group,
            )
        )

    def _run(self, gathered: _Gathered, effort: Effort) -> None:
        """The rows of one running exercise in one session are the parts of one run."""
        log, name = gathered.log, effort.exercise.strip()
        before = gathered.runs.get(name) or Run(
            id=derived_id(gathered.visit.started, log.id, name, "run"),
            started_at=log.started_at,
            time_zone=log.time_zone,
            kind="treadmill" if any(word in name.casefold() for word in _TREADMILL) else "",
            source=self._program.lower(),
        )
        gathered.runs[name] = replace(
            before,
            distance_km=_sum(before.distance_km, effort.distance_km),
            duration_s=_sum(before.duration_s, effort.seconds),
            effort=max(filter(None, (before.effort, effort.rpe)), default=None),
            note=_joined(before.note, effort.note),
        )


def _check_texts(line: Line) -> None:
    note = line.effort.note if line.effort else line.remark
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


def _amend(gathered: _Gathered, line: Line) -> None:
    """A rest counts for the set before, of the same exercise; a remark for that, or else for the next one."""
    sets, name = gathered.sets, line.exercise.strip()
    last = sets[-1] if sets and sets[-1].exercise == name else None
    if last is not None:
        rest_s = last.rest_s if line.rest_s is None else line.rest_s
        sets[-1] = replace(last, rest_s=rest_s, note=_joined(last.note, line.remark))
    elif line.remark:
        gathered.remarks[name] = _joined(gathered.remarks.get(name, ""), line.remark)


def _joined(before: str, more: str) -> str:
    return "\n".join(filter(None, (before, more)))


def _sum(before: float | None, more: float | None) -> float | None:
    return round((before or 0) + more, 3) if more else before


def _distance_text(distance_km: float) -> str:
    if distance_km < 1:
        return f"{round(distance_km * 1000, 1):g} m"
    return f"{round(distance_km, 3):g} km"
