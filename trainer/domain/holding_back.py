"""What open complaints hold back: the exercises that a place's file names, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.first_steps import SORE, reach
from trainer.domain.hurt import Hurt, HurtPlace
from trainer.domain.pain import PLACES
from trainer.domain.rule import Numbers, Reason
from trainer.domain.session import local_date

SORE_D = 2
"""Soreness has work wait for 48 hours."""
_LABELS = {place.id: place.label for place in PLACES}


def held_back(
    complaints: Iterable[Complaint], places: Mapping[str, HurtPlace], day: date | None = None
) -> dict[str, Reason]:
    """By exercise id, why it waits on `day` (whenever: None); where several hold it, the worst one.

    Pain holds until it is ended, soreness for two days, tightness nothing; nor does what is over, or a place
    that is not known.
    """
    held: dict[str, Reason] = {}
    for complaint in sorted(complaints, key=_least_first):
        place = places.get(complaint.area)
        if place is not None and complaint.ended_at is None:
            held.update(_held_by(complaint, place, day))
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


def _held_by(complaint: Complaint, place: HurtPlace, day: date | None) -> dict[str, Reason]:
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
    named, later = waits(hurt_of(complaint), place)
    rule = "hurts-sore-held" if sore else "hurts-held"
    return {
        **dict.fromkeys(later, Reason("hurts-later-step", numbers)),
        **dict.fromkeys(named, Reason(rule, numbers)),
    }


def _least_first(complaint: Complaint) -> tuple[bool, int]:
    return complaint.feeling is Feeling.PAIN, complaint.level
