from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer.ui.charts.thin import Thinned

POINTS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=300)


@given(POINTS, st.integers(2, 50))
def test_however_thin_no_peak_and_no_valley_is_lost(ys: list[float], most: int) -> None:
    xs = [float(n) for n in range(len(ys))]
    shown = Thinned(xs, ys).within(xs[0], xs[-1], most)
    assert len(shown) <= most + 2
    assert [one[1] for one in shown] == sorted(one[1] for one in shown)
    assert all(first <= last for first, last, _, _ in shown)
    assert shown.lasts[-1] == xs[-1]
    assert min(low for _, _, low, _ in shown) == min(ys)
    assert max(high for _, _, _, high in shown) == max(ys)


@given(POINTS)
def test_where_there_is_room_every_point_is_there(ys: list[float]) -> None:
    xs = [float(n) for n in range(len(ys))]
    assert list(Thinned(xs, ys).within(xs[0], xs[-1], 300)) == list(zip(xs, xs, ys, ys, strict=True))


def test_the_lines_to_what_is_out_of_view_are_kept() -> None:
    thinned = Thinned(list(range(10)), list(range(10)))
    assert [x for x, _, _, _ in thinned.within(3.5, 5.5, 100)] == [3, 4, 5, 6]


def test_of_nothing_there_is_nothing() -> None:
    assert len(Thinned((), ()).within(0, 1, 10)) == 0
