"""What open complaints hold back: the exercises that a place's file names, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from trainer.domain.coach.places import places_of
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Exercise
from trainer.domain.first_steps import SORE, reach
from trainer.domain.hurt import Hurt, HurtPlace
from trainer.domain.pain import PLACES
from trainer.domain.rule import Numbers, Reason
from trainer.domain.session import local_date

SORE_D = 2
"""Soreness has work wait for 48 hours."""
_LABELS = {place.id: place.label for place in PLACES}


def held_back(
    complaints: Iterable[Complaint],
    places: Mapping[str, HurtPlace],
    day: date | None = None,
    known: Mapping[str, Exercise] | None = None,
) -> dict[str, Reason]:
    """By exercise id, why it waits on `day` (whenever: None); where several hold it, the worst one.

    Of the `known` exercises those wait, too, that are harder than the steps that are reached.

    Pain holds until it is ended, soreness for two days, tightness nothing; nor does what is over, or a place
    that is not known.
    """
    held: dict[str, Reason] = {}
    for complaint in sorted(complaints, key=_least_first):
        place = places.get(complaint.area)
        if place is not None and complaint.ended_at is None:
            held.update(_held_by(complaint, place, day, known or {}))
    return held


def waits(hurt: Hurt, place: HurtPlace) -> tuple[list[str], list[str]]:
    """The ids that wait while it hurts like this: those the place names, and later steps."""
    if hurt.feeling is Feeling.TIGHTNESS or (hurt.feeling is Feeling.SORENESS and hurt.level < SORE):
        return [], []
    steps = reach(hurt, place)
    opened = {one for step in place.steps[:steps] for one in step}
    named = [one for one in place.hold_back_exercises if one not in opened]
    later = [one for step in place.steps[steps:] for one in step if one not in named]
    return named, later if hurt.feeling is Feeling.PAIN else []


def harder(hurt: Hurt, place: HurtPlace, known: Mapping[str, Exercise]) -> list[str]:
    """The ids that load the place at a higher level than the steps that are reached, or follow a later step.

    None for what is no pain, where all steps are reached, and of those that the place itself names.
    """
    steps = reach(hurt, place)
    if hurt.feeling is not Feeling.PAIN or steps >= len(place.steps):
        return []
    levels = [known[one].level for step in place.steps[:steps] for one in step if one in known]
    named = {*place.hold_back_exercises, *(one for step in place.steps for one in step)}
    most = max(levels, default=max(one.level for one in known.values()) if known else 0)
    after = _after({one for step in place.steps[steps:] for one in step}, known)
    return [
        one.id
        for one in known.values()
        if one.id not in named and (one.id in after or (place.id in places_of(one) and one.level > most))
    ]


def _after(steps: Collection[str], known: Mapping[str, Exercise]) -> set[str]:
    """All of the same kind of work that is harder than one of these on its ladder."""
    found: set[str] = set()
    asked = list(steps)
    while asked:
        exercise = known.get(asked.pop())
        if exercise is None:
            continue
        new = [one for one in exercise.harder if one not in found and _alike(known.get(one), exercise)]
        found.update(new)
        asked += new
    return found


def _alike(one: Exercise | None, other: Exercise) -> bool:
    return one is not None and (one.region, one.dominance) == (other.region, other.dominance)


def hurt_of(complaint: Complaint) -> Hurt:
    """What was told when it was kept."""
    return Hurt(
        complaint.area,
        complaint.feeling,
        complaint.level,
        complaint.side,
        complaint.since_d,
        complaint.flags,
    )


def _held_by(
    complaint: Complaint, place: HurtPlace, day: date | None, known: Mapping[str, Exercise]
) -> dict[str, Reason]:
    told = local_date(complaint.at, complaint.time_zone)
    sore = complaint.feeling is Feeling.SORENESS
    until = told + timedelta(days=SORE_D if sore else place.look_again_d)
    if sore and day is not None and day >= until:
        return {}
    numbers: Numbers = {
        "place": _LABELS.get(place.id, place.id),
        "level": complaint.level,
        "day": told.isoformat(),
        "until": until.isoformat(),
    }
    hurt = hurt_of(complaint)
    named, later = waits(hurt, place)
    rule = "hurts-sore-held" if sore else "hurts-held"
    return {
        **dict.fromkeys(harder(hurt, place, known), Reason("hurts-harder", numbers)),
        **dict.fromkeys(later, Reason("hurts-later-step", numbers)),
        **dict.fromkeys(named, Reason(rule, numbers)),
    }


def _least_first(complaint: Complaint) -> tuple[bool, int]:
    return complaint.feeling is Feeling.PAIN, complaint.level
