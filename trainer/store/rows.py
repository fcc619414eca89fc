"""Domain values to rows and back; rows stay inside this package."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar

from trainer.domain.checkin import CheckIn
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Kind, Side
from trainer.domain.proposal import Page
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus, local_date
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget
from trainer.errors import NotAStore
from trainer.store.bodies import changed_from_text, course_to_text, workout_from_text

Row = Mapping[Any, Any]
T = TypeVar("T")


def told_when_damaged(convert: Callable[[Row], T]) -> Callable[[Row], T]:
    """Has a value that no write of ours can have left, such as a side that is none, told as damage."""

    @wraps(convert)
    def converted(row: Row) -> T:
        try:
            return convert(row)
        except (ValueError, TypeError, AttributeError) as error:
            raise NotAStore("An entry in the log is damaged; restore a backup.") from error

    return converted


def time_text(at: datetime) -> str:
    """UTC to the second; raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time in the log needs a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def time_of(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _time_text_or_none(at: datetime | None) -> str | None:
    return None if at is None else time_text(at)


def _time_or_none(text: str | None) -> datetime | None:
    return None if text is None else time_of(text)


def _grams(load_kg: float | None) -> int | None:
    return None if load_kg is None else round(load_kg * 1000)


def _kg(grams: int | None) -> float | None:
    return None if grams is None else grams / 1000


def session_row(session: SessionLog) -> dict[str, Any]:
    return {
        "id": session.id,
        "started_at": time_text(session.started_at),
        "time_zone": session.time_zone,
        "local_date": session.local_date.isoformat(),
        "ended_at": _time_text_or_none(session.ended_at),
        "workout_id": session.workout_id,
        "workout": session.workout,
        "plan_id": session.plan_id,
        "plan": session.plan,
        "session_rpe": session.session_rpe,
        "note": session.note,
        "prescribed": None
        if session.prescribed is None
        else course_to_text(session.prescribed, session.changed),
        "import_batch": session.import_batch or None,
    }


@told_when_damaged
def session_log(row: Row) -> SessionLog:
    return SessionLog(
        id=row["id"],
        started_at=time_of(row["started_at"]),
        time_zone=row["time_zone"],
        workout_id=row["workout_id"],
        workout=row["workout"],
        ended_at=_time_or_none(row["ended_at"]),
        plan_id=row["plan_id"],
        plan=row["plan"],
        session_rpe=row["session_rpe"],
        note=row["note"],
        prescribed=None if row["prescribed"] is None else workout_from_text(row["prescribed"]),
        changed=None if row["prescribed"] is None else changed_from_text(row["prescribed"]),
        import_batch=row["import_batch"] or "",
    )


def set_row(done: SetLog) -> dict[str, Any]:
    target = done.target
    return {
        "set_id": done.set_id,
        "side": done.side.value,
        "session_id": done.session_id,
        "set_index": done.set_index,
        "exercise_id": done.exercise_id,
        "exercise": done.exercise,
        "kind": target.kind.value,
        "target_reps": target.reps,
        "target_hold_s": target.hold_s,
        "target_tempo": None if target.tempo is None else str(target.tempo),
        "target_load_g": _grams(target.load_kg),
        "target_rpe": target.rpe,
        "target_lean_deg": target.lean_deg,
        "target_to_limit": target.to_limit,
        "target_own_pace": target.own_pace,
        "target_warm_up": target.warm_up,
        "rest_s": done.rest_s,
        "status": done.status.value,
        "completed_at": _time_text_or_none(done.completed_at),
        "reps": done.reps,
        "hold_s": done.hold_s,
        "load_g": _grams(done.load_kg),
        "tempo": done.tempo,
        "lean_deg": done.lean_deg,
        "rpe": done.rpe,
        "pain": done.pain,
        "pain_area": done.pain_area,
        "note": done.note,
        "warm_up": done.warm_up,
        "group_name": done.group,
    }


@told_when_damaged
def set_log(row: Row) -> SetLog:
    return SetLog(
        set_id=row["set_id"],
        session_id=row["session_id"],
        set_index=row["set_index"],
        exercise_id=row["exercise_id"],
        exercise=row["exercise"],
        side=Side(row["side"]),
        target=_target(row),
        rest_s=row["rest_s"],
        status=SetStatus(row["status"]),
        completed_at=_time_or_none(row["completed_at"]),
        reps=row["reps"],
        hold_s=row["hold_s"],
        load_kg=_kg(row["load_g"]),
        tempo=row["tempo"],
        lean_deg=row["lean_deg"],
        rpe=row["rpe"],
        pain=row["pain"],
        pain_area=row["pain_area"],
        note=row["note"],
        warm_up=row["warm_up"],
        group=row["group_name"],
    )


def _target(row: Row) -> SetTarget:
    tempo = row["target_tempo"]
    return SetTarget(
        kind=Kind(row["kind"]),
        reps=row["target_reps"],
        hold_s=row["target_hold_s"],
        tempo=None if tempo is None else Tempo.parse(tempo),
        load_kg=_kg(row["target_load_g"]),
        rpe=row["target_rpe"],
        lean_deg=row["target_lean_deg"],
        to_limit=row["target_to_limit"],
        own_pace=row["target_own_pace"],
        warm_up=row["target_warm_up"],
    )


def checkin_row(checkin: CheckIn) -> dict[str, Any]:
    return {
        "id": checkin.id,
        "at": time_text(checkin.at),
        "time_zone": checkin.time_zone,
        "local_date": local_date(checkin.at, checkin.time_zone).isoformat(),
        "area": checkin.area,
        "side": checkin.side.value,
        "soreness": checkin.soreness,
        "pain": checkin.pain,
        "tightness": checkin.tightness,
        "note": checkin.note,
        "import_batch": checkin.import_batch or None,
    }


@told_when_damaged
def checkin_of(row: Row) -> CheckIn:
    return CheckIn(
        id=row["id"],
        at=time_of(row["at"]),
        time_zone=row["time_zone"],
        area=row["area"],
        side=Side(row["side"]),
        soreness=row["soreness"],
        pain=row["pain"],
        tightness=row["tightness"],
        note=row["note"],
        import_batch=row["import_batch"] or "",
    )


def complaint_row(complaint: Complaint) -> dict[str, Any]:
    return {
        "id": complaint.id,
        "at": time_text(complaint.at),
        "time_zone": complaint.time_zone,
        "local_date": local_date(complaint.at, complaint.time_zone).isoformat(),
        "area": complaint.area,
        "side": complaint.side.value,
        "feeling": complaint.feeling.value,
        "level": complaint.level,
        "since_d": complaint.since_d,
        "flags": json.dumps(list(complaint.flags)),
        "suspect": complaint.suspect,
        "page": complaint.page.value if complaint.page else "",
        "ended_at": _time_text_or_none(complaint.ended_at),
    }


@told_when_damaged
def complaint_of(row: Row) -> Complaint:
    return Complaint(
        id=row["id"],
        at=time_of(row["at"]),
        time_zone=row["time_zone"],
        area=row["area"],
        side=Side(row["side"]),
        feeling=Feeling(row["feeling"]),
        level=row["level"],
        since_d=row["since_d"],
        flags=tuple(str(flag) for flag in json.loads(row["flags"])),
        suspect=bool(row["suspect"]),
        page=Page(row["page"]) if row["page"] else None,
        ended_at=_time_or_none(row["ended_at"]),
    )


def run_row(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "started_at": time_text(run.started_at),
        "time_zone": run.time_zone,
        "local_date": local_date(run.started_at, run.time_zone).isoformat(),
        "distance_km": run.distance_km,
        "duration_s": run.duration_s,
        "effort": run.effort,
        "kind": run.kind,
        "source": run.source,
        "note": run.note,
        "import_batch": run.import_batch or None,
    }


@told_when_damaged
def run_of(row: Row) -> Run:
    return Run(
        id=row["id"],
        started_at=time_of(row["started_at"]),
        time_zone=row["time_zone"],
        distance_km=row["distance_km"],
        duration_s=row["duration_s"],
        effort=row["effort"],
        kind=row["kind"],
        source=row["source"],
        note=row["note"],
        import_batch=row["import_batch"] or "",
    )
