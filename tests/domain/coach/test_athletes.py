"""Six athletes over 26 weeks: what they are asked for stays inside the rules and never jumps."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.domain.coach.athlete import Athlete, as_asked, shipped, workout_of
from tests.domain.coach.slots import Slots
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.proposal import Move, Verdict
from trainer.domain.workout import SetTarget

WEEKS = 26
WORKOUTS = ("hamstrings-for-runners-easy", "hamstrings-for-runners", "hamstrings-for-runners-full")


def athlete(workout_id: str) -> Athlete:
    return Athlete(workout=shipped(workout_id), settings=CoachSettings(heavy=True))


def two_a_week() -> Iterator[int]:
    for _ in range(WEEKS):
        yield 3
        yield 4


@pytest.mark.parametrize("workout_id", WORKOUTS)
def test_the_steady_one_goes_up_step_by_step(workout_id: str) -> None:
    one, slots, moves = athlete(workout_id), Slots(), []
    for days in two_a_week():
        proposal = one.train()
        slots.check(proposal)
        moves += [found.move for found in proposal.items]
        one.wait(days - 1)
    assert moves.count(Move.UP) > 10
    assert set(moves[9:]) == {Move.HOLD, Move.UP, Move.DELOAD}


@pytest.mark.parametrize("seed", range(2))
def test_the_irregular_one_comes_back_after_each_break(seed: int) -> None:
    random, one, slots, seen = Random(seed), athlete(WORKOUTS[1]), Slots(), set()
    while (one.day - athlete(WORKOUTS[1]).day).days < WEEKS * 7:
        if random.random() < 0.6:
            one.wake()
        proposal = one.proposal()
        seen |= slots.check(proposal)
        one.do(proposal.workout)
        one.wait(1)
        if random.random() < 0.6:
            one.wake()
        one.wait(random.choice([1, 2, 3, 6, 10, 20, 40]))
    assert Move.BACK in seen


@pytest.mark.parametrize("seed", range(2))
def test_the_sore_one_gets_less_on_sore_days(seed: int) -> None:
    random, one, slots = Random(seed), athlete(WORKOUTS[1]), Slots()
    for days in two_a_week():
        soreness = random.choice([0, 0, 2, 4, 6, 8])
        one.wake("hamstring", soreness=soreness)
        proposal = one.proposal()
        moves = slots.check(proposal)
        assert soreness < 4 or Move.UP not in moves
        assert (proposal.verdict is Verdict.LATER) is (soreness >= 7)
        one.do(proposal.workout)
        one.wait(1)
        one.wake()
        one.wait(days - 1)


@pytest.mark.parametrize("seed", range(2))
def test_the_one_in_pain_never_goes_up_with_it(seed: int) -> None:
    random, one, slots, verdicts = Random(seed), athlete(WORKOUTS[1]), Slots(), set()
    for days in two_a_week():
        morning = random.choice([0, 0, 1, 2, 3, 4, 6])
        one.wake("hamstring", pain=morning)
        proposal = one.proposal()
        verdicts.add(proposal.verdict)
        moves = slots.check(proposal)
        assert morning <= 2 or Move.UP not in moves
        assert morning < 6 or moves <= {Move.OUT}
        one.do(proposal.workout, pain=random.choice([None, 0, 2, 3, 4, 5]), place="hamstring")
        one.wait(1)
        one.wake("hamstring", pain=random.choice([0, morning, morning + 1]))
        one.wait(days - 1)
    assert Verdict.CLINICIAN in verdicts, "worse twice, or rising for two weeks"


def test_the_one_who_comes_back_begins_low_and_climbs_again() -> None:
    one, slots, moves = athlete(WORKOUTS[1]), Slots(), []
    for days in [3, 4] * 8:
        slots.check(one.train())
        one.wait(days - 1)
    one.wait(70)
    assert slots.check(one.train()) == {Move.BACK}
    one.wait(2)
    for days in [3, 4] * 8:
        proposal = one.train()
        slots.check(proposal)
        moves += [found.move for found in proposal.items]
        one.wait(days - 1)
    assert moves.count(Move.UP) > 6


@pytest.mark.parametrize("workout_id", WORKOUTS)
@pytest.mark.parametrize("lie", [9999])
def test_the_lying_one_gains_no_more_than_the_steady_one(workout_id: str, lie: int) -> None:
    honest, lying = athlete(workout_id), athlete(workout_id)

    def much_more(target: SetTarget) -> float:
        return as_asked(target) + lie

    slots = Slots()
    for days in two_a_week():
        asked, lied = honest.train(), lying.train(does=much_more)
        slots.check(lied)
        assert [found.proposed for found in lied.items] == [found.proposed for found in asked.items]
        honest.wait(days - 1)
        lying.wait(days - 1)


@pytest.mark.parametrize("load_kg", [500.0, 9999.0])
def test_a_load_that_nobody_lifts_is_not_raised_by_more_than_a_tenth(load_kg: float) -> None:
    one = Athlete(workout=workout_of("hip-thrust", sets=3, load_kg=20.0), settings=CoachSettings(heavy=True))
    loads = [20.0]
    for days in two_a_week():
        proposal = one.train(load_kg=load_kg)
        found = proposal.items[0].proposed
        assert found is not None
        loads.append(found.sets[-1].load_kg or 0)
        assert loads[-1] <= loads[-2] * 1.1 + 1e-9
        one.wait(days - 1)
    assert loads[-1] < 60
