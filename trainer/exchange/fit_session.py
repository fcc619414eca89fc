"""A session as a FIT activity: strength training, set by set, as Garmin and Strava take it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.messages.sport_message import SportMessage
from fit_tool.profile.profile_type import (
    Activity,
    Event,
    EventType,
    FileType,
    FitBaseUnit,
    LapTrigger,
    Manufacturer,
    SessionTrigger,
    SetType,
    Sport,
    SubSport,
)

from trainer.domain.exercise import Side
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.tempo import Tempo
from trainer.errors import ExchangeError
from trainer.exchange.fit_exercises import UNKNOWN, FitExercise, fit_exercises

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_FIRST = datetime(1998, 7, 5, tzinfo=UTC)
_LAST = datetime(2120, 1, 1, tzinfo=UTC)
_MOST_REPS = 0xFFFE
_MOST_KG = 4_095
_LONGEST_NAME = 60
_TRAINING = {"sport": Sport.TRAINING, "sub_sport": SubSport.STRENGTH_TRAINING}


def fit_of_session(session: SessionLog, sets: Sequence[SetLog]) -> bytes:
    """The session as a FIT file: its sets in order with reps, load, time and what the profile calls them.

    Each side of a set is a set of its own there, since FIT knows no sides; the side stands in the exercise's
    name. Skipped sets are left out. Where no time of a set is known it has its end alone. Raises
    ExchangeError for a session in a year that FIT cannot write.
    """
    done = worked(sets)
    start = session.started_at
    end = max([start, session.ended_at or start, *(one.completed_at or start for one in done)])
    if start < _FIRST or end > _LAST:
        raise ExchangeError("FIT knows no times before 1998 or after 2120; this session has no FIT file.")
    file = _File(start, end)
    file.begin(session)
    titles = _Titles()
    named = [(titles.of(one), one) for one in done]
    for title in titles:
        file.title(title)
    for title, one in named:
        file.set(title, one)
    file.finish(session)
    return file.bytes()


def worked(sets: Sequence[SetLog]) -> list[SetLog]:
    """Those of the sets that go into the file."""
    return [one for one in sets if one.status in (SetStatus.DONE, SetStatus.PARTIAL)]


@dataclass(frozen=True, slots=True)
class _Title:
    """An exercise of the file: its number in it, its name, and what the profile calls it."""

    number: int
    words: str
    exercise: FitExercise


class _Titles:
    """Every exercise and side once."""

    def __init__(self) -> None:
        self._known = fit_exercises()
        self._titles: dict[str, _Title] = {}

    def __iter__(self) -> Iterator[_Title]:
        return iter(self._titles.values())

    def of(self, done: SetLog) -> _Title:
        words = done.exercise if done.side is Side.BOTH else f"{done.exercise} ({done.side})"
        if words not in self._titles:
            number = len(self._titles)
            exercise = self._known.get(done.exercise_id, FitExercise(UNKNOWN, number))
            self._titles[words] = _Title(number, words, exercise)
        return self._titles[words]


class _File:
    """Messages in the order that the protocol asks for."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self._builder = FitFileBuilder()
        self._locals: dict[type, int] = {}
        self._start, self._end = start, end
        self._free_at = start
        self._sets = 0

    def bytes(self) -> bytes:
        return bytes(self._builder.build_bytes())

    def begin(self, session: SessionLog) -> None:
        self._add(
            FileIdMessage,
            type=FileType.ACTIVITY,
            manufacturer=Manufacturer.DEVELOPMENT.value,
            product=1,
            time_created=_ms(self._start),
        )
        self._add(SportMessage, sport_name=_short(session.workout or "Strength"), **_TRAINING)
        self._timer(self._start, EventType.START)
        self._add(RecordMessage, timestamp=_ms(self._start))

    def title(self, title: _Title) -> None:
        self._add(
            ExerciseTitleMessage,
            message_index=title.number,
            exercise_category=title.exercise.category,
            exercise_name=title.exercise.name,
            workout_step_name=_short(title.words),
        )

    def set(self, title: _Title, done: SetLog) -> None:
        """The set, and before it the rest since the one before."""
        end = done.completed_at or self._free_at
        worked_s = min(_worked_s(done), max((end - self._free_at).total_seconds(), 0.0))
        start = end - timedelta(seconds=worked_s)
        if self._sets and start > self._free_at:
            self._period(self._free_at, start, set_type=SetType.REST.value)
        values: dict[str, Any] = {
            "set_type": SetType.ACTIVE.value,
            "category": [title.exercise.category],
            "category_subtype": [title.exercise.name],
        }
        if done.reps is not None:
            values["repetitions"] = min(done.reps, _MOST_REPS)
        if done.load_kg is not None:
            values["weight"] = min(done.load_kg, _MOST_KG)
            values["weight_display_unit"] = FitBaseUnit.KILOGRAM.value
        self._period(start, end, **values)
        self._free_at = max(self._free_at, end)

    def finish(self, session: SessionLog) -> None:
        seconds = (self._end - self._start).total_seconds()
        lasted = {
            "start_time": _ms(self._start),
            "timestamp": _ms(self._end),
            "total_elapsed_time": seconds,
            "total_timer_time": seconds,
            "event_type": EventType.STOP,
            "message_index": 0,
        }
        self._add(RecordMessage, timestamp=_ms(self._end))
        self._timer(self._end, EventType.STOP_ALL)
        self._add(LapMessage, event=Event.LAP, lap_trigger=LapTrigger.SESSION_END, **lasted, **_TRAINING)
        self._add(
            SessionMessage,
            event=Event.SESSION,
            trigger=SessionTrigger.ACTIVITY_END,
            first_lap_index=0,
            num_laps=1,
            **lasted,
            **_TRAINING,
        )
        self._add(
            ActivityMessage,
            timestamp=_ms(self._end),
            local_timestamp=_local_s(self._end, session.time_zone),
            total_timer_time=seconds,
            num_sessions=1,
            type=Activity.MANUAL,
            event=Event.ACTIVITY,
            event_type=EventType.STOP,
        )

    def _period(self, start: datetime, end: datetime, **values: Any) -> None:
        seconds = (end - start).total_seconds()
        if seconds > 0:
            values["duration"] = seconds
        self._add(SetMessage, timestamp=_ms(end), start_time=_ms(start), message_index=self._sets, **values)
        self._sets += 1

    def _timer(self, at: datetime, kind: EventType) -> None:
        self._add(EventMessage, timestamp=_ms(at), event=Event.TIMER, event_type=kind, event_group=0)

    def _add(self, kind: type, **values: Any) -> None:
        message = kind()
        message.local_id = self._locals.setdefault(kind, len(self._locals))
        for name, value in values.items():
            setattr(message, name, value)
        self._builder.add(message)


def _worked_s(done: SetLog) -> float:
    """Seconds at work: those held, and reps in their tempo; 0 where that is not known."""
    seconds = done.hold_s or 0.0
    try:
        return seconds + (done.reps or 0) * Tempo.parse(done.tempo).rep_s
    except ValueError:
        return seconds


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _local_s(at: datetime, zone: str) -> int:
    """The wall's clock where it happened, in seconds of FIT; UTC's where the zone is not known here."""
    try:
        offset = at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        offset = timedelta()
    return round((at - _EPOCH + offset).total_seconds())


def _short(text: str) -> str:
    """Letters that fit: a field has room for 254 bytes, and a watch's line for fewer."""
    return text[:_LONGEST_NAME].replace("\0", " ")
