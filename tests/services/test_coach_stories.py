"""Whole stories on a real log: plans week by week, and what the coach makes of days that go otherwise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes import FakeClock
from tests.services.test_coaching import DAY, SEED, do
from trainer.catalog import load_plans
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import Move, Proposal, Verdict
from trainer.domain.vocabulary import EQUIPMENT
from trainer.services.coaching import Coach, CoachSettings, Felt
from trainer.services.library import Library
from trainer.services.planning import Planning
from trainer.store import Store, new_id


@pytest.fixture
def planning(store: Store, library: Library, fake_clock: FakeClock) -> Planning:
    return Planning(store, fake_clock, library, new_id)


@pytest.fixture
def coach(store: Store, library: Library, fake_clock: FakeClock, planning: Planning) -> Coach:
    return Coach(store, fake_clock, library, CoachSettings, new_id, plan_of=planning.plan_of)


def go_to(clock: FakeClock, day: date) -> None:
    clock.advance((day - clock.utc_now().date()).days * DAY)


def moves(proposal: Proposal) -> set[Move]:
    return {item.move for item in proposal.items}


def start(planning: Planning, clock: FakeClock, plan_id: str) -> Plan:
    plan = planning.plan(plan_id)
    monday = clock.utc_now().date() + timedelta(days=7 - clock.utc_now().weekday())
    planning.start(plan, monday, (1, 3, 5), "Start")
    return plan


@pytest.mark.rule("plan-published", "plan-partly", "plan-own-rule")
@pytest.mark.parametrize("plan_id", [plan.id for plan in load_plans().values() if plan.self_start])
def test_a_plan_that_goes_well_is_followed_to_its_end(
    plan_id: str, store: Store, fake_clock: FakeClock, planning: Planning, coach: Coach
) -> None:
    plan = start(planning, fake_clock, plan_id)
    first = fake_clock.utc_now().date()
    entries = planning.entries(first, first + timedelta(days=400))
    assert len(entries) == sum(one.per_day for week in plan.weeks for one in week.sessions)
    for entry in entries:
        go_to(fake_clock, entry.day)
        coach.check_in((), "Check in")
        workout = planning.workout_of(entry)
        found = coach.propose(workout, plan=plan)
        assert (found.verdict, moves(found)) == (Verdict.TRAIN, {Move.PLAN})
        assert not [one for item in found.items for one in item.reasons if one.rule == "plan-behind"]
        assert found.workout is not None
        if plan.footing is Footing.PUBLISHED:
            assert found.workout == workout, "to the letter"
        do(store, fake_clock, found.workout)
        fake_clock.advance(DAY)
        coach.check_in((), "Check in")


def test_a_plan_goes_on_a_step_lower_after_a_worse_morning(
    store: Store, fake_clock: FakeClock, planning: Planning, coach: Coach
) -> None:
    plan = start(planning, fake_clock, "nordic-10-weeks")
    first = fake_clock.utc_now().date()
    one, two, *_ = planning.entries(first, first + timedelta(days=30))
    go_to(fake_clock, one.day)
    coach.check_in((), "Check in")
    do(store, fake_clock, planning.workout_of(one))
    fake_clock.advance(DAY)
    coach.check_in([Felt("hamstring", pain=2, soreness=3)], "Check in")
    found = coach.propose(planning.workout_of(two), two.day, plan=plan).items[0]
    assert (found.move, found.reasons[0].rule) == (Move.DOWN, "morning-worse")
    assert found.proposed is not None
    assert [target.reps for target in found.proposed.sets] == [5], "one set fewer than was done last"


def test_sore_morning_changed_workout_session_worse_morning_stepped_down(
    store: Store, fake_clock: FakeClock, coach: Coach
) -> None:
    coach.check_in((), "Check in")
    first = coach.propose(SEED)
    assert first.workout is not None
    do(store, fake_clock, first.workout)
    fake_clock.advance(2 * DAY)
    coach.check_in([Felt("hamstring", soreness=5, pain=0)], "Check in")
    sore = coach.propose(SEED)
    assert moves(sore) <= {Move.SWAP, Move.DOWN}
    assert (
        coach.told(sore.items[0].reasons[0]).text
        == "Soreness 5 (hamstring, middle): an easier exercise today."
    )
    assert sore.workout is not None
    do(store, fake_clock, sore.workout)
    fake_clock.advance(DAY)
    coach.check_in([Felt("hamstring", soreness=5, pain=2)], "Check in")
    fake_clock.advance(DAY)
    coach.check_in((), "Check in")
    after = coach.propose(sore.workout)
    assert moves(after) <= {Move.DOWN, Move.SWAP}
    assert after.items[0].reasons[0].rule.startswith("morning-worse")


def test_two_weeks_away_is_one_step_back(store: Store, fake_clock: FakeClock, coach: Coach) -> None:
    coach.check_in((), "Check in")
    do(store, fake_clock, SEED)
    fake_clock.advance(14 * DAY)
    found = coach.propose(SEED)
    assert moves(found) == {Move.BACK}
    assert [len(item.proposed.sets) for item in found.items if item.proposed] == [1, 1, 1]
    assert coach.told(found.items[0].reasons[0]).text == "14 days since you trained this: one step back."
    assert [one.key for one in coach.told(found.items[0].reasons[0]).references] == ["presland2018"]


def test_no_slick_floor_and_sore_knees(store: Store, library: Library, fake_clock: FakeClock) -> None:
    owned = frozenset(EQUIPMENT) - {"slick-floor"}
    settings = CoachSettings(equipment=owned, kneeling_hurts=True)

    def told() -> CoachSettings:
        return settings

    found = Coach(store, fake_clock, library, told, new_id).propose(SEED)
    ids = [item.proposed.exercise_id for item in found.items if item.proposed]
    assert ids == ["prone-band-leg-curl", "single-leg-rdl", "hamstring-walk-outs"]
