from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.ui.charts.time_axis import LEAST_DAYS, TimeAxis

SUNDAY = date(2026, 3, 8)
LAST = date(2026, 3, 4)


def made(first: date, last: date = LAST) -> TimeAxis:
    axis = TimeAxis()
    axis.set_limits(first, last)
    return axis


def test_it_shows_whole_weeks_to_the_end_of_this_one() -> None:
    axis = made(date(2020, 1, 1))
    assert axis.end == SUNDAY.toordinal() + 1
    assert axis.days == 53 * 7
    assert axis.first_day.weekday() == 0
    axis.set_range("4w")
    assert axis.days == 28
    axis.set_range("all")
    assert axis.first_day == date(2019, 12, 30)


def test_one_day_alone_has_four_weeks_around_it() -> None:
    axis = made(LAST)
    assert axis.days == 28
    assert axis.start <= LAST.toordinal() < axis.end


def test_zoom_keeps_the_day_under_the_pointer_where_it_is() -> None:
    axis = made(date(2020, 1, 1))
    axis.set_range("all")
    at = axis.start + 0.25 * axis.days
    axis.zoom(0.5, at)
    assert round((at - axis.start) / axis.days, 9) == 0.25
    assert axis.range_name == ""


def test_a_range_stays_when_the_log_grows_and_a_place_does_too() -> None:
    axis = made(date(2020, 1, 1))
    axis.set_limits(date(2020, 1, 1), LAST + timedelta(days=7))
    assert axis.end == SUNDAY.toordinal() + 8
    axis.pan(-100)
    start = axis.start
    axis.set_limits(date(2020, 1, 1), LAST + timedelta(days=14))
    assert axis.start == start


def test_a_day_out_of_view_is_brought_into_it() -> None:
    axis = made(date(2020, 1, 1))
    early = date(2022, 5, 5).toordinal()
    axis.reveal(early)
    assert axis.start <= early < axis.end
    start = axis.start
    axis.reveal(early)
    assert axis.start == start


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("pan"), st.floats(-5000, 5000)),
        st.tuples(st.just("zoom"), st.floats(0.01, 100)),
        st.tuples(st.just("range"), st.sampled_from(("4w", "3m", "1y", "all"))),
    ),
    max_size=12,
)


@given(st.integers(0, 4000), MOVES)
def test_no_move_leaves_what_there_is(days_ago: int, moves: list[tuple[str, float | str]]) -> None:
    axis = made(LAST - timedelta(days=days_ago))
    axis.set_range("all")
    low, high = axis.start, axis.end
    for kind, value in moves:
        if kind == "pan":
            axis.pan(float(value))
        elif kind == "zoom":
            axis.zoom(float(value), axis.start + axis.days / 3)
        else:
            axis.set_range(str(value))
        assert low - 1e-6 <= axis.start < axis.end <= high + 1e-6
        assert axis.days >= min(LEAST_DAYS, high - low) - 1e-6
