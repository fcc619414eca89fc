"""Sessions of one's own plans that name a workout, with the exercises of that workout."""

from __future__ import annotations

from dataclasses import replace

from trainer.domain.exercise import Range
from trainer.domain.plan import Plan, PlannedExercise, PlannedSession, PlannedSet
from trainer.domain.workout import SetTarget, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.library import Library


def needs_workouts(plan: Plan) -> bool:
    """Whether a session says no more than which workout it is."""
    return any(not session.exercises for week in plan.weeks for session in week.sessions)


def written_out(plan: Plan, library: Library) -> Plan:
    """The plan with what its workouts ask for; a session whose workout is gone stays empty."""
    weeks = (
        replace(week, sessions=tuple(_session(session, library) for session in week.sessions))
        for week in plan.weeks
    )
    return replace(plan, weeks=tuple(weeks))


def _session(session: PlannedSession, library: Library) -> PlannedSession:
    if session.exercises:
        return session
    try:
        workout = library.workout(session.workout_id)
    except NoSuchEntry:
        return session
    return replace(session, exercises=tuple(map(_exercise, workout.items)))


def _exercise(item: WorkoutItem) -> PlannedExercise:
    return PlannedExercise(item.exercise_id, tuple(map(_set, item.sets)), item.rest_s)


def _set(target: SetTarget) -> PlannedSet:
    reps = None if target.reps is None else Range(target.reps, target.reps)
    return PlannedSet(reps, target.hold_s, to_limit=target.to_limit)
