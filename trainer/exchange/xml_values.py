"""Numbers and times as GPX and TCX write them; what cannot be read is unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

_NUMBER = re.compile(r"[+-]?\d{1,12}(?:\.\d{0,20})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)


def number(text: str) -> float | None:
    """A decimal number."""
    return float(text) if _NUMBER.fullmatch(text) else None


@lru_cache(maxsize=8)
def moment(text: str) -> datetime | None:
    """A time in UTC; one that names no zone is UTC, as both formats say."""
    if _TIME.fullmatch(text) is None:
        return None
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def place(attributes: Mapping[str, str]) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, from `lat` and `lon`."""
    lat, lon = number(attributes.get("lat", "")), number(attributes.get("lon", ""))
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    return lat, lon
