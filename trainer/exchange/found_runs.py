"""Runs as other programs' files tell of them, brought into our form."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import isfinite
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trainer.domain.run import Run
from trainer.exchange.cells import LONGEST_NOTE, Wrong
from trainer.exchange.derived import derived_id

LONGEST_M = 10_000_000
LONGEST_S = 100 * 86_400
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_HOUR_S = 3600


def found_run(
    source: str,
    started_at: datetime,
    zone: str,
    *,
    distance_m: float | None,
    duration_s: float | None,
    kind: str = "",
    note: str = "",
    key: str = "",
) -> Run:
    """The run in our units: km to the metre, whole seconds, UTC to the second; nothing covered is unknown.

    Its id follows from its start, `source` and `key`, or the distance where the file has no key, so that a
    second import finds it again. Raises Wrong for what no run can be.
    """
    at = _moment(started_at)
    metres = _within("distance", distance_m, LONGEST_M, "m")
    seconds = _within("time", duration_s, LONGEST_S, "s")
    if metres is None and seconds is None:
        raise Wrong("it has neither a distance nor a time")
    identity = key or ("" if metres is None else str(round(metres)))
    return Run(
        id=derived_id(at, "run", source, identity),
        started_at=at,
        time_zone=zone,
        distance_km=None if metres is None else round(metres) / 1000,
        duration_s=None if seconds is None else float(round(seconds)),
        kind=kind,
        source=source,
        note=note.replace("\0", "").strip()[:LONGEST_NOTE],
    )


def _moment(at: datetime) -> datetime:
    try:
        moment = at.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise Wrong("its start is no day there is") from None
    if not _FIRST_YEAR <= moment.year < _LAST_YEAR:
        raise Wrong("its start is not in our time")
    return moment


def _within(what: str, value: float | None, most: float, unit: str) -> float | None:
    if value is None or value == 0:
        return None
    if not isfinite(value) or not 0 < value <= most:
        raise Wrong(f"its {what} of {value:g} {unit} is none that can be run")
    return value if round(value) else None


def zone_at(at: datetime, offset_s: int | None, home: str) -> str:
    """The zone a run happened in: `home`, unless the watch's clock was set to other whole hours then.

    Own rule: a watch tells how far its clock was from UTC but not where; `Etc/GMT-2` keeps the day right.
    """
    if offset_s is None or offset_s % _HOUR_S or not -12 <= offset_s // _HOUR_S <= 14:
        return home
    try:
        if at.astimezone(ZoneInfo(home)).utcoffset() == timedelta(seconds=offset_s):
            return home
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        return home
    hours = offset_s // _HOUR_S
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


def left_out(count: int) -> tuple[str, ...]:
    """The sentence about activities of other sports; none where there are none."""
    if not count:
        return ()
    return (
        "1 activity is not a run and was left out."
        if count == 1
        else f"{count:,} activities are not runs and were left out.",
    )
