"""References, claims and rules: files that hold a table per key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from trainer.catalog.files import SLUG, read_table, stems
from trainer.catalog.problems import Problems
from trainer.catalog.shapes import claim_from, reference_from, rule_from
from trainer.domain.claim import Claim
from trainer.domain.exercise import Reference
from trainer.domain.rule import Rule
from trainer.domain.vocabulary import PLACES

Entry = TypeVar("Entry")
Finding = tuple[str, str]
"""The key within the entry and what is wrong with it."""

_MARKS = ("V", "P", "M")


def read_references(problems: Problems) -> dict[str, Reference]:
    """All sources by key; each has one of the known marks."""
    return _entries("references", "a reference", reference_from, _marked, problems)


def read_claims(references: Mapping[str, Reference], problems: Problems) -> dict[str, Claim]:
    """All claims by key, file by file; each rests on sources that were seen, or is an own rule."""
    return _entries("claims", "a claim", claim_from, lambda claim: _founded(claim, references), problems)


def read_rules(references: Mapping[str, Reference], problems: Problems) -> dict[str, Rule]:
    """All rules of the coach by key; each rests on sources that were seen, is an own rule, or is both."""
    return _entries("rules", "a rule", rule_from, lambda rule: _rule_findings(rule, references), problems)


def cited(keys: Iterable[str], references: Mapping[str, Reference]) -> Iterator[str]:
    """A sentence for each key that is no reference, or one that was never seen."""
    for key in keys:
        reference = references.get(key)
        if reference is None:
            yield f"{key!r} is not a reference"
        elif reference.mark == "M":
            yield f"{key!r} was never seen, so it carries no fact"


def _marked(reference: Reference) -> Iterator[Finding]:
    if reference.mark not in _MARKS:
        yield "mark", f"must be one of {', '.join(_MARKS)}"


def _founded(claim: Claim, references: Mapping[str, Reference]) -> Iterator[Finding]:
    if not SLUG.fullmatch(claim.key):
        yield "", "a claim's key is small letters, digits and single hyphens"
    if bool(claim.references) == claim.own_rule:
        yield "references", "must be there, unless own_rule is true; a claim has one of the two"
    for what in cited(claim.references, references):
        yield "references", what
    for place in claim.place:
        if place not in PLACES:
            yield "place", f"{place!r} is not one of {', '.join(sorted(PLACES))}"
    for name in ("references", "place"):
        words: tuple[str, ...] = getattr(claim, name)
        if len(set(words)) < len(words):
            yield name, "names one twice"


def _rule_findings(rule: Rule, references: Mapping[str, Reference]) -> Iterator[Finding]:
    if not rule.references and not rule.own_rule:
        yield "references", "must be there, unless own_rule is true"
    for what in cited(rule.references, references):
        yield "references", what


def _entries(
    folder: str,
    one: str,
    made: Callable[[str, dict[str, Any]], Entry],
    findings: Callable[[Entry], Iterable[Finding]],
    problems: Problems,
) -> dict[str, Entry]:
    """The entries of all files in `folder`, file by file."""
    found: dict[str, Entry] = {}
    for stem in stems(folder, problems):
        file = f"{folder}/{stem}.toml"
        for key, table in (read_table(file, problems) or {}).items():
            if key in found:
                problems.add(file, key, f"is {one} of another file already")
            entry = _entry(file, key, table, made, problems)
            if entry is None:
                continue
            found[key] = entry
            for below, what in findings(entry):
                problems.add(file, f"{key}.{below}" if below else key, what)
    return found


def _entry(
    file: str, key: str, table: Any, made: Callable[[str, dict[str, Any]], Entry], problems: Problems
) -> Entry | None:
    if not isinstance(table, dict):
        problems.add(file, key, "must be a table of keys and values")
        return None
    if "key" in table:
        problems.add(file, f"{key}.key", "is not a key that belongs here")
        return None
    try:
        return made(key, table)
    except Exception as error:  # noqa: BLE001 - cattrs raises groups of every kind; all are told
        problems.add_error(file, key, error)
        return None
