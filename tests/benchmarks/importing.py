"""100,000 rows into an empty log: `stride-trainer import` as a whole process, beside two yardsticks.

    python -m tests.benchmarks.importing [--rows 100000] [--runs 3] [--format log|strong|hevy|fitnotes]

The yardsticks are Python's `csv` module reading the same file, and the `sqlite3` shell's `.import`. Prints
medians, ratios and peak memory; the goal is 15 s at most, and 150 MB more memory than for one row."""

from __future__ import annotations

import argparse
import gc
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from trainer.exchange.csv_log import COLUMNS
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.transfer import Transfer
from trainer.store import Store

GOAL_S = 15.0
GOAL_MB = 150
SETS_A_SESSION = 15
READ = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')): pass\n"
NAMES = ("Single Leg RDL", "Squat (Barbell)", "Nordic hamstring curl", "Plank", "Calf Raise (Machine)")


def moments(rows: int) -> Iterator[tuple[int, int, datetime]]:
    """Number of the session, place in it, and its start."""
    began = datetime(2000, 1, 1, 6, 30, tzinfo=UTC)
    for number in range(rows):
        session, place = divmod(number, SETS_A_SESSION)
        yield session, place, began + timedelta(hours=13 * session)


def log_lines(rows: int) -> Iterator[str]:
    yield ",".join(COLUMNS)
    for session, place, at in moments(rows):
        start = f"{at:%Y-%m-%dT%H:%M:%SZ}"
        cells = {
            "schema_version": "1",
            "session_id": f"01890000-7000-8000-{session:012d}",
            "started_at_utc": start,
            "time_zone": "Europe/Berlin",
            "workout": "Hamstrings for runners",
            "set_id": f"01890000-7000-{session:08d}{place:08d}",
            "set_index": str(place),
            "exercise_id": ("single-leg-rdl", "nordic-hamstring-curl", "front-squat")[place % 3],
            "exercise": ("Single-leg RDL", "Nordic hamstring curl", "Front squat")[place % 3],
            "side": "both",
            "kind": "reps",
            "target_reps": "8",
            "reps": "8",
            "load_kg": f"{20 + place / 2:g}",
            "tempo": "3-1-1-0",
            "rpe": "7.5",
            "rest_s": "90",
            "completed_at_utc": start,
            "status": "done",
            "warm_up": "0",
        }
        yield ",".join(cells.get(name, "") for name in COLUMNS)


def strong_lines(rows: int) -> Iterator[str]:
    yield (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,"
        "RPE"
    )
    for _, place, at in moments(rows):
        name = NAMES[place % len(NAMES)]
        yield f'{at:%Y-%m-%d %H:%M:%S},"Legs",52m,"{name}",{place + 1},{20 + place / 2},8.0,0,0.0,"","",8'


def hevy_lines(rows: int) -> Iterator[str]:
    yield (
        "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,"
        "weight_kg,reps,distance_km,duration_seconds,rpe"
    )
    for _, place, at in moments(rows):
        name, when = NAMES[place % len(NAMES)], f"{at.day} {at:%b %Y, %H:%M}"
        yield f'"Legs","{when}","{when}","","{name}",,"",{place},"normal",{20 + place / 2},8,,,8'


def fitnotes_lines(rows: int) -> Iterator[str]:
    yield "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
    for _, place, at in moments(rows):
        yield f"{at:%Y-%m-%d},{NAMES[place % len(NAMES)]},Legs,{20 + place / 2},kgs,8,,,,"


FORMATS: dict[str, Callable[[int], Iterator[str]]] = {
    "log": log_lines,
    "strong": strong_lines,
    "hevy": hevy_lines,
    "fitnotes": fitnotes_lines,
}


def write(path: Path, lines: Iterator[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def timed(command: Sequence[str]) -> float:
    began_s = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began_s


def peak_mb(command: Sequence[str]) -> float:
    """What the largest of the children so far had in memory; so smaller ones are measured first."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


@dataclass(slots=True)
class Beats:
    """The longest time that a work went on without telling how far it is: so long a Cancel waits at most."""

    last_s: float = field(default_factory=time.perf_counter)
    longest_s: float = 0.0
    count: int = 0

    def beat(self, _done: float) -> None:
        now_s = time.perf_counter()
        self.longest_s = max(self.longest_s, now_s - self.last_s)
        self.last_s, self.count = now_s, self.count + 1


def silences(folder: Path, file: Path) -> str:
    """Of reading, of looking names up, and of writing up to COMMIT, in this process.

    As in the window's worker, where no garbage is collected.
    """
    gc.disable()
    store = Store.open(paths_for(folder), clock=SystemClock())
    transfer = Transfer(store, SystemClock())
    reading = Beats()
    preview = transfer.preview(file, answers=replace(transfer.answers(), pulse=reading.beat))
    names = Beats()
    transfer.unknown(preview, names.beat)
    writing = Beats()
    transfer.apply(preview, pulse=writing.beat)
    store.close()
    told = zip(("reading", "names", "writing"), (reading, names, writing), strict=True)
    return ", ".join(f"{what} {beats.longest_s * 1000:.0f} ms of {beats.count} beats" for what, beats in told)


def program(data: Path, file: Path) -> list[str]:
    return [sys.executable, "-m", "trainer", "--data-dir", str(data), "import", str(file)]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--format", choices=tuple(FORMATS), default="log")
    options = asked.parse_args()
    os.environ.setdefault("PYTHONPATH", os.getcwd())  # noqa: PTH109 - an environment holds text
    shell = shutil.which("sqlite3")
    if shell is None:
        sys.exit("The sqlite3 shell is missing; install it to compare.")
    with TemporaryDirectory(prefix="stride-benchmark-") as name:
        folder = Path(name)
        large, small = folder / "large.csv", folder / "small.csv"
        write(large, FORMATS[options.format](options.rows))
        write(small, FORMATS[options.format](1))
        base = peak_mb(program(folder / "small", small))
        more = peak_mb(program(folder / "large", large)) - base
        ours, read, shells = [], [], []
        for run in range(options.runs):
            ours.append(timed(program(folder / f"data-{run}", large)))
            read.append(timed([sys.executable, "-c", READ, str(large)]))
            database = folder / f"shell-{run}.db"
            shells.append(timed([shell, "-csv", str(database), f".import {large} rows"]))
        print(f"longest silence, which is how long a Cancel may wait: {silences(folder / 'beats', large)}")
        size_mb = large.stat().st_size / 1e6
        print(f"{options.rows:,} rows of {options.format}, {size_mb:.1f} MB, medians of {options.runs}")
        taken = statistics.median(ours)
        print(f"stride-trainer import  {taken:7.2f} s (goal: {GOAL_S:g} at most)")
        for what, times in (("csv module reading", read), ("sqlite3 .import", shells)):
            print(
                f"{what:22} {statistics.median(times):7.2f} s, ratio {taken / statistics.median(times):.1f}"
            )
        print(
            f"peak memory {base:.0f} MB with one row, {more:.0f} MB more with all (goal: {GOAL_MB} at most)"
        )


if __name__ == "__main__":
    main()
