from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.accessible import nameless
from tests.fakes import FakeClock
from tests.ui.history.test_history_page import history_page, kilograms, pounds, train
from trainer.domain.exercise import Side
from trainer.domain.session import SessionLog, SetStatus
from trainer.paths import paths_for
from trainer.store import Store
from trainer.ui.background import Background
from trainer.ui.history.page import HistoryPage
from trainer.ui.history.pick_dialog import PickDialog
from trainer.ui.history.session_detail import DetailCard
from trainer.ui.history.session_dialog import SessionDialog
from trainer.ui.history.set_columns import Column

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def opened(qtbot: QtBot, page: HistoryPage, log: Store) -> HistoryPage:
    qtbot.addWidget(page)
    log.subscribe(page.on_change)
    page.resize(1200, 900)
    page.show()
    page.on_shown()
    return page


@pytest.fixture
def page(qtbot: QtBot, log: Store, background: Background) -> HistoryPage:
    train(log, 9)
    train(log, 1)
    made = opened(qtbot, history_page(log, background, "light", kilograms), log)
    qtbot.waitUntil(lambda: made.sessions.detail.model.rowCount() == 2)
    qtbot.waitUntil(lambda: len(made.trend.points) == 4)
    return made


def go(page: HistoryPage, row: int, column: Column) -> DetailCard:
    detail = page.sessions.detail
    detail.table.setFocus()
    detail.table.setCurrentIndex(detail.model.index(row, column))
    return detail


def editors(detail: DetailCard) -> list[QWidget]:
    inside = detail.table.viewport().findChildren(QWidget)
    return [one for one in inside if one.property("cell") and one.isVisible()]


def editor(detail: DetailCard) -> QWidget:
    (only,) = editors(detail)
    return only


def enter(qtbot: QtBot, detail: DetailCard) -> None:
    """Ends the editing of the cell, which Qt does once it is back in its loop."""
    qtbot.keyClick(editor(detail), Key.Key_Return)
    qtbot.waitUntil(lambda: not editors(detail))


def text(detail: DetailCard, row: int, column: Column) -> str:
    return str(detail.model.data(detail.model.index(row, column)))


def told(page: HistoryPage) -> list[str]:
    said: list[str] = []
    page.sessions.done.connect(said.append)
    page.sessions.told.connect(said.append)
    return said


