"""Cold start: `python -m tests.benchmarks.start [--runs 10]` prints medians and ratios, judges nothing.

Each number is a whole process, from before its start to the moment named; the kinds take turns, so that a
busy machine troubles all of them alike. Files are warm: one round of each is run first and not counted. That
round also compiles the modules into a folder of the run's own, for every kind alike, as a program that was
started before finds them, even where the shell forbids Python to keep them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = """
import os, sys
{extra}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, reached)
def reached():
    {then}
    os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import os, sys
from pathlib import Path
from trainer.app import build_window
from trainer.ui.application import make_application
def reached():
    {then}
    os._exit(0)
app = make_application()
window = build_window(Path(sys.argv[1]))
window.{signal}.connect(reached)
window.show()
app.exec()
"""
RESIDENT = "print(open('/proc/self/statm').read().split()[1], flush=True)"
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024
KINDS = ("empty window", "empty window + sqlalchemy.orm", "first paint", "Today filled")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        programs = dict(zip(KINDS, _programs(), strict=True))
        times: dict[str, list[float]] = {kind: [] for kind in KINDS}
        for number in range(runs + 1):
            for kind, program in programs.items():
                taken_s = run_program(program, folder)[0]
                if number:
                    times[kind].append(taken_s)
        _print_times(times)
        _print_memory(folder)
    return 0


def _programs() -> tuple[str, str, str, str]:
    return (
        EMPTY.format(extra="", then="pass"),
        EMPTY.format(extra="", then="import sqlalchemy.orm"),
        OURS.format(signal="first_painted", then="pass"),
        OURS.format(signal="pages_ready", then="pass"),
    )


def run_program(program: str, folder: str, data: Path | None = None) -> tuple[float, str]:
    """Seconds from before the process to its end, and what it printed; `folder` keeps what is compiled."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, str(data or f"{folder}/data")],
        env=environment,
        cwd=Path(__file__).resolve().parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    return time.perf_counter() - began, done.stdout


def _print_times(times: dict[str, list[float]]) -> None:
    medians = {kind: statistics.median(taken) for kind, taken in times.items()}
    for kind, median_s in medians.items():
        spread = f"{min(times[kind]) * 1000:.0f}–{max(times[kind]) * 1000:.0f}"
        print(f"{kind:32} {median_s * 1000:6.0f} ms  ({spread})")
    print(
        f"first paint / empty window:                {medians[KINDS[2]] / medians[KINDS[0]]:.2f}  (aim 1.5)"
    )
    print(
        f"Today filled / empty window + sqlalchemy:  {medians[KINDS[3]] / medians[KINDS[1]]:.2f}  (aim 1.3)"
    )


def _print_memory(folder: str) -> None:
    empty_kb = PAGE_KB * int(run_program(EMPTY.format(extra="", then=RESIDENT), folder)[1])
    ours_kb = PAGE_KB * int(run_program(OURS.format(signal="pages_ready", then=RESIDENT), folder)[1])
    print(
        f"memory: {ours_kb / 1024:.0f} MiB, empty window {empty_kb / 1024:.0f} MiB, {ours_kb / empty_kb:.2f}×"
    )


if __name__ == "__main__":
    sys.exit(main())
