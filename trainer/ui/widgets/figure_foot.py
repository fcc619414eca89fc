"""Hands and bare feet, where they need more than a round outline."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from trainer.figure.camera import SeenBone
from trainer.figure.flesh import Section
from trainer.ui.widgets import figure_shapes as shapes
from trainer.ui.widgets.figure_body import in_profile

Film = Mapping[str, SeenBone]
# The shade behind a sleeve that lies over the shirt is this much larger than the sleeve.
RIM = 1.06
ARCH_RISE = 0.014

# The thumb seen from the back of the hand: along the hand, and towards its front.
THUMB = (
    (0.008, 0.004),
    (0.016, 0.016),
    (0.034, 0.023),
    (0.054, 0.025),
    (0.060, 0.021),
    (0.054, 0.015),
    (0.036, 0.006),
)
# A bare foot seen from its side, from the heel round over the instep to the ball and back along the sole; the
# sole's middle is the arch, which rises.
INSTEP = (
    (-0.034, -0.042),
    (-0.040, -0.030),
    (-0.037, -0.010),
    (-0.026, 0.014),
    (0.000, 0.016),
    (0.020, 0.010),
    (0.042, -0.006),
    (0.064, -0.018),
    (0.074, -0.026),
    (0.074, -0.042),
    (0.056, -0.044),
)
ARCH = ((0.034, -0.040, 1.0), (0.014, -0.038, 1.0), (-0.008, -0.041, 0.5), (-0.022, -0.044, 0.0))
# Toes from the joint: how far they reach, how thick they are, and how far from the middle they lie.
BIG_TOE = (0.046, 0.0085, -0.020)
TOES = ((0.036, 0.0068, 0.026), (0.041, 0.0070, 0.014), (0.045, 0.0072, 0.003), (0.048, 0.0074, -0.008))


# From before: heel, arch, and the ball with the roots of the toes.
SOLE = (
    Section(-0.038, 0.000, -0.044, 0.019),
    Section(-0.014, 0.014, -0.044, 0.026),
    Section(0.026, 0.006, -0.043, 0.026),
    Section(0.056, -0.012, -0.043, 0.036),
    Section(0.074, -0.020, -0.042, 0.035),
)
# The shade around a toe is this much thicker.
EDGE = 1.22
TOE_LOW = -0.006
Toe = tuple[float, float, float]


def thumb(hand: SeenBone) -> QPainterPath:
    """The thumb."""
    return shapes.smooth([(place.x, place.y) for place in (hand.at(*point) for point in THUMB)])


def rim(upper_arm: SeenBone) -> QPainterPath:
    """A sleeve's outline, a little larger, so that it stands off the shirt."""
    path, origin = shapes.limb("sleeve", upper_arm).path, QPointF(upper_arm.origin.x, upper_arm.origin.y)
    grown = (
        QTransform.fromTranslate(origin.x(), origin.y()).scale(RIM, RIM).translate(-origin.x(), -origin.y())
    )
    return grown.map(path)


def bare(film: Film, side: str, arch: float) -> Iterator[tuple[QPainterPath, bool]]:
    """The parts of a bare foot from back to front, and whether each lies in the shade."""
    foot = film[f"foot_{side}"]
    if not in_profile(foot):
        yield from _from_before(film, side)
        return
    inside = foot.side.z < 0.0
    big = _edged(film[f"big_toe_{side}"], BIG_TOE, shaded=not inside)
    small = [
        part
        for toe in (TOES if inside else reversed(TOES))
        for part in _edged(film[f"toes_{side}"], toe, inside)
    ]
    yield from [*small, *big] if inside else [*big, *small]
    yield _sole(foot, arch), False


def sole_of(foot: SeenBone, arch: float) -> SeenBone:
    """Where the muscles of the sole lie under an arch that is raised so far."""
    return SeenBone(foot.at(0.0, ARCH_RISE * arch), foot.axis, foot.front, foot.side)


def _sole(foot: SeenBone, arch: float) -> QPainterPath:
    outline = [*INSTEP, *((forth, up + ARCH_RISE * (0.4 + arch) * share) for forth, up, share in ARCH)]
    return shapes.smooth([(place.x, place.y) for place in (foot.at(*point) for point in outline)])


def _edged(bone: SeenBone, toe: Toe, shaded: bool = False) -> list[tuple[QPainterPath, bool]]:
    """A toe on the shade that parts it from the next one."""
    reach, thick, out = toe
    edge = thick * EDGE
    return [(_toe(bone, reach + edge - thick, edge, out), True), (_toe(bone, *toe), shaded)]


def _toe(bone: SeenBone, reach: float, thick: float, out: float) -> QPainterPath:
    """A toe from its joint to its rounded end: as thick wherever it is seen from."""
    start, end = bone.at(0.004, TOE_LOW, out), bone.at(reach - thick, TOE_LOW, out)
    x, y = end.x - start.x, end.y - start.y
    size = math.hypot(x, y) or 1e-6
    path = QPainterPath()
    path.addRoundedRect(QRectF(-thick, -thick, size + 2.0 * thick, 2.0 * thick), thick, thick)
    return QTransform(x / size, y / size, -y / size, x / size, start.x, start.y).map(path)


def _from_before(film: Film, side: str) -> Iterator[tuple[QPainterPath, bool]]:
    """Seen along its length, or its sole: heel and ball as one, the toes before them."""
    foot = film[f"foot_{side}"]
    for toe in TOES:
        yield from _edged(film[f"toes_{side}"], toe)
    yield from _edged(film[f"big_toe_{side}"], BIG_TOE)
    yield shapes.loft([(foot, section) for section in SOLE]), False
