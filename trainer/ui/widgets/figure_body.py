"""The outlines that bend with the body: trunk and feet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QPainterPath

from trainer.figure.camera import SeenBone
from trainer.figure.flesh import SOLIDS, Section, aspect_of
from trainer.figure.limbs import TOE_JOINT
from trainer.ui.widgets import figure_head as head
from trainer.ui.widgets import figure_shapes as shapes

Film = Mapping[str, SeenBone]
# How far the chest comes forward in a full breath of a hold.
BREATH_SWELL = 0.006
HEM = Section(0.046, 0.060, -0.054, 0.082)
WAIST = Section(0.082, 0.063, -0.056, 0.080)
# A foot that lies this much in the picture, and this much on its edge, is seen in profile.
IN_PICTURE, ON_EDGE = 0.75, 0.6
LIMBS = ("thigh", "shank", "upper_arm", "forearm")
WORN = (("thigh", "shorts"), ("upper_arm", "sleeve"))

# The shoe seen from its side: along the sole from the ankle, and up.
SHOE = (
    (-0.038, -0.043),
    (-0.045, -0.034),
    (-0.045, -0.018),
    (-0.037, 0.004),
    (-0.026, 0.013),
    (0.000, 0.008),
    (0.018, 0.012),
    (0.040, -0.003),
    (0.068, -0.016),
    (0.094, -0.020),
    (0.110, -0.026),
    (0.116, -0.036),
    (0.110, -0.044),
    (0.060, -0.044),
    (0.010, -0.043),
)
SOLE = (
    (-0.044, -0.042),
    (-0.047, -0.036),
    (-0.042, -0.031),
    (0.010, -0.034),
    (0.060, -0.035),
    (0.100, -0.034),
    (0.117, -0.033),
    (0.118, -0.038),
    (0.108, -0.046),
    (0.060, -0.047),
    (0.010, -0.046),
    (-0.034, -0.047),
)
SOLE_SECTIONS = tuple(Section(one.at * 1.03, -0.035, -0.047, one.side * 1.04) for one in SOLIDS["foot"])


def shoe(film: Film, side: str) -> tuple[QPainterPath, QPainterPath]:
    """The shoe and its sole, bent where the toes bend."""
    if in_profile(film[f"foot_{side}"]):
        return _profile(film, side, SHOE), _profile(film, side, SOLE)
    return _end_on(film, side, SOLIDS["foot"]), _end_on(film, side, SOLE_SECTIONS)


def in_profile(foot: SeenBone) -> bool:
    """Whether a foot is seen from its inside or outside."""
    aspect = aspect_of(foot)
    return aspect.size > IN_PICTURE and abs(aspect.across[0]) > ON_EDGE


def _profile(film: Film, side: str, outline: Sequence[shapes.Point]) -> QPainterPath:
    foot, toes = film[f"foot_{side}"], film[f"toes_{side}"]
    points = []
    for forth, up in outline:
        bent = forth > TOE_JOINT[0]
        place = toes.at(forth - TOE_JOINT[0], up - TOE_JOINT[1]) if bent else foot.at(forth, up)
        points.append((place.x, place.y))
    return shapes.smooth(points)


def _end_on(film: Film, side: str, sections: Sequence[Section]) -> QPainterPath:
    foot, toes = film[f"foot_{side}"], film[f"toes_{side}"]
    rows = []
    for one in sections:
        if one.at > TOE_JOINT[0]:
            up = TOE_JOINT[1]
            rows.append((toes, Section(one.at - TOE_JOINT[0], one.front - up, one.back - up, one.side)))
        else:
            rows.append((foot, one))
    return shapes.loft(rows)


def shirt(film: Film, breath: float) -> QPainterPath:
    """The trunk from the hem to the collar."""
    pelvis, thorax = film["pelvis"], film["thorax"]
    swell = BREATH_SWELL * breath
    chest = [
        one._replace(front=one.front + swell * max(0.0, 1.0 - abs(one.at - 0.11) / 0.11))
        for one in SOLIDS["thorax"]
    ]
    return shapes.loft([(pelvis, HEM), (pelvis, WAIST), *((thorax, one) for one in chest)])


def pelvis(film: Film) -> QPainterPath:
    """The shorts from the waist to the legs."""
    return shapes.loft([(film["pelvis"], one) for one in SOLIDS["pelvis"]])


def silhouette(film: Film, hands: str) -> Iterator[QPainterPath]:
    """The outlines of all parts, in body heights; to be filled one by one, in one opaque colour."""
    for side in ("far", "near"):
        for part in LIMBS:
            yield shapes.limb(part, film[f"{part}_{side}"]).path
        for bone, part in (*WORN, ("hand", "fist" if hands == "fist" else "hand")):
            yield shapes.limb(part, film[f"{bone}_{side}"]).path
        yield shoe(film, side)[0]
    yield shapes.limb("neck", film["neck"]).path
    yield from head.silhouette(film["head"])
    yield shirt(film, 0.0)
    yield pelvis(film)
