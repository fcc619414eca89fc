"""The questions that come before any routine, and the page that the answers lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.hurt import Hurt, HurtPlace, RedFlag
from trainer.domain.pain import Clinician, Limits, answer_to
from trainer.domain.proposal import Page
from trainer.domain.rule import Numbers, Reason
from trainer.domain.session import local_date

RISING_D, UNCHANGED_D = 14, 28
_URGENCY = (Page.EMERGENCY, Page.TODAY, Page.SOON)


def questions(place: HurtPlace, feeling: Feeling) -> tuple[RedFlag, ...]:
    """What is asked of this feeling there: the place's own first, without what these cover."""
    asked = [flag for flag in place.flags if feeling in flag.asked_of]
    covered = {one for flag in asked for one in flag.covers}
    return tuple(flag for flag in asked if flag.id not in covered)


def answered_yes(place: HurtPlace, hurt: Hurt) -> tuple[RedFlag, ...]:
    """The flags that were answered with yes, in the order they are asked.

    Also those that another feeling would have been asked: a yes is never passed over.
    """
    return tuple(flag for flag in place.flags if flag.id in hurt.flags)


def page_of(flags: Iterable[RedFlag]) -> Page | None:
    """The most urgent page of these flags; None without any."""
    pages = {flag.page for flag in flags}
    return next((page for page in _URGENCY if page in pages), None)


def told_before(hurt: Hurt, complaints: Sequence[Complaint]) -> list[Complaint]:
    """What was told of this pain before without its having been fine since, the newest first."""
    same = [
        one
        for one in complaints
        if (one.area, one.side, one.feeling) == (hurt.place_id, hurt.side, hurt.feeling)
    ]
    chain: list[Complaint] = []
    ended: datetime | None = None
    for one in sorted(same, key=_at, reverse=True):
        if one.ended_at != ended:
            break
        chain.append(one)
        ended = one.at
    return chain


def course(hurt: Hurt, before: Sequence[Complaint], now: datetime) -> Reason | None:
    """Why the pain's course since it was first told asks for a clinician, or None."""
    if hurt.feeling is not Feeling.PAIN or not hurt.level:
        return None
    for one in before:
        age = now - one.at
        numbers: Numbers = {
            "before": one.level,
            "level": hurt.level,
            "day": local_date(one.at, one.time_zone).isoformat(),
        }
        if age >= timedelta(days=RISING_D) and one.level < hurt.level:
            return Reason("hurts-rising", numbers)
        if age >= timedelta(days=UNCHANGED_D) and one.level <= hurt.level:
            return Reason("hurts-unchanged", numbers)
    return None


def too_much(hurt: Hurt) -> bool:
    """Whether the pain by itself is one to show a clinician, by the pain table."""
    return hurt.feeling is Feeling.PAIN and answer_to(hurt.level, hurt.place_id).clinician is not Clinician.NO


def beyond(hurt: Hurt, limits: Limits) -> bool:
    """Whether nothing is trained with so much pain, by the pain table as one has tightened it."""
    return hurt.feeling is Feeling.PAIN and answer_to(hurt.level, hurt.place_id, limits).stop


def _at(complaint: Complaint) -> datetime:
    return complaint.at
