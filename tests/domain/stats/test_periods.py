from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.stats import Period, monday_of

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(DAYS, st.sampled_from(Period))
def test_a_day_lies_in_its_period_and_in_no_other(day: date, period: Period) -> None:
    start = period.start(day)
    assert start <= day < period.after(start)
    assert period.start(period.after(start)) == period.after(start)


def test_iso_weeks_begin_on_monday_whatever_the_year() -> None:
    assert monday_of(date(2027, 1, 3)) == date(2026, 12, 28)
    assert Period.WEEK.start(date(2026, 12, 28)) == date(2026, 12, 28)


@pytest.mark.parametrize("period", Period)
def test_starts_have_no_holes(period: Period) -> None:
    starts = period.starts(date(2025, 12, 30), date(2027, 2, 1))
    assert starts[0] == period.start(date(2025, 12, 30))
    assert starts == sorted({period.start(date(2025, 12, 30) + timedelta(days=n)) for n in range(399)})


def test_the_ends_of_time_are_no_error() -> None:
    assert monday_of(date.min) == date.min
    assert len(Period.YEAR.starts(date(9990, 1, 1), date.max)) == 9
