"""Entries to put into a store, and a clock that is set by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import (
    Contraction,
    Cues,
    Dose,
    Exercise,
    Kind,
    Laterality,
    Range,
    Side,
    Substitute,
)
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

BEGIN = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """What a clock on the wall shows, without a zone."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC).replace(tzinfo=None)


class HandClock:
    """Stands still until it is set."""

    def __init__(self, now: datetime = BEGIN, zone: str = "Europe/Berlin") -> None:
        self.now = now
        self.zone = zone

    def monotonic(self) -> float:
        return self.now.timestamp()

    def awake_and_asleep(self) -> float:
        return self.now.timestamp()

    def utc_now(self) -> datetime:
        return self.now

    def time_zone(self) -> str:
        return self.zone

    def pass_time(self, passed: timedelta) -> None:
        self.now += passed


NORDIC = SetTarget(Kind.REPS, reps=5, tempo=Tempo(5, 0, 0, 4), rpe=8, lean_deg=45, to_limit=True)
BRIDGE = SetTarget(Kind.HOLD, hold_s=20.5, load_kg=7.25, warm_up=True)

WORKOUT = Workout(
    id="hamstrings-for-runners",
    name="Hamstrings for runners",
    items=(
        WorkoutItem("H01", "Nordic hamstring curl", "Nordic curl", Laterality.BOTH, (NORDIC, NORDIC), 120),
        WorkoutItem("H02", "Slider bridge", "Slider bridge", Laterality.EACH, (BRIDGE,), 60.5, group="A"),
    ),
    level="middle",
    note="„Ruhig“ — slowly ✓",
)


def session(key: str = "s1", *, at: datetime = BEGIN, **changes: object) -> SessionLog:
    values = {
        "id": key,
        "started_at": at,
        "time_zone": "Europe/Berlin",
        "workout_id": WORKOUT.id,
        "workout": WORKOUT.name,
        "prescribed": WORKOUT,
    }
    return SessionLog(**(values | changes))


def logged(set_id: str = "a", session_id: str = "s1", index: int = 0, **changes: object) -> SetLog:
    values = {
        "set_id": set_id,
        "session_id": session_id,
        "set_index": index,
        "exercise_id": "H01",
        "exercise": "Nordic hamstring curl",
        "side": Side.BOTH,
        "target": NORDIC,
        "rest_s": 120.0,
        "status": SetStatus.DONE,
        "completed_at": BEGIN + timedelta(minutes=index),
        "reps": 5,
        "tempo": "5-0-0-4",
    }
    return SetLog(**(values | changes))


def full_set(set_id: str = "full", session_id: str = "s1", index: int = 1, side: Side = Side.LEFT) -> SetLog:
    """A set that says everything there is to say."""
    return SetLog(
        set_id=set_id,
        session_id=session_id,
        set_index=index,
        exercise_id="H02",
        exercise="Slider bridge",
        side=side,
        target=BRIDGE,
        rest_s=60.5,
        status=SetStatus.PARTIAL,
        completed_at=BEGIN,
        reps=None,
        hold_s=18.5,
        load_kg=7.255,
        tempo="3-1-1-0",
        lean_deg=85,
        rpe=8.5,
        pain=2,
        pain_area="hamstring",
        note='=1+1; "quoted"\r\nsecond line',
        warm_up=True,
        group="A",
    )


def checkin(key: str = "c1", **changes: object) -> CheckIn:
    values = {"id": key, "at": BEGIN, "time_zone": "Europe/Berlin", "area": "hamstring", "side": Side.LEFT}
    return CheckIn(**(values | {"soreness": 3, "note": "after hills"} | changes))


def run(key: str = "r1", **changes: object) -> Run:
    values = {"id": key, "started_at": BEGIN, "time_zone": "Europe/Berlin", "source": "hand"}
    return Run(**(values | {"distance_km": 10.55, "duration_s": 3301.5, "effort": 4.5} | changes))


def own_exercise(key: str = "own-1", **changes: object) -> Exercise:
    values = {
        "id": key,
        "name": "Kitchen chair curl",
        "short_name": "Chair curl",
        "region": "hamstrings",
        "kind": Kind.REPS,
        "side": Laterality.EACH,
        "level": 2,
        "dose": Dose(sets=Range(2, 3), rest_s=Range(60, 90), reps=Range(6, 8)),
        "cues": Cues("Lie down.", "Curl.", "Back of the thigh."),
        "synonyms": ("chair",),
        "contraction": (Contraction.ECCENTRIC, Contraction.CONCENTRIC),
        "tempo": Tempo(3, 1, 1, 0),
        "substitutes": (Substitute("chair", "H01"),),
        "own": True,
    }
    return Exercise(**(values | changes))
