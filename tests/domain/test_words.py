from __future__ import annotations

import pytest

from trainer.domain.words import minutes_words, number_word


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "zero"), (13, "thirteen"), (19, "nineteen"), (20, "twenty"), (45, "forty-five"), (90, "ninety"),
     (100, "one hundred"), (215, "two hundred fifteen"), (1000, "1000")],
)  # fmt: skip
def test_numbers_as_they_are_said(number: int, word: str) -> None:
    assert number_word(number) == word


def test_minutes_are_one_at_least() -> None:
    assert [minutes_words(s) for s in (5, 90, 1320)] == ["One minute", "Two minutes", "Twenty-two minutes"]
