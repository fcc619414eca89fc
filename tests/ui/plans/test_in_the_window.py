"""The plans page in the window: by keys alone, with undo, and out as a calendar file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.plans.conftest import TODAY
from trainer.domain.intake import QUESTIONS
from trainer.settings import INTAKE, Settings
from trainer.ui.main_window import MainWindow
from trainer.ui.plans.exporting import CalendarExporting
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW, PlansPage
from trainer.ui.plans.start_dialog import StartDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
K = Qt.Key


def page_of(window: MainWindow, qtbot: QtBot) -> PlansPage:
    qtbot.keyClick(window, K.Key_3, CTRL)
    page = window.page("plans")
    assert isinstance(page, PlansPage)
    return page


def started(window: MainWindow, qtbot: QtBot) -> PlansPage:
    """With Nordics in ten weeks on the calendar, put there by keys alone."""
    settings: Settings = window._settings
    settings.set(INTAKE, dict.fromkeys(QUESTIONS, False))
    page = page_of(window, qtbot)
    qtbot.keyClick(window.focusWidget(), K.Key_Space)
    assert page.detail is not None
    qtbot.keyClick(window.focusWidget(), K.Key_Space)
    dialog = page.dialogs.dialog
    assert isinstance(dialog, StartDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.day, K.Key_Return)
    assert window.toast.words.text() == "Nordics in ten weeks started: 27 sessions on the calendar."
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def test_a_plan_is_started_moved_and_undone_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    page = started(window, qtbot)
    month = page.calendar.month
    first = month.day.day
    assert len(month.day.entries) == 1
    qtbot.keyClick(month, K.Key_Right, ALT)
    assert month.day.day == first + timedelta(days=1)
    assert len(month.day.entries) == 1
    qtbot.keyClick(window, K.Key_Z, CTRL)
    assert month.day.entries == ()
    qtbot.keyClick(window, K.Key_Z, CTRL)
    assert all(not day.entries for day in month.month_model.month.days.values())
    assert window.toast.words.text().startswith("Undone: Start Nordics in ten weeks")


def test_the_toast_takes_back_what_was_done(window: MainWindow, qtbot: QtBot) -> None:
    page = started(window, qtbot)
    window.toast.button.click()
    assert page.shelf.started_cards == []
    assert all(not day.entries for day in page.calendar.month.month_model.month.days.values())


def test_the_calendar_is_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = started(window, qtbot)
    exporting = page.findChild(CalendarExporting)
    assert exporting is not None
    assert page.export_button.isVisible()
    file = tmp_path / "plan.ics"
    with qtbot.waitSignal(exporting.told) as told:
        exporting.write(str(file))
    assert told.args == ["Calendar exported: plan.ics."]
    text = file.read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert text.count("BEGIN:VEVENT") == 27


def test_an_empty_calendar_is_not_exported(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.show_view(CALENDAR_VIEW)
    with qtbot.waitSignal(page.told) as told:
        page.export_button.click()
    assert told.args == ["Nothing is planned from today on, so there is nothing to export."]
    assert window.findChildren(QFileDialog) == []


def test_the_keyboard_goes_along_to_the_other_view(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    assert page.shelf.isAncestorOf(window.focusWidget())
    qtbot.mouseClick(page.views.button(CALENDAR_VIEW), Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.calendar.month
    qtbot.mouseClick(page.views.button(PLANS_VIEW), Qt.MouseButton.LeftButton)
    assert page.shelf.isAncestorOf(window.focusWidget())


def test_an_export_that_fails_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = started(window, qtbot)
    exporting = page.findChild(CalendarExporting)
    assert exporting is not None
    with qtbot.waitSignal(page.told) as told:
        exporting.write(str(tmp_path / "no such folder" / "plan.ics"))
    assert told.args
    assert "exported" not in str(told.args[0])


def test_an_exercise_of_a_plan_opens_in_the_library(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.show_plan("nordic-10-weeks")
    assert page.detail is not None
    qtbot.keyClick(page.detail.table, K.Key_Return)
    assert window.page_id == "library"


def test_today_is_a_button_away(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.show_view(CALENDAR_VIEW)
    page.today_requested.emit()
    assert window.page_id == "today"


def test_the_page_follows_what_was_changed_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    page = started(window, qtbot)
    qtbot.keyClick(window, K.Key_1, CTRL)
    qtbot.keyClick(window, K.Key_Z, CTRL)
    qtbot.keyClick(window, K.Key_3, CTRL)
    page.show_day(TODAY)
    assert all(not day.entries for day in page.calendar.month.month_model.month.days.values())
