from __future__ import annotations

from datetime import UTC, datetime

from tests.store.samples import wall
from trainer.domain.wall import moment_of, wall_time, zone_of

BERLIN = "Europe/Berlin"


def test_the_wall_shows_the_zones_time_and_leads_back() -> None:
    at = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert wall_time(at, BERLIN) == wall(2026, 7, 2, 0, 30)
    assert moment_of(wall(2026, 7, 2, 0, 30), BERLIN) == at


def test_a_clock_set_back_means_the_first_of_the_two() -> None:
    assert moment_of(wall(2026, 10, 25, 2, 30), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_unknown_zone_is_utc() -> None:
    assert zone_of("Not/There").key == zone_of("../etc/passwd").key == "UTC"
    assert moment_of(wall(2026, 7, 2, 0, 30), "") == datetime(2026, 7, 2, 0, 30, tzinfo=UTC)
