"""A logged set, from the call to its COMMIT on disk, in a log of some size.

    python -m tests.benchmarks.commit [--before 20000] [--sets 2000]

The goal is a 99th percentile of 50 ms; beside it stands one bare append and fsync on the same disk.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.export import SETS_A_SESSION, fill, sessions, sets_of
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.store import Store


def timed_ms(calls: Iterator[Callable[[], object]]) -> list[float]:
    times = []
    for call in calls:
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def saves(store: Store, count: int) -> Iterator[Callable[[], object]]:
    for number, session in enumerate(sessions(count // SETS_A_SESSION + 1, "01990000")):
        store.save_session(session)
        for done in sets_of(session, number):
            yield partial(store.save_set, done)


def appends(path: Path, count: int) -> Iterator[Callable[[], object]]:
    with path.open("ab", buffering=0) as file:

        def append() -> None:
            file.write(b"\0" * 4096)
            os.fsync(file.fileno())

        for _ in range(count):
            yield append


def report(name: str, times: list[float]) -> float:
    p99 = times[int(len(times) * 0.99)]
    print(f"{name}: median {statistics.median(times):.2f} ms, p99 {p99:.2f} ms, most {times[-1]:.2f} ms")
    return p99


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=int, default=20_000)
    parser.add_argument("--sets", type=int, default=2_000)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="stride-", dir=Path.home()) as folder:
        fill(Path(folder), options.before)
        store = Store.open(paths_for(Path(folder)), clock=SystemClock())
        saved = report("a logged set", timed_ms(saves(store, options.sets)))
        store.close()
        bare = report("append and fsync", timed_ms(appends(Path(folder) / "bare", options.sets)))
    print(f"ratio of the p99s: {saved / bare:.2f}")


if __name__ == "__main__":
    main()
