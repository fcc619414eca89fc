"""What a running session costs the machine: processor time and memory. Prints, judges nothing.

    python -m tests.benchmarks.session [--seconds 10] [--screen offscreen|xvfb] [--size 1920x1080] [--busy 4]

The program itself, in a process of its own with its real clock, log and sound player (on a device that
swallows everything), starts the workout that a new user is offered. Each figure is processor time over wall
time, of the window's process and of the sound player's, as shares of one core. Memory is the proportional set
size, so that what both processes share with others is counted once. Beside it an empty Qt window. Without a
window manager, as on Xvfb, nothing is really minimised. With `--busy`, so many processes do nothing but
count beside it; the longest time between two ticks of the session, and its pauses, tell what that does to it.
Goals: 30 % of a core while the figure moves, 3 % when hidden.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from trainer.app import build_window
from trainer.audio.client import AudioClient
from trainer.engine.timeline import StepKind
from trainer.ui.application import make_application
from trainer.ui.main_window import MainWindow
from trainer.ui.session.page import SessionPage
from trainer.ui.today.page import TodayPage

ROOT = Path(__file__).resolve().parents[2]
TICKS_A_S = os.sysconf("SC_CLK_TCK")
NULL_PLAYER = (sys.executable, "-m", "trainer.audio.player", "--backend", "null")
SETTLE_S = 1.5


def pss_kb(pid: int | str = "self") -> int:
    """The proportional set size of a process."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def cpu_s(pid: int) -> float:
    """The processor time that another process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_S


def live(seconds: float) -> None:
    """Lets the program run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Watched:
    """A program with a session on it, and the sound player it started."""

    def __init__(self, window: MainWindow, sounds: list[AudioClient], seconds: float) -> None:
        self._window, self._sounds, self._seconds = window, sounds, seconds
        today = window.page("today")
        assert isinstance(today, TodayPage)
        today.workout_card.start_button.click()
        (self._page,) = window.findChildren(SessionPage)
        self._ticked_s = time.perf_counter()
        self._longest_s, self._pauses = 0.0, 0
        self._page.driver.ticked.connect(self._on_driver_ticked)
        self._page.driver.paused.connect(self._on_driver_paused)
        live(SETTLE_S)

    def skip_to(self, kind: StepKind) -> None:
        while self._page.driver.view().step.kind is not kind:
            self._page.driver.skip()

    def tell(self, what: str) -> None:
        live(SETTLE_S)
        sound_pid = self._sounds[0].pid or 0
        self._longest_s, self._pauses = 0.0, 0
        wall, own, sound = time.perf_counter(), time.process_time(), cpu_s(sound_pid)
        live(self._seconds)
        lasted = time.perf_counter() - wall
        share, sound_share = (time.process_time() - own) / lasted, (cpu_s(sound_pid) - sound) / lasted
        step = self._page.driver.view().step
        about = f"{step.kind.value}; a tick took {self._longest_s * 1000:.0f} ms at most"
        about += f", {self._pauses} pauses" if self._pauses else ""
        print(f"{what:34} window {share:6.1%}   sound player {sound_share:5.1%}   ({about})", flush=True)

    def _on_driver_ticked(self, _view: object) -> None:
        now = time.perf_counter()
        self._longest_s = max(self._longest_s, now - self._ticked_s)
        self._ticked_s = now

    def _on_driver_paused(self, _slept_s: float) -> None:
        self._pauses += 1

    def tell_memory(self) -> None:
        window_kb, sound_kb = pss_kb(), pss_kb(self._sounds[0].pid or 0)
        print(f"{'memory, window in a session':34} {window_kb / 1024:6.0f} MiB")
        print(f"{'memory, sound player':34} {sound_kb / 1024:6.0f} MiB")
        print(f"{'memory, both':34} {(window_kb + sound_kb) / 1024:6.0f} MiB", flush=True)

    def walk(self) -> None:
        """Through the states that a session spends its time in."""
        self.tell("getting ready, figure in preview")
        self.skip_to(StepKind.WORK)
        self.tell("work, figure in the called tempo")
        self.tell_memory()
        for hide, what in ((self._window.hide, "hidden"), (self._window.showMinimized, "minimised")):
            self._page.driver.back()
            hide()
            self.tell(f"work, {what}")
            self._window.showFullScreen()
        self._page.driver.press()
        self.tell("work, paused")
        live(0.5)
        self._page.driver.press()
        self.skip_to(StepKind.REST)
        self.tell("rest, next figure beside the log")


def run_session(seconds: float, size: QSize) -> int:
    """The program in this process, measured from within."""
    app = make_application()
    sounds: list[AudioClient] = []

    def make_sound() -> AudioClient:
        sounds.append(AudioClient(NULL_PLAYER))
        return sounds[-1]

    with tempfile.TemporaryDirectory() as folder:
        window = build_window(Path(folder), make_sound=make_sound)
        window.resize(size)
        loop = QEventLoop()
        window.pages_ready.connect(loop.quit)
        window.show()
        loop.exec()
        Watched(window, sounds, seconds).walk()
        window.close()
        window.deleteLater()
        live(0.1)
    del app
    return 0


def run_empty(seconds: float, size: QSize) -> int:
    """A window of Qt's with nothing in it."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(size)
    window.show()
    live(SETTLE_S)
    wall, own = time.perf_counter(), time.process_time()
    live(seconds)
    share = (time.process_time() - own) / (time.perf_counter() - wall)
    print(f"{'an empty window':34} window {share:6.1%}")
    print(f"{'memory, an empty window':34} {pss_kb() / 1024:6.0f} MiB", flush=True)
    window.close()
    del app
    return 0


WITHIN: dict[str, Callable[[float, QSize], int]] = {"session": run_session, "empty": run_empty}


@contextmanager
def screen(kind: str, size: str) -> Iterator[dict[str, str]]:
    """The environment of a program that shows itself there."""
    if kind == "offscreen":
        yield os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = told.readline().strip()
    try:
        yield os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
    finally:
        server.terminate()
        server.wait()


@contextmanager
def busy(number: int) -> Iterator[None]:
    """So many processes that count."""
    counting = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for process in counting:
            process.kill()
            process.wait()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each state is watched")
    parser.add_argument("--screen", choices=("offscreen", "xvfb"), default="xvfb")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--busy", type=int, default=0, help="processes that count beside it")
    parser.add_argument("--within", choices=tuple(WITHIN), help=argparse.SUPPRESS)
    options = parser.parse_args()
    width, height = (int(side) for side in options.size.split("x"))
    if options.within:
        return WITHIN[options.within](options.seconds, QSize(width, height))
    beside = f", {options.busy} busy processes beside it" if options.busy else ""
    print(f"{options.size} on {options.screen}, each for {options.seconds:g} s{beside}", flush=True)
    with screen(options.screen, options.size) as environment, busy(options.busy):
        for kind in WITHIN:
            command = [sys.executable, "-m", "tests.benchmarks.session", "--within", kind]
            command += ["--seconds", str(options.seconds), "--size", options.size]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
