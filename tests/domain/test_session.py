from __future__ import annotations

from datetime import UTC, date, datetime

from trainer.domain.session import local_date


def test_the_day_is_the_one_where_it_happened() -> None:
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert local_date(at, "Europe/Berlin") == date(2026, 11, 23)
    assert local_date(at, "America/New_York") == date(2026, 11, 22)


def test_an_unknown_zone_counts_as_utc() -> None:
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    for zone in ("Mars/Olympus", "", "../etc/passwd", "UTC+1"):
        assert local_date(at, zone) == date(2026, 11, 22)
