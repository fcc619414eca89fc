"""The table of rules in docs/ is that of the content, and each rule has a test."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from trainer.catalog import load_rules
from trainer.domain.rule import Rule

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from coach_table import COACH, MARK, OWN, Pin, all_pins, coach_text, files_of_rules, main, pins_in, rule_row

RULES = load_rules()
PINS = all_pins()
TEXT = COACH.read_text(encoding="utf-8")


def test_table_is_not_stale() -> None:
    assert coach_text(RULES, files_of_rules(), PINS, TEXT) == TEXT, "run `python packaging/coach_table.py`"


def test_every_rule_has_a_test() -> None:
    untested = set(RULES) - {pin.rule for pin in PINS}
    assert not untested, "no test is marked with @pytest.mark.rule for these"


def test_every_mark_names_a_rule() -> None:
    unknown = [pin for pin in PINS if pin.rule not in RULES]
    assert not unknown


def test_every_rule_stands_once_with_its_formula_and_what_it_rests_on() -> None:
    table = TEXT.split(MARK)[1]
    assert len(re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)) == len(RULES)
    for rule in RULES.values():
        assert rule_row(rule, [pin for pin in PINS if pin.rule == rule.key]) in table
        assert rule.formula
        assert rule.formula.strip() != rule.text.strip()


def test_row_names_sources_own_rule_and_tests_once_each() -> None:
    rule = Rule("back", "Seen {days} days ago.", "gap ≥ 14 d | one step", ("presland2018",), own_rule=True)
    pins = [Pin("back", "tests/domain/test_a.py", "test_b"), Pin("back", "tests/domain/test_a.py", "test_b")]
    assert rule_row(rule, pins) == (
        "| `back` | Seen {days} days ago. | gap ≥ 14 d \\| one step | "
        f"presland2018, {OWN} | [test_b](../tests/domain/test_a.py) |"
    )


def test_marks_are_found_on_modules_classes_tests_and_examples(tmp_path: Path) -> None:
    file = tmp_path / "tests" / "test_some.py"
    file.parent.mkdir()
    file.write_text(
        "import pytest\n"
        "pytestmark = pytest.mark.rule('whole')\n"
        "@pytest.mark.rule('one', 'two')\n"
        "def test_a(): ...\n"
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=pytest.mark.rule('example'))])\n"
        "def test_b(x): ...\n"
        "class TestC:\n"
        "    @pytest.mark.rule('inner')\n"
        "    def test_d(self): ...\n"
        "@pytest.mark.slow\n"
        "def test_e(): ...\n"
    )
    assert {(pin.rule, pin.test) for pin in pins_in(file, file.parent)} == {
        ("whole", ""),
        ("one", "test_a"),
        ("two", "test_a"),
        ("example", "test_b"),
        ("inner", "TestC"),
    }


def test_what_is_written_by_hand_is_kept() -> None:
    text = coach_text({}, {}, [], "# Ours\n\nWords.\n")
    assert text.startswith(f"# Ours\n\nWords.\n\n{MARK}\n")
    assert coach_text({}, {}, [], text) == text


def test_script_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--all"]) == 2
    assert "usage" in capsys.readouterr().err
