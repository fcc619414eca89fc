"""A check-in: how an area of the body feels, soreness kept apart from pain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from trainer.domain.exercise import Side


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Soreness, pain and tightness, 0–10 each, None where not asked or not answered."""

    id: str
    at: datetime
    time_zone: str
    area: str
    side: Side
    soreness: int | None = None
    pain: int | None = None
    tightness: int | None = None
    note: str = ""
    import_batch: str = ""
