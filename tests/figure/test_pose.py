"""Properties of forward and inverse kinematics."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.figure import skeleton
from trainer.figure.bone import Ball, Bone
from trainer.figure.limbs import Contact
from trainer.figure.pose import Anchor, Pose, solve
from trainer.figure.tracks import Track
from trainer.figure.vector import Vec, dot, length, sub

ANCHOR = Anchor("pelvis", 0.0, 0.53)


def standing(contacts: dict[str, Contact] | None = None, **angles: float) -> Pose:
    return solve(dict.fromkeys(skeleton.joint_channels(), 0.0) | angles, contacts or {}, ANCHOR)


def test_upright_it_is_one_tall() -> None:
    pose = standing()
    assert pose.point("crown").y - pose.point("heel_near").y == pytest.approx(1.0, abs=0.01)


def test_the_masses_make_one_body() -> None:
    sided = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
    shares = [mass.share * (2 if name in sided else 1) for name, mass in skeleton.MASSES.items()]
    assert math.fsum(shares) == pytest.approx(1.0)
    assert standing().centre_of_mass().y == pytest.approx(0.56, abs=0.03)


@given(st.floats(-0.12, 0.12), st.floats(0.1, 0.3), st.floats(-40, 40), st.floats(0.0, 0.12))
def test_a_held_heel_lies_where_it_is_held(x: float, y: float, tilt: float, out: float) -> None:
    contact = Contact("heel", x, y, tilt, z=out)
    place = standing({"foot_near": contact}).point("heel_near")
    assert math.hypot(place.x - x, place.y - y, place.z - out) < 0.001


@given(st.floats(-45, 25))
def test_toes_lie_level_under_a_raised_heel_and_over_a_low_one(tilt: float) -> None:
    toes = standing({"foot_near": Contact("ball", 0.05, 0.1, tilt)}).bones["toes_near"]
    assert toes.axis.y == pytest.approx(0.0, abs=1e-6)


@given(st.floats(-0.25, 0.25), st.floats(0.0, 0.3))
def test_knees_bend_forwards_and_elbows_backwards(x: float, y: float) -> None:
    pose = standing(
        {"foot_near": Contact("ankle", x, y, 0), "hand_near": Contact("wrist", 0.22 + x / 3, 0.7, 0)}
    )
    assert pose.angles["knee_near"] >= 0.0
    hip, knee, ankle = (pose.point(f"{name}_near") for name in ("hip", "knee", "ankle"))
    assert turn(hip, knee, ankle) <= 1e-9
    shoulder, elbow, wrist = (pose.point(f"{name}_near") for name in ("shoulder", "elbow", "wrist"))
    assert turn(shoulder, elbow, wrist) >= -1e-9


def turn(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
    """Positive where the way from a over b to c turns to the left."""
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


@given(
    st.dictionaries(st.sampled_from(skeleton.joint_channels()), st.floats(-60, 60)),
    st.floats(-1.5, 1.5),
    st.floats(-1.0, 1.5),
)
def test_no_pose_changes_a_bone(angles: dict[str, float], x: float, y: float) -> None:
    pose = standing({"hand_far": Contact("palm", x, y, 0), "foot_far": Contact("toe", y, x, 0)}, **angles)
    for side in skeleton.SIDES:
        for first, second, size in (
            ("hip", "knee", skeleton.THIGH),
            ("knee", "ankle", skeleton.SHANK),
            ("shoulder", "elbow", skeleton.UPPER_ARM),
            ("elbow", "wrist", skeleton.FOREARM),
        ):
            gap = sub(pose.point(f"{first}_{side}"), pose.point(f"{second}_{side}"))
            assert length(gap) == pytest.approx(size, abs=1e-6)


@given(st.floats(-120, 120), st.floats(-80, 80), st.floats(-120, 120), st.sampled_from([1.0, -1.0]))
def test_a_ball_joint_finds_its_angles_again(flexion: float, out: float, turn: float, sign: float) -> None:
    root = Bone(Vec(0.0, 1.0), Vec(0.0, -1.0), Vec(1.0, 0.0))
    bone = Ball(flexion, out, turn).swing(root, sign)
    found = Ball.between(root, bone.axis, bone.front, sign, flexion)
    assert (found.flexion, found.out, found.turn) == pytest.approx((flexion, out, turn), abs=1e-3)


def test_positive_angles_lead_outwards_on_either_side() -> None:
    pose = standing(hip_out_near=30, hip_out_far=30, shoulder_out_near=40, shoulder_out_far=40)
    for side, sign in (("near", 1.0), ("far", -1.0)):
        for joint, end in (("hip", "ankle"), ("shoulder", "wrist")):
            assert (pose.point(f"{end}_{side}").z - pose.point(f"{joint}_{side}").z) * sign > 0.1


def test_roll_lays_the_body_on_its_near_side_and_turn_looks_there() -> None:
    assert standing(roll=90).point("crown").z > 0.4
    assert dot(standing(turn=90).bones["pelvis"].front, Vec(0.0, 0.0, 1.0)) == pytest.approx(1.0)
    bent = standing(bend=20, twist=30)
    assert bent.point("crown").z > 0.05
    assert bent.bones["thorax"].front.z > 0.4


def test_an_anchor_with_a_depth_holds_it_too() -> None:
    angles = dict.fromkeys(skeleton.joint_channels(), 0.0) | {"roll": 70.0}
    place = solve(angles, {}, Anchor("elbow_near", 0.1, 0.03, -0.2)).point("elbow_near")
    assert place == pytest.approx((0.1, 0.03, -0.2))


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=6), st.floats(0, 1))
def test_tracks_never_overshoot(values: list[float], time: float) -> None:
    track = Track.through([i / (len(values) - 1) for i in range(len(values))], values)
    assert min(values) - 1e-6 <= track.at(time) <= max(values) + 1e-6


def test_tracks_pass_through_their_keys() -> None:
    track = Track.through([0.0, 0.3, 1.0], [5.0, 7.0, 1.0])
    assert [track.at(time) for time in (-1, 0, 0.3, 1, 2)] == pytest.approx([5, 5, 7, 1, 1])
