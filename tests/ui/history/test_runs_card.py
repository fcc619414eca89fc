from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt, QTime
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.catalog import load_catalog
from trainer.domain.run import Run
from trainer.paths import paths_for
from trainer.services.library import Library
from trainer.services.runs import Runs
from trainer.store import Store
from trainer.ui.background import Background
from trainer.ui.history.page import HistoryPage
from trainer.ui.history.run_dialog import RunDialog
from trainer.ui.history.run_model import RunModel
from trainer.ui.history.run_words import source_text
from trainer.ui.history.runs_card import RunsCard
from trainer.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
LIBRARY = Library(load_catalog())


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def card(qtbot: QtBot, log: Store) -> Iterator[RunsCard]:
    background = Background()
    claims = [(claim, LIBRARY.references(claim)) for claim in LIBRARY.claims_for("runs")]
    made = RunsCard(Runs(log, FakeClock()), background, claims)
    qtbot.addWidget(made)
    log.subscribe(made.on_change)
    made.resize(900, 700)
    made.show()
    qtbot.waitUntil(lambda: made.empty.isVisible() or made.table.isVisible())
    yield made
    background.close()


def ran(log: Store, days_ago: int, km: float | None, **more: Any) -> None:
    at = FakeClock().utc_now() - timedelta(days=days_ago)
    log.save_run(Run(f"run-{days_ago}", at, "Europe/Berlin", km, 3_000.0, source="fit", **more))


def rows(card: RunsCard) -> list[list[str]]:
    model = card.model
    columns = range(model.columnCount())
    return [[model.index(row, n).data() for n in columns] for row in range(model.rowCount())]


def dialog_of(card: RunsCard) -> RunDialog:
    assert card.dialog is not None
    return card.dialog


def test_no_runs_say_how_they_come(card: RunsCard) -> None:
    assert "FIT, GPX, TCX" in card.empty.text()
    assert not card.table.isVisible()
    assert not card.detail.isVisible()


def test_runs_stand_newest_first_with_their_figures(qtbot: QtBot, card: RunsCard, log: Store) -> None:
    ran(log, 9, 8.0)
    ran(log, 2, 10.0, effort=6.5, note="Windy", kind="trail")
    ran(log, 1, None)
    qtbot.waitUntil(lambda: card.model.rowCount() == 3)
    assert rows(card) == [
        ["Tue 3 Mar 2026", "", "50:00", "", "", ""],
        ["Mon 2 Mar 2026", "10.00 km", "50:00", "5:00 /km", "6.5 of 10", "25 %"],
        ["Mon 23 Feb 2026", "8.00 km", "50:00", "6:15 /km", "", ""],
    ]


def test_a_much_longer_run_is_pointed_out_with_its_source(qtbot: QtBot, card: RunsCard, log: Store) -> None:
    ran(log, 9, 8.0)
    ran(log, 2, 10.0, note="Windy", kind="trail")
    qtbot.waitUntil(lambda: card.model.rowCount() == 2)
    detail = card.detail
    card.table.selectRow(0)
    assert detail.source.text() == "Trail, from a FIT file"
    assert detail.note.text() == "Windy"
    assert detail.longer.text() == (
        "This run of 10.00 km was 25 % longer than the longest of the 30 days before it (8.00 km)."
    )
    assert detail.pointed_out.isVisible()
    card.table.selectRow(1)
    assert not detail.pointed_out.isVisible()


@pytest.mark.parametrize("program", ["Strong", "Hevy", "FitNotes"])
def test_a_run_from_another_program_names_it_as_it_is_written(program: str) -> None:
    run = Run("r", FakeClock().utc_now(), "Europe/Berlin", 5.0, source=program.lower())
    assert source_text(run) == f"from {program}"


def test_the_claim_beside_it_has_its_reference() -> None:
    (claim,) = LIBRARY.claims_for("runs")
    assert claim.references == ("frandsen2025",)
    assert "not randomised" in claim.text
    assert "did not rise evenly" in claim.text
    assert "reported their injuries themselves" in claim.text


def test_what_is_a_little_over_the_limit_says_so(qtbot: QtBot, card: RunsCard, log: Store) -> None:
    ran(log, 2, 10.0)
    ran(log, 1, 11.01)
    qtbot.waitUntil(lambda: card.model.rowCount() == 2)
    assert rows(card)[0][-1] == "a little over 10 %"
    log.save_run(Run("run-1", FakeClock().utc_now() - timedelta(days=1), "Europe/Berlin", 11.0, 3_000.0))
    qtbot.waitUntil(lambda: rows(card)[0][-1] == "")


