"""How the body felt, day by day and place by place, as check-ins tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.domain.checkin import CheckIn
from trainer.domain.session import local_date

WHOLE_BODY = "body"
"""The area of a check-in that speaks of all places."""
BEFORE_D = 7
"""Own rule: the morning that another is compared with is at most so many days before the session."""
SORE_FRESH_D = 1
PAIN_FRESH_D = 7
"""Own rule: what was told counts until it is told anew, and for so many days at most."""

Reading = Mapping[str, int]
"""By place, 0–10; a place that is not in it was not complained of."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """Days with an answer only; on such a day a place that was not named is taken to be at 0."""

    pain: Mapping[date, Reading]
    soreness: Mapping[date, Reading]

    def pain_on(self, day: date, places: Collection[str]) -> int | None:
        """The worst pain of the places that day; None where nothing was answered."""
        return _worst(self.pain.get(day), places)

    def pain_before(self, day: date, places: Collection[str]) -> int | None:
        """The same on that day or the newest answered one of the week before it."""
        newest = _newest(self.pain, day, BEFORE_D)
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
    for one in checkins:
        day = local_date(one.at, one.time_zone)
        for told, readings in ((one.pain, pain), (one.soreness, soreness)):
            if told is not None:
                of_day = readings.setdefault(day, {})
                of_day[one.area] = max(told, of_day.get(one.area, 0))
    return Feelings(pain, soreness)


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
