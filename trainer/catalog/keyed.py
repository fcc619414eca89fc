"""References, claims, rules, red flags and plain pages: files that hold a table per key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from trainer.catalog.files import SLUG, read_table, stems
from trainer.catalog.problems import Problems
from trainer.catalog.shapes import claim_from, page_text_from, red_flag_from, reference_from, rule_from
from trainer.domain.claim import Claim
from trainer.domain.exercise import Reference
from trainer.domain.hurt import How, PageText, RedFlag
from trainer.domain.plan import Statement
from trainer.domain.proposal import Page
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


def read_red_flags(references: Mapping[str, Reference], problems: Problems) -> dict[str, RedFlag]:
    """All red flags by id, file by file; each is an own rule, whatever it rests on."""

    def findings(flag: RedFlag) -> Iterator[Finding]:
        if not flag.own_rule:
            yield "own_rule", "must be true: a red flag is the app's own caution"
        yield from ungrounded(flag, references)
        if not flag.asked_of:
            yield "asked_of", "is empty"

    found = _entries("red-flags", "a red flag", red_flag_from, findings, problems)
    for flag in found.values():
        for covered in flag.covers:
            if covered not in found or covered == flag.id:
                problems.add("red-flags", f"{flag.id}.covers", f"{covered!r} is not another red flag")
    return found


def read_pages(references: Mapping[str, Reference], problems: Problems) -> dict[str, PageText]:
    """What the plain pages say, by their name; none of the three is missing."""

    def findings(text: PageText) -> Iterator[Finding]:
        for number, sentence in enumerate(text.sentences, 1):
            for key, what in ungrounded(sentence, references):
                yield f"sentences.{number}.{key}", what

    found = _entries("clinician", "a page", page_text_from, findings, problems)
    for page in Page:
        if page.value not in found:
            problems.add("clinician", page.value, "is missing")
    return found


def ungrounded(said: Statement | RedFlag | How, references: Mapping[str, Reference]) -> Iterator[Finding]:
    """What is wrong with what something said about a body rests on."""
    if not said.references and not said.own_rule:
        yield "references", "must be there, unless own_rule is true"
    for what in cited(said.references, references):
        yield "references", what


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
