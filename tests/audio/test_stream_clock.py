from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.audio.format import RATE_HZ
from trainer.audio.stream_clock import DRIFT_S, StreamClock

BLOCK = 480
BLOCK_S = BLOCK / RATE_HZ


def run(
    clock: StreamClock, blocks: range, late_s: dict[int, float] | None = None, shift_s: float = 0.0
) -> list[float]:
    """Requests at the pace of the device, some late; the slips that were told."""
    late = late_s or {}
    told = [clock.observe(100 + shift_s + n * BLOCK_S + late.get(n, 0.0), n * BLOCK) for n in blocks]
    return [slipped_s for slipped_s in told if slipped_s]


def test_a_moment_is_where_its_request_was() -> None:
    clock = StreamClock()
    run(clock, range(10))
    assert clock.position_at(100 + 50 * BLOCK_S) == 50 * BLOCK


def test_before_any_request_there_is_no_position() -> None:
    with pytest.raises(ValueError, match="no request"):
        StreamClock().position_at(1.0)


@given(late=st.dictionaries(st.integers(10, 99).filter(lambda n: n % 10 != 0), st.floats(0, 0.009)))
def test_late_requests_move_nothing(late: dict[int, float]) -> None:
    clock = StreamClock()
    assert run(clock, range(100), late) == []
    assert clock.position_at(101.0) == RATE_HZ


def test_a_burst_at_the_start_is_understood() -> None:
    """A device fills its buffer at once, then asks as it plays."""
    clock = StreamClock()
    for n in range(3):
        clock.observe(100.0, n * BLOCK)
    assert run(clock, range(3, 50), shift_s=-2 * BLOCK_S) == []
    assert clock.position_at(100.0 - 2 * BLOCK_S) == 0


def test_a_slow_start_is_no_slip() -> None:
    """The first block is taken at once, the next nearly two seconds later (an idle null sink)."""
    clock = StreamClock()
    clock.observe(98.4, 0)
    assert run(clock, range(1, 50)) == []
    assert clock.position_at(101.0) == RATE_HZ


@pytest.mark.parametrize("gap_s", [0.002, 0.02, 0.1, 3.0])
def test_a_gap_is_told_once_and_followed(gap_s: float) -> None:
    clock = StreamClock()
    assert run(clock, range(100)) == []
    assert run(clock, range(100, 500), shift_s=gap_s) == [pytest.approx(gap_s)]
    assert clock.position_at(100 + gap_s) == 0


def test_a_drifting_card_is_followed_before_it_is_heard() -> None:
    clock = StreamClock()
    for n in range(30_000):  # five minutes at 100 ppm
        clock.observe(100 + n * BLOCK_S * 1.0001, n * BLOCK)
        due = clock.position_at(100 + n * BLOCK_S * 1.0001)
        assert abs(due - n * BLOCK) / RATE_HZ <= DRIFT_S + 0.0005


def test_another_device_starts_anew() -> None:
    clock = StreamClock()
    run(clock, range(100))
    clock.reset()
    assert run(clock, range(100, 200), shift_s=60.0) == []
    assert clock.position_at(160.0) == 0
