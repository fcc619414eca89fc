from __future__ import annotations

from trainer.audio.format import RATE_HZ
from trainer.audio.watch import Change, PositionWatch


def looks(watch: PositionWatch, *seen: tuple[float, float]) -> list[tuple[float, Change]]:
    """What looks at (second, seconds of stream) bring to light."""
    found = ((at_s, watch.look(at_s, round(stream_s * RATE_HZ))) for at_s, stream_s in seen)
    return [(at_s, change) for at_s, change in found if change]


def standing(from_s: float, to_s: float, stream_s: float) -> list[tuple[float, float]]:
    """Looks every tenth of a second at a position that stays."""
    return [(n / 10, stream_s) for n in range(round(from_s * 10), round(to_s * 10) + 1)]


def test_a_moving_position_is_sound() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, (0.1, 0.01), (0.2, 0.2), (0.3, 0.3), (0.9, 0.9)) == [(0.2, Change.BACK)]


def test_one_block_proves_nothing() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, *standing(0.0, 4.0, 0.01)) == [(3.1, Change.LOST)]


def test_a_position_that_stands_still_for_half_a_second_is_lost() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    moved = [(n / 10, n / 10) for n in range(1, 51)]
    looks(watch, *moved)
    assert looks(watch, *standing(5.1, 9.0, 5.0)) == [(5.6, Change.LOST)]


def test_a_new_device_that_has_proved_itself_is_given_no_more_time_than_an_old_one() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, (0.1, 0.1), (0.2, 0.2), *standing(0.3, 2.0, 0.2)) == [
        (0.1, Change.BACK),
        (0.8, Change.LOST),
    ]


def test_a_machine_that_stood_still_lost_no_device() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    looks(watch, *[(n / 10, n / 10) for n in range(1, 51)])
    assert looks(watch, (9.0, 5.0), (9.1, 5.1), *standing(9.2, 9.5, 5.2)) == []
    assert looks(watch, *standing(9.6, 12.0, 5.2)) == [(9.8, Change.LOST)]


def test_a_released_device_is_not_lost_and_may_be_lost_again() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    looks(watch, *[(n / 10, n / 10) for n in range(1, 51)])
    watch.released()
    assert looks(watch, *standing(5.1, 60.0, 5.0)) == []
    watch.opened(60.0, round(5.0 * RATE_HZ))
    assert looks(watch, (60.1, 5.1), (60.2, 5.2), *standing(60.3, 64.0, 5.2)) == [(60.8, Change.LOST)]


def test_no_device_is_told_once() -> None:
    watch = PositionWatch()
    assert [watch.failed(), watch.failed()] == [Change.LOST, Change.STILL_LOST]
    assert looks(watch, (10.0, 0.0), (20.0, 0.0)) == []


def test_a_device_that_never_proves_itself_is_given_up_each_time() -> None:
    watch = PositionWatch()
    watch.failed()
    for opened_s in (1.0, 5.0):
        watch.opened(opened_s, 0)
        assert looks(watch, *standing(opened_s, opened_s + 4, 0.01)) == [(opened_s + 3.1, Change.STILL_LOST)]


def test_a_device_is_back_when_it_plays_not_when_it_opens() -> None:
    watch = PositionWatch()
    watch.failed()
    watch.opened(5.0, 0)
    assert looks(watch, (5.1, 0.01), (6.0, 0.2)) == [(6.0, Change.BACK)]


def test_the_last_frames_of_a_lost_device_do_not_bring_it_back() -> None:
    watch = PositionWatch()
    watch.opened(0.0, 0)
    assert looks(watch, (0.2, 0.2), *standing(0.3, 3.1, 0.2), (3.2, 0.5)) == [
        (0.2, Change.BACK),
        (0.8, Change.LOST),
    ]
