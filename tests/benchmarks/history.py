"""The history page on 100,000 sets: first paint, and all of it.

    python -m tests.benchmarks.history [--sets 100000] [--runs 7]

First paint is from showing the page to its figures, days and weeks being painted; the goal is 300 ms.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.export import fill
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.history import History
from trainer.store import Store
from trainer.ui.background import Background
from trainer.ui.history.page import HistoryPage
from trainer.ui.theme import apply_theme, load_fonts, load_theme


def first_paint_and_whole_ms(store: Store) -> tuple[float, float]:
    background = Background()
    loop = QEventLoop()
    began = time.perf_counter()
    page = HistoryPage(History(store, SystemClock()), background, load_theme("light"))
    page.resize(1200, 900)
    page.show()
    page.on_shown()
    painted: list[float] = []

    def on_shown() -> None:
        page.grab()
        painted.append(time.perf_counter() - began)
        watch.start()

    def on_watch_timeout() -> None:
        if page.sessions.table.rowCount() and page.trend.note.text():
            loop.quit()

    page.shown.connect(on_shown)
    watch = QTimer()
    watch.setInterval(5)
    watch.timeout.connect(on_watch_timeout)
    loop.exec()
    page.grab()
    whole = time.perf_counter() - began
    background.close()
    page.deleteLater()
    return painted[0] * 1000, whole * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    load_fonts()
    apply_theme(app, load_theme("light"))
    with TemporaryDirectory() as folder:
        fill(Path(folder), options.sets)
        store = Store.open(paths_for(Path(folder)), clock=SystemClock())
        runs = [first_paint_and_whole_ms(store) for _ in range(options.runs + 1)][1:]
        store.close()
    QTimer.singleShot(0, app.quit)
    app.exec()
    for name, values in zip(("first paint", "all of it"), zip(*runs, strict=True), strict=True):
        print(f"{name}: median {statistics.median(values):.0f} ms, most {max(values):.0f} ms")


if __name__ == "__main__":
    main()
