"""Out of a log, into an empty one, and out again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.services.stopped_clock import StoppedClock
from trainer.domain.transfer import ImportBatch
from trainer.exchange.profile import DATA, Records, spreadsheet
from trainer.paths import paths_for
from trainer.services.transfer import Transfer
from trainer.store import Store

CLOCK = StoppedClock()


@contextmanager
def opened(folder: Path, empty: Path | None) -> Iterator[Store]:
    """A new log; a copy of the folder `empty`, where there is one, which is quicker than to make it."""
    if empty is not None:
        shutil.copytree(empty, folder)
    store = Store.open(paths_for(folder), clock=CLOCK)
    try:
        yield store
    finally:
        store.close()


def assert_same_bytes(root: Path, log: Any, checkins: Any, runs: Any, empty: Path | None = None) -> None:
    """For the plain profile and the one for spreadsheets, by the whole road through the store."""
    batch = ImportBatch(
        "x",
        sessions=tuple(session for session, _ in log),
        sets=tuple(row for _, rows in log for row in rows),
        checkins=tuple(checkins),
        runs=tuple(runs),
    )
    with opened(root / "one", empty) as store:
        store.apply_import(batch)
        Transfer(store, CLOCK).export_all(root / "first", DATA)
        Transfer(store, CLOCK).export_all(root / "sheets", spreadsheet(","))
    for source in ("first", "sheets"):
        with opened(root / f"from-{source}", empty) as fresh:
            into = Transfer(fresh, CLOCK)
            for records in Records:
                preview = into.preview(root / source / f"{records}.csv")
                assert preview.refused == ()
                into.apply(preview)
            into.export_all(root / f"again-{source}", DATA)
        for records in Records:
            again, first = (root / folder / f"{records}.csv" for folder in (f"again-{source}", "first"))
            assert again.read_bytes() == first.read_bytes()
