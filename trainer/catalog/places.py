"""The places that hurt: steps, questions and what to hold back, read when they are first needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from trainer.catalog.files import read_table, stems
from trainer.catalog.keyed import cited, read_pages, read_red_flags, read_references, ungrounded
from trainer.catalog.problems import Problems
from trainer.catalog.shapes import PlaceFile, place_file_from
from trainer.domain.exercise import Reference
from trainer.domain.hurt import HurtPlace, PageText, RedFlag
from trainer.domain.pain import PLACES
from trainer.domain.proposal import Page
from trainer.resources import resources_root

Finding = tuple[str, str]


def load_places(root: Path | None = None) -> Mapping[str, HurtPlace]:
    """The places by id in the order of `pain.PLACES`, each with all its questions.

    Raises ContentError as `load_catalog` does.
    """
    problems = Problems(root or resources_root())
    references = read_references(problems)
    flags = read_red_flags(references, problems)
    ids = stems("exercises", problems)
    found: dict[str, HurtPlace] = {}
    known = {place.id for place in PLACES}
    for stem in stems("places", problems):
        if stem not in known:
            problems.add(f"places/{stem}.toml", "", "is not one of the places that the pain table knows")
        place = _place(stem, flags, ids, references, problems)
        if place is not None:
            found[stem] = place
    for one in PLACES:
        if one.id not in found:
            problems.add(f"places/{one.id}.toml", "", "is missing")
    problems.raise_if_any()
    return MappingProxyType({one.id: found[one.id] for one in PLACES})


def load_pages(root: Path | None = None) -> Mapping[Page, PageText]:
    """What the three plain pages say. Raises ContentError as `load_catalog` does."""
    problems = Problems(root or resources_root())
    pages = read_pages(read_references(problems), problems)
    problems.raise_if_any()
    return MappingProxyType({text.page: text for text in pages.values()})


def _place(
    place_id: str,
    flags: Mapping[str, RedFlag],
    ids: Collection[str],
    references: Mapping[str, Reference],
    problems: Problems,
) -> HurtPlace | None:
    name = f"places/{place_id}.toml"
    table = read_table(name, problems)
    if table is None:
        return None
    try:
        file = place_file_from(table)
    except Exception as error:  # noqa: BLE001 - cattrs raises groups of every kind; all are told
        problems.add_error(name, "", error)
        return None
    findings = [*_within(file), *_exercises(file, ids), *_flags(file, flags), *_grounds(file, references)]
    for key, what in findings:
        problems.add(name, key, what)
    return None if findings else _made(place_id, file, flags)


def _made(place_id: str, file: PlaceFile, flags: Mapping[str, RedFlag]) -> HurtPlace:
    own = [flags[flag] for flag in file.flags]
    everywhere = [flag for flag in flags.values() if flag.everywhere and flag not in own]
    return HurtPlace(
        id=place_id,
        steps=file.steps,
        flags=(*own, *everywhere),
        hold_back=file.hold_back,
        hold_back_exercises=file.hold_back_exercises,
        look_again_d=file.look_again_d,
        first=file.first,
        notes=file.notes,
        references=file.references,
        rather=tuple((pair[0], pair[1]) for pair in file.rather),
        how=file.how,
        sided=file.sided,
    )


def _within(file: PlaceFile) -> Iterator[Finding]:
    for key in ("steps", "flags", "hold_back", "hold_back_exercises", "references"):
        if not getattr(file, key):
            yield key, "is empty"
    if not all(file.steps):
        yield "steps", "has a step without an exercise"
    if file.look_again_d < 1:
        yield "look_again_d", "must be one day at least"


def _exercises(file: PlaceFile, ids: Collection[str]) -> Iterator[Finding]:
    """Every exercise exists, stands on one step only, and is not held back as well."""
    on_steps = [one for step in file.steps for one in step]
    for key, named in (
        ("steps", on_steps),
        ("hold_back_exercises", list(file.hold_back_exercises)),
        ("how", [how.exercise for how in file.how]),
    ):
        for one, count in Counter(named).items():
            if one not in ids:
                yield key, f"{one!r} is not an exercise"
            if count > 1:
                yield key, f"names {one!r} twice"
    for one in sorted(
        set(on_steps[: len(file.steps[0])] if file.steps else ()) & set(file.hold_back_exercises)
    ):
        yield "hold_back_exercises", f"{one!r} is a first step as well"
    for pair in file.rather:
        if len(pair) != 2 or not set(on_steps).issuperset(pair):
            yield "rather", "must be pairs of exercises that stand on the steps"
    for how in file.how:
        if how.exercise not in on_steps:
            yield "how", f"{how.exercise!r} stands on no step"


def _flags(file: PlaceFile, flags: Mapping[str, RedFlag]) -> Iterator[Finding]:
    for flag, count in Counter(file.flags).items():
        if flag not in flags:
            yield "flags", f"{flag!r} is not a red flag"
        elif flags[flag].everywhere:
            yield "flags", f"{flag!r} is asked everywhere already"
        if count > 1:
            yield "flags", f"names {flag!r} twice"


def _grounds(file: PlaceFile, references: Mapping[str, Reference]) -> Iterator[Finding]:
    for what in cited(file.references, references):
        yield "references", what
    for key in ("first", "hold_back", "notes", "how"):
        for number, said in enumerate(getattr(file, key), 1):
            for below, what in ungrounded(said, references):
                yield f"{key}.{number}.{below}", what
