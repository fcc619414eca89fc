"""A week's proposals on a long log: three workouts of three exercises each, with the log read once.

    python -m tests.benchmarks.coach [--years 10] [--times 50]

The goal is 50 ms. Beside the wall clock stands the processor's time, which other work does not lengthen.
"""

from __future__ import annotations

import argparse
import statistics
import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.years import fill
from trainer.catalog import load_catalog
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.session import local_date
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.coaching import Coach, CoachSettings
from trainer.services.library import Library
from trainer.store import Store, new_id

WORKOUTS = ("hamstrings-for-runners-easy", "hamstrings-for-runners", "hamstrings-for-runners-full")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--times", type=int, default=50)
    options = parser.parse_args()
    clock = SystemClock()
    with TemporaryDirectory(prefix="stride-", dir=Path.home()) as folder:
        print(f"{fill(Path(folder), options.years):,} sets")
        store = Store.open(paths_for(Path(folder)), clock=clock)
        library = Library(load_catalog(), store)
        coach = Coach(store, clock, library, CoachSettings, new_id)
        today = local_date(clock.utc_now(), clock.time_zone())
        week = [
            (CalendarEntry(one, today + timedelta(days=2 * at), EntryKind.WORKOUT), library.workout(one))
            for at, one in enumerate(WORKOUTS)
        ]
        wall, processor = [], []
        for _ in range(options.times):
            began, worked = time.perf_counter(), time.process_time()
            coach.propose_week(today, week)
            wall.append((time.perf_counter() - began) * 1000)
            processor.append((time.process_time() - worked) * 1000)
        store.close()
    for name, times in (("wall", wall), ("processor", processor)):
        first, later = times[0], times[1:]
        later_ms = f"median {statistics.median(later):.1f} ms, most {max(later):.1f} ms"
        print(f"{name}: first {first:.1f} ms, {later_ms}")


if __name__ == "__main__":
    main()
