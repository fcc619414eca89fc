"""The plans page: looked through, a plan started, paused, shifted and stopped, one of one's own made."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from tests.accessible import nameless, twins
from tests.fakes import FakeClock
from tests.ui.plans.conftest import TODAY, Stage
from trainer.domain.plan import Footing
from trainer.domain.session import SessionLog
from trainer.ui.plans.day_dialogs import ShiftDialog
from trainer.ui.plans.own_plan_dialog import OwnPlanDialog
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW
from trainer.ui.plans.plan_detail import PlanDetail
from trainer.ui.plans.start_dialog import StartDialog
from trainer.ui.plans.started_card import GO_ON, PAUSE, SHIFT, STOP
from trainer.ui.today.intake_dialog import IntakeDialog
from trainer.ui.widgets.name_dialog import NameDialog
from trainer.ui.widgets.text import Words

LEFT = Qt.MouseButton.LeftButton
NORDIC = "nordic-10-weeks"


def detail_of(stage: Stage) -> PlanDetail:
    assert stage.page.detail is not None
    return stage.page.detail


def start_dialog(stage: Stage, plan_id: str = NORDIC) -> StartDialog:
    stage.page.show_plan(plan_id)
    detail_of(stage).start_button.click()
    assert isinstance(stage.page.dialogs.dialog, StartDialog)
    return stage.page.dialogs.dialog


def texts(stage: Stage) -> str:
    return "\n".join(one.text() for one in stage.page.findChildren(Words) if one.isVisible())


def test_it_opens_with_the_plans_and_says_whose_each_is(stage: Stage) -> None:
    page = stage.show()
    assert page.views.value == PLANS_VIEW
    assert not page.calendar.isVisible()
    names = [card.plan.name for card in page.shelf.cards]
    assert names[:2] == ["Nordics in ten weeks", "Runner's on-ramp to Nordics"]
    shown = texts(stage)
    for word in ("As published", "Partly as published", "The app's own rule", "Information only"):
        assert word in shown
    assert page.shelf.own_hint.isVisible()


def test_every_control_has_a_name_of_its_own_in_every_view(stage: Stage) -> None:
    stage.start()
    page = stage.show()
    page.show_view(PLANS_VIEW)
    assert nameless(page) == [] == twins(page)
    page.show_view(CALENDAR_VIEW)
    assert nameless(page) == [] == twins(page)
    page.show_plan(NORDIC)
    assert nameless(page) == []


def test_a_plan_opens_by_the_keyboard_and_leads_back(qtbot: QtBot, stage: Stage) -> None:
    page = stage.show()
    card = page.shelf.cards[2]
    card.open_button.setFocus()
    qtbot.keyClick(card.open_button, Qt.Key.Key_Space)
    assert detail_of(stage).plan.id == card.plan.id
    assert not page.shelf.isVisible()
    qtbot.keyClick(detail_of(stage).back_button, Qt.Key.Key_Space)
    assert page.detail is None
    assert page.shelf.isVisible()
    assert page.window().focusWidget() is card.open_button


def test_a_click_anywhere_on_its_card_opens_a_plan(qtbot: QtBot, stage: Stage) -> None:
    page = stage.show()
    qtbot.mouseClick(page.shelf.cards[1], LEFT)
    assert detail_of(stage).plan.id == page.shelf.cards[1].plan.id


@pytest.mark.parametrize("plan_id", ["nordic-10-weeks", "achilles-alfredson", "runner-strength-base"])
def test_a_plan_says_whose_it_is_and_what_is_uncertain(stage: Stage, plan_id: str) -> None:
    page = stage.show()
    page.show_plan(plan_id)
    shown = texts(stage)
    plan = detail_of(stage).plan
    assert plan.source in shown
    for part in (plan.whose, plan.tried_in, plan.outcome, plan.uncertain, plan.seen, plan.cautions):
        for statement in part:
            assert statement.text.replace(" %", "\N{NO-BREAK SPACE}%") in shown


def test_what_is_for_a_clinician_is_shown_and_cannot_be_started(stage: Stage) -> None:
    page = stage.show()
    information = [plan for plan in stage.planning.plans() if not plan.self_start]
    assert information
    for plan in information:
        page.show_plan(plan.id)
        detail = detail_of(stage)
        assert detail.information_only.isVisible()
        assert not detail.start_button.isVisible()
        assert not detail.copy_button.isVisible()
        assert detail.table.isVisible()


def test_the_plan_that_follows_is_a_step_away(qtbot: QtBot, stage: Stage) -> None:
    page = stage.show()
    page.show_plan(NORDIC)
    with qtbot.waitSignal(detail_of(stage).plan_requested):
        detail_of(stage).follows_button.click()
    assert detail_of(stage).plan.id == "nordic-maintenance"


def test_a_plan_is_started_and_stands_on_the_calendar(qtbot: QtBot, stage: Stage) -> None:
    stage.answer_intake()
    stage.show()
    dialog = start_dialog(stage)
    dialog.days.set_values(["1", "3", "5"])
    dialog.days.changed.emit()
    assert dialog.summary.text() == "27 sessions, from Wed 4 Mar 2026 to Mon 11 May 2026."
    qtbot.mouseClick(dialog.go_button, LEFT)
    assert stage.done == ["Nordics in ten weeks started: 27 sessions on the calendar."]
    assert len(stage.days()) == 27
    assert stage.page.calendar.isVisible()
    assert stage.page.calendar.month.day.day == stage.days()[0]
    stage.store.undo()
    assert stage.days() == []
    assert stage.planning.under_way() == []


def test_the_preview_writes_nothing_and_goes_through_the_months(qtbot: QtBot, stage: Stage) -> None:
    stage.show()
    dialog = start_dialog(stage)
    qtbot.mouseClick(dialog.later_button, LEFT)
    assert dialog.month_title.text() == "April 2026"
    qtbot.mouseClick(dialog.earlier_button, LEFT)
    assert dialog.month_title.text() == "March 2026"
    qtbot.keyClick(dialog.month, Qt.Key.Key_PageDown)
    assert dialog.month_title.text() == "April 2026"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert stage.days() == []


def test_another_first_day_lays_it_out_anew(stage: Stage) -> None:
    stage.show()
    dialog = start_dialog(stage)
    dialog.day.setDate(QDate(2026, 6, 1))
    assert "from Mon 1 Jun 2026" in dialog.summary.text()
    assert dialog.month_title.text() == "June 2026"
    dialog.reject()


def test_what_cannot_be_is_said_in_the_dialog(stage: Stage) -> None:
    stage.show()
    dialog = start_dialog(stage)
    dialog.days.set_values([])
    dialog.days.changed.emit()
    assert dialog.summary.text() == "Choose the days you train on."
    assert not dialog.go_button.isEnabled()
    dialog.days.set_values(["1"])
    dialog.day.setDate(QDate(2026, 3, 1))
    assert dialog.summary.text() == "A plan starts today or later."
    assert not dialog.go_button.isEnabled()
    dialog.reject()


def test_a_race_in_the_way_is_told_with_its_reason_before_the_start(stage: Stage) -> None:
    stage.race(date(2026, 3, 22))
    stage.show()
    dialog = start_dialog(stage)
    dialog.days.set_values(["1", "3", "5"])
    dialog.days.changed.emit()
    said = [words.text() for words in dialog.findChildren(Words)]
    assert any(words.startswith("About 48 hours before a race.") for words in said)
    assert "Fri 20 Mar" in said
    dialog.reject()


def test_before_a_heavy_plan_the_questions_come(qtbot: QtBot, stage: Stage) -> None:
    page = stage.show()
    dialog = start_dialog(stage)
    dialog.go_button.click()
    assert stage.days() == []
    intake = page.findChild(IntakeDialog)
    assert intake is not None
    intake.none_box.setChecked(True)
    intake.go_on_button.click()
    assert len(stage.days()) == 27


def test_who_breaks_the_questions_off_has_started_nothing(stage: Stage) -> None:
    page = stage.show()
    start_dialog(stage).go_button.click()
    intake = page.findChild(IntakeDialog)
    assert intake is not None
    intake.reject()
    assert stage.days() == []
    assert stage.planning.under_way() == []


def test_with_a_plan_under_way_it_opens_with_the_calendar(qtbot: QtBot, stage: Stage) -> None:
    stage.start()
    stage.page.on_shown()
    (card,) = stage.page.shelf.started_cards
    assert card.words.text().startswith("0 of 27 sessions done")


def test_a_plan_pauses_and_goes_on(stage: Stage) -> None:
    stage.start()
    page = stage.show()
    page.shelf.started_cards[0].buttons[PAUSE].click()
    assert stage.done == ["Nordics in ten weeks paused; it waits for you."]
    assert stage.days() == []
    (card,) = page.shelf.started_cards
    assert "paused since 4 March" in card.words.text()
    card.buttons[GO_ON].click()
    assert stage.done[-1] == "Nordics in ten weeks: The plan goes on where it was paused."
    assert len(stage.days()) == 27
    stage.store.undo()
    assert stage.days() == []


def test_a_plan_is_shifted_by_a_week(stage: Stage) -> None:
    stage.start()
    page, before = stage.show(), stage.days()
    page.shelf.started_cards[0].buttons[SHIFT].click()
    dialog = page.dialogs.dialog
    assert isinstance(dialog, ShiftDialog)
    dialog.go_button.click()
    assert stage.days() == [day + timedelta(days=7) for day in before]
    assert stage.done == ["Nordics in ten weeks shifted, 7 days later."]


def test_a_plan_is_stopped_and_that_can_be_undone(stage: Stage) -> None:
    stage.start()
    page = stage.show()
    page.shelf.started_cards[0].buttons[STOP].click()
    assert stage.days() == []
    assert page.shelf.started_cards == []
    stage.store.undo()
    assert len(stage.days()) == 27
    assert len(page.shelf.started_cards) == 1


def test_a_failure_is_told_and_nothing_changes(stage: Stage) -> None:
    stage.answer_intake()
    stage.start()
    stage.show()
    dialog = start_dialog(stage)
    dialog.go_button.click()
    assert "under way already" in stage.told[-1]
    assert stage.done == []


def test_a_plan_of_ones_own_is_made_of_workouts(qtbot: QtBot, stage: Stage) -> None:
    page = stage.show()
    page.shelf.new_button.click()
    dialog = page.dialogs.dialog
    assert isinstance(dialog, OwnPlanDialog)
    assert nameless(dialog) == [] == twins(dialog)
    dialog.name.setText("Spring")
    dialog.add_workout(0, stage.library.workout("hamstrings-for-runners"))
    dialog.add_button.click()
    dialog.take_out(1, 0)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert stage.done == ["Spring saved."]
    plan = next(one for one in stage.planning.plans() if one.footing is Footing.OWN)
    assert (plan.name, [len(week.sessions) for week in plan.weeks]) == ("Spring", [2, 1])
    assert page.shelf.cards[0].plan == plan
    stage.store.undo()
    assert all(one.footing is not Footing.OWN for one in stage.planning.plans())


def test_a_plan_without_a_name_or_a_workout_is_not_saved(stage: Stage) -> None:
    page = stage.show()
    page.dialogs.new_plan()
    dialog = page.dialogs.dialog
    assert isinstance(dialog, OwnPlanDialog)
    dialog.name.setText(" ")
    dialog.save_button.click()
    assert dialog.problem.text() == "Give it a name."
    dialog.name.setText("Spring")
    dialog.take_out(0, 0)
    dialog.save_button.click()
    assert dialog.problem.text() == "Put a workout into one of its weeks."
    assert dialog.isVisible()
    dialog.reject()


def test_weeks_are_repeated_and_removed_and_the_last_one_stays(stage: Stage) -> None:
    page = stage.show()
    page.dialogs.new_plan()
    dialog = page.dialogs.dialog
    assert isinstance(dialog, OwnPlanDialog)
    assert not dialog.editors[0].remove_button.isEnabled()
    dialog.editors[0].repeat_button.click()
    assert len(dialog.editors) == 2
    dialog.editors[1].remove_button.click()
    assert len(dialog.editors) == 1
    dialog.remove_week(0)
    assert len(dialog.editors) == 1
    dialog.reject()


def test_a_published_plan_is_copied_renamed_and_deleted(stage: Stage) -> None:
    page = stage.show()
    page.show_plan(NORDIC)
    detail_of(stage).copy_button.click()
    dialog = page.dialogs.dialog
    assert isinstance(dialog, OwnPlanDialog)
    assert dialog.name.text() == "Nordics in ten weeks (mine)"
    dialog.save_button.click()
    copy = next(one for one in stage.planning.plans() if one.footing is Footing.OWN)
    assert copy.session_count == 27
    assert copy.source == "Your copy of “Nordics in ten weeks”"
    page.show_plan(copy.id)
    assert detail_of(stage).edit_button.isVisible()
    page.dialogs.rename(copy)
    rename = page.dialogs.dialog
    assert isinstance(rename, NameDialog)
    rename.field.setText("Nordics in ten weeks")
    rename.go_button.click()
    assert rename.problem.text() == "There is a plan of this name already; choose another."
    rename.field.setText("Mine")
    rename.go_button.click()
    assert detail_of(stage).plan.name == "Mine"
    page.acts.delete_plan(detail_of(stage).plan)
    assert page.detail is None
    assert stage.done[-1] == "Mine deleted. What is on the calendar stays."
    stage.store.undo()
    assert any(one.name == "Mine" for one in stage.planning.plans())


def test_a_plan_of_ones_own_can_be_started(stage: Stage) -> None:
    stage.answer_intake()
    page = stage.show()
    page.dialogs.new_plan()
    dialog = page.dialogs.dialog
    assert isinstance(dialog, OwnPlanDialog)
    dialog.name.setText("Spring")
    dialog.save_button.click()
    plan = page.shelf.cards[0].plan
    start = start_dialog(stage, plan.id)
    start.go_button.click()
    (day,) = stage.days()
    assert day >= date(2026, 3, 4)
    (entry,) = stage.planning.entries(day, day)
    assert stage.planning.workout_of(entry).items


def test_a_view_that_is_gone_leaves_no_plan_open(stage: Stage) -> None:
    page = stage.show()
    page.show_plan("no-such-plan")
    assert page.detail is None
    assert "no plan" in stage.told[0]


def test_after_two_weeks_away_a_plan_goes_on_a_step_back_and_says_so(
    stage: Stage, fake_clock: FakeClock
) -> None:
    stage.start()
    page = stage.show()
    for number, entry in enumerate(stage.planning.entries(TODAY, date(2026, 12, 31))[:3]):
        at = fake_clock.utc_now()
        stage.store.save_session(SessionLog(f"s{number}", at, "Europe/Berlin", "", "Nordics", ended_at=at))
        stage.planning.fulfil(entry.id, f"s{number}")
    stage.planning.pause(stage.planning.under_way()[0].id, "Pause")
    fake_clock.advance(20 * 24 * 3600)
    page.show_view(PLANS_VIEW)
    page.on_shown()
    page.shelf.started_cards[0].buttons[GO_ON].click()
    assert "a step back" in stage.done[-1]
