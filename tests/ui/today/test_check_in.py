"""The morning check-in: one click, a few, or none; asked once; what hurts is one step away."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.accessible import nameless, twins
from tests.ui.today.conftest import Stage
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Side
from trainer.services.coaching import Felt, Morning
from trainer.settings import CHECKIN_SKIPPED
from trainer.ui.today.checkin_form import CheckInForm
from trainer.ui.widgets.scale import Scale

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked(stage: Stage) -> Stage:
    """It is due, after a session."""
    stage.log_session(days_ago=1)
    stage.coach.this_morning = Morning(due=True, areas=("hamstring", "hip-outside"), session_id="yesterday")
    stage.show()
    return stage


def open_form(stage: Stage, qtbot: QtBot) -> CheckInForm:
    qtbot.mouseClick(stage.page.checkin_card.sore_button, LEFT)
    form = stage.page.checkin_card.form
    assert form is not None
    return form


def answer(scale: Scale, value: int, qtbot: QtBot) -> None:
    """Clicks the cell."""
    x = scale.width() * (value + 0.5) / 11
    qtbot.mouseClick(scale, LEFT, pos=QPointF(x, scale.height() / 2).toPoint())


def test_nothing_is_asked_when_nothing_is_due(stage: Stage) -> None:
    stage.log_session(days_ago=1)
    assert not stage.show().checkin_card.isVisible()


def test_nothing_is_asked_before_anything_was_done(stage: Stage) -> None:
    stage.coach.this_morning = Morning(due=True)
    assert not stage.show().checkin_card.isVisible()


def test_all_well_is_one_click(asked: Stage, qtbot: QtBot) -> None:
    card = asked.page.checkin_card
    assert card.title.text() == "How is it, the morning after?"
    qtbot.mouseClick(card.well_button, LEFT)
    assert asked.coach.felt == [([], "Check-in")]
    assert asked.done == ["Checked in: all well."]


def test_soreness_takes_three_clicks_and_save(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    assert not form.save_button.isEnabled()
    qtbot.mouseClick(form.chips[0], LEFT)
    row = form.rows["hamstring"]
    assert form.map.chosen == {"hamstring:left", "hamstring:right"}
    answer(row.soreness, 4, qtbot)
    qtbot.mouseClick(row.sides.button("left"), LEFT)
    qtbot.mouseClick(form.save_button, LEFT)
    assert asked.coach.felt == [([Felt("hamstring", Side.LEFT, soreness=4)], "Check-in")]
    assert asked.done == ["Checked in: Hamstring, middle, left."]
    assert form.map.chosen == {"hamstring:left"}
    assert not asked.page.checkin_card.form_open


def test_the_whole_check_in_is_done_by_keyboard(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    qtbot.keyClick(form.chips[1], Qt.Key.Key_Space)
    row = form.rows["hip-outside"]
    assert asked.page.focusWidget() is row.soreness
    qtbot.keyClick(row.soreness, Qt.Key.Key_1)
    qtbot.keyClick(row.soreness, Qt.Key.Key_0)
    qtbot.keyClick(row.pain, Qt.Key.Key_3)
    qtbot.keyClick(row.pain, Qt.Key.Key_Left)
    qtbot.keyClick(form.save_button, Qt.Key.Key_Return)
    assert asked.coach.felt == [([Felt("hip-outside", Side.BOTH, soreness=10, pain=2)], "Check-in")]


def test_the_body_chooses_areas_and_lets_them_go(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.map.setFocus()
    qtbot.keyClick(form.map, Qt.Key.Key_Space)
    assert {area: row.side for area, row in form.rows.items()} == {"hamstring": Side.RIGHT}
    assert form.chips[0].isChecked()
    qtbot.keyClick(form.map, Qt.Key.Key_Right)
    qtbot.keyClick(form.map, Qt.Key.Key_Space)
    assert form.rows["hamstring"].side is Side.BOTH
    qtbot.keyClick(form.map, Qt.Key.Key_Space)
    assert form.rows["hamstring"].side is Side.RIGHT
    qtbot.keyClick(form.map, Qt.Key.Key_Left)
    qtbot.keyClick(form.map, Qt.Key.Key_Space)
    assert form.rows == {}
    assert not form.chips[0].isChecked()


def test_any_place_can_be_chosen_from_the_list_and_taken_out_again(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.places.activated.emit(form.places.findData("achilles"))
    assert list(form.rows) == ["achilles"]
    answer(form.rows["achilles"].pain, 5, qtbot)
    assert form.save_button.isEnabled()
    form.remove("achilles")
    assert not form.save_button.isEnabled()


def test_pain_leads_on_to_what_hurts(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.add("achilles")
    row = form.rows["achilles"]
    assert not row.hurts_button.isVisible()
    answer(row.pain, 4, qtbot)
    qtbot.mouseClick(row.hurts_button, LEFT)
    qtbot.mouseClick(asked.page.hurts_button, LEFT)
    assert asked.hurts == ["achilles", ""]


def test_much_soreness_leads_on_to_the_questions_that_tell_it_from_injury(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.add("hamstring")
    row = form.rows["hamstring"]
    answer(row.soreness, 3, qtbot)
    assert not row.hurts_button.isVisible()
    answer(row.soreness, 4, qtbot)
    qtbot.mouseClick(row.hurts_button, LEFT)
    assert asked.hurts == ["hamstring"]


def test_an_area_without_an_answer_is_not_kept(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.add("hamstring")
    form.add("hip-outside")
    answer(form.rows["hip-outside"].soreness, 2, qtbot)
    answer(form.rows["hamstring"].soreness, 2, qtbot)
    qtbot.keyClick(form.rows["hamstring"].soreness, Qt.Key.Key_Backspace)
    form.save_button.click()
    assert [one.area for one in asked.coach.felt[0][0]] == ["hip-outside"]


def test_declined_it_is_not_asked_again_today(asked: Stage, qtbot: QtBot) -> None:
    qtbot.mouseClick(asked.page.checkin_card.skip_button, LEFT)
    assert not asked.page.checkin_card.isVisible()
    assert asked.settings.get(CHECKIN_SKIPPED) == "2026-03-04"
    asked.page.on_shown()
    assert not asked.page.checkin_card.isVisible()
    asked.clock.sleep(24 * 3600)
    asked.page.on_shown()
    assert asked.page.checkin_card.isVisible()


def test_what_was_answered_today_is_shown_and_more_can_be_added(stage: Stage, qtbot: QtBot) -> None:
    at = stage.clock.utc_now()
    stage.store.save_checkin(CheckIn("one", at, "Europe/Berlin", "hamstring", Side.LEFT, soreness=4, pain=0))
    card = stage.show().checkin_card
    assert card.told.text() == "Hamstring, middle, left: soreness 4"
    qtbot.mouseClick(card.more_button, LEFT)
    assert card.form_open
    assert card.form is not None
    qtbot.mouseClick(card.form.leave_button, LEFT)
    assert card.told.isVisible()


def test_a_form_that_is_being_filled_in_stays(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.add("hamstring")
    asked.page.refresh()
    assert asked.page.checkin_card.form is form
    assert form.isVisible()
    assert list(form.rows) == ["hamstring"]


def test_every_control_has_a_name_of_its_own(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    form.add("hamstring")
    form.add("achilles")
    assert nameless(asked.page.checkin_card) == []
    assert twins(asked.page.checkin_card) == []


def test_where_the_window_is_small_the_question_comes_before_the_workout(asked: Stage, qtbot: QtBot) -> None:
    page = asked.page
    question, workout = page.checkin_card, page.workout_card
    assert question.mapTo(page, QPoint()).x() > workout.mapTo(page, QPoint()).x()
    page.resize(690, 600)
    qtbot.waitUntil(partial(_above, question, workout, page))


def _above(upper: QWidget, lower: QWidget, page: QWidget) -> bool:
    return upper.mapTo(page, QPoint()).y() < lower.mapTo(page, QPoint()).y()


def test_a_scale_says_its_answer_to_a_screen_reader(qtbot: QtBot) -> None:
    scale = Scale("Soreness of Calf")
    qtbot.addWidget(scale)
    assert scale.accessibleDescription().startswith("Not answered")
    scale.give(7)
    assert scale.accessibleDescription() == "7 of 10"
    assert scale.answer == 7
    with qtbot.waitSignal(scale.answered):
        qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.answer == 8


def test_save_stays_in_sight_however_many_places_there_are(asked: Stage, qtbot: QtBot) -> None:
    form = open_form(asked, qtbot)
    for area in ("hamstring", "achilles", "calf", "groin"):
        form.add(area)
    qtbot.waitUntil(lambda: not form.save_button.visibleRegion().isEmpty())
