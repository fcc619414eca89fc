from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from trainer.domain.run import Run
from trainer.domain.single_run import Band, lengthenings

NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)


def run(id_: str, km: float | None, *, days: float = 0, zone: str = "UTC") -> Run:
    return Run(id_, NOON - timedelta(days=days), zone, distance_km=km)


@pytest.mark.parametrize(
    ("km", "percent", "band", "pointed_out"),
    [
        (5, -50, Band.UP_TO_10, False),
        (10, 0, Band.UP_TO_10, False),
        (11, 10, Band.UP_TO_10, False),
        (11.001, 10.01, Band.UP_TO_30, True),
        (13, 30, Band.UP_TO_30, True),
        (13.001, 30.01, Band.UP_TO_100, True),
        (20, 100, Band.UP_TO_100, True),
        (20.001, 100.01, Band.OVER_100, True),
        (42.195, 321.95, Band.OVER_100, True),
    ],
)
def test_the_bands_end_where_the_study_ends_them(
    km: float, percent: float, band: Band, pointed_out: bool
) -> None:
    found = lengthenings([run("now", km), run("before", 10, days=7)])["now"]
    assert (found.longest_km, found.band, found.pointed_out) == (10, band, pointed_out)
    assert found.percent == pytest.approx(percent)


@pytest.mark.parametrize(
    ("longest", "exactly"), [(7.3, 8.03), (10.1, 11.11), (9.99, 10.989), (0.1, 0.11), (21.0975, 23.20725)]
)
def test_exactly_110_per_cent_is_not_over_it_whatever_the_binary_fraction(
    longest: float, exactly: float
) -> None:
    found = lengthenings([run("now", exactly), run("before", longest, days=1)])["now"]
    assert not found.pointed_out


@pytest.mark.parametrize(("days", "longest"), [(30, 20), (30.4, 20), (31, 8)])
def test_thirty_local_days_are_looked_back(days: float, longest: float) -> None:
    runs = [run("now", 12), run("old", 20, days=days), run("new", 8, days=2)]
    assert lengthenings(runs)["now"].longest_km == longest


def test_a_local_day_ends_at_local_midnight() -> None:
    # 23:30 on 30 May and 00:30 on 31 May in Berlin; the run is on 30 June.
    late, early = (datetime(2026, 5, 30, hour, 30, tzinfo=UTC) for hour in (21, 22))
    now = Run("now", datetime(2026, 6, 29, 22, 30, tzinfo=UTC), "Europe/Berlin", distance_km=12)
    for before, known in ((late, False), (early, True)):
        found = lengthenings([now, Run("before", before, "Europe/Berlin", distance_km=10)])
        assert ("now" in found) is known


def test_nothing_in_thirty_days_is_nothing_to_compare_with() -> None:
    assert lengthenings([]) == {}
    assert lengthenings([run("now", 12)]) == {}
    assert lengthenings([run("now", 12), run("old", 3, days=45)]) == {}


def test_the_second_run_of_a_day_is_held_against_the_first() -> None:
    found = lengthenings([run("evening", 6), run("morning", 5, days=0.25)])
    assert set(found) == {"evening"}
    assert found["evening"].longest_km == 5


def test_runs_without_a_distance_are_left_aside() -> None:
    found = lengthenings([run("now", 6), run("none", None, days=1), run("zero", 0, days=2)])
    assert found == {}


def test_the_longest_is_found_again_when_a_longer_one_is_too_old() -> None:
    runs = [run(str(day), km, days=day) for day, km in ((40, 30), (25, 12), (12, 15), (9, 9), (0, 14))]
    found = lengthenings(runs)
    assert {key: one.longest_km for key, one in found.items()} == {"25": 30, "12": 30, "9": 15, "0": 15}
