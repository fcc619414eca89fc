"""Makes the filled database of the release that is checked out: `python tests/data/databases/make.py OUT`.

Run once for each release that changes the schema, before it changes; the files are kept for ever.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from tests.store.samples import (
    BEGIN,
    WORKOUT,
    HandClock,
    checkin,
    full_set,
    logged,
    own_exercise,
    run,
    session,
)
from trainer.domain.exercise import Side
from trainer.domain.session import SetStatus
from trainer.domain.transfer import ImportBatch
from trainer.paths import paths_for
from trainer.store import Store
from trainer.store.tables import calendar_entries, plan_sessions, plans


def fill(store: Store) -> None:
    """Something in every table."""
    store.save_session(session("s1", ended_at=BEGIN + timedelta(hours=1), session_rpe=6.5))
    store.save_sets([logged("a"), full_set("b", side=Side.LEFT), full_set("b", side=Side.RIGHT)])
    store.save_session(session("s2", at=BEGIN + timedelta(days=2)))
    store.save_set(logged("c", "s2", status=SetStatus.RUNNING, completed_at=None, reps=3))
    store.save_checkin(checkin())
    store.save_run(run())
    store.save_exercise(own_exercise())
    store.save_workout(replace(WORKOUT, id="own", own=True))
    store.save_name("Nordics", "H01")
    store.set_favourite("H01", on=True)
    imported = (session("i1", prescribed=None, at=BEGIN - timedelta(days=300)),)
    store.apply_import(ImportBatch("strong.csv", sessions=imported, sets=(logged("i", "i1"),)))
    with store._db.write("Start plan") as write:
        write.put(plans, {"id": "p", "name": "Nordics", "started_on": "2026-03-02"})
        write.put(plan_sessions, {"id": "ps", "plan_id": "p", "week": 1, "position": 0})
        write.put(
            calendar_entries, {"id": "e", "day": "2026-03-03", "kind": "workout", "plan_session_id": "ps"}
        )
    store.delete_session("i1", undo="Delete session")


def make(out: Path) -> None:
    numbers = count(1)
    with tempfile.TemporaryDirectory() as folder:
        paths = paths_for(Path(folder))
        store = Store.open(paths, clock=HandClock(), new_id=lambda: f"id-{next(numbers)}")
        with closing(store):
            fill(store)
            store.back_up(paths.backups, "sample").replace(out)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
