"""Export, import into an empty log, export: the same bytes, for histories as wild as the domain allows.

    python -m tests.fuzz.round_trip [HISTORIES] [--seed N]

Each goes through the store twice, as plain CSV and as the one for spreadsheets. hypothesis makes them, and
shrinks the first that differs; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.exchange import wild
from tests.services.round_trips import CLOCK, assert_same_bytes
from trainer.paths import paths_for
from trainer.store import Store


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("histories", type=int, nargs="?", default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    counts = {"histories": 0, "rows": 0}
    with tempfile.TemporaryDirectory(prefix="stride-round-trip-") as name:
        empty = Path(name) / "empty"
        Store.open(paths_for(empty), clock=CLOCK).close()

        @seed(options.seed)
        @settings(
            max_examples=options.histories,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(wild.logs(), wild.checkins, wild.runs)
        def goes_round(log: Any, checkins: Any, runs: Any) -> None:
            with tempfile.TemporaryDirectory(dir=name) as folder:
                assert_same_bytes(Path(folder), log, checkins, runs, empty)
            counts["histories"] += 1
            counts["rows"] += sum(max(1, len(rows)) for _, rows in log) + len(checkins) + len(runs)

        began_s = time.perf_counter()
        goes_round()
    taken_s = time.perf_counter() - began_s
    print(
        f"{counts['histories']:,} histories, {counts['rows']:,} rows, the same bytes each, in {taken_s:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
