"""What was done in a session, as what to do again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from trainer.domain.arranging import arranged
from trainer.domain.exercise import Exercise, Kind
from trainer.domain.session import SetLog, SetStatus
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem
from trainer.services.trial import least_of

WHY = "As you did it in that session."


def items_of(
    course: Workout | None, rows: Iterable[SetLog], known: Mapping[str, Exercise]
) -> tuple[WorkoutItem, ...]:
    """The exercises that were done, in the order they were begun, each set asking for what was done in it.

    Of two sides the weaker one counts (own rule). The rest is the one that was planned, the side that of the
    `course` where it chose one. What was skipped, and exercises that are not `known`, are left out.
    """
    done = [row for row in rows if row.status in (SetStatus.DONE, SetStatus.PARTIAL) and _amount(row)]
    by_exercise: dict[tuple[str, str], list[SetLog]] = {}
    for row in done:
        by_exercise.setdefault((row.exercise_id, row.group), []).append(row)
    items = [
        _item(known[exercise_id], group, ours, course)
        for (exercise_id, group), ours in by_exercise.items()
        if exercise_id in known
    ]
    return arranged(_together(items))


def _together(items: Sequence[WorkoutItem]) -> list[WorkoutItem]:
    """The members of each group side by side, where its first one stands."""
    firsts = {item.group: at for at, item in reversed(list(enumerate(items))) if item.group}
    placed = [(firsts.get(item.group, at), at, item) for at, item in enumerate(items)]
    return [item for _, _, item in sorted(placed, key=_place)]


def _place(placed: tuple[int, int, WorkoutItem]) -> tuple[int, int]:
    return placed[0], placed[1]


def _item(exercise: Exercise, group: str, rows: Sequence[SetLog], course: Workout | None) -> WorkoutItem:
    least = least_of(exercise, WHY)
    sets = [list(sides) for _, sides in groupby(sorted(rows, key=_set_index), key=_set_index)]
    targets = [_target(min(sides, key=_amount), exercise, least.sets[0]) for sides in sets]
    rests = [row.rest_s for row in rows if row.rest_s is not None]
    item = replace(
        least,
        sets=tuple(sorted(targets, key=_works)),
        rest_s=rests[0] if rests else least.rest_s,
        group=group,
    )
    if not any(not target.warm_up for target in targets):
        item = replace(item, sets=tuple(replace(target, warm_up=False) for target in targets))
    planned = next((one for one in course.items if one.exercise_id == exercise.id), None) if course else None
    if planned is not None and planned.own_side:
        item = replace(item, side=planned.side, own_side=True)
    return item


def _target(row: SetLog, exercise: Exercise, least: SetTarget) -> SetTarget:
    if exercise.kind is Kind.HOLD:
        target = replace(least, hold_s=row.hold_s or least.hold_s)
    else:
        tempo = row.target.tempo or _tempo(row.tempo) or least.tempo
        target = replace(least, reps=row.reps or least.reps, tempo=tempo, own_pace=row.target.own_pace)
    return replace(target, load_kg=row.load_kg, to_limit=row.target.to_limit, warm_up=row.warm_up)


def _tempo(text: str) -> Tempo | None:
    try:
        return Tempo.parse(text)
    except ValueError:
        return None


def _amount(row: SetLog) -> float:
    return float(row.reps or row.hold_s or 0)


def _set_index(row: SetLog) -> int:
    return row.set_index


def _works(target: SetTarget) -> bool:
    return not target.warm_up
