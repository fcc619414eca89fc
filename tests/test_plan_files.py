"""Whatever is wrong with a plan's file is named by file and key, all of it in one reading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer.catalog import load_plans
from trainer.errors import ContentError
from trainer.resources import resources_root

NORDIC = "plans/nordic-10-weeks.toml"
COPENHAGEN = "plans/copenhagen-8-weeks.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped content that may be damaged."""
    copy = tmp_path / "resources"
    for folder in ("exercises", "references", "plans"):
        shutil.copytree(resources_root() / folder, copy / folder)
    return copy


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaint(root: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load_plans(root)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('footing = "published"', 'footing = "seen"', "footing: must be one of published, partly"),
        ('footing = "published"', 'footing = "own"', "footing: own is what users make"),
        ('footing = "published"\n', "", "footing: is missing"),
        ("least_gap_d = 2", "least_gap_d = 0", "least_gap_d: must be one day at least"),
        ("least_gap_d = 2", "least_gap_d = 4", "blocks.3.sessions: 3 of them do not fit into a week"),
        ('afterwards = "nordic-maintenance"', 'afterwards = "rest"', "afterwards: 'rest' is not a plan"),
        ('name = "Nordics in', 'wight = 3\nname = "Nordics in', "wight: is not a key that belongs here"),
        ('name = "Nordics in ten weeks"', 'name = "NORDIC maintenance"', "already"),
        ("weeks = [2]", "weeks = [3]", "blocks: must have each week once, from 1 on without a gap"),
        ("weeks = [2]", "weeks = 2", "blocks.2.weeks: must be a list in square brackets"),
        ('exercise = "nordic-hamstring-curl"', 'exercise = "curl"', "exercise: 'curl' is not an exercise"),
        ("rest_s = 120", "rest_s = -1", "blocks.1.sessions.1.exercises.1.rest_s: cannot be below zero"),
        ("reps = 5 }", "hold_s = 5 }", "sets.1.hold_s: does not belong to an exercise of the kind reps"),
        ("reps = 5 }", "load_rm = 5 }", "sets.1.reps: must say how many"),
        ("reps = 5 }", "reps = 0 }", "sets.1.reps: must be one at least"),
        ("reps = 5 }", "reps = 5, load_rm = 0 }", "sets.1.load_rm: must be one at least"),
        ("times = 2, reps = 5", "times = 0, reps = 5", "sets.1.times: must be one at least"),
        ("sets = [{ times = 2, reps = 5 }]", "sets = []", "exercises.1.sets: is empty"),
        ("[[blocks.sessions]]", "[[blocks.sessions]]\nper_day = 0", "per_day: must be one at least"),
        ('references = ["petersen2011"]', "", "references: must be there, unless own_rule is true"),
        ('["petersen2011"]', '["thomee1997"]', "'thomee1997' was never seen, so it carries no fact"),
        ('["petersen2011"]', '["nobody"]', "'nobody' is not a reference"),
        ('["petersen2011"]', '["petersen2011", "petersen2011"]', "names one twice"),
    ],
)
def test_what_is_wrong_is_named(root: Path, old: str, new: str, said: str) -> None:
    change(root, NORDIC, old, new)
    told = complaint(root)
    assert said in told
    assert "resources/plans/nordic-" in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (", hold_s = 20", "", "hold_s: must say how long, for an exercise of the kind hold"),
        (
            "rest_s = 60",
            'rest_s = 60\ntempo = "3-0-3-0"',
            "tempo: does not belong to an exercise of the kind",
        ),
    ],
)
def test_what_is_wrong_with_a_hold_is_named(root: Path, old: str, new: str, said: str) -> None:
    change(root, COPENHAGEN, old, new)
    assert said in complaint(root)


def test_a_part_that_says_nothing_is_named(root: Path) -> None:
    file = root / NORDIC
    kept = file.read_text(encoding="utf-8").replace("[[cautions]]", "[[seen]]")
    file.write_text("cautions = []\n" + kept, encoding="utf-8")
    assert "cautions: is empty" in complaint(root)


def test_several_faults_are_told_together(root: Path) -> None:
    change(root, NORDIC, "least_gap_d = 2", "least_gap_d = 0")
    change(root, COPENHAGEN, "weeks = [2]", "weeks = [9]")
    told = complaint(root)
    assert NORDIC in told
    assert COPENHAGEN in told


def test_a_file_that_is_no_toml_or_a_folder_that_is_missing_is_told(root: Path) -> None:
    (root / NORDIC).write_text("name = ", encoding="utf-8")
    assert "nordic-10-weeks.toml: the last line: is not TOML" in complaint(root)
    shutil.rmtree(root / "plans")
    assert "resources/plans: cannot be read" in complaint(root)


def test_plans_cannot_be_changed() -> None:
    plans = load_plans()
    with pytest.raises(TypeError):
        plans["another"] = plans["nordic-10-weeks"]  # type: ignore[index]


def test_alike_weeks_sets_and_sessions_are_written_out(root: Path) -> None:
    change(root, NORDIC, "weeks = [5, 6, 7, 8, 9, 10]", "weeks = [10, 6, 7, 8, 9, 5]")
    weeks = load_plans(root)["nordic-10-weeks"].weeks
    assert [week.week for week in weeks] == list(range(1, 11))
    assert [len(week.sessions) for week in weeks] == [1, 2, 3, 3, 3, 3, 3, 3, 3, 3]
    assert [len(week.sessions[0].exercises[0].sets) for week in weeks] == [2, 2, 3, 3, 3, 3, 3, 3, 3, 3]
