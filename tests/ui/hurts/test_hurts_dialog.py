"""Stories of *What hurts?*: from a place on the body to a routine, or to a plain page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.accessible import nameless, twins
from tests.fakes import FakeClock
from tests.hurts_views import answer, opened, press, tell
from trainer.catalog import load_pages
from trainer.domain.complaint import Feeling
from trainer.domain.exercise import Side
from trainer.domain.proposal import Page
from trainer.settings import PAIN_STOP
from trainer.store import Store
from trainer.ui.hurts.clinician_page import ClinicianPage
from trainer.ui.hurts.dialog import HOW, OUTCOME, QUESTIONS, WHERE, HurtsDialog
from trainer.ui.hurts.hurts import Hurts
from trainer.ui.hurts.routine_page import RoutinePage
from trainer.ui.main_window import MainWindow
from trainer.ui.session.page import SessionPage
from trainer.ui.theme import load_theme
from trainer.ui.widgets.place_spots import area_of
from trainer.ui.work import Work


@pytest.fixture
def dialog(window: MainWindow) -> HurtsDialog:
    return opened(window)


def store_of(window: MainWindow) -> Store:
    hurts = window.findChild(Hurts)
    assert hurts is not None
    return hurts._hurting._store  # type: ignore[return-value]


def words(dialog: HurtsDialog) -> str:
    assert dialog.page is not None
    return "\n".join(label.text() for label in dialog.page.findChildren(QLabel))


def test_an_old_little_pain_gets_two_steps_and_can_be_begun(window: MainWindow, dialog: HurtsDialog) -> None:
    tell(dialog, "achilles", level=2, since="weeks")
    answer(dialog)
    assert dialog.step == OUTCOME
    assert isinstance(dialog.page, RoutinePage)
    names = [row.accessibleName() or row._exercise.id for row in dialog.page.rows]
    assert names == ["isometric-heel-raise-hold", "double-leg-heel-raise", "single-leg-heel-raise"]
    said = words(dialog)
    assert "Pain 2 of 10 for 14 days or more: the first 2 of 3 steps." in said
    assert "Leave hops, hills and speed alone" in said
    assert "These wait: Double-leg pogo hops, Single-leg hops in place" in said
    assert "Look at it again on Wednesday, 18 March" in said
    assert "No clinician has signed" in said
    press(dialog.start_button)
    assert window.covered
    page = window.findChild(SessionPage)
    assert page is not None


@pytest.mark.parametrize(
    ("flag", "page"),
    [("leg-and-breath", Page.EMERGENCY), ("calf-one-leg", Page.TODAY), ("night-or-rest", Page.SOON)],
)
def test_a_red_flag_ends_on_a_plain_page_with_nothing_to_train_on(
    window: MainWindow, dialog: HurtsDialog, flag: str, page: Page
) -> None:
    tell(dialog, "calf", level=1)
    answer(dialog, [flag])
    assert isinstance(dialog.page, ClinicianPage)
    assert dialog.page.title.text() == load_pages()[page].title
    assert not dialog.start_button.isVisible()
    kept = store_of(window).open_complaints()
    assert [(one.area, one.page, one.flags) for one in kept] == [("calf", page, (flag,))]
    for exercise in ("raise", "Isometric", "hops"):
        assert exercise not in words(dialog)
    press(dialog.close_button)
    assert not dialog.isVisible()


def test_nothing_is_answered_beforehand_and_nothing_can_be_left_out(dialog: HurtsDialog) -> None:
    assert not dialog.next_button.isEnabled()
    press(dialog.where.places.chips["shin"])
    assert not dialog.next_button.isEnabled()
    press(dialog.where.sides.button("right"))
    press(dialog.next_button)
    assert dialog.step == HOW
    for button in (
        dialog.how.feelings.button("pain"),
        dialog.how.levels.chips["3"],
        dialog.how.since.chips["unknown"],
    ):
        assert not dialog.next_button.isEnabled()
        press(button)
    press(dialog.next_button)
    assert dialog.step == QUESTIONS
    assert dialog.questions is not None
    assert not dialog.questions.ticked
    assert not dialog.questions.none.box.isChecked()
    assert not dialog.next_button.isEnabled()


def test_none_of_these_and_a_tick_put_each_other_out(dialog: HurtsDialog) -> None:
    tell(dialog, "foot")
    questions = dialog.questions
    assert questions is not None
    press(questions.none.box)
    press(questions.rows["foot-swollen"].box)
    assert questions.ticked == ("foot-swollen",)
    assert not questions.none.box.isChecked()
    press(questions.none.words)
    assert questions.ticked == ()
    assert questions.none.box.isChecked()


def test_body_and_list_choose_the_same(dialog: HurtsDialog, qtbot: QtBot) -> None:
    where = dialog.where
    press(where.places.chips["calf"])
    press(where.sides.button("both"))
    assert where.map.chosen == {area_of("calf", Side.LEFT), area_of("calf", Side.RIGHT)}
    where.map.setFocus()
    while "Achilles, left." not in where.map.accessibleDescription():
        qtbot.keyClick(where.map, Qt.Key.Key_Down)
    qtbot.keyClick(where.map, Qt.Key.Key_Space)
    assert (where.place_id, where.side) == ("achilles", Side.LEFT)
    assert where.map.chosen == {area_of("achilles", Side.LEFT)}
    press(where.places.chips["low-back"])
    assert (where.place_id, where.side) == ("low-back", Side.BOTH)
    assert not where.side_field.isEnabled()
    assert dialog.next_button.isEnabled()


def test_it_can_be_done_by_keyboard_alone(dialog: HurtsDialog, qtbot: QtBot) -> None:
    dialog.where.map.setFocus()
    qtbot.keyClick(dialog.where.map, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.step == HOW
    for button in (
        dialog.how.feelings.button("soreness"),
        dialog.how.levels.chips["4"],
        dialog.how.since.chips["days"],
    ):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.questions is not None
    assert dialog.focusWidget() is next(iter(dialog.questions.rows.values())).box
    dialog.questions.none.box.setFocus()
    qtbot.keyClick(dialog.questions.none.box, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.step == OUTCOME
    assert dialog.start_button.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_of_tightness_it_says_what_may_be_said_and_no_more(window: MainWindow, dialog: HurtsDialog) -> None:
    tell(dialog, "hamstring", feeling="tightness", level=8)
    answer(dialog)
    said = words(dialog)
    assert "Feeling tight need not mean being short." in said
    assert "Exercises" not in said
    assert not dialog.start_button.isVisible()
    assert store_of(window).open_complaints()[0].feeling is Feeling.TIGHTNESS


def test_soreness_is_asked_what_tells_it_from_injury(dialog: HurtsDialog) -> None:
    tell(dialog, "hamstring", feeling="soreness", level=5, since="days")
    assert dialog.questions is not None
    assert "dark-urine" in dialog.questions.rows
    answer(dialog, ["dark-urine"])
    assert isinstance(dialog.page, ClinicianPage)
    assert dialog.page.title.text() == load_pages()[Page.EMERGENCY].title


def test_much_pain_says_why_it_offers_nothing(dialog: HurtsDialog) -> None:
    tell(dialog, "groin", level=6)
    answer(dialog)
    assert "Pain 6 of 10 is one to show a clinician soon." in words(dialog)
    assert not dialog.start_button.isVisible()


def test_at_ones_own_limit_nothing_is_offered(window: MainWindow) -> None:
    settings = window.findChild(Work)._settings  # type: ignore[union-attr]
    settings.set(PAIN_STOP, 3)
    dialog = opened(window)
    tell(dialog, "groin", level=3)
    answer(dialog)
    assert "your own limit is 3" in words(dialog)
    assert "Exercises" not in words(dialog)
    assert not dialog.start_button.isVisible()


def test_answers_can_be_changed_and_what_was_told_first_ends(window: MainWindow, dialog: HurtsDialog) -> None:
    tell(dialog, "knee-front", level=3)
    answer(dialog, ["knee-locked"])
    press(dialog.back_button)
    assert dialog.step == QUESTIONS
    assert dialog.questions is not None
    press(dialog.questions.none.box)
    press(dialog.next_button)
    assert isinstance(dialog.page, RoutinePage)
    assert [one.page for one in store_of(window).open_complaints()] == [None]


def test_what_was_told_is_offered_again_until_it_is_fine_and_all_of_it_can_be_undone(
    window: MainWindow, dialog: HurtsDialog
) -> None:
    tell(dialog, "shin", level=3)
    answer(dialog)
    press(dialog.close_button)
    assert window.toast.isVisible()
    again = opened(window)
    (row,) = again.open_complaints.rows
    press(row.again_button)
    assert again.step == HOW
    assert again.where.place_id == "shin"
    press(again.back_button)
    assert again.step == WHERE
    press(row.fine_button)
    assert not again.open_complaints.isVisible()
    assert store_of(window).open_complaints() == []
    again.reject()
    for left in (1, 0):
        undo = window.actions_by_id.get("undo")
        assert undo is not None
        undo.trigger()
        assert len(store_of(window).open_complaints()) == left


def test_an_exercise_of_the_routine_opens_in_the_library(window: MainWindow, dialog: HurtsDialog) -> None:
    tell(dialog, "foot", level=1)
    answer(dialog)
    assert isinstance(dialog.page, RoutinePage)
    dialog.page.rows[0].opened.emit("short-foot")
    assert window.page_id == "library"
    assert not dialog.isVisible()


def test_every_control_has_a_name_of_its_own_on_each_step(dialog: HurtsDialog) -> None:
    assert nameless(dialog) == []
    assert twins(dialog) == []
    tell(dialog, "heel-bone", level=2)
    assert nameless(dialog) == []
    assert twins(dialog) == []
    answer(dialog)
    assert nameless(dialog) == []
    dialog.set_theme(load_theme("dark"))


def test_while_a_session_runs_it_is_not_asked(window: MainWindow, fake_clock: FakeClock) -> None:
    page = window.page("today")
    page.start()  # type: ignore[union-attr]
    action = window.actions_by_id.get("hurts")
    assert action is not None
    action.trigger()
    assert not window.findChildren(HurtsDialog)


@pytest.mark.parametrize("flag", ["leg-and-breath", "calf-one-leg", "night-or-rest"])
def test_a_plain_page_that_fits_has_nothing_to_scroll(dialog: HurtsDialog, qtbot: QtBot, flag: str) -> None:
    tell(dialog, "calf")
    answer(dialog, [flag])
    bar = dialog._areas[OUTCOME].verticalScrollBar()
    qtbot.waitUntil(lambda: dialog.page is not None and dialog.page.isVisible())
    assert bar.maximum() == 0


def test_below_the_last_question_stands_nothing(dialog: HurtsDialog, qtbot: QtBot) -> None:
    tell(dialog, "achilles")
    questions = dialog.questions
    assert questions is not None
    qtbot.waitUntil(lambda: questions.none.isVisible() and questions.none.y() > 0)
    assert questions.height() - questions.none.geometry().bottom() < questions.none.height()
