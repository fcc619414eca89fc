"""A plan's own targets, and what stands against them."""

from __future__ import annotations

import pytest

from tests.domain.coach.athlete import Athlete, item, rules, shape, workout_of
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import Move

NORDIC = "nordic-hamstring-curl"
COPENHAGEN = "copenhagen-adduction"


def plan(footing: Footing = Footing.PUBLISHED) -> Plan:
    return Plan("p", "Plan", "Somebody 2004", footing, ())


def on_plan(exercise_id: str, sets: int, reps: int) -> Athlete:
    """A session of the plan that went well, and the next one, which asks for this."""
    athlete = Athlete(workout=workout_of(exercise_id, sets=2, reps=5))
    athlete.wake()
    athlete.do(athlete.workout)
    athlete.wait(1)
    athlete.wake()
    athlete.wait(1)
    athlete.workout = workout_of(exercise_id, sets=sets, reps=reps)
    return athlete


@pytest.mark.rule("plan-published", "plan-partly", "plan-own-rule")
@pytest.mark.parametrize(
    ("footing", "rule"),
    [
        (Footing.PUBLISHED, "plan-published"),
        (Footing.PARTLY, "plan-partly"),
        (Footing.OWN_RULE, "plan-own-rule"),
    ],
)
def test_targets_follow_the_table(footing: Footing, rule: str) -> None:
    athlete = on_plan(COPENHAGEN, 3, 5)
    found = athlete.proposal(plan(footing))
    assert (item(found).move, rules(found)) == (Move.PLAN, [rule])
    assert item(found).proposed == athlete.workout.items[0]


@pytest.mark.rule("plan-published")
def test_no_step_up_of_the_coachs_own() -> None:
    athlete = on_plan(COPENHAGEN, 2, 5)
    for _ in range(4):
        athlete.wake()
        found = athlete.proposal(plan())
        athlete.do(found.workout)
        athlete.wait(1)
        athlete.wake()
        athlete.wait(1)
        assert item(found).move is Move.PLAN


def test_a_plan_of_ones_own_is_moved_by_the_coach() -> None:
    athlete = on_plan(COPENHAGEN, 2, 5)
    assert item(athlete.proposal(plan(Footing.OWN))).move is Move.HOLD


@pytest.mark.rule("first-nordic-plan")
def test_the_first_nordic_of_a_plan_is_warned_about() -> None:
    athlete = Athlete(workout=workout_of(NORDIC, sets=2, reps=5))
    found = athlete.proposal(plan())
    assert rules(found) == ["plan-published", "first-nordic-plan"]
    assert shape(item(found).proposed) == (NORDIC, 2, 5), "as the table has it"


@pytest.mark.rule("hold-pain")
def test_pain_keeps_what_was_done_last() -> None:
    athlete = on_plan(COPENHAGEN, 3, 8)
    athlete.sides = [*athlete.sides]
    athlete.wake()
    athlete.workout = workout_of(COPENHAGEN, sets=2, reps=5)
    athlete.do(athlete.workout, pain=3, place="groin")
    athlete.wait(1)
    athlete.wake()
    athlete.wait(1)
    athlete.workout = workout_of(COPENHAGEN, sets=3, reps=8)
    found = athlete.proposal(plan())
    assert (item(found).move, rules(found), shape(item(found).proposed)) == (
        Move.HOLD,
        ["hold-pain"],
        (COPENHAGEN, 2, 5),
    )
    assert all(len(choice.sets) <= 2 for choice in item(found).choices)


@pytest.mark.rule("hold-morning")
def test_an_unanswered_morning_holds_and_may_be_overruled_to_the_table() -> None:
    athlete = on_plan(COPENHAGEN, 3, 8)
    athlete.checkins.pop()
    found = item(athlete.proposal(plan()))
    assert (found.move, shape(found.proposed)) == (Move.HOLD, (COPENHAGEN, 2, 5))
    assert athlete.workout.items[0] in found.choices


def test_a_hold_does_not_stand_against_a_table_that_asks_for_no_more() -> None:
    athlete = on_plan(COPENHAGEN, 2, 5)
    athlete.checkins.pop()
    assert item(athlete.proposal(plan())).move is Move.PLAN


@pytest.mark.rule("morning-worse")
def test_a_worse_morning_takes_a_set() -> None:
    athlete = on_plan(COPENHAGEN, 3, 8)
    athlete.checkins.pop()
    athlete.wait(-1)
    athlete.wake("groin", pain=1)
    athlete.wait(1)
    found = athlete.proposal(plan())
    assert (item(found).move, shape(item(found).proposed)) == (Move.DOWN, (COPENHAGEN, 1, 5))


