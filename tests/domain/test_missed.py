"""Missed sessions: rescheduled by rule, never piled up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.plans import EVERY_DAY, MONDAY, MWF, entries_of, plan_of
from trainer.domain.calendar import CalendarEntry
from trainer.domain.laying_out import Terms
from trainer.domain.missed import AWAY_D, Arranged, arranged, gone_on, rewritten
from trainer.domain.plan import Plan
from trainer.domain.plan_line import course_of, steps_of
from trainer.domain.stats.habit import MOVED_DAYS

Written = list[CalendarEntry]


def done(entries: Sequence[CalendarEntry], *numbers: int) -> Written:
    """The entries, those of these numbers with a session."""
    return [
        replace(entry, session_id=f"s{n}") if n in numbers else entry for n, entry in enumerate(entries, 1)
    ]


def seen_on(
    day: int, plan: Plan, entries: Sequence[CalendarEntry], terms: Terms, taken: Collection[date] = ()
) -> Arranged | None:
    today = MONDAY + timedelta(days=day)
    return arranged(plan, course_of(entries, today), today, terms, taken)


def places(made: Arranged | None) -> list[tuple[tuple[int, int], int]]:
    assert made is not None
    return [(step, (day - MONDAY).days) for step, day in made.days]


def test_nothing_missed_moves_nothing() -> None:
    plan, terms = plan_of(3, 3), Terms(MWF)
    entries = entries_of(plan, MONDAY, terms)
    assert seen_on(0, plan, entries, terms) is None
    assert seen_on(3, plan, done(entries, 1, 2), terms) is None
    skipped = [replace(entries[0], skipped=True), *entries[1:]]
    assert seen_on(1, plan, skipped, terms) is None


@pytest.mark.rule("missed-one-moves")
def test_one_missed_session_moves_to_the_next_free_training_day() -> None:
    plan, terms = plan_of(2, 2), Terms(MWF)
    entries = done(entries_of(plan, MONDAY, terms), 1)  # Monday, Friday; the week after the same
    made = seen_on(5, plan, entries, terms)
    assert made is not None
    assert made.reason.rule == "missed-moves-along"  # Friday was the last chosen day before Monday
    entries = entries_of(plan, MONDAY, terms)
    made = seen_on(1, plan, entries, terms)
    assert made is not None
    assert made.reason.rule == "missed-one-moves"
    assert places(made) == [((1, 0), 2), ((1, 1), 4), ((2, 0), 7), ((2, 1), 11)]


@pytest.mark.rule("missed-moves-along")
@pytest.mark.parametrize(
    ("weekdays", "gap", "taken", "expected"),
    [
        (MWF, 1, (), [2, 4, 7, 9, 11, 14]),
        (EVERY_DAY, 2, (), [1, 3, 5, 7, 9, 11]),
        (EVERY_DAY, 1, (1,), [1, 2, 4, 7, 9, 11]),
    ],
    ids=["no day between", "the gap leaves none", "the free day is taken"],
)
def test_without_a_free_day_the_plan_moves_along(
    weekdays: frozenset[int], gap: int, taken: tuple[int, ...], expected: list[int]
) -> None:
    plan = plan_of(3, 3, gap=gap)
    entries = entries_of(plan, MONDAY, Terms(MWF, gap))
    made = seen_on(1, plan, entries, Terms(weekdays, gap), [MONDAY + timedelta(days=d) for d in taken])
    assert [day for _, day in places(made)] == expected
    assert made is not None
    assert made.reason.rule == "missed-moves-along"


@pytest.mark.rule("missed-week-goes-on")
def test_more_than_one_missed_and_the_plan_goes_on_where_it_stopped() -> None:
    plan, terms = plan_of(3, 3, 3), Terms(MWF, 2)
    entries = done(entries_of(plan, MONDAY, terms), 1)
    made = seen_on(7, plan, entries, terms)
    assert made is not None
    assert (made.reason.rule, made.reason.numbers) == ("missed-week-goes-on", {"missed": 2})
    assert [step for step, _ in made.days] == steps_of(plan)[1:]
    assert places(made)[:5] == [((1, 1), 7), ((1, 2), 11), ((2, 0), 14), ((2, 1), 16), ((2, 2), 18)]


@pytest.mark.rule("away-step-back")
@pytest.mark.parametrize(("away", "week"), [(13, 4), (14, 3), (27, 3), (28, 2), (42, 1), (300, 1)])
def test_two_weeks_away_are_one_step_back(away: int, week: int) -> None:
    plan, terms = plan_of(3, 3, 3, 3), Terms(MWF)
    entries = done(entries_of(plan, MONDAY, terms), *range(1, 10))  # the last on the Friday of week 3
    made = seen_on(18 + away, plan, entries, terms)
    assert made is not None
    assert AWAY_D == 14
    assert made.days[0][0] == (week, 0)
    assert made.reason.rule == ("away-step-back" if away >= AWAY_D else "missed-week-goes-on")
    assert [step for step, _ in made.days] == [step for step in steps_of(plan) if step >= (week, 0)]


@pytest.mark.rule("away-step-back")
def test_a_plan_that_never_began_begins_anew_without_a_step_back() -> None:
    plan, terms = plan_of(1, 2), Terms(MWF)
    made = seen_on(30, plan, entries_of(plan, MONDAY, terms), terms)
    assert made is not None
    assert made.reason.rule == "missed-week-goes-on"
    assert [step for step, _ in made.days] == steps_of(plan)


@pytest.mark.rule("plan-goes-on", "away-step-back")
@pytest.mark.parametrize(("paused", "rule"), [(10, "plan-goes-on"), (14, "away-step-back")])
def test_after_a_pause_it_goes_on_or_a_step_back(paused: int, rule: str) -> None:
    plan, terms = plan_of(3, 3), Terms(MWF)
    entries = done(entries_of(plan, MONDAY, terms), 1, 2, 3)
    course = course_of(entries, MONDAY + timedelta(days=5))
    made = gone_on(plan, course, MONDAY + timedelta(days=4 + paused), terms)
    assert made.reason.rule == rule
    assert made.days[0][0] == ((2, 0) if rule == "plan-goes-on" else (1, 0))


def test_a_day_with_two_rounds_is_over_after_one() -> None:
    plan, terms = plan_of(2, per_day=2), Terms(EVERY_DAY)
    entries = entries_of(plan, MONDAY, terms)
    assert [entry.day for entry in entries[:2]] == [MONDAY, MONDAY]
    assert seen_on(1, plan, done(entries, 1), terms) is None
    made = seen_on(1, plan, entries, terms)
    new = rewritten("p", plan, made.days if made else (), course_of(entries, MONDAY + timedelta(days=1)), str)
    assert [entry.id for entry in new.put] == ["1", "2"]


@pytest.mark.rule("missed-stays-told")
@pytest.mark.parametrize(("day", "told"), [(1, False), (MOVED_DAYS, False), (MOVED_DAYS + 1, True)])
def test_what_is_missed_by_more_than_two_days_stays_told(day: int, told: bool) -> None:
    plan, terms = plan_of(1, 1), Terms(EVERY_DAY)
    entries = entries_of(plan, MONDAY, terms)
    course = course_of(entries, MONDAY + timedelta(days=day))
    made = seen_on(day, plan, entries, terms)
    assert made is not None
    new = rewritten("p", plan, made.days, course, lambda: "new")
    assert [entry.id for entry in new.put] == (["new"] if told else ["1"])
    if not told:
        assert new.put[0].first_day == MONDAY


def test_what_was_skipped_in_its_new_place_does_not_come_back() -> None:
    plan, terms = plan_of(2), Terms(EVERY_DAY)
    entries = entries_of(plan, MONDAY, terms)
    again = replace(entries[0], id="again", day=MONDAY + timedelta(days=3), skipped=True)
    later = replace(entries[1], day=MONDAY + timedelta(days=9))
    assert seen_on(5, plan, [entries[0], again, later], terms) is None


def applied(entries: Written, put: Sequence[CalendarEntry], gone: Collection[str]) -> Written:
    by_id = {entry.id: entry for entry in entries if entry.id not in gone}
    return list((by_id | {entry.id: entry for entry in put}).values())


@given(
    counts=st.lists(st.integers(1, 4), min_size=1, max_size=6),
    weekdays=st.frozensets(st.integers(1, 7), min_size=1),
    gap=st.integers(1, 3),
    acts=st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=25),
)
def test_whoever_is_irregular_never_gets_two_sessions_too_near(
    counts: list[int], weekdays: frozenset[int], gap: int, acts: list[tuple[int, bool]]
) -> None:
    """Days go by; on some the session that is due is done. What waits stays in order, apart, and whole."""
    plan, terms, numbers = plan_of(*counts, gap=gap), Terms(weekdays, gap), count(1000)
    entries, today = entries_of(plan, MONDAY, terms), MONDAY
    for days, trains in acts:
        today += timedelta(days=days)
        course = course_of(entries, today)
        made = arranged(plan, course, today, terms, ())
        assert (made is None) == (not course.missed)
        if made is not None:
            new = rewritten("p", plan, made.days, course, lambda: str(next(numbers)))
            entries = applied(entries, new.put, new.gone)
        course = course_of(entries, today)
        assert not course.missed
        days_ahead = [stop.day for stop in course.ahead]
        known = [course.last_done] if course.last_done else []
        assert all((after - before).days >= gap for before, after in pairwise([*known, *days_ahead]))
        steps = [stop.step for stop in course.ahead]
        assert steps == sorted(set(steps))
        if steps:
            assert steps == [step for step in steps_of(plan) if step >= steps[0]]
        if trains and course.ahead and course.ahead[0].day == today:
            due = course.ahead[0].entries[0]
            entries = applied(entries, [replace(due, session_id=f"s{due.id}")], ())
