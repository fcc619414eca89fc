"""The power goes while sets are logged: with the shipped settings nothing that was saved is lost or torn.

The writes and syncs of a real run are recorded, then replayed up to thousands of moments; what was not synced
by then arrives in part, in any order, or not at all. That the same replay breaks the store under weaker
settings shows that it can find something.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from tests.faults.disk import Event, Note, Sync, WatchedDisk
from tests.faults.load import faults_of, numbered_session, pair
from tests.faults.power import lay_out, states
from tests.store.samples import HandClock
from trainer.errors import TrainerError
from trainer.paths import paths_for
from trainer.store import Store

STATES = 3000
CONTROL_STATES = 400
SETS = 260
SETS_AFTER_REOPENING = 40

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def fast_folder() -> Iterator[Path]:
    """In memory where there is such a place: what is tested is the replay, not this computer's disk."""
    memory = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


def recorded_run(folder: Path, synchronous: str = "") -> Sequence[Event]:
    """All that a run does to the disk: a store is made, sets are logged, it is closed, opened, closed again.

    With `synchronous` the shipped setting is overruled, for a control.
    """
    with WatchedDisk(folder) as disk:
        log_sets(folder, disk, range(SETS), synchronous)
        log_sets(folder, disk, range(SETS, SETS + SETS_AFTER_REOPENING), synchronous)
    return disk.events


def log_sets(folder: Path, disk: WatchedDisk, numbers: range, synchronous: str) -> None:
    store = Store.open(paths_for(folder), clock=HandClock())
    if synchronous:
        assert store._db._writer is not None
        connection = store._db._writer.raw_connection()
        connection.cursor().execute(f"PRAGMA synchronous={synchronous}").close()
        connection.close()
    store.save_session(numbered_session("run"))
    for number in numbers:
        store.save_sets(pair("run", number), undo="" if number % 3 else "Add set")
        disk.note(f"{number} is saved")
    store.close()


def verdict(left: dict[str, bytes], acknowledged: int, folder: Path) -> str:
    """What the next start finds: nothing wrong (empty), `lost`, `torn`, or what is damaged."""
    folder.mkdir()
    lay_out(left, folder)
    try:
        store = Store.open(paths_for(folder), clock=HandClock())
    except TrainerError as error:
        return f"refused: {type(error).__name__}"
    else:
        try:
            return " and ".join(sorted({_sort_of(fault) for fault in faults_of(store, "run", acknowledged)}))
        except (TrainerError, ValueError, TypeError) as error:
            return f"unreadable: {type(error).__name__}"
        finally:
            store.close()
    finally:
        shutil.rmtree(folder)


def _sort_of(fault: str) -> str:
    sort = fault.split(":", maxsplit=1)[0]
    return sort if sort in ("lost", "torn") else "damaged"


def verdicts(events: Sequence[Event], count: int, folder: Path) -> Counter[str]:
    chance = random.Random(20260301)
    found: Counter[str] = Counter()
    for number, (_, acknowledged, left) in enumerate(states(events, count, chance)):
        found[verdict(left, acknowledged, folder / str(number))] += 1
    return found


def test_the_shipped_settings_lose_nothing_in_a_power_cut(
    fast_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = recorded_run(fast_folder / "run")
    found = verdicts(events, STATES, fast_folder)
    with capsys.disabled():
        sys.stdout.write(f"\n{STATES} power cuts: {dict(found)} ")
    assert found == {"": STATES}


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_weaker_settings_do_not_pass(
    fast_folder: Path, capsys: pytest.CaptureFixture[str], synchronous: str
) -> None:
    events = recorded_run(fast_folder / "run", synchronous)
    found = verdicts(events, CONTROL_STATES, fast_folder)
    with capsys.disabled():
        sys.stdout.write(f"\n{CONTROL_STATES} power cuts with synchronous={synchronous}: {dict(found)} ")
    assert sum(found.values()) - found[""] > 0


def test_a_set_is_acknowledged_only_after_its_wal_was_synced(tmp_path: Path) -> None:
    events = recorded_run(tmp_path / "run")
    notes = [place for place, event in enumerate(events) if isinstance(event, Note)]
    assert len(notes) == SETS + SETS_AFTER_REOPENING
    for before, place in pairwise(notes):
        written = [event for event in events[before + 1 : place] if event.path.endswith("-wal")]
        assert any(isinstance(event, Sync) for event in written)
        last_sync = max(at for at, event in enumerate(written) if isinstance(event, Sync))
        assert last_sync == len(written) - 1, "something was written to the WAL after its last sync"
