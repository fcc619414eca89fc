"""A session that is changed while it runs, in the whole program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Start
from tests.fakes import FakeClock
from trainer.catalog import load_catalog
from trainer.paths import paths_for
from trainer.store import Store


def test_easier_with_what_is_at_hand_then_a_set_more_left_resumed_and_finished(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path)
    QTest.mouseClick(program.today.workout_card.start_button, Qt.MouseButton.LeftButton)
    session = program.session
    workout = session.driver.active.timeline.workout
    assert workout.items[0].exercise_id == "partial-range-nordic"
    QTest.keyClick(session, Qt.Key.Key_E)
    # The band of the rung above it is not at hand; the slick floor is, for the workout needs it itself.
    step = session.driver.view().step
    assert step.item.exercise_id == "slider-leg-curl"
    assert session.stage.panel.view._lit == load_catalog().exercises["slider-leg-curl"].primary_muscles
    QTest.keyClick(session, Qt.Key.Key_S)
    QTest.keyClick(session, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.covered)
    card = program.today.recovery_card
    assert card is not None
    card.resume_requested.emit()
    session = program.session
    assert session.driver.view().step.item.exercise_id == "slider-leg-curl"
    assert session.controls.easier.isEnabled()
    program.wait(session.driver.active.timeline.duration_s + 1)
    assert session.ended
    QTest.mouseClick(session.summary.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.window.covered)
    program.window.close()
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    (log,) = store.sessions()
    rows = store.sets_of(log.id)
    assert store.integrity() == []
    store.close()
    assert log.prescribed == workout
    assert [row.exercise_id for row in rows][:3] == ["slider-leg-curl"] * 3
    assert [row.set_index for row in rows] == sorted(row.set_index for row in rows)
