from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import assert_one_sentence, run
from trainer.catalog import load_plans
from trainer.domain.exercise import Range
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.store import Store

IDS = list(load_plans())
NORDIC = ("Nordic", "hamstring", "curl")


def test_plans_as_lines_and_as_json(data: Path) -> None:
    lines = run(data, "plan", "list").stdout.splitlines()
    assert lines[0].split() == ["ID", "NAME", "WEEKS", "SESSIONS", "WHOSE"]
    assert [line.split()[0] for line in lines[1:]] == IDS
    assert lines[1].split()[-3:] == ["10", "27", "published"]
    found = json.loads(run(data, "plan", "list", "--json").stdout)
    assert [plan["id"] for plan in found] == IDS
    assert found[0] | {"source": ""} == {
        "id": "nordic-10-weeks",
        "name": "Nordics in ten weeks",
        "source": "",
        "footing": "published",
        "weeks": 10,
        "sessions": 27,
        "self_start": True,
    }


@pytest.mark.parametrize("plan_id", IDS)
def test_a_plan_as_json_has_the_keys_that_apply(data: Path, plan_id: str) -> None:
    found = json.loads(run(data, "plan", "show", plan_id, "--json").stdout)
    assert list(found) == ["id", "name", "source", "weeks"]
    for week in found["weeks"]:
        assert list(week) == ["week", "sessions"]
        for session in week["sessions"]:
            assert set(session) - {"per_day"} == {"exercises"}
            for exercise in session["exercises"]:
                assert list(exercise) == ["exercise_id", "sets"]
                for one in exercise["sets"]:
                    assert one
                    assert set(one) <= {"reps", "hold_s", "load_rm", "to_limit"}
                    assert None not in one.values()
                    assert one.get("to_limit", True) is True


def test_a_plan_in_words_says_what_it_rests_on_and_its_weeks(data: Path) -> None:
    told = run(data, "plan", "show", "nordic-10-weeks").stdout
    lines = told.splitlines()
    assert lines[0] == "Nordics in ten weeks"
    for part in ("Whose it is", "Tried in", "What came out", "Uncertain", "What was seen", "Take care"):
        assert part in lines
    assert "[mjolsnes2004, petersen2011]" in told
    assert "[own rule]" in told
    assert lines[-5].split() == ["1", "1", *NORDIC, "2", "×", "5"]
    assert lines[-2].split() == ["4", "3", *NORDIC, "3", "×", "8–10"]
    assert lines[-1].split() == ["5–10", "3", *NORDIC, "12,", "10,", "8"]


def test_holds_loads_and_twice_a_day_are_told(data: Path) -> None:
    assert "2 × 6 × 20 s" in run(data, "plan", "show", "copenhagen-8-weeks").stdout
    assert "3 × 12, load for 12 at most" in run(data, "plan", "show", "achilles-heavy-slow").stdout
    assert "7, twice a day" in run(data, "plan", "show", "achilles-alfredson").stdout


def test_what_is_information_only_says_so(data: Path) -> None:
    assert "information only" in run(data, "plan", "list").stdout
    assert "cannot be started here" in run(data, "plan", "show", "askling-lengthening").stdout


def test_a_plan_that_does_not_exist(data: Path) -> None:
    done = run(data, "plan", "show", "nonsense")
    assert_one_sentence(done, status=2)
    assert "nordic-10-weeks" in done.stderr


@pytest.mark.parametrize("asked", ["plan", "plan show", "plan list x", "plan stop nordic-10-weeks"])
def test_a_wrong_command_line_is_status_2(data: Path, asked: str) -> None:
    done = run(data, *asked.split())
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_plans_make_nothing(data: Path) -> None:
    assert run(data, "plan", "list").returncode == 0
    assert run(data, "plan", "show", "runner-on-ramp").returncode == 0
    assert not data.exists()


def test_plans_of_one_s_own_come_last_and_are_shown(store: Store, data: Path) -> None:
    """Also while the window holds the log open."""
    sets = (PlannedSet(reps=Range(8, 8)), PlannedSet(reps=Range(8, 8), to_limit=True))
    session = PlannedSession((PlannedExercise("single-leg-rdl", sets, rest_s=60),), workout_id="w1")
    own = Plan("own-plan", "My weeks", "Yours", Footing.OWN, (PlanWeek(1, (session,)),))
    store.save_own_plan(own)
    assert run(data, "plan", "list").stdout.splitlines()[-1].split() == [
        "own-plan",
        "My",
        "weeks",
        "1",
        "1",
        "yours",
    ]
    found = json.loads(run(data, "plan", "show", "own-plan", "--json").stdout)
    assert found["weeks"][0]["sessions"] == [
        {
            "exercises": [
                {"exercise_id": "single-leg-rdl", "sets": [{"reps": 8}, {"reps": 8, "to_limit": True}]}
            ]
        }
    ]
    told = run(data, "plan", "show", "own-plan").stdout
    assert "8, 8, to the limit" in told
    assert "Whose it is" not in told


def test_a_session_that_is_a_workout_shows_what_it_asks_for(store: Store, data: Path) -> None:
    sessions = tuple(PlannedSession((), workout_id=name) for name in ("hamstrings-for-runners-easy", "gone"))
    store.save_own_plan(Plan("own-plan", "My weeks", "Yours", Footing.OWN, (PlanWeek(1, sessions),)))
    easy, gone = json.loads(run(data, "plan", "show", "own-plan", "--json").stdout)["weeks"][0]["sessions"]
    assert easy["exercises"][0] == {"exercise_id": "partial-range-nordic", "sets": [{"reps": 5}] * 2}
    assert gone == {"exercises": []}
    told = run(data, "plan", "show", "own-plan").stdout
    assert "Partial-range Nordic" in told
    assert "not there any more" in told
