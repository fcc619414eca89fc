"""The morning after: unchanged, worse, or not answered; and what two worse ones, or two weeks, come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.feelings import Feelings
from trainer.domain.coach.reasons import because, place_label
from trainer.domain.pain import PLACES, Limits
from trainer.domain.rule import Reason

WEEK = timedelta(days=7)
RISING_LEAST = 1
"""How much higher the second week's average pain is at least, to count as rising (own rule)."""
RISING_READINGS = 2
"""How many days of each of the two weeks need an answer for it."""


class After(StrEnum):
    UNCHANGED = "unchanged"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Morning:
    """How the morning after a session was, with the pain of the mornings it was judged by."""

    after: After
    pain: int | None = None
    before: int | None = None


def morning_after(exposure: Exposure, feelings: Feelings, places: Collection[str], limits: Limits) -> Morning:
    """Pain on the next day against that of the session's own morning, or of the last answered one.

    What was told after the session began is what it did, and nothing to compare with.

    Where nothing was answered before, pain that one may progress with counts as unchanged (own rule).
    """
    concerned = {*places, *(place for _, place in exposure.pains if place)}
    pain = feelings.pain_on(exposure.day + timedelta(days=1), concerned)
    before = feelings.pain_before(exposure.day, exposure.at, concerned)
    if pain is None:
        return Morning(After.UNKNOWN, before=before)
    if before is None:
        return Morning(After.UNCHANGED if pain <= limits.progress else After.UNKNOWN, pain)
    return Morning(After.WORSE if pain > before else After.UNCHANGED, pain, before)


def worse_twice(
    exposures: Sequence[Exposure], feelings: Feelings, places: Collection[str], limits: Limits, day: date
) -> Reason | None:
    """Whether the mornings after the last two sessions were worse, and none since was as good as before."""
    if len(exposures) < 2:
        return None
    first, second = (morning_after(one, feelings, places, limits) for one in exposures[-2:])
    if not first.after is second.after is After.WORSE:
        return None
    since = exposures[-1].day + timedelta(days=2)
    settled = any(
        (feelings.pain_on(later, places) or 0) <= (first.before or 0)
        for later in feelings.pain
        if since <= later <= day
    )
    if settled:
        return None
    pains = {"first": first.pain or 0, "second": second.pain or 0}
    return because("pain-worse-twice", before=first.before or 0, **pains)


def rising(feelings: Feelings, sets: Iterable[Exposure], day: date, limits: Limits) -> Reason | None:
    """Whether pain of one place rose over the two weeks up to that day."""
    since = day - 2 * WEEK
    days = [of_day for of_day in feelings.pain if since < of_day <= day]
    hurt = {place for of_day in days for place, pain in feelings.pain[of_day].items() if pain}
    of_sets = [(one.day, *told) for one in sets if since < one.day <= day for told in one.pains if told[0]]
    hurt |= {place for _, _, place in of_sets}
    for place in (place.id for place in PLACES if place.id in hurt):
        pains = {of_day: feelings.pain_on(of_day, (place,)) or 0 for of_day in days}
        for of_day, pain, at in of_sets:
            if at == place:
                pains[of_day] = max(pain, pains.get(of_day, 0))
        found = _rose(pains, day, limits)
        if found is not None:
            return because("pain-rising", place=place_label(place), first=found[0], second=found[1])
    return None


def _rose(pains: dict[date, int], day: date, limits: Limits) -> tuple[float, float] | None:
    """The averages of the two weeks where the second is higher, its newest day the worst, and it lasted."""
    earlier = [pain for of_day, pain in pains.items() if of_day <= day - WEEK]
    later = [pain for of_day, pain in pains.items() if of_day > day - WEEK]
    if min(len(earlier), len(later)) < RISING_READINGS or not any(earlier):
        return None
    newest = pains[max(pains)]
    averages = sum(earlier) / len(earlier), sum(later) / len(later)
    rose = averages[1] - averages[0] >= RISING_LEAST
    lasting = newest > limits.progress and newest >= max(pains.values())
    return (round(averages[0], 1), round(averages[1], 1)) if rose and lasting else None
