"""What the athlete chooses instead, and how long it holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.domain.coach.athlete import Athlete, as_asked, item, rules, shape, workout_of
from trainer.domain.coach import steps
from trainer.domain.coach.choosing import alike
from trainer.domain.overruling import Overruling
from trainer.domain.proposal import ItemProposal, Move, Proposal
from trainer.domain.workout import WorkoutItem

SLIDER = "eccentric-slider-bridge"


def overrule(athlete: Athlete, one: ItemProposal, chosen: WorkoutItem) -> None:
    athlete.overrulings[athlete.workout.id, one.template.exercise_id] = Overruling(
        "o",
        datetime(2026, 1, 1, tzinfo=UTC),
        one.template.exercise_id,
        one.reasons[0].rule,
        one.advised or one.proposed,
        chosen,
        athlete.workout.id,
    )


def ready() -> Athlete:
    athlete = Athlete(workout=workout_of(SLIDER, sets=3, reps=6))
    for _ in range(2):
        athlete.train()
        athlete.wait(1)
    return athlete


def reps_of(proposal: Proposal) -> float:
    return shape(item(proposal).proposed)[2]


@pytest.mark.rule("chosen")
def test_what_was_chosen_stays_while_the_coach_says_the_same() -> None:
    athlete = ready()
    up = item(athlete.proposal())
    assert up.move is Move.UP
    same = next(one for one in up.choices if shape(one) == (SLIDER, 3, 6))
    overrule(athlete, up, same)
    for _ in range(2):
        found = athlete.train()
        athlete.wait(1)
        assert (item(found).move, rules(found)[0], reps_of(found)) == (Move.CHOSEN, "chosen", 6)
        assert item(found).advised == up.proposed
        assert up.proposed in item(found).choices, "one may go back to what is proposed"


@pytest.mark.rule("chosen")
def test_it_lapses_when_the_coach_would_change_the_target_again() -> None:
    athlete = ready()
    up = item(athlete.proposal())
    overrule(athlete, up, next(one for one in up.choices if shape(one) == (SLIDER, 3, 6)))
    athlete.wake()
    athlete.do(does=lambda target: as_asked(target) - 1)
    athlete.wait(1)
    athlete.wake()
    assert (item(athlete.proposal()).move, rules(athlete.proposal())) == (Move.HOLD, ["hold-short"])


@pytest.mark.rule("chosen")
def test_the_pain_table_stands_above_what_was_chosen() -> None:
    athlete = ready()
    up = item(athlete.proposal())
    overrule(athlete, up, next(one for one in up.choices if shape(one) == (SLIDER, 3, 6)))
    athlete.wake("hamstring", pain=4)
    assert rules(athlete.proposal()) == ["pain-easier-now"]
    athlete.wake("hamstring", pain=6)
    assert item(athlete.proposal()).proposed is None


def test_no_choice_is_more_than_one_step_up() -> None:
    found = item(ready().proposal())
    base = workout_of(SLIDER, sets=3, reps=6).items[0]
    for choice in found.choices:
        if choice.exercise_id == SLIDER:
            assert steps.volume(choice) <= steps.volume(base) + len(base.sets)


def test_each_choice_is_another_target() -> None:
    found = item(ready().proposal())
    assert found.proposed is not None
    every = [found.proposed, *found.choices]
    assert not any(alike(one, other) for at, one in enumerate(every) for other in every[:at])


def test_pain_that_asks_for_less_leaves_less_to_choose() -> None:
    athlete = ready()
    athlete.wake("hamstring", pain=4)
    found = item(athlete.proposal())
    assert found.proposed is not None
    assert found.proposed.exercise_id != SLIDER
    assert all(choice.exercise_id != SLIDER for choice in found.choices)
    athlete.wake("hamstring", pain=3)


def test_pain_of_three_leaves_no_step_up_to_choose() -> None:
    athlete = ready()
    athlete.wake("hamstring", pain=3)
    found = item(athlete.proposal())
    assert all(steps.volume(choice) <= 18 for choice in found.choices if choice.exercise_id == SLIDER)
