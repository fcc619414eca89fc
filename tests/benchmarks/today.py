"""Today against the length of the log: until it is painted, and when it comes to the front again.

    python -m tests.benchmarks.today [--years 0 1 10] [--runs 5] [--keep FOLDER]

A store of each length is made (`tests/benchmarks/years.py`, with a published plan under way on top), then
each figure is of fresh processes, the median of them. *Opened* is, in the whole window, from the log's being
open to Today's being painted, what coach and plans read for the first time included; *again* is `on_shown`,
as after each session. "CPU" is what the process had of the processor meanwhile: on a machine that others use
it says more than the wall clock. Goal: 200 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.years import fill
from trainer.app import build_window, open_desk
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.settings import Settings
from trainer.ui.application import make_application
from trainer.ui.desk import Desk
from trainer.ui.main_window import MainWindow

KINDS = ("opened", "opened, CPU", "again", "again, CPU")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, nargs="*", default=[0, 1, 10])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_measured(options.one)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for years in options.years:
            place = (options.keep or Path(folder)) / f"{years:g}"
            if not place.exists():
                fill(place, years)
                _start_plan(place)
            runs = [_run(place) for _ in range(options.runs)]
            told = (f"{kind} {statistics.median(run[kind] for run in runs):6.1f} ms" for kind in KINDS)
            print(f"{years:g} years: " + "   ".join(told))
    return 0


def _start_plan(place: Path) -> None:
    desk = _desk(place)
    plan, today = desk.planning.plan("nordic-10-weeks"), desk.planning.today()
    desk.planning.start(plan, today, (1, 3, 5), "Start")
    desk.close()


def _desk(place: Path) -> Desk:
    paths = paths_for(place)
    return open_desk(paths, SystemClock(), settings=Settings(paths.settings))


def _run(place: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.today", "--one", str(place)],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _measured(place: Path) -> dict[str, float]:
    app = make_application()
    window = build_window(place)
    timed = _Timed(window)
    window.resize(1280, 800)
    window.show()
    app.exec()
    return timed.found


class _Timed:
    """Stands between the window and what tells it that the log is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._set_ready = window, window.set_ready
        self.found: dict[str, float] = {}
        window.set_ready = self  # type: ignore[method-assign]

    def __call__(self) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        self._set_ready()
        self._window.grab()
        self.found = dict(zip(KINDS, _passed(wall, cpu), strict=False))
        page = self._window.page("today")
        wall, cpu = time.perf_counter(), time.process_time()
        page.on_shown()  # type: ignore[union-attr]
        self.found |= dict(zip(KINDS[2:], _passed(wall, cpu), strict=True))
        QTimer.singleShot(0, QApplication.quit)


def _passed(wall: float, cpu: float) -> tuple[float, float]:
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


if __name__ == "__main__":
    sys.exit(main())
