"""What an exercise or a workout of one's own has to say, in plain sentences, and names that are free."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count
from typing import Final

from trainer.domain.exercise import Exercise, Kind

SHORT_NAME_LENGTH: Final = 18
NAME_LENGTH: Final = 60

Problem = tuple[str, str]
"""The field and what is to be done about it."""


def exercise_problems(exercise: Exercise, others: Iterable[Exercise]) -> list[Problem]:
    """What keeps the exercise from being saved beside the others; those of its own id do not count."""
    names = [other.name for other in others if other.id != exercise.id]
    return [*_name_problems(exercise, names), *_kind_problems(exercise)]


def _name_problems(exercise: Exercise, names: Collection[str]) -> Iterator[Problem]:
    if not exercise.name.strip():
        yield "name", "Give it a name."
    elif taken(exercise.name, names):
        yield "name", "There is an exercise of this name already; choose another."
    if not exercise.short_name.strip():
        yield "short_name", "Give it a short name; the session shows it large."
    elif len(exercise.short_name) > SHORT_NAME_LENGTH:
        yield "short_name", "The short name has 18 characters at most."


def _kind_problems(exercise: Exercise) -> Iterator[Problem]:
    if not exercise.region:
        yield "region", "Choose the area it trains."
    if not exercise.primary_muscles:
        yield "muscles", "Name a muscle that does the main work, so that filters and history can count it."
    elif not set(exercise.primary_muscles).isdisjoint(exercise.secondary_muscles):
        yield "muscles", "A muscle does the main work or helps, not both."
    if exercise.kind is Kind.REPS and exercise.tempo is None:
        yield "tempo", "A rep takes some time; give one of its phases a second or more."


def workout_name_problem(name: str, others: Collection[str]) -> str:
    """What is wrong with the name of a workout, or "" where nothing is."""
    if not name.strip():
        return "Give it a name."
    return "There is a workout of this name already; choose another." if taken(name, others) else ""


def taken(name: str, names: Collection[str]) -> bool:
    """Whether one of the names reads the same."""
    return _folded(name) in {_folded(one) for one in names}


def free_name(wanted: str, names: Collection[str]) -> str:
    """The name, or the first of `name 2`, `name 3`, … that is free."""
    numbered = (f"{wanted} {number}" for number in count(2))
    return wanted if not taken(wanted, names) else next(one for one in numbered if not taken(one, names))


def short_name_of(name: str) -> str:
    """As many whole words of the name as a short name holds: its first ones or its last ones."""
    words = name.split()
    if len(name.strip()) <= SHORT_NAME_LENGTH or not words:
        return name.strip()
    starts = [" ".join(words[:end]) for end in range(1, len(words) + 1)]
    ends = [" ".join(words[start:]) for start in range(len(words))]
    fitting = [part for part in (*starts, *ends) if len(part) <= SHORT_NAME_LENGTH]
    best = max(fitting, key=len, default=words[0][:SHORT_NAME_LENGTH])
    return best[:1].upper() + best[1:]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
