from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.tempo import Phase, Tempo


def test_reads_what_it_writes() -> None:
    assert str(Tempo.parse("3-1-1.5-0")) == "3-1-1.5-0"


@pytest.mark.parametrize("text", ["", "3-1-1", "3-1-1-0-0", "a-b-c-d", "-1-0-0-0", "0-0-0-0"])
def test_refuses_what_is_no_tempo(text: str) -> None:
    with pytest.raises(ValueError, match="tempo"):
        Tempo.parse(text)


def test_phases_begin_where_the_exercise_does() -> None:
    assert Tempo.parse("2-0-1-2").phases(Phase.LIFTING) == (
        (Phase.LIFTING, 1),
        (Phase.TOP, 2),
        (Phase.LOWERING, 2),
    )


@given(st.tuples(*[st.integers(0, 9)] * 4).filter(any))
def test_a_rep_lasts_as_long_as_its_phases(seconds: tuple[int, int, int, int]) -> None:
    tempo = Tempo(*seconds)
    assert sum(s for _, s in tempo.phases()) == tempo.rep_s == sum(seconds)
