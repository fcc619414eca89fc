from __future__ import annotations

import pytest

from trainer.domain.track import Track, haversine_m


@pytest.mark.parametrize(
    ("places", "metres"),
    [
        ((0, 0, 0, 0), 0),
        ((0, 0, 0, 1), 111_195),  # a degree of the equator: 2πR ÷ 360
        ((0, 0, 1, 0), 111_195),
        ((60, 0, 60, 1), 55_597),  # at 60° a degree of longitude is half as long
        ((0, 179.5, 0, -179.5), 111_195),
        ((90, 0, -90, 0), 20_015_115),
        ((52.5163, 13.3777, 52.5145, 13.3501), 1_879),  # Brandenburg Gate to the Victory Column
    ],
)
def test_the_great_circle(places: tuple[float, float, float, float], metres: float) -> None:
    assert haversine_m(*places) == pytest.approx(metres, rel=1e-3)


def test_steps_add_up_and_a_pause_is_not_run() -> None:
    track = Track()
    for second in range(11):
        track.place(0, second * 3e-5, second)
        track.moment(second)
    track.pause()
    for second in range(600, 611):
        track.place(0, second * 3e-5, second)
        track.moment(second)
    assert track.length_m == pytest.approx(20 * 3.336, rel=1e-3)
    assert (track.timed_s, track.places, track.moments) == (20, 22, 22)


def test_a_slip_of_the_receiver_is_passed_over() -> None:
    track = Track()
    for second, lon in enumerate([0, 3e-5, 0.5, 9e-5, 12e-5]):
        track.place(0, lon, second)
    assert track.places == 4
    assert track.length_m == pytest.approx(4 * 3.336, rel=1e-3)


def test_a_clock_that_goes_back_takes_nothing_off() -> None:
    track = Track()
    for second in (0, 10, 5, 20):
        track.moment(second)
    assert track.timed_s == 20


def test_places_without_times_are_joined_as_they_are() -> None:
    track = Track()
    track.place(0, 0, None)
    track.place(0, 1, None)
    assert track.length_m == pytest.approx(111_195, rel=1e-3)
