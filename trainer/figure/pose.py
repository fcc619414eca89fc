"""From joint angles and contacts to where every bone lies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from trainer.figure import skeleton
from trainer.figure.ik import middle_joint, reach
from trainer.figure.vector import Vec, add, along, cross, dot, length, mix, scale, sub, unit

UP, FORWARD, NEAR = Vec(0.0, 1.0), Vec(1.0, 0.0), Vec(0.0, 0.0, 1.0)
TOE_JOINT = (skeleton.BALL[0], -0.030)


@dataclass(frozen=True, slots=True)
class Bone:
    """A segment in space: where it begins, where it runs, and which way its front looks (unit vectors)."""

    origin: Vec
    axis: Vec
    front: Vec

    def at(self, forth: float, forward: float = 0.0) -> Vec:
        """The point `forth` along the bone and `forward` of it, in body heights."""
        return along(along(self.origin, self.axis, forth), self.front, forward)

    def turned(self, degrees: float, origin: Vec) -> Bone:
        """The bone that begins at `origin`, bent from this one towards its front."""
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        axis = mix(self.axis, self.front, cosine, sine)
        return Bone(origin, axis, mix(self.front, self.axis, cosine, -sine))

    def moved(self, by: Vec) -> Bone:
        """The same bone elsewhere."""
        return Bone(add(self.origin, by), self.axis, self.front)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a foot or hand is held: its point `on` at (x, y), its sole or palm tilted by `tilt` degrees.

    `hold` is how firmly: 0 leaves the limb to its joint angles, 1 pins it; between, it is on its way.
    `out` is the distance from the middle plane; None keeps the limb in its own plane. `swivel` turns the knee
    or elbow out to its side, in degrees, about the line from hip or shoulder to the held end.
    """

    on: str
    x: float
    y: float
    tilt: float
    hold: float = 1.0
    out: float | None = None
    swivel: float = 0.0


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
    out: float


LEG = Limb(
    ("thigh", "shank", "foot"),
    ("hip", "knee", "ankle"),
    skeleton.THIGH,
    skeleton.SHANK,
    -1.0,
    90.0,
    skeleton.FOOT_POINTS,
    skeleton.HIP_OUT,
)
ARM = Limb(
    ("upper_arm", "forearm", "hand"),
    ("shoulder", "elbow", "wrist"),
    skeleton.UPPER_ARM,
    skeleton.FOREARM,
    1.0,
    0.0,
    skeleton.HAND_POINTS,
    skeleton.SHOULDER_OUT,
)
LIMBS = {"foot": LEG, "hand": ARM}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The point of the body that stays where it is: `foot_near`, `knee`, `back`, `pelvis`, `belly`."""

    on: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pose:
    """A body in space: its bones, the joint angles they make, and how far it has breathed in (0..1)."""

    bones: Mapping[str, Bone]
    angles: Mapping[str, float]
    breath: float = 0.0

    def point(self, name: str) -> Vec:
        """A named point: `knee_near`, `heel_far`, `grip_near`, `neck`, `crown`, …; KeyError for others."""
        bone, forth, forward = POINTS[name]
        return self.bones[bone].at(forth, forward)

    def centre_of_mass(self) -> Vec:
        """The whole body's centre of mass (segment shares of skeleton.MASSES)."""
        total = Vec(0.0, 0.0)
        for name, mass in skeleton.MASSES.items():
            sides = [f"{name}_{side}" for side in skeleton.SIDES] if name in BONE_LENGTHS_SIDED else [name]
            for bone in sides:
                centre = self.bones[bone].at(mass.centre * BONE_LENGTHS[bone])
                total = along(total, centre, mass.share)
        return total


