"""Weeks of a runner's training as a real store holds them."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.fakes import FakeClock
from tests.store.samples import session
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Kind, Side
from trainer.domain.run import Run
from trainer.domain.session import SetLog, SetStatus
from trainer.domain.workout import SetTarget
from trainer.store import Store
from trainer.store.tables import calendar_entries

_REPS, _HOLD = SetTarget(Kind.REPS, reps=6), SetTarget(Kind.HOLD, hold_s=20)


def train(store: Store, weeks: int, *, a_week: int = 3) -> None:
    """So many weeks up to the one of the clock, the newest session on its day."""
    begun = FakeClock().utc_now() - timedelta(weeks=weeks - 1)
    for week in range(weeks):
        for number in range(a_week):
            _session(store, week, number, begun + timedelta(weeks=week, days=-2 * number))
        _body(store, week, begun + timedelta(weeks=week))
    with store._db.write("") as write:
        for days in range(-7 * weeks, 12, 2):
            day = (FakeClock().utc_now() + timedelta(days=days)).date().isoformat()
            row = {"id": f"p{days}", "day": day, "kind": "workout", "title": "Hamstrings for runners"}
            write.put(calendar_entries, row)


def _session(store: Store, week: int, number: int, at: datetime) -> None:
    key = f"s{week:03d}-{number}"
    head = session(
        key,
        at=at,
        ended_at=at + timedelta(minutes=24 + number),
        plan_id="runner-on-ramp" if number else "",
        plan="Runner on-ramp" if number else "",
        session_rpe=None if (week, number) == (1, 0) else 5.0 + number / 2,
        note="Felt heavy after the long run.\nHip quiet." if number == 1 and week % 3 == 0 else "",
        prescribed=None,
    )
    store.save_session(head)
    grown = min(week // 2, 9)
    rows = []
    for index in range(3):
        rows.append(
            _set(
                key,
                index,
                "nordic",
                "Nordic hamstring curl",
                Side.BOTH,
                at,
                reps=4 + grown,
                lean_deg=40 + 5 * grown,
            )
        )
        for side in (Side.LEFT, Side.RIGHT):
            behind = side is Side.RIGHT and week % 3 == 0
            rows.append(
                _set(
                    key,
                    3 + index,
                    "single-leg-heel-raise",
                    "Single-leg heel raise",
                    side,
                    at,
                    reps=14 + grown - 2 * behind,
                    pain=2 + week % 3 if number == 0 and index == 2 and side is Side.LEFT else 0,
                    pain_area="achilles",
                )
            )
            rows.append(
                _set(
                    key,
                    6 + index,
                    "side-plank",
                    "Side plank",
                    side,
                    at,
                    target=_HOLD,
                    hold_s=20.0 + 2 * grown - behind,
                )
            )
        rows.append(
            _set(
                key,
                9 + index,
                "romanian-deadlift",
                "Romanian deadlift",
                Side.BOTH,
                at,
                reps=8,
                load_kg=30 + 2.5 * grown,
            )
        )
    store.save_sets(rows)


def _set(
    key: str, index: int, exercise_id: str, name: str, side: Side, at: datetime, **done: object
) -> SetLog:
    values = {"target": _REPS, "rest_s": 60.0, "status": SetStatus.DONE, "tempo": "3-0-1-0", "rpe": 7.5}
    return SetLog(
        set_id=f"{key}-{index}",
        session_id=key,
        set_index=index,
        exercise_id=exercise_id,
        exercise=name,
        side=side,
        completed_at=at,
        **(values | done),
    )


def _body(store: Store, week: int, at: datetime) -> None:
    store.save_checkin(
        CheckIn(
            f"c{week}",
            at,
            "Europe/Berlin",
            "achilles",
            Side.LEFT,
            soreness=week % 6,
            pain=week % 4,
            note="Stiff at first.",
        )
    )
    store.save_checkin(CheckIn(f"d{week}", at, "Europe/Berlin", "hamstring", Side.BOTH, soreness=3))
    for number in range(3):
        store.save_run(
            Run(
                f"r{week}-{number}",
                at - timedelta(days=number),
                "Europe/Berlin",
                distance_km=6.0 + number + week / 2,
                duration_s=60.0 * (36 + number * 6),
            )
        )
