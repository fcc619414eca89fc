"""The running cycle: whole, in order, and with the source's borders where a source gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.stride import DRAWN, LENGTHENS_FROM, PHASES, TOE_OFF, Work, neighbour, phase_at, stretches
from trainer.figure.loading import load_figure


def test_the_phases_are_the_whole_cycle_without_gap_or_overlap() -> None:
    assert PHASES[0].start == 0.0
    assert PHASES[-1].end == 100.0
    assert [phase.end for phase in PHASES[:-1]] == [phase.start for phase in PHASES[1:]]
    assert sum(phase.share for phase in PHASES) == pytest.approx(100.0)


def test_the_hamstrings_work_is_the_sources() -> None:
    """chumanov2011: lengthening from 50 to 90 %, then shortening from late swing through stance."""
    told = [(one.start, one.end, one.work) for one in stretches()]
    assert told == [
        (0.0, TOE_OFF, Work.SHORTENING),
        (TOE_OFF, 50.0, Work.NOT_TOLD),
        (50.0, 90.0, Work.LENGTHENING),
        (90.0, 100.0, Work.SHORTENING),
    ]


def test_nothing_is_said_where_the_source_is_silent() -> None:
    assert not phase_at(40.0).work.loaded
    assert phase_at(70.0).work.loaded


def test_borders_that_no_source_gives_are_known_as_drawn() -> None:
    borders = {phase.start for phase in PHASES}
    assert borders > DRAWN
    assert borders - DRAWN == {0.0, 50.0, 90.0}


def test_stance_ends_where_the_drawn_foot_leaves_the_ground() -> None:
    figure = load_figure("running-stride")
    heights = [figure.pose(percent / 50.0).point("ball_near").y for percent in (TOE_OFF - 2, TOE_OFF + 4)]
    assert heights[0] < 0.005
    assert heights[1] > 0.02
    assert TOE_OFF < LENGTHENS_FROM


@pytest.mark.parametrize(
    ("percent", "phase_id"),
    [
        (0.0, "early-stance"),
        (17.0, "late-stance"),
        (34.0, "early-swing"),
        (50.0, "late-swing"),
        (89.99, "late-swing"),
        (90.0, "end-of-swing"),
        (100.0, "early-stance"),
        (-1.0, "end-of-swing"),
    ],
)
def test_a_moment_belongs_to_the_phase_that_begins_there(percent: float, phase_id: str) -> None:
    assert phase_at(percent).id == phase_id


@given(st.floats(min_value=-1000.0, max_value=1000.0))
def test_every_moment_has_its_phase(percent: float) -> None:
    phase = phase_at(percent)
    assert phase.start <= percent % 100.0 < phase.end or percent % 100.0 == 100.0


@given(st.sampled_from(PHASES), st.integers(-12, 12))
def test_steps_there_and_back_lead_home(phase: object, by: int) -> None:
    assert phase in PHASES
    assert neighbour(neighbour(phase, by), -by) is phase


def test_the_middle_of_a_phase_lies_in_it() -> None:
    assert [phase_at(phase.middle) for phase in PHASES] == list(PHASES)
