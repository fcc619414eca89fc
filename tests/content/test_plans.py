"""Walks all shipped plans; the two published ones against their tables, typed out here from the papers."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import run
from tests.content.test_claims import FORBIDDEN, PEOPLE
from trainer.catalog import load_catalog, load_plans
from trainer.domain.exercise import Kind, Range
from trainer.domain.laying_out import ALL_DAYS, Terms, lay_out
from trainer.domain.plan import Footing, Plan, PlannedExercise, Statement

CATALOG = load_catalog()
PLANS = load_plans()

PUBLISHED = {"nordic-10-weeks", "copenhagen-8-weeks"}
NAMED = PUBLISHED | {
    "runner-on-ramp", "achilles-heavy-slow", "achilles-alfredson", "plantar-high-load",
    "runner-strength-base", "nordic-maintenance",
}  # fmt: skip
PARTS = ("whose", "tried_in", "outcome", "uncertain", "seen", "cautions")
DAYS = 7

# The ten-week table as the programme's sheet has it: per session, the reps of each set.
MJOLSNES = {
    1: [[5, 5]],
    2: [[6, 6], [6, 6]],
    3: [[[6, 8], [6, 8], [6, 8]], [[6, 8], [6, 8], [6, 8]], [[6, 8], [6, 8], [6, 8]]],
    4: [[[8, 10], [8, 10], [8, 10]], [[8, 10], [8, 10], [8, 10]], [[8, 10], [8, 10], [8, 10]]],
    5: [[12, 10, 8], [12, 10, 8], [12, 10, 8]],
    6: [[12, 10, 8], [12, 10, 8], [12, 10, 8]],
    7: [[12, 10, 8], [12, 10, 8], [12, 10, 8]],
    8: [[12, 10, 8], [12, 10, 8], [12, 10, 8]],
    9: [[12, 10, 8], [12, 10, 8], [12, 10, 8]],
    10: [[12, 10, 8], [12, 10, 8], [12, 10, 8]],
}
REPS_A_WEEK = {1: (10, 10), 2: (24, 24), 3: (54, 72), 4: (72, 90)} | dict.fromkeys(range(5, 11), (90, 90))

SHORT, LONG, FULL = "short-lever-copenhagen-hold", "long-lever-copenhagen-hold", "copenhagen-adduction"
# The graded programme: week, sessions, exercise, and the sets of each session.
COPENHAGEN = [
    (1, 2, SHORT, [{"reps": 6, "hold_s": 20}, {"reps": 6, "hold_s": 20}]),
    (2, 2, SHORT, [{"reps": 6, "hold_s": 20}, {"reps": 6, "hold_s": 20}]),
    (3, 2, LONG, [{"reps": 6, "hold_s": 20}, {"reps": 6, "hold_s": 20}, {"reps": 6, "hold_s": 20}]),
    (4, 2, LONG, [{"reps": 8, "hold_s": 20}, {"reps": 8, "hold_s": 20}, {"reps": 8, "hold_s": 20}]),
    (5, 2, LONG, [{"reps": 8, "hold_s": 20}, {"reps": 8, "hold_s": 20}, {"reps": 8, "hold_s": 20}]),
    (6, 2, FULL, [{"reps": 6}, {"reps": 6}, {"reps": 6}]),
    (7, 2, FULL, [{"reps": 8}, {"reps": 8}, {"reps": 8}]),
    (8, 2, FULL, [{"reps": 10}, {"reps": 10}, {"reps": 10}]),
]
LEVELS = {
    1: "Level 1: short lever, lower knee on the floor",
    2: "Level 2: short lever, lower leg lifted",
    3: "Level 3: long lever, lower foot on the floor",
    4: "Level 4: long lever, lower leg lifted",
    5: "Level 5: as level 4, the box at hip height",
    6: "Level 6: the full movement, three seconds each way",
    7: "Level 6: the full movement, three seconds each way",
    8: "Level 6: the full movement, three seconds each way",
}

each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=list(PLANS))
STATEMENTS = [
    (plan_id, statement)
    for plan_id, plan in PLANS.items()
    for part in PARTS
    for statement in getattr(plan, part)
]
each_statement = pytest.mark.parametrize(("plan_id", "statement"), STATEMENTS)


def shown(data: Path, plan_id: str) -> dict[str, Any]:
    done = run(data, "plan", "show", plan_id, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def exercises(plan: Plan) -> list[PlannedExercise]:
    return [planned for week in plan.weeks for session in week.sessions for planned in session.exercises]


def amounts(plan: Plan, week: int) -> list[list[tuple[str, int, str]]]:
    """Of each session in a week: exercise, number of sets, and what a set asks for where all are alike."""
    found = []
    for session in plan.weeks[week - 1].sessions:
        row = []
        for planned in session.exercises:
            (one,) = set(planned.sets)
            assert one.reps is not None
            low, high = one.reps.low, one.reps.high
            row.append((planned.exercise_id, len(planned.sets), str(low) if low == high else f"{low}–{high}"))
        found.append(row)
    return found


def test_nordic_ten_weeks_is_the_published_table(tmp_path: Path) -> None:
    found = shown(tmp_path / "data", "nordic-10-weeks")
    assert "Mjølsnes" in found["source"]
    assert [week["week"] for week in found["weeks"]] == list(MJOLSNES)
    for week in found["weeks"]:
        assert week["sessions"] == [
            {"exercises": [{"exercise_id": "nordic-hamstring-curl", "sets": [{"reps": r} for r in sets]}]}
            for sets in MJOLSNES[week["week"]]
        ]


def test_nordic_ten_weeks_adds_up() -> None:
    plan = PLANS["nordic-10-weeks"]
    assert plan.session_count == 27
    for week in plan.weeks:
        reps = [
            one.reps
            for session in week.sessions
            for planned in session.exercises
            for one in planned.sets
            if one.reps
        ]
        assert (sum(r.low for r in reps), sum(r.high for r in reps)) == REPS_A_WEEK[week.week]


def test_copenhagen_eight_weeks_is_the_published_table(tmp_path: Path) -> None:
    found = shown(tmp_path / "data", "copenhagen-8-weeks")
    assert found["weeks"] == [
        {"week": week, "sessions": [{"exercises": [{"exercise_id": exercise, "sets": sets}]}] * sessions}
        for week, sessions, exercise, sets in COPENHAGEN
    ]


def test_copenhagen_levels_and_seconds_are_told() -> None:
    plan = PLANS["copenhagen-8-weeks"]
    for week in plan.weeks:
        for session in week.sessions:
            (planned,) = session.exercises
            assert planned.note == LEVELS[week.week]
            assert str(planned.tempo) == ("3-0-3-0" if week.week >= 6 else "None")


def test_runner_on_ramp_is_the_app_s_own_ramp() -> None:
    plan = PLANS["runner-on-ramp"]
    small, full = "partial-range-nordic", "nordic-hamstring-curl"
    assert amounts(plan, 1) == [[(small, 2, "5")]]
    for week in (2, 3):
        assert amounts(plan, week) in ([[(small, 2, "5–6")]], [[(small, 2, "5–6")]] * 2)
    for week in (4, 5, 6):
        assert amounts(plan, week) == [[(small, 3, "4–6")]] * 2
    for week in plan.weeks[6:]:
        for ((exercise, sets, reps),) in amounts(plan, week.week):
            assert (exercise, reps) == (full, "4–6")
            assert sets in (2, 3)
    assert plan.footing is Footing.OWN_RULE
    assert plan.heavy_hamstring


def test_heel_drops_are_180_a_day_for_twelve_weeks() -> None:
    plan = PLANS["achilles-alfredson"]
    assert len(plan.weeks) == 12
    for week in plan.weeks:
        assert len(week.sessions) == DAYS
        for session in week.sessions:
            assert session.per_day == 2
            drops = [one.reps for planned in session.exercises for one in planned.sets]
            assert drops == [Range(15, 15)] * 6
    assert {planned.exercise_id for planned in exercises(plan)} == {
        "heel-drop-straight-knee",
        "heel-drop-bent-knee",
    }


def test_how_often_a_day_is_shown_where_it_is_more_than_once(tmp_path: Path) -> None:
    found = shown(tmp_path / "data", "achilles-alfredson")
    assert all(session["per_day"] == 2 for week in found["weeks"] for session in week["sessions"])


def test_heavy_slow_has_the_frame_that_was_seen() -> None:
    plan = PLANS["achilles-heavy-slow"]
    assert [len(week.sessions) for week in plan.weeks] == [3] * 12
    loads = [one.load_rm for planned in exercises(plan) for one in planned.sets]
    assert loads == sorted(loads, key=lambda rm: -(rm or 0))
    assert {12, 6} <= set(loads)
    assert all(planned.tempo is not None and planned.tempo.rep_s == 6 for planned in exercises(plan))


def test_plantar_high_load_goes_every_second_day_from_twelve_to_eight(tmp_path: Path) -> None:
    weeks = shown(tmp_path / "data", "plantar-high-load")["weeks"]
    assert [len(week["sessions"]) for week in weeks] == [4, 3] * 6
    for week in weeks:
        sets, reps = (3, 12) if week["week"] <= 2 else (4, 10) if week["week"] <= 4 else (5, 8)
        for session in week["sessions"]:
            assert session["exercises"] == [
                {"exercise_id": "towel-toe-heel-raise", "sets": [{"reps": reps, "load_rm": reps}] * sets}
            ]
    assert {str(planned.tempo) for planned in exercises(PLANS["plantar-high-load"])} == {"3-0-3-2"}


def test_strength_base_keeps_to_the_doses_that_were_seen() -> None:
    plan = PLANS["runner-strength-base"]
    assert 6 <= len(plan.weeks) <= 20
    for week in plan.weeks:
        assert len(week.sessions) == 2
        for session in week.sessions:
            assert 2 <= len(session.exercises) <= 4
            for planned in session.exercises:
                assert len(planned.sets) == 2 if week.week <= 2 else 3 <= len(planned.sets) <= 6
                for one in planned.sets:
                    assert one.reps is not None
                    assert 5 <= one.reps.low <= one.reps.high <= 15
                    assert one.load_rm is None or one.load_rm > one.reps.high
        trained = {CATALOG.exercises[p.exercise_id].dominance for s in week.sessions for p in s.exercises}
        assert {"knee", "hip", "ankle"} <= trained


def test_maintenance_goes_on_where_the_ten_weeks_end() -> None:
    plan = PLANS["nordic-maintenance"]
    assert PLANS["nordic-10-weeks"].afterwards == plan.id
    for week in plan.weeks:
        ((planned,),) = (session.exercises for session in week.sessions)
        assert [one.reps for one in planned.sets] == [Range(12, 12), Range(10, 10), Range(8, 8)]


def test_all_plans_are_there_and_only_two_pass_as_published() -> None:
    assert set(PLANS) >= NAMED
    assert {plan.id for plan in PLANS.values() if plan.footing is Footing.PUBLISHED} == PUBLISHED


def test_rehabilitation_after_an_acute_strain_is_information_only() -> None:
    alone = {plan.id for plan in PLANS.values() if not plan.self_start}
    assert alone == {"askling-lengthening"}
    assert not NAMED & alone
    cautions = " ".join(statement.text for statement in PLANS["askling-lengthening"].cautions)
    assert "clinician" in cautions


@each_plan
def test_no_exercise_of_rehabilitation_can_be_started_by_a_plan(plan: Plan) -> None:
    if plan.self_start:
        assert not {planned.exercise_id for planned in exercises(plan)} & {"diver", "glider", "extender"}


@each_plan
def test_weeks_count_up_and_fit(plan: Plan) -> None:
    assert [week.week for week in plan.weeks] == list(range(1, len(plan.weeks) + 1))
    for week in plan.weeks:
        assert week.sessions
        if plan.self_start:
            assert (len(week.sessions) - 1) * plan.least_gap_d < DAYS


@each_plan
@pytest.mark.parametrize("weekday", range(DAYS))
def test_every_week_fits_when_all_days_are_chosen(plan: Plan, weekday: int) -> None:
    if plan.self_start:
        first = date(2026, 11, 30) + timedelta(days=weekday)
        counts = [len(week.sessions) for week in plan.weeks]
        laid = lay_out(counts, first, Terms(ALL_DAYS, plan.least_gap_d))
        assert not laid.longer
        assert len(laid.days) == plan.session_count
        assert laid.days[-1] < first + timedelta(weeks=len(plan.weeks))


@each_plan
def test_every_set_can_be_done(plan: Plan) -> None:
    for planned in exercises(plan):
        exercise = CATALOG.exercises[planned.exercise_id]
        for one in planned.sets:
            assert (one.hold_s is not None) == (exercise.kind is Kind.HOLD)
            assert one.reps is not None or exercise.kind is Kind.HOLD
        assert planned.rest_s >= exercise.dose.rest_s.low


@each_plan
def test_heavy_hamstring_work_is_marked(plan: Plan) -> None:
    nordics = {"nordic-hamstring-curl", "partial-range-nordic", "romanian-deadlift"}
    if nordics & {planned.exercise_id for planned in exercises(plan)}:
        assert plan.heavy_hamstring
        assert any("48 hours" in caution.text for caution in plan.cautions)


@each_plan
def test_a_plan_says_what_is_its_own_rule(plan: Plan) -> None:
    assert any(statement.own_rule for statement in plan.seen)
    if plan.footing is Footing.OWN_RULE:
        assert plan.source.startswith("The app's own")
        assert all(statement.own_rule for statement in plan.whose)
    elif plan.footing is Footing.PARTLY:
        assert re.search(r"app's own|secondary sources", plan.source)
    else:
        assert not any(statement.own_rule for statement in (*plan.whose, *plan.tried_in, *plan.outcome))
        assert any("followed exactly" in statement.text for statement in plan.seen)


@each_plan
def test_what_is_tried_in_a_painful_place_asks_first(plan: Plan) -> None:
    if plan.id.startswith(("achilles", "plantar")):
        cautions = " ".join(statement.text for statement in plan.cautions)
        for words in ("What hurts?", "see a clinician", "at 6 or more, stop", "No clinician has signed"):
            assert words in cautions


@each_statement
def test_statement_rests_on_something_that_was_seen(plan_id: str, statement: Statement) -> None:
    assert statement.references or statement.own_rule, plan_id
    assert all(CATALOG.references[key].mark in "VP" for key in statement.references)


@each_statement
def test_statement_is_plain_and_claims_nothing_it_must_not(plan_id: str, statement: Statement) -> None:
    text = statement.text
    assert text[0].isupper() or text[0].isdigit(), plan_id
    assert text.endswith(".")
    assert len(text) <= 420
    assert not re.search(r"!|\bmem\b|PRODUCT|\b[HCGQAFT]\d\d\b|<|>|n=|—", text)
    assert not re.search(FORBIDDEN, text, re.IGNORECASE)


@each_plan
def test_an_outcome_with_figures_says_whom_it_comes_from(plan: Plan) -> None:
    for statement in plan.outcome:
        if statement.references and re.search(r"%|\d", statement.text):
            assert re.search(PEOPLE, statement.text) or re.search(r"\b(trial|teams)\b", statement.text)
