"""The next workout as the coach proposes it: what is shown, asked, chosen, moved and begun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.accessible import nameless
from tests.coach_fake import as_it_is
from tests.ui.today.conftest import Stage
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import ItemProposal, Move, Page, Proposal, Verdict
from trainer.domain.rule import Reason
from trainer.domain.workout import Workout, WorkoutItem
from trainer.services.training import Occasion
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.why_list import WhyList

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 3, 4)
NORDIC = Plan("nordic-10-weeks", "Nordic, ten weeks", "Mjølsnes 2004", Footing.PUBLISHED, ())


def heavier(item: WorkoutItem) -> WorkoutItem:
    return replace(item, sets=tuple(replace(one, load_kg=20.0) for one in item.sets))


def fewer(item: WorkoutItem) -> WorkoutItem:
    return replace(item, sets=item.sets[:1])


def first_as(
    move: Move,
    proposed: Callable[[WorkoutItem], WorkoutItem | None],
    choices: tuple[WorkoutItem, ...] = (),
    *,
    may: bool = True,
) -> Callable[[Workout, date], Proposal]:
    """Changes the first exercise alone."""

    def propose(workout: Workout, day: date) -> Proposal:
        first, *others = workout.items
        reason = Reason("back", {"days": 20})
        items = (
            ItemProposal(first, proposed(first), move, (reason,), may, choices),
            *(ItemProposal(item, item, Move.HOLD, (Reason("hold"),)) for item in others),
        )
        kept = tuple(one.proposed for one in items if one.proposed is not None)
        return Proposal(day, Verdict.TRAIN, replace(workout, items=kept), items)

    return propose


def as_verdict(verdict: Verdict, **more: object) -> Callable[[Workout, date], Proposal]:
    def propose(workout: Workout, day: date) -> Proposal:
        items = tuple(ItemProposal(item, item, Move.HOLD, (Reason("hold"),)) for item in workout.items)
        offered = None if verdict is Verdict.CLINICIAN else workout
        return Proposal(day, verdict, offered, items, **more)  # type: ignore[arg-type]

    return propose


def plan_session(stage: Stage, day: date = TODAY) -> CalendarEntry:
    """A session of a plan is due on that day."""
    entry = CalendarEntry("e", day, EntryKind.WORKOUT, NORDIC.name, plan_id="u", week=3, position=0)
    stage.planning.next = entry
    stage.planning.standing = [entry]
    seed = stage.library.workout("hamstrings-for-runners")
    stage.planning.workouts["e"] = replace(seed, id="nordic-10-weeks-3-1", name=NORDIC.name)
    stage.planning.plans_of["u"] = NORDIC
    return entry


def texts(widget: object) -> list[str]:
    return [one.text() for one in widget.findChildren(Words) if one.isVisible()]  # type: ignore[attr-defined]


def test_a_target_says_what_became_of_it_and_why(stage: Stage) -> None:
    stage.coach.proposing = first_as(Move.BACK, heavier)
    row = stage.show().workout_card.rows[0]
    assert "20 kg" in row.target
    assert "Back after a break" in texts(row)
    assert row.why.text() == "The rule back saw days 20."
    assert "Back after a break" in row.accessibleName()
    assert row.accessibleDescription() == row.why.text()


def test_why_unfolds_rule_source_and_mark_by_mouse_and_by_keyboard(stage: Stage, qtbot: QtBot) -> None:
    stage.coach.proposing = first_as(Move.BACK, heavier)
    page = stage.show()
    row = page.workout_card.rows[0]
    qtbot.mouseClick(row.why_button, LEFT)
    shown = texts(row)
    assert "The rule back saw days 20." in shown
    assert "The app's own rule" in shown
    sources = [one for one in row.findChildren(WhyList)[0].reasons if one.references]
    assert sources
    assert not row.why.isVisible()
    row.why_button.setFocus()
    qtbot.keyClick(row.why_button, Qt.Key.Key_Space)
    assert row.why.isVisible()
    qtbot.mouseClick(page.workout_card.why_button, LEFT)
    assert all(one.why_button.isChecked() for one in page.workout_card.rows)


def test_what_is_left_out_stays_in_sight_with_its_reason(stage: Stage) -> None:
    stage.coach.proposing = first_as(Move.OUT, lambda _item: None)
    page = stage.show()
    row = page.workout_card.rows[0]
    assert row.target == "Left out today"
    assert len(page.workout_card.rows) == 3
    assert page.workout is not None
    assert len(page.workout.items) == 2
    assert page.workout_card.rows[1].why.isVisible()


def test_the_session_carries_why_each_target_is_what_it_is(stage: Stage, qtbot: QtBot) -> None:
    stage.coach.proposing = first_as(Move.UP, heavier)
    page = stage.show()
    assert page.workout is not None
    assert [item.why for item in page.workout.items] == [
        "The rule back saw days 20.",
        "The rule hold.",
        "The rule hold.",
    ]


def test_a_choice_within_the_table_is_kept_and_can_be_undone(stage: Stage, qtbot: QtBot) -> None:
    seed = stage.library.workout("hamstrings-for-runners-easy")
    stage.coach.proposing = first_as(Move.DOWN, heavier, (seed.items[0],))
    page = stage.show()
    row = page.workout_card.rows[0]
    qtbot.mouseClick(row.why_button, LEFT)
    qtbot.mouseClick(row.choice_button, LEFT)
    menu = page.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Partial-range Nordic · 2 × 5"]
    menu.actions()[0].trigger()
    menu.close()
    assert stage.coach.overruled == [
        ("partial-range-nordic", seed.items[0], seed.id, "Choose Partial-range Nordic")
    ]
    assert stage.done == ["Partial-range Nordic · 2 × 5, as you chose."]
    assert page.workout_card.rows[0].why_button.isChecked()


def test_where_the_table_leaves_nothing_there_is_no_choice(stage: Stage, qtbot: QtBot) -> None:
    stage.coach.proposing = first_as(Move.DOWN, heavier, may=False)
    row = stage.show().workout_card.rows[0]
    qtbot.mouseClick(row.why_button, LEFT)
    assert not row.choice_button.isVisible()


def test_what_is_planned_is_offered_for_its_day_and_begins_for_it(stage: Stage, qtbot: QtBot) -> None:
    plan_session(stage)
    page = stage.show()
    assert page.workout_card.when.text() == "Today · Nordic, ten weeks · week 3"
    assert stage.coach.asked[-1] == ("nordic-10-weeks-3-1", TODAY, "nordic-10-weeks")
    assert not page.workout_card.versions.isVisible()
    qtbot.keyClick(page.workout_card.start_button, Qt.Key.Key_Return)
    assert stage.started == [
        ("nordic-10-weeks-3-1", Occasion(plan_id="u", plan="Nordic, ten weeks", entry_id="e"))
    ]


def test_the_next_one_ahead_says_its_day(stage: Stage) -> None:
    plan_session(stage, TODAY + timedelta(days=2))
    page = stage.show()
    assert page.workout_card.when.text() == "Next: Friday 6 March · Nordic, ten weeks · week 3"
    assert stage.coach.asked[-1][1] == date(2026, 3, 6)


def test_one_ahead_that_today_would_change_is_shown_so_before_it_begins(stage: Stage, qtbot: QtBot) -> None:
    plan_session(stage, TODAY + timedelta(days=2))
    wait = as_verdict(Verdict.LATER, later=TODAY + timedelta(days=1), reasons=(Reason("sore-later"),))

    def sore_today(workout: Workout, day: date) -> Proposal:
        return wait(workout, day) if day == TODAY else as_it_is(workout, day)

    stage.coach.proposing = sore_today
    page = stage.show()
    assert not page.workout_card.verdict.isVisible()
    qtbot.mouseClick(page.workout_card.start_button, LEFT)
    assert stage.started == []
    assert page.workout_card.when.text().startswith("Today · ")
    assert "The rule sore-later." in texts(page.workout_card.verdict)
    qtbot.mouseClick(page.workout_card.start_button, LEFT)
    assert [workout_id for workout_id, _ in stage.started] == ["nordic-10-weeks-3-1"]


def test_one_ahead_begins_at_once_where_today_has_nothing_against_it(stage: Stage, qtbot: QtBot) -> None:
    plan_session(stage, TODAY + timedelta(days=2))
    page = stage.show()
    qtbot.mouseClick(page.workout_card.start_button, LEFT)
    assert [occasion.entry_id for _, occasion in stage.started] == ["e"]


def test_something_else_is_one_click_away_and_so_is_the_way_back(stage: Stage, qtbot: QtBot) -> None:
    plan_session(stage)
    page = stage.show()
    qtbot.mouseClick(page.workout_card.other_button, LEFT)
    assert page.workout is not None
    assert page.workout.id == "hamstrings-for-runners-easy"
    page.start()
    assert stage.started[-1] == ("hamstrings-for-runners-easy", Occasion())
    qtbot.mouseClick(page.workout_card.other_button, LEFT)
    assert page.workout.id == "nordic-10-weeks-3-1"


def test_what_had_better_wait_can_be_moved_there_or_done_all_the_same(stage: Stage, qtbot: QtBot) -> None:
    plan_session(stage)
    later = TODAY + timedelta(days=2)
    stage.coach.proposing = as_verdict(
        Verdict.LATER, later=later, reasons=(Reason("race-near", {"hours": 30}),)
    )
    page = stage.show()
    assert page.workout_card.verdict.title.text() == "Better on Friday 6 March"
    assert "The rule race-near saw hours 30." in texts(page.workout_card.verdict)
    assert page.workout_card.start_button.text() == "Start all the same"
    qtbot.mouseClick(page.workout_card.verdict.move_button, LEFT)
    assert stage.planning.moved == [("e", later, "Move Nordic, ten weeks to Friday 6 March")]
    assert stage.done == ["Moved to Friday 6 March."]
    page.start()
    assert len(stage.started) == 1


def test_what_is_not_planned_cannot_be_moved(stage: Stage) -> None:
    stage.coach.proposing = as_verdict(Verdict.LATER, later=TODAY + timedelta(days=1))
    assert not stage.show().workout_card.verdict.move_button.isVisible()


@pytest.mark.parametrize("page_id", list(Page))
def test_where_a_clinician_comes_first_there_is_nothing_to_train_on(
    stage: Stage, qtbot: QtBot, page_id: Page
) -> None:
    plan_session(stage)
    stage.coach.proposing = as_verdict(Verdict.CLINICIAN, page=page_id, reasons=(Reason("pain-page"),))
    page = stage.show()
    card = page.workout_card
    assert card.verdict.title.text() == "No workout today"
    plain = page._desk.hurting.page(page_id)
    assert {plain.title, *(one.text for one in plain.sentences)} <= set(texts(card.verdict))
    assert not card.start_button.isVisible()
    assert not card.other_button.isVisible()
    assert not card.rows
    qtbot.keyClick(page, Qt.Key.Key_Return)
    page.start()
    assert stage.started == []


def test_a_workout_of_ones_own_that_may_stay_as_it_is_starts_at_once(stage: Stage) -> None:
    page = stage.show()
    own = page._desk.own.begin_workout("Mine", stage.library.exercise("single-leg-rdl"), "New")
    page.refresh()
    assert page.own_card is not None
    page.own_card.rows[0].start_button.click()
    assert stage.started == [(own.id, Occasion())]


def test_one_that_the_coach_would_have_otherwise_is_shown_first(stage: Stage) -> None:
    page = stage.show()
    own = page._desk.own.begin_workout("Mine", stage.library.exercise("single-leg-rdl"), "New")
    stage.coach.proposing = first_as(Move.DOWN, fewer)
    page.refresh()
    assert page.own_card is not None
    page.own_card.rows[0].start_button.click()
    assert stage.started == []
    assert page.workout_card.name.text() == "Mine"
    page.start()
    assert stage.started == [(own.id, Occasion())]
    page.workout_card.other_button.click()
    assert page.workout is not None
    assert page.workout.id == "hamstrings-for-runners-easy"


def test_every_control_has_a_name(stage: Stage) -> None:
    plan_session(stage)
    stage.coach.proposing = first_as(Move.DOWN, heavier)
    page = stage.show()
    page.workout_card.why_button.click()
    assert nameless(page) == []


def test_a_row_that_is_pressed_shows_its_figure_and_sentence(stage: Stage) -> None:
    rows = stage.show().workout_card.rows
    QTest.mouseClick(rows[1], LEFT)
    assert [row.why.isVisible() for row in rows] == [False, True, False]
    rows[2].setFocus()
    QTest.keyClick(rows[2], Qt.Key.Key_Space)
    assert [row.why.isVisible() for row in rows] == [False, False, True]


def test_a_workout_that_is_gone_gives_way(stage: Stage) -> None:
    page = stage.show()
    own = page._desk.own.begin_workout("Mine", stage.library.exercise("single-leg-rdl"), "New")
    stage.coach.proposing = first_as(Move.DOWN, fewer)
    page.next.take(own)
    assert page.workout_card.name.text() == "Mine"
    page._desk.own.delete_workout(own.id, "Delete")
    page.refresh()
    assert page.workout_card.name.text() == "Hamstrings for runners"
    entry = plan_session(stage)
    del stage.planning.workouts[entry.id]
    page.refresh()
    assert page.workout_card.name.text() == "Hamstrings for runners"


def test_another_day_is_seen_when_the_window_comes_to_the_front(stage: Stage, qtbot: QtBot) -> None:
    page = stage.show()
    stage.clock.sleep(24 * 3600)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    page.activateWindow()
    qtbot.waitUntil(lambda: "Thursday 5 March" in texts(page))
