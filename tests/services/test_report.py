from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.services.test_history import library
from tests.store.samples import logged, session
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Side
from trainer.domain.run import Run
from trainer.domain.session import SetStatus
from trainer.domain.stats import Adherence, Measure, Period
from trainer.paths import paths_for
from trainer.services.report import Plan, Reports, Wish
from trainer.services.telling import CHECK_IN, Area, Feeling, Note
from trainer.store import Store
from trainer.store.tables import calendar_entries

NOW = FakeClock().utc_now()  # Wednesday 4 March 2026, 17:30 UTC
BERLIN = "Europe/Berlin"
SIDES = (Side.LEFT, Side.RIGHT)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def reports(log: Store) -> Reports:
    return Reports(log, FakeClock(), library)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def train(log: Store, days: int, *, rpe: float | None = 6.0, minutes: int = 20, **changes: object) -> str:
    key = f"s{days}"
    begun = ago(days)
    values = {"ended_at": begun + timedelta(minutes=minutes), "session_rpe": rpe, "prescribed": None}
    log.save_session(session(key, at=begun, **(values | changes)))
    return key


def nordic(log: Store, days: int, reps: int, **changes: object) -> None:
    key = f"s{days}"
    values = {"exercise_id": "nordic", "exercise": "Nordic", "completed_at": ago(days), "rpe": None}
    log.save_set(logged(f"{key}-{reps}", key, reps, reps=reps, **(values | changes)))


def plan_days(log: Store, *days: int) -> None:
    with log._db.write("") as write:
        for number in days:
            row = {"id": f"p{number}", "day": ago(number).date().isoformat(), "kind": "workout", "title": "H"}
            write.put(calendar_entries, row)


def test_the_last_weeks_end_with_this_one(reports: Reports) -> None:
    assert reports.last_weeks(4) == Wish(date(2026, 2, 9), date(2026, 3, 4))
    assert reports.last_weeks(1).first == date(2026, 3, 2)


def test_a_report_is_about_whole_weeks_up_to_today(reports: Reports) -> None:
    report = reports.report(Wish(date(2026, 2, 12), date(2026, 2, 18)))
    assert (report.first, report.last, report.weeks) == (date(2026, 2, 9), date(2026, 2, 22), 2)
    assert reports.report(reports.last_weeks(2)).last == date(2026, 3, 4)


def test_one_cannot_end_before_it_begins(reports: Reports) -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        reports.report(Wish(date(2026, 2, 12), date(2026, 2, 11)))


def test_weeks_add_up_as_by_hand(log: Store, reports: Reports) -> None:
    train(log, 9, rpe=6.0, minutes=20)  # Monday of the week before: 120 AU
    nordic(log, 9, 4)
    nordic(log, 9, 5, warm_up=True)
    train(log, 8, rpe=None, minutes=30)
    nordic(log, 8, 6, rpe=6.5)
    train(log, 1, rpe=5.0, minutes=21)  # 105 AU
    nordic(log, 1, 7)
    log.save_run(Run("r", ago(8), BERLIN, distance_km=10.0))
    log.save_run(Run("q", ago(7), BERLIN, distance_km=5.5))
    train(log, 30)  # before the report
    report = reports.report(reports.last_weeks(3))
    assert report.period is Period.WEEK
    assert [(one.start, one.sets, one.minutes) for one in report.lines] == [
        (date(2026, 2, 16), 0, None),
        (date(2026, 2, 23), 3, 50.0),
        (date(2026, 3, 2), 1, 21.0),
    ]
    weeks = [line.burden for line in report.lines]
    told = [(one.sessions, one.rated, one.load_au, one.km) for one in weeks]
    assert told == [(0, 0, None, None), (2, 1, 120.0, 15.5), (1, 1, 105.0, None)]
    assert (report.sessions, report.sets) == (3, 4)
    # The warm-up and the set below RPE 7 are none of the hard ones.
    by_week = {date(2026, 2, 23): 1, date(2026, 3, 2): 1}
    assert report.hard_sets == {"hamstrings": by_week}
    assert [run.id for run in report.runs] == ["r", "q"]


def test_adherence_is_that_of_the_reports_weeks(log: Store, reports: Reports) -> None:
    plan_days(log, 40, 15, 13, 11, 2, 0, -3)
    for days in (14, 11, 1):
        train(log, days)
    report = reports.report(reports.last_weeks(3))
    # 15 days ago was done a day later, 13 days ago was not, 11 days ago was, 2 days ago one day later;
    # today's may still be done, and the coming one is ahead.
    assert report.adherence == Adherence(3, 4)
    assert [entry.id for entry in report.ahead] == ["p0", "p-3"]


def test_trends_go_from_first_to_last_with_the_records_of_the_whole_log(log: Store, reports: Reports) -> None:
    for days, reps in ((60, 9), (20, 6), (13, 10), (6, 8)):
        train(log, days)
        nordic(log, days, reps)
    (one,) = reports.report(reports.last_weeks(4)).trends
    assert (one.name, one.sessions, one.measure) == ("Nordic", 3, Measure.REPS)
    assert [point.value for point in one.points] == [6, 10, 8]
    (change,) = one.changes
    assert (change.side, change.first.value, change.last.value) == (Side.BOTH, 6, 8)
    assert change.told_apart is None
    # 6 was none, for 9 was done before; 10 was one.
    assert change.record is not None
    assert (change.record.value, change.record.day) == (10, date(2026, 2, 19))


