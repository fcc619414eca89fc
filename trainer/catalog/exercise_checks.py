"""What must hold within an exercise and between exercises, beyond the types of their fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from trainer.catalog.keyed import cited
from trainer.domain.exercise import Exercise, Kind, Reference
from trainer.domain.tempo import Phase
from trainer.domain.vocabulary import (
    DOMINANCE,
    EQUIPMENT,
    GAIT_PHASES,
    MUSCLES,
    OWN_RULES,
    REGIONS,
    SITUATIONS,
)

Finding = tuple[str, str]
"""The key and what is wrong with it."""

SHORT_NAME_LENGTH: Final = 18


def within(exercise: Exercise) -> Iterator[Finding]:
    """What an exercise says wrongly by itself."""
    if len(exercise.short_name) > SHORT_NAME_LENGTH:
        yield "short_name", f"has {len(exercise.short_name)} characters, {SHORT_NAME_LENGTH} at most"
    if not 1 <= exercise.level <= 5:
        yield "level", "must be 1 to 5"
    if exercise.evidence is None:
        yield "evidence", "is missing"
    yield from _filled(exercise)
    yield from _dosed(exercise)
    yield from _words(exercise)


def _filled(exercise: Exercise) -> Iterator[Finding]:
    needed = ("primary_muscles", "contraction", "dominance", "gait_phases", "faults", "references")
    for key in needed:
        if not getattr(exercise, key):
            yield key, "is missing"


def _dosed(exercise: Exercise) -> Iterator[Finding]:
    """Dose and tempo agree with the kind."""
    wanted, other = ("reps", "hold_s") if exercise.kind is Kind.REPS else ("hold_s", "reps")
    if getattr(exercise.dose, wanted) is None:
        yield f"dose.{wanted}", f"is missing for an exercise of the kind {exercise.kind}"
    if getattr(exercise.dose, other) is not None:
        yield f"dose.{other}", f"does not belong to an exercise of the kind {exercise.kind}"
    if exercise.kind is Kind.REPS and exercise.tempo is None:
        yield "tempo", "is missing for an exercise of the kind reps"
    if exercise.kind is Kind.HOLD and exercise.tempo is not None:
        yield "tempo", "does not belong to an exercise of the kind hold"
    if exercise.dose.sets.low < 1:
        yield "dose.sets", "must be one at least"
    if exercise.begins_with not in (Phase.LOWERING, Phase.LIFTING):
        yield "begins_with", "must be lowering or lifting"


def _words(exercise: Exercise) -> Iterator[Finding]:
    """Every word is one of the closed lists."""
    yield from _known("region", [exercise.region], REGIONS)
    yield from _known("dominance", [exercise.dominance] if exercise.dominance else [], DOMINANCE)
    yield from _known("gait_phases", exercise.gait_phases, GAIT_PHASES)
    yield from _known("equipment", exercise.equipment, EQUIPMENT)
    yield from _known("primary_muscles", exercise.primary_muscles, MUSCLES)
    yield from _known("secondary_muscles", exercise.secondary_muscles, MUSCLES)
    yield from _known("own_rules", exercise.own_rules, OWN_RULES)
    without = [substitute.without for substitute in exercise.substitutes]
    yield from _known("substitutes.without", without, EQUIPMENT.keys() | SITUATIONS.keys(), repeats=True)
    for muscle in sorted(set(exercise.primary_muscles) & set(exercise.secondary_muscles)):
        yield "secondary_muscles", f"{muscle} is a primary muscle already"


def _known(
    key: str, words: Iterable[str], known: Collection[str], *, repeats: bool = False
) -> Iterator[Finding]:
    seen: set[str] = set()
    for word in words:
        if word not in known:
            yield key, f"{word!r} is not a word that is known here"
        if word in seen and not repeats:
            yield key, f"{word!r} stands there twice"
        seen.add(word)


def links(exercise: Exercise, ids: Collection[str], exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    """Ladders and substitutes lead somewhere; a ladder's two ends name each other and never go down a level.

    `ids` are all exercise files, `exercises` those that could be read.
    """
    for key, back in (("easier", "harder"), ("harder", "easier")):
        rungs: tuple[str, ...] = getattr(exercise, key)
        for rung in rungs:
            other = exercises.get(rung)
            if rung not in ids or rung == exercise.id:
                yield key, f"{rung!r} is not another exercise"
            elif other is not None:
                yield from _rung(key, exercise, other, getattr(other, back))
        if len(set(rungs)) < len(rungs):
            yield key, "names an exercise twice"
    for substitute in exercise.substitutes:
        if substitute.exercise_id not in ids or substitute.exercise_id == exercise.id:
            yield "substitutes.exercise_id", f"{substitute.exercise_id!r} is not another exercise"


def _rung(key: str, exercise: Exercise, other: Exercise, named_back: Collection[str]) -> Iterator[Finding]:
    if exercise.id not in named_back:
        back = "harder" if key == "easier" else "easier"
        yield key, f"{other.id!r} does not name this exercise as {back}"
    wrong = other.level > exercise.level if key == "easier" else other.level < exercise.level
    if wrong:
        yield key, f"{other.id!r} has level {other.level}, this exercise {exercise.level}"


def sources(
    exercise: Exercise, references: Mapping[str, Reference], claims: Collection[str]
) -> Iterator[Finding]:
    """Every reference exists and was seen, and every claim exists; none is named twice."""
    for what in cited(exercise.references, references):
        yield "references", what
    for key in exercise.claims:
        if key not in claims:
            yield "claims", f"{key!r} is not a claim"
    for name in ("references", "claims"):
        keys: tuple[str, ...] = getattr(exercise, name)
        if len(set(keys)) < len(keys):
            yield name, "names one twice"


def circles(exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Ids from which climbing leads back to where one started."""
    done: set[str] = set()
    for start in exercises:
        path: list[str] = []
        yield from _climb(start, exercises, path, done)


def _climb(here: str, exercises: Mapping[str, Exercise], path: list[str], done: set[str]) -> Iterator[str]:
    if here in path:
        yield here
    elif here in exercises and here not in done:
        path.append(here)
        for above in exercises[here].harder:
            yield from _climb(above, exercises, path, done)
        path.pop()
        done.add(here)


def doubled(exercises: Iterable[Exercise]) -> Iterator[tuple[str, str, str]]:
    """Id, key and sentence for each name or short name that an earlier exercise has."""
    for key in ("name", "short_name"):
        owner: dict[str, str] = {}
        for exercise in exercises:
            text: str = getattr(exercise, key).casefold()
            if text in owner:
                yield exercise.id, key, f"is the {key.replace('_', ' ')} of {owner[text]!r} already"
            owner.setdefault(text, exercise.id)