def test_a_run_is_added_by_the_keyboard(qtbot: QtBot, card: RunsCard, log: Store) -> None:
    card.add_button.setFocus()
    with qtbot.waitSignal(card.done) as done:
        qtbot.keyClick(card.add_button, Qt.Key.Key_Space)
        dialog = dialog_of(card)
        qtbot.waitUntil(dialog.isActiveWindow)
        for typed in ("12.5", "7", "1", "5", "0", " By the river "):
            field = dialog.focusWidget()
            qtbot.keyClicks(field, typed)
            qtbot.keyClick(field, Qt.Key.Key_Tab)
        qtbot.keyClick(dialog.distance, Qt.Key.Key_Return)
    assert done.args == ["Run added: 12.50 km."]
    (run,) = log.runs()
    assert (run.distance_km, run.duration_s, run.effort, run.note) == (12.5, 3_900, 7, "By the river")
    assert (run.source, run.started_at) == ("hand", FakeClock().utc_now())
    qtbot.waitUntil(lambda: card.model.rowCount() == 1)


def test_what_cannot_be_is_said_and_nothing_is_logged(qtbot: QtBot, card: RunsCard, log: Store) -> None:
    card.add()
    dialog = dialog_of(card)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.problem.text() == "Give the distance or the time; one of the two is enough."
    assert dialog.distance.accessibleDescription() == dialog.problem.text()
    dialog.distance.setValue(10)
    dialog.day.setDate(QDate(2026, 3, 5))
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "still to come" in dialog.problem.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert log.runs() == []


def test_a_run_is_changed_by_enter_and_what_was_not_touched_stays(
    qtbot: QtBot, card: RunsCard, log: Store
) -> None:
    at = FakeClock().utc_now() - timedelta(days=3, seconds=27)
    before = Run("x", at, "Asia/Tokyo", 10.021, 36_061.0, 6.5, "trail", "strava", "Windy")
    log.save_run(before)
    qtbot.waitUntil(lambda: card.model.rowCount() == 1)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    dialog = dialog_of(card)
    assert (dialog.day.date(), dialog.time.time()) == (QDate(2026, 3, 2), QTime(2, 29))
    assert (dialog.hours.value(), dialog.minutes.value(), dialog.seconds.value()) == (10, 1, 1)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert log.runs() == [before]
    qtbot.mouseClick(card.detail.edit_button, LEFT)
    dialog_of(card).distance.setValue(11)
    qtbot.mouseClick(dialog_of(card).save_button, LEFT)
    qtbot.waitUntil(lambda: rows(card)[0][1] == "11.00 km")
    assert card.chosen is not None
    assert card.chosen.run.started_at == at


def test_delete_takes_the_chosen_run_and_undo_brings_it_back(
    qtbot: QtBot, card: RunsCard, log: Store
) -> None:
    for days in (3, 2, 1):
        ran(log, days, 10.0)
    qtbot.waitUntil(lambda: card.model.rowCount() == 3)
    card.table.selectRow(1)
    with qtbot.waitSignal(card.done):
        qtbot.keyClick(card.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: card.model.rowCount() == 2)
    assert card.chosen is not None
    assert card.chosen.run.id == "run-3"
    log.undo()
    qtbot.waitUntil(lambda: card.model.rowCount() == 3)
    assert card.chosen.run.id == "run-3"


def test_a_run_that_is_gone_meanwhile_is_told(qtbot: QtBot, card: RunsCard, log: Store) -> None:
    ran(log, 1, 10.0)
    qtbot.waitUntil(lambda: card.model.rowCount() == 1)
    card.hide()
    log.delete_run("run-1")
    with qtbot.waitSignal(card.told) as told:
        card.detail.delete_button.click()
    assert told.args == ["That run is not in the log any more."]


def test_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, card: RunsCard) -> None:
    card.add()
    dialog = dialog_of(card)
    fields = (dialog.day, dialog.time, dialog.distance, dialog.effort, dialog.hours, dialog.minutes)
    names = [field.accessibleName() for field in (*fields, dialog.seconds, dialog.note, card.table)]
    assert all(names)
    assert len(set(names)) == len(names)
    dialog.reject()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, log: Store) -> None:
    ran(log, 1, 10.0)
    model = RunModel()
    model.set_rows(Runs(log, FakeClock()).listed())
    qtmodeltester.check(model)
    assert model.data(QModelIndex()) is None


def test_the_menu_adds_a_run_on_the_history_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    page = window.page("history")
    assert isinstance(page, HistoryPage)
    (card,) = page.findChildren(RunsCard)
    dialog = dialog_of(card)
    assert QApplication.activeModalWidget() is dialog
    dialog.distance.setValue(10)
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: card.model.rowCount() == 1)
    assert window.toast.words.text() == "Run added: 10.00 km."
    qtbot.mouseClick(window.toast.button, LEFT)
    qtbot.waitUntil(card.empty.isVisible)
