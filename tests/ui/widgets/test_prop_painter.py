"""Every thing is painted, from the side and from the front."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from trainer.figure.figure import Figure
from trainer.figure.loading import load_figure
from trainer.figure.props import PROP_KINDS, Prop
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look

TO_A_HAND = {"at": "ankle_near", "to": "grip_near", "via": "knee_near"}


def picture(figure: Figure, view: str) -> QImage:
    image = QImage(240, 240, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    FigurePainter(FigureColours.of_theme("light")).paint(
        painter, QRectF(image.rect()), figure, figure.pose(0.5), Look(view=view)
    )
    painter.end()
    return image


def thing(kind: str) -> Prop:
    if kind in ("band", "band_loop", "belt", "dowel"):
        return Prop(kind, width=0.1, height=0.02, layer="front", **TO_A_HAND)
    return Prop(kind, x=0.2, y=0.3, width=0.2, height=0.4, layer="front")


@pytest.mark.parametrize("view", ["side", "front", "back"])
@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_kind_of_thing_is_seen(qtbot: QtBot, kind: str, view: str) -> None:
    figure = replace(load_figure("single-leg-rdl"), props=())
    assert picture(replace(figure, props=(thing(kind),)), view) != picture(figure, view)


@pytest.mark.parametrize("layer", ["back", "middle", "legs", "trunk", "front"])
def test_layers_lie_over_each_other(qtbot: QtBot, layer: str) -> None:
    """A ball in the body's place hides more of it, the further to the front its layer is."""
    figure = load_figure("single-leg-rdl")
    ball = Prop("ball", at="pelvis", width=0.3, layer=layer)
    bare = replace(figure, props=())
    hidden = {
        one: picture(replace(bare, props=(replace(ball, layer=one),)), "side") for one in ("back", layer)
    }
    assert (hidden["back"] == hidden[layer]) == (layer == "back")


def test_a_rolled_towel_and_a_wall_beside_are_other_things(qtbot: QtBot) -> None:
    bare = replace(load_figure("single-leg-rdl"), props=())
    for plain, other in (
        (Prop("towel", x=0.2, width=0.1), Prop("towel", x=0.2, y=0.03, width=0.1)),
        (Prop("wall", x=0.3, height=1.0), Prop("wall", x=0.3, height=1.0, tilt=90)),
        (Prop("chair", x=0.2, height=0.3), Prop("chair", x=0.2, height=0.3, tilt=-1)),
    ):
        assert picture(replace(bare, props=(plain,)), "side") != picture(
            replace(bare, props=(other,)), "side"
        )


def test_a_push_to_a_point_is_not_seen_along_its_length(qtbot: QtBot) -> None:
    bare = replace(load_figure("single-leg-rdl"), props=())
    push = Prop("push", at="knee_near", z=0.2, to="knee_near", width=0.15, layer="front")
    pushed = replace(bare, props=(push,))
    assert picture(pushed, "side") == picture(bare, "side")
    assert picture(pushed, "front") != picture(bare, "front")
