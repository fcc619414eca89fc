"""Writes the table of docs/coach.md: every rule of the coach, its formula, what it rests on, and its tests.

    python packaging/coach_table.py

Run it with the project's Python after any change in resources/rules or of a `rule` mark in the tests; a test
fails while the table is stale. What stands above the table is written by hand, and kept.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from trainer.catalog import load_rules  # noqa: E402
from trainer.catalog.files import stems  # noqa: E402
from trainer.catalog.problems import Problems  # noqa: E402
from trainer.domain.rule import Rule  # noqa: E402
from trainer.resources import resources_root  # noqa: E402

COACH = CHECKOUT / "docs" / "coach.md"
TESTS = CHECKOUT / "tests"
OWN = "*own rule*"
MARK = "<!-- What follows is written by packaging/coach_table.py; do not edit it by hand. -->"


class Pin(NamedTuple):
    """A test that pins a rule; `test` is empty where the whole file is marked."""

    rule: str
    file: str
    test: str


def coach_text(rules: Mapping[str, Rule], files: Mapping[str, str], pins: Iterable[Pin], by_hand: str) -> str:
    """The whole file: what stands above the mark as it is, then a table for each file of rules."""
    tests: dict[str, list[Pin]] = {}
    for pin in pins:
        tests.setdefault(pin.rule, []).append(pin)
    parts = [by_hand.split(MARK, maxsplit=1)[0].rstrip(), "", MARK, "", "## Every rule", ""]
    for file in sorted(set(files.values())):
        rows = (rule_row(rule, tests.get(key, ())) for key, rule in rules.items() if files[key] == file)
        head = ["| Rule | What the user reads | Formula | Rests on | Tests |", "|---|---|---|---|---|"]
        parts += [f"### {file.capitalize()}", "", *head, *rows, ""]
    return "\n".join(parts)


def rule_row(rule: Rule, pins: Iterable[Pin]) -> str:
    """A line of the table."""
    rests = ", ".join([*rule.references, OWN] if rule.own_rule else rule.references)
    tests = "<br>".join(_pin_text(pin) for pin in sorted(set(pins)))
    cells = (f"`{rule.key}`", rule.text, rule.formula, rests, tests)
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def files_of_rules(root: Path | None = None) -> dict[str, str]:
    """The name of the file that each rule stands in, by its key."""
    problems = Problems(root or resources_root())
    found = {}
    for stem in stems("rules", problems):
        file = problems.root / "rules" / f"{stem}.toml"
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                found[line.strip().strip("[]")] = stem
    return found


def all_pins(tests: Path = TESTS) -> list[Pin]:
    """Every `pytest.mark.rule(…)` below `tests`, found without importing anything."""
    return [pin for path in sorted(tests.rglob("test_*.py")) for pin in pins_in(path, tests)]


def pins_in(path: Path, tests: Path = TESTS) -> Iterator[Pin]:
    """The marks of one file: on a test, on one of its examples, on a class, or on the whole module."""
    file = path.relative_to(tests.parent).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for key in _keys_in(node):
            yield Pin(key, file, node.name if named else "")  # type: ignore[attr-defined]


def _keys_in(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.rule":
            for argument in call.args:
                yield ast.literal_eval(argument)


def _pin_text(pin: Pin) -> str:
    name = pin.test or Path(pin.file).stem
    return f"[{name}](../{pin.file})"


def main(arguments: Sequence[str]) -> int:
    """Writes the table anew."""
    if arguments:
        sys.stderr.write("usage: coach_table.py\n")
        return 2
    by_hand = COACH.read_text(encoding="utf-8")
    text = coach_text(load_rules(), files_of_rules(), all_pins(), by_hand)
    COACH.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
