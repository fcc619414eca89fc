"""A plan's table: what stands in it, what is left blank, and what is read out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from trainer.catalog import load_plans
from trainer.domain.exercise import Range
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.domain.tempo import Tempo
from trainer.ui.plans.week_model import EXERCISE, HOW, REST, SESSION, SETS, TEMPO, WEEK, WeekModel
from trainer.ui.plans.week_rows import WeekRow, week_rows
from trainer.ui.plans.week_table import WeekTable
from trainer.ui.plans.words import sets_words, spoken_sets

FIVE = PlannedSet(Range(5, 5))
BRIDGE = PlannedExercise("double-leg-glute-bridge", (FIVE, FIVE), 60.0)
CURL = PlannedExercise("nordic-hamstring-curl", (FIVE,), 60.0, Tempo(5, 0, 0, 4), "Slowly")
NAMES = {"double-leg-glute-bridge": "Bridge", "nordic-hamstring-curl": "Nordic"}


def plan_of(*weeks: tuple[PlannedSession, ...]) -> Plan:
    made = tuple(PlanWeek(number, sessions) for number, sessions in enumerate(weeks, start=1))
    return Plan("mine", "Mine", "", Footing.OWN, made)


def cells(table: WeekTable) -> list[list[str]]:
    model = table.weeks
    shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    return [[model.index(row, n).data() for n in shown] for row in range(model.rowCount())]


def test_weeks_that_are_alike_share_a_row() -> None:
    one, two = PlannedSession((BRIDGE,)), PlannedSession((CURL,))
    rows = week_rows(plan_of((one,), (two, two), (two, two), ()))
    assert rows == [
        WeekRow(Range(1, 1), 1, 1, None, 1, BRIDGE, begins=True),
        WeekRow(Range(2, 3), 2, 2, None, 1, CURL, begins=True),
        WeekRow(Range(4, 4), 0, 0, None, 1, None, begins=True),
    ]


def test_sessions_that_differ_each_have_their_rows() -> None:
    rows = week_rows(plan_of((PlannedSession((BRIDGE, CURL)), PlannedSession((CURL,), per_day=2))))
    assert [(row.number, row.exercise, row.begins) for row in rows] == [
        (1, BRIDGE, True),
        (1, CURL, False),
        (2, CURL, False),
    ]
    assert rows[2].per_day == 2


def test_the_nordic_ten_weeks_read_as_they_were_published(qtbot: QtBot) -> None:
    table = WeekTable({"nordic-hamstring-curl": "Nordic"})
    qtbot.addWidget(table)
    table.show_plan(load_plans()["nordic-10-weeks"])
    assert [row[:4] for row in cells(table)] == [
        ["1", "1 session", "Nordic", "2 × 5"],
        ["2", "2 sessions", "Nordic", "2 × 6"],
        ["3", "3 sessions", "Nordic", "3 × 6–8"],
        ["4", "3 sessions", "Nordic", "3 × 8–10"],
        ["5–10", "3 sessions", "Nordic", "12 · 10 · 8"],
    ]


@pytest.mark.parametrize("plan_id", sorted(load_plans()))
def test_every_plan_makes_a_sound_table(qtbot: QtBot, plan_id: str) -> None:
    model = WeekModel(NAMES)
    tester = ModelTester(None)
    tester.check(model)
    rows = week_rows(load_plans()[plan_id])
    model.set_rows(rows)
    assert model.rowCount() == len(rows) > 0
    assert not model.is_empty(SETS)
    tester._cleanup()


def test_what_repeats_is_blank_on_screen_and_spoken(qtbot: QtBot) -> None:
    table = WeekTable(NAMES)
    qtbot.addWidget(table)
    table.show_plan(plan_of((PlannedSession((BRIDGE, CURL)),)))
    below = table.weeks.index(1, WEEK)
    assert below.data() == ""
    assert below.data(Qt.ItemDataRole.AccessibleTextRole) == "1"
    assert table.weeks.index(1, SESSION).data() == ""
    assert table.weeks.index(0, SETS).data() == "2 × 5"
    assert table.weeks.index(0, SETS).data(Qt.ItemDataRole.AccessibleTextRole) == "2 × 5 reps"


def test_columns_that_say_nothing_are_left_out(qtbot: QtBot) -> None:
    table = WeekTable(NAMES)
    qtbot.addWidget(table)
    table.show_plan(plan_of((PlannedSession((BRIDGE,)),)))
    hidden = [column for column in range(table.weeks.columnCount()) if table.isColumnHidden(column)]
    assert hidden == [TEMPO, HOW]
    table.show_plan(plan_of((PlannedSession((CURL,)),)))
    assert table.isColumnHidden(REST)
    assert not table.isColumnHidden(HOW)


def test_enter_opens_the_exercise(qtbot: QtBot) -> None:
    table = WeekTable(NAMES)
    qtbot.addWidget(table)
    table.show_plan(plan_of((PlannedSession((BRIDGE, CURL)),)))
    table.show()
    table.setCurrentIndex(table.weeks.index(1, EXERCISE))
    with qtbot.waitSignal(table.exercise_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["nordic-hamstring-curl"]


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ((FIVE, FIVE), "2 × 5"),
        ((PlannedSet(Range(6, 8)),) * 3, "3 × 6–8"),
        ((PlannedSet(Range(12, 12)), PlannedSet(Range(10, 10)), PlannedSet(Range(8, 8))), "12 · 10 · 8"),
        ((PlannedSet(Range(6, 6), hold_s=20),) * 2, "2 × 6 holds of 20 s"),
        ((PlannedSet(hold_s=30),), "1 × 30 s"),
        ((PlannedSet(Range(15, 15), load_rm=15),) * 3, "3 × 15, 15RM"),
        ((PlannedSet(to_limit=True),), "1 × to the limit"),
        ((FIVE, FIVE, PlannedSet(to_limit=True)), "2 × 5 · 1 × to the limit"),
    ],
)
def test_sets_in_words(qapp: object, sets: tuple[PlannedSet, ...], words: str) -> None:
    assert sets_words(sets) == words


def test_a_bare_number_is_spoken_with_what_it_counts(qapp: object) -> None:
    assert spoken_sets((FIVE, FIVE)) == "2 × 5 reps"
    assert spoken_sets((PlannedSet(hold_s=30),)) == "1 × 30 s"
