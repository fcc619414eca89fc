"""Years of training as a store, for what is measured against the length of a log.

    python -m tests.benchmarks.years FOLDER --years 10

Twenty-five sets a day (91,250 in ten years), in one session a day but for each seventh; a check-in a day,
four runs and three planned workouts a week. The rows are put in by SQL: through `Store` 912,500 would take
minutes and measure nothing.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.store import Store

SETS_A_DAY = 25
# id, name, sides, whether it is held, whether it is loaded, whether lean is logged
EXERCISES = (
    ("partial-range-nordic", "Partial-range Nordic", ("both",), False, False, True),
    ("single-leg-rdl", "Single-leg RDL", ("left", "right"), False, False, False),
    ("romanian-deadlift", "Romanian deadlift", ("both",), False, True, False),
    ("single-leg-heel-raise", "Single-leg heel raise", ("left", "right"), False, False, False),
    ("copenhagen-adduction", "Copenhagen adduction", ("left", "right"), False, False, False),
    ("side-plank", "Side plank", ("left", "right"), True, False, False),
    ("hip-thrust", "Hip thrust", ("both",), False, True, False),
)
_SET = """INSERT INTO sets (set_id, side, session_id, set_index, exercise_id, exercise, kind, target_reps,
 target_to_limit, target_own_pace, target_warm_up, rest_s, status, completed_at, reps, hold_s, load_g, tempo,
 lean_deg, rpe, pain, pain_area, warm_up) VALUES (?,?,?,?,?,?,?,?,0,0,0,60,'done',?,?,?,?,?,?,?,?,?,0)"""
_SESSION = """INSERT INTO sessions (id, started_at, time_zone, local_date, ended_at, workout_id, workout,
 session_rpe) VALUES (?,?,'UTC',?,?,'hamstrings-for-runners','Hamstrings for runners',?)"""
_CHECKIN = """INSERT INTO checkins (id, at, time_zone, local_date, area, side, soreness, pain)
 VALUES (?,?,'UTC',?,'hamstring','both',?,?)"""
_RUN = """INSERT INTO runs (id, started_at, time_zone, local_date, distance_km, duration_s, source)
 VALUES (?,?,'UTC',?,?,?,'csv')"""

_ENTRY = """INSERT INTO calendar_entries (id, day, kind, title, workout_id)
 VALUES (?,?,'workout','Hamstrings for runners','hamstrings-for-runners')"""
_AHEAD_DAYS = 28


def fill(folder: Path, years: float, until: datetime | None = None) -> int:
    """Makes a store of that many years up to `until` (now) and returns how many sets it holds."""
    paths = paths_for(folder)
    Store.open(paths, clock=SystemClock()).close()
    if not years:
        return 0
    days = round(years * 365)
    last = (until or datetime.now(UTC)).replace(hour=6, minute=30, second=0, microsecond=0)
    first = last - timedelta(days=days - 1)
    with closing(sqlite3.connect(paths.store)) as connection, connection:
        connection.execute("PRAGMA synchronous=OFF")
        trained = [(n, first + timedelta(days=n)) for n in range(days) if n % 7 != 6 or n == days - 1]
        connection.executemany(_SESSION, (_session(n, at) for n, at in trained))
        connection.executemany(_SET, _sets(trained, days * SETS_A_DAY))
        connection.executemany(_CHECKIN, (_checkin(n, first + timedelta(days=n)) for n in range(days)))
        connection.executemany(_ENTRY, _entries(first, days + _AHEAD_DAYS))
        runs = (n for n in range(days) if n % 7 in (1, 2, 4, 6))
        connection.executemany(_RUN, (_run(n, first + timedelta(days=n)) for n in runs))
    with closing(sqlite3.connect(paths.store)) as connection:
        (count,) = connection.execute("SELECT count(DISTINCT set_id) FROM sets").fetchone()
    return int(count)


def _text(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _session(n: int, at: datetime) -> tuple[object, ...]:
    ended = at + timedelta(minutes=30 + n % 20)
    return (_id("s", n), _text(at), at.date().isoformat(), _text(ended), 4 + n % 5)


def _sets(trained: list[tuple[int, datetime]], wanted: int) -> Iterator[tuple[object, ...]]:
    """The sets that are wanted in all, over the days with a session."""
    for place, (n, at) in enumerate(trained):
        count = wanted * (place + 1) // len(trained) - wanted * place // len(trained)
        for index in range(count):
            exercise_id, name, sides, held, loaded, lean = EXERCISES[index * len(EXERCISES) // count]
            grown = n // 60 % 12 + (n * 7 + index) % 3
            for side in sides:
                yield (
                    _id(f"t{index:02d}", n),
                    side,
                    _id("s", n),
                    index,
                    exercise_id,
                    name,
                    "hold" if held else "reps",
                    None if held else 8,
                    _text(at + timedelta(seconds=90 * index)),
                    None if held else 5 + grown - (side == "right" and n % 4 == 0),
                    20.0 + grown if held else None,
                    20_000 + 500 * grown if loaded else None,
                    "" if held else ("3-1-1-0", "2-0-2-1")[index % 2],
                    30 + 5 * (grown // 3) if lean else None,
                    6 + (n + index) % 4 if index % 3 else None,
                    n % 4 if index % 9 == 0 else None,
                    "hamstring" if index % 9 == 0 else "",
                )


def _checkin(n: int, at: datetime) -> tuple[object, ...]:
    return (_id("c", n), _text(at), at.date().isoformat(), n * 5 % 7, n * 3 % 4)


def _run(n: int, at: datetime) -> tuple[object, ...]:
    return (_id("r", n), _text(at), at.date().isoformat(), 6.0 + n % 12, 60.0 * (36 + n % 40))


def _entries(first: datetime, days: int) -> Iterator[tuple[object, ...]]:
    """Three planned workouts a week, the coming four weeks too."""
    return (
        (_id("e", n), (first + timedelta(days=n)).date().isoformat())
        for n in range(days)
        if n % 7 in (0, 2, 4)
    )


def _id(kind: str, n: int) -> str:
    """As long as the program's own ids, and in the order of time as they are."""
    return f"{n:08x}-0000-7000-8000-{kind:0>12}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--years", type=float, default=10)
    options = parser.parse_args()
    print(f"{fill(options.folder, options.years):,} sets")


if __name__ == "__main__":
    main()
