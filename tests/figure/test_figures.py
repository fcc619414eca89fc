"""Walks every shipped figure: what a body can do, and what must not move."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path as FilePath

import pytest

from trainer.figure import skeleton
from trainer.figure.figure import Figure
from trainer.figure.keyframes import Path
from trainer.figure.limbs import LIMBS
from trainer.figure.loading import figure_ids, has_figure, load_figure
from trainer.figure.pose import Pose
from trainer.figure.vector import Vec, length, sub
from trainer.resources import resource_path

STEPS = 48
MOST_SLIP = 0.01
# How far the centre of mass may lie outside the feet on the floor: they are drawn without their width.
MARGIN = 0.01
SOLE_HALF_WIDTH = 0.03
# What lies this little higher than the lowest sole is borne too.
BEARS = 0.03


def phases() -> list[float]:
    return [2.0 * step / STEPS for step in range(STEPS)]


def paths(figure: Figure) -> list[Path]:
    return [figure.out] if figure.back is None else [figure.out, figure.back]


every_figure = pytest.mark.parametrize("exercise_id", figure_ids())


def test_each_shipped_exercise_has_a_figure() -> None:
    exercises = sorted(file.stem for file in resource_path("exercises").glob("*.toml"))
    assert len(exercises) >= 21
    assert [one for one in exercises if not has_figure(one)] == []


@every_figure
def test_no_joint_leaves_its_limits(exercise_id: str) -> None:
    figure, wrong = load_figure(exercise_id), []
    for path in paths(figure):
        for step in range(STEPS + 1):
            for channel, degrees in path.pose(step / STEPS).angles.items():
                low, high = skeleton.limit_of(channel)
                if not low - 1e-6 <= degrees <= high + 1e-6:
                    wrong.append((round(step / STEPS, 2), channel, round(degrees)))
    assert wrong == []


@every_figure
def test_limbs_keep_their_length(exercise_id: str) -> None:
    figure = load_figure(exercise_id)
    for phase in phases():
        pose = figure.pose(phase)
        for side in skeleton.SIDES:
            assert distance(pose, f"hip_{side}", f"knee_{side}") == pytest.approx(skeleton.THIGH)
            assert distance(pose, f"knee_{side}", f"ankle_{side}") == pytest.approx(skeleton.SHANK)
            assert distance(pose, f"shoulder_{side}", f"elbow_{side}") == pytest.approx(skeleton.UPPER_ARM)
            assert distance(pose, f"elbow_{side}", f"wrist_{side}") == pytest.approx(skeleton.FOREARM)


def distance(pose: Pose, first: str, second: str) -> float:
    return length(sub(pose.point(first), pose.point(second)))


@every_figure
def test_planted_feet_and_hands_stay_where_they_are(exercise_id: str) -> None:
    wrong = []
    for path in paths(load_figure(exercise_id)):
        for before, after in zip(path.keyframes, path.keyframes[1:], strict=False):
            for name, contact in before.contacts.items():
                if after.contacts.get(name) != contact:
                    continue
                point = point_of(name, contact.on)
                for share in (0.0, 0.2, 0.5, 0.8, 1.0):
                    place = path.pose(before.at + (after.at - before.at) * share).point(point)
                    slip = math.hypot(place.x - contact.x, place.y - contact.y)
                    if slip >= MOST_SLIP:
                        wrong.append((name, round(before.at, 2), share, round(slip, 3)))
    assert wrong == []


def point_of(limb: str, on: str) -> str:
    part, _, side = limb.partition("_")
    assert on in LIMBS[part].points
    return f"{on}_{side}"


@every_figure
def test_what_a_keyframe_holds_is_reached(exercise_id: str) -> None:
    wrong = []
    for path in paths(load_figure(exercise_id)):
        for index, frame in enumerate(path.keyframes):
            pose = path.pose_at_key(index)
            for name, contact in frame.contacts.items():
                place = pose.point(point_of(name, contact.on))
                miss = math.hypot(place.x - contact.x, place.y - contact.y)
                if miss >= MOST_SLIP:
                    wrong.append((index, name, round(miss, 3)))
    assert wrong == []


@every_figure
def test_the_anchored_point_moves_only_as_it_is_told(exercise_id: str) -> None:
    figure = load_figure(exercise_id)
    anchor = figure.out.anchor
    if anchor.on.startswith("foot_"):
        return  # planted like any other foot, tested above
    for phase in phases():
        pose = figure.pose(phase)
        place, moved = pose.point(anchor.on), pose.angles
        away = (place.x - moved["ahead"] - anchor.x, place.y - moved["up"] - anchor.y)
        assert math.hypot(*away) < MOST_SLIP
        assert anchor.z is None or abs(place.z - moved["across"] - anchor.z) < MOST_SLIP


@every_figure
def test_nothing_sinks_into_the_floor(exercise_id: str) -> None:
    figure, wrong = load_figure(exercise_id), []
    for phase in phases():
        pose = figure.pose(phase)
        for side in skeleton.SIDES:
            for name, least in {
                "knee": 0.03,
                "ankle": 0.02,
                "heel": -0.01,
                "ball": -0.01,
                "toe": -0.01,
                "fingers": 0.0,
                "elbow": 0.015,
            }.items():
                y = pose.point(f"{name}_{side}").y
                if y < least:
                    wrong.append((round(phase, 2), name, side, round(y, 3)))
    assert wrong == []


every_standing = pytest.mark.parametrize(
    "exercise_id", [one for one in figure_ids() if load_figure(one).standing]
)


def soles(pose: Pose, lowest: float) -> list[Vec]:
    """The points of the feet that something bears: the floor, or a step of that height; none in a hop."""
    points = []
    for side in skeleton.SIDES:
        ball = pose.point(f"ball_{side}")
        if abs(ball.y - lowest) < BEARS:
            ends = (pose.point(f"{end}_{side}") for end in ("heel", "toe"))
            points += [ball, *(end for end in ends if abs(end.y - ball.y) < BEARS)]
    return points


@every_standing
def test_standing_bodies_would_not_fall(exercise_id: str) -> None:
    figure, wrong = load_figure(exercise_id), []
    poses = [figure.pose(phase) for phase in phases()]
    assert figure.out.anchor.on.startswith("foot_")
    side = figure.out.anchor.on.removeprefix("foot_")
    lowest = min(pose.point(f"ball_{side}").y for pose in poses)
    for phase, pose in zip(phases(), poses, strict=True):
        borne, centre = soles(pose, lowest), pose.centre_of_mass()
        assert borne or figure.kind == "cycle"
        for axis, margin in ((0, MARGIN), (2, SOLE_HALF_WIDTH)):
            low = min((point[axis] for point in borne), default=centre[axis])
            high = max((point[axis] for point in borne), default=centre[axis])
            if not low - margin <= centre[axis] <= high + margin:
                wrong.append(
                    (round(phase, 2), "x z"[axis], round(low, 3), round(centre[axis], 3), round(high, 3))
                )
    assert wrong == []


@every_figure
def test_the_movement_has_no_jumps(exercise_id: str) -> None:
    figure = load_figure(exercise_id)
    before = figure.pose(0.0)
    for step in range(1, 401):
        after = figure.pose(step * 2.0 / 400.0)
        for name in ("crown", "hip_near", "knee_near", "knee_far", "ankle_near", "ankle_far", "wrist_near"):
            assert length(sub(after.point(name), before.point(name))) < 0.06, (name, step / 200.0)
        before = after


@every_figure
def test_the_frame_holds_the_whole_movement(exercise_id: str) -> None:
    figure = load_figure(exercise_id)
    for phase in phases():
        pose = figure.pose(phase)
        for view in ("side", "front"):
            shot = figure.shots[view]
            for name in ("crown", "toe_near", "toe_far", "fingers_near", "fingers_far", "elbow_near", "seat"):
                point = shot.camera.sees(pose.point(name))
                assert shot.frame.left < point.x < shot.frame.right, (view, name)
                assert shot.frame.bottom < point.y < shot.frame.top, (view, name)


@pytest.mark.parametrize(
    "file", sorted(resource_path("exercises").glob("*.toml")), ids=lambda file: file.stem
)
def test_figure_and_exercise_agree(file: FilePath) -> None:
    exercise = tomllib.loads(file.read_text(encoding="utf-8"))
    figure = load_figure(file.stem)
    assert figure.kind == exercise["kind"] or (figure.kind, exercise["kind"]) == ("cycle", "hold")
    if figure.kind == "reps":
        assert figure.begins_with == exercise.get("begins_with", "lowering")
    assert (figure.working == "near") == (exercise["side"] == "each")
