"""The ladder of an exercise: what leads to it, what it leads to, and what stands in for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from trainer.domain.exercise import Exercise

Rank = tuple[Exercise, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs beside an exercise, and what stands in for it; rungs that no longer exist are left out."""

    easier: Rank
    harder: Rank
    harder_note: str
    instead: tuple[tuple[str, Exercise], ...]
    """Missing equipment or a situation, with the exercise to do then."""
    ranks: tuple[Rank, ...]
    """From the easiest rungs to the hardest, two ranks each way where there are such."""
    here: int
    """Which of the ranks is the exercise itself."""
    steps: frozenset[tuple[str, str]]
    """Ids of rungs of neighbouring ranks, the easier one first, of which one leads to the other."""


def ladder_of(exercise: Exercise, known: Mapping[str, Exercise]) -> Ladder:
    """The ladder among these exercises, by id."""
    easier, harder = _there(exercise.easier, known), _there(exercise.harder, known)
    below = _ranks(exercise, easier, known, "easier")
    above = _ranks(exercise, harder, known, "harder")
    ranks = (*reversed(below), (exercise,), *above)
    return Ladder(
        easier=easier,
        harder=harder,
        harder_note=exercise.harder_note,
        instead=tuple(
            (substitute.without, known[substitute.exercise_id])
            for substitute in exercise.substitutes
            if substitute.exercise_id in known
        ),
        ranks=ranks,
        here=len(below),
        steps=frozenset(_steps(ranks)),
    )


def easier_rung(
    exercise: Exercise, known: Mapping[str, Exercise], at_hand: Collection[str]
) -> Exercise | None:
    """The rung to swap to while a session runs; None where there is none that can be done.

    Own rule: the nearest easier rung, in the order of the ladder, that needs nothing but what is `at_hand`.
    """
    rungs = _there(exercise.easier, known)
    seen = {exercise.id}
    while rungs:
        fitting = next((one for one in rungs if set(at_hand).issuperset(one.equipment)), None)
        if fitting is not None:
            return fitting
        seen |= {one.id for one in rungs}
        rungs = tuple(one for one in _behind(rungs, known, "easier") if one.id not in seen)
    return None


def easier_rungs(
    ids: Iterable[str], known: Mapping[str, Exercise], at_hand: Collection[str]
) -> dict[str, Exercise]:
    """The `easier_rung` of each of these exercises, and of each of those in turn."""
    rungs: dict[str, Exercise] = {}
    asked = [known[one] for one in ids if one in known]
    while asked:
        exercise = asked.pop()
        rung = easier_rung(exercise, known, at_hand)
        if rung is not None and exercise.id not in rungs:
            rungs[exercise.id] = rung
            asked.append(rung)
    return rungs


def _there(ids: Iterable[str], known: Mapping[str, Exercise]) -> Rank:
    return tuple(known[rung] for rung in ids if rung in known)


def _ranks(exercise: Exercise, near: Rank, known: Mapping[str, Exercise], way: str) -> list[Rank]:
    """The next rungs, then those behind them; a next rung that another next one leads to stands behind it."""
    passed = _behind(near, known, way)
    first = [one for one in near if one not in passed]
    reached = _behind(first, known, way)
    first += [one for one in near if one not in first and one not in reached]
    second = [one for one in _behind(first, known, way) if one not in first and one != exercise]
    return [tuple(rank) for rank in (first, second) if rank]


def _behind(rungs: Iterable[Exercise], known: Mapping[str, Exercise], way: str) -> list[Exercise]:
    """What these rungs lead to, each once."""
    ids = dict.fromkeys(rung for one in rungs for rung in getattr(one, way))
    return [known[rung] for rung in ids if rung in known]


def _steps(ranks: Iterable[Rank]) -> Iterable[tuple[str, str]]:
    for lower, upper in pairwise(ranks):
        for one in lower:
            for other in upper:
                if other.id in one.harder or one.id in other.easier:
                    yield one.id, other.id
