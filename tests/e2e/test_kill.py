"""The program is killed in the middle of a set; nothing that was done is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Start
from tests.e2e.killed_session import QUICK, SQUAT
from tests.fakes import FakeClock
from trainer.domain.session import SetStatus
from trainer.paths import paths_for
from trainer.store import Store

ROOT = Path(__file__).parents[2]


def statuses(path: Path) -> list[tuple[str, int | None]]:
    """What is on disk, read beside the one who writes."""
    if not path.exists():
        return []
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return list(connection.execute("SELECT status, reps FROM sets ORDER BY set_index"))
        except sqlite3.OperationalError:  # not made yet
            return []


def kill_when(ready: Callable[[], bool], qtbot: QtBot, tmp_path: Path, *how: str) -> None:
    """Runs a session in a program of its own, and kills it when what is on disk says so."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.killed_session", str(tmp_path), *how],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        qtbot.waitUntil(ready, timeout=60_000)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def test_killed_in_the_third_set_the_session_is_offered_again_and_goes_on(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    store_file = paths_for(tmp_path).store
    kill_when(
        lambda: len(statuses(store_file)) == 3 and (statuses(store_file)[2][1] or 0) >= 3, qtbot, tmp_path
    )
    left = statuses(store_file)
    assert [status for status, _ in left] == ["done", "done", "running"]
    reps = left[2][1]

    program = start(tmp_path, FakeClock())
    card = program.today.recovery_card
    assert card is not None
    recovery = program.today.recovering.recovery
    assert recovery is not None
    assert (recovery.saved, recovery.of, recovery.reps) == (2, 3, reps)
    card.resume_requested.emit()
    assert program.session.driver.view().step.set_no == 3
    program.wait(3 + QUICK.items[0].sets[2].planned_s + 1)
    assert program.session.ended
    program.session.summary.finish.click()
    QTest.qWait(0)
    program.window.close()
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    (log,) = store.sessions()
    rows = store.sets_of(log.id)
    assert store.integrity() == []
    store.close()
    assert [(row.status, row.reps) for row in rows] == [
        (SetStatus.DONE, 2),
        (SetStatus.DONE, 2),
        (SetStatus.DONE, 200),
    ]


def test_killed_after_it_was_changed_the_session_goes_on_as_it_was_changed(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    store_file = paths_for(tmp_path).store
    kill_when(
        lambda: len(statuses(store_file)) == 2 and (statuses(store_file)[1][1] or 0) >= 3,
        qtbot,
        tmp_path,
        "--changed",
    )
    program = start(tmp_path, FakeClock())
    recovery = program.today.recovering.recovery
    assert recovery is not None
    assert (recovery.saved, recovery.of, recovery.reps) == (1, 4, statuses(store_file)[1][1])
    assert program.today.recovery_card is not None
    program.today.recovery_card.resume_requested.emit()
    step = program.session.driver.view().step
    assert (step.item.exercise_id, step.set_index, step.set_no, step.of_sets) == (SQUAT.id, 2, 1, 3)
    assert program.session.stage.panel.view._lit == SQUAT.primary_muscles
    program.window.close()
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    (log,) = store.sessions()
    store.close()
    assert log.prescribed == QUICK
    assert log.changed is not None
    assert [(item.exercise_id, len(item.sets)) for item in log.changed.items] == [("curl", 1), (SQUAT.id, 3)]
