"""Finds texts that speak of the body, wherever the user may read them.

Statements about bodies stand in keyed entries below `resources/`, with references or as an own rule; what is
found here stands anywhere else. `python -m tests.content.body_words` lists what nobody has reviewed yet.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

CHECKOUT = Path(__file__).resolve().parents[2]
REVIEWED = Path(__file__).with_name("reviewed_phrases.toml")

PARTS = (
    r"achilles|adductors?|ankles?|backs? (pain|hurts?)|body|bodies|bones?|calf|calves|chest|clots?|feet|foot|"
    r"front of the (knee|thigh)|glut(e|eal|eus)\w*|groins?|hamstrings?|heels?|hips?|joints?|knees?|legs?|"
    r"ligaments?|low(er)? back|muscl\w+|nerves?|quadriceps|quads|shins?|sit bones?|soleus|soles?|spine|"
    r"tendons?|thighs?|toes?|trunk|urine"
)
STATES = (
    r"ach(es?|ing|y)|bruis\w+|cancer|clinicians?|cur(e|es|ed)|damag\w+ (muscle|tissue)|diagnos\w+|"
    r"doctors?|economy|emergenc\w+|fatigue\w*|fevers?|fit(ter|ness)|fractur\w+|heal(s|ed|ing|th|thy|thier)?|"
    r"hurts?|hurting|injur\w+|limps?|medic\w+|numb(ness|ed)?|osteoporosis|pain\w*|physio\w*|pregnan\w+|"
    r"prevent\w*|recover(y|s|ed|ing)? from|rehab\w*|risk\w*|safe(ly|r|ty)?|sick\w*|sore\w*|sprain\w*|"
    r"stiff\w*|strain\w*|strength\w*|(?-i:strong)|stronger|swell\w*|swollen|symptoms?|tear|tight\w*|tired\w*|weak\w*"
)
BODY = re.compile(rf"\b({PARTS}|{STATES})\b", re.IGNORECASE)
_INJURY = r"(the )?(risk of )?(running |your |an? )?injur"
PROMISE = re.compile(
    rf"injury[- ]proof|guarantee|overworked|works? as well|prevents? {_INJURY}|prevention of injur|"
    rf"(?<!promise of )(?<!not promise )(fewer|less|reduces?|cuts?|halves?|lowers?) {_INJURY}|"
    r"(lowers?|less|reduces?|cuts?) (the |your )?risk|"
    r"proven to|clinically proven|keeps? you (healthy|safe|running)|stay(s|ing)? injury|"
    r"tight (means|hamstrings cause)|stretching does not|VO2max|at all paces|10 % a week|"
    r"\bcures?\b|\bheals?\b|"
    r"protects? (you|your|against|from)",
    re.IGNORECASE,
)
"""What must not be claimed (evidence file, section 0), however it is worded."""

GROUNDED_FOLDERS = frozenset({"exercises", "references", "workouts"})
"""Their statements have a row each in docs/evidence.md, with what they rest on; a test sees to that."""


class Found(NamedTuple):
    """A text, and where it stands."""

    text: str
    place: str


class Group(NamedTuple):
    """Reviewed texts of one sort, and why they are no statements about bodies."""

    why: str
    phrases: tuple[str, ...]


def speaks_of_bodies(text: str) -> bool:
    """Whether it says more than one word, and one of them is of the body or its state."""
    return len(text.split()) > 1 and BODY.search(text) is not None


def everywhere(checkout: Path = CHECKOUT) -> Iterator[Found]:
    """Every text outside keyed entries: the program's, the content's, and what introduces them."""
    for path in sorted((checkout / "trainer").rglob("*.py")):
        yield from in_code(path, checkout)
    for path in sorted((checkout / "resources").rglob("*.toml")):
        yield from in_content(path, checkout)
    yield from in_words(checkout / "README.md", checkout)
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield Found(project["description"], "pyproject.toml")


def in_code(path: Path, checkout: Path = CHECKOUT) -> Iterator[Found]:
    """Every text in a module but docstrings; what is filled in later stands as `{}`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = set(_docstrings(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            left_out.update(id(part) for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        text = _text_of(node)
        if text is not None and id(node) not in left_out:
            place = f"{path.relative_to(checkout).as_posix()}:{getattr(node, 'lineno', 0)}"
            yield Found(" ".join(text.split()), place)


def in_content(path: Path, checkout: Path = CHECKOUT) -> Iterator[Found]:
    """The texts of a content file that stand in no table with references or the mark of an own rule."""
    if path.parent.name not in GROUNDED_FOLDERS:
        place = path.relative_to(checkout).as_posix()
        yield from _ungrounded(tomllib.loads(path.read_text(encoding="utf-8")), place)


def in_words(path: Path, checkout: Path = CHECKOUT) -> Iterator[Found]:
    """The sentences and table cells of a Markdown file."""
    place = path.relative_to(checkout).as_posix()
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for block in re.split(r"\n\s*\n|\n(?=[|#*-] ?)", text):
        plain = " ".join(re.sub(r"\]\([^)]*\)|[*`#\[]", "", block).split())
        for part in re.split(r"(?<=[.!?]) |(?<!\\)\|", plain):
            if part.strip():
                yield Found(part.strip().lstrip("- "), place)


def unreviewed(found: Iterable[Found], reviewed: Collection[str]) -> dict[str, list[str]]:
    """The texts that speak of bodies and were not reviewed, each with where it stands."""
    left: dict[str, list[str]] = {}
    for text, place in found:
        if speaks_of_bodies(text) and text not in reviewed:
            left.setdefault(text, []).append(place)
    return left


def reviewed_phrases(path: Path = REVIEWED) -> dict[str, Group]:
    """The lists of texts that a reader found to claim nothing, by their name."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Group(one["why"], tuple(one["phrases"])) for name, one in lists.items()}


def _text_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _docstrings(tree: ast.AST) -> Iterator[int]:
    """Also of attributes: a text that stands alone is read by nobody but us."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)


def _is_text(value: Any) -> bool:
    """What the ground of a table holds for: its own texts, not the tables within it."""
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(below, str) for below in value)
    )


def _ungrounded(value: Any, place: str) -> Iterator[Found]:
    if isinstance(value, str):
        yield Found(" ".join(value.split()), place)
    elif isinstance(value, Mapping):
        grounded = bool(value.get("references") or value.get("own_rule"))
        for key, below in value.items():
            if not (grounded and _is_text(below)):
                yield from _ungrounded(below, f"{place} {key}")
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        for below in value:
            yield from _ungrounded(below, place)


def main() -> int:
    """Prints what is to be reviewed as lines for `reviewed_phrases.toml`, each with where it stands."""
    reviewed = {text for group in reviewed_phrases().values() for text in group.phrases}
    left = unreviewed(everywhere(), reviewed)
    for text, places in left.items():
        print(f"    {json.dumps(text, ensure_ascii=False)},  # {places[0]}")  # noqa: T201
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main())
