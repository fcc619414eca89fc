"""Today in the whole window, with the real coach, calendar and complaints on a real log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.catalog import load_catalog
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.checkin import CheckIn
from trainer.domain.complaint import Feeling
from trainer.domain.exercise import Side
from trainer.domain.hurt import Hurt
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import Workout
from trainer.paths import paths_for
from trainer.settings import EQUIPMENT, KNEELING_HURTS, Settings
from trainer.store import Store, new_id
from trainer.ui.desk import Desk
from trainer.ui.main_window import MainWindow
from trainer.ui.shell import Shell
from trainer.ui.today.page import TodayPage

LEFT = Qt.MouseButton.LeftButton
EASY = "hamstrings-for-runners-easy"


def today_of(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def desk_of(window: MainWindow) -> Desk:
    shell = window.findChild(Shell)
    assert shell is not None
    assert shell.desk is not None
    return shell.desk


def targets(page: TodayPage) -> list[tuple[str, object]]:
    """What the workout asks for, without why."""
    assert page.workout is not None
    return [(item.exercise_id, item.sets) for item in page.workout.items]


def log_done(data_dir: Path, clock: FakeClock, *days_ago: int) -> Workout:
    """The easy version, done as it asked on these days."""
    workout = load_catalog().workouts[EASY]
    store = Store.open(paths_for(data_dir), clock=clock)
    for days in days_ago:
        start = clock.utc_now() - timedelta(days=days)
        log = SessionLog(new_id(), start, "Europe/Berlin", workout.id, workout.name, prescribed=workout)
        store.save_session(log.finished(start + timedelta(minutes=20)))
        store.save_sets(_sets(log, workout))
    store.close()
    return workout


def _sets(log: SessionLog, workout: Workout) -> list[SetLog]:
    rows: list[SetLog] = []
    index = 0
    for item in workout.items:
        for target in item.sets:
            index += 1
            sides = (Side.LEFT, Side.RIGHT) if item.side.value == "each" else (Side.BOTH,)
            set_id = new_id()
            rows += [
                SetLog(
                    set_id=set_id,
                    session_id=log.id,
                    set_index=index,
                    exercise_id=item.exercise_id,
                    exercise=item.exercise,
                    side=side,
                    target=target,
                    rest_s=item.rest_s,
                    status=SetStatus.DONE,
                    completed_at=log.started_at,
                    reps=target.reps,
                    hold_s=target.hold_s,
                    tempo=str(target.tempo or ""),
                )
                for side in sides
            ]
    return rows


@pytest.fixture
def after_a_session(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow]
) -> TodayPage:
    """The morning after a session."""
    log_done(data_dir, fake_clock, 1)
    return today_of(make_window())


def test_a_sore_morning_changes_the_workout_and_says_why(after_a_session: TodayPage, qtbot: QtBot) -> None:
    page = after_a_session
    before = page.workout
    qtbot.mouseClick(page.checkin_card.sore_button, LEFT)
    form = page.checkin_card.form
    assert form is not None
    qtbot.mouseClick(form.chips[0], LEFT)
    next(iter(form.rows.values())).soreness.give(6)
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: page.checkin_card.told.text() == "Hamstring, middle: soreness 6")
    card = page.workout_card
    changed = [row for row in card.rows if row.moved] or card.verdict.isVisible()
    assert changed
    assert before is not None
    page.undo_requested.emit()
    qtbot.waitUntil(page.checkin_card.well_button.isVisible)
    assert page.workout == before


def test_all_well_leaves_the_workout_as_it_was(after_a_session: TodayPage, qtbot: QtBot) -> None:
    before = targets(after_a_session)
    qtbot.mouseClick(after_a_session.checkin_card.well_button, LEFT)
    qtbot.waitUntil(lambda: after_a_session.checkin_card.told.text() == "All well")
    assert targets(after_a_session) == before


def test_what_was_chosen_instead_holds_and_can_be_undone(after_a_session: TodayPage, qtbot: QtBot) -> None:
    page = after_a_session
    row = next(row for row in page.workout_card.rows if row.item.choices)
    choice = row.item.choices[0]
    page.next.overrule(row.item, choice)
    template = row.item.template.exercise_id
    again = next(one for one in page.workout_card.rows if one.item.template.exercise_id == template)
    assert "Your choice" in again.accessibleName()
    assert again.item.proposed is not None
    assert replace(again.item.proposed, why="") == replace(choice, why="")
    page.undo_requested.emit()
    qtbot.waitUntil(lambda: "Your choice" not in [one.moved for one in page.workout_card.rows])


def test_a_red_flag_leaves_nothing_to_train_on(window: MainWindow, qtbot: QtBot) -> None:
    page, hurting = today_of(window), desk_of(window).hurting
    flag = hurting.questions("hamstring", Feeling.PAIN)[0]
    outcome = hurting.outcome(Hurt("hamstring", Feeling.PAIN, 5, Side.LEFT, 0, (flag.id,)))
    assert outcome.page is not None
    hurting.record(outcome, "Note")
    qtbot.waitUntil(lambda: not page.workout_card.start_button.isVisible())
    assert page.workout is None
    assert page.workout_card.verdict.title.text() == "No workout today"
    assert len(page.complaints.rows) == 1
    qtbot.mouseClick(page.complaints.rows[0].fine_button, LEFT)
    qtbot.waitUntil(page.workout_card.start_button.isVisible)


def test_a_planned_session_begins_for_its_plan_and_is_done_when_it_ends(
    window: MainWindow, qtbot: QtBot, fake_clock: FakeClock
) -> None:
    page, desk = today_of(window), desk_of(window)
    plan = desk.planning.plan("runner-on-ramp")
    today = desk.planning.today()
    desk.planning.start(plan, today, (today.isoweekday(),), "Start")
    qtbot.waitUntil(lambda: page.next.offer is not None and page.next.offer.entry is not None)
    assert plan.name in page.workout_card.when.text()
    workout, offer = page.workout, page.next.offer
    assert workout is not None
    assert offer is not None
    active = desk.training.begin(workout, offer.occasion)
    assert (active.log.plan_id, active.log.plan) == (offer.occasion.plan_id, plan.name)
    active.finish()
    qtbot.waitUntil(lambda: page.next.offer is not None and page.next.offer.entry != offer.entry)
    assert page.next.offer is not None
    assert page.next.offer.entry is not None
    assert page.next.offer.entry.day > today
    assert page.week_card.words.text() == "1 session done"


def test_missed_sessions_are_moved_once_and_told(
    window: MainWindow, make_window: Callable[[], MainWindow], qtbot: QtBot, fake_clock: FakeClock
) -> None:
    desk = desk_of(window)
    plan = desk.planning.plan("nordic-10-weeks")
    desk.planning.start(plan, desk.planning.today(), (3, 5), "Start")
    page = today_of(window)
    assert page.rescheduling.card is None
    fake_clock.sleep(24 * 3600)
    page.on_shown()
    card = page.rescheduling.card
    assert card is not None
    assert "from Wednesday" in card.lines[0].text()
    qtbot.mouseClick(card.undo_button, LEFT)
    assert page.rescheduling.card is None
    page.on_shown()
    assert page.rescheduling.card is None


def test_races_and_runs_stand_in_the_week(window: MainWindow, qtbot: QtBot, fake_clock: FakeClock) -> None:
    page, desk = today_of(window), desk_of(window)
    today = desk.planning.today()
    race = CalendarEntry("", today + timedelta(days=2), EntryKind.RACE, "City half", distance_km=21.1)
    desk.planning.add(race, "Add")
    desk.store.save_run(Run("run", fake_clock.utc_now(), "Europe/Berlin", 8.0, 2400.0))
    qtbot.waitUntil(lambda: len(page.week_card.lines) == 2)
    assert [line.text() for line in page.week_card.lines] == ["Fri: race, City half, 21.1 km", "1 run, 8 km"]
    assert "Friday: race" in page.week_card.strip.accessibleDescription()


def test_the_morning_worse_after_a_session_steps_down(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    log_done(data_dir, fake_clock, 1)
    store = Store.open(paths_for(data_dir), clock=fake_clock)
    at = fake_clock.utc_now() - timedelta(days=1, hours=8)
    store.save_checkin(CheckIn("before", at, "Europe/Berlin", "hamstring", Side.BOTH, soreness=0, pain=0))
    store.close()
    page = today_of(make_window())
    page.checkin_card.open_form()
    form = page.checkin_card.form
    assert form is not None
    form.add("hamstring")
    form.rows["hamstring"].pain.give(3)
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: any(row.moved == "One step down" for row in page.workout_card.rows))
    row = next(row for row in page.workout_card.rows if row.moved == "One step down")
    qtbot.mouseClick(row.why_button, LEFT)
    assert row.why_list is not None
    assert row.why_list.isVisible()


def test_two_weeks_away_are_one_step_back(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow]
) -> None:
    log_done(data_dir, fake_clock, 22, 19, 16)
    page = today_of(make_window())
    assert "Back after a break" in [row.moved for row in page.workout_card.rows]


def test_no_slick_floor_and_sore_knees_find_the_right_substitutes(
    data_dir: Path, make_window: Callable[[], MainWindow]
) -> None:
    settings = Settings(paths_for(data_dir).settings)
    settings.set(EQUIPMENT, frozenset({"mat", "ankle-anchor"}))
    settings.set(KNEELING_HURTS, True)
    page = today_of(make_window())
    assert page.workout is not None
    shown = {item.exercise_id for item in page.workout.items}
    library = load_catalog().exercises
    assert "partial-range-nordic" not in shown
    assert not any("slick-floor" in library[one].equipment for one in shown)
    assert [row.moved for row in page.workout_card.rows].count("") == 1


def test_a_race_in_two_days_has_heavy_work_wait(window: MainWindow, qtbot: QtBot) -> None:
    page, desk = today_of(window), desk_of(window)
    race = CalendarEntry("", desk.planning.today() + timedelta(days=1), EntryKind.RACE, "City ten")
    desk.planning.add(race, "Add")
    qtbot.waitUntil(page.workout_card.verdict.isVisible)
    assert page.workout_card.verdict.title.text().startswith("Better on ")
    assert page.workout_card.start_button.text() == "Start all the same"
    assert not page.workout_card.verdict.move_button.isVisible()
