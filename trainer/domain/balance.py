"""The balance of a workout: work that lengthens and that shortens, from the knee and from the hip.

A set counts once, both its sides together; sets to warm up do not count. An exercise that does both counts
as both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.domain.exercise import Contraction, Exercise
from trainer.domain.rule import Reason
from trainer.domain.vocabulary import MUSCLES
from trainer.domain.workout import WorkoutItem

HAMSTRINGS = "hamstrings"
BALANCE_RULE = "balance-both"


@dataclass(frozen=True, slots=True)
class Balance:
    """Working sets by what they do; `hamstrings` says that only those count that train the hamstrings."""

    sets: int = 0
    lengthening: int = 0
    shortening: int = 0
    holding: int = 0
    knee: int = 0
    hip: int = 0
    hamstrings: bool = False

    @property
    def lacks(self) -> tuple[str, ...]:
        """What a hamstring workout is without: names of the counts that are zero."""
        if not self.hamstrings:
            return ()
        return tuple(name for name in ("lengthening", "shortening", "knee", "hip") if not getattr(self, name))

    @property
    def reason(self) -> Reason:
        """The rule by which it lacks something."""
        return Reason(BALANCE_RULE)


def balance_of(items: Iterable[WorkoutItem], known: Mapping[str, Exercise]) -> Balance:
    """Of the sets that train the hamstrings where there are such, else of all; unknown ones are left out."""
    counted = [
        (known[item.exercise_id], sum(not target.warm_up for target in item.sets))
        for item in items
        if item.exercise_id in known
    ]
    ours = [(exercise, sets) for exercise, sets in counted if trains_hamstrings(exercise)]
    of = ours or counted

    def total(counts: Iterable[tuple[bool, int]]) -> int:
        return sum(sets for does, sets in counts if does)

    def contracting(contraction: Contraction) -> int:
        return total((contraction in exercise.contraction, sets) for exercise, sets in of)

    def dominated(joint: str) -> int:
        return total((joint in exercise.dominance.split("/"), sets) for exercise, sets in of)

    return Balance(
        sets=sum(sets for _, sets in of),
        lengthening=contracting(Contraction.ECCENTRIC),
        shortening=contracting(Contraction.CONCENTRIC),
        holding=contracting(Contraction.ISOMETRIC),
        knee=dominated("knee"),
        hip=dominated("hip"),
        hamstrings=bool(ours),
    )


def trains_hamstrings(exercise: Exercise) -> bool:
    """Whether the hamstrings do the main work in it."""
    return any(MUSCLES.get(muscle) == HAMSTRINGS for muscle in exercise.primary_muscles)
