"""One step up, down or back of what an exercise asks for: reps, seconds, sets, load, lean, tempo.

Each makes one step at most, so that no target ever jumps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import floor

from trainer.domain.dosing import least_hold_s, least_reps, most_hold_s, most_reps
from trainer.domain.exercise import Exercise, Kind
from trainer.domain.workout import SetTarget, WorkoutItem

HOLD_STEP_S = 5.0
LEAN_STEP_DEG = 5
LEAN_MOST_DEG = 90
LEAN_BEFORE_RUNG_DEG = 60
"""Own rule: as far as the lean grows where a harder rung follows."""
LOAD_LEAST, LOAD_MOST = 0.02, 0.10
"""acsm2009: 2–10 %."""
LOAD_STEPS_KG = (2.5, 1.0, 0.5, 0.25)
"""Own rule: the coarsest of these steps that lies within the 2–10 %."""
_PLATE_KG = 0.5
SLOWER_S, SLOWER_MOST_S = 1.0, 2.0
"""Own rule: where there is no harder rung, the lowering gets a second longer, two in all."""


class Unit(StrEnum):
    """What a step changed."""

    SETS = "sets"
    REPS = "reps"
    SECONDS = "seconds"
    LOAD = "load"
    LEAN = "lean"
    TEMPO = "tempo"
    RUNG = "rung"


@dataclass(frozen=True, slots=True)
class Step:
    """The item after the step, and what it changed."""

    item: WorkoutItem
    unit: Unit


def working(item: WorkoutItem) -> tuple[SetTarget, ...]:
    return tuple(target for target in item.sets if not target.warm_up)


def with_working(item: WorkoutItem, sets: Sequence[SetTarget]) -> WorkoutItem:
    """The item with other working sets, its warm-ups kept before them."""
    return replace(item, sets=(*(target for target in item.sets if target.warm_up), *sets))


def changed(item: WorkoutItem, change: Callable[[SetTarget], SetTarget]) -> WorkoutItem:
    """The item with each working set changed."""
    return with_working(item, [change(target) for target in working(item)])


def amount(target: SetTarget) -> float:
    """Its reps, or the seconds of a hold."""
    return (target.hold_s if target.kind is Kind.HOLD else target.reps) or 0


def volume(item: WorkoutItem) -> float:
    """Reps, or seconds, of all working sets."""
    return sum(amount(target) for target in working(item))


def up(item: WorkoutItem, exercise: Exercise, usual_sets: int) -> Step | None:
    """The next target of the same exercise; None where only a harder rung is left.

    Own order: the sets that a step down took, then reps or seconds to the top of the dose, then load or lean,
    then a set more, each of the last three with the reps back at their least.
    """
    sets = working(item)
    if any(target.to_limit for target in sets):
        return None
    if len(sets) < usual_sets:
        return Step(with_working(item, (*sets, sets[-1])), Unit.SETS)
    if (more := _more(item, exercise)) is not None:
        return more
    if (heavier := _heavier(item, exercise)) is not None:
        return heavier
    if len(sets) < exercise.dose.sets.high:
        low = changed(item, lambda target: _at_least(target, exercise))
        return Step(with_working(low, (*working(low), working(low)[-1])), Unit.SETS)
    return _further(item, LEAN_BEFORE_RUNG_DEG if exercise.harder else LEAN_MOST_DEG)


def slower(item: WorkoutItem, exercise: Exercise) -> Step | None:
    """A longer lowering, for what has no harder rung."""
    usual = exercise.tempo
    tempos = [target.tempo for target in working(item)]
    if usual is None or any(tempo is None for tempo in tempos):
        return None
    slowest = max(tempo.lowering_s for tempo in tempos if tempo is not None)
    if usual.lowering_s <= 0 or slowest + SLOWER_S > usual.lowering_s + SLOWER_MOST_S:
        return None

    def longer(target: SetTarget) -> SetTarget:
        if target.tempo is None:
            return target
        tempo = replace(target.tempo, lowering_s=target.tempo.lowering_s + SLOWER_S)
        return replace(_at_least(target, exercise), tempo=tempo)

    return Step(changed(item, longer), Unit.TEMPO)


def down(item: WorkoutItem) -> Step | None:
    """One set fewer; None where one is left."""
    sets = working(item)
    return Step(with_working(item, sets[:-1]), Unit.SETS) if len(sets) > 1 else None


def lower(item: WorkoutItem, exercise: Exercise) -> Step | None:
    """One rep, or five seconds, fewer of each set, not below the least of the dose."""

    def fewer(target: SetTarget) -> SetTarget:
        if target.kind is Kind.HOLD:
            least_s = min(least_hold_s(exercise), target.hold_s or 0)
            return replace(target, hold_s=max((target.hold_s or 0) - HOLD_STEP_S, least_s))
        return replace(target, reps=max((target.reps or 0) - 1, min(least_reps(exercise), target.reps or 0)))

    found = changed(item, fewer)
    unit = Unit.SECONDS if exercise.kind is Kind.HOLD else Unit.REPS
    return None if found == item else Step(found, unit)


def back(item: WorkoutItem) -> Step | None:
    """After a break: a tenth off the load where there is one, else one set fewer."""
    if any(target.load_kg for target in working(item)):
        return Step(changed(item, _lighter), Unit.LOAD)
    return down(item)


def half(item: WorkoutItem) -> WorkoutItem:
    """Half of the working sets, rounded up."""
    sets = working(item)
    return with_working(item, sets[: (len(sets) + 1) // 2])


def heavier_kg(load_kg: float) -> float | None:
    """The next load; None where no step of the plates lies within 2–10 %."""
    for step in LOAD_STEPS_KG:
        grid = floor(round(load_kg / step, 6)) * step
        for candidate in (grid + step, grid + 2 * step):
            if LOAD_LEAST <= round(candidate / load_kg - 1, 9) <= LOAD_MOST:
                return round(candidate, 3)
    return None


def _more(item: WorkoutItem, exercise: Exercise) -> Step | None:
    """One rep, or five seconds, more in the sets that are not at the top of the dose."""
    if exercise.kind is Kind.HOLD:
        most_s = most_hold_s(exercise)
        if all((target.hold_s or 0) >= most_s for target in working(item)):
            return None
        return Step(changed(item, lambda target: _longer(target, most_s)), Unit.SECONDS)
    most = most_reps(exercise)
    if all((target.reps or 0) >= most for target in working(item)):
        return None
    return Step(changed(item, lambda target: _one_more(target, most)), Unit.REPS)


def _longer(target: SetTarget, most_s: float) -> SetTarget:
    hold_s = target.hold_s or 0
    return target if hold_s >= most_s else replace(target, hold_s=min(hold_s + HOLD_STEP_S, most_s))


def _one_more(target: SetTarget, most: int) -> SetTarget:
    reps = target.reps or 0
    return target if reps >= most else replace(target, reps=reps + 1)


def _heavier(item: WorkoutItem, exercise: Exercise) -> Step | None:
    loads = [target.load_kg for target in working(item)]
    if not all(loads) or exercise.kind is Kind.HOLD:
        return None
    next_loads = {load: heavier_kg(load) for load in loads if load}
    if None in next_loads.values():
        return None

    def loaded(target: SetTarget) -> SetTarget:
        return replace(_at_least(target, exercise), load_kg=next_loads[target.load_kg or 0])

    return Step(changed(item, loaded), Unit.LOAD)


def _further(item: WorkoutItem, most_deg: int) -> Step | None:
    leans = [target.lean_deg for target in working(item)]
    if not all(leans) or max(lean or 0 for lean in leans) + LEAN_STEP_DEG > most_deg:
        return None
    return Step(changed(item, _leaning), Unit.LEAN)


def _leaning(target: SetTarget) -> SetTarget:
    return replace(target, lean_deg=(target.lean_deg or 0) + LEAN_STEP_DEG)


def _lighter(target: SetTarget) -> SetTarget:
    if not target.load_kg:
        return target
    load_kg = target.load_kg * (1 - LOAD_MOST)
    return replace(target, load_kg=round(floor(load_kg / _PLATE_KG) * _PLATE_KG or load_kg, 3))


def _at_least(target: SetTarget, exercise: Exercise) -> SetTarget:
    """The set with the least reps or seconds of the dose, never more than it has."""
    if target.kind is Kind.HOLD:
        return replace(target, hold_s=min(target.hold_s or 0, least_hold_s(exercise)))
    return replace(target, reps=min(target.reps or 0, least_reps(exercise)))
