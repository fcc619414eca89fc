"""A plan of one's own: made, started, shifted, trained by, and undone step by step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.e2e.coached import Athlete
from tests.e2e.conftest import Opens
from trainer.domain.plan import Plan
from trainer.ui.plans.day_dialogs import ShiftDialog
from trainer.ui.plans.own_plan_dialog import OwnPlanDialog
from trainer.ui.plans.page import PLANS_VIEW
from trainer.ui.plans.started_card import SHIFT

NAME = "Before the season"
EASY = "Hamstrings for runners, easy"


def make_plan(athlete: Athlete) -> Plan:
    """Two weeks of two sessions each."""
    page = athlete.plans
    athlete.click(page.shelf.new_button)
    dialog = athlete.dialog()
    assert isinstance(dialog, OwnPlanDialog)
    QTest.keyClick(dialog.name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.name, NAME)
    first = dialog.editors[0]
    for chip in first.chips:
        athlete.click(chip)
    for _ in range(2):
        athlete.pick(dialog.editors[0].add_button, EASY)
    athlete.click(dialog.editors[0].repeat_button)
    athlete.click(dialog.save_button)
    assert athlete.said == f"{NAME} saved."
    (card, *_) = athlete.plans.shelf.cards
    assert card.plan.name == NAME
    return card.plan


def days(athlete: Athlete) -> list[int]:
    """The days of March that something is planned on."""
    calendar = athlete.calendar.calendar
    calendar.show_day(date(2026, 3, 1))
    return [
        day.day.day
        for day in calendar.month.month_model.month.days.values()
        if day.entries and day.day.month == 3
    ]


def shift(athlete: Athlete, by: int) -> None:
    page = athlete.plans
    athlete.click(page.views.button(PLANS_VIEW))
    (started,) = page.shelf.started_cards
    athlete.click(started.buttons[SHIFT])
    dialog = athlete.dialog()
    assert isinstance(dialog, ShiftDialog)
    dialog.field.setValue(by)
    athlete.click(dialog.go_button)


def test_made_started_shifted_trained_and_undone(opens: Opens) -> None:
    athlete = opens()
    plan = make_plan(athlete)
    assert [len(week.sessions) for week in plan.weeks] == [2, 2]
    athlete.start_plan(plan.id, 2, 5)
    assert athlete.said == f"{NAME} started: 4 sessions on the calendar."
    assert days(athlete) == [3, 6, 10, 13]
    shift(athlete, 7)
    assert athlete.said == f"{NAME} shifted, 7 days later."
    assert days(athlete) == [10, 13, 17, 20]

    # The coach moves its targets, as it does in one's own workouts: up after two that went well.
    athlete.until(date(2026, 3, 10))
    assert athlete.today.workout_card.when.text() == f"Today · {NAME} · week 1"
    for day in (10, 13):
        athlete.until(date(2026, 3, day))
        if day == 13:
            athlete.check_in()
        assert athlete.offered["eccentric-slider-bridge"] == [6, 6]
        athlete.train()
        athlete.next_morning()
        athlete.check_in()
    athlete.until(date(2026, 3, 17))
    athlete.check_in()
    assert athlete.today.workout_card.when.text() == f"Today · {NAME} · week 2"
    assert athlete.offered["eccentric-slider-bridge"] == [7, 7]


def test_each_step_is_taken_back(opens: Opens) -> None:
    athlete = opens()
    plan = make_plan(athlete)
    athlete.start_plan(plan.id, 2, 5)
    shift(athlete, 7)
    athlete.restart()
    athlete.undo()
    assert athlete.said == f"Undone: Shift {NAME}"
    assert days(athlete) == [3, 6, 10, 13]
    athlete.undo()
    assert athlete.said == f"Undone: Start {NAME}"
    assert days(athlete) == []
    athlete.undo()
    assert athlete.said == f"Undone: Make plan {NAME}"
    assert all(card.plan.name != NAME for card in athlete.plans.shelf.cards)
    for _ in range(3):
        QTest.keyClick(
            athlete.program.window,
            Qt.Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert days(athlete) == [10, 13, 17, 20]
