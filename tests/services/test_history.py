from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes import FakeClock
from tests.store.samples import own_exercise
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.exercise import Contraction, Exercise, Side
from trainer.domain.session import SetLog
from trainer.domain.stats import (
    Adherence,
    BodyDay,
    DayExercise,
    Measure,
    Performance,
    Period,
    PlanDay,
    RunDay,
    SessionHead,
)
from trainer.services.history import History, TrainedExercise

TODAY = date(2026, 3, 4)


class FixedLog:
    """A log that says what it is given, from a day on."""

    def __init__(
        self,
        *work: DayExercise,
        entries: tuple[CalendarEntry, ...] = (),
        performed: tuple[Performance, ...] = (),
    ) -> None:
        self._work, self._entries, self._performed = work, entries, performed

    def first_day(self) -> date | None:
        return min((one.day for one in self._work), default=None)

    def training_days(self) -> dict[date, int]:
        return {one.day: 1 for one in self._work}

    def day_exercises(self, since: date = date.min) -> list[DayExercise]:
        return [one for one in self._work if one.day >= since]

    def body_days(self, since: date = date.min) -> list[BodyDay]:
        return []

    def run_days(self, since: date = date.min) -> list[RunDay]:
        return []

    def calendar(self, since: date = date.min) -> list[CalendarEntry]:
        return [entry for entry in self._entries if entry.day >= since]

    def plan_days(self) -> list[PlanDay]:
        return [
            PlanDay(entry.day, entry.plan_id, entry.week, entry.skipped)
            for entry in self._entries
            if entry.week is not None
        ]

    def paused_on(self) -> date | None:
        return None

    def latest_lean(self, since: date = date.min) -> tuple[int, date] | None:
        return None

    def trained_exercises(self) -> list[tuple[str, str]]:
        return [("nordic", "Nordic")]

    def performances(self, exercise_id: str, since: date = date.min) -> list[Performance]:
        return [one for one in self._performed if one.day >= since]

    def session_heads(self, since: date = date.min) -> list[SessionHead]:
        return []

    def sets_of(self, session_id: str) -> list[SetLog]:
        return []


def library() -> list[Exercise]:
    nordic = own_exercise(
        id="nordic",
        region="hamstring",
        primary_muscles=("biceps femoris", "semitendinosus"),
        contraction=(Contraction.ECCENTRIC,),
    )
    return [nordic, replace(nordic, id="plank", region="trunk", primary_muscles=("obliques",))]


def history(log: FixedLog) -> History:
    return History(log, FakeClock(), library)


def work(month: int, day: int, exercise_id: str = "nordic", hard: int = 4) -> DayExercise:
    return DayExercise(date(2026, month, day), exercise_id, 6, hard)


def test_today_is_the_local_day() -> None:
    late = FakeClock(datetime(2026, 3, 4, 23, 30, tzinfo=UTC), "Europe/Berlin")
    assert History(FixedLog(), late, library).today() == date(2026, 3, 5)


def test_overview_counts_days_weeks_and_sessions() -> None:
    overview = history(FixedLog(work(2, 4), work(2, 5), work(2, 24), work(3, 3, "plank"))).overview()
    assert (overview.sessions, overview.weeks_in_a_row, overview.exposure_d) == (4, 2, 8)
    assert [(day.day.day, day.sets) for day in overview.days] == [(4, 6), (5, 6), (24, 6), (3, 6)]
    assert overview.burdens[Period.MONTH][date(2026, 2, 1)].hard_sets == {"hamstrings": 12}
    assert overview.burdens[Period.WEEK][date(2026, 3, 2)].hard_sets == {"belly": 4}
    assert not overview.empty


def test_adherence_takes_planned_workouts_alone() -> None:
    entries = [
        CalendarEntry("a", date(2026, 3, 2), EntryKind.WORKOUT),
        CalendarEntry("b", date(2026, 3, 3), EntryKind.HARD_RUN),
        CalendarEntry("c", date(2026, 3, 3), EntryKind.WORKOUT),
        CalendarEntry("d", date(2026, 3, 9), EntryKind.WORKOUT),
    ]
    overview = history(FixedLog(work(3, 3), entries=tuple(entries))).overview()
    assert overview.adherence == Adherence(1, 2)


@pytest.mark.rule("skipped-not-planned")
def test_what_was_skipped_does_not_count_as_planned() -> None:
    entries = [
        CalendarEntry("a", date(2026, 3, 1), EntryKind.WORKOUT, skipped=True),
        CalendarEntry("b", date(2026, 3, 3), EntryKind.WORKOUT),
    ]
    overview = history(FixedLog(work(3, 3), entries=tuple(entries))).overview()
    assert overview.adherence == Adherence(1, 1)


def test_a_plan_alone_is_something_to_show() -> None:
    entry = CalendarEntry("a", date(2026, 3, 9), EntryKind.RACE)
    assert not history(FixedLog(entries=(entry,))).overview().empty
    assert history(FixedLog()).overview().empty


def test_a_stretch_leaves_out_the_periods_that_began_before_it() -> None:
    log = FixedLog(DayExercise(date(2024, 5, 1), "nordic", 6, 4), work(2, 4), work(3, 3))
    asked = history(log)
    assert asked.window() == date(2025, 3, 3)
    overview = asked.overview(date(2026, 2, 2))
    assert not overview.complete
    assert list(overview.burdens[Period.MONTH]) == [date(2026, 3, 1)]
    assert overview.burdens[Period.YEAR] == {}
    assert list(overview.burdens[Period.WEEK]) == [date(2026, 2, 2), date(2026, 3, 2)]
    assert overview.sessions == 3
    assert asked.overview().complete
    assert asked.overview(date(2024, 5, 1)).complete


def test_what_is_not_in_the_library_works_muscles_not_known() -> None:
    overview = history(FixedLog(work(3, 3, "gone"))).overview()
    assert overview.burdens[Period.WEEK][date(2026, 3, 2)].hard_sets == {"": 4}
    assert overview.exposure_d is None


def test_records_are_told_only_where_all_is_known() -> None:
    performed = tuple(
        Performance(f"s{n}", TODAY - timedelta(days=700 - 300 * n), side, 8 + n, None, None, None, 40.0)
        for n in range(3)
        for side in (Side.LEFT, Side.RIGHT)
    )
    asked = history(FixedLog(performed=performed))
    everything, lately = asked.exercise("nordic"), asked.exercise("nordic", asked.window())
    assert [point.record for point in everything.points[Measure.REPS]] == [True] * 6
    assert [point.record for point in lately.points[Measure.REPS]] == [False] * 2
    assert len(everything.pairs[Measure.REPS]) == 3
    assert lately.pairs == {}


def test_exercises_have_names() -> None:
    assert history(FixedLog()).exercises() == [TrainedExercise("nordic", "Nordic")]
