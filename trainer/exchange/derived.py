"""Ids for what has none in its file: made from its content, so that the same content has the same id."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from uuid import UUID

_RANDOM_BITS = 74
_SEPARATOR = "\x1f"


def derived_id(at: datetime, *parts: str) -> str:
    """An id shaped as ours are (UUIDv7: sorted by `at`) whose random bits are a SHA-256 of the parts.

    `at` counts as UTC where it has no zone. Two ids are equal when the moment and the parts are.
    """
    moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    milliseconds = max(0, int(moment.timestamp() * 1000))
    return _shaped(milliseconds, parts)


def exercise_id_of(name: str) -> str:
    """The id of an exercise of one's own that is known by its name alone, in whatever file it stands."""
    return _shaped(0, ("exercise", " ".join(name.split()).casefold()))


def _shaped(milliseconds: int, parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest, "big") >> (256 - _RANDOM_BITS)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return str(UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))
