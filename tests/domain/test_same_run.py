from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from trainer.domain.run import Run
from trainer.domain.same_run import RunsSeen, same_run

AT = datetime(2026, 6, 30, 6, tzinfo=UTC)


def run(minutes: float = 0, km: float | None = 10, duration: float | None = 50) -> Run:
    seconds = None if duration is None else duration * 60
    return Run(f"{minutes}-{km}", AT + timedelta(minutes=minutes), "UTC", distance_km=km, duration_s=seconds)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (run(), True),
        (run(3), True),
        (run(-3), True),
        (run(3.1, duration=None), False),
        (run(20), True),  # 30 of 50 minutes together
        (run(25), True),  # exactly half
        (run(26), False),
        (run(60), False),
        (run(1, km=9.5), True),
        (run(1, km=9.49), False),
        (run(1, km=10.52), True),
        (run(1, km=10.6), False),
        (run(2, km=None), True),
        (run(0, km=0), False),
        (run(24 * 60), False),
    ],
)
def test_start_overlap_and_distance_decide(other: Run, same: bool) -> None:
    assert same_run(run(), other) is same
    assert same_run(other, run()) is same
    assert RunsSeen([other]).has(run()) is same


def test_what_is_added_counts_from_then_on() -> None:
    seen = RunsSeen([run(600), run(-600)])
    assert not seen.has(run(1))
    seen.add(run())
    assert seen.has(run(1))
    assert not seen.has(run(70))


def test_two_short_runs_in_one_long_one_are_others() -> None:
    long_, short = run(km=30, duration=180), run(30, km=5, duration=25)
    assert not same_run(long_, short)
