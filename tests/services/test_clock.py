from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from trainer.domain.clock import Clock
from trainer.services.clock import SystemClock


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
