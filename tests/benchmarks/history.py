"""The history page against the length of the log: first paint, panning, memory, start-up.

    python -m tests.benchmarks.history [--years 1 10 100] [--runs 5] [--start-runs 7] [--keep FOLDER]

A store of each length is made (`tests/benchmarks/years.py`; `--keep` leaves them for the next time), then
each figure is of fresh processes. A chart's first paint is from asking for it, its reading on the worker
included, to its pixels being there, with the range that is on at first: one year. "All" is the same after
choosing the whole log. A frame of panning is a step of a fiftieth of the range, painted, with the calendar
that goes along; the median of forty, in the thread's own time. "CPU" is what the process had of the
processor: on a machine that others use it says more than the wall clock.
Start-up is `pages_ready` of the whole window, as in `tests/benchmarks/start.py`, in turns with an empty log.
The goals: 150 ms at 10 years, 500 at 100, 16 a frame, and 10 % more start-up at 10 years.
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
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.start import OURS, run_program
from tests.benchmarks.years import fill
from trainer.catalog import load_catalog
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.history import History
from trainer.services.library import Library
from trainer.store import Store
from trainer.ui.application import make_application
from trainer.ui.background import Background
from trainer.ui.charts.chart import Chart
from trainer.ui.theme import apply_theme, load_theme

FRAMES = 40
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


class Bench(QObject):
    """One page on one store, and what is waited for."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__()
        # The charts' one-time import, which is paid before and told apart.
        began = time.perf_counter()
        from trainer.ui.history.page import HistoryPage

        self.found: dict[str, float] = {"import": (time.perf_counter() - began) * 1000}
        self._app, self._idle, self._painted = app, False, False
        self._there: Callable[[], bool] = self._was_painted
        self.background = Background()
        self.store = Store.open(paths_for(folder), clock=SystemClock())
        theme = load_theme("light")
        apply_theme(app, theme)
        library = Library(load_catalog(), self.store)
        library.exercises()
        self._begin()
        history = History(self.store, SystemClock(), library.exercises)
        self.page = HistoryPage(history, self.background, theme, _kilograms)
        self.page.resize(1280, 1600)  # all of it is in view
        self.page.show()

    def run(self) -> dict[str, float]:
        page = self.page
        self.found["page made"] = self._passed()
        self._begin()
        page.on_shown()
        self.painted("figures and calendar", page.days.chart, page.days.isVisible)
        self.painted("stronger, after these", page.trend.chart, self._trend_there)
        self.rest()
        for question, chart in self._questions():
            if question != "stronger":
                self._begin()
                page.questions.buttons[question].click()
                there = self._sides_there if question == "sides" else chart.isVisible
                self.painted(question, chart, there)
                self.rest()
        self.found["memory"] = self._resident()
        self._begin()
        page.range_bar.ranges.button("all").click()
        self.painted("all of it, calendar", page.days.chart, self._complete)
        self.rest()
        self.found["memory, all of it"] = self._resident()
        self.pan_each("pan 1 year, ", "1y")
        self.pan_each("pan half of all, ", "all")
        self.background.close()
        self.store.close()
        return self.found

    def pan_each(self, prefix: str, name: str) -> None:
        axis = self.page.axis
        for question, chart in (("calendar", self.page.days.chart), *self._questions()[:-1]):
            if question in self.page.questions.buttons:
                self.page.questions.buttons[question].click()
                self.rest()
            axis.set_range(name)
            if name == "all":
                axis.zoom(0.5, axis.end)
            frames = []
            for step in range(FRAMES):
                before = time.thread_time()
                axis.pan((-1 if step % 8 < 4 else 1) * axis.days / 50)
                self._app.sendPostedEvents()
                chart.grab()
                frames.append((time.thread_time() - before) * 1000)
            self.found[f"{prefix}{question}"] = statistics.median(frames)

    def painted(self, name: str, chart: Chart, there: Callable[[], bool]) -> None:
        """Waits until a chart was painted with what is asked for."""
        self._there, self._painted = there, False
        chart.installEventFilter(self)
        chart.update()
        self.wait(self._was_painted)
        self.found[name] = self._passed()
        self.found[f"{name}, CPU"] = (time.process_time() - self._began_cpu) * 1000
        chart.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._there():
            self._painted = True
        return False

    def wait(self, reached: Callable[[], bool]) -> None:
        loop, watch = QEventLoop(), QTimer()

        def look() -> None:
            if reached():
                loop.quit()

        watch.setInterval(1)
        watch.timeout.connect(look)
        watch.start()
        loop.exec()
        watch.stop()

    def rest(self) -> None:
        """Until the worker has nothing more to do, nor anything that follows from it."""
        for _ in range(4):
            self._idle = False
            self.background.submit(_nothing, self._on_rested, self._on_rested)
            self.wait(self._rested)

    def _questions(self) -> tuple[tuple[str, Chart], ...]:
        page = self.page
        cards = {"stronger": page.trend, "sides": page.sides, "load": page.load, "next": page.next}
        return tuple((question, card.chart) for question, card in cards.items())

    def _begin(self) -> None:
        self._began, self._began_cpu = time.perf_counter(), time.process_time()

    def _passed(self) -> float:
        return (time.perf_counter() - self._began) * 1000

    def _was_painted(self) -> bool:
        return self._painted

    def _rested(self) -> bool:
        return self._idle

    def _trend_there(self) -> bool:
        return bool(self.page.trend.points)

    def _sides_there(self) -> bool:
        return bool(self.page.sides.pairs)

    def _complete(self) -> bool:
        overview = self.page.overview
        return overview is not None and overview.complete

    def _on_rested(self, _nothing: object) -> None:
        self._idle = True

    def _resident(self) -> float:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_KB / 1024


def _nothing() -> None:
    return None


def _kilograms() -> str:
    return "kg"


def _figures(folder: Path, runs: int) -> dict[str, float]:
    """Medians of fresh processes."""
    command = [sys.executable, "-m", "tests.benchmarks.history", "--one", str(folder)]
    found: list[dict[str, float]] = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def _starts(folders: dict[float, Path], runs: int) -> dict[float, list[float]]:
    """Seconds to `pages_ready`, in turns; the first round compiles and is left out."""
    program = OURS.format(signal="pages_ready", then="pass")
    taken: dict[float, list[float]] = {years: [] for years in folders}
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(runs + 1):
            for years, folder in folders.items():
                taken_s = run_program(program, scratch, folder)[0]
                if number:
                    taken[years].append(taken_s * 1000)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, nargs="*", default=[1, 10, 100])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--start-runs", type=int, default=7)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--one", type=Path, help="measure a store in this process")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.one:
        print(json.dumps(Bench(make_application(), options.one).run()), flush=True)
        os._exit(0)
    with tempfile.TemporaryDirectory() as scratch:
        root = options.keep or Path(scratch)
        folders = {years: root / f"y{years:g}" for years in (0, *options.years)}
        for years, folder in folders.items():
            if not paths_for(folder).store.exists():
                print(f"{years:g} years: {fill(folder, years):,} sets", flush=True)
        table = {years: _figures(folders[years], options.runs) for years in options.years}
        print(f"{'ms; memory in MiB':28}" + "".join(f"{years:>9g} y" for years in options.years))
        for name in next(iter(table.values())):
            print(f"{name:28}" + "".join(f"{table[years][name]:11.1f}" for years in options.years))
        for years, taken in _starts(folders, options.start_runs).items():
            spread = f"{min(taken):.0f}–{max(taken):.0f}"
            print(f"start with {years:g} years: median {statistics.median(taken):.0f} ms ({spread})")


if __name__ == "__main__":
    main()
