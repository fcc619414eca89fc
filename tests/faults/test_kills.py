"""The process is killed while it logs: what it said was saved is there, and nothing is torn."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.load import faults_of
from tests.store.samples import HandClock
from trainer.paths import Paths, paths_for
from trainer.store import Store

ROOT = Path(__file__).parents[2]

LOGGING_KILLS = 500
INSIDE_AT_LEAST = 100
CREATION_KILLS = 60

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork are POSIX's"),
]


@dataclass
class Death:
    """The last thing the process said, and how many sets it had said to be saved."""

    last: str
    acknowledged: int


class Nursery:
    """The process that forks the ones to be killed."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._orders = self._process.stdin
        self._said = self._process.stdout.fileno()
        self._rest = b""

    def close(self) -> None:
        self._orders.close()
        assert self._process.wait(timeout=30) == 0
        assert self._process.stdout
        self._process.stdout.close()

    def kill_one(self, order: str, *, at_begin: int | None = None, after_s: float = 0.0) -> Death:
        """Has a process work and kills it at its n-th BEGIN, or some time after the first."""
        self._orders.write(f"{order}\n".encode())
        self._orders.flush()
        pid = int(self._next_line().removeprefix("pid "))
        try:
            self._until_due(at_begin, after_s)
        finally:
            os.kill(pid, signal.SIGKILL)
        last = self._last
        while not (line := self._next_line()).startswith("dead"):
            last = line
        assert line == "dead -9", "the process ended by itself"
        return Death(last[:1], self._acknowledged)

    def _until_due(self, at_begin: int | None, after_s: float) -> None:
        self._acknowledged = 0
        self._last = self._next_line()
        assert self._last == "B 0"
        begins = 1
        due = time.monotonic() + after_s
        while begins < at_begin if at_begin is not None else time.monotonic() < due:
            line = self._next_line(None if at_begin is not None else max(0.0, due - time.monotonic()))
            if not line:
                return
            self._last = line
            begins += line.startswith("B")

    def _next_line(self, timeout_s: float | None = 60.0) -> str:
        """The next line, or nothing when none came in time."""
        while b"\n" not in self._rest:
            if not select.select([self._said], [], [], timeout_s)[0]:
                return ""
            more = os.read(self._said, 65536)
            assert more, "the nursery is dead"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        text = line.decode()
        if text.startswith("A"):
            self._acknowledged += 1
        return text


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    opened = Nursery()
    yield opened
    opened.close()


def checked(paths: Paths, session_id: str, acknowledged: int) -> int:
    """Opens the store as the next start would; how many sets it holds of the session."""
    store = Store.open(paths, clock=HandClock())
    try:
        assert faults_of(store, session_id, acknowledged) == []
        return len(store.sets_of(session_id)) // 2
    finally:
        store.close()


def test_no_kill_loses_or_tears_a_logged_set(
    nursery: Nursery, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(20260301)
    counts: Counter[str] = Counter()
    paths = paths_for(tmp_path / "data")
    Store.open(paths, clock=HandClock()).close()
    for number in range(LOGGING_KILLS):
        if number % 100 == 99:
            shutil.rmtree(paths.data)  # small stores are quicker to check
            Store.open(paths, clock=HandClock()).close()
        order = f"log {paths.data} round-{number}"
        if number % 2:
            death = nursery.kill_one(order, at_begin=chance.randrange(1, 30))
        else:
            death = nursery.kill_one(order, after_s=chance.uniform(0, 0.03))
        kept = checked(paths, f"round-{number}", death.acknowledged)
        counts[death.last] += 1
        counts["acknowledged"] += death.acknowledged
        counts["kept beyond"] += kept - death.acknowledged
    with capsys.disabled():
        sys.stdout.write(f"\n{LOGGING_KILLS} kills: {dict(counts)} ")
    assert counts["A"] + counts["B"] + counts["C"] == LOGGING_KILLS
    assert counts["B"] >= INSIDE_AT_LEAST, f"too few died between BEGIN and COMMIT: {dict(counts)}"


def test_no_kill_while_the_store_is_made_leaves_one_that_cannot_be_opened(
    nursery: Nursery, tmp_path: Path
) -> None:
    chance = random.Random(7)
    unmade = 0
    for number in range(CREATION_KILLS):
        paths = paths_for(tmp_path / str(number))
        death = nursery.kill_one(f"make {paths.data}", after_s=chance.uniform(0, 0.06))
        store = Store.open(paths, clock=HandClock())
        assert store.integrity() == []
        assert len(store.sessions()) >= death.acknowledged
        unmade += not store.sessions()
        store.close()
        shutil.rmtree(paths.data)
    assert unmade > 0, "no kill came early enough to matter"
