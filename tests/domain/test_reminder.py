from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.catalog import load_rules
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.reminder import LATE_MOST, DayAhead, Reminder, Wishes, day_ahead, quiet, reminder

THURSDAY = date(2026, 11, 26)
NORDICS = DayAhead(("Nordics, week 3",), planned_at_all=True)


def wishes(
    *, on: bool = True, at: str = "17:00", quiet: tuple[str, str] = ("21:00", "08:00"), days: str = "14"
) -> Wishes:
    first, end = (time.fromisoformat(one) for one in quiet)
    return Wishes(on, time.fromisoformat(at), first, end, frozenset(int(one) for one in days))


def at(clock: str, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo("Europe/Berlin"))


def entry(day: date = THURSDAY, title: str = "Nordics", **fields: object) -> CalendarEntry:
    return CalendarEntry("one", day, EntryKind.WORKOUT, title, **fields)  # type: ignore[arg-type]


@pytest.mark.rule("reminder-asked-for")
@pytest.mark.parametrize(
    ("clock", "comes"),
    [("16:59:59", False), ("17:00", True), ("17:30", True), ("18:00", True), ("18:00:01", False)],
)
def test_it_comes_at_its_time_or_up_to_an_hour_later(clock: str, comes: bool) -> None:
    assert (reminder(at(clock), wishes(), NORDICS, None) is not None) is comes


@pytest.mark.rule("reminder-asked-for")
def test_it_is_off_until_it_is_asked_for() -> None:
    assert reminder(at("17:00"), wishes(on=False), NORDICS, None) is None


@pytest.mark.rule("reminder-asked-for")
def test_the_formula_names_the_minutes_of_the_code() -> None:
    formula = load_rules()["reminder-asked-for"].formula
    assert f"{LATE_MOST // timedelta(minutes=1)} minutes" in formula


@pytest.mark.rule("reminder-only-with-work")
@pytest.mark.parametrize(
    ("day", "given"),
    [
        (NORDICS, "Nordics, week 3"),
        (DayAhead(planned_at_all=True), None),  # a rest day of the plan, though Thursday is a training day
        (DayAhead(), ""),  # no plan: a training day
        (DayAhead(trained=True), None),
        (DayAhead(("Nordics",), planned_at_all=True, trained=True), None),
    ],
)
def test_it_comes_where_there_is_a_workout_to_do(day: DayAhead, given: str | None) -> None:
    found = reminder(at("17:00"), wishes(), day, None)
    assert (None if found is None else found.workout) == given


@pytest.mark.rule("reminder-only-with-work")
def test_without_a_plan_it_comes_on_training_days_alone() -> None:
    assert reminder(at("17:00", THURSDAY + timedelta(days=1)), wishes(), DayAhead(), None) is None


@pytest.mark.rule("reminder-once-a-day")
def test_one_a_day_at_most() -> None:
    assert reminder(at("17:00"), wishes(), NORDICS, THURSDAY) is None
    assert reminder(at("17:00"), wishes(), NORDICS, THURSDAY - timedelta(days=1)) is not None


@pytest.mark.rule("reminder-quiet-hours")
@pytest.mark.parametrize(
    ("clock", "hours", "is_quiet"),
    [
        ("21:00", ("21:00", "08:00"), True),
        ("07:59", ("21:00", "08:00"), True),
        ("08:00", ("21:00", "08:00"), False),
        ("20:59", ("21:00", "08:00"), False),
        ("13:00", ("12:00", "14:00"), True),
        ("14:00", ("12:00", "14:00"), False),
        ("03:00", ("08:00", "08:00"), False),
    ],
)
def test_quiet_hours(clock: str, hours: tuple[str, str], is_quiet: bool) -> None:
    assert quiet(time.fromisoformat(clock), wishes(quiet=hours)) is is_quiet


@pytest.mark.rule("reminder-quiet-hours")
def test_what_fell_into_quiet_hours_is_not_made_up_for() -> None:
    late = wishes(at="20:30")
    assert reminder(at("20:30"), late, NORDICS, None) is not None
    assert reminder(at("21:10"), late, NORDICS, None) is None
    early = wishes(at="06:00")
    assert all(reminder(at(f"{hour:02}:00"), early, NORDICS, None) is None for hour in range(24))


@pytest.mark.rule("reminder-not-of-what-was-missed")
def test_what_was_missed_is_not_looked_at() -> None:
    yesterday = entry(THURSDAY - timedelta(days=1), "Missed")
    assert day_ahead([yesterday], THURSDAY, trained=False, stopped=False) == DayAhead()
    both = day_ahead([yesterday, entry()], THURSDAY, trained=False, stopped=False)
    assert both == DayAhead(("Nordics",), planned_at_all=True)


@pytest.mark.rule("reminder-not-when-stopped")
def test_none_comes_while_a_clinician_is_to_be_asked_first() -> None:
    day = day_ahead([entry()], THURSDAY, trained=False, stopped=True)
    assert reminder(at("17:00"), wishes(), day, None) is None


def test_what_was_done_or_skipped_or_is_a_run_is_no_work() -> None:
    entries = [
        entry(skipped=True),
        entry(session_id="done"),
        CalendarEntry("race", THURSDAY, EntryKind.RACE, "Ten kilometres"),
    ]
    day = day_ahead(entries, THURSDAY, trained=False, stopped=False)
    assert day == DayAhead((), planned_at_all=True)


moments = st.times().map(lambda clock: datetime.combine(THURSDAY, clock))
hours = st.times()


@given(
    now=moments,
    wished=st.builds(Wishes, st.booleans(), hours, hours, hours, st.frozensets(st.integers(1, 7))),
    day=st.builds(
        DayAhead, st.lists(st.just("A"), max_size=1).map(tuple), st.booleans(), st.booleans(), st.booleans()
    ),
    last=st.sampled_from([None, THURSDAY, THURSDAY - timedelta(days=1)]),
)
def test_it_never_comes_unasked_twice_at_quiet_hours_or_when_done(
    now: datetime, wished: Wishes, day: DayAhead, last: date | None
) -> None:
    found: Reminder | None = reminder(now, wished, day, last)
    if found is not None:
        assert wished.on
        assert last != THURSDAY
        assert not quiet(now.time(), wished)
        assert not day.trained
        assert not day.stopped
        assert timedelta() <= now - datetime.combine(THURSDAY, wished.at) <= LATE_MOST
