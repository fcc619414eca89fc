"""How different two colours are: to whom sees all of them, and to whom a kind of cone is missing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Colours = NDArray[np.float64]
"""sRGB, 0 to 1, the last axis being red, green, blue."""

SIGHTS = ("full", "protan", "deutan", "tritan")
# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color
# Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291-1298: on linear
# RGB, severity 1.0.
_MACHADO = {
    "full": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# IEC 61966-2-1 (sRGB) to CIE XYZ, and the white point D65 that CIELAB is relative to.
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _XYZ.sum(axis=1)


def linear(colours: Colours) -> Colours:
    """sRGB values as amounts of light (IEC 61966-2-1)."""
    return np.asarray(
        np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4), np.float64
    )


def light_seen(pixels: NDArray[np.uint8], sight: str = "full") -> Colours:
    """The linear RGB that such eyes tell apart, for pixels of 0 to 255."""
    seen = linear(pixels.astype(np.float64) / 255) @ _MACHADO[sight].T
    return np.asarray(np.clip(seen, 0.0, 1.0), np.float64)


def luminance(light: Colours) -> NDArray[np.float64]:
    """Relative luminance of linear RGB (WCAG 2.2)."""
    return np.asarray(light @ _XYZ[1], np.float64)


def contrast(one: Colours, other: Colours) -> NDArray[np.float64]:
    """The contrast ratio of WCAG 2.2 between linear RGBs, 1 to 21."""
    first, second = luminance(one) + 0.05, luminance(other) + 0.05
    return np.asarray(np.maximum(first, second) / np.minimum(first, second), np.float64)


def difference(one: Colours, other: Colours) -> float:
    """Delta E*ab between two linear RGBs (CIE 15, CIELAB 1976); about 2.3 is just noticeable."""
    return float(np.linalg.norm(_lab(one) - _lab(other)))


def _lab(light: Colours) -> Colours:
    share = (_XYZ @ light) / _WHITE
    f = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
