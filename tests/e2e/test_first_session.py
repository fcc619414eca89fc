"""From the first start to a finished session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Start
from tests.fakes import FakeClock
from trainer.domain.session import SetStatus
from trainer.paths import paths_for
from trainer.store import Store

LEFT = Qt.MouseButton.LeftButton


def test_start_train_and_finish_without_touching_anything(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    session = program.session
    assert program.window.covered
    assert session.window().isFullScreen()
    workout = session.driver.active.timeline.workout
    assert workout.id == "hamstrings-for-runners-easy"
    assert session.stage.panel.view._lit, "the working muscles of the first exercise"
    planned_s = session.driver.active.timeline.duration_s
    program.wait(planned_s + 1)
    assert session.ended
    last = [clip for _, clip in program.sounds[0].scheduled][-4:]
    assert {"finished", "say:done|fourteen|minutes"} <= set(last)
    session.summary.rate(5)
    session.summary.note.setPlainText("first one")
    QTest.mouseClick(session.summary.finish, LEFT)
    qtbot.waitUntil(lambda: not program.window.covered)
    assert not program.window.isFullScreen()
    qtbot.waitUntil(
        lambda: any((tmp_path / "backups").iterdir()) if (tmp_path / "backups").exists() else False
    )
    program.window.close()
    with_log = Store.open(paths_for(tmp_path), clock=FakeClock())
    (log,) = with_log.sessions()
    rows = with_log.sets_of(log.id)
    with_log.close()
    assert (log.workout_id, log.session_rpe, log.note) == (workout.id, 5.0, "first one")
    assert log.ended_at is not None
    assert {row.status for row in rows} == {SetStatus.DONE}
    assert len({row.set_index for row in rows}) == sum(len(item.sets) for item in workout.items)
    assert all(row.reps == row.target.reps and row.hold_s == row.target.hold_s for row in rows)


def test_leave_resume_and_finish(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    program.wait(30)
    QTest.keyClick(program.session, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.covered)
    card = program.today.recovery_card
    assert card is not None
    assert "can be resumed" in program.window.toast.words.text()
    QTest.mouseClick(card.resume_button, LEFT)
    session = program.session
    program.wait(session.driver.active.timeline.duration_s + 60)
    assert session.ended
    QTest.mouseClick(session.summary.finish, LEFT)
    qtbot.waitUntil(lambda: not program.window.covered)
    assert program.today.recovery_card is None
    qtbot.waitUntil(lambda: all(sound.calls[-1][1] == "close" for sound in program.sounds))
    assert len(program.sounds) == 2


def test_a_new_start_finishes_the_session_that_was_left(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    program.wait(30)
    QTest.keyClick(program.session, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.covered)
    card = program.today.recovery_card
    assert card is not None
    assert card.title.text() == "Session left"
    assert program.window.focusWidget() is card.resume_button
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    assert program.window.covered
    assert program.window.toast.words.text() == "The session before was finished as it stood."
    QTest.keyClick(program.session, Qt.Key.Key_Escape)
    program.window.close()
    with_log = Store.open(paths_for(tmp_path), clock=FakeClock())
    ended = [log.ended_at is not None for log in with_log.sessions()]
    with_log.close()
    assert sorted(ended) == [False, True]


def test_closing_the_window_in_a_session_keeps_it_to_be_resumed(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path)
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    program.wait(20)
    program.window.close()
    again = start(tmp_path)
    assert again.today.recovery_card is not None
