"""Chart libraries at 900 × 500: what import, first paint, a frame of panning and memory come to.

    python -m tests.benchmarks.charts [--python VENV/bin/python] [--runs 5] [hand pyqtgraph qtgraphs]

Each figure is of a fresh process. First paint is from making the chart with its points to its pixels being
there; a pan moves the range by a hundredth of it and paints again, the median of forty counts. Two lines
of points, left and right, as a trend has them. pyqtgraph and Qt Graphs (in the wheel PySide6_Addons) are no
dependencies: `--python` names an environment that has them. What cannot run there is said.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

SIZE = (900, 500)
FRAMES = 40
COUNTS = (1_000, 10_000, 100_000)
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024
Painted = tuple[Callable[[], object], Callable[[int], object]]
"""What paints once, and what moves by so many steps and paints."""


def walks(count: int) -> list[list[float]]:
    """Two lines that go up and down."""
    chance = random.Random(1)
    lines: list[list[float]] = []
    for _ in range(2):
        value, line = 50.0, []
        for _ in range(count // 2):
            value = max(1.0, value + chance.uniform(-1, 1))
            line.append(value)
        lines.append(line)
    return lines


def hand(count: int) -> Painted:
    from trainer.domain.exercise import Side
    from trainer.domain.stats import TrendPoint
    from trainer.ui.charts.time_axis import TimeAxis
    from trainer.ui.charts.trend_lines import TrendLines
    from trainer.ui.theme import load_theme

    first = date(1700, 1, 1)
    sides = zip(walks(count), (Side.LEFT, Side.RIGHT), strict=True)
    points = [
        TrendPoint("s", first + timedelta(days=n), side, value, record=False)
        for line, side in sides
        for n, value in enumerate(line)
    ]
    points.sort(key=_day)
    axis = TimeAxis()
    axis.set_limits(first, points[-1].day)
    axis.set_range("all")
    chart = TrendLines("Chart", load_theme("light"), axis)
    chart.resize(*SIZE)
    chart.show()

    def paint() -> object:
        chart.show_points(points, unit="Reps", label=str)
        return chart.grab()

    axis_days = axis.days

    def pan(step: int) -> object:
        if step == 0:
            axis.zoom(0.9, axis.end)
        axis.pan((-1 if step % 8 < 4 else 1) * axis_days / 100)
        return chart.grab()

    return paint, pan


def _day(point: object) -> object:
    return getattr(point, "day", None)


def pyqtgraph(count: int) -> Painted:
    import pyqtgraph as graphs

    graphs.setConfigOptions(antialias=True, background="w", foreground="k")
    lines = walks(count)
    made = []

    def paint() -> object:
        plot = graphs.PlotWidget(axisItems={"bottom": graphs.DateAxisItem()})
        plot.resize(*SIZE)
        plot.showGrid(y=True)
        for line, colour in zip(lines, ("#0B5D57", "#D55E00"), strict=True):
            pen = graphs.mkPen(colour, width=1.75)
            plot.plot([86_400.0 * n for n in range(len(line))], line, pen=pen)
        plot.plotItem.setDownsampling(auto=True, mode="peak")
        plot.plotItem.setClipToView(True)
        plot.show()
        made.append(plot)
        return plot.grab()

    def pan(step: int) -> object:
        plot = made[0]
        if step == 0:
            plot.setXRange(0, 86_400.0 * len(lines[0]) * 0.9, padding=0)
        by = (1 if step % 8 < 4 else -1) * 86_400.0 * len(lines[0]) / 100
        plot.getViewBox().translateBy(x=by)
        return plot.grab()

    return paint, pan


QML = """
import QtQuick
import QtGraphs
GraphsView {
    width: %d; height: %d
    axisX: ValueAxis { id: days; min: 0; max: %d }
    axisY: ValueAxis { min: 0; max: %d }
    function move(by) { days.min += by; days.max += by }
    LineSeries { objectName: "left"; color: "#0B5D57"; width: 1.75 }
    LineSeries { objectName: "right"; color: "#D55E00"; width: 1.75 }
}
"""


def qtgraphs(count: int) -> Painted:
    from PySide6.QtCore import Q_ARG, QMetaObject, QPointF, QUrl
    from PySide6.QtGraphs import QLineSeries
    from PySide6.QtQuickWidgets import QQuickWidget

    lines = walks(count)
    points = [[QPointF(n, value) for n, value in enumerate(line)] for line in lines]
    most = max(map(max, lines))
    folder = TemporaryDirectory()
    made = []

    def paint() -> object:
        view = QQuickWidget()
        view.resize(*SIZE)
        file = Path(folder.name) / "chart.qml"
        file.write_text(QML % (*SIZE, len(lines[0]), most), encoding="utf-8")
        view.setSource(QUrl.fromLocalFile(str(file)))
        root = view.rootObject()
        if root is None:
            raise RuntimeError("; ".join(error.toString() for error in view.errors()))
        for name, some in zip(("left", "right"), points, strict=True):
            series = next(one for one in root.findChildren(QLineSeries) if one.objectName() == name)
            series.replace(some)
        view.show()
        made.extend([view, root])
        return view.grabFramebuffer()

    def pan(step: int) -> object:
        view, root = made
        by = (1 if step % 8 < 4 else -1) * len(lines[0]) / 100
        QMetaObject.invokeMethod(root, "move", Q_ARG("QVariant", by))
        return view.grabFramebuffer()

    return paint, pan


KINDS: dict[str, Callable[[int], Painted]] = {"hand": hand, "pyqtgraph": pyqtgraph, "qtgraphs": qtgraphs}
IMPORTS = {
    "hand": "trainer.ui.charts.trend_lines",
    "pyqtgraph": "pyqtgraph",
    "qtgraphs": "PySide6.QtGraphs, PySide6.QtQuickWidgets",
}


def measure(kind: str, count: int) -> dict[str, float]:
    """In this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if kind == "qtgraphs":
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    began = time.perf_counter()
    for name in IMPORTS[kind].split(", "):
        __import__(name)
    imported = time.perf_counter()
    paint, pan = KINDS[kind](count)
    began_paint = time.perf_counter()
    paint()
    painted = time.perf_counter()
    frames = []
    for step in range(FRAMES):
        before = time.perf_counter()
        pan(step)
        frames.append(time.perf_counter() - before)
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_KB / 1024
    app.quit()
    return {
        "import": (imported - began) * 1000,
        "first paint": (painted - began_paint) * 1000,
        "pan": statistics.median(frames) * 1000,
        "memory": resident,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", nargs=2, metavar=("KIND", "COUNT"), help="measure in this process")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one[0], int(options.one[1]))), flush=True)
        os._exit(0)
    print("medians of fresh processes  import ms  first paint ms  pan ms  memory MiB")
    for kind in options.kinds:
        for count in COUNTS:
            print(f"{kind:10} {count:8,}", _medians(options.python, kind, count, options.runs), flush=True)


def _medians(python: str, kind: str, count: int, runs: int) -> str:
    command = [python, "-m", "tests.benchmarks.charts", "--one", kind, str(count)]
    found: list[dict[str, float]] = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip() or "failed").splitlines()[-1]
        found.append(json.loads(done.stdout.splitlines()[-1]))
    columns = ("import", "first paint", "pan", "memory")
    return "".join(f"{statistics.median(one[column] for one in found):14.1f}" for column in columns)


if __name__ == "__main__":
    main()
