"""From a file to what its import would do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TypeVar

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Cues, Dose, Exercise, Laterality, Range, Side
from trainer.domain.session import SessionLog, SetLog
from trainer.domain.transfer import ImportBatch, Pulse, part_of
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers, Contents
from trainer.exchange.formats import read_file
from trainer.services.known_runs import runs_not_known
from trainer.services.preview import Counts, Preview
from trainer.store import Store

_AT_ONCE = 500
_TOMORROW = timedelta(days=1)
_SHORT = 18
_READING, _LOOKING_UP = 0.7, 0.95  # of the whole: measured with 100,000 rows

Known = TypeVar("Known", SessionLog, SetLog, CheckIn)
Key = tuple[str, ...]


class Incoming:
    """One import: what is known here, and what names stand for."""

    def __init__(self, store: Store, shipped: Mapping[str, Exercise], names: Mapping[str, str]) -> None:
        """Raises ExchangeError when a name stands for no exercise."""
        self._store = store
        self._exercises = {**shipped, **{exercise.id: exercise for exercise in store.own_exercises()}}
        for name, exercise_id in names.items():
            if exercise_id not in self._exercises:
                raise ExchangeError(f"“{name}” cannot stand for “{exercise_id}”: there is no such exercise.")
        self._told = {folded(name): target for name, target in (store.names() | dict(names)).items()}
        self._by_name = {folded(exercise.name): exercise.id for exercise in self._exercises.values()}

    def preview(self, path: Path, answers: Answers, now: datetime) -> Preview:
        """Reads the file. Raises ExchangeError when it is of no known kind, and what the pulse raises."""
        contents = read_file(path, replace(answers, pulse=part_of(answers.pulse, 0, _READING)))
        whole = ImportBatch(
            path.name,
            sessions=contents.sessions,
            sets=contents.sets,
            checkins=contents.checkins,
            runs=contents.runs,
        )
        fresh = self._fresh(whole, part_of(answers.pulse, _READING, _LOOKING_UP))
        added, all_ = _counts(fresh), _counts(whole)
        return Preview(
            path=path,
            source=contents.source,
            added=added,
            known=all_ - added,
            refused=contents.refused,
            notes=(*contents.notes, *_future(fresh, now)),
            asks=contents.asks,
            batch=self._with_exercises(fresh, contents, part_of(answers.pulse, _LOOKING_UP, 1)),
        )

    def _fresh(self, whole: ImportBatch, pulse: Pulse) -> ImportBatch:
        """The batch without what the store holds already."""
        sets = self._unknown("sets", whole.sets, _by_set_and_side, pulse)
        return replace(
            whole,
            sessions=self._unknown("sessions", whole.sessions, _by_id, pulse),
            sets=sets,
            checkins=self._unknown("checkins", whole.checkins, _by_id, pulse),
            runs=runs_not_known(whole.runs, self._store),
        )

    def _unknown(
        self, what: str, records: tuple[Known, ...], key: Callable[[Known], Key], pulse: Pulse
    ) -> tuple[Known, ...]:
        """Asks in pieces, for a large file's sake."""
        found: list[Known] = []
        for start in range(0, len(records), _AT_ONCE):
            pulse(start / len(records))
            piece = records[start : start + _AT_ONCE]
            known = self._store.known_keys(ImportBatch("", **{what: piece}))[what]  # type: ignore[arg-type]
            found += [record for record in piece if key(record) not in known]
        return tuple(found)

    def _with_exercises(self, batch: ImportBatch, contents: Contents, pulse: Pulse) -> ImportBatch:
        """Every set under an exercise that there is, or will be with this batch."""
        found: dict[str, Exercise] = {}
        used: dict[str, str] = {}
        known = self._by_name | self._told if contents.named else self._told
        sets: list[SetLog] = []
        for place, done in enumerate(batch.sets):
            if not place % _AT_ONCE:
                pulse(place / len(batch.sets))
            sets.append(self._placed(done, known, found, used))
        return replace(batch, sets=tuple(sets), exercises=tuple(found.values()), names=tuple(used.items()))

    def _placed(
        self, done: SetLog, known: Mapping[str, str], found: dict[str, Exercise], used: dict[str, str]
    ) -> SetLog:
        """The set under an exercise that is known: by its id, by its name, or as one of the user's own."""
        if done.exercise_id in self._exercises:
            return done
        target = known.get(folded(done.exercise))
        if target in self._exercises:
            used[done.exercise] = target
            return replace(done, exercise_id=target)
        own = found.get(done.exercise_id)
        if own is None:
            found[done.exercise_id] = _own_exercise(done)
        elif own.side is Laterality.BOTH and done.side is not Side.BOTH:
            found[done.exercise_id] = replace(own, side=Laterality.EACH)
        return done


def _counts(batch: ImportBatch) -> Counts:
    return Counts(len(batch.sessions), len(batch.sets), len(batch.checkins), len(batch.runs))


def _by_id(record: SessionLog | CheckIn) -> Key:
    return (record.id,)


def _by_set_and_side(done: SetLog) -> Key:
    return (done.set_id, done.side)


def folded(name: str) -> str:
    """A name as it is compared with others."""
    return " ".join(name.split()).casefold()


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


def _future(batch: ImportBatch, now: datetime) -> Iterable[str]:
    times = chain(
        (session.started_at for session in batch.sessions),
        (checkin.at for checkin in batch.checkins),
        (run.started_at for run in batch.runs),
    )
    late = sum(at > now + _TOMORROW for at in times)
    if late:
        yield f"{late} of the times lie in the future; was the clock of that computer right?"
