"""How far along a place's steps one goes, and which exercises that makes (own rules; `rules/hurts.toml`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from trainer.domain.coach.shelf import kneels
from trainer.domain.complaint import Feeling
from trainer.domain.exercise import Exercise
from trainer.domain.hurt import Hurt, HurtPlace
from trainer.domain.rule import Reason

MOST = 7
STEP_D = 14
"""Pain is new for so long, and little pain earns one more step after each as many days."""
LITTLE, SOME = 2, 3
"""The most of little pain, and the pain that stays at two steps."""
SORE = 4
"""Soreness from here on has planned work wait or get easier."""
AT_HAND = frozenset({"mat", "wall", "rail", "box", "ball", "towel", "belt"})
"""What any home has in some form: a carpet, a wall, a chair, a cushion, a towel, a belt."""


def reach(hurt: Hurt, place: HurtPlace) -> int:
    """How many of the place's steps are open, one at least."""
    return _reach(hurt, place)[0]


def reason(hurt: Hurt, place: HurtPlace) -> Reason:
    """Why so many."""
    return _reach(hurt, place)[1]


def routine(
    hurt: Hurt,
    place: HurtPlace,
    exercises: Mapping[str, Exercise],
    owned: Collection[str],
    *,
    kneeling_hurts: bool = False,
) -> list[str]:
    """The exercises of the open steps that can be done, the first step first, seven at most.

    Of what the place would rather have, the rest is left out. What cannot be done is not replaced.
    """
    at_hand = AT_HAND.union(owned)
    open_steps = place.steps[: reach(hurt, place)]
    wanted = [exercises[one] for step in open_steps for one in step if one in exercises]
    able = [
        one.id for one in wanted if at_hand.issuperset(one.equipment) and not (kneeling_hurts and kneels(one))
    ]
    spare = {second for first, second in place.rather if first in able}
    return [one for one in able if one not in spare][:MOST]


def _reach(hurt: Hurt, place: HurtPlace) -> tuple[int, Reason]:
    of = len(place.steps)
    if hurt.feeling is not Feeling.PAIN:
        rule = "hurts-sore-easy" if hurt.level >= SORE else "hurts-sore-little"
        return 1, Reason(rule, {"level": hurt.level})
    if hurt.level > SOME:
        return 1, Reason("hurts-much-first-step", {"level": hurt.level})
    if hurt.since_d is None or hurt.since_d < STEP_D:
        return 1, Reason("hurts-first-step", {"level": hurt.level})
    rule = "hurts-more-steps" if hurt.level <= LITTLE else "hurts-two-steps"
    steps = min(of, 1 + hurt.since_d // STEP_D if hurt.level <= LITTLE else 2)
    return steps, Reason(rule, {"level": hurt.level, "days": hurt.since_d, "steps": steps, "of": of})
