"""Writes docs/evidence.md: every statement of the library and what it rests on.

    python packaging/evidence_table.py

Run it with the project's Python after any change below resources/; a test fails while the file is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from trainer.catalog import Catalog, load_catalog, load_plans  # noqa: E402
from trainer.domain.claim import Claim  # noqa: E402
from trainer.domain.exercise import Exercise, Range, Reference  # noqa: E402
from trainer.domain.plan import Plan, Statement  # noqa: E402
from trainer.domain.vocabulary import EQUIPMENT, REGIONS, SITUATIONS  # noqa: E402
from trainer.domain.workout import Workout  # noqa: E402

TABLE = CHECKOUT / "docs" / "evidence.md"
OWN = "*own rule*"

PROGRAMMES = {
    "ten-week": ("mjolsnes2004", "petersen2011"),
    "adductor programme": ("lindblom2023",),
    "graded programme": ("polglass2019",),
}
"""Published programmes that a note names without their author."""

PLAN_PARTS = ("whose", "tried_in", "outcome", "uncertain", "seen", "cautions")

HEAD = """\
# What every statement rests on

Written by `packaging/evidence_table.py`; do not edit it by hand.

**No clinician has signed any of this yet.**

The last column names the keys of the sources, which stand at the end, or says *own rule*: the app's own
judgement, with no source. Cues, faults, cautions, ladders and replacements are own rules; what a study
found is told in claims alone. A dose, a tempo or a rest rests on the sources of its exercise unless the
exercise calls it an own rule. Muscles are plain anatomy, levels and phases of the stride the app's own
reading; they are not listed.

A source's mark says how it was seen: **V** as cited (its title and journal, or its number), **P** in part,
**M** not at all, from memory. Nothing rests on an M. Most were seen as an abstract, a title page or a
table, none in full.

## How it was read

Every sentence was read once against the list of sources by a reader who had not written it: 947 of them (610
in exercises, 142 in claims, 171 on sources, 24 in workouts), and with them the doses, ladders and
replacements. That is a check of the words, not a clinical one.

| Findings | Number |
|---|---|
| facts that were wrong, or credited to the wrong source | 33 |
| cautions that were missing, too weak or unclear, and positions that were not safe | 40 |
| claims that said more or less than their sources, or in their words | 26 |
| wording that could be misread | 39 |
| together | 138 |

Eight points more were left for a decision. All were settled on 2026-11-24, most in the words that the reader
proposed. On 2026-11-29 everything was read once more, by one reader who is no clinician: *What was read* in
[coach.md](coach.md). What has been written since then has not been read in this way.
"""


class Row(NamedTuple):
    """One statement: what kind it is, its words, and what it rests on."""

    kind: str
    statement: str
    basis: str


def table_text(catalog: Catalog) -> str:
    """The whole file."""
    parts = [HEAD, "## Claims\n", _table("Claim", map(_claim_row, catalog.claims.values()))]
    for region, label in REGIONS.items():
        parts.append(f"## {label}\n")
        for exercise in catalog.exercises.values():
            if exercise.region == region:
                parts += [f"### {exercise.name}\n", _table("Part", exercise_rows(exercise, catalog))]
    parts.append("## Workouts\n")
    for workout in catalog.workouts.values():
        parts += [f"### {workout.name}\n", _table("Part", workout_rows(workout, catalog))]
    parts.append("## Plans\n")
    for plan in load_plans().values():
        parts += [f"### {plan.name}\n", _table("Part", plan_rows(plan))]
    parts += ["## Sources\n", _table("Key", map(_source_row, catalog.references.values()))]
    return "\n".join(parts)


def exercise_rows(exercise: Exercise, catalog: Catalog) -> Iterator[Row]:
    """What an exercise's file says, its claims left out: they have a table of their own."""
    yield Row("position", exercise.cues.position, OWN)
    yield Row("movement", exercise.cues.movement, OWN)
    yield Row("feel", exercise.cues.feel, OWN)
    yield from (Row("fault", fault, OWN) for fault in exercise.faults)
    yield from (Row("caution", caution, OWN) for caution in exercise.cautions)
    yield from _numbers(exercise)
    if exercise.dose.note:
        yield Row("note", exercise.dose.note, _note_basis(exercise, catalog))
    if exercise.easier or exercise.harder:
        easier, harder = (", ".join(rungs) or "none" for rungs in (exercise.easier, exercise.harder))
        yield Row("ladder", f"Easier: {easier}. Harder: {harder}.", OWN)
    if exercise.harder_note:
        yield Row("harder", exercise.harder_note, OWN)
    for substitute in exercise.substitutes:
        label = EQUIPMENT.get(substitute.without) or SITUATIONS[substitute.without]
        missing = label if substitute.without in SITUATIONS else f"Without: {label}"
        yield Row("instead", f"{missing} → {substitute.exercise_id}", OWN)
    if exercise.claims:
        yield Row("claims", ", ".join(exercise.claims), "see *Claims*")


