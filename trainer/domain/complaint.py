"""A complaint: what hurts, where, how much, since when, and what the questions before a routine came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trainer.domain.exercise import Side
from trainer.domain.proposal import Page


class Feeling(StrEnum):
    PAIN = "pain"
    SORENESS = "soreness"
    TIGHTNESS = "tightness"


@dataclass(frozen=True, slots=True)
class Complaint:
    """`level` is 0–10; `since_d` days, None where not said; `flags` the red flags answered with yes.

    `suspect` has every pain there count as the pain table's last column. `page` is where it ended, or None
    for a routine. It holds until `ended_at`.
    """

    id: str
    at: datetime
    time_zone: str
    area: str
    side: Side
    feeling: Feeling
    level: int
    since_d: int | None = None
    flags: tuple[str, ...] = ()
    suspect: bool = False
    page: Page | None = None
    ended_at: datetime | None = None

    @property
    def stops(self) -> bool:
        """Whether nothing is trained while it is open: it ended on a page, or is suspect."""
        return self.page is not None or self.suspect
