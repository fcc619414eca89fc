"""The log as CSV: one row per set and side, in and out, the same bytes both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.tempo import Tempo
from trainer.domain.transfer import LOG_COLUMNS
from trainer.domain.workout import SetTarget
from trainer.exchange.cells import LONGEST_NOTE, Cells, Wrong
from trainer.exchange.numbers import NumberTexts
from trainer.exchange.profile import SCHEMA_VERSION, Profile, Records
from trainer.exchange.reading import CsvFormat
from trainer.exchange.writing import CellTexts

COLUMNS = ("schema_version", *(name.replace("load_g", "load_kg") for name in LOG_COLUMNS))
_SESSION_COLUMNS = [name for name in COLUMNS[1 : COLUMNS.index("set_id")] if name != "local_date"]
_SET_COLUMNS = COLUMNS[COLUMNS.index("set_id") :]
_DAY_S = 86_400
_VERSION = str(SCHEMA_VERSION)


def log_lines(tuples: Iterable[tuple[Any, ...]], profile: Profile) -> Iterator[str]:
    """The rows of `Store.log_tuples()` as lines of the file; written for speed, a log may have 100,000."""
    cell = CellTexts(profile)
    number = NumberTexts(profile.decimal_point)
    kg = NumberTexts(profile.decimal_point, scale=1000)
    once, join = cell.once, profile.separator.join
    session, head = object(), ""
    for (
        session_id, started, zone, day, ended, workout, plan, session_rpe, session_note,
        set_id, index, exercise_id, exercise, side, kind, target_reps, reps, target_hold, hold,
        load, tempo, lean, rpe, pain, rest, completed, status, note,
        target_load, target_rpe, pain_area, warm_up, group,
    ) in tuples:  # fmt: skip
        if session_id != session:
            session = session_id
            head = join((
                _VERSION, once(session_id), started, once(zone), day, ended or "", once(workout), once(plan),
                number[session_rpe], once(session_note),
            ))  # fmt: skip
        yield join((
            head, once(set_id or ""), cell[index], cell[exercise_id], cell[exercise], cell[side], cell[kind],
            cell[target_reps], cell[reps], number[target_hold], number[hold], kg[load], cell[tempo],
            cell[lean], number[rpe], cell[pain], number[rest], completed or "", cell[status], cell[note],
            kg[target_load], number[target_rpe], cell[pain_area], number[warm_up], cell[group],
        ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A row of the log: its session, the set in it if there is one, and whether the session is new here."""

    session: SessionLog
    set_log: SetLog | None
    begins_session: bool


def new_parser() -> Callable[[Cells, int], LogEntry]:
    """A parser for one pass over one file."""
    return _LogParser().parse


class _LogParser:
    """Remembers which sessions and sets a file had already, to tell what contradicts or repeats itself."""

    def __init__(self) -> None:
        self._sessions: dict[str, tuple[int, tuple[str, ...], SessionLog]] = {}
        self._sides: dict[tuple[str, Side], int] = {}
        self._sets: dict[str, tuple[int, str, int]] = {}

    def parse(self, cells: Cells, line: int) -> LogEntry:
        session_id = cells.needed("session_id")
        values = tuple(cells.raw(name) for name in _SESSION_COLUMNS)
        known = self._sessions.get(session_id)
        if known is not None and known[1] != values:
            raise Wrong(f"it says otherwise about its session than line {known[0]}")
        session = known[2] if known else _session(cells, session_id)
        set_log = self._set(cells, session, line)
        if set_log is None and known is not None:
            raise Wrong(f"its session is in line {known[0]} already")
        if known is None:
            self._sessions[session_id] = (line, values, session)
        return LogEntry(session, set_log, begins_session=known is None)

    def _set(self, cells: Cells, session: SessionLog, line: int) -> SetLog | None:
        if not any(cells.raw(name) for name in _SET_COLUMNS):
            return None
        set_log = _set_log(cells, session.id)
        key = (set_log.set_id, set_log.side)
        if key in self._sides:
            raise Wrong(f"it has the same set and side as line {self._sides[key]}")
        first = self._sets.get(set_log.set_id)
        if first is not None and first[1:] != (session.id, set_log.set_index):
            raise Wrong(f"its set has another session or set_index in line {first[0]}")
        self._sides[key] = line
        self._sets.setdefault(set_log.set_id, (line, session.id, set_log.set_index))
        return set_log


