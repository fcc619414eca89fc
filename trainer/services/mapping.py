"""Which exercise a name from another program stands for: what resembles it, and the choice carried out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from trainer.domain.exercise import Exercise
from trainer.domain.transfer import ImportBatch
from trainer.services.search import SearchIndex, fold

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LOOKED_AT = 25
_LEAST, _SURE = 72.0, 100.0  # own rule: below, a suggestion is more often wrong than right in common names
SHOWN = 5


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no exercise bears here, how many sets have it, and the ids of what resembles it.

    The best comes first; `sure` says that it has this very name among its synonyms.
    """

    name: str
    count: int
    suggestions: tuple[str, ...]
    sure: bool


def unknown_names(batch: ImportBatch, exercises: Sequence[Exercise]) -> tuple[UnknownName, ...]:
    """The new exercises of a batch, the most frequent first."""
    new = {exercise.id for exercise in batch.exercises}
    counts = Counter(done.exercise for done in batch.sets if done.exercise_id in new)
    index = SearchIndex(exercises)
    return tuple(_unknown(index, name, count) for name, count in counts.most_common())


def _unknown(index: SearchIndex, name: str, count: int) -> UnknownName:
    plain = _IN_BRACKETS.sub(" ", name)
    likeness: dict[str, float] = {}
    for query in dict.fromkeys((name, plain)):
        if fold(query):
            for exercise in index.find(query)[:_LOOKED_AT]:
                likeness[exercise.id] = max(_likeness(query, exercise), likeness.get(exercise.id, 0.0))
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
