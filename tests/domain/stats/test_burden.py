"""What a week, a month or a year held, against figures worked by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.stats import BodyDay, Burden, DayExercise, Period, RunDay, SessionHead, burdens

MONDAY = date(2026, 11, 16)
MUSCLES = {"nordic": ["hamstrings"], "rdl": ["buttocks", "hamstrings"]}


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def muscles_of(exercise_id: str) -> list[str]:
    return MUSCLES.get(exercise_id, [""])


def test_a_week_sums_what_can_be_summed_and_keeps_the_worst_of_the_rest() -> None:
    found = burdens(
        Period.WEEK,
        work=[
            DayExercise(day(0), "nordic", 3, 3, pain=2),
            DayExercise(day(2), "rdl", 4, 2),
            DayExercise(day(6), "rdl", 4, 3, pain=1),
            DayExercise(day(7), "gone", 2, 2),
        ],
        sessions=[
            SessionHead("a", day(0), "W", 6, 40),
            SessionHead("b", day(2), "W", 5.5, 20),
            SessionHead("c", day(6), "W", None, 30),
        ],
        body=[BodyDay(day(1), 4, None), BodyDay(day(3), 2, 1)],
        runs=[RunDay(day(1), 8.0, 1), RunDay(day(5), 12.5, 2)],
        muscles_of=muscles_of,
    )
    assert found == {
        day(0): Burden(
            day(0),
            {"hamstrings": 8, "buttocks": 5},
            sessions=3,
            rated=2,
            load_au=350,
            soreness=4,
            pain=2,
            km=20.5,
        ),
        day(7): Burden(day(7), {"": 2}),
    }


def test_what_is_not_known_is_a_gap() -> None:
    found = burdens(
        Period.WEEK,
        work=[DayExercise(day(0), "nordic", 3, 0)],
        sessions=[SessionHead("a", day(7), "W", None, None)],
        body=[BodyDay(day(14), None, None)],
        runs=[],
        muscles_of=muscles_of,
    )
    assert list(found) == [day(7)]
    assert found[day(7)].load_au is None


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 9)), max_size=40), st.sampled_from(Period))
def test_no_hard_set_is_lost_whatever_the_period(done: list[tuple[int, int]], period: Period) -> None:
    work = [DayExercise(day(offset), "nordic", count, count) for offset, count in done]
    found = burdens(period, work=work, sessions=[], body=[], runs=[], muscles_of=muscles_of)
    assert sum(b.hard_sets.get("hamstrings", 0) for b in found.values()) == sum(count for _, count in done)
    assert all(start == period.start(start) == burden.start for start, burden in found.items())
