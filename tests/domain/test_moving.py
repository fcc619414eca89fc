"""Sessions of a plan moved by hand and for races: order and gap hold, what follows gives way."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.plans import EVERY_DAY, MONDAY, MWF, entries_of, plan_of
from trainer.domain.laying_out import Terms
from trainer.domain.moving import cleared, earliest_for, free_day, placed
from trainer.domain.plan_line import Stop, course_of, moved_to


def line(*counts: int, terms: Terms) -> tuple[Stop, ...]:
    return course_of(entries_of(plan_of(*counts), MONDAY, terms), MONDAY).ahead


def places(stops: list[Stop] | tuple[Stop, ...]) -> list[int]:
    return [(stop.day - MONDAY).days for stop in stops]


def day(number: int) -> object:
    return MONDAY + timedelta(days=number)


@pytest.mark.rule("moved-by-you", "moved-gives-way")
@pytest.mark.parametrize(
    ("index", "to", "expected"),
    [
        (0, 1, [1, 4, 7, 11]),
        (0, 4, [4, 7, 9, 11]),
        (1, 6, [0, 6, 7, 11]),
        (3, 20, [0, 4, 7, 20]),
        (1, 1, [0, 1, 7, 11]),
    ],
    ids=["room", "the next gives way, and so on", "next to it", "the last", "earlier"],
)
def test_what_follows_gives_way_only_where_it_must(index: int, to: int, expected: list[int]) -> None:
    terms = Terms(MWF)
    stops = line(2, 2, terms=terms)
    assert places(placed(stops, index, MONDAY + timedelta(days=to), terms)) == expected


def test_an_entry_remembers_its_first_day_until_it_is_back() -> None:
    (entry,) = line(1, terms=Terms(MWF))[0].entries
    moved = moved_to(moved_to(entry, MONDAY + timedelta(days=2)), MONDAY + timedelta(days=4))
    assert moved.first_day == MONDAY
    assert moved_to(moved, MONDAY) == entry


@pytest.mark.rule("moved-clear")
@pytest.mark.parametrize(
    ("unfit", "weekdays", "expected"),
    [
        ((4, 5, 6), MWF, [0, 2, 7, 11]),
        ((0,), MWF, [2, 4, 7, 11]),
        ((2, 4, 5, 6), MWF, [0, 7, 9, 11]),
        ((4, 5, 6), EVERY_DAY, [0, 3, 7, 11]),
    ],
    ids=["an earlier day", "a later day", "none: all give way", "the nearest"],
)
def test_a_clash_moves_to_the_nearest_free_day_else_the_plan_gives_way(
    unfit: tuple[int, ...], weekdays: frozenset[int], expected: list[int]
) -> None:
    terms = Terms(weekdays, 1, frozenset(MONDAY + timedelta(days=n) for n in unfit))
    stops = line(2, 2, terms=Terms(MWF))
    window = (MONDAY, MONDAY + timedelta(days=60))
    assert places(cleared(stops, window, terms, (), None)) == expected


def test_days_with_another_workout_are_not_free() -> None:
    terms = Terms(EVERY_DAY)
    stops = line(1, 1, terms=Terms(MWF))
    taken = [MONDAY + timedelta(days=n) for n in (0, 1)]
    assert free_day(stops, 0, MONDAY, terms, taken) == MONDAY + timedelta(days=2)
    assert free_day(stops, 0, MONDAY, terms, [MONDAY + timedelta(days=n) for n in range(8)]) is None


@given(
    counts=st.lists(st.integers(1, 4), min_size=1, max_size=5),
    weekdays=st.frozensets(st.integers(1, 7), min_size=1),
    gap=st.integers(1, 3),
    index=st.integers(0, 19),
    by=st.integers(-10, 40),
    unfit=st.frozensets(st.integers(0, 60), max_size=12),
)
def test_order_and_gap_hold_however_a_session_moves(
    counts: list[int], weekdays: frozenset[int], gap: int, index: int, by: int, unfit: frozenset[int]
) -> None:
    terms = Terms(weekdays, gap, frozenset(MONDAY + timedelta(days=n) for n in unfit))
    stops = line(*counts, terms=terms)
    assume(index < len(stops))
    to = stops[index].day + timedelta(days=by)
    earliest = earliest_for(stops, index, None, terms)
    assume(earliest is None or to >= earliest)
    moved = placed(stops, index, to, terms)
    clear = cleared(moved, (MONDAY, MONDAY + timedelta(days=90)), terms, (), None)
    for after in (moved, clear):
        assert [stop.step for stop in after] == [stop.step for stop in stops]
        assert all((b.day - a.day).days >= gap for a, b in pairwise(after))
    assert moved[index].day == to