def _session(cells: Cells, session_id: str) -> SessionLog:
    return SessionLog(
        id=session_id,
        started_at=cells.needed_time("started_at_utc"),
        time_zone=cells.zone("time_zone"),
        workout_id="",
        workout=cells.text("workout"),
        ended_at=cells.time("ended_at_utc"),
        plan=cells.text("plan"),
        session_rpe=cells.number("session_rpe", 0, 10),
        note=cells.text("session_note", LONGEST_NOTE),
    )


def _set_log(cells: Cells, session_id: str) -> SetLog:
    index = cells.whole("set_index", 0, 100_000)
    if index is None:
        raise Wrong("set_index is missing")
    status = cells.choice("status", SetStatus)
    if status is SetStatus.RUNNING:
        raise Wrong("status is done, partial or skipped, not 'running'")
    warm_up = cells.flag("warm_up")
    return SetLog(
        set_id=cells.needed("set_id"),
        session_id=session_id,
        set_index=index,
        exercise_id=cells.needed("exercise_id"),
        exercise=cells.text("exercise"),
        side=cells.choice("side", Side),
        target=_target(cells, warm_up=warm_up),
        rest_s=cells.number("rest_s", 0, _DAY_S),
        status=status,
        completed_at=cells.time("completed_at_utc"),
        reps=cells.whole("reps", 0, 10_000),
        hold_s=cells.number("hold_s", 0, _DAY_S),
        load_kg=cells.number("load_kg", 0, 2_000),
        tempo=_tempo(cells.raw("tempo")),
        lean_deg=_lean(cells),
        rpe=cells.number("rpe", 1, 10, step=0.5),
        pain=cells.whole("pain", 0, 10),
        pain_area=cells.text("pain_area"),
        note=cells.text("note", LONGEST_NOTE),
        warm_up=warm_up,
        group=cells.text("group"),
    )


def _lean(cells: Cells) -> int | None:
    lean = cells.whole("lean_deg", 0, 90)
    if lean is not None and lean % 5:
        raise Wrong(f"lean_deg goes in steps of 5, which {lean} is not")
    return lean


def _target(cells: Cells, *, warm_up: bool) -> SetTarget:
    return _same_target(
        cells.choice("kind", Kind),
        cells.whole("target_reps", 0, 10_000),
        cells.number("target_hold_s", 0, _DAY_S),
        cells.number("target_load_kg", 0, 2_000),
        cells.number("target_rpe", 1, 10, step=0.5),
        warm_up,
    )


@lru_cache(maxsize=1024)
def _same_target(
    kind: Kind,
    reps: int | None,
    hold_s: float | None,
    load_kg: float | None,
    rpe: float | None,
    warm_up: bool,
) -> SetTarget:
    """Equal targets are one object: a file of a hundred thousand sets has few different ones."""
    return SetTarget(kind=kind, reps=reps, hold_s=hold_s, load_kg=load_kg, rpe=rpe, warm_up=warm_up)


@lru_cache(maxsize=1024)
def _tempo(cell: str) -> str:
    if not cell.strip():
        return ""
    try:
        return str(Tempo.parse(cell))
    except ValueError as error:
        raise Wrong(str(error)) from None


LOG = CsvFormat(
    records=Records.LOG,
    columns=COLUMNS,
    known_by=frozenset({"session_id", "set_id"}),
    required=frozenset(
        (
            "schema_version",
            "session_id",
            "started_at_utc",
            "time_zone",
            "workout",
            "set_id",
            "set_index",
            "exercise_id",
            "exercise",
            "side",
            "kind",
            "status",
        )
    ),
    new_parser=new_parser,
)