@pytest.mark.rule("pain-easier")
def test_pain_takes_a_rung() -> None:
    athlete = on_plan(COPENHAGEN, 3, 8)
    athlete.wake()
    athlete.do(workout_of(COPENHAGEN, sets=2, reps=5), pain=4, place="groin")
    athlete.wait(1)
    athlete.wake()
    found = athlete.proposal(plan())
    assert (rules(found), shape(item(found).proposed)[0]) == (["pain-easier"], "long-lever-copenhagen-hold")


@pytest.mark.rule("back-one")
def test_a_break_steps_back_from_what_was_done_last() -> None:
    athlete = on_plan(COPENHAGEN, 3, 8)
    athlete.wait(14)
    found = athlete.proposal(plan())
    assert (item(found).move, rules(found), shape(item(found).proposed)) == (
        Move.BACK,
        ["back-one"],
        (COPENHAGEN, 1, 5),
    )


def test_a_table_that_stepped_back_itself_is_followed_after_a_break() -> None:
    athlete = on_plan(COPENHAGEN, 1, 5)
    athlete.wait(14)
    assert item(athlete.proposal(plan())).move is Move.PLAN


@pytest.mark.rule("swap-sore")
def test_soreness_acts_in_a_plan_too() -> None:
    athlete = on_plan(COPENHAGEN, 3, 8)
    athlete.wake("groin", soreness=5)
    assert rules(athlete.proposal(plan())) == ["swap-sore"]


@pytest.mark.rule("plan-behind")
@pytest.mark.parametrize(
    ("sets", "reps", "expected"),
    [(3, 5, (3, 5)), (3, 10, (3, 6)), (2, 8, (2, 6)), (4, 5, (3, 5))],
)
def test_a_table_that_ran_ahead_is_caught_up_step_by_step(
    sets: int, reps: int, expected: tuple[int, float]
) -> None:
    athlete = on_plan(COPENHAGEN, sets, reps)
    found = athlete.proposal(plan())
    assert shape(item(found).proposed)[1:] == expected
    assert ("plan-behind" in rules(found)) is (expected != (sets, reps))


def test_it_is_caught_up_at_last() -> None:
    athlete = on_plan(NORDIC, 3, 10)
    seen = []
    for _ in range(5):
        athlete.wake()
        found = athlete.proposal(plan())
        seen.append(shape(item(found).proposed)[1:])
        athlete.do(found.workout)
        athlete.wait(1)
        athlete.wake()
        athlete.wait(1)
    assert seen == [(3, 6), (3, 7), (3, 10), (3, 10), (3, 10)]


@pytest.mark.rule("plan-stand-in")
def test_what_stands_in_is_not_said_to_be_of_the_table() -> None:
    athlete = Athlete(workout=workout_of(NORDIC, sets=2, reps=5), settings=CoachSettings(kneeling_hurts=True))
    found = athlete.proposal(plan())
    assert rules(found) == ["swap-kneeling", "plan-stand-in"]
    assert shape(item(found).proposed)[:2] == ("eccentric-slider-bridge", 2)


@pytest.mark.rule("rung-regained", "plan-behind")
def test_a_rung_that_is_regained_begins_with_the_least_in_a_plan_too() -> None:
    athlete = on_plan(COPENHAGEN, 3, 12)
    athlete.wake()
    athlete.do(athlete.workout, pain=5, place="groin")
    for _ in range(2):
        athlete.wait(1)
        athlete.wake()
        athlete.wait(1)
        assert shape(item(athlete.proposal(plan())).proposed)[0] == "long-lever-copenhagen-hold"
        athlete.wake()
        athlete.do(athlete.proposal(plan()).workout)
    athlete.wait(1)
    athlete.wake()
    athlete.wait(1)
    athlete.wake()
    back = athlete.proposal(plan())
    assert (item(back).move, rules(back)) == (Move.DOWN, ["rung-regained"])
    name, sets, reps = shape(item(back).proposed)
    assert (name, sets * reps < 3 * 12) == (COPENHAGEN, True)
    athlete.do(back.workout)
    athlete.wait(1)
    athlete.wake()
    athlete.wait(1)
    after = athlete.proposal(plan())
    assert rules(after) == ["plan-published", "plan-behind"]
    assert shape(item(after).proposed) == (COPENHAGEN, sets + 1, reps + 1)
