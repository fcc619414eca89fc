"""The calendar: gone through by keys, filled, rearranged, and what is told beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.accessible import nameless
from tests.ui.plans.conftest import TODAY, Stage
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.run import Run
from trainer.domain.session import SessionLog
from trainer.ui.plans.day_dialogs import DayDialog
from trainer.ui.plans.entry_acts import DELETE, EDIT, MOVE, SKIP, UNSKIP
from trainer.ui.plans.entry_dialog import EntryDialog
from trainer.ui.plans.marks import MarkKind
from trainer.ui.plans.month_view import MonthView, mime_of
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW
from trainer.ui.widgets.text import Words

ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key


@pytest.fixture
def calendar(stage: Stage) -> MonthView:
    stage.show()
    stage.page.show_view(CALENDAR_VIEW)
    stage.page.calendar.take_focus()
    return stage.page.calendar.month


def hard_run(stage: Stage, day: date) -> CalendarEntry:
    return stage.planning.add(CalendarEntry("", day, EntryKind.HARD_RUN, "Intervals", 8.0), "Add")


def workout(stage: Stage, day: date) -> CalendarEntry:
    easy = "hamstrings-for-runners-easy"
    return stage.planning.add(CalendarEntry("", day, EntryKind.WORKOUT, "Easy", workout_id=easy), "Add")


def kinds(stage: Stage, day: date) -> list[MarkKind]:
    return [mark.kind for mark in stage.page.calendar.month.month_model.month.days[day].marks]


def test_the_arrows_go_through_days_and_months(qtbot: QtBot, calendar: MonthView) -> None:
    assert calendar.day.day == TODAY
    for key, day in (
        (K.Key_Right, date(2026, 3, 5)),
        (K.Key_Down, date(2026, 3, 12)),
        (K.Key_Up, date(2026, 3, 5)),
        (K.Key_Left, date(2026, 3, 4)),
        (K.Key_PageDown, date(2026, 4, 4)),
        (K.Key_PageUp, date(2026, 3, 4)),
        (K.Key_Up, date(2026, 2, 25)),
        (K.Key_Home, TODAY),
    ):
        qtbot.keyClick(calendar, key)
        assert calendar.day.day == day
        assert calendar.month_model.month.first == day.replace(day=1)


def test_the_end_of_a_long_month_is_the_end_of_a_short_one(qtbot: QtBot, stage: Stage) -> None:
    stage.show()
    stage.page.show_day(date(2026, 3, 31))
    qtbot.keyClick(stage.page.calendar.month, K.Key_PageUp)
    assert stage.page.calendar.month.day.day == date(2026, 2, 28)


def test_the_buttons_go_through_months_too(stage: Stage, calendar: MonthView) -> None:
    view = stage.page.calendar
    view.later_button.click()
    assert view.title.text() == "April 2026"
    view.earlier_button.click()
    view.earlier_button.click()
    assert view.title.text() == "February 2026"
    view.now_button.click()
    assert calendar.day.day == TODAY


def test_an_empty_calendar_says_what_to_do(stage: Stage, calendar: MonthView) -> None:
    view = stage.page.calendar
    assert view.empty.isVisible()
    assert not view.clash_note.isVisible()
    view.plans_button.click()
    assert stage.page.views.value == PLANS_VIEW
    stage.page.show_view(CALENDAR_VIEW)
    stage.race(TODAY)
    assert not view.empty.isVisible()


def test_a_race_is_added_by_the_keyboard(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    stage.page.dialogs.add(EntryKind.RACE, calendar.day.day)
    dialog = stage.page.dialogs.dialog
    assert isinstance(dialog, EntryDialog)
    assert nameless(dialog) == []
    qtbot.keyClicks(dialog.title_field, "Spring half")
    dialog.day.setDate(QDate(2026, 3, 22))
    dialog.distance.setValue(21.1)
    qtbot.keyClick(dialog.title_field, K.Key_Return)
    (entry,) = stage.planning.entries(TODAY, date(2026, 4, 30))
    assert (entry.kind, entry.title, entry.distance_km) == (EntryKind.RACE, "Spring half", 21.1)
    assert stage.done == ["Spring half · 21.1 km added on Sun 22 Mar."]
    assert kinds(stage, date(2026, 3, 22)) == [MarkKind.RACE]
    stage.store.undo()
    assert kinds(stage, date(2026, 3, 22)) == []


def test_a_workout_is_put_on_a_day(stage: Stage, calendar: MonthView) -> None:
    stage.page.dialogs.add(EntryKind.WORKOUT, date(2026, 3, 10))
    dialog = stage.page.dialogs.dialog
    assert isinstance(dialog, EntryDialog)
    dialog.workout.setCurrentIndex(dialog.workout.findData("hamstrings-for-runners"))
    dialog.save_button.click()
    (entry,) = stage.planning.entries(TODAY, date(2026, 4, 30))
    assert entry.workout_id == "hamstrings-for-runners"
    stage.page.show_day(entry.day)
    (row,) = stage.page.calendar.panel.rows
    assert set(row.buttons) == {MOVE, SKIP, DELETE}


def test_alt_and_an_arrow_move_what_is_planned(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    workout(stage, TODAY)
    qtbot.keyClick(calendar, K.Key_Right, ALT)
    assert stage.days() == [date(2026, 3, 5)]
    assert calendar.day.day == date(2026, 3, 5)
    qtbot.keyClick(calendar, K.Key_Down, ALT)
    assert stage.days() == [date(2026, 3, 12)]
    assert stage.done[-1] == "Easy moved to Thu 12 Mar."
    stage.store.undo()
    stage.store.undo()
    assert stage.days() == [TODAY]


def test_what_cannot_be_moved_there_is_told(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    stage.start()
    first = stage.days()[0]
    stage.page.show_day(first)
    qtbot.keyClick(calendar, K.Key_Up, ALT)
    assert stage.told
    assert stage.days()[0] == first


def test_an_entry_is_dragged_to_another_day(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    entry = workout(stage, TODAY)
    there = calendar.visualRect(calendar.month_model.index_of(date(2026, 3, 20))).center()
    data = mime_of(entry.id)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragMoveEvent(there, Qt.DropAction.MoveAction, data, left, none)
    calendar.dragMoveEvent(over)
    assert over.isAccepted()
    assert calendar.days.target == date(2026, 3, 20)
    calendar.grab()
    calendar.dropEvent(QDropEvent(QPointF(there), Qt.DropAction.MoveAction, data, left, none))
    assert stage.days() == [date(2026, 3, 20)]
    assert calendar.days.target is None


def test_the_mark_under_the_pointer_is_the_one_that_is_taken(stage: Stage, calendar: MonthView) -> None:
    entry = workout(stage, TODAY)
    cell = calendar.visualRect(calendar.month_model.index_of(TODAY))
    mark = calendar.mark_at(QPointF(cell.left() + 30, cell.top() + 36))
    assert mark is not None
    assert mark.entry is not None
    assert mark.entry.id == entry.id
    assert calendar.mark_at(QPointF(cell.left() + 30, cell.top() + 8)) is None
    assert calendar.mark_at(QPointF(-5, -5)) is None


def test_s_skips_and_takes_it_back(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    workout(stage, TODAY)
    qtbot.keyClick(calendar, K.Key_S)
    assert kinds(stage, TODAY) == [MarkKind.SKIPPED]
    assert stage.done[-1] == "Easy skipped."
    qtbot.keyClick(calendar, K.Key_S)
    assert kinds(stage, TODAY) == [MarkKind.PLANNED]


def test_delete_takes_a_race_away_and_skips_what_a_plan_asks_for(
    qtbot: QtBot, stage: Stage, calendar: MonthView
) -> None:
    stage.race(TODAY)
    qtbot.keyClick(calendar, K.Key_Delete)
    assert stage.days() == []
    stage.start()
    first = stage.days()[0]
    stage.page.show_day(first)
    qtbot.keyClick(calendar, K.Key_Delete)
    assert kinds(stage, first) == [MarkKind.SKIPPED]


def test_enter_leads_to_what_stands_on_the_day(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    stage.race(TODAY)
    qtbot.keyClick(calendar, K.Key_Return)
    (row,) = stage.page.calendar.panel.rows
    assert stage.page.window().focusWidget() is row.buttons[EDIT]


def test_enter_on_an_empty_day_offers_what_can_be_added(
    qtbot: QtBot, stage: Stage, calendar: MonthView
) -> None:
    qtbot.keyClick(calendar, K.Key_Return)
    menu = stage.page.calendar.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Add a workout…",
        "Add a hard run…",
        "Add a race…",
    ]
    menu.close()


def test_the_menu_of_a_day_has_all_that_can_be_done(stage: Stage, calendar: MonthView) -> None:
    stage.race(TODAY, "R&D run")
    calendar.menu_wanted.emit(QPoint(0, 0))
    menu = stage.page.calendar.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["Edit R&&D run · 10 km…", "Move R&&D run · 10 km…", "Delete R&&D run · 10 km"]
    menu.actions()[2].trigger()
    assert stage.days() == []
    menu.close()


def test_the_panel_says_what_is_in_a_session(stage: Stage, calendar: MonthView) -> None:
    stage.start()
    first = stage.planning.entries(TODAY, date(2026, 12, 31))[0]
    stage.page.show_day(first.day)
    (row,) = stage.page.calendar.panel.rows
    said = [words.text() for words in row.findChildren(Words)]
    assert said == ["Nordics in ten weeks", "Planned, week 1", "Nordic hamstring curl · 2 × 5"]
    assert set(row.buttons) == {MOVE, SKIP}


def test_a_moved_entry_says_where_it_stood(stage: Stage, calendar: MonthView) -> None:
    entry = workout(stage, TODAY)
    stage.planning.move(entry.id, date(2026, 3, 6), "Move")
    stage.page.show_day(date(2026, 3, 6))
    (row,) = stage.page.calendar.panel.rows
    assert "Planned, moved from Wed 4 Mar" in [words.text() for words in row.findChildren(Words)]


def test_an_entry_is_moved_by_a_dialog(stage: Stage, calendar: MonthView) -> None:
    workout(stage, TODAY)
    stage.page.show_day(TODAY)
    stage.page.calendar.panel.rows[0].buttons[MOVE].click()
    dialog = stage.page.dialogs.dialog
    assert isinstance(dialog, DayDialog)
    dialog.field.setDate(QDate(2026, 3, 9))
    dialog.go_button.click()
    assert stage.days() == [date(2026, 3, 9)]


def test_a_race_is_changed(stage: Stage, calendar: MonthView) -> None:
    stage.race(TODAY)
    stage.page.show_day(TODAY)
    stage.page.calendar.panel.rows[0].buttons[EDIT].click()
    dialog = stage.page.dialogs.dialog
    assert isinstance(dialog, EntryDialog)
    dialog.title_field.setText("Autumn run")
    dialog.distance.setValue(0)
    dialog.save_button.click()
    (entry,) = stage.planning.entries(TODAY, TODAY)
    assert (entry.title, entry.distance_km) == ("Autumn run", None)


def test_the_keyboard_stays_where_it_was_when_an_entry_changes(stage: Stage, calendar: MonthView) -> None:
    workout(stage, TODAY)
    stage.page.show_day(TODAY)
    button = stage.page.calendar.panel.rows[0].buttons[SKIP]
    button.setFocus()
    button.click()
    (row,) = stage.page.calendar.panel.rows
    assert stage.page.window().focusWidget() is row.buttons[UNSKIP]


def test_a_race_on_sunday_moves_the_plan(stage: Stage, calendar: MonthView) -> None:
    stage.start()
    before = stage.days()
    sunday = date(2026, 3, 22)
    stage.race(sunday)
    view = stage.page.calendar
    assert view.clash_note.isVisible()
    assert view.clash_words.text() == "A workout of this month stands too near a race or a hard run."
    near = date(2026, 3, 20)
    assert near in before
    assert any(mark.clashes for mark in calendar.month_model.month.days[near].marks)
    stage.page.show_day(near)
    said = [words.text() for words in view.panel.rows[0].findChildren(Words)]
    assert any(words.startswith("About 48 hours before a race.") for words in said)
    assert "The app's own rule" in said
    view.room_button.click()
    assert near not in stage.days()
    assert not view.clash_note.isVisible()
    stage.store.undo()
    assert near in stage.days()


def test_what_was_done_and_run_stands_on_its_day(stage: Stage, calendar: MonthView) -> None:
    from trainer.catalog import load_catalog

    easy = load_catalog().workouts["hamstrings-for-runners-easy"]
    workout(stage, TODAY)
    start = stage.store  # the day of the fake clock
    at = stage.planning._clock.utc_now() - timedelta(hours=2)
    log = SessionLog("s1", at, "Europe/Berlin", easy.id, easy.name, prescribed=easy)
    start.save_session(SessionLog(**{**{f: getattr(log, f) for f in log.__slots__}, "ended_at": at}))
    stage.store.save_run(Run("r1", at, "Europe/Berlin", 12.3, 4_000.0))
    assert kinds(stage, TODAY) == [MarkKind.DONE, MarkKind.RUN]
    stage.page.show_day(TODAY)
    done, run = stage.page.calendar.panel.rows
    assert done.buttons == {} == run.buttons


def test_today_leads_to_where_training_starts(qtbot: QtBot, stage: Stage, calendar: MonthView) -> None:
    panel = stage.page.calendar.panel
    assert not panel.today_button.isVisible()
    workout(stage, TODAY)
    with qtbot.waitSignal(stage.page.today_requested):
        panel.today_button.click()
    stage.page.show_day(TODAY + timedelta(days=1))
    assert not panel.today_button.isVisible()


def test_a_full_day_says_how_much_more_there_is(stage: Stage, calendar: MonthView) -> None:
    for number in range(6):
        stage.race(TODAY, f"Heat {number}")
    month = stage.page.calendar.month
    month.grab()
    cell = month.visualRect(month.month_model.index_of(TODAY))
    shown = month.days._shown(cell, month.month_model.month.days[TODAY])
    assert 0 < len(shown) < 6
    stage.page.resize(700, 800)
    month.grab()
