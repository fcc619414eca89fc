"""Where muscles are lit: on the side of the body where they lie, from wherever it is seen."""

from __future__ import annotations

import math

import pytest

from trainer.domain.vocabulary import MUSCLES as WORDS
from trainer.figure.flesh import SOLIDS, section_at
from trainer.figure.muscles import (
    ADDUCTORS,
    CALF,
    HAMSTRINGS,
    MUSCLES,
    QUADRICEPS,
    SHIN,
    Patch,
    outline,
    patches_of,
)


def test_every_muscle_of_the_vocabulary_has_a_place_on_the_body() -> None:
    assert [name for name in WORDS if not patches_of([name])] == []
    assert set(MUSCLES) <= set(WORDS)


def test_muscles_that_lie_together_are_lit_once() -> None:
    assert len(patches_of(["biceps femoris (long head)", "semitendinosus", "semimembranosus"])) == 1
    assert patches_of(["nobody knows it"]) == ()


@pytest.mark.parametrize(
    ("patch", "front", "back"),
    [(QUADRICEPS, False, True), (SHIN, False, True), (HAMSTRINGS, True, False), (CALF, True, False)],
)
def test_front_and_back_hide_each_other(patch: Patch, front: bool, back: bool) -> None:
    """From the front, a limb that hangs shows its side to the left; the hand tells front from back."""
    assert outline(patch, 90.0, -1).through == front
    assert outline(patch, 90.0, 1).through == back


def test_the_inside_of_the_thigh_is_seen_on_the_far_leg_only() -> None:
    assert outline(ADDUCTORS, 0.0, 1).through
    assert not outline(ADDUCTORS, 0.0, -1).through


@pytest.mark.parametrize("patch", set(MUSCLES.values()), ids=lambda patch: f"{patch.part} {patch.name}")
@pytest.mark.parametrize("across", [0, 45, 90, 180, 270])
@pytest.mark.parametrize("hand", [1, -1])
def test_no_muscle_stands_out_of_the_body(patch: Patch, across: int, hand: int) -> None:
    for at, left in outline(patch, float(across), hand).points:
        section = section_at(SOLIDS[patch.part], at)
        widest = math.hypot(max(section.front, -section.back), section.side)
        assert abs(left) <= widest + 1e-6
