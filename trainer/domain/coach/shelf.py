"""Which exercise stands in for which: by what is at hand, what hurts, what is held back, and the ladder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trainer.domain.coach.reasons import because
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.exercise import Exercise
from trainer.domain.rule import Reason
from trainer.domain.vocabulary import EQUIPMENT

KNEELING = "kneeling hurts"
SIT_BONE = "the sit bone hurts"
FIRST_TIME = "first time"
FULL_NORDIC = "nordic-hamstring-curl"
HOPS = frozenset({"double-leg-pogo-hops", "single-leg-hops-in-place"})
"""Own rule: nobody is led from lifting to hopping by a step; hops are chosen, or stand in a workout."""
AT_HOME = frozenset({"mat", "wall", "rail", "box", "ball", "towel", "belt"})
"""Own rule: what any home has in some form: a carpet, a wall, a chair, a cushion, a towel, a belt."""


def needs_intake(exercise: Exercise) -> bool:
    """Whether the intake's questions come before it: full Nordics, hops, and what is done with a weight."""
    return exercise.id == FULL_NORDIC or exercise.id in HOPS or "weights" in exercise.equipment


def kneels(exercise: Exercise) -> bool:
    return any(substitute.without == KNEELING for substitute in exercise.substitutes)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The known exercises, and what stands against each.

    `situations` are the words of substitutes that hold, such as *kneeling hurts*; `held` the exercises that
    a complaint holds back. `at_hand` is what an easier rung may need; None where that is no matter.
    """

    known: Mapping[str, Exercise]
    settings: CoachSettings
    held: Mapping[str, Reason] = field(default_factory=dict)
    situations: frozenset[str] = frozenset()
    at_hand: frozenset[str] | None = None

    def against(self, exercise: Exercise) -> Reason | None:
        """Why it cannot be done now; None where it can."""
        if exercise.id in self.held:
            return self.held[exercise.id]
        missing = self._missing(exercise)
        if missing:
            return because("swap-equipment", exercise=exercise.name, missing=_in_words(missing[0]))
        if self.settings.kneeling_hurts and kneels(exercise):
            return because("swap-kneeling", exercise=exercise.name)
        if SIT_BONE in self.situations and _answers(exercise, SIT_BONE):
            return because("swap-sit-bone", exercise=exercise.name)
        return None

    def can(self, exercise: Exercise) -> bool:
        return self.against(exercise) is None

    def instead(self, exercise: Exercise, taken: Collection[str]) -> Exercise | None:
        """What stands in for one that cannot be done: its substitutes for that, theirs, then easier rungs."""
        seen = {exercise.id}
        asked = [exercise]
        while asked:
            one = asked.pop(0)
            for other in self._known([*self._substitutes(one), *one.easier]):
                if other.id in seen:
                    continue
                seen.add(other.id)
                if self.can(other) and other.id not in taken and other.level <= exercise.level:
                    return other
                asked.append(other)
        return None

    def easier(self, exercise: Exercise, taken: Collection[str] = ()) -> Exercise | None:
        """The nearest easier rung that can be done, in the order of the ladder; None where there is none.

        None is loaded, a full Nordic or a hop where the exercise itself is not.
        """
        seen = {exercise.id}
        rungs = list(self._known(exercise.easier))
        while rungs:
            for rung in rungs:
                if self._eases(rung, exercise) and rung.id not in taken:
                    return rung
            seen |= {rung.id for rung in rungs}
            behind = self._known(below for rung in rungs for below in rung.easier)
            rungs = [rung for rung in behind if rung.id not in seen]
        return None

    def harder(self, exercise: Exercise, taken: Collection[str] = ()) -> Exercise | None:
        """The next rung that can be done, of the same kind of work; a heavy one only where it is allowed.

        No workout gets a second Nordic.
        """
        nordic = any(self.known[one].logs_lean for one in taken if one in self.known)
        return next(
            (
                rung
                for rung in self._known(exercise.harder)
                if rung.id not in taken
                and not (nordic and rung.logs_lean)
                and self._follows(rung, exercise)
                and self.can(rung)
            ),
            None,
        )

    def first_time(self, exercise: Exercise) -> Exercise | None:
        """What comes before one that was never done, where its page names it."""
        found = self._known(_answers(exercise, FIRST_TIME))
        return next((one for one in found if self.can(one)), None)

    def _eases(self, rung: Exercise, exercise: Exercise) -> bool:
        there = self.at_hand is None or self.at_hand.issuperset(rung.equipment)
        return there and self.can(rung) and (needs_intake(exercise) or not needs_intake(rung))

    def _follows(self, rung: Exercise, exercise: Exercise) -> bool:
        alike = (rung.region, rung.dominance) == (exercise.region, exercise.dominance)
        near = rung.level <= exercise.level + 1 and rung.id not in HOPS
        return alike and near and (self.settings.heavy or not needs_intake(rung))

    def _missing(self, exercise: Exercise) -> list[str]:
        return [thing for thing in exercise.equipment if not self.settings.has((thing,))]

    def _substitutes(self, exercise: Exercise) -> list[str]:
        wanted = [*self._missing(exercise), *sorted(self.situations)]
        if self.settings.kneeling_hurts:
            wanted.append(KNEELING)
        return [rung for situation in wanted for rung in _answers(exercise, situation)]

    def _known(self, ids: Iterable[str]) -> Iterator[Exercise]:
        return (self.known[one] for one in dict.fromkeys(ids) if one in self.known)


def _answers(exercise: Exercise, situation: str) -> list[str]:
    return [one.exercise_id for one in exercise.substitutes if one.without == situation]


def _in_words(equipment: str) -> str:
    label = EQUIPMENT.get(equipment, equipment)
    return label[:1].lower() + label[1:]
