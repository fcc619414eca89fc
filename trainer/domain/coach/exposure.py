"""What was done of one exercise in one session: what progression looks back on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from trainer.domain.exercise import Kind
from trainer.domain.pain import Limits, PainAnswer, answer_to
from trainer.domain.workout import SetTarget


@dataclass(frozen=True, slots=True)
class DoneSide:
    """One side of a set as the log has it; `amount` is reps or seconds, 0 for one that was skipped."""

    exercise_id: str
    at: datetime
    session_id: str
    set_index: int
    set_id: str
    day: date
    workout_id: str
    target: SetTarget
    amount: float
    load_kg: float | None = None
    lean_deg: int | None = None
    pain: int | None = None
    pain_area: str = ""
    warm_up: bool = False


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

    def worst_by_table(self, limits: Limits, suspects: Collection[str] = ()) -> tuple[int, str]:
        """The pain that the table has the strongest answer to, and where."""

        def strength(told: tuple[int, str]) -> tuple[bool, bool, bool, int]:
            answer = answer_to(*told, limits, suspects)
            return answer.stop, answer.easier, not answer.may_progress, told[0]

        return max(self.pains, key=strength, default=(0, ""))

    def answer(self, limits: Limits, suspects: Collection[str] = ()) -> PainAnswer:
        """What the pain table says to all that hurt in it."""
        answers = [answer_to(pain, place, limits, suspects) for pain, place in self.pains]
        return PainAnswer(
            stop=any(one.stop for one in answers),
            may_progress=all(one.may_progress for one in answers),
            easier=any(one.easier for one in answers),
            clinician=max((one.clinician for one in answers), key=_urgency, default=PainAnswer().clinician),
        )


def exposures(sides: Iterable[DoneSide]) -> dict[str, tuple[Exposure, ...]]:
    """By exercise, oldest first; a session in which all sets of it were skipped is none."""
    found: dict[str, list[Exposure]] = {}
    for (exercise_id, _, _), of_session in groupby(sorted(sides, key=_ORDER), key=_session):
        exposure = _exposure(list(of_session))
        if any(done.amount > 0 for done in exposure.sets):
            found.setdefault(exercise_id, []).append(exposure)
    return {exercise_id: tuple(of_it) for exercise_id, of_it in found.items()}


def _exposure(sides: list[DoneSide]) -> Exposure:
    first = sides[0]
    working = (side for side in sides if not side.warm_up)
    sets = [_done_set(list(of_set)) for _, of_set in groupby(working, key=_SET)]
    pains = {(side.pain, side.pain_area) for side in sides if side.pain is not None}
    return Exposure(
        exercise_id=first.exercise_id,
        session_id=first.session_id,
        day=first.day,
        at=first.at,
        workout_id=first.workout_id,
        sets=tuple(sets),
        pains=tuple(sorted(pains)),
    )


def _done_set(sides: list[DoneSide]) -> DoneSet:
    return DoneSet(
        target=sides[0].target,
        amount=min(side.amount for side in sides),
        load_kg=min((side.load_kg for side in sides if side.load_kg is not None), default=None),
        lean_deg=min((side.lean_deg for side in sides if side.lean_deg is not None), default=None),
    )


def _urgency(clinician: object) -> int:
    return ("", "soon", "now").index(str(clinician))


def _session(one: DoneSide) -> tuple[str, datetime, str]:
    return one.exercise_id, one.at, one.session_id


_SET = attrgetter("set_index", "set_id")
_ORDER = attrgetter("exercise_id", "at", "session_id", "set_index", "set_id")
