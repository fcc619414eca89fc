"""FIT: each session of a watch's file whose sport is running."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf, isnan, nan
from pathlib import Path

from trainer.domain.run import Run
from trainer.domain.track import Track
from trainer.errors import ExchangeError
from trainer.exchange.cells import Wrong
from trainer.exchange.contents import Answers, Contents
from trainer.exchange.fit_messages import Message, messages
from trainer.exchange.found_runs import found_run, left_out, zone_at

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_FIRST_DATE_S = 0x1000_0000
"""Smaller ones are seconds since the watch was switched on, not a date."""
_DEGREES = 180 / 2**31
_KINDS = {
    "trail": "trail",
    "treadmill": "treadmill",
    "indoor_running": "treadmill",
    "virtual_activity": "virtual",
}


def fit_runs(path: Path, answers: Answers) -> Contents:
    """The running sessions of a FIT file; those of other sports are left out and counted.

    Raises ExchangeError for a file that is damaged or no activity, and what the pulse raises.
    """
    file = _File()
    for message in messages(path, answers.pulse):
        file.hear(message)
    file.check(path.name)
    return file.contents(answers.time_zone)


@dataclass(slots=True)
class _Session:
    """What a session message says of itself, in seconds of the watch and in metres."""

    sport: str
    kind: str
    start_s: float | None
    end_s: float | None
    elapsed_s: float | None
    timer_s: float | None
    distance_m: float | None


class _File:
    """What is kept of a file while it is read."""

    def __init__(self) -> None:
        self._kinds: set[str] = set()
        self._sport = ""
        self._sessions: list[_Session] = []
        self._offset_s: int | None = None
        self._points = _Points()

    def hear(self, message: Message) -> None:
        """Takes in one message; most kinds say nothing about a run."""
        match message.name:
            case "record":
                self._points.add(message)
            case "event":
                if message.word("event") == "timer" and message.word("event_type").startswith("stop"):
                    self._points.pause()
            case "session":
                self._sessions.append(_session(message))
            case "activity":
                self._offset_s = _offset_s(message)
            case "file_id":
                self._kinds.add(message.word("type"))
            case "sport":
                self._sport = message.word("sport")

    def check(self, name: str) -> None:
        """Raises ExchangeError when the file is no recorded activity."""
        others = self._kinds - {"activity", ""}
        if others and len(others) == len(self._kinds):
            raise ExchangeError(
                f"{name} is a FIT file, but not of an activity ({', '.join(sorted(others))})."
            )
        if not self._sessions and not (self._sport == "running" and self._points):
            raise ExchangeError(f"{name} is a FIT file without an activity in it.")

    def contents(self, zone: str) -> Contents:
        sessions = self._sessions or [_Session("running", "", None, None, None, None, None)]
        runs: list[Run] = []
        notes: list[str] = []
        others = 0
        for session in sessions:
            if session.sport != "running":
                others += 1
                continue
            try:
                runs.append(self._run(session, zone, alone=len(sessions) == 1))
            except Wrong as wrong:
                notes.append(f"A run was left out: {wrong}.")
        return Contents("FIT", runs=tuple(runs), notes=(*left_out(others), *notes))

    def _run(self, session: _Session, zone: str, *, alone: bool) -> Run:
        start_s, end_s = session.start_s, session.end_s
        if start_s is None and alone:
            start_s = self._points.first_s
        if start_s is None or start_s < _FIRST_DATE_S:
            raise Wrong("the watch did not know the date")
        if session.elapsed_s is not None:
            end_s = start_s + session.elapsed_s
        walked = self._points.between(-inf, inf) if alone else self._points.between(start_s, end_s or inf)
        started_at = _EPOCH + timedelta(seconds=start_s)
        return found_run(
            "fit",
            started_at,
            zone_at(started_at, self._offset_s, zone),
            distance_m=session.distance_m or walked.metres,
            duration_s=session.timer_s or session.elapsed_s or walked.seconds,
            kind=session.kind,
        )


@dataclass(frozen=True, slots=True)
class _Walked:
    metres: float
    seconds: float


class _Points:
    """The records of a file: time, distance so far, latitude, longitude, as plain numbers; a pause is NaN."""

    def __init__(self) -> None:
        self._rows = array("d")

    def __bool__(self) -> bool:
        return bool(self._rows)

    @property
    def first_s(self) -> float | None:
        return next((at for at in self._rows[::4] if not isnan(at)), None)

    def add(self, message: Message) -> None:
        for field in ("timestamp", "distance", "position_lat", "position_long"):
            value = message.number(field)
            self._rows.append(nan if value is None else value)

    def pause(self) -> None:
        self._rows.extend((nan, nan, nan, nan))

    def between(self, from_s: float, to_s: float) -> _Walked:
        """What was covered in that time: by the watch's own count where it kept one, else place by place."""
        track = Track()
        counted: list[float] = []
        rows = self._rows
        for place in range(0, len(rows), 4):
            at, metres, lat, lon = rows[place : place + 4]
            if isnan(at):
                track.pause()
            elif from_s <= at <= to_s:
                track.moment(at)
                if not isnan(lat) and not isnan(lon):
                    track.place(lat * _DEGREES, lon * _DEGREES, at)
                if not isnan(metres):
                    counted = [counted[0] if counted else metres, metres]
        return _Walked(counted[1] - counted[0] if counted else track.length_m, track.timed_s)


def _session(message: Message) -> _Session:
    return _Session(
        sport=message.word("sport"),
        kind=_KINDS.get(message.word("sub_sport"), ""),
        start_s=message.number("start_time"),
        end_s=message.number("timestamp"),
        elapsed_s=message.number("total_elapsed_time"),
        timer_s=message.number("total_timer_time"),
        distance_m=message.number("total_distance"),
    )


def _offset_s(activity: Message) -> int | None:
    """How far the watch's clock was from UTC, to the quarter of an hour that all zones keep."""
    local_s, at_s = activity.number("local_timestamp"), activity.number("timestamp")
    return None if local_s is None or at_s is None else round((local_s - at_s) / 900) * 900
