"""What the builder points out, against the numbers of `resources/rules/builder.toml`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from trainer.catalog import load_catalog, load_rules
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.foresight import (
    BREAK_D,
    CLEAR_D,
    EASY_WEEK_D,
    FIRST_REPS,
    FIRST_SETS,
    key_of,
    warnings_of,
)
from trainer.domain.rule import Reason
from trainer.domain.targets import with_amount, with_set_count, with_warm_up_count, with_working
from trainer.domain.workout import WorkoutItem
from trainer.services.trial import least_of

CATALOG, RULES = load_catalog(), load_rules()
TODAY = date(2026, 3, 4)


def item(exercise_id: str, sets: int = 2, reps: int = 5) -> WorkoutItem:
    made = with_set_count(least_of(CATALOG.exercises[exercise_id]), sets)
    return with_working(made, lambda target: with_amount(target, reps))


def days_ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in days]


def warnings(
    items: Sequence[WorkoutItem],
    nordics: Collection[date] = (),
    planned: Collection[date] = (),
    runs: Collection[CalendarEntry] = (),
) -> list[Reason]:
    return warnings_of(items, CATALOG.exercises, nordics, planned, runs, TODAY)


def keys(found: Sequence[Reason]) -> list[str]:
    return [one.rule for one in found]


def run(days: int, kind: EntryKind = EntryKind.RACE) -> CalendarEntry:
    return CalendarEntry(f"run-{days}", TODAY + timedelta(days=days), kind)


@pytest.mark.rule("nordics-without-easy-week")
@pytest.mark.parametrize(
    ("exercise_id", "sets", "reps", "pointed_out"),
    [
        ("partial-range-nordic", 2, 5, False),
        ("band-assisted-nordic", 2, 5, False),
        ("partial-range-nordic", 3, 5, True),
        ("partial-range-nordic", 2, 6, True),
        ("nordic-hamstring-curl", 1, 1, True),
        ("romanian-deadlift", 4, 12, False),
    ],
)
def test_nordics_begin_with_an_easy_week(exercise_id: str, sets: int, reps: int, pointed_out: bool) -> None:
    assert keys(warnings([item(exercise_id, sets, reps)])) == ["nordics-without-easy-week"] * pointed_out


@pytest.mark.rule("nordics-without-easy-week")
@pytest.mark.parametrize(("first", "pointed_out"), [(0, True), (6, True), (7, False), (10, False)])
def test_the_easy_week_is_over_after_seven_days(first: int, pointed_out: bool) -> None:
    found = warnings([item("partial-range-nordic", 3, 6)], days_ago(first))
    assert keys(found) == ["nordics-without-easy-week"] * pointed_out


@pytest.mark.rule("nordics-after-break")
@pytest.mark.parametrize(("last", "pointed_out"), [(14, False), (15, True), (200, True)])
def test_nordics_after_two_weeks_without_are_pointed_out(last: int, pointed_out: bool) -> None:
    found = warnings([item("partial-range-nordic", 3, 6)], days_ago(last, last + 30))
    assert keys(found) == ["nordics-after-break"] * pointed_out
    if pointed_out:
        assert found[0].numbers == {"sets": 3, "reps": 6, "days": last}


@pytest.mark.rule("nordics-without-easy-week")
def test_all_nordics_of_a_workout_count_together_and_warm_ups_do_not() -> None:
    two = [item("partial-range-nordic", 1), item("band-assisted-nordic", 2)]
    assert warnings(two)[0].numbers["sets"] == 3
    assert warnings([with_warm_up_count(item("partial-range-nordic"), 2)]) == []


@pytest.mark.rule("nordics-without-easy-week")
def test_ones_own_version_of_a_nordic_is_one() -> None:
    mine = replace(item("partial-range-nordic", 3), exercise_id="own-1", figure="nordic-hamstring-curl")
    assert keys(warnings([mine])) == ["nordics-without-easy-week"]


@pytest.mark.rule("heavy-before-race")
@pytest.mark.parametrize(("days", "pointed_out"), [(0, True), (1, True), (2, True), (3, False)])
def test_heavy_work_keeps_48_hours_clear_of_a_race(days: int, pointed_out: bool) -> None:
    found = warnings([item("romanian-deadlift")], runs=[run(days)])
    assert keys(found) == ["heavy-before-race"] * pointed_out


@pytest.mark.rule("heavy-before-hard-run")
@pytest.mark.parametrize(("days", "pointed_out"), [(0, False), (1, True), (2, True), (3, False)])
def test_heavy_work_may_follow_a_hard_run_on_its_day(days: int, pointed_out: bool) -> None:
    found = warnings([item("romanian-deadlift")], runs=[run(days, EntryKind.HARD_RUN)])
    assert keys(found) == ["heavy-before-hard-run"] * pointed_out


@pytest.mark.rule("both-heavy-before-race")
def test_both_heavy_is_told_as_both() -> None:
    both = [item("single-leg-eccentric-slider-bridge"), item("romanian-deadlift")]
    (found,) = warnings(both, runs=[run(1)])
    assert found.rule == "both-heavy-before-race"
    assert found.numbers == {
        "exercises": f"{both[0].exercise}, {both[1].exercise}",
        "day": "2026-03-04",
        "race_day": "2026-03-05",
    }


@pytest.mark.rule("heavy-before-race")
def test_days_that_the_workout_is_planned_on_are_looked_at_too() -> None:
    planned = [TODAY + timedelta(days=9)]
    assert warnings([item("romanian-deadlift")], planned=[], runs=[run(10)]) == []
    (found,) = warnings([item("romanian-deadlift")], planned=planned, runs=[run(10)])
    assert found.numbers["day"] == "2026-03-13"


@pytest.mark.rule("heavy-before-race")
def test_each_kind_of_run_is_pointed_out_once() -> None:
    runs = [run(2), run(1), run(1, EntryKind.HARD_RUN), run(2, EntryKind.HARD_RUN)]
    found = warnings([item("romanian-deadlift")], runs=runs)
    assert sorted(keys(found)) == ["heavy-before-hard-run", "heavy-before-race"]
    assert {one.numbers["race_day"] for one in found} == {"2026-03-05"}


def test_a_warning_of_another_race_is_another_warning() -> None:
    (first,) = warnings([item("romanian-deadlift")], runs=[run(1)])
    (other,) = warnings([item("romanian-deadlift")], runs=[run(2)])
    assert key_of(first) != key_of(other)
    (nordic,) = warnings([item("nordic-hamstring-curl")])
    assert key_of(nordic) == "nordics-without-easy-week"


def test_the_numbers_are_those_of_the_rules() -> None:
    easy, after = RULES["nordics-without-easy-week"].formula, RULES["nordics-after-break"].formula
    assert f"more than {FIRST_SETS} sets or {FIRST_REPS} reps" in easy
    assert f"{EASY_WEEK_D} days old or older" in easy
    assert f"more than {BREAK_D} days old" in after
    race = RULES["heavy-before-race"].formula
    assert CLEAR_D * 24 == 48
    assert "the two after it" in race


@pytest.mark.parametrize("key", [key for key in RULES if key.startswith(("nordics-", "heavy-", "both-"))])
def test_every_text_can_be_filled(key: str) -> None:
    numbers = {"sets": 3, "reps": 6, "days": 20, "first_sets": 2, "first_reps": 5}
    told = RULES[key].text.format(**numbers, exercises="Nordic", day="Wed", race_day="Thu")
    assert "{" not in told
