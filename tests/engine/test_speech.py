from __future__ import annotations

import pytest

from trainer.domain.cue import phrase_clip, units_of
from trainer.engine.speech import number_units, vocabulary


@pytest.mark.parametrize(
    ("number", "units"),
    [
        (0, ("zero",)),
        (40, ("forty",)),
        (99, ("ninety-nine",)),
        (100, ("one hundred",)),
        (120, ("one hundred", "twenty")),
        (999, ("nine hundred", "ninety-nine")),
        (1000, ()),
        (-1, ()),
    ],
)
def test_numbers_are_one_unit_or_two(number: int, units: tuple[str, ...]) -> None:
    assert number_units(number) == units
    assert set(units) <= set(vocabulary([]))


def test_the_vocabulary_has_nothing_twice() -> None:
    words = vocabulary(["Nordic curl", "Nordic curl", "Clamshell"])
    assert len(words) == len(set(words))
    assert "next: nordic curl" in words


def test_a_phrase_is_a_clip_and_back() -> None:
    assert units_of(phrase_clip(("one hundred", "twenty"))) == ("one hundred", "twenty")
    assert units_of("next") == ()