def workout_rows(workout: Workout, catalog: Catalog) -> Iterator[Row]:
    """A workout's note and the reason of each target."""
    yield Row("note", workout.note, _named(workout.note, catalog.references.values(), own=True))
    for item in workout.items:
        own = "own rule" in item.why
        yield Row(item.exercise_id, item.why, _named(item.why, catalog.references.values(), own=own))


def plan_rows(plan: Plan) -> Iterator[Row]:
    """All that a plan's file says of it; its weeks rest on what it says was seen."""
    for part in PLAN_PARTS:
        statements: tuple[Statement, ...] = getattr(plan, part)
        for statement in statements:
            grounds = [*statement.references, *([OWN] if statement.own_rule else [])]
            yield Row(part.replace("_", " "), statement.text, ", ".join(grounds))


def _numbers(exercise: Exercise) -> Iterator[Row]:
    dose = exercise.dose
    amount = f"{_span(dose.reps)} reps" if dose.reps else f"{_span(dose.hold_s)} s"
    yield Row("dose", f"{_span(dose.sets)} × {amount}", _basis(exercise, "dose"))
    if exercise.tempo:
        yield Row("tempo", str(exercise.tempo), _basis(exercise, "tempo"))
    yield Row("rest", f"{_span(dose.rest_s)} s", _basis(exercise, "rest"))


def _span(span: Range | None) -> str:
    if span is None:
        raise AssertionError("a dose has reps or seconds")
    return str(span.low) if span.low == span.high else f"{span.low}–{span.high}"


def _basis(exercise: Exercise, number: str) -> str:
    return OWN if number in exercise.own_rules else ", ".join(exercise.references)


def _note_basis(exercise: Exercise, catalog: Catalog) -> str:
    """That of the dose, with the sources that the note names beside it."""
    if "dose" not in exercise.own_rules:
        return ", ".join(exercise.references)
    return _named(exercise.dose.note, (catalog.references[key] for key in exercise.references), own=True)


def _named(text: str, sources: Iterable[Reference], *, own: bool) -> str:
    """The sources that a text names by first author or by programme; an own rule beside them."""
    keys = [source.key for source in sources if _names(text, source)]
    for phrase, programme in PROGRAMMES.items():
        if phrase in text:
            keys += [key for key in programme if key not in keys]
    return ", ".join([*keys, OWN] if own or not keys else keys)


def _names(text: str, source: Reference) -> bool:
    """By its first author, with the year where the text has one, or as “Author's trial”."""
    author = source.authors.split(" ")[0]
    return bool(author) and (f"{author} {source.year}" in text or f"{author}'s" in text)


def _claim_row(claim: Claim) -> Row:
    return Row(claim.key, claim.text, OWN if claim.own_rule else ", ".join(claim.references))


def _source_row(source: Reference) -> Row:
    who = " ".join(part for part in (source.authors, str(source.year or "")) if part)
    number = source.doi or (source.pmid and f"PMID {source.pmid}") or source.pmcid
    cited = ". ".join(part for part in (who, source.title, source.journal, number) if part)
    return Row(source.key, f"{source.finding} ({cited})", source.mark)


def _table(first: str, rows: Iterable[Row]) -> str:
    lines = [f"| {first} | Statement | Rests on |", "|---|---|---|"]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Writes the file anew."""
    if arguments:
        sys.stderr.write("usage: evidence_table.py\n")
        return 2
    TABLE.write_text(table_text(load_catalog()), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
