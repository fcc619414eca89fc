"""How smoothly the library's cards scroll, and how long a keystroke takes until the cards are painted.

Run: python -m tests.benchmarks.library [--size 1280x800] [NUMBER …]   (66 and 1000 exercises by default)
The real page on Qt's offscreen platform: everything is painted, nothing waits for a screen. No pass or fail.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.search import keystrokes, made_up
from trainer.catalog import load_catalog
from trainer.services.library import Library
from trainer.settings import Settings
from trainer.ui.application import make_application
from trainer.ui.library.page import LibraryPage
from trainer.ui.theme import load_theme

STEP_PX = 24
SMOOTH_MS = 20.0
PLAYED_MS = 3000


class Scrolling(QObject):
    """Moves the cards by STEP_PX after each painted frame, to the end; notes how long each frame took."""

    def __init__(self, page: LibraryPage) -> None:
        super().__init__()
        self._page = page
        self._bar = page.overview.cards.verticalScrollBar()
        self._clock = QElapsedTimer()
        self._next_0_ms = QTimer(self, interval=0)
        self._next_0_ms.timeout.connect(self._on_next)
        self._painted = True
        self.frames_ms: list[float] = []
        page.overview.cards.viewport().installEventFilter(self)

    def run(self) -> list[float]:
        """From the top to the end, once."""
        self.frames_ms = []
        self._bar.setValue(0)
        QTest.qWait(300)
        self._painted = True
        self._clock.start()
        self._next_0_ms.start()
        while self._next_0_ms.isActive():
            QTest.qWait(1)
        return self.frames_ms

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted = True
        return False

    def _on_next(self) -> None:
        if not self._painted:
            return
        self.frames_ms.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()
        if self._bar.value() >= self._bar.maximum():
            self._next_0_ms.stop()
            return
        self._painted = False
        self._bar.setValue(self._bar.value() + STEP_PX)


def typing_ms(page: LibraryPage, number: int) -> list[float]:
    """From each key to the cards painted."""
    names = [page.overview.model.exercise_at(row).name for row in range(page.overview.model.rowCount())]
    chance = random.Random(21)
    took = []
    for text in keystrokes(chance.sample(names, min(number, len(names))), chance):
        start = time.perf_counter()
        page.overview.search.setText(text)
        page.overview.cards.viewport().repaint()
        took.append(1000 * (time.perf_counter() - start))
    page.overview.search.clear()
    return took


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def playing(page: LibraryPage) -> str:
    """The one card that moves: its frames a second, and the share of a core that all of it takes."""
    cards = page.overview.cards
    page.activateWindow()
    cards.setFocus()
    cards.choose(1)
    while not cards.live.moving:
        QTest.qWait(10)
    painted = Painted()
    cards.viewport().installEventFilter(painted)
    wall, used = time.perf_counter(), time.process_time()
    QTest.qWait(PLAYED_MS)
    wall, used = time.perf_counter() - wall, time.process_time() - used
    cards.viewport().removeEventFilter(painted)
    return f"one moving card: {painted.times / wall:.0f} frames a second, {100 * used / wall:.0f} % of a core"


def told(name: str, took_ms: list[float]) -> str:
    percentiles = statistics.quantiles(took_ms, n=100)
    median, p99, most = percentiles[49], percentiles[98], max(took_ms)
    slow = sum(ms > SMOOTH_MS for ms in took_ms)
    return (
        f"{name:34} {len(took_ms):5}   median {median:5.1f}   p99 {p99:5.1f}   most {most:5.1f}"
        f"   {1000 / statistics.fmean(took_ms):4.0f} /s   over {SMOOTH_MS:.0f} ms: {slow}"
    )


def measure(number: int, size: tuple[int, int], folder: Path) -> None:
    catalog = made_up(number, list(load_catalog().exercises.values()))
    library = Library(catalog)
    library.prepare_search()
    start = time.perf_counter()
    page = LibraryPage(library, Settings(folder / "settings.json"), load_theme("light"))
    page.resize(*size)
    page.show()
    QTest.qWaitForWindowExposed(page)
    page.overview.cards.viewport().repaint()
    shown_ms = 1000 * (time.perf_counter() - start)
    print(f"{number} exercises, {size[0]}×{size[1]}; page made and shown in {shown_ms:.0f} ms")
    scrolling = Scrolling(page)
    print(told("frames, pictures not drawn yet, ms", scrolling.run()))
    print(told("frames, again, ms", scrolling.run()))
    print(told("keystroke to painted cards, ms", typing_ms(page, 40)))
    print(playing(page))
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", type=int, nargs="*", default=[66, 1000])
    parser.add_argument("--size", default="1280x800")
    asked = parser.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        for number in asked.numbers:
            measure(number, (width, height), Path(folder))
    app.quit()


if __name__ == "__main__":
    main()
