"""100,000 sets as CSV: `stride-trainer export` against the `sqlite3 -csv` shell, both as whole processes.

    python -m tests.benchmarks.export [--sets 100000] [--runs 7]

Prints the medians and their ratio; the goal is 3 at most."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.tempo import Tempo
from trainer.domain.transfer import ImportBatch
from trainer.domain.workout import SetTarget
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.store import Store

GOAL = 3.0
SETS_A_SESSION = 15
EXERCISES = (
    ("partial-range-nordic", "Partial-range Nordic", Side.BOTH, Kind.REPS),
    ("single-leg-rdl", "Single-leg RDL", Side.LEFT, Kind.REPS),
    ("single-leg-rdl", "Single-leg RDL", Side.RIGHT, Kind.REPS),
    ("eccentric-slider-bridge", "Eccentric slider bridge", Side.BOTH, Kind.REPS),
    ("long-lever-bridge-hold", "Long-lever bridge hold", Side.BOTH, Kind.HOLD),
)
# The same rows, columns and order, in the shell's own words.
QUERY = """
SELECT 1, s.id, s.started_at, s.time_zone, s.local_date, s.ended_at, s.workout, s.plan, s.session_rpe, s.note,
       t.set_id, t.set_index, t.exercise_id, t.exercise, t.side, t.kind, t.target_reps, t.reps,
       t.target_hold_s, t.hold_s, t.load_g / 1000.0, t.tempo, t.lean_deg, t.rpe, t.pain, t.rest_s,
       t.completed_at, t.status, t.note, t.target_load_g / 1000.0, t.target_rpe, t.pain_area,
       t.warm_up, t.group_name
FROM sessions s LEFT JOIN sets t ON t.session_id = s.id
ORDER BY s.started_at, s.id, t.set_index, CASE t.side WHEN 'left' THEN 0 WHEN 'right' THEN 1 ELSE 2 END
"""


def sessions(count: int, store_id: str) -> Iterator[SessionLog]:
    began = datetime(2016, 1, 1, 6, 30, tzinfo=UTC)
    for number in range(count):
        at = began + timedelta(hours=13 * number)
        yield SessionLog(
            id=f"{store_id}-7000-8000-{number:012d}",
            started_at=at,
            time_zone="Europe/Berlin",
            workout_id="hamstrings-for-runners",
            workout="Hamstrings for runners",
            ended_at=at + timedelta(minutes=23),
            session_rpe=6.5 if number % 3 else None,
            note="" if number % 5 else "After the long run, a little stiff",
        )


def sets_of(session: SessionLog, number: int) -> Iterator[SetLog]:
    for index in range(SETS_A_SESSION):
        exercise_id, name, side, kind = EXERCISES[index % len(EXERCISES)]
        hold = kind is Kind.HOLD
        yield SetLog(
            set_id=f"{session.id[:20]}{number:08d}{index:08d}",
            session_id=session.id,
            set_index=index,
            exercise_id=exercise_id,
            exercise=name,
            side=side,
            target=SetTarget(
                kind,
                reps=None if hold else 8,
                hold_s=30.0 if hold else None,
                tempo=None if hold else Tempo(3, 1, 1, 0),
                load_kg=None if hold else 20.0,
            ),
            rest_s=90.0,
            status=SetStatus.DONE if index % 7 else SetStatus.PARTIAL,
            completed_at=session.started_at + timedelta(minutes=1 + index),
            reps=None if hold else 8,
            hold_s=30.5 if hold else None,
            load_kg=None if hold else 17.5 + (number % 20) / 4,
            tempo="" if hold else "3-1-1-0",
            lean_deg=45 if index % 5 == 0 else None,
            rpe=7.5 if index % 2 else None,
            pain=1 if index % 11 == 0 else None,
            note="" if index % 13 else 'felt "heavy", but even',
        )


def fill(folder: Path, sets: int) -> None:
    """A log of that many sets, fifteen a session, as twelve years of training leave it."""
    store = Store.open(paths_for(folder), clock=SystemClock())
    everything = list(sessions(sets // SETS_A_SESSION + 1, "01890000"))
    for start in range(0, len(everything), 500):
        some = everything[start : start + 500]
        rows = (row for number, session in enumerate(some, start) for row in sets_of(session, number))
        store.apply_import(ImportBatch("benchmark", sessions=tuple(some), sets=tuple(rows)))
    store.close()


@dataclass(frozen=True, slots=True)
class Taken:
    """What whole processes took: seconds on the wall, and of the processor."""

    wall_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)

    def run(self, command: Sequence[str], out: Path) -> None:
        before, began_s = os.times(), time.perf_counter()
        with out.open("wb") as file:
            subprocess.run(command, check=True, stdout=file)
        after = os.times()
        self.wall_s.append(time.perf_counter() - began_s)
        spent = after.children_user + after.children_system - before.children_user - before.children_system
        self.cpu_s.append(spent)

    def medians(self) -> tuple[float, float]:
        """Without the first, which warmed the file cache."""
        return statistics.median(self.wall_s[1:]), statistics.median(self.cpu_s[1:])


def measure(folder: Path, runs: int) -> None:
    """Takes turns, so that whatever else the machine does weighs on both."""
    shell = shutil.which("sqlite3")
    if shell is None:
        sys.exit("The sqlite3 shell is missing; install it to compare.")
    ours, theirs, said = folder / "ours.csv", folder / "theirs.csv", folder / "said.txt"
    program = [sys.executable, "-m", "trainer", "--data-dir", str(folder)]
    export, plain, start = Taken(), Taken(), Taken()
    for _ in range(runs + 1):
        export.run([*program, "export", str(ours)], said)
        plain.run([shell, "-csv", "-header", str(paths_for(folder).store), QUERY], theirs)
        start.run([*program, "--version"], said)
    rows = ours.read_bytes().count(b"\n") - 1
    if rows != theirs.read_bytes().count(b"\n") - 1:
        sys.exit("The two did not write the same rows.")
    print(f"{rows:,} rows, {ours.stat().st_size / 1e6:.1f} MB, medians of {runs} runs each  wall s   cpu s")
    for name, taken in (("stride-trainer export", export), ("sqlite3 -csv", plain), ("--version", start)):
        wall_s, cpu_s = taken.medians()
        print(f"{name:55} {wall_s:7.3f} {cpu_s:7.3f}")
    ratios = [ours_s / theirs_s for ours_s, theirs_s in zip(export.medians(), plain.medians(), strict=True)]
    print(f"{f'ratio (goal: {GOAL:g} at most)':55} {ratios[0]:7.2f} {ratios[1]:7.2f}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=int, default=100_000)
    asked.add_argument("--runs", type=int, default=7)
    options = asked.parse_args()
    os.environ.setdefault("PYTHONPATH", os.getcwd())  # noqa: PTH109 - an environment holds text
    with TemporaryDirectory(prefix="stride-benchmark-") as folder:
        fill(Path(folder), options.sets)
        measure(Path(folder), options.runs)


if __name__ == "__main__":
    main()
