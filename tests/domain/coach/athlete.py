"""An athlete who trains by the coach's proposals, day by day, and answers as the test says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from trainer.catalog import load_catalog
from trainer.domain.calendar import CalendarEntry
from trainer.domain.checkin import CheckIn
from trainer.domain.coach.exposure import DoneSide, exposures
from trainer.domain.coach.feelings import WHOLE_BODY, feelings_of
from trainer.domain.coach.light_week import light_weeks
from trainer.domain.coach.proposing import propose
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.coach.situation import Situation
from trainer.domain.complaint import Complaint
from trainer.domain.exercise import Exercise, Kind, Side
from trainer.domain.overruling import Overruling
from trainer.domain.plan import Plan
from trainer.domain.proposal import ItemProposal, Proposal
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

MONDAY = date(2026, 1, 5)
SEED = "hamstrings-for-runners"


@cache
def known() -> dict[str, Exercise]:
    return dict(load_catalog().exercises)


def shipped(workout_id: str = SEED) -> Workout:
    return load_catalog().workouts[workout_id]


def workout_of(*exercise_ids: str, sets: int = 2, **amount: object) -> Workout:
    """A workout of these exercises at the least of their doses."""
    from trainer.domain.coach.steps import with_working
    from trainer.domain.dosing import least_of, least_target

    items = []
    for exercise_id in exercise_ids:
        exercise = known()[exercise_id]
        target = replace(least_target(exercise), **amount)  # type: ignore[arg-type]
        items.append(with_working(least_of(exercise), (target,) * sets))
    return Workout("w", "W", tuple(items))


Does = Callable[[SetTarget], float]


def as_asked(target: SetTarget) -> float:
    return (target.hold_s if target.kind is Kind.HOLD else target.reps) or 0


@dataclass
class Athlete:
    """`day` is today. What was logged and told grows; nothing is forgotten."""

    day: date = MONDAY
    settings: CoachSettings = field(default_factory=CoachSettings)
    workout: Workout = field(default_factory=shipped)
    sides: list[DoneSide] = field(default_factory=list)
    checkins: list[CheckIn] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    entries: list[CalendarEntry] = field(default_factory=list)
    overrulings: dict[tuple[str, str], Overruling] = field(default_factory=dict)

    def situation(self) -> Situation:
        days = {side.day for side in self.sides}
        return Situation(
            day=self.day,
            settings=self.settings,
            known=known(),
            exposures=exposures(self.sides),
            feelings=feelings_of(self.checkins),
            light_weeks=light_weeks(days, self.day),
            complaints=tuple(self.complaints),
            entries=tuple(self.entries),
            overrulings=self.overrulings,
        )

    def proposal(self, plan: Plan | None = None) -> Proposal:
        return propose(self.workout, self.situation(), plan)

    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)

    def wake(self, place: str = WHOLE_BODY, *, pain: int | None = 0, soreness: int | None = 0) -> None:
        """A check-in of this morning."""
        at = datetime(self.day.year, self.day.month, self.day.day, 7, tzinfo=UTC)
        number = str(len(self.checkins))
        self.checkins.append(CheckIn(number, at, "UTC", place, Side.BOTH, soreness, pain))

    def do(
        self,
        workout: Workout | None = None,
        *,
        does: Does = as_asked,
        pain: int | None = None,
        place: str = "",
        load_kg: float | None = None,
        workout_id: str = "",
    ) -> None:
        """Logs a session of what is proposed, or of another workout, at noon of the day."""
        done = workout or self.proposal().workout
        if done is None:
            return
        at = datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)
        session = f"{self.day.isoformat()}-{len(self.sides)}"
        index = 0
        for item in done.items:
            for target in item.sets:
                index += 1
                self.sides.append(
                    DoneSide(
                        item.exercise_id,
                        at,
                        session,
                        index,
                        f"{session}-{index}",
                        self.day,
                        workout_id or done.id,
                        target,
                        does(target),
                        target.load_kg if load_kg is None else load_kg,
                        target.lean_deg,
                        pain,
                        place,
                        target.warm_up,
                    )
                )

    def train(self, **told: object) -> Proposal:
        """A good morning, the session as proposed, and a good morning after it."""
        self.wake()
        proposal = self.proposal()
        self.do(proposal.workout, **told)  # type: ignore[arg-type]
        self.wait(1)
        self.wake()
        return proposal


def item(proposal: Proposal, at: int = 0) -> ItemProposal:
    return proposal.items[at]


def rules(proposal: Proposal, at: int = 0) -> list[str]:
    return [reason.rule for reason in proposal.items[at].reasons]


def shape(one: WorkoutItem | None) -> tuple[str, int, float]:
    """Exercise, sets, and the most reps or seconds of a set."""
    assert one is not None
    return one.exercise_id, len(one.sets), max(as_asked(target) for target in one.sets)
