"""Workouts too near a race or a hard run."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.domain.plans import MONDAY
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.clashes import CLEAR_H, clash_of, clashes_of, unfit_days

RACE = CalendarEntry("race", MONDAY, EntryKind.RACE)
HARD = CalendarEntry("hard", MONDAY, EntryKind.HARD_RUN)


def workout(days_before: int, **more: object) -> CalendarEntry:
    day = MONDAY - timedelta(days=days_before)
    return CalendarEntry("w", day, EntryKind.WORKOUT, **more)  # type: ignore[arg-type]


@pytest.mark.rule("clash-race-day", "clash-heavy-race", "clash-heavy-hard-run", "clash-hard-run-day")
@pytest.mark.parametrize(
    ("run", "heavy", "days_before", "rule", "order_only"),
    [
        (RACE, True, -1, None, False),
        (RACE, True, 0, "clash-race-day", False),
        (RACE, True, 1, "clash-heavy-race", False),
        (RACE, True, 2, "clash-heavy-race", False),
        (RACE, True, 3, None, False),
        (RACE, False, 0, "clash-race-day", False),
        (RACE, False, 1, None, False),
        (HARD, True, -1, None, False),
        (HARD, True, 0, "clash-hard-run-day", True),
        (HARD, True, 1, "clash-heavy-hard-run", False),
        (HARD, True, 2, "clash-heavy-hard-run", False),
        (HARD, True, 3, None, False),
        (HARD, False, 0, "clash-hard-run-day", True),
        (HARD, False, 1, None, False),
    ],
)
def test_the_48_hours_before_a_race_or_a_hard_run_are_kept_clear(
    run: CalendarEntry, heavy: bool, days_before: int, rule: str | None, order_only: bool
) -> None:
    clash = clash_of(workout(days_before), run, heavy=heavy)
    assert (clash and clash.reason.rule) == rule
    if clash is not None:
        assert clash.order_only is order_only
        assert clash.hours_apart == 24 * days_before <= CLEAR_H == 48


def test_what_is_done_or_skipped_clashes_with_nothing() -> None:
    entries = [workout(1, skipped=True), workout(1, session_id="s"), workout(1)]
    assert len(clashes_of(entries, [RACE], lambda _: True)) == 1


@pytest.mark.parametrize(
    ("run", "heavy", "before"),
    [(RACE, True, {0, 1, 2}), (RACE, False, {0}), (HARD, True, {1, 2}), (HARD, False, set())],
)
def test_unfit_days_are_those_of_the_clashes(run: CalendarEntry, heavy: bool, before: set[int]) -> None:
    assert unfit_days([run], heavy=heavy) == {MONDAY - timedelta(days=days) for days in before}
