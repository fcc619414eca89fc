"""One run against the longest of the 30 days before it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from trainer.domain.run import Run
from trainer.domain.session import local_date

DAYS_BEFORE = 30
_METRES = 1000


class Band(Enum):
    """How much longer a run was, in the bands of frandsen2025."""

    UP_TO_10 = 10
    UP_TO_30 = 30
    UP_TO_100 = 100
    OVER_100 = 0


@dataclass(frozen=True, slots=True)
class Lengthening:
    """`percent` is 100 × (km ÷ longest km − 1), below 0 for a shorter run."""

    longest_km: float
    percent: float
    band: Band

    @property
    def pointed_out(self) -> bool:
        """Whether the run is over 110 % of the longest before it."""
        return self.band is not Band.UP_TO_10


def lengthenings(runs: Iterable[Run]) -> dict[str, Lengthening]:
    """By run id: each run against the longest that began before it, on its local day or the 30 before.

    Unit: per cent. Formula: 100 × (km ÷ longest km − 1), in whole metres, so that exactly 110 % is not
    over it. Source: frandsen2025, whose bands end at 10, 30 and 100 %. That "30 days" are local days, and
    that an earlier run of the same day counts, is this app's own reading. Runs without a distance, and
    those with no run in the 30 days before, have no entry: there is nothing to compare them with.
    """
    found: dict[str, Lengthening] = {}
    longest: deque[tuple[int, int]] = deque()  # day and metres; the metres fall, the first is the longest
    measured = (run for run in runs if run.distance_km)
    for run in sorted(measured, key=lambda r: (local_date(r.started_at, r.time_zone), r.started_at, r.id)):
        day = local_date(run.started_at, run.time_zone).toordinal()
        metres = round((run.distance_km or 0) * _METRES)
        while longest and day - longest[0][0] > DAYS_BEFORE:
            longest.popleft()
        if longest and metres:
            found[run.id] = _against(metres, longest[0][1])
        while longest and longest[-1][1] <= metres:
            longest.pop()
        if metres:
            longest.append((day, metres))
    return found


def _against(metres: int, longest: int) -> Lengthening:
    return Lengthening(longest / _METRES, 100 * (metres / longest - 1), _band(metres, longest))


def _band(metres: int, longest: int) -> Band:
    for band in (Band.UP_TO_10, Band.UP_TO_30, Band.UP_TO_100):
        if 100 * metres <= (100 + band.value) * longest:
            return band
    return Band.OVER_100
