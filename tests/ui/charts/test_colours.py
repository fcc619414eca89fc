"""Colours that mean different things differ for colour-blind eyes, too, and stand out from the ground.

Simulated by the matrices of Machado, Oliveira and Fernandes (2009), severity 1, on linear light; the
distance is CIE 1976 ΔE, of which 2 or 3 can just be seen.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from trainer.ui.theme import load_theme, mix

EYES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
Triple = tuple[float, float, float]


def times(matrix: tuple[Triple, Triple, Triple], values: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return first, second, third


def linear(colour: str) -> Triple:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def lab(light: Triple) -> Triple:
    seen: Triple = tuple(min(1.0, max(0.0, part)) for part in light)  # type: ignore[assignment]
    parts = [value / white for value, white in zip(times(XYZ, seen), WHITE, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, eye: str) -> float:
    pair = [lab(times(EYES[eye], linear(colour))) for colour in (one, other)]
    return float(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((times(XYZ, linear(colour))[1] for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_sides_soreness_and_runs_are_told_apart_by_every_eye(name: str, eye: str) -> None:
    colours = load_theme(name).colours
    soreness, runs = mix(colours.change_sides, colours.text, 0.72), mix(colours.rest, colours.text, 0.68)
    for one, other in ((colours.accent, colours.work), (soreness, colours.work), (colours.accent, runs)):
        assert apart(one, other, eye) > 10, (one, other)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_stand_out_from_their_ground(name: str) -> None:
    """Three to one is what WCAG 2.2 asks of graphics."""
    colours = load_theme(name).colours
    soreness, runs = mix(colours.change_sides, colours.text, 0.72), mix(colours.rest, colours.text, 0.68)
    bars = mix(colours.accent, colours.surface, 0.8)
    for colour in (colours.accent, colours.work, soreness, runs, bars):
        assert contrast(colour, colours.surface) >= 3
