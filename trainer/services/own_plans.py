"""Plans of one's own: made of workouts, or copied from a plan and changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from trainer.domain.exercise import Range
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.domain.workout import SetTarget, Workout, WorkoutItem
from trainer.services.own_checks import taken

MOST_WEEKS = 52
MOST_SESSIONS = 7
"""One a day at most (own rule)."""


def blank_plan(plan_id: str, name: str, first: Workout) -> Plan:
    """A plan of one week with one workout."""
    weeks = (PlanWeek(1, (session_of(first),)),)
    return Plan(plan_id, name, "", Footing.OWN, weeks)


def copied_plan(plan: Plan, plan_id: str, name: str, source: str) -> Plan:
    """One's own version: its weeks and cautions are kept, what studies say of it is not."""
    return replace(
        plan,
        id=plan_id,
        name=name,
        source=source,
        footing=Footing.OWN,
        whose=(),
        tried_in=(),
        outcome=(),
        uncertain=(),
        seen=(),
        self_start=True,
        afterwards="",
    )


def with_weeks(plan: Plan, weeks: Sequence[Sequence[PlannedSession]]) -> Plan:
    """The plan with these sessions, its weeks numbered anew."""
    return replace(plan, weeks=tuple(PlanWeek(n, tuple(week)) for n, week in enumerate(weeks, start=1)))


def session_of(workout: Workout) -> PlannedSession:
    """The workout as a session of a plan; it goes by the workout's id, and stays what it is without it."""
    return PlannedSession(tuple(_exercise(item) for item in workout.items), workout_id=workout.id)


def plan_problem(plan: Plan, others: Collection[str]) -> str:
    """What keeps the plan from being saved beside those of the names `others`, or "" where nothing does."""
    if not plan.name.strip():
        return "Give it a name."
    if taken(plan.name, others):
        return "There is a plan of this name already; choose another."
    if not plan.session_count:
        return "Put a workout into one of its weeks."
    return ""


def _exercise(item: WorkoutItem) -> PlannedExercise:
    tempos = {target.tempo for target in item.sets}
    tempo = tempos.pop() if len(tempos) == 1 else None
    return PlannedExercise(item.exercise_id, tuple(_set(target) for target in item.sets), item.rest_s, tempo)


def _set(target: SetTarget) -> PlannedSet:
    reps = Range(target.reps, target.reps) if target.reps is not None else None
    return PlannedSet(reps, target.hold_s, to_limit=target.to_limit)
