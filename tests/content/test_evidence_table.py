"""The table of statements in docs/ is that of the content, and leaves none out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from trainer.catalog import load_catalog, load_plans
from trainer.domain.exercise import Exercise

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from evidence_table import OWN, TABLE, exercise_rows, main, plan_rows, table_text, workout_rows

CATALOG = load_catalog()
TEXT = TABLE.read_text(encoding="utf-8")
EXERCISES = list(CATALOG.exercises.values())


def test_file_is_not_stale() -> None:
    assert table_text(CATALOG) == TEXT, "run `python packaging/evidence_table.py`"


def test_top_says_that_no_clinician_has_signed_and_what_the_marks_mean() -> None:
    top = TEXT.split("## Claims")[0]
    assert "No clinician has signed any of this yet" in top
    for word in ("**V**", "**P**", "**M**", "*own rule*"):
        assert word in top


def test_top_says_how_it_was_read_and_its_findings_add_up() -> None:
    read = TEXT.split("## How it was read")[1].split("## Claims")[0]
    *kinds, together = (int(number) for number in re.findall(r"^\| .* \| (\d+) \|$", read, re.MULTILINE))
    assert sum(kinds) == together
    whole, *parts = (int(number) for number in re.findall(r"(\d+)\s(?:of them|in|on)\b", read))
    assert sum(parts) == whole


def test_every_row_rests_on_something_that_exists() -> None:
    below = TEXT.split("## Claims")[1].split("## Sources")[0]
    rows = [line for line in below.splitlines() if line.startswith("| ") and "| Statement |" not in line]
    assert len(rows) > 66 * 9
    for row in rows:
        basis = row.rstrip("| ").rsplit(" | ", 1)[1]
        for key in basis.split(", "):
            assert key in (OWN, "see *Claims*") or CATALOG.references[key].mark in "VP"


@pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])
def test_every_text_of_an_exercise_has_its_row(exercise: Exercise) -> None:
    said = {row.statement for row in exercise_rows(exercise, CATALOG)}
    cues = (exercise.cues.position, exercise.cues.movement, exercise.cues.feel)
    texts = {*cues, *exercise.faults, *exercise.cautions, exercise.dose.note, exercise.harder_note} - {""}
    assert texts <= said
    assert all(any(one.exercise_id in text for text in said) for one in exercise.substitutes)


def test_numbers_rest_on_sources_unless_they_are_own_rules() -> None:
    raise_ = {
        row.kind: row.basis for row in exercise_rows(CATALOG.exercises["towel-toe-heel-raise"], CATALOG)
    }
    assert raise_["dose"] == raise_["tempo"] == "rathleff2015, riel2019, morrissey2021"
    nordic = {
        row.kind: row.basis for row in exercise_rows(CATALOG.exercises["nordic-hamstring-curl"], CATALOG)
    }
    assert nordic["dose"] == OWN
    assert nordic["note"] == f"mjolsnes2004, petersen2011, {OWN}"
    copenhagen = {
        row.kind: row.basis
        for row in exercise_rows(CATALOG.exercises["short-lever-copenhagen-hold"], CATALOG)
    }
    assert copenhagen["dose"] == OWN
    assert copenhagen["note"] == f"polglass2019, {OWN}"


def test_source_that_a_reason_names_is_its_basis() -> None:
    rows = list(workout_rows(CATALOG.workouts["hamstrings-for-runners"], CATALOG))
    assert rows[1].basis == f"mjolsnes2004, {OWN}"
    assert rows[2].basis == OWN


def test_every_statement_of_a_plan_is_listed_with_what_it_rests_on() -> None:
    for plan in load_plans().values():
        for row in plan_rows(plan):
            assert f"| {row.kind} | {row.statement} | {row.basis} |" in TEXT
    on_ramp = [row.basis for row in plan_rows(load_plans()["runner-on-ramp"]) if row.kind == "seen"]
    assert on_ramp == ["mjolsnes2004", f"nhe_rest2021, {OWN}", OWN]


def test_every_claim_and_source_is_listed() -> None:
    keys = set(re.findall(r"^\| ([\w-]+) \|", TEXT, re.MULTILINE))
    assert keys >= set(CATALOG.claims) | set(CATALOG.references)


def test_script_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--upgrade"]) == 2
    assert "usage" in capsys.readouterr().err
