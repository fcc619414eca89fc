"""The outlines of the body that bend with it: trunk and shoes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QPainterPath

from trainer.figure.pose import TOE_JOINT, Bone, Pose
from trainer.ui.widgets import figure_shapes as shapes
from trainer.ui.widgets.figure_canvas import project, transform_of

# How far the chest comes forward in a full breath of a hold.
BREATH_SWELL = 0.006
SILHOUETTE = (
    ("thigh", shapes.THIGH),
    ("thigh", shapes.SHORTS_LEG),
    ("shank", shapes.SHANK),
    ("upper_arm", shapes.UPPER_ARM),
    ("upper_arm", shapes.SHIRT_SLEEVE),
    ("forearm", shapes.FOREARM),
    ("hand", shapes.HAND_OPEN),
)


def shoe(pose: Pose, side: str, outline: Sequence[shapes.Point]) -> QPainterPath:
    """The shoe, or its sole, bent where the toes bend."""
    foot, toes = pose.bones[f"foot_{side}"], pose.bones[f"toes_{side}"]
    points = []
    for forth, up in outline:
        bent = forth > TOE_JOINT[0]
        place = toes.at(forth - TOE_JOINT[0], up - TOE_JOINT[1]) if bent else foot.at(forth, up)
        points.append(project(place))
    return shapes.smooth(points)


def shirt(pose: Pose) -> QPainterPath:
    """The trunk from the hem to the collar."""
    pelvis, thorax = pose.bones["pelvis"], pose.bones["thorax"]
    swell = BREATH_SWELL * pose.breath
    front = [(up, ahead + swell * max(0.0, 1.0 - abs(up - 0.11) / 0.11)) for up, ahead in shapes.THORAX_FRONT]
    hem = [(0.050, -0.040), (0.045, 0.000), (0.050, 0.050), shapes.WAIST_FRONT]
    return shapes.smooth(
        [*_places(pelvis, hem), *_places(thorax, front), *_places(thorax, shapes.THORAX_BACK)]
    )


def pelvis(pose: Pose) -> QPainterPath:
    """The shorts from the waist to the legs."""
    waist = [shapes.WAIST_FRONT, (0.076, 0.000), shapes.WAIST_BACK]
    return shapes.smooth(_places(pose.bones["pelvis"], [*shapes.PELVIS_FRONT, *waist, *shapes.PELVIS_BACK]))


def silhouette(pose: Pose) -> Iterator[QPainterPath]:
    """The outlines of all parts, in body heights; to be filled one by one, in one opaque colour."""
    for side in ("far", "near"):
        for name, shape in SILHOUETTE:
            yield transform_of(pose.bones[f"{name}_{side}"]).map(shape)
        yield shoe(pose, side, shapes.SHOE)
    yield transform_of(pose.bones["neck"]).map(shapes.NECK)
    head = transform_of(pose.bones["head"])
    yield head.map(shapes.FACE)
    yield head.map(shapes.HAIR)
    yield shirt(pose)
    yield pelvis(pose)


def _places(bone: Bone, points: Iterable[shapes.Point]) -> list[shapes.Point]:
    return [project(bone.at(forth, forward)) for forth, forward in points]
