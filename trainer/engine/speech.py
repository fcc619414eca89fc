"""The units of speech: what the program can say, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from trainer.domain.cue import UNIT_GAP_S
from trainer.domain.exercise import Side
from trainer.domain.words import number_word

LARGEST_NUMBER = 999

# How long speech is taken to last without a voice: three words a second and a breath (own rule).
_WORD_S = 0.33
_BREATH_S = 0.2

PhraseLength = Callable[[tuple[str, ...]], float | None]
"""Seconds that a phrase takes; None for one that cannot be spoken."""

FIXED = (
    "change sides",
    "rest",
    "down",
    "hold",
    "up",
    "back",
    "half-way",
    "ten seconds",
    "last set",
    "last exercise",
    "done",
    "minute",
    "minutes",
)


def number_units(number: int) -> tuple[str, ...]:
    """A number from 0 to 999: one unit to a hundred, two beyond; none for what is larger."""
    if not 0 <= number <= LARGEST_NUMBER:
        return ()
    hundreds, rest = divmod(number, 100)
    words = (f"{number_word(hundreds)} hundred",) if hundreds else ()
    return (*words, number_word(rest)) if rest or not hundreds else words


def next_unit(short_name: str) -> str:
    """What announces an exercise; a bar, which parts units, is no part of a name."""
    return f"next: {short_name.lower().replace('|', ' ')}"


def vocabulary(short_names: Iterable[str]) -> tuple[str, ...]:
    """Every unit that sessions of exercises with these names can say, each once."""
    sides = (str(side) for side in (Side.LEFT, Side.RIGHT))
    numbers = (number_word(number) for number in range(100))
    hundreds = (f"{number_word(number)} hundred" for number in range(1, 10))
    names = sorted({next_unit(name) for name in short_names})
    return (*FIXED, *sides, *numbers, *hundreds, *names)


def estimated_s(says: Sequence[str]) -> float | None:
    """How long a phrase may take in a voice that nobody has measured."""
    words = sum(len(unit.split()) for unit in says)
    return _BREATH_S + _WORD_S * words + UNIT_GAP_S * (len(says) - 1)
