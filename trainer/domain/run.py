"""A run that was done, from a file or by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """Distance in km, duration in s, effort 0–10; `source` says where it came from (`hand`, `csv`, …)."""

    id: str
    started_at: datetime
    time_zone: str
    distance_km: float | None = None
    duration_s: float | None = None
    effort: float | None = None
    kind: str = ""
    source: str = ""
    note: str = ""
    import_batch: str = ""
