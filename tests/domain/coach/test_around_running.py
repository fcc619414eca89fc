from __future__ import annotations

from datetime import timedelta

import pytest

from tests.domain.coach.athlete import Athlete, rules, workout_of
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.proposal import Move, Verdict

SLIDER = "eccentric-slider-bridge"


def with_run(kind: EntryKind, in_days: int, exercise_id: str = SLIDER, **told: object) -> Athlete:
    athlete = Athlete(workout=workout_of(exercise_id))
    for _ in range(2):
        athlete.train()
        athlete.wait(1)
    on = athlete.day + timedelta(days=in_days)
    athlete.entries.append(CalendarEntry("e", on, kind, **told))  # type: ignore[arg-type]
    return athlete


@pytest.mark.rule("race-near", "hard-run-near", "after-hard-run")
@pytest.mark.parametrize(
    ("kind", "in_days", "later_in"),
    [
        (EntryKind.RACE, -1, None),
        (EntryKind.RACE, 0, 1),
        (EntryKind.RACE, 1, 2),
        (EntryKind.RACE, 2, 3),
        (EntryKind.RACE, 3, None),
        (EntryKind.HARD_RUN, 0, None),
        (EntryKind.HARD_RUN, 1, 1),
        (EntryKind.HARD_RUN, 2, 2),
        (EntryKind.HARD_RUN, 3, None),
        (EntryKind.WORKOUT, 1, None),
    ],
)
def test_heavy_hamstring_work_before_it(kind: EntryKind, in_days: int, later_in: int | None) -> None:
    athlete = with_run(kind, in_days)
    found = athlete.proposal()
    if later_in is None:
        after = ["after-hard-run"] if (kind, in_days) == (EntryKind.HARD_RUN, 0) else []
        assert (found.verdict, [reason.rule for reason in found.reasons]) == (Verdict.TRAIN, after)
        return
    assert (found.verdict, found.later) == (Verdict.LATER, athlete.day + timedelta(days=later_in))
    rule = "race-near" if kind is EntryKind.RACE else "hard-run-near"
    assert found.reasons[0].rule == rule
    assert found.workout is not None, "it can be done all the same"
    assert (found.items[0].move, rules(found)) == (Move.HOLD, [rule]), "without a step up"


@pytest.mark.rule("race-near")
def test_what_is_light_or_elsewhere_does_not_wait() -> None:
    for exercise_id in ("long-lever-bridge-hold", "split-squat", "single-leg-heel-raise"):
        assert with_run(EntryKind.RACE, 1, exercise_id).proposal().verdict is Verdict.TRAIN


@pytest.mark.rule("after-hard-run")
def test_whatever_is_trained_comes_after_a_hard_run_of_the_day() -> None:
    for exercise_id in (SLIDER, "split-squat", "single-leg-heel-raise"):
        found = with_run(EntryKind.HARD_RUN, 0, exercise_id).proposal()
        assert (found.verdict, [one.rule for one in found.reasons]) == (Verdict.TRAIN, ["after-hard-run"])


def test_a_run_that_is_skipped_is_none() -> None:
    assert with_run(EntryKind.RACE, 1, skipped=True).proposal().verdict is Verdict.TRAIN


@pytest.mark.rule("race-near", "hard-run-near")
def test_a_hard_run_after_the_race_moves_it_further() -> None:
    athlete = with_run(EntryKind.RACE, 1)
    athlete.entries.append(CalendarEntry("f", athlete.day + timedelta(days=3), EntryKind.HARD_RUN))
    assert athlete.proposal().later == athlete.day + timedelta(days=3)