def test_a_result_is_corrected_by_keys_and_the_charts_follow(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    said = told(page)
    detail = go(page, 0, Column.RESULT)
    qtbot.keyClick(detail.table, Key.Key_F2)
    qtbot.keyClicks(editor(detail), "11")
    enter(qtbot, detail)
    qtbot.waitUntil(lambda: said == ["Set changed: Single-leg RDL."])
    assert log.sets_of("session-1")[0].reps == 11
    assert text(detail, 0, Column.RESULT) == "11 of 8 reps"
    qtbot.waitUntil(lambda: [point.value for point in page.trend.points] == [8, 7, 11, 7])
    assert detail.table.currentIndex().row() == 0
    log.undo()
    qtbot.waitUntil(lambda: text(detail, 0, Column.RESULT) == "8 reps")
    qtbot.waitUntil(lambda: [point.value for point in page.trend.points] == [8, 7, 8, 7])


def test_typing_in_a_cell_begins_and_only_numbers_go_in(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    detail = go(page, 0, Column.RESULT)
    qtbot.keyClick(detail.table, Key.Key_9)
    line = editor(detail)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "x-.e")
    assert line.text() == "9"
    assert line.accessibleName() == "Single-leg RDL: Done"
    enter(qtbot, detail)
    assert [row.reps for row in log.sets_of("session-1")] == [9, 7]


def test_leaving_a_cell_as_it_was_is_no_step(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    row = log.sets_of("session-1")[0]
    log.save_sets((replace(row, note="first\nsecond", load_kg=10.001),))
    detail = page.sessions.detail
    qtbot.waitUntil(lambda: text(detail, 0, Column.NOTE) == "first second")
    for column in (Column.RESULT, Column.LOAD, Column.NOTE, Column.RPE, Column.STATUS):
        go(page, 0, column)
        qtbot.keyClick(detail.table, Key.Key_Return)
        enter(qtbot, detail)
    assert log.undo_label is None
    assert log.sets_of("session-1")[0].note == "first\nsecond"


def test_a_choice_is_made_by_arrow_keys_and_enter(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    detail = go(page, 0, Column.RPE)
    qtbot.keyClick(detail.table, Key.Key_Return)
    qtbot.keyClick(editor(detail), Key.Key_Down)
    qtbot.keyClick(editor(detail), Key.Key_Down)
    enter(qtbot, detail)
    assert [row.rpe for row in log.sets_of("session-1")] == [8.5, 8.5]  # both sides had said the same


def test_a_choice_from_the_open_list_counts_at_once(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    detail = go(page, 1, Column.STATUS)
    qtbot.keyClick(detail.table, Key.Key_F2)
    box = editor(detail)
    assert isinstance(box, QComboBox)
    box.showPopup()
    view = box.view()
    view.setCurrentIndex(box.model().index(2, 0))
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.waitUntil(lambda: log.sets_of("session-1")[1].status is SetStatus.SKIPPED)
    assert log.sets_of("session-1")[1].reps is None


def test_only_pain_has_a_place(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    detail = go(page, 0, Column.PAIN)
    place, pain = (detail.model.index(0, column) for column in (Column.PLACE, Column.PAIN))
    assert detail.model.flags(place) & Qt.ItemFlag.ItemIsEditable
    assert detail.model.setData(place, "calf")
    assert detail.model.setData(pain, None)
    assert not detail.model.flags(place) & Qt.ItemFlag.ItemIsEditable
    assert not detail.model.setData(place, "shin")
    assert (log.sets_of("session-1")[0].pain, log.sets_of("session-1")[0].pain_area) == (None, "")


def test_space_makes_a_warm_up_of_both_sides(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    detail = go(page, 0, Column.WARM_UP)
    qtbot.keyClick(detail.table, Key.Key_Space)
    assert [row.warm_up for row in log.sets_of("session-1")] == [True, True]
    qtbot.waitUntil(lambda: len(page.trend.points) == 2)


def test_lean_and_note(page: HistoryPage, log: Store) -> None:
    detail = go(page, 0, Column.LEAN)
    assert detail.model.setData(detail.model.index(0, Column.LEAN), 45)
    assert detail.model.setData(detail.model.index(1, Column.NOTE), " stiff ")
    left, right = log.sets_of("session-1")
    assert (left.lean_deg, right.lean_deg) == (45, None)
    assert (left.note, right.note) == ("stiff", "stiff")
    assert text(detail, 0, Column.LEAN) == "45°"


def test_loads_in_pounds_are_kept_to_the_gram(qtbot: QtBot, log: Store, background: Background) -> None:
    train(log, 1, load_kg=20.0)
    page = opened(qtbot, history_page(log, background, "dark", pounds), log)
    detail = page.sessions.detail
    qtbot.waitUntil(lambda: detail.model.rowCount() == 2)
    go(page, 0, Column.LOAD)
    assert text(detail, 0, Column.LOAD) == "44.09 lb"
    qtbot.keyClick(detail.table, Key.Key_F2)
    enter(qtbot, detail)
    assert log.undo_label is None
    qtbot.keyClick(detail.table, Key.Key_5)
    qtbot.keyClicks(editor(detail), "0-.5x678")
    line = editor(detail)
    assert isinstance(line, QLineEdit)
    assert line.text() == "50.567"
    for _ in range(4):
        qtbot.keyClick(line, Key.Key_Backspace)
    enter(qtbot, detail)
    assert [row.load_kg for row in log.sets_of("session-1")] == [22.68, 22.68]


def test_delete_takes_the_set_and_shift_delete_one_side(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    said = told(page)
    detail = go(page, 1, Column.RPE)
    qtbot.keyClick(detail.table, Key.Key_Delete, SHIFT)
    assert [row.side for row in log.sets_of("session-1")] == [Side.LEFT]
    qtbot.waitUntil(lambda: detail.model.rowCount() == 1)
    assert not detail.delete_side_button.isEnabled()
    qtbot.keyClick(detail.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: detail.model.rowCount() == 0)
    assert said == ["Set deleted: Single-leg RDL."] * 2
    assert not detail.delete_set_button.isEnabled()
    log.undo()
    log.undo()
    qtbot.waitUntil(lambda: detail.model.rowCount() == 2)
    assert detail.delete_side_button.isEnabled()


def test_the_set_that_was_added_is_the_one_to_go_on_with(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    detail = go(page, 0, Column.NOTE)
    detail.add_button.click()
    qtbot.waitUntil(lambda: detail.model.rowCount() == 4)
    assert (detail.table.currentIndex().row(), detail.table.currentIndex().column()) == (2, Column.RESULT)
    assert {row.set_index for row in log.sets_of("session-1")} == {1, 2}


def test_an_exercise_is_found_and_added(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    go(page, 0, Column.RESULT).exercise_button.click()
    dialog = page.sessions.dialog
    assert isinstance(dialog, PickDialog)
    assert nameless(dialog) == []
    qtbot.keyClicks(dialog.search, "slider bridge")
    chosen = dialog.list.currentItem().text()
    qtbot.keyClick(dialog.search, Key.Key_Return)
    qtbot.waitUntil(lambda: log.sets_of("session-1")[-1].exercise == chosen)
    assert "slider" in chosen.casefold()


def test_a_session_moves_to_another_day(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    page.sessions.detail.change_button.click()
    dialog = page.sessions.dialog
    assert isinstance(dialog, SessionDialog)
    assert nameless(dialog) == []
    dialog.begun.day.setDate(QDate(2026, 3, 9))
    dialog.save_button.click()
    assert "still to come" in dialog.problem.text()
    assert dialog.isVisible()
    dialog.begun.day.setDate(QDate(2026, 2, 10))
    dialog.effort.setCurrentIndex(dialog.effort.findData(3))
    dialog.note.setPlainText("moved")
    dialog.save_button.click()
    moved = log.session("session-1")
    assert (str(moved.local_date), moved.session_rpe, moved.note) == ("2026-02-10", 3, "moved")
    assert (moved.ended_at or moved.started_at) - moved.started_at == timedelta(minutes=20)
    qtbot.waitUntil(lambda: page.sessions.list.item(1).text().startswith("10 Feb 2026"))
    assert page.sessions.chosen == "session-1"
    qtbot.waitUntil(lambda: page.sessions.detail.facts.text().startswith("Tue 10 Feb 2026, 18:30 · 20 min"))


def test_two_sessions_become_one(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    said = told(page)
    page.sessions.detail.merge_button.click()
    dialog = page.sessions.dialog
    assert isinstance(dialog, PickDialog)
    assert dialog.list.count() == 1
    dialog.pick_button.click()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 1)
    qtbot.waitUntil(lambda: page.sessions.detail.model.rowCount() == 4)
    assert said == ["Two sessions merged."]
    assert page.sessions.chosen == "session-9"
    log.undo()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 2)


def test_after_a_session_is_deleted_its_neighbour_is_shown(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    page.sessions.detail.delete_button.click()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 1)
    assert page.sessions.chosen == "session-9"
    qtbot.waitUntil(lambda: page.figures.sessions.number.text() == "1")
    log.undo()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 2)


def test_a_past_session_is_logged_in_an_empty_log(qtbot: QtBot, log: Store, background: Background) -> None:
    page = opened(qtbot, history_page(log, background, "light", kilograms), log)
    qtbot.waitUntil(page.empty.isVisible)
    page.log_button.click()
    dialog = page.sessions.dialog
    assert isinstance(dialog, SessionDialog)
    assert nameless(dialog) == []
    length = dialog.minutes.value()
    dialog.workout.setCurrentIndex(1)
    assert dialog.minutes.value() != length
    assert dialog.chosen_workout is not None
    dialog.save_button.click()
    (session,) = log.sessions()
    assert (session.workout, session.ended_at is not None) == (dialog.chosen_workout.name, True)
    qtbot.waitUntil(lambda: page.sessions.chosen == session.id)
    qtbot.waitUntil(lambda: page.sessions.detail.model.rowCount() == len(log.sets_of(session.id)))


def test_a_session_that_is_not_over_is_only_shown(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    workout = page.sessions._library.workouts()[0]
    begun = FakeClock().utc_now()
    log.save_session(SessionLog("open", begun, "Europe/Berlin", workout.id, workout.name, prescribed=workout))
    qtbot.waitUntil(lambda: page.sessions.list.count() == 3)
    page.sessions.choose("open")
    detail = page.sessions.detail
    qtbot.waitUntil(lambda: "not over yet" in detail.facts.text())
    buttons = (detail.change_button, detail.merge_button, detail.delete_button, detail.add_button)
    assert [button.isEnabled() for button in buttons] == [False] * 4


def test_what_is_gone_is_told_and_shown_as_it_is(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    said = told(page)
    detail = go(page, 0, Column.RESULT)
    with log._db.write() as write:
        write.connection.exec_driver_sql("DELETE FROM sets WHERE side = 'left'")  # by whoever, and untold
    assert detail.model.setData(detail.model.index(0, Column.RESULT), "5")
    assert said == ["That set is not in the log any more."]
    qtbot.waitUntil(lambda: detail.model.rowCount() == 1)


def test_a_mark_of_a_chart_leads_down_to_its_session(qtbot: QtBot, page: HistoryPage) -> None:
    page.trend.chart.mark_chosen.emit(0)
    qtbot.waitUntil(lambda: page.sessions.detail.facts.text().startswith("Mon 23 Feb 2026"))
    top = page.sessions.detail.mapTo(page, page.sessions.detail.rect().topLeft()).y()
    assert 0 <= top < page.height()


def test_enter_in_the_list_leads_into_the_table(qtbot: QtBot, page: HistoryPage) -> None:
    page.activateWindow()
    page.sessions.list.setFocus()
    qtbot.keyClick(page.sessions.list, Key.Key_Return)
    assert page.focusWidget() is page.sessions.detail.table


def test_every_control_and_cell_has_a_name(page: HistoryPage) -> None:
    detail = go(page, 0, Column.RESULT)
    assert nameless(page) == []
    model = detail.model
    spoken = [
        model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in (Column.EXERCISE, Column.SIDE, Column.RPE, Column.LEAN, Column.WARM_UP)
    ]
    assert spoken == ["Single-leg RDL", "Side: left", "RPE: 7.5", "Lean: not said", "Working set"]
    assert model.data(model.index(1, Column.RESULT), Qt.ItemDataRole.ToolTipRole) == "Asked for: 8 reps"
