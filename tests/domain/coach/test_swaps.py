"""Another exercise stands in: for equipment, kneeling, the sit bone, a complaint, soreness."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.domain.coach.athlete import Athlete, item, known, rules, shape, shipped, workout_of
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.proposal import Move, Page, Verdict
from trainer.domain.vocabulary import EQUIPMENT

ALL = frozenset(EQUIPMENT)


def without(*things: str) -> CoachSettings:
    return CoachSettings(equipment=ALL - set(things))


def complaint(athlete: Athlete, area: str, level: int = 3, **told: object) -> Complaint:
    at = datetime(athlete.day.year, athlete.day.month, athlete.day.day, 8, tzinfo=UTC)
    return Complaint("c", at, "UTC", area, Side.BOTH, told.pop("feeling", Feeling.PAIN), level, **told)  # type: ignore[arg-type]


@pytest.mark.rule("swap-equipment")
@pytest.mark.parametrize(
    ("exercise_id", "missing", "stand_in"),
    [
        ("eccentric-slider-bridge", ["slick-floor"], "hamstring-walk-outs"),
        ("nordic-hamstring-curl", ["ankle-anchor"], "eccentric-slider-bridge"),
        ("partial-range-nordic", ["ankle-anchor", "slick-floor"], "hamstring-walk-outs"),
        ("band-assisted-nordic", ["band"], "partial-range-nordic"),
        ("loaded-single-leg-rdl", ["weights"], "single-leg-rdl"),
        ("stability-ball-leg-curl", ["stability-ball"], "eccentric-slider-bridge"),
        ("single-leg-heel-raise", ["wall"], "double-leg-heel-raise"),
        ("copenhagen-adduction", ["leg-support"], "side-lying-adduction"),
    ],
)
def test_missing_equipment(exercise_id: str, missing: list[str], stand_in: str) -> None:
    athlete = Athlete(workout=workout_of(exercise_id), settings=without(*missing))
    found = item(athlete.proposal())
    assert (found.move, found.reasons[0].rule) == (Move.SWAP, "swap-equipment")
    assert shape(found.proposed)[0] == stand_in


def test_equipment_that_was_never_said_is_not_taken_to_be_missing() -> None:
    athlete = Athlete(settings=CoachSettings(equipment=None))
    assert all(one.move is not Move.SWAP for one in athlete.proposal().items)


@pytest.mark.rule("no-easier-rung")
def test_what_was_never_said_to_be_at_hand_is_not_asked_for_on_a_sore_day() -> None:
    athlete = Athlete(workout=shipped("hamstrings-for-runners-easy"), settings=CoachSettings())
    athlete.wake("hamstring", soreness=5)
    ids = [shape(one.proposed)[0] for one in athlete.proposal().items]
    assert ids == ["slider-leg-curl", "double-leg-glute-bridge", "hamstring-walk-outs"]


@pytest.mark.rule("no-easier-rung")
def test_no_load_stands_in_for_what_has_none_on_a_sore_day() -> None:
    athlete = Athlete(workout=workout_of("single-leg-rdl"), settings=CoachSettings(equipment=ALL))
    athlete.wake("hamstring", soreness=5)
    assert shape(item(athlete.proposal()).proposed)[0] == "hip-hinge-with-dowel"


@pytest.mark.rule("swap-kneeling")
@pytest.mark.parametrize(
    ("exercise_id", "stand_in"),
    [("partial-range-nordic", "eccentric-slider-bridge"), ("reverse-nordic", "spanish-squat-hold")],
)
def test_kneeling_hurts(exercise_id: str, stand_in: str) -> None:
    athlete = Athlete(workout=workout_of(exercise_id), settings=CoachSettings(kneeling_hurts=True))
    found = item(athlete.proposal())
    assert (found.reasons[0].rule, shape(found.proposed)[0]) == ("swap-kneeling", stand_in)


@pytest.mark.rule("swap-sit-bone")
def test_the_sit_bone_hurts() -> None:
    athlete = Athlete(workout=workout_of("single-leg-rdl"))
    athlete.wake("sit-bone", pain=3)
    found = item(athlete.proposal())
    assert (found.reasons[0].rule, shape(found.proposed)[0]) == ("swap-sit-bone", "long-lever-bridge-hold")


@pytest.mark.rule("swap-sit-bone")
@pytest.mark.parametrize(("days", "rule"), [(14, "swap-sit-bone"), (15, "start")])
def test_a_set_that_hurt_at_the_sit_bone_counts_for_two_weeks(days: int, rule: str) -> None:
    athlete = Athlete(workout=workout_of("single-leg-rdl"))
    athlete.do(workout_of("double-leg-glute-bridge"), pain=3, place="sit-bone")
    athlete.wait(days)
    assert item(athlete.proposal()).reasons[0].rule == rule


@pytest.mark.rule("swap-equipment", "swap-kneeling")
def test_no_slick_floor_and_sore_knees_leave_three_different_exercises() -> None:
    settings = CoachSettings(equipment=ALL - {"slick-floor"}, kneeling_hurts=True)
    proposal = Athlete(workout=shipped(), settings=settings).proposal()
    ids = [shape(one.proposed)[0] for one in proposal.items]
    assert len(set(ids)) == 3
    for one in ids:
        assert "slick-floor" not in known()[one].equipment
        assert not any(other.without == "kneeling hurts" for other in known()[one].substitutes)


@pytest.mark.rule("no-substitute")
def test_nothing_can_stand_in() -> None:
    athlete = Athlete(workout=workout_of("tibialis-raise", "dead-bug"), settings=without("wall"))
    proposal = athlete.proposal()
    assert (item(proposal).move, item(proposal).proposed, rules(proposal)) == (
        Move.OUT,
        None,
        ["swap-equipment", "no-substitute"],
    )
    assert [one.exercise_id for one in proposal.workout.items] == ["dead-bug"]  # type: ignore[union-attr]


@pytest.mark.rule("nothing-left")
def test_nothing_is_left() -> None:
    athlete = Athlete(workout=workout_of("tibialis-raise"), settings=without("wall"))
    proposal = athlete.proposal()
    assert (proposal.verdict, proposal.workout) == (Verdict.LATER, None)
    assert proposal.later == athlete.day + timedelta(days=1)
    assert proposal.reasons[0].rule == "nothing-left"


def test_what_stands_in_goes_up_by_itself() -> None:
    athlete = Athlete(workout=workout_of("partial-range-nordic", sets=3), settings=without("ankle-anchor"))
    for _ in range(2):
        athlete.train()
        athlete.wait(1)
    found = item(athlete.proposal())
    assert found.move is Move.UP
    assert shape(found.proposed)[0] == "eccentric-slider-bridge"


@pytest.mark.rule("swap-sore", "hold-sore")
@pytest.mark.parametrize(
    ("exercise_id", "soreness", "rule", "stays"),
    [
        ("eccentric-slider-bridge", 3, "up-after-two", True),
        ("eccentric-slider-bridge", 4, "swap-sore", False),
        ("eccentric-slider-bridge", 6, "swap-sore", False),
        ("hip-hinge-with-dowel", 5, "hold-sore", True),
    ],
)
def test_sore_hamstrings(exercise_id: str, soreness: int, rule: str, stays: bool) -> None:
    athlete = Athlete(workout=workout_of(exercise_id))
    for _ in range(2):
        athlete.train()
        athlete.wait(1)
    athlete.wake("hamstring", soreness=soreness)
    found = athlete.proposal()
    assert rules(found)[0] == rule
    assert (shape(item(found).proposed)[0] == exercise_id) is stays
    athlete.wait(2)
    athlete.wake()
    assert shape(item(athlete.proposal()).proposed)[0] == exercise_id, "it is back when it is less"


@pytest.mark.rule("sore-later", "no-easier-rung")
@pytest.mark.parametrize(
    ("exercise_id", "soreness", "days"),
    [("eccentric-slider-bridge", 6, None), ("eccentric-slider-bridge", 7, 2), ("dead-bug", 4, 1)],
)
def test_very_sore_had_better_wait(exercise_id: str, soreness: int, days: int | None) -> None:
    athlete = Athlete(workout=workout_of(exercise_id))
    athlete.train()
    place = "low-back" if exercise_id == "dead-bug" else "hamstring"
    athlete.wake(place, soreness=soreness)
    found = athlete.proposal()
    if days is None:
        assert found.verdict is Verdict.TRAIN
        return
    assert (found.verdict, found.later) == (Verdict.LATER, athlete.day + timedelta(days=days))
    assert found.reasons[0].rule == "sore-later"
    assert found.workout is not None, "it can be done all the same"


def test_soreness_of_other_muscles_changes_nothing() -> None:
    athlete = Athlete(workout=workout_of("eccentric-slider-bridge"))
    athlete.wake("calf", soreness=9)
    assert rules(athlete.proposal()) == ["start"]


@pytest.mark.rule("complaint-page")
@pytest.mark.parametrize("page", [Page.EMERGENCY, Page.TODAY, Page.SOON])
def test_a_complaint_with_a_page_leaves_no_workout(page: Page) -> None:
    athlete = Athlete()
    athlete.complaints.append(complaint(athlete, "calf", page=page))
    found = athlete.proposal()
    assert (found.verdict, found.page, found.workout, found.items) == (Verdict.CLINICIAN, page, None, ())


@pytest.mark.rule("complaint-page")
def test_any_pain_of_the_last_column_leaves_no_workout() -> None:
    athlete = Athlete()
    athlete.complaints.append(complaint(athlete, "shin", level=1, suspect=True))
    assert athlete.proposal().verdict is Verdict.CLINICIAN


@pytest.mark.rule("pain-stop-now")
@pytest.mark.parametrize(("level", "move"), [(2, Move.START), (6, Move.OUT)])
def test_a_complaint_tells_pain_as_a_morning_does(level: int, move: Move) -> None:
    athlete = Athlete(workout=workout_of("copenhagen-adduction"))
    athlete.complaints.append(complaint(athlete, "groin", level))
    assert item(athlete.proposal()).move is move


@pytest.mark.rule("swap-sore")
def test_a_complaint_of_soreness_tells_it_as_a_morning_does() -> None:
    athlete = Athlete(workout=workout_of("eccentric-slider-bridge"))
    athlete.complaints.append(complaint(athlete, "hamstring", 5, feeling=Feeling.SORENESS))
    assert rules(athlete.proposal()) == ["swap-sore"]


def sore_day(athlete: Athlete) -> None:
    """A session, and two days later another with sore hamstrings, by what stood in."""
    athlete.train()
    athlete.wait(1)
    athlete.wake("hamstring", soreness=5)
    athlete.do()
    athlete.wait(1)


@pytest.mark.rule("morning-worse")
def test_a_worse_morning_after_what_stood_in_is_a_step_down_too() -> None:
    athlete = Athlete(workout=workout_of("eccentric-slider-bridge", sets=3))
    sore_day(athlete)
    athlete.wake("hamstring", pain=2)
    found = item(athlete.proposal())
    assert (found.move, rules(athlete.proposal())) == (Move.DOWN, ["morning-worse"])
    assert shape(found.proposed)[:2] == ("eccentric-slider-bridge", 2)


@pytest.mark.rule("morning-worse", "swap-sore")
def test_a_worse_morning_that_is_sore_as_well_is_told_and_has_fewer_sets() -> None:
    athlete = Athlete(workout=workout_of("eccentric-slider-bridge", sets=3))
    sore_day(athlete)
    athlete.wake("hamstring", pain=2, soreness=5)
    found = item(athlete.proposal())
    assert rules(athlete.proposal()) == ["swap-sore", "morning-worse"]
    assert shape(found.proposed)[:2] == ("hamstring-walk-outs", 2)


@pytest.mark.rule("morning-worse-rung")
def test_an_easier_rung_has_no_more_sets_than_the_one_above_it_had() -> None:
    athlete = Athlete(workout=workout_of("eccentric-slider-bridge", sets=2))
    athlete.wake()
    athlete.do()
    athlete.wait(1)
    athlete.wake("hamstring", pain=2)
    athlete.wait(1)
    athlete.train()
    athlete.wait(1)
    athlete.wake()
    athlete.do()
    athlete.wait(1)
    athlete.wake("hamstring", pain=2)
    found = item(athlete.proposal())
    assert rules(athlete.proposal()) == ["morning-worse-rung"]
    assert shape(found.proposed)[:2] == ("hamstring-walk-outs", 1)
