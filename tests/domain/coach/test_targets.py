"""Up, hold, down and back by the log, story by story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.coach.athlete import (
    MONDAY,
    Athlete,
    item,
    rules,
    shape,
    shipped,
    workout_of,
)
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.coach.steps import volume
from trainer.domain.proposal import Move
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget

RDL = "single-leg-rdl"


def trained(times: int, exercise_id: str = RDL, sets: int = 3, **amount: object) -> Athlete:
    """Sessions that went well, a rest day between them."""
    athlete = Athlete(workout=workout_of(exercise_id, sets=sets, **amount))
    for _ in range(times):
        athlete.train()
        athlete.wait(1)
    return athlete


@pytest.mark.rule("start")
def test_the_first_time_is_what_the_workout_says() -> None:
    athlete = Athlete(workout=workout_of(RDL))
    found = item(athlete.proposal())
    assert (found.move, found.proposed, rules(athlete.proposal())) == (Move.START, found.template, ["start"])


@pytest.mark.rule("start-here")
def test_another_workout_starts_anew() -> None:
    athlete = trained(3)
    athlete.workout = replace(athlete.workout, id="other")
    found = item(athlete.proposal())
    assert (found.move, rules(athlete.proposal())) == (Move.START, ["start-here"])
    assert found.proposed == found.template


@pytest.mark.rule("hold-one", "up-after-two", "up-reps")
def test_two_good_sessions_make_a_step_and_then_two_more() -> None:
    athlete = Athlete(workout=workout_of(RDL, sets=3))
    moves = []
    for _ in range(5):
        found = athlete.train()
        moves.append((item(found).move, shape(item(found).proposed)[2]))
        athlete.wait(1)
    assert moves == [
        (Move.START, 6),
        (Move.HOLD, 6),
        (Move.UP, 7),
        (Move.HOLD, 7),
        (Move.UP, 8),
    ]


@pytest.mark.rule("up-after-two")
def test_the_step_up_tells_the_numbers_it_saw() -> None:
    numbers = item(trained(2).proposal()).reasons[0].numbers
    assert numbers == {"first": "2026-01-05", "second": "2026-01-07", "pain": 0, "limit": 2}


@pytest.mark.rule("up-rung")
@pytest.mark.parametrize(("heavy", "move"), [(True, Move.UP), (False, Move.UP)])
def test_at_the_top_of_all_the_next_rung_comes_with_the_least_of_its_dose(heavy: bool, move: Move) -> None:
    athlete = trained(2, "eccentric-slider-bridge", reps=8)
    athlete.settings = CoachSettings(heavy=heavy)
    found = item(athlete.proposal())
    assert found.move is move
    assert shape(found.proposed) == ("single-leg-eccentric-slider-bridge", 2, 4)


@pytest.mark.rule("up-rung", "hold-top", "up-tempo")
def test_what_is_heavy_waits_for_the_intake() -> None:
    athlete = trained(2, RDL, reps=10)
    assert rules(athlete.proposal())[-1] == "up-tempo", "no rung may follow, so the lowering gets longer"
    athlete.settings = CoachSettings(heavy=True)
    assert shape(item(athlete.proposal()).proposed)[0] == "loaded-single-leg-rdl"


def test_no_step_leads_to_hopping() -> None:
    athlete = trained(2, "loaded-single-leg-heel-raise", sets=4, reps=15)
    athlete.settings = CoachSettings(heavy=True)
    assert item(athlete.proposal()).proposed.exercise_id == "loaded-single-leg-heel-raise"  # type: ignore[union-attr]


def test_the_rung_that_was_stepped_up_to_stays() -> None:
    athlete = trained(2, "eccentric-slider-bridge", reps=8)
    moves = []
    for _ in range(3):
        found = athlete.train()
        moves.append((item(found).move, *shape(item(found).proposed)))
        athlete.wait(1)
    rung = "single-leg-eccentric-slider-bridge"
    assert moves == [(Move.UP, rung, 2, 4), (Move.HOLD, rung, 2, 4), (Move.UP, rung, 3, 4)]


@pytest.mark.rule("hold-short", "down-short")
def test_short_of_the_target_once_holds_and_twice_takes_one_rep() -> None:
    athlete = Athlete(workout=workout_of(RDL, sets=3, reps=8))

    def two_fewer(target: SetTarget) -> float:
        return (target.reps or 0) - 2

    athlete.train(does=two_fewer)
    athlete.wait(1)
    first = athlete.train(does=two_fewer)
    athlete.wait(1)
    second = athlete.proposal()
    assert (item(first).move, rules(first)) == (Move.HOLD, ["hold-short"])
    assert item(first).reasons[0].numbers["done"] == 18
    assert item(first).reasons[0].numbers["asked"] == 24
    assert (item(second).move, shape(item(second).proposed)[2]) == (Move.DOWN, 7)


def test_a_set_that_was_left_out_is_short_of_the_target() -> None:
    athlete = trained(1)
    athlete.wake()
    athlete.do()
    athlete.sides[-1] = replace(athlete.sides[-1], amount=0)
    athlete.wait(1)
    athlete.wake()
    athlete.wait(1)
    assert rules(athlete.proposal()) == ["hold-short"]
    assert shape(item(athlete.proposal()).proposed)[1] == 3, "no set is lost by it"


@pytest.mark.rule("hold-limit")
def test_as_many_as_one_can_has_no_step() -> None:
    athlete = trained(3, RDL, to_limit=True)
    assert rules(athlete.proposal()) == ["hold-limit"]


@pytest.mark.rule("hold-top")
def test_nothing_left_to_raise() -> None:
    athlete = trained(2, "tibialis-raise", sets=3, reps=20)
    seen = set()
    for _ in range(40):
        seen.update(rules(athlete.train()))
        athlete.wait(1)
    assert "hold-top" in seen
    target = item(athlete.proposal()).proposed
    assert target is not None
    assert target.sets[0].tempo == Tempo(4, 0, 1, 1), "two seconds more than its own"


@pytest.mark.rule("back-one", "back-two", "back-rung", "back-afresh")
@pytest.mark.parametrize(
    ("days", "move", "rule", "expected"),
    [
        (13, Move.UP, "up-after-two", (RDL, 3, 8)),
        (14, Move.BACK, "back-one", (RDL, 2, 7)),
        (27, Move.BACK, "back-one", (RDL, 2, 7)),
        (28, Move.BACK, "back-rung", ("double-leg-glute-bridge", 2, 10)),
        (56, Move.BACK, "back-rung", ("double-leg-glute-bridge", 2, 10)),
    ],
)
def test_back_after_a_break(days: int, move: Move, rule: str, expected: tuple[str, int, float]) -> None:
    athlete = trained(4)
    athlete.day = MONDAY
    last = max(side.day for side in athlete.sides)
    athlete.day = date.fromordinal(last.toordinal() + days)
    found = item(athlete.proposal())
    assert (found.move, found.reasons[0].rule) == (move, rule)
    assert shape(found.proposed) == expected


@pytest.mark.rule("back-two")
def test_a_load_goes_two_tenths_back_after_four_weeks() -> None:
    athlete = trained(2, "hip-thrust", reps=8, load_kg=40.0)
    athlete.wait(28)
    found = item(athlete.proposal())
    assert (found.move, rules(athlete.proposal())) == (Move.BACK, ["back-two"])
    assert found.proposed is not None
    assert {target.load_kg for target in found.proposed.sets} == {32.0}


@pytest.mark.rule("back-afresh")
def test_after_eight_weeks_a_load_begins_with_the_least() -> None:
    athlete = trained(2, "hip-thrust", reps=8, load_kg=40.0)
    athlete.wait(60)
    assert (item(athlete.proposal()).move, rules(athlete.proposal())) == (Move.BACK, ["back-afresh"])


def test_after_the_step_back_it_goes_on_from_there() -> None:
    athlete = trained(2, RDL, reps=8)
    athlete.wait(20)
    found = []
    for _ in range(3):
        proposal = athlete.train()
        found.append((item(proposal).move, *shape(item(proposal).proposed)[1:]))
        athlete.wait(1)
    assert found == [(Move.BACK, 2, 8), (Move.HOLD, 2, 8), (Move.UP, 3, 8)]


@pytest.mark.rule("back-two")
def test_without_an_easier_rung_it_is_two_sets_back() -> None:
    athlete = trained(2, "dead-bug")
    athlete.wait(28)
    assert (item(athlete.proposal()).move, rules(athlete.proposal())) == (Move.BACK, ["back-two"])
    assert shape(item(athlete.proposal()).proposed) == ("dead-bug", 1, 6)


def test_two_sessions_of_one_day_are_one() -> None:
    athlete = Athlete(workout=workout_of(RDL, sets=3))
    athlete.wake()
    athlete.do()
    athlete.do()
    athlete.wait(1)
    athlete.wake()
    assert rules(athlete.proposal()) == ["hold-one"]


@pytest.mark.rule("rung-regained", "back-rung")
def test_a_rung_is_not_regained_right_after_a_break() -> None:
    athlete = trained(2, "eccentric-slider-bridge", reps=6)
    athlete.wait(30)
    for _ in range(2):
        assert shape(item(athlete.train()).proposed)[0] == "hamstring-walk-outs"
        athlete.wait(1)
    assert rules(athlete.proposal()) == ["rung-regained"]
    athlete.wait(20)
    found = item(athlete.proposal())
    assert (found.move, shape(found.proposed)) == (Move.BACK, ("hamstring-walk-outs", 1, 4))


@pytest.mark.rule("first-nordic")
def test_the_first_nordics_are_few() -> None:
    athlete = Athlete(workout=shipped("hamstrings-for-runners"))
    found = item(athlete.proposal())
    assert (shape(found.proposed), rules(athlete.proposal())) == (
        ("partial-range-nordic", 2, 5),
        ["first-nordic"],
    )
    assert all(len(choice.sets) <= 2 for choice in found.choices)


@pytest.mark.rule("first-time", "rung-first-time-done")
def test_a_full_nordic_comes_after_the_partial_one_went_well_twice() -> None:
    athlete = Athlete(workout=workout_of("nordic-hamstring-curl", sets=3))
    seen = []
    for _ in range(3):
        found = athlete.train()
        seen.append((item(found).move, shape(item(found).proposed)[0], rules(found)[0]))
        athlete.wait(1)
    assert seen == [
        (Move.SWAP, "partial-range-nordic", "first-time"),
        (Move.HOLD, "partial-range-nordic", "hold-one"),
        (Move.UP, "nordic-hamstring-curl", "rung-first-time-done"),
    ]


@pytest.mark.rule("up-load")
def test_a_load_that_was_used_is_asked_for_again_and_raised() -> None:
    athlete = Athlete(workout=workout_of("hip-thrust", sets=3, reps=10))
    athlete.train(load_kg=40.0)
    athlete.wait(1)
    second = athlete.train()
    assert item(second).proposed.sets[0].load_kg == 40.0  # type: ignore[union-attr]
    athlete.wait(1)
    athlete.train()
    athlete.wait(1)
    third = item(athlete.proposal())
    assert third.move is Move.UP
    assert {(target.reps, target.load_kg) for target in third.proposed.sets} == {(6, 42.5)}  # type: ignore[union-attr]


@pytest.mark.rule("light-week")
def test_the_seventh_week_is_lighter_and_the_target_comes_back_after_it() -> None:
    athlete = Athlete(workout=workout_of("dead-bug", sets=3))
    moves = []
    for _ in range(8):
        for days in (2, 3):
            found = athlete.train()
            athlete.wait(days)
        moves.append((item(found).move, shape(item(found).proposed)[1]))
    assert [move for move, _ in moves].index(Move.DELOAD) == 6
    assert moves[6] == (Move.DELOAD, 2)
    assert moves[7][1] == 3


def test_a_week_with_one_training_day_begins_the_count_anew() -> None:
    athlete = Athlete(workout=workout_of("dead-bug", sets=3))
    moves = []
    for week in range(10):
        for days in (2, 3):
            if week == 4 and days == 3:
                athlete.wait(4)
                continue
            moves.append(item(athlete.train()).move)
            athlete.wait(days)
    assert Move.DELOAD not in moves


@pytest.mark.rule("unknown-exercise")
def test_an_exercise_that_is_gone_keeps_its_target() -> None:
    athlete = Athlete(workout=workout_of(RDL))
    gone = replace(athlete.workout.items[0], exercise_id="gone")
    athlete.workout = replace(athlete.workout, items=(gone,))
    assert (rules(athlete.proposal()), item(athlete.proposal()).proposed) == (["unknown-exercise"], gone)


@pytest.mark.rule("back-one", "back-two")
@pytest.mark.parametrize(
    ("days", "rule", "sets"), [(13, "hold-one", 3), (14, "back-one", 2), (28, "back-two", 1)]
)
def test_two_weeks_off_nordics_are_one_step_back_whatever_else_was_done(
    days: int, rule: str, sets: int
) -> None:
    """Bridges do not keep what Nordics gained; another Nordic does."""
    nordic, bridge, band = (
        workout_of(one, sets=3)
        for one in ("partial-range-nordic", "eccentric-slider-bridge", "band-assisted-nordic")
    )
    athlete = Athlete(workout=nordic)
    athlete.wake()
    athlete.do(nordic)
    left = athlete.day
    for _ in range((days - 1) // 3):
        athlete.wait(1)
        athlete.wake()
        athlete.wait(2)
        athlete.do(bridge, workout_id="bridges")
    athlete.day = left
    athlete.wait(days)
    found = item(athlete.proposal())
    assert ([one.rule for one in found.reasons], shape(found.proposed)[1]) == ([rule], sets)
    athlete.do(band, workout_id="bands")
    assert item(athlete.proposal()).move is Move.HOLD


@pytest.mark.rule("rung-regained")
def test_a_rung_is_not_regained_while_the_easier_one_hurts() -> None:
    athlete = Athlete(workout=workout_of("copenhagen-adduction", sets=3))
    easier = workout_of("long-lever-copenhagen-hold", sets=3)
    for does, pain in ((athlete.workout, 5), (easier, 0), (easier, 0), (easier, 3)):
        athlete.wake()
        athlete.do(does, pain=pain, place="groin")
        athlete.wait(1)
        athlete.wake()
        athlete.wait(1)
    found = item(athlete.proposal())
    assert (shape(found.proposed)[0], rules(athlete.proposal())) == (
        "long-lever-copenhagen-hold",
        ["pain-easier"],
    )


@pytest.mark.rule("rung-regained")
def test_a_rung_that_is_regained_is_one_step_and_no_more_may_be_chosen() -> None:
    athlete = Athlete(workout=workout_of("copenhagen-adduction", sets=3))
    easier = workout_of("long-lever-copenhagen-hold", sets=3)
    for does, pain in ((athlete.workout, 5), (easier, 0), (easier, 0)):
        athlete.wake()
        athlete.do(does, pain=pain, place="groin")
        athlete.wait(1)
        athlete.wake()
        athlete.wait(1)
    found = item(athlete.proposal())
    assert rules(athlete.proposal()) == ["rung-regained"]
    assert found.proposed is not None
    harder = [one for one in found.choices if one.exercise_id == found.proposed.exercise_id]
    assert all(volume(one) <= volume(found.proposed) for one in harder)


@pytest.mark.rule("pain-easier")
@pytest.mark.parametrize(("wait", "sets"), [(2, 2), (14, 1)])
def test_the_easier_rung_asks_for_no_more_sets_than_what_hurt(wait: int, sets: int) -> None:
    athlete = Athlete(workout=workout_of(RDL, sets=3))
    athlete.wake()
    athlete.do(workout_of(RDL, sets=2), pain=5, place="hamstring")
    athlete.wait(1)
    athlete.wake()
    athlete.wait(wait - 1)
    assert shape(item(athlete.proposal()).proposed)[:2] == ("double-leg-glute-bridge", sets)
