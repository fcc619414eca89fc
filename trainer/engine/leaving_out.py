"""Taking the coming sets of an exercise out of a session that runs, and putting them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trainer.engine.timeline import Step, StepKind


def coming_of(steps: Sequence[Step], index: int, exercise_id: str) -> list[Step]:
    """The steps of an exercise that have not begun, as step `index` is under way.

    The rest after the set under way stays; a get-ready or change of sides under way is one of them.
    """
    here = steps[index]
    rest_stays = here.kind is not StepKind.GET_READY
    return [
        step
        for step in steps[index:]
        if step.item.exercise_id == exercise_id
        and (step is not here or step.kind in (StepKind.GET_READY, StepKind.CHANGE_SIDES))
        and not (rest_stays and step.kind is StepKind.REST and step.set_index == here.set_index)
    ]


def without(steps: Sequence[Step], gone: Sequence[Step]) -> list[Step]:
    """The steps but those, numbered anew."""
    planned = {step.at_s for step in gone}
    return numbered([step for step in steps if step.at_s not in planned])


def together(steps: Sequence[Step], again: Sequence[Step]) -> list[Step]:
    """Both in the order of the plan, numbered anew."""
    return numbered(sorted([*steps, *again], key=_planned_at))


def _planned_at(step: Step) -> float:
    return step.at_s


def numbered(steps: Iterable[Step]) -> list[Step]:
    """The steps with their places as they now are."""
    return [replace(step, index=index) for index, step in enumerate(steps)]
