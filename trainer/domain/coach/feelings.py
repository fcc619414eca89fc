"""How the body felt, day by day and place by place, as check-ins tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from trainer.domain.checkin import CheckIn
from trainer.domain.session import local_date

WHOLE_BODY = "body"
"""The area of a check-in that speaks of all places."""
BEFORE_D = 7
"""Own rule: the morning that another is compared with is at most so many days before the session."""
SORE_FRESH_D = 1
PAIN_FRESH_D = 7
"""Own rule: what was told counts until it is told anew, and for so many days at most."""

SET_PAIN_FRESH_D = 14
"""Own rule: pain named at the sit bone in a set keeps what bends the hip far away for so long."""

Reading = Mapping[str, int]
"""By place, 0–10; a place that is not in it was not complained of."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """Days with an answer only; on such a day a place that was not named is taken to be at 0."""

    pain: Mapping[date, Reading]
    soreness: Mapping[date, Reading]
    pain_told: Mapping[date, tuple[tuple[datetime, str, int], ...]] = field(default_factory=dict)
    """When each pain was told, where and how much."""

    def pain_on(self, day: date, places: Collection[str]) -> int | None:
        """The worst pain of the places that day; None where nothing was answered."""
        return _worst(self.pain.get(day), places)

    def pain_before(self, day: date, at: datetime, places: Collection[str]) -> int | None:
        """The same on that day up to a time of it, or on the newest answered one of the week before it."""
        early: dict[str, int] = {}
        for told_at, place, level in self.pain_told.get(day, ()):
            if told_at <= at:
                early[place] = max(level, early.get(place, 0))
        if early:
            return _worst(early, places)
        newest = _newest(self.pain, day - timedelta(days=1), BEFORE_D - 1)
        return None if newest is None else self.pain_on(newest, places)

    def pain_now(self, day: date) -> Reading:
        """What was told last, of that day or the week before it."""
        newest = _newest(self.pain, day, PAIN_FRESH_D)
        return {} if newest is None else self.pain[newest]

    def soreness_now(self, day: date, places: Collection[str]) -> int:
        """The worst soreness told on that day, or else on the day before it."""
        newest = _newest(self.soreness, day, SORE_FRESH_D)
        return 0 if newest is None else _worst(self.soreness[newest], places) or 0


def feelings_of(checkins: Iterable[CheckIn]) -> Feelings:
    """The worst of each day and place, left and right as one."""
    pain: dict[date, dict[str, int]] = {}
    soreness: dict[date, dict[str, int]] = {}
    pain_told: dict[date, tuple[tuple[datetime, str, int], ...]] = {}
    for one in checkins:
        day = local_date(one.at, one.time_zone)
        for told, readings in ((one.pain, pain), (one.soreness, soreness)):
            if told is not None:
                of_day = readings.setdefault(day, {})
                of_day[one.area] = max(told, of_day.get(one.area, 0))
        if one.pain is not None:
            pain_told[day] = (*pain_told.get(day, ()), (one.at, one.area, one.pain))
    return Feelings(pain, soreness, pain_told)


def _worst(reading: Reading | None, places: Collection[str]) -> int | None:
    if reading is None:
        return None
    return max(
        (level for place, level in reading.items() if place in places or place == WHOLE_BODY), default=0
    )


def _newest(readings: Mapping[date, Reading], day: date, within_d: int) -> date | None:
    """The newest day with an answer, that day or up to so many days before it."""
    days = (day - timedelta(days=back) for back in range(within_d + 1))
    return next((one for one in days if one in readings), None)
