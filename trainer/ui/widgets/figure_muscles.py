"""Where working muscles are lit on the body: soft shapes in the measures of the bone they lie on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QRadialGradient

from trainer.ui.widgets.figure_shapes import Point, smooth

STRONG, FAINT, FAR = 0.92, 0.28, 0.6


@dataclass(frozen=True, slots=True, eq=False)
class LitMuscle:
    """One muscle's shape on one bone, brightest at `core`, fading out at `reach` from it."""

    bone: str
    shape: QPainterPath
    core: Point
    reach: float

    def brush(self, colour: QColor, far: bool) -> QBrush:
        """The muscle's colour, fading towards its ends; fainter on the far side."""
        gradient = QRadialGradient(QPointF(*self.core), self.reach)
        inner, outer = QColor(colour), QColor(colour)
        inner.setAlphaF(STRONG * (FAR if far else 1.0))
        outer.setAlphaF(FAINT * (FAR if far else 1.0))
        gradient.setColorAt(0.0, inner)
        gradient.setColorAt(0.55, inner)
        gradient.setColorAt(1.0, outer)
        return QBrush(gradient)


def _muscle(bone: str, points: list[Point]) -> LitMuscle:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    core = ((min(xs) + max(xs)) / 2.0, (min(ys) + max(ys)) / 2.0)
    reach = max(max(xs) - min(xs), max(ys) - min(ys)) / 2.0
    return LitMuscle(bone, smooth(points), core, reach)


HAMSTRING = _muscle(
    "thigh",
    [
        (0.022, -0.046),
        (0.060, -0.058),
        (0.110, -0.052),
        (0.160, -0.042),
        (0.205, -0.035),
        (0.246, -0.029),
        (0.236, -0.020),
        (0.200, -0.016),
        (0.150, -0.012),
        (0.090, -0.014),
        (0.045, -0.026),
    ],
)
HAMSTRING_INNER = _muscle(
    "thigh",
    [(0.040, -0.050), (0.100, -0.054), (0.160, -0.042), (0.236, -0.031), (0.200, -0.026), (0.120, -0.030)],
)
QUADRICEPS = _muscle(
    "thigh",
    [
        (0.030, 0.030),
        (0.070, 0.056),
        (0.130, 0.050),
        (0.190, 0.039),
        (0.225, 0.030),
        (0.190, 0.010),
        (0.090, 0.008),
    ],
)
ADDUCTORS = _muscle(
    "thigh",
    [(0.010, 0.000), (0.050, 0.014), (0.120, 0.006), (0.190, -0.008), (0.110, -0.016), (0.040, -0.016)],
)
CALF = _muscle(
    "shank",
    [
        (0.018, -0.028),
        (0.050, -0.041),
        (0.085, -0.044),
        (0.120, -0.036),
        (0.140, -0.024),
        (0.105, -0.010),
        (0.050, -0.010),
    ],
)
SOLEUS = _muscle(
    "shank",
    [(0.080, -0.030), (0.120, -0.032), (0.170, -0.024), (0.200, -0.016), (0.160, -0.008), (0.100, -0.010)],
)
SHIN = _muscle(
    "shank", [(0.030, 0.026), (0.070, 0.028), (0.130, 0.023), (0.180, 0.016), (0.120, 0.008), (0.060, 0.010)]
)
GLUTE = _muscle(
    "pelvis",
    [
        (0.060, -0.044),
        (0.040, -0.061),
        (0.004, -0.069),
        (-0.028, -0.060),
        (-0.044, -0.038),
        (-0.036, -0.014),
        (-0.006, -0.006),
        (0.034, -0.014),
        (0.056, -0.028),
    ],
)
GLUTE_SIDE = _muscle(
    "pelvis", [(0.064, -0.030), (0.066, 0.006), (0.036, 0.022), (0.008, 0.004), (0.020, -0.024)]
)
BACK_LOW = _muscle(
    "thorax",
    [
        (-0.016, -0.046),
        (0.040, -0.050),
        (0.090, -0.058),
        (0.130, -0.060),
        (0.120, -0.044),
        (0.070, -0.036),
        (0.010, -0.030),
        (-0.020, -0.034),
    ],
)
LATS = _muscle(
    "thorax",
    [(0.030, -0.036), (0.090, -0.050), (0.140, -0.050), (0.160, -0.030), (0.110, -0.016), (0.060, -0.020)],
)
OBLIQUES = _muscle(
    "thorax",
    [(-0.010, 0.010), (0.000, 0.040), (0.050, 0.044), (0.090, 0.034), (0.080, 0.004), (0.030, -0.008)],
)
ABDOMEN = _muscle(
    "thorax",
    [(-0.015, 0.050), (0.030, 0.055), (0.080, 0.060), (0.110, 0.064), (0.080, 0.044), (0.020, 0.038)],
)
HIP_FRONT = _muscle(
    "thigh", [(-0.030, 0.030), (0.010, 0.054), (0.055, 0.052), (0.040, 0.030), (0.000, 0.018)]
)
SHOULDER = _muscle(
    "upper_arm",
    [(-0.020, 0.000), (0.010, 0.028), (0.050, 0.024), (0.080, 0.000), (0.050, -0.026), (0.010, -0.028)],
)
FOREARM = _muscle(
    "forearm",
    [(0.010, 0.010), (0.040, 0.022), (0.080, 0.016), (0.110, 0.006), (0.070, -0.002), (0.030, -0.002)],
)
FOOT = _muscle("foot", [(-0.020, -0.032), (0.020, -0.020), (0.060, -0.030), (0.090, -0.036), (0.040, -0.038)])

REGIONS: dict[str, tuple[LitMuscle, ...]] = {
    "hamstrings": (HAMSTRING,),
    "biceps femoris": (HAMSTRING,),
    "semitendinosus": (HAMSTRING_INNER,),
    "semimembranosus": (HAMSTRING_INNER,),
    "quadriceps": (QUADRICEPS,),
    "adductor magnus": (ADDUCTORS,),
    "adductor longus": (ADDUCTORS,),
    "adductors": (ADDUCTORS,),
    "gastrocnemius": (CALF,),
    "soleus": (SOLEUS,),
    "tibialis anterior": (SHIN,),
    "gluteus maximus": (GLUTE,),
    "gluteus medius": (GLUTE_SIDE,),
    "erector spinae": (BACK_LOW,),
    "trunk extensors": (BACK_LOW,),
    "latissimus dorsi": (LATS,),
    "obliques": (OBLIQUES,),
    "external obliques": (OBLIQUES,),
    "internal obliques": (OBLIQUES,),
    "transversus abdominis": (OBLIQUES,),
    "rectus abdominis": (ABDOMEN,),
    "hip flexors": (HIP_FRONT,),
    "iliopsoas": (HIP_FRONT,),
    "deltoid": (SHOULDER,),
    "deltoids": (SHOULDER,),
    "forearm flexors": (FOREARM,),
    "foot intrinsics": (FOOT,),
}


def lit_muscles(names: Iterable[str]) -> tuple[LitMuscle, ...]:
    """The shapes of these muscles, each once; names that no region is drawn for are left out.

    What stands in brackets, such as "(long head)", is not told apart.
    """
    heads = [name.partition(" (")[0] for name in names]
    found = [shape for name in heads for shape in REGIONS.get(name, ())]
    if HAMSTRING in found:
        found = [shape for shape in found if shape is not HAMSTRING_INNER]
    return tuple(dict.fromkeys(found))
