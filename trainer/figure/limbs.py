"""Legs and arms: from their joint angles to bones, and back from where their ends are held."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from trainer.figure import skeleton
from trainer.figure.bone import Ball, Bone
from trainer.figure.ik import middle_joint, reach
from trainer.figure.vector import Vec, along, cross, dot, length, mix, scale, sub, unit

TOE_JOINT = (skeleton.BALL[0], -0.030)
# A limb that points this nearly along the trunk's sideways axis keeps the front it had.
ACROSS = 0.15


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a foot or hand is held: its point `on` at (x, y), its sole or palm tilted by `tilt` degrees.

    `tilt` None leaves the end to its joint angles; it is then held by its ankle or wrist. `z` is how far to
    the near side it lies; None keeps the limb in its own plane. `yaw` turns toes or fingers out. `swivel`
    turns the knee or elbow out to its side, about the line from hip or shoulder to the held end.
    `hold` is how firmly: 0 leaves the limb to its joint angles, 1 pins it; between, it is on its way.
    """

    on: str
    x: float
    y: float
    tilt: float | None = 0.0
    hold: float = 1.0
    z: float | None = None
    swivel: float = 0.0
    yaw: float = 0.0


@dataclass(frozen=True, slots=True)
class Limb:
    """What makes a leg or an arm: its bones, its joints, which way the middle joint bends."""

    bones: tuple[str, str, str]
    joints: tuple[str, str, str]
    upper: float
    lower: float
    bends: float
    end_offset: float
    points: Mapping[str, tuple[float, float]]


LEG = Limb(
    ("thigh", "shank", "foot"),
    ("hip", "knee", "ankle"),
    skeleton.THIGH,
    skeleton.SHANK,
    -1.0,
    90.0,
    skeleton.FOOT_POINTS,
)
ARM = Limb(
    ("upper_arm", "forearm", "hand"),
    ("shoulder", "elbow", "wrist"),
    skeleton.UPPER_ARM,
    skeleton.FOREARM,
    1.0,
    0.0,
    skeleton.HAND_POINTS,
)
LIMBS = {"foot": LEG, "hand": ARM}


def sign_of(side: str) -> float:
    """1 for the near side, -1 for the far one."""
    return 1.0 if side == "near" else -1.0


def chain(angles: Mapping[str, float], limb: Limb, side: str, root: Bone) -> dict[str, Bone]:
    """Forward kinematics of one limb that hangs on `root`."""
    sign = sign_of(side)
    upper = _ball(angles, limb.joints[0], side).swing(root, sign)
    lower = upper.turned(angles[f"{limb.joints[1]}_{side}"] * limb.bends, upper.at(limb.upper))
    last = _ball(angles, limb.joints[2], side).swing(
        lower.turned(limb.end_offset, lower.at(limb.lower)), sign
    )
    names = [f"{bone}_{side}" for bone in limb.bones]
    bones = dict(zip(names, (upper, lower, last), strict=True))
    if limb is LEG:
        bones[f"toes_{side}"] = last.turned(angles[f"toes_{side}"], last.at(*TOE_JOINT))
        bones[f"big_toe_{side}"] = last.turned(angles[f"big_toe_{side}"], last.at(*TOE_JOINT))
    return bones


def end_point(contact: Contact, limb: Limb, plain: Vec, side: str) -> Vec:
    """Where ankle or wrist lies when the contact is kept; `plain` is where it would be without."""
    z = plain.z if contact.z is None else contact.z
    if contact.tilt is None:
        return Vec(contact.x, contact.y, z)
    end = _pinned(contact, contact.tilt, side)
    forth, forward = limb.points[contact.on]
    offset = mix(end.axis, end.front, forth, forward)
    return Vec(contact.x - offset.x, contact.y - offset.y, z)


def hold(angles: dict[str, float], limb: Limb, side: str, root: Bone, contact: Contact) -> None:
    """Writes the joint angles with which the limb on `root` reaches its contact into `angles`."""
    sign = sign_of(side)
    free = chain(angles, limb, side, root)[f"{limb.bones[2]}_{side}"].origin
    plain = Vec(free.x, free.y, root.origin.z)
    goal = mix(free, end_point(contact, limb, plain, side), 1.0 - contact.hold, contact.hold)
    goal = reach(root.origin, goal, limb.upper, limb.lower)
    front = _front(root, unit(sub(goal, root.origin)), contact.swivel, limb, sign)
    middle = middle_joint(root.origin, goal, limb.upper, limb.lower, scale(front, -limb.bends))
    upper, lower = unit(sub(middle, root.origin)), unit(sub(goal, middle))
    first = limb.joints[0]
    _write(angles, first, side, Ball.between(root, upper, front, sign, angles[f"{first}_{side}"]))
    angles[f"{limb.joints[1]}_{side}"] = math.degrees(
        math.atan2(length(cross(upper, lower)), dot(upper, lower))
    )
    if contact.tilt is not None:
        _hold_end(angles, limb, side, root, contact, contact.tilt)


def _hold_end(
    angles: dict[str, float], limb: Limb, side: str, root: Bone, contact: Contact, tilt: float
) -> None:
    """Lays the sole or the palm as the contact wants it; on the ball of a foot the toes stay level."""
    lower = chain(angles, limb, side, root)[f"{limb.bones[1]}_{side}"].turned(limb.end_offset, Vec(0.0, 0.0))
    end, joint = _pinned(contact, tilt, side), limb.joints[2]
    ball = Ball.between(lower, end.axis, end.front, sign_of(side), angles[f"{joint}_{side}"])
    before = _ball(angles, joint, side)
    share = contact.hold
    blended = Ball(
        before.flexion + (ball.flexion - before.flexion) * share,
        before.out + (ball.out - before.out) * share,
        before.turn + (ball.turn - before.turn) * share,
    )
    _write(angles, joint, side, blended)
    if limb is LEG and contact.on == "ball":
        level = -tilt * share
        for toes in (f"toes_{side}", f"big_toe_{side}"):
            own = angles[toes]
            angles[toes] = max(own, level) if own else level


def _pinned(contact: Contact, tilt: float, side: str) -> Bone:
    """The foot or hand of a contact, from the world's origin."""
    turn, yaw = math.radians(tilt), math.radians(contact.yaw)
    level = Vec(math.cos(yaw), 0.0, math.sin(yaw) * sign_of(side))
    up = Vec(0.0, 1.0)
    axis = mix(level, up, math.cos(turn), math.sin(turn))
    return Bone(Vec(0.0, 0.0), axis, mix(up, level, math.cos(turn), -math.sin(turn)))


def _front(root: Bone, line: Vec, swivel: float, limb: Limb, sign: float) -> Vec:
    """Which way the front of a held limb looks: knees forwards, elbows backwards, or turned out."""
    sideways = cross(root.axis, root.front)
    plain = cross(sideways, line)
    front = unit(plain) if length(plain) > ACROSS else unit(along(root.front, line, -dot(root.front, line)))
    if not swivel:
        return front
    outwards = cross(line, front)
    turn = math.radians(swivel)
    return mix(front, outwards, math.cos(turn), -math.sin(turn) * limb.bends * sign)


def _ball(angles: Mapping[str, float], joint: str, side: str) -> Ball:
    return Ball(angles[f"{joint}_{side}"], angles[f"{joint}_out_{side}"], angles[f"{joint}_turn_{side}"])


def _write(angles: dict[str, float], joint: str, side: str, ball: Ball) -> None:
    angles[f"{joint}_{side}"] = ball.flexion
    angles[f"{joint}_out_{side}"] = ball.out
    angles[f"{joint}_turn_{side}"] = ball.turn
