"""The table of places in docs/ is that of the content, and leaves none out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from trainer.catalog import load_pages, load_places

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from hurts_table import LABELS, TABLE, main, table_text

TEXT = TABLE.read_text(encoding="utf-8")
PLACES = load_places()


def test_file_is_not_stale() -> None:
    assert table_text() == TEXT, "run `python packaging/hurts_table.py`"


def test_top_says_that_no_clinician_has_signed() -> None:
    assert "No clinician has signed any of this yet" in TEXT.split("## The three pages")[0]


@pytest.mark.parametrize("place_id", list(PLACES))
def test_every_question_and_statement_of_a_place_is_there(place_id: str) -> None:
    place = PLACES[place_id]
    part = TEXT.split(f"## {LABELS[place_id]}\n")[1].split("\n## ")[0]
    for flag in place.flags:
        where = TEXT if flag.everywhere else part
        assert f"| {flag.question} | {flag.page.value} |" in where
    for said in (*place.first, *place.hold_back, *place.notes):
        assert said.text in part


def test_the_pages_are_there() -> None:
    for text in load_pages().values():
        assert text.title in TEXT
        assert all(said.text in TEXT for said in text.sentences)


def test_it_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anything"]) == 2
    assert "usage" in capsys.readouterr().err
