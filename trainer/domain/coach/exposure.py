"""What was done of one exercise in one session: what progression looks back on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from trainer.domain.exercise import Kind
from trainer.domain.pain import Limits, PainAnswer, answer_to
from trainer.domain.session import SetLog, SetStatus
from trainer.domain.workout import SetTarget


@dataclass(frozen=True, slots=True)
class Performed:
    """One side of a set with the session it belongs to."""

    session_id: str
    day: date
    at: datetime
    workout_id: str
    done: SetLog


@dataclass(frozen=True, slots=True)
class DoneSet:
    """A working set, both sides as one: the weaker side counts.

    `amount` is reps or seconds, 0 for a set that was skipped.
    """

    target: SetTarget
    amount: float
    load_kg: float | None = None
    lean_deg: int | None = None

    @property
    def reached(self) -> bool:
        """Whether all that was asked for was done; what was not asked for counts as reached."""
        target = self.target
        asked = (target.hold_s if target.kind is Kind.HOLD else target.reps) or 0
        return (
            self.amount > 0
            and self.amount >= asked
            and (target.load_kg is None or (self.load_kg is not None and self.load_kg >= target.load_kg))
            and (target.lean_deg is None or self.lean_deg is None or self.lean_deg >= target.lean_deg)
        )


@dataclass(frozen=True, slots=True)
class Exposure:
    """One session's working sets of an exercise, and what hurt in any of its sets, place by place."""

    exercise_id: str
    session_id: str
    day: date
    at: datetime
    workout_id: str
    sets: tuple[DoneSet, ...]
    pains: tuple[tuple[int, str], ...] = ()

    @property
    def targets(self) -> tuple[SetTarget, ...]:
        return tuple(done.target for done in self.sets)

    @property
    def complete(self) -> bool:
        """Whether every set knows what it asked for; what came from a file may not."""
        return bool(self.sets) and all(target.complete for target in self.targets)

    @property
    def reached(self) -> bool:
        """Whether every working set was done as asked."""
        return bool(self.sets) and all(done.reached for done in self.sets)

    @property
    def worst_pain(self) -> tuple[int, str]:
        """The most pain told in it and where; none told is none felt."""
        return max(self.pains, default=(0, ""))

    def answer(self, limits: Limits, suspects: Iterable[str] = ()) -> PainAnswer:
        """What the pain table says to all that hurt in it."""
        told = tuple(suspects)
        answers = [answer_to(pain, place, limits, told) for pain, place in self.pains]
        return PainAnswer(
            stop=any(one.stop for one in answers),
            may_progress=all(one.may_progress for one in answers),
            easier=any(one.easier for one in answers),
            clinician=max((one.clinician for one in answers), key=_urgency, default=PainAnswer().clinician),
        )


def exposures(performed: Iterable[Performed]) -> dict[str, tuple[Exposure, ...]]:
    """By exercise, oldest first; a session in which all sets of it were skipped is none."""
    found: dict[str, list[Exposure]] = {}
    in_order = sorted(performed, key=_order)
    for _, sides in groupby(in_order, key=_of):
        exposure = _exposure(list(sides))
        if any(done.amount > 0 for done in exposure.sets):
            found.setdefault(exposure.exercise_id, []).append(exposure)
    return {exercise_id: tuple(of_it) for exercise_id, of_it in found.items()}


def _exposure(sides: list[Performed]) -> Exposure:
    first = sides[0]
    working = (one.done for one in sides if not one.done.warm_up)
    sets = [_done_set(list(rows)) for _, rows in groupby(working, key=attrgetter("set_index", "set_id"))]
    pains = {(one.done.pain, one.done.pain_area) for one in sides if one.done.pain is not None}
    return Exposure(
        exercise_id=first.done.exercise_id,
        session_id=first.session_id,
        day=first.day,
        at=first.at,
        workout_id=first.workout_id,
        sets=tuple(sets),
        pains=tuple(sorted(pains)),
    )


def _done_set(sides: list[SetLog]) -> DoneSet:
    return DoneSet(
        target=sides[0].target,
        amount=min(_amount(side) for side in sides),
        load_kg=min((side.load_kg for side in sides if side.load_kg is not None), default=None),
        lean_deg=min((side.lean_deg for side in sides if side.lean_deg is not None), default=None),
    )


def _amount(side: SetLog) -> float:
    if side.status is SetStatus.SKIPPED:
        return 0
    return (side.hold_s if side.target.kind is Kind.HOLD else side.reps) or 0


def _urgency(clinician: object) -> int:
    return ("", "soon", "now").index(str(clinician))


def _of(one: Performed) -> tuple[str, datetime, str]:
    return one.done.exercise_id, one.at, one.session_id


def _order(one: Performed) -> tuple[str, datetime, str, int, str, str]:
    done = one.done
    return done.exercise_id, one.at, one.session_id, done.set_index, done.set_id, done.side.value
