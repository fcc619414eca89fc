"""The pain table of the product file, by what the coach proposes after each of its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.coach.athlete import Athlete, item, rules, shape, workout_of
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.proposal import Move, Page, Verdict

HEEL_RAISE = "single-leg-heel-raise"
COPENHAGEN = "copenhagen-adduction"


def after_two(exercise_id: str, place: str, pain: int, settings: CoachSettings | None = None) -> Athlete:
    """Two sessions that went well but for this pain in the second, and good mornings."""
    athlete = Athlete(workout=workout_of(exercise_id, sets=3), settings=settings or CoachSettings())
    athlete.train()
    athlete.wait(1)
    athlete.train(pain=pain, place=place)
    athlete.wait(1)
    return athlete


@pytest.mark.rule("up-after-two", "hold-pain", "pain-easier", "pain-stop")
@pytest.mark.parametrize(
    ("exercise_id", "place", "pain", "move", "rule"),
    [
        (HEEL_RAISE, "achilles", 0, Move.UP, "up-after-two"),
        (HEEL_RAISE, "achilles", 2, Move.UP, "up-after-two"),
        (HEEL_RAISE, "achilles", 3, Move.HOLD, "hold-pain"),
        (HEEL_RAISE, "achilles", 4, Move.HOLD, "hold-pain"),
        (HEEL_RAISE, "achilles", 5, Move.HOLD, "hold-pain"),
        (HEEL_RAISE, "achilles", 6, Move.DOWN, "pain-stop"),
        (HEEL_RAISE, "achilles", 10, Move.DOWN, "pain-stop"),
        ("split-squat", "knee-front", 5, Move.HOLD, "hold-pain"),
        (COPENHAGEN, "groin", 2, Move.UP, "up-after-two"),
        (COPENHAGEN, "groin", 3, Move.HOLD, "hold-pain"),
        (COPENHAGEN, "groin", 4, Move.DOWN, "pain-easier"),
        (COPENHAGEN, "groin", 5, Move.DOWN, "pain-easier"),
        (COPENHAGEN, "groin", 6, Move.DOWN, "pain-stop"),
        ("single-leg-rdl", "hamstring", 3, Move.HOLD, "hold-pain"),
        ("single-leg-rdl", "hamstring", 4, Move.DOWN, "pain-easier"),
        ("single-leg-rdl", "", 4, Move.DOWN, "pain-easier"),
        ("split-squat", "knee-outside", 4, Move.DOWN, "pain-easier"),
    ],
)
def test_pain_in_a_set(exercise_id: str, place: str, pain: int, move: Move, rule: str) -> None:
    athlete = after_two(exercise_id, place, pain)
    found = item(athlete.proposal())
    assert (found.move, found.reasons[0].rule) == (move, rule)
    if move is Move.DOWN:
        assert found.proposed is not None
        assert found.proposed.exercise_id != exercise_id, "an easier rung"


@pytest.mark.rule("hold-pain-now", "pain-easier-now", "pain-stop-now")
@pytest.mark.parametrize(
    ("exercise_id", "place", "pain", "move", "rule"),
    [
        (HEEL_RAISE, "achilles", 3, Move.HOLD, "hold-pain-now"),
        (HEEL_RAISE, "achilles", 5, Move.HOLD, "hold-pain-now"),
        (HEEL_RAISE, "achilles", 6, Move.OUT, "pain-stop-now"),
        (COPENHAGEN, "groin", 3, Move.HOLD, "hold-pain-now"),
        (COPENHAGEN, "groin", 4, Move.SWAP, "pain-easier-now"),
        (COPENHAGEN, "groin", 6, Move.OUT, "pain-stop-now"),
        (COPENHAGEN, "shin", 6, Move.UP, "up-after-two"),
    ],
)
def test_pain_told_before_the_session(exercise_id: str, place: str, pain: int, move: Move, rule: str) -> None:
    athlete = after_two(exercise_id, "", 0)
    athlete.wake(place, pain=pain)
    found = item(athlete.proposal())
    assert (found.move, found.reasons[0].rule) == (move, rule)


@pytest.mark.rule("pain-stop-now")
def test_what_pain_stops_cannot_be_overruled() -> None:
    athlete = after_two(COPENHAGEN, "", 0)
    athlete.wake("groin", pain=6)
    found = item(athlete.proposal())
    assert found.proposed is None
    assert not found.may_overrule
    assert found.choices == ()


@pytest.mark.rule("hold-pain", "pain-stop", "pain-limit")
@pytest.mark.parametrize(
    ("settings", "pain", "rule"),
    [
        (CoachSettings(pain_progress=0), 1, "hold-pain"),
        (CoachSettings(pain_progress=1), 1, "up-after-two"),
        (CoachSettings(pain_stop=4), 4, "pain-limit"),
        (CoachSettings(pain_stop=4), 6, "pain-stop"),
        (CoachSettings(pain_stop=4), 3, "hold-pain"),
        (CoachSettings(pain_stop=1), 1, "pain-limit"),
    ],
)
def test_tighter_limits(settings: CoachSettings, pain: int, rule: str) -> None:
    athlete = after_two(HEEL_RAISE, "achilles", pain, settings)
    assert rules(athlete.proposal())[0] == rule


@pytest.mark.rule("pain-limit-now")
def test_ones_own_limit_leaves_it_out_and_names_no_clinician() -> None:
    athlete = after_two(HEEL_RAISE, "", 0, CoachSettings(pain_stop=4))
    athlete.wake("achilles", pain=4)
    assert (item(athlete.proposal()).move, rules(athlete.proposal())) == (Move.OUT, ["pain-limit-now"])


@pytest.mark.rule("pain-easier")
def test_the_pain_that_counts_is_the_one_with_the_stronger_answer() -> None:
    athlete = Athlete(workout=workout_of(HEEL_RAISE, sets=2))
    athlete.wake()
    athlete.do(pain=5, place="achilles")
    athlete.sides[0] = replace(athlete.sides[0], pain=4, pain_area="shin")
    athlete.wait(1)
    athlete.wake()
    assert item(athlete.proposal()).reasons[0].numbers["place"] == "shin"


@pytest.mark.parametrize(("progress", "stop"), [(3, 6), (2, 7), (-1, 6), (2, 0)])
def test_no_looser_limits(progress: int, stop: int) -> None:
    with pytest.raises(ValueError, match="tightened"):
        _ = CoachSettings(pain_progress=progress, pain_stop=stop).limits


@pytest.mark.rule("hold-morning")
def test_a_morning_without_an_answer_holds() -> None:
    athlete = Athlete(workout=workout_of(HEEL_RAISE, sets=3))
    athlete.train()
    athlete.wait(1)
    athlete.wake()
    athlete.do()
    athlete.wait(2)
    found = item(athlete.proposal())
    assert (found.move, found.reasons[0].rule) == (Move.HOLD, "hold-morning")
    assert found.may_overrule, "no pain was told"


@pytest.mark.rule("morning-worse", "morning-worse-rung")
def test_a_worse_morning_takes_a_set_and_then_the_rung() -> None:
    athlete = Athlete(workout=workout_of(HEEL_RAISE, sets=2))
    athlete.train()
    athlete.wait(1)
    athlete.wake("achilles", pain=1)
    athlete.do()
    athlete.wait(1)
    athlete.wake("achilles", pain=2)
    athlete.wait(1)
    first = athlete.proposal()
    assert (item(first).move, rules(first)) == (Move.DOWN, ["morning-worse"])
    assert shape(item(first).proposed) == (HEEL_RAISE, 1, 8)
    athlete.wake("achilles", pain=1)
    athlete.do()
    athlete.wait(1)
    athlete.wake("achilles", pain=2)
    athlete.wait(1)
    athlete.wake("achilles", pain=1)
    second = athlete.proposal()
    assert (item(second).move, rules(second)) == (Move.DOWN, ["morning-worse-rung"])
    assert shape(item(second).proposed)[0] == "double-leg-heel-raise"


@pytest.mark.rule("morning-worse")
def test_a_worse_morning_cannot_be_overruled_upwards() -> None:
    athlete = Athlete(workout=workout_of(HEEL_RAISE, sets=3))
    athlete.train()
    athlete.do()
    athlete.wait(1)
    athlete.wake("achilles", pain=1)
    found = item(athlete.proposal())
    assert found.move is Move.DOWN
    assert all(len(choice.sets) <= 2 for choice in found.choices)


@pytest.mark.rule("pain-worse-twice")
def test_two_worse_mornings_running_end_on_the_clinician_page_until_one_is_as_before() -> None:
    athlete = Athlete(workout=workout_of(HEEL_RAISE, sets=3))
    athlete.wake("achilles", pain=1)
    athlete.do()
    for pain in (2, 3):
        athlete.wait(1)
        athlete.wake("achilles", pain=pain)
        if pain == 2:
            assert athlete.proposal().verdict is Verdict.TRAIN
            athlete.do()
    stopped = athlete.proposal()
    assert (stopped.verdict, stopped.page, stopped.workout) == (Verdict.CLINICIAN, Page.SOON, None)
    assert stopped.reasons[0].rule == "pain-worse-twice"
    assert stopped.reasons[0].numbers == {"before": 1, "first": 2, "second": 3}
    athlete.wait(3)
    assert athlete.proposal().verdict is Verdict.CLINICIAN, "time alone does not end it"
    athlete.wake("achilles", pain=1)
    assert athlete.proposal().verdict is Verdict.TRAIN


@pytest.mark.rule("pain-rising")
@pytest.mark.parametrize(
    ("pains", "stops"),
    [
        ([1, 1, 1, 2, 3, 3], True),
        ([1, 1, 1, 1, 2, 2], False),  # not above what one may progress with
        ([2, 2, 2, 4, 4, 3], False),  # falling again
        ([0, 0, 0, 3, 3, 4], False),  # no two weeks of it
        ([3, 3, 3, 3, 3, 3], False),
        ([0, 1, 0, 1, 2, 3], True),
    ],
)
def test_pain_that_rises_for_two_weeks(pains: list[int], stops: bool) -> None:
    athlete = Athlete(workout=workout_of("single-leg-rdl"))
    for pain in pains:
        athlete.wake("shin", pain=pain)
        athlete.wait(2)
    athlete.wait(-1)
    found = athlete.proposal()
    assert (found.verdict is Verdict.CLINICIAN) is stops
    if stops:
        assert (found.page, found.reasons[0].rule) == (Page.SOON, "pain-rising")


@pytest.mark.rule("pain-easier", "rung-regained")
def test_an_easier_rung_stays_until_it_went_well_twice() -> None:
    athlete = after_two(COPENHAGEN, "groin", 4)
    seen = []
    for _ in range(3):
        found = athlete.train()
        seen.append((shape(item(found).proposed)[0], item(found).move))
        athlete.wait(1)
    assert seen == [
        ("long-lever-copenhagen-hold", Move.DOWN),
        ("long-lever-copenhagen-hold", Move.DOWN),
        (COPENHAGEN, Move.UP),
    ]
    assert rules(found) == ["rung-regained"]


@pytest.mark.rule("morning-worse")
def test_pain_told_after_the_session_does_not_count_as_the_morning_before_it() -> None:
    athlete = Athlete(workout=workout_of("single-leg-heel-raise", sets=3))
    athlete.wake("achilles", pain=0)
    athlete.do()
    evening = replace(athlete.checkins[-1], id="evening", pain=4)
    athlete.checkins.append(replace(evening, at=evening.at + timedelta(hours=12)))
    athlete.wait(1)
    athlete.wake("achilles", pain=3)
    found = athlete.proposal()
    assert (item(found).move, rules(found)) == (Move.DOWN, ["morning-worse"])
    assert item(found).reasons[0].numbers["before"] == 0
