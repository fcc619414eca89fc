"""Whether two records tell of one run: a watch's file and a site's list do so a little apart."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import datetime, timedelta

from trainer.domain.run import Run

STARTS_WITHIN = timedelta(minutes=3)
DISTANCE_WITHIN = 0.05
_LONGEST = timedelta(days=2)


def same_run(one: Run, other: Run) -> bool:
    """Own rule: started within 3 minutes of each other, or under way together for half of the shorter one's
    time, and with distances within 5 % of the longer; an unknown distance speaks neither for nor against.
    """
    together = abs(one.started_at - other.started_at) <= STARTS_WITHIN or _overlap(one, other)
    return together and _as_far(one.distance_km, other.distance_km)


def _overlap(one: Run, other: Run) -> bool:
    if not one.duration_s or not other.duration_s:
        return False
    begin = max(one.started_at, other.started_at)
    end = min(_end(one), _end(other))
    return (end - begin).total_seconds() * 2 >= min(one.duration_s, other.duration_s)


def _end(run: Run) -> datetime:
    return run.started_at + timedelta(seconds=run.duration_s or 0)


def _as_far(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return True
    return abs(one - other) <= DISTANCE_WITHIN * max(one, other)


class RunsSeen:
    """Runs by their start, to look up whether one is among them."""

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._runs = sorted(runs, key=_start)

    def has(self, run: Run) -> bool:
        """Whether the same run is among them, whatever its id."""
        first = bisect_left(self._runs, run.started_at - _LONGEST, key=_start)
        last = bisect_left(self._runs, run.started_at + _LONGEST, key=_start)
        return any(same_run(run, self._runs[place]) for place in range(first, last))

    def add(self, run: Run) -> None:
        """Counts this one in from now on."""
        insort(self._runs, run, key=_start)


def _start(run: Run) -> datetime:
    return run.started_at
