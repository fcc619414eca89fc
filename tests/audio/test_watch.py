from __future__ import annotations

from trainer.audio.format import RATE_HZ
from trainer.audio.watch import Change, PositionWatch


def looks(watch: PositionWatch, *seen: tuple[float, float]) -> list[tuple[float, Change]]:
    """What looks at (second, seconds of stream) bring to light."""
    found = ((at_s, watch.look(at_s, round(stream_s * RATE_HZ))) for at_s, stream_s in seen)
    return [(at_s, change) for at_s, change in found if change]


def test_a_moving_position_is_sound() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, (0.1, 0.01), (0.2, 0.2), (0.3, 0.3), (0.9, 0.9)) == [(0.2, Change.BACK)]


def test_one_block_proves_nothing() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, (0.1, 0.01), (1.0, 0.01), (2.9, 0.01), (3.2, 0.01)) == [(3.2, Change.LOST)]


def test_a_position_that_stands_still_for_a_second_is_lost() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    moved = [(n / 10, n / 10) for n in range(1, 51)]
    looks(watch, *moved)
    assert looks(watch, (5.5, 5.0), (5.9, 5.0), (6.1, 5.0), (9.0, 5.0)) == [(6.1, Change.LOST)]


def test_no_device_is_told_once() -> None:
    watch = PositionWatch()
    assert [watch.failed(), watch.failed()] == [Change.LOST, None]
    assert looks(watch, (10.0, 0.0), (20.0, 0.0)) == []


def test_a_device_is_back_when_it_plays_not_when_it_opens() -> None:
    watch = PositionWatch()
    watch.failed()
    watch.opened(5.0, 0)
    assert looks(watch, (5.1, 0.01), (6.0, 0.2)) == [(6.0, Change.BACK)]


def test_the_last_frames_of_a_lost_device_do_not_bring_it_back() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, (0.2, 0.2), (3.5, 0.2), (3.6, 0.5)) == [(0.2, Change.BACK), (3.5, Change.LOST)]
