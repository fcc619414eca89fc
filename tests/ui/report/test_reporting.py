from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.report import pdf
from tests.ui.report.training import train
from trainer.catalog import load_catalog
from trainer.paths import paths_for
from trainer.services.library import Library
from trainer.services.report import Reports, Wish
from trainer.store import Store
from trainer.ui.background import Background
from trainer.ui.report.dialog import FROM_TO, ReportDialog
from trainer.ui.report.reporting import Reporting

FOUR = Wish(date(2026, 2, 9), date(2026, 3, 4))
PLAN = Wish(date(2026, 1, 5), date(2026, 3, 4))


def kilograms() -> str:
    return "kg"


@pytest.fixture
def dialog(qtbot: QtBot) -> ReportDialog:
    made = ReportDialog({"4": FOUR, "plan": PLAN})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path / "store"), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def reporting(qtbot: QtBot, log: Store) -> Iterator[Reporting]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    background = Background()
    reports = Reports(log, FakeClock(), Library(load_catalog(), log).exercises)
    yield Reporting(reports, background, kilograms, window)
    background.close()


def choose(dialog: ReportDialog, stretch: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.weeks.chips[stretch], Qt.MouseButton.LeftButton)


def test_the_first_stretch_is_chosen_and_everything_is_in_it(dialog: ReportDialog) -> None:
    assert dialog.wish == FOUR
    assert not dialog.days.isEnabled()


def test_another_stretch_shows_its_days(qtbot: QtBot, dialog: ReportDialog) -> None:
    choose(dialog, "plan", qtbot)
    assert dialog.wish == PLAN
    assert dialog.first.date() == QDate(2026, 1, 5)


def test_what_is_not_wanted_and_the_name_are_told(qtbot: QtBot, dialog: ReportDialog) -> None:
    dialog.pain.click()
    dialog.notes.click()
    qtbot.keyClicks(dialog.name, "  A.  Runner ")
    assert dialog.wish == Wish(FOUR.first, FOUR.last, pain=False, notes=False, name="A. Runner")


def test_days_are_chosen_by_hand(qtbot: QtBot, dialog: ReportDialog) -> None:
    choose(dialog, FROM_TO, qtbot)
    assert dialog.days.isEnabled()
    dialog.first.setDate(QDate(2025, 11, 3))
    dialog.last.setDate(QDate(2025, 11, 30))
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go_button.click()
    assert wished.args == [Wish(date(2025, 11, 3), date(2025, 11, 30))]
    assert not dialog.isVisible()


def test_days_the_wrong_way_round_are_told_at_once(qtbot: QtBot, dialog: ReportDialog) -> None:
    choose(dialog, FROM_TO, qtbot)
    dialog.last.setDate(QDate(2026, 1, 1))
    with qtbot.assertNotEmitted(dialog.wished):
        dialog.go_button.click()
    assert "before the first" in dialog.days_field.problem.text()
    assert dialog.isVisible()
    choose(dialog, "4", qtbot)
    assert dialog.days_field.problem.text() == ""


def test_it_asks_for_weeks_then_for_a_file_and_writes_it(
    qtbot: QtBot, log: Store, reporting: Reporting, tmp_path: Path
) -> None:
    train(log, 5)
    reporting.ask()
    reporting.ask()  # impatient
    qtbot.waitUntil(lambda: reporting.dialog is not None)
    dialog = reporting.dialog
    assert dialog is not None
    assert set(dialog.weeks.chips) == {"4", "12", "52", "plan", FROM_TO}
    dialog.go_button.click()
    assert reporting.dialog is None
    window = reporting.parent()
    assert isinstance(window, QWidget)
    (files,) = window.findChildren(QFileDialog)
    assert files.selectedFiles()[0].endswith("training-report-2026-03-04.pdf")
    target = tmp_path / "mine.pdf"
    with qtbot.waitSignal(reporting.written) as written:
        files.fileSelected.emit(str(target))
    files.reject()
    assert written.args == [target]
    assert "4 weeks" in pdf.title(target.read_bytes())
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.pdf"]


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(
    qtbot: QtBot, reporting: Reporting, tmp_path: Path
) -> None:
    with qtbot.waitSignal(reporting.told) as told:
        reporting.write(FOUR, str(tmp_path / "none" / "report.pdf"))
    assert told.args is not None
    assert told.args[0].startswith("There is no folder ")
    assert not (tmp_path / "none").exists()
