"""Ids for what has none in its file: made from its content, so that the same content has the same id."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import lru_cache

_SEPARATOR = "\x1f"


def derived_id(at: datetime, *parts: str) -> str:
    """An id shaped as ours are (UUIDv7: sorted by `at`) whose random bits are a SHA-256 of the parts.

    `at` counts as UTC where it has no zone. Two ids are equal when the moment and the parts are.
    """
    moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    milliseconds = max(0, int(moment.timestamp() * 1000))
    return _shaped(milliseconds, parts)


@lru_cache(maxsize=4096)
def exercise_id_of(name: str) -> str:
    """The id of an exercise of one's own that is known by its name alone, in whatever file it stands."""
    return _shaped(0, ("exercise", " ".join(name.split()).casefold()))


def _shaped(milliseconds: int, parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    variant = "89ab"[int(digest[3], 16) & 3]
    time = f"{milliseconds:012x}"[-12:]
    return f"{time[:8]}-{time[8:]}-7{digest[:3]}-{variant}{digest[4:7]}-{digest[7:19]}"