BONE_LENGTHS_SIDED = {
    "thigh": skeleton.THIGH,
    "shank": skeleton.SHANK,
    "foot": skeleton.TOE[0],
    "upper_arm": skeleton.UPPER_ARM,
    "forearm": skeleton.FOREARM,
    "hand": skeleton.HAND,
}
BONE_LENGTHS = {
    **{f"{name}_{side}": size for name, size in BONE_LENGTHS_SIDED.items() for side in skeleton.SIDES},
    "pelvis": skeleton.PELVIS,
    "thorax": skeleton.THORAX,
    "head": skeleton.HEAD * 0.7,
}
POINTS: dict[str, tuple[str, float, float]] = {
    "pelvis": ("pelvis", 0.0, 0.0),
    "waist": ("thorax", 0.0, 0.0),
    "neck": ("neck", 0.0, 0.0),
    "head": ("head", 0.0, 0.0),
    "crown": ("head", 0.095, 0.0),
    "occiput": ("head", 0.045, -0.064),
    "back": ("thorax", *skeleton.BACK),
    "belly": ("pelvis", *skeleton.BELLY),
    "chest": ("thorax", 0.140, 0.074),
    "seat": ("pelvis", 0.005, -0.090),
    "hips_front": ("pelvis", 0.0, 0.062),
}
for _side in skeleton.SIDES:
    POINTS |= {
        f"hip_{_side}": (f"thigh_{_side}", 0.0, 0.0),
        f"knee_{_side}": (f"shank_{_side}", 0.0, 0.0),
        f"ankle_{_side}": (f"foot_{_side}", 0.0, 0.0),
        f"heel_{_side}": (f"foot_{_side}", *skeleton.HEEL),
        f"ball_{_side}": (f"foot_{_side}", *skeleton.BALL),
        f"toe_{_side}": (f"toes_{_side}", skeleton.TOE[0] - TOE_JOINT[0], -0.014),
        f"instep_{_side}": (f"foot_{_side}", 0.040, 0.010),
        f"shoulder_{_side}": (f"upper_arm_{_side}", 0.0, 0.0),
        f"elbow_{_side}": (f"forearm_{_side}", 0.0, 0.0),
        f"wrist_{_side}": (f"hand_{_side}", 0.0, 0.0),
        f"palm_{_side}": (f"hand_{_side}", *skeleton.HAND_POINTS["palm"]),
        f"grip_{_side}": (f"hand_{_side}", *skeleton.HAND_POINTS["grip"]),
        f"fingers_{_side}": (f"hand_{_side}", *skeleton.HAND_POINTS["fingers"]),
    }


def solve(
    angles: Mapping[str, float], contacts: Mapping[str, Contact], anchor: Anchor, breath: float = 0.0
) -> Pose:
    """The pose that these angles make when the anchored point and the held limbs stay where they are.

    Held limbs get the joint angles that inverse kinematics finds; these replace the given ones.
    """
    result = dict(angles)
    bones = _trunk(angles)
    shift = _shift(bones, result, contacts, anchor)
    bones = {name: bone.moved(shift) for name, bone in bones.items()}
    for part, limb in LIMBS.items():
        for side in skeleton.SIDES:
            root = _root(bones, limb, side)
            contact = contacts.get(f"{part}_{side}")
            if contact is not None and contact.hold > 0.0:
                _hold(result, limb, side, root, contact)
            bones |= _chain(result, limb, side, root)
    return Pose(bones, result, breath)


def _trunk(angles: Mapping[str, float]) -> dict[str, Bone]:
    pelvis = Bone(Vec(0.0, 0.0), UP, FORWARD).turned(angles["lean"], Vec(0.0, 0.0))
    thorax = pelvis.turned(angles["spine"], pelvis.at(skeleton.PELVIS))
    top = thorax.at(skeleton.THORAX, -0.006)
    neck = thorax.turned(skeleton.NECK_SLOPE_DEG + angles["neck"], top)
    head = thorax.turned(angles["neck"] + angles["head"], neck.at(skeleton.NECK))
    return {"pelvis": pelvis, "thorax": thorax, "neck": neck, "head": head}


def _sign(side: str) -> float:
    return 1.0 if side == "near" else -1.0


def _root(bones: Mapping[str, Bone], limb: Limb, side: str) -> Bone:
    """The hip or shoulder joint, looking down the trunk."""
    if limb is LEG:
        trunk, origin = bones["pelvis"], bones["pelvis"].origin
    else:
        trunk, origin = bones["thorax"], bones["thorax"].at(skeleton.SHOULDER_UP, -0.006)
    return Bone(along(origin, NEAR, limb.out * _sign(side)), scale(trunk.axis, -1.0), trunk.front)


def _chain(angles: Mapping[str, float], limb: Limb, side: str, root: Bone) -> dict[str, Bone]:
    """Forward kinematics of one limb."""
    first, middle, end = (angles[f"{joint}_{side}"] for joint in limb.joints)
    upper = _swung(root, first, angles, limb, side)
    lower = upper.turned(middle * limb.bends, upper.at(limb.upper))
    last = lower.turned(limb.end_offset + end, lower.at(limb.lower))
    names = [f"{bone}_{side}" for bone in limb.bones]
    bones = dict(zip(names, (upper, lower, last), strict=True))
    if limb is LEG:
        bones[f"toes_{side}"] = last.turned(angles[f"toes_{side}"], last.at(*TOE_JOINT))
    return bones


def _swung(root: Bone, flexion: float, angles: Mapping[str, float], limb: Limb, side: str) -> Bone:
    """The thigh or upper arm: flexed, then taken out to its side, then turned about its own axis."""
    bone = root.turned(flexion, root.origin)
    out, turn = (math.radians(angles[f"{limb.joints[0]}_{kind}_{side}"]) for kind in ("out", "turn"))
    if out:
        axis = mix(bone.axis, NEAR, math.cos(out), math.sin(out) * _sign(side))
        bone = Bone(bone.origin, axis, bone.front)
    if turn:
        sideways = cross(bone.axis, bone.front)
        bone = Bone(bone.origin, bone.axis, mix(bone.front, sideways, math.cos(turn), math.sin(turn)))
    return bone


