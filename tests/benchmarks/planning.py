"""Plans and the calendar against ten years of log: what Today and the Plans page ask for.

    python -m tests.benchmarks.planning [--years 10] [--runs 15] [--keep FOLDER]

Two plans under way and a hard run a week beside what `tests/benchmarks/years.py` puts in; in milliseconds,
the first time and the median of the others.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.benchmarks.years import fill
from trainer.catalog import load_catalog
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.library import Library
from trainer.services.planning import Planning
from trainer.store import Store, new_id


def measured(name: str, act: Callable[[], object], runs: int) -> None:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    print(f"{name:12} first {times[0]:6.1f}   then {statistics.median(times[1:] or times):6.1f} ms")


def put_plans(planning: Planning) -> None:
    """Two plans, and a hard run a week."""
    today = planning.today()
    for plan_id, weekdays in (("nordic-10-weeks", (1, 3, 5)), ("copenhagen-8-weeks", (1, 3, 5, 6))):
        planning.start(planning.plan(plan_id), today, weekdays, "Start")
    for days in range(2, 60, 7):
        planning.add(CalendarEntry("", today + timedelta(days=days), EntryKind.HARD_RUN), "Add")


def measure(planning: Planning, runs: int) -> None:
    today = planning.today()
    planned = next(entry for entry in planning.entries(today, date.max) if entry.plan_id)
    first, last = today - timedelta(days=15), today + timedelta(days=27)
    asked: dict[str, Callable[[], object]] = {
        "due": planning.due,
        "week": lambda: planning.entries(today - timedelta(days=3), today + timedelta(days=3)),
        "month": lambda: planning.entries(first, last),
        "everything": lambda: planning.entries(date.min, date.max),
        "under way": planning.under_way,
        "reschedule": lambda: planning.reschedule("Reschedule"),
        "clashes": lambda: planning.clashes(today, last),
        "workout": lambda: planning.workout_of(planned),
        "file": planning.calendar_file,
    }
    for name, act in asked.items():
        measured(name, act, runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or Path(made)
        if not paths_for(folder).store.exists():
            fill(folder, options.years)
        clock = SystemClock()
        store = Store.open(paths_for(folder), clock=clock)
        planning = Planning(store, clock, Library(load_catalog(), store), new_id)
        if not planning.under_way():
            put_plans(planning)
        measure(planning, options.runs)
        store.close()


if __name__ == "__main__":
    main()
