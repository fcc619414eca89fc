"""Tension, load and change against figures worked by hand."""

from __future__ import annotations

import pytest

from trainer.domain.stats import change_percent, session_load_au, tension_s


def test_tension_is_reps_times_tempo_or_the_hold() -> None:
    assert tension_s("3-1-1-0", 8, None) == 40
    assert tension_s("", None, 30.0) == 30
    assert (
        tension_s("", 8, None)
        == tension_s("as slow as possible", 8, None)
        == tension_s("1-1-1-1", None, None)
        == 0
    )


def test_load_of_a_session_is_its_effort_times_its_minutes() -> None:
    assert session_load_au(6.5, 40) == 260
    assert session_load_au(0, 40) == 0


@pytest.mark.parametrize(("rpe", "minutes"), [(None, 40), (6, None), (6, -5.0)])
def test_a_load_that_is_not_known_is_none(rpe: float | None, minutes: float | None) -> None:
    assert session_load_au(rpe, minutes) is None


def test_change_from_week_to_week() -> None:
    assert change_percent(440, 400) == pytest.approx(10)
    assert change_percent(300, 400) == pytest.approx(-25)
    assert change_percent(300, 0) is change_percent(300, None) is change_percent(None, 300) is None
