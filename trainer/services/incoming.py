"""From a file to what its import would do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Cues, Dose, Exercise, Laterality, Range, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog
from trainer.domain.transfer import ImportBatch
from trainer.errors import ExchangeError
from trainer.exchange.csv_log import LogEntry
from trainer.exchange.formats import AnyRecord, format_of
from trainer.exchange.input import check_text_file
from trainer.exchange.profile import Records
from trainer.exchange.reading import Refused, Taken, read_header, read_rows
from trainer.services.future import future
from trainer.services.incoming_runs import runs_not_known
from trainer.services.preview import Counts, Preview
from trainer.store import Store

_AT_ONCE = 2_000
_SHORT = 18

Known = TypeVar("Known", SessionLog, SetLog, CheckIn, Run)
Key = tuple[str, ...]


class Incoming:
    """One import: what is known here, and what names stand for."""

    def __init__(self, store: Store, shipped_ids: Collection[str], names: Mapping[str, str]) -> None:
        """Raises ExchangeError when a name stands for no exercise."""
        self._store = store
        self._exercise_ids = {*shipped_ids, *(exercise.id for exercise in store.own_exercises())}
        for name, exercise_id in names.items():
            if exercise_id not in self._exercise_ids:
                raise ExchangeError(f"“{name}” cannot stand for “{exercise_id}”: there is no such exercise.")
        self._names = {_folded(name): target for name, target in (store.names() | dict(names)).items()}

    def preview(self, path: Path, now: datetime) -> Preview:
        """Reads the file. Raises ExchangeError when it is none of ours."""
        check_text_file(path)
        header = read_header(path)
        format_ = format_of(path, header)
        taken: list[AnyRecord] = []
        refused: list[Refused] = []
        for row in read_rows(path, header, format_):
            if isinstance(row, Taken):
                taken.append(row.record)
            else:
                refused.append(row)
        whole = _whole(path.name, format_.records, taken)
        fresh = self._fresh(whole)
        added, all_ = _counts(fresh), _counts(whole)
        return Preview(
            path=path,
            records=format_.records,
            added=added,
            known=all_ - added,
            refused=tuple(refused),
            notes=(*_unknown_columns(header.unknown(format_.columns)), *future(fresh, now)),
            batch=self._with_exercises(fresh),
        )

    def _fresh(self, whole: ImportBatch) -> ImportBatch:
        """The batch without what the store holds already."""
        return replace(
            whole,
            sessions=self._unknown("sessions", whole.sessions, _by_id),
            sets=self._unknown("sets", whole.sets, _by_set_and_side),
            checkins=self._unknown("checkins", whole.checkins, _by_id),
            runs=runs_not_known(whole.runs, self._store) if whole.runs else (),
        )

    def _unknown(
        self, what: str, records: tuple[Known, ...], key: Callable[[Known], Key]
    ) -> tuple[Known, ...]:
        """Asks in pieces, for a large file's sake."""
        found: list[Known] = []
        for start in range(0, len(records), _AT_ONCE):
            piece = records[start : start + _AT_ONCE]
            known = self._store.known_keys(ImportBatch("", **{what: piece}))[what]  # type: ignore[arg-type]
            found += [record for record in piece if key(record) not in known]
        return tuple(found)

    def _with_exercises(self, batch: ImportBatch) -> ImportBatch:
        """Every set under an exercise that there is, or will be with this batch."""
        found: dict[str, Exercise] = {}
        used: dict[str, str] = {}
        sets = tuple(self._placed(done, found, used) for done in batch.sets)
        return replace(batch, sets=sets, exercises=tuple(found.values()), names=tuple(used.items()))

    def _placed(self, done: SetLog, found: dict[str, Exercise], used: dict[str, str]) -> SetLog:
        """The set under an exercise that is known: by its id, by its name, or as one of the user's own."""
        if done.exercise_id in self._exercise_ids:
            return done
        target = self._names.get(_folded(done.exercise))
        if target in self._exercise_ids:
            used[done.exercise] = target
            return replace(done, exercise_id=target)
        known = found.get(done.exercise_id)
        if known is None:
            found[done.exercise_id] = _own_exercise(done)
        elif known.side is Laterality.BOTH and done.side is not Side.BOTH:
            found[done.exercise_id] = replace(known, side=Laterality.EACH)
        return done


def _whole(source: str, records: Records, taken: list[AnyRecord]) -> ImportBatch:
    match records:
        case Records.LOG:
            entries = cast("list[LogEntry]", taken)
            return ImportBatch(
                source,
                sessions=tuple(entry.session for entry in entries if entry.begins_session),
                sets=tuple(entry.set_log for entry in entries if entry.set_log is not None),
            )
        case Records.CHECKINS:
            return ImportBatch(source, checkins=tuple(cast("list[CheckIn]", taken)))
        case Records.RUNS:
            return ImportBatch(source, runs=tuple(cast("list[Run]", taken)))


def _counts(batch: ImportBatch) -> Counts:
    return Counts(len(batch.sessions), len(batch.sets), len(batch.checkins), len(batch.runs))


def _by_id(record: SessionLog | CheckIn | Run) -> Key:
    return (record.id,)


def _by_set_and_side(done: SetLog) -> Key:
    return (done.set_id, done.side)


def _folded(name: str) -> str:
    return name.strip().casefold()


def _own_exercise(done: SetLog) -> Exercise:
    """An exercise of the user's own that says no more than its first set in the file does."""
    name = done.exercise.strip() or done.exercise_id
    count = done.target.reps or done.reps
    hold = round(done.target.hold_s or done.hold_s or 0)
    rest = round(done.rest_s or 0)
    return Exercise(
        id=done.exercise_id,
        name=name,
        short_name=name[:_SHORT].strip(),
        region="",
        kind=done.target.kind,
        side=Laterality.BOTH if done.side is Side.BOTH else Laterality.EACH,
        level=1,
        dose=Dose(
            sets=Range(1, 1),
            rest_s=Range(rest, rest),
            reps=Range(count, count) if count else None,
            hold_s=Range(hold, hold) if hold else None,
        ),
        cues=Cues("", "", ""),
        own=True,
    )


def _unknown_columns(columns: Sequence[str]) -> Iterable[str]:
    if columns:
        plural = "s" if len(columns) > 1 else ""
        yield f"The column{plural} {', '.join(columns)} mean nothing to this version and were left out."