def test_sides_are_told_after_three_sessions(log: Store, reports: Reports) -> None:
    for days, left, right in ((9, 10, 9), (8, 10, 8), (1, 12, 12)):
        train(log, days)
        for side, reps in zip(SIDES, (left, right), strict=True):
            nordic(log, days, 1, side=side)
            log.save_set(logged(f"s{days}-1", f"s{days}", 1, exercise_id="nordic", side=side, reps=reps))
    (one,) = reports.report(reports.last_weeks(2)).trends
    assert [round(pair.gap_percent, 1) for pair in one.pairs] == [10.0, 20.0, 0.0]
    (this_week,) = reports.report(reports.last_weeks(1)).trends
    assert this_week.pairs == ()


def test_a_change_of_heel_raises_may_be_chance(log: Store, reports: Reports) -> None:
    for days, left, right in ((8, 10, 10), (1, 16, 17)):
        train(log, days)
        for side, reps in zip(SIDES, (left, right), strict=True):
            raised = {"exercise_id": "single-leg-heel-raise", "side": side, "reps": reps}
            log.save_set(logged(f"s{days}-1", f"s{days}", 1, **raised))
    (one,) = reports.report(reports.last_weeks(2)).trends
    assert [change.told_apart for change in one.changes] == [False, True]


def tell(log: Store) -> None:
    train(log, 1, note="Heavy.")
    hurt = {"pain_area": "achilles", "side": Side.LEFT}
    nordic(log, 1, 1, pain=3, **hurt)
    nordic(log, 1, 2, pain=5, note="Stopped.", status=SetStatus.SKIPPED, **hurt)
    nordic(log, 1, 3, pain=0, **hurt)
    log.save_checkin(CheckIn("c", ago(1), BERLIN, "achilles", Side.LEFT, soreness=2, pain=4, note="Stiff."))
    log.save_checkin(CheckIn("d", ago(3), BERLIN, "achilles", Side.LEFT, soreness=6, pain=0))
    log.save_checkin(CheckIn("e", ago(3), BERLIN, "calf", Side.BOTH, soreness=1))
    log.save_checkin(CheckIn("f", ago(3), BERLIN, "calf", Side.BOTH, tightness=1))
    log.save_checkin(CheckIn("g", ago(40), BERLIN, "calf", Side.BOTH, pain=9))
    log.save_run(Run("r", ago(2), BERLIN, note="Rain."))


def test_pain_is_told_by_day_and_place(log: Store, reports: Reports) -> None:
    tell(log)
    report = reports.report(reports.last_weeks(4))
    sunday, tuesday = date(2026, 3, 1), date(2026, 3, 3)
    achilles = Feeling(tuesday, "achilles", Side.LEFT, 2, 5, (CHECK_IN, "Nordic"))
    calf = Feeling(sunday, "calf", Side.BOTH, 1, None, (CHECK_IN,))
    assert report.feelings == (
        Feeling(sunday, "achilles", Side.LEFT, 6, 0, (CHECK_IN,)),
        calf,
        achilles,
    )
    assert report.areas == (
        Area("achilles", Side.LEFT, 2, (6, sunday), (5, tuesday), 1, achilles),
        Area("calf", Side.BOTH, 1, (1, sunday), None, 0, calf),
    )


def test_notes_are_the_newest_first(log: Store, reports: Reports) -> None:
    tell(log)
    report = reports.report(reports.last_weeks(4))
    day = date(2026, 3, 3)
    assert report.notes == (
        Note(day, "Hamstrings for runners", "Heavy."),
        Note(day, "Nordic", "Stopped."),
        Note(day, "achilles", "Stiff."),
        Note(date(2026, 3, 2), "", "Rain."),
    )


def test_what_is_not_wanted_is_nowhere(log: Store, reports: Reports) -> None:
    tell(log)
    report = reports.report(replace(reports.last_weeks(4), pain=False, notes=False))
    assert (report.feelings, report.areas, report.notes) == ((), (), ())
    burdens = [one for of_period in report.burdens.values() for one in of_period.values()]
    assert burdens
    assert all((one.pain, one.soreness) == (None, None) for one in burdens)


def test_this_plan_goes_from_its_first_session_to_today(log: Store, reports: Reports) -> None:
    assert reports.this_plan() is None
    train(log, 100, plan_id="old", plan="Old")
    assert reports.this_plan() is None
    train(log, 40, plan_id="p", plan="Ramp")
    train(log, 5, plan_id="p", plan="Ramp")
    train(log, 2)
    assert reports.this_plan() == Wish(date(2026, 1, 23), date(2026, 3, 4))
    assert reports.report(reports.last_weeks(8)).plans == (
        Plan("Ramp", 2, planned=True),
        Plan("Hamstrings for runners", 1, planned=False),
    )


@pytest.mark.parametrize(
    ("weeks", "period", "lines"), [(16, Period.WEEK, 16), (17, Period.MONTH, 5), (67, Period.YEAR, 3)]
)
def test_a_longer_report_has_longer_rows(reports: Reports, weeks: int, period: Period, lines: int) -> None:
    report = reports.report(reports.last_weeks(weeks))
    assert (report.period, len(report.lines)) == (period, lines)
    assert report.lines[0].start == report.first
