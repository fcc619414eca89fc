"""The days of a month, and the table that shows them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.rule import Reason
from trainer.domain.stats import RunDay, SessionHead
from trainer.domain.under_way import Clash
from trainer.ui.plans.marks import MarkKind
from trainer.ui.plans.month import days_of_month, month_after, month_of
from trainer.ui.plans.month_model import DAY_ROLE, MonthModel

TODAY = date(2026, 3, 4)
MARCH = date(2026, 3, 1)
WORKOUT, RACE, HARD = EntryKind.WORKOUT, EntryKind.RACE, EntryKind.HARD_RUN


def entry(day: int, kind: EntryKind = WORKOUT, **more: object) -> CalendarEntry:
    return CalendarEntry(f"e{day}", date(2026, 3, day), kind, **more)  # type: ignore[arg-type]


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)))
def test_a_month_is_whole_weeks_with_all_its_days(day: date) -> None:
    days = days_of_month(day.replace(day=1))
    assert len(days) % 7 == 0
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert days[0] <= day.replace(day=1) <= days[6]
    assert days[-7] <= month_after(day, 1) - timedelta(days=1) <= days[-1]


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.integers(-30, 30))
def test_months_lie_one_after_the_other(day: date, months: int) -> None:
    there = month_after(day, months)
    assert month_after(there, -months) == day.replace(day=1)


def test_a_week_begins_as_the_locale_has_it(qapp: object) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        assert days_of_month(MARCH)[0] == date(2026, 2, 23)
        QLocale.setDefault(QLocale("en_US"))
        assert days_of_month(MARCH)[0] == date(2026, 3, 1)
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (entry(5), MarkKind.PLANNED),
        (entry(4), MarkKind.PLANNED),
        (entry(3), MarkKind.OPEN),
        (entry(3, session_id="s"), MarkKind.DONE),
        (entry(5, skipped=True), MarkKind.SKIPPED),
        (entry(5, RACE), MarkKind.RACE),
        (entry(3, HARD), MarkKind.HARD_RUN),
    ],
)
def test_how_an_entry_shows(qapp: object, one: CalendarEntry, kind: MarkKind) -> None:
    month = month_of(MARCH, TODAY, [one])
    assert [mark.kind for mark in month.days[one.day].marks] == [kind]


def test_what_was_done_without_being_planned_shows_once(qapp: object) -> None:
    heads = [
        SessionHead("s1", TODAY, "Easy", minutes=20),
        SessionHead("s2", TODAY, "Other", minutes=20),
        SessionHead("s3", TODAY, "Cut off"),
    ]
    done = entry(4, title="Nordic", session_id="s1")
    month = month_of(MARCH, TODAY, [done], (), heads, [RunDay(TODAY, 8.25, 1)])
    marks = month.days[TODAY].marks
    assert [(mark.kind, mark.title) for mark in marks] == [
        (MarkKind.DONE, "Nordic"),
        (MarkKind.SESSION, "Other"),
        (MarkKind.RUN, "8.2 km"),
    ]
    assert not marks[0].movable
    assert not marks[1].movable


def test_a_day_is_read_out_with_all_that_stands_on_it(qapp: object) -> None:
    workout, race = entry(4, title="Nordic"), entry(5, RACE, title="Spring run", distance_km=10.0)
    clash = Clash(workout, race, 24, Reason("clash-heavy-race"))
    model = MonthModel(TODAY)
    model.set_month(month_of(MARCH, TODAY, [workout, race], [clash]), TODAY)
    spoken = model.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", today; Planned: Nordic, too near a race or a hard run")
    assert "Race: Spring run · 10 km" in model.index_of(race.day).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        model.index_of(date(2026, 3, 9)).data(Qt.ItemDataRole.AccessibleTextRole).endswith("nothing planned")
    )
    assert model.index_of(date(2026, 3, 9)).data(Qt.ItemDataRole.ToolTipRole) is None


def test_an_order_of_the_day_is_no_clash_of_days(qapp: object) -> None:
    workout, run = entry(4), CalendarEntry("r", TODAY, HARD)
    clash = Clash(workout, run, 0, Reason("clash-hard-run-day"), order_only=True)
    month = month_of(MARCH, TODAY, [workout, run], [clash])
    assert not any(mark.clashes for mark in month.days[TODAY].marks)


def test_the_model_is_sound_for_months_of_four_five_and_six_weeks(qtbot: QtBot) -> None:
    model = MonthModel(TODAY)
    tester = ModelTester(None)
    tester.check(model)
    for first in (date(2027, 2, 1), date(2026, 3, 1), date(2026, 8, 1), date(2026, 8, 1)):
        model.set_month(month_of(first, TODAY, []), TODAY)
        assert model.rowCount() == len(days_of_month(first)) // 7
        day = model.index_of(first).data(DAY_ROLE)
        assert day.day == first
    assert not model.index_of(date(2020, 1, 1)).isValid()
    tester._cleanup()
