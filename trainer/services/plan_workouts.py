"""A plan's session as a workout: each target as the plan says, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from trainer.domain.exercise import Exercise, Kind, Range
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.domain.plan_line import Step, steps_of
from trainer.domain.rule import Reason
from trainer.domain.tempo import Phase, Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.library import Library
from trainer.services.trial import FALLBACK_REPS, FALLBACK_TEMPO

_RULES = {
    Footing.PUBLISHED: "week-published",
    Footing.PARTLY: "week-partly",
    Footing.OWN_RULE: "week-own-rule",
    Footing.OWN: "week-yours",
}
MOVE_S = 1.0
"""Of a rep that is held: up, down, and the pause between (own rule `plan-held-reps`)."""


def session_at(plan: Plan, week: int | None, position: int | None) -> tuple[PlanWeek, PlannedSession]:
    """Raises NoSuchEntry where the plan has no such session."""
    for one in plan.weeks:
        if one.week == week and position is not None and 0 <= position < len(one.sessions):
            return one, one.sessions[position]
    raise NoSuchEntry(f"“{plan.name}” has no such session.")


def workout_of_session(
    plan: Plan, week: int | None, position: int | None, library: Library, say: Callable[[Reason], str]
) -> Workout:
    """One session of a plan. Raises NoSuchEntry, also where an exercise or workout of one's own is gone.

    In a plan of one's own a session goes by the workout that it was made of: what was done of that, in
    whatever week, is what its targets go on from.
    """
    found, session = session_at(plan, week, position)
    where = _where(plan, found, position or 0)
    if not session.exercises:
        return replace(library.workout(session.workout_id), note=say(where))
    items = []
    for planned in session.exercises:
        exercise = library.exercise(planned.exercise_id)
        place, of = _place_in_run(plan, (found.week, position or 0), planned)
        reasons = [where, *_reasons(planned, of)]
        why = [*map(say, reasons), *([f"{planned.note}."] if planned.note else [])]
        items.append(_item(planned, exercise, " ".join(why), _reps_at(place, of)))
    own_id = session.workout_id if plan.footing is Footing.OWN else ""
    return Workout(own_id or workout_id(plan, found.week, position or 0), plan.name, tuple(items))


def workout_id(plan: Plan, week: int, position: int) -> str:
    """The id of a plan's session as a workout; the same each time."""
    return f"{plan.id}-week-{week}-session-{position + 1}"


def _where(plan: Plan, week: PlanWeek, position: int) -> Reason:
    numbers: dict[str, str | int | float] = {
        "plan": plan.name,
        "week": week.week,
        "weeks": plan.weeks[-1].week,
        "session": position + 1,
        "sessions": len(week.sessions),
        "source": plan.source,
    }
    return Reason(_RULES[plan.footing], numbers)


def _reasons(planned: PlannedExercise, sessions: int) -> Iterator[Reason]:
    for few in dict.fromkeys(planned.sets):
        if few.reps is not None and few.reps.low < few.reps.high and sessions > 1:
            yield Reason("plan-range", {"low": few.reps.low, "high": few.reps.high})
        if few.reps is not None and few.hold_s is not None:
            yield Reason("plan-held-reps", {"hold": f"{few.hold_s:g}"})
        if few.load_rm is not None:
            yield Reason("plan-load-rm", {"rm": few.load_rm})
        if few.to_limit:
            yield Reason("plan-to-limit")


def _place_in_run(plan: Plan, at: Step, planned: PlannedExercise) -> tuple[int, int]:
    """The place of a session among those that follow each other and ask for the same sets, and their number.

    Sessions without the exercise do not count.
    """
    with_it = [
        (step, one.sets == planned.sets)
        for step in steps_of(plan)
        for one in session_at(plan, *step)[1].exercises
        if one.exercise_id == planned.exercise_id
    ]
    runs = ([step for step, _ in of] for same, of in groupby(with_it, key=_asks_the_same) if same)
    run = list(dict.fromkeys(next(run for run in runs if at in run)))
    return run.index(at), len(run)


def _asks_the_same(session: tuple[Step, bool]) -> bool:
    return session[1]


def _reps_at(place: int, of: int) -> Callable[[Range], int]:
    """The reps of a range by the session's place: the fewest first, the most last."""

    def reps(within: Range) -> int:
        return within.low + round((within.high - within.low) * place / (of - 1)) if of > 1 else within.low

    return reps


def _item(
    planned: PlannedExercise, exercise: Exercise, why: str, reps: Callable[[Range], int]
) -> WorkoutItem:
    return WorkoutItem(
        exercise_id=exercise.id,
        exercise=exercise.name,
        short_name=exercise.short_name,
        side=exercise.side,
        sets=tuple(_target(few, planned, exercise, reps) for few in planned.sets),
        rest_s=planned.rest_s,
        begins_with=exercise.begins_with,
        logs_lean=exercise.logs_lean,
        why=why,
        figure=exercise.figure,
    )


def _target(
    few: PlannedSet, planned: PlannedExercise, exercise: Exercise, reps: Callable[[Range], int]
) -> SetTarget:
    if few.reps is None and few.hold_s is not None:
        return SetTarget(Kind.HOLD, hold_s=few.hold_s, to_limit=few.to_limit)
    tempo = planned.tempo or exercise.tempo or FALLBACK_TEMPO
    if few.hold_s is not None:
        tempo = _held(few.hold_s, exercise.begins_with)
    return SetTarget(Kind.REPS, reps=_count(few, exercise, reps), tempo=tempo, to_limit=few.to_limit)


def _count(few: PlannedSet, exercise: Exercise, reps: Callable[[Range], int]) -> int:
    if few.reps is not None:
        return reps(few.reps)
    if few.load_rm is not None:
        return few.load_rm
    return exercise.dose.reps.high if exercise.dose.reps else FALLBACK_REPS


def _held(hold_s: float, begins_with: Phase) -> Tempo:
    """A rep that is held where its first movement ends: at the top of a lift, at the bottom of a squat."""
    if begins_with is Phase.LIFTING:
        return Tempo(MOVE_S, MOVE_S, MOVE_S, hold_s)
    return Tempo(MOVE_S, hold_s, MOVE_S, MOVE_S)
