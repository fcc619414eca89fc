from __future__ import annotations

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from tests.fakes import FakeClock
from trainer.domain.clock import Clock
from trainer.services.clock import SteadyClock, SystemClock


def test_the_clocks_run_forward() -> None:
    clock: Clock = SystemClock()
    assert clock.monotonic() <= clock.monotonic()
    assert clock.awake_and_asleep() <= clock.awake_and_asleep()


def test_the_wall_clock_is_utc_to_the_second() -> None:
    now = SystemClock().utc_now()
    assert now.tzinfo is UTC
    assert now.microsecond == 0


def test_the_zone_is_one_that_is_known() -> None:
    assert ZoneInfo(SystemClock().time_zone())


def test_a_steady_clock_counts_sleep_and_heeds_no_setting_of_the_wall() -> None:
    wall = FakeClock()
    clock: Clock = SteadyClock(wall)
    began = clock.utc_now()
    assert began == wall.utc_now()
    wall.advance(60)
    wall.set_wall(-1e6)
    wall.sleep(3600)
    assert clock.utc_now() - began == timedelta(seconds=3660)
    assert (clock.monotonic(), clock.awake_and_asleep(), clock.time_zone()) == (60, 3660, "Europe/Berlin")