def _shift(
    bones: Mapping[str, Bone], angles: dict[str, float], contacts: Mapping[str, Contact], anchor: Anchor
) -> Vec:
    """How far the whole body must move for the anchored point to lie where it belongs."""
    goal = Vec(anchor.x, anchor.y)
    if anchor.on.startswith("foot_"):
        side = anchor.on.removeprefix("foot_")
        contact = contacts[anchor.on]
        root = _root(bones, LEG, side)
        chain = _chain(angles, LEG, side, root)
        ankle = _end_point(contact, LEG, chain[f"foot_{side}"].origin)
        here, goal = chain[f"foot_{side}"].origin, ankle
    elif anchor.on == "knee":
        here = _chain(angles, LEG, "near", _root(bones, LEG, "near"))["shank_near"].origin
    else:
        bone, forth, forward = POINTS[anchor.on]
        here = bones[bone].at(forth, forward)
    return Vec(goal.x - here.x, goal.y - here.y)


def _end_point(contact: Contact, limb: Limb, plain: Vec) -> Vec:
    """Where ankle or wrist lies when the contact is kept; `plain` is where it would be without."""
    forth, forward = limb.points[contact.on]
    turn = math.radians(contact.tilt)
    x = contact.x - forth * math.cos(turn) + forward * math.sin(turn)
    y = contact.y - forth * math.sin(turn) - forward * math.cos(turn)
    depth = plain.z if contact.out is None else math.copysign(contact.out, plain.z)
    return Vec(x, y, depth)


def _hold(angles: dict[str, float], limb: Limb, side: str, root: Bone, contact: Contact) -> None:
    """Writes the joint angles with which the limb reaches its contact into `angles`."""
    free = _chain(angles, limb, side, root)[f"{limb.bones[2]}_{side}"].origin
    plain = Vec(free.x, free.y, root.origin.z)
    goal = mix(free, _end_point(contact, limb, plain), 1.0 - contact.hold, contact.hold)
    goal = reach(root.origin, goal, limb.upper, limb.lower)
    front = _front(unit(sub(goal, root.origin)), contact.swivel, limb, side)
    middle = middle_joint(root.origin, goal, limb.upper, limb.lower, scale(front, -limb.bends))
    upper, lower = unit(sub(middle, root.origin)), unit(sub(goal, middle))
    _aim(angles, limb, side, root, upper, front)
    angles[f"{limb.joints[1]}_{side}"] = _between(upper, lower)
    last = _chain(angles, limb, side, root)[f"{limb.bones[1]}_{side}"]
    pinned = _end_angle(last, limb, contact.tilt)
    end = f"{limb.joints[2]}_{side}"
    angles[end] += (pinned - angles[end]) * contact.hold


def _front(line: Vec, swivel: float, limb: Limb, side: str) -> Vec:
    """Which way the front of a held limb looks: knees forwards, elbows backwards, or turned out."""
    front = unit(cross(NEAR, line))
    if not swivel:
        return front
    outwards = unit(along(NEAR, line, -line.z))
    turn = math.radians(swivel)
    return mix(front, outwards, math.cos(turn), -math.sin(turn) * limb.bends * _sign(side))


def _aim(angles: dict[str, float], limb: Limb, side: str, root: Bone, upper: Vec, front: Vec) -> None:
    """Hip or shoulder angles for an upper bone along `upper` whose front looks to `front`."""
    joint = limb.joints[0]
    flexion = math.atan2(dot(upper, root.front), dot(upper, root.axis))
    wanted = unit(along(front, upper, -dot(front, upper)))
    plain = mix(root.front, root.axis, math.cos(flexion), -math.sin(flexion))
    turn = math.atan2(dot(wanted, cross(upper, plain)), dot(wanted, plain))
    out = math.asin(max(-1.0, min(1.0, upper.z * _sign(side))))
    angles[f"{joint}_{side}"] = _unwound(math.degrees(flexion), angles[f"{joint}_{side}"])
    angles[f"{joint}_out_{side}"] = math.degrees(out)
    angles[f"{joint}_turn_{side}"] = math.degrees(turn)


def _between(a: Vec, b: Vec) -> float:
    return math.degrees(math.atan2(length(cross(a, b)), dot(a, b)))


def _unwound(degrees: float, near: float) -> float:
    """The same direction, less than half a turn from `near`."""
    return degrees + 360.0 * round((near - degrees) / 360.0)


def _end_angle(lower: Bone, limb: Limb, tilt: float) -> float:
    """Ankle or wrist angle that tilts the sole or the hand as asked, in the side plane."""
    turn = math.radians(tilt)
    wanted = Vec(math.cos(turn), math.sin(turn))
    raw = math.degrees(math.atan2(dot(wanted, lower.front), dot(wanted, lower.axis)))
    return _unwound(raw - limb.end_offset, 0.0)
