"""Dates and times as other programs write them, in several languages and never with a guess of the order."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from trainer.exchange.cells import Wrong, shown

NOON = 12
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?(?: ?(?P<half>[ap])\.? ?m\.?)?"
)
_ISO = re.compile(
    rf"(?P<year>\d{{4}})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)"
    rf"(?:[t ,]+{_CLOCK} ?(?P<zone>z|utc|gmt|[+-]\d\d:?\d\d)?)?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>\d\d?)(?:\.| de)? (?P<name>[^\W\d]+)\.?(?: de)?,? (?P<year>\d{{4}})"
    rf"(?:,? (?:at |um |à )?{_CLOCK})?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<name>[^\W\d]+)\.? (?P<day>\d\d?),? (?P<year>\d{{4}})(?:,? (?:at )?{_CLOCK})?"
)
# The first letters that tell a month, folded: English, German, French, Spanish, Italian, Portuguese, Dutch.
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev"),
    ("mar", "maerz", "mrz", "maa", "mrt"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic"),
)
_OLDEST, _NEWEST = 1901, 2199  # a year less than our own files take, for zones and long sessions


@lru_cache(maxsize=512)
def written_time(what: str, cell: str) -> datetime:
    """The moment a cell writes: without a zone unless it names one, at noon where it names only the day.

    Takes `2026-01-31 18:30:00` (with `Z`, an offset, or AM and PM), `9 Apr 2026, 17:18`,
    `Apr 9, 2026, 5:18 PM`, and these with months in some languages. Raises Wrong, also for `03/04/2026`.
    """
    plain = " ".join(unicodedata.normalize("NFKC", cell).casefold().split())
    for form in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        if plain.isprintable() and len(plain) < 60 and (match := form.fullmatch(plain)):
            return _moment(what, cell, match.groupdict())
    raise Wrong(f"{what} is a time like 2026-01-31 18:30:00, not {shown(cell)}")


def _moment(what: str, cell: str, parts: dict[str, str | None]) -> datetime:
    month = _month(parts["name"]) if parts.get("name") else int(parts["month"] or 0)
    try:
        moment = datetime(  # noqa: DTZ001  the zone is known later, or stands behind
            int(parts["year"] or 0),
            month,
            int(parts["day"] or 0),
            _hour(parts),
            int(parts["minute"] or 0),
            int(parts["second"] or 0),
        )
        if parts.get("zone"):
            moment = moment.replace(tzinfo=UTC) - _offset(parts["zone"] or "")
    except (ValueError, OverflowError):
        raise Wrong(f"{what} {shown(cell)} is no day or hour there is") from None
    if not _OLDEST <= moment.year < _NEWEST:
        raise Wrong(f"{what} {shown(cell)} is not in our time")
    return moment


def _hour(parts: dict[str, str | None]) -> int:
    if parts["hour"] is None:
        return NOON
    hour = int(parts["hour"])
    if parts["half"] is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("an hour of half a day")
    return hour % 12 + (12 if parts["half"] == "p" else 0)


def _offset(zone: str) -> timedelta:
    if zone in ("z", "utc", "gmt"):
        return timedelta()
    digits = zone[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        raise ValueError("an offset of a day")
    return -offset if zone[0] == "-" else offset


def _month(name: str | None) -> int:
    """1 to 12; 0 for what is none."""
    split = unicodedata.normalize("NFKD", name or "")
    plain = "".join(letter for letter in split if not unicodedata.combining(letter))
    known = (
        number for number, starts in enumerate(_MONTHS, 1) for start in starts if plain.startswith(start)
    )
    return next(known, 0)


def in_utc(moment: datetime, time_zone: str, *, utc: bool) -> datetime:
    """The moment in UTC: by its own zone, as UTC where it is said to be, else by the zone's clock."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC if utc else ZoneInfo(time_zone))
    return moment.astimezone(UTC).replace(microsecond=0)
