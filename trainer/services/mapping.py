"""Which exercise a name from another program stands for: what resembles it, and the choice carried out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from trainer.domain.exercise import Exercise
from trainer.domain.transfer import ImportBatch, Pulse, unheard
from trainer.services.search import SearchIndex, fold
from trainer.services.unknown import UnknownName

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LOOKED_AT = 25
_LEAST, _NEARLY, _SURE = (
    80.0,
    99.0,
    100.0,
)  # own rule: below, a suggestion is more often wrong than right in common names
SHOWN = 5
MOST = 300


def unknown_names(
    batch: ImportBatch, exercises: Sequence[Exercise], pulse: Pulse = unheard
) -> tuple[UnknownName, ...]:
    """The new exercises of a batch, the most frequent first, no more than can be looked through."""
    new = {exercise.id for exercise in batch.exercises}
    if not new:
        return ()
    counts = Counter(done.exercise for done in batch.sets if done.exercise_id in new)
    return tuple(_all(SearchIndex(exercises), counts.most_common(MOST), pulse))


def _all(index: SearchIndex, counted: Sequence[tuple[str, int]], pulse: Pulse) -> Iterator[UnknownName]:
    for place, (name, count) in enumerate(counted):
        pulse(place / len(counted))
        yield _unknown(index, name, count)


def _unknown(index: SearchIndex, name: str, count: int) -> UnknownName:
    plain = _IN_BRACKETS.sub(" ", name)
    likeness: dict[str, float] = {}
    for query, most in ((name, _SURE), (plain, _NEARLY)):  # a squat with a barbell is no bodyweight squat
        if fold(query):
            for exercise in index.find(query)[:_LOOKED_AT]:
                value = min(most, _likeness(query, exercise))
                likeness[exercise.id] = max(value, likeness.get(exercise.id, 0.0))
    best = sorted((-value, key) for key, value in likeness.items() if value >= _LEAST)
    sure = bool(best) and best[0][0] <= -_SURE and (len(best) == 1 or best[1][0] > best[0][0])
    return UnknownName(name, count, tuple(key for _, key in best[:SHOWN]), sure)


def _likeness(query: str, exercise: Exercise) -> float:
    """0 to 100: of the name, or of the synonym that is nearest; the order of the words does not matter."""
    wanted = fold(query)
    return max(fuzz.token_sort_ratio(wanted, fold(phrase)) for phrase in (exercise.name, *exercise.synonyms))


def mapped_batch(batch: ImportBatch, choices: Mapping[str, str]) -> ImportBatch:
    """The batch with the sets of new exercises under the known ones that their names stand for."""
    new = {exercise.id for exercise in batch.exercises}
    sets = tuple(
        replace(done, exercise_id=choices[done.exercise])
        if done.exercise_id in new and done.exercise in choices
        else done
        for done in batch.sets
    )
    used = {done.exercise_id for done in sets}
    return replace(
        batch,
        sets=sets,
        exercises=tuple(exercise for exercise in batch.exercises if exercise.id in used),
        names=tuple((dict(batch.names) | dict(choices)).items()),
    )
