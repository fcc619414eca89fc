"""What the camera sees, and how flesh lies around the bones that it sees."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.figure import skeleton
from trainer.figure.camera import BACK, FRONT, SIDE, Camera, shot_of
from trainer.figure.flesh import SOLIDS, Section, aspect_of, section_at
from trainer.figure.pose import Anchor, Pose, solve
from trainer.figure.props import Prop
from trainer.figure.vector import Vec

ANCHOR = Anchor("pelvis", 0.0, 0.53)


def body(**angles: float) -> Pose:
    return solve(dict.fromkeys(skeleton.joint_channels(), 0.0) | angles, {}, ANCHOR)


def test_from_the_side_near_is_nearer_and_the_front_is_to_the_right() -> None:
    camera = Camera(SIDE)
    assert camera.sees(Vec(0.5, 0.0)).x > camera.sees(Vec(0.0, 0.0)).x
    assert camera.depth(Vec(0.0, 0.0, 0.3)) > 0.0
    assert camera.sideways


def test_from_the_front_one_looks_at_the_viewer_and_near_is_to_the_left() -> None:
    """Near is the right side of the body, which is on the left of who stands before it."""
    camera = Camera(FRONT)
    assert camera.depth(Vec(0.5, 0.0)) == pytest.approx(0.5)
    assert camera.sees(Vec(0.0, 0.0, 0.3)).x == pytest.approx(-0.3)
    assert not camera.sideways


def test_from_behind_it_is_the_other_way_round() -> None:
    camera = Camera(BACK)
    assert camera.depth(Vec(0.5, 0.0)) == pytest.approx(-0.5)
    assert camera.sees(Vec(0.0, 0.0, 0.3)).x == pytest.approx(0.3)


@given(st.floats(-180, 180), st.floats(0.0, 1.5))
def test_up_stays_up_from_everywhere(turn: float, high: float) -> None:
    place = Camera(turn).sees(Vec(0.0, high, 0.0))
    assert place == pytest.approx((0.0, high, 0.0), abs=1e-9)


def test_the_side_of_a_limb_is_seen_away_from_the_middle() -> None:
    film = Camera(SIDE).film(body())
    assert film["thigh_near"].side.z > 0.9
    assert film["thigh_far"].side.z < -0.9
    assert film["pelvis"].side.z > 0.9


def test_what_faces_the_viewer() -> None:
    film = {view: Camera(view).film(body()) for view in (SIDE, FRONT, BACK)}
    assert aspect_of(film[FRONT]["thorax"]).facing == pytest.approx(0.0, abs=1e-6)
    assert abs(aspect_of(film[BACK]["thorax"]).facing) == pytest.approx(180.0)
    assert aspect_of(film[SIDE]["thigh_near"]).facing == pytest.approx(90.0)
    assert aspect_of(film[SIDE]["thigh_far"]).facing == pytest.approx(-90.0)


def test_a_limb_that_points_at_the_viewer_looks_short() -> None:
    film = Camera(FRONT).film(body(hip_near=90.0))
    assert aspect_of(film["thigh_near"]).size < 0.3
    assert aspect_of(film["thigh_far"]).size == pytest.approx(1.0)


@given(st.floats(0, 360))
def test_an_ellipse_is_never_wider_than_its_longer_half(turn: float) -> None:
    section = Section(0.0, 0.05, -0.03, 0.06)
    across = (math.cos(math.radians(turn)), math.sin(math.radians(turn)))
    left, right = section.edges(across)
    assert right < left
    assert left - right <= 2 * 0.06 + 1e-9


def test_the_edges_of_a_section_are_its_profile_and_its_width() -> None:
    section = Section(0.0, 0.05, -0.03, 0.06)
    assert section.edges((1.0, 0.0)) == pytest.approx((0.05, -0.03))
    assert section.edges((-1.0, 0.0)) == pytest.approx((0.03, -0.05))
    assert section.edges((0.0, 1.0)) == pytest.approx((0.06, -0.06))


@pytest.mark.parametrize("name", SOLIDS)
def test_sections_lie_in_order_and_between_them_is_between(name: str) -> None:
    solid = SOLIDS[name]
    assert [one.at for one in solid] == sorted({one.at for one in solid})
    assert section_at(solid, -9.0) == solid[0]
    assert section_at(solid, 9.0) == solid[-1]
    for one, two in pairwise(solid):
        middle = section_at(solid, (one.at + two.at) / 2.0)
        assert middle.side == pytest.approx((one.side + two.side) / 2.0)


def test_a_close_up_cuts_the_rest_off() -> None:
    pose, box = body(), Prop("box", x=2.0, width=0.4, height=0.3)
    whole = shot_of(Camera(SIDE), [pose], [box]).frame
    close = shot_of(Camera(SIDE), [pose], [box], ("heel_near", "toe_near")).frame
    assert whole.right > 2.1
    assert whole.top > 1.0
    assert close.width < 0.4
    assert close.top < 0.3
