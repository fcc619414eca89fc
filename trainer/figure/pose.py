"""From joint angles and contacts to where every bone lies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from trainer.figure import skeleton
from trainer.figure.bone import Bone
from trainer.figure.limbs import LEG, LIMBS, TOE_JOINT, Contact, Limb, chain, end_point, hold, sign_of
from trainer.figure.vector import Vec, add, along, cross, mix, scale

UP, FORWARD = Vec(0.0, 1.0), Vec(1.0, 0.0)
TRUNK = ("pelvis", "thorax", "neck", "head")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The point of the body that stays where it is; without `z` the body keeps to its own middle plane."""

    on: str
    x: float
    y: float
    z: float | None = None


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
        f"mid_thigh_{_side}": (f"thigh_{_side}", 0.150, 0.0),
        f"above_knee_{_side}": (f"thigh_{_side}", 0.205, 0.0),
        f"knee_{_side}": (f"shank_{_side}", 0.0, 0.0),
        f"mid_shank_{_side}": (f"shank_{_side}", 0.120, 0.0),
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
    trunk = _trunk(angles)
    shift = _shift(trunk, result, contacts, anchor)
    bones = {name: bone.moved(shift) for name, bone in trunk.items()}
    for part, limb in LIMBS.items():
        for side in skeleton.SIDES:
            root = _root(bones, limb, side)
            contact = contacts.get(f"{part}_{side}")
            if contact is not None and contact.hold > 0.0:
                hold(result, limb, side, root, contact)
            bones |= chain(result, limb, side, root)
    return Pose(bones, result, breath)


def _trunk(angles: Mapping[str, float]) -> dict[str, Bone]:
    origin = Vec(0.0, 0.0)
    pelvis = Bone(origin, UP, FORWARD).turned(angles["lean"], origin)
    if angles["roll"] or angles["turn"]:
        pelvis = Bone(origin, _placed(pelvis.axis, angles), _placed(pelvis.front, angles))
    thorax = pelvis.turned(angles["spine"], pelvis.at(skeleton.PELVIS))
    thorax = _looking(_bent(thorax, angles["bend"]), angles["twist"])
    top = thorax.at(skeleton.THORAX, -0.006)
    neck = _bent(thorax.turned(skeleton.NECK_SLOPE_DEG + angles["neck"], top), angles["neck_bend"])
    head = _bent(thorax.turned(angles["neck"] + angles["head"], neck.at(skeleton.NECK)), angles["neck_bend"])
    return {"pelvis": pelvis, "thorax": thorax, "neck": neck, "head": _looking(head, angles["head_turn"])}


def _placed(vector: Vec, angles: Mapping[str, float]) -> Vec:
    """Tipped to the near side by `roll`, then turned there by `turn`."""
    x, y, z = vector
    roll, turn = math.radians(angles["roll"]), math.radians(angles["turn"])
    y, z = y * math.cos(roll) - z * math.sin(roll), y * math.sin(roll) + z * math.cos(roll)
    return Vec(x * math.cos(turn) - z * math.sin(turn), y, x * math.sin(turn) + z * math.cos(turn))


def _bent(bone: Bone, degrees: float) -> Bone:
    """A bone of the trunk bent to the near side."""
    if not degrees:
        return bone
    turn, near = math.radians(degrees), cross(bone.front, bone.axis)
    return Bone(bone.origin, mix(bone.axis, near, math.cos(turn), math.sin(turn)), bone.front)


def _looking(bone: Bone, degrees: float) -> Bone:
    """A bone of the trunk twisted about itself until it looks to the near side."""
    if not degrees:
        return bone
    turn, near = math.radians(degrees), cross(bone.front, bone.axis)
    return Bone(bone.origin, bone.axis, mix(bone.front, near, math.cos(turn), math.sin(turn)))


def _root(bones: Mapping[str, Bone], limb: Limb, side: str) -> Bone:
    """The hip or shoulder joint, looking down the trunk."""
    if limb is LEG:
        trunk, origin, out = bones["pelvis"], bones["pelvis"].origin, skeleton.HIP_OUT
    else:
        trunk, out = bones["thorax"], skeleton.SHOULDER_OUT
        origin = trunk.at(skeleton.SHOULDER_UP, -0.006)
    near = cross(trunk.front, trunk.axis)
    return Bone(along(origin, near, out * sign_of(side)), scale(trunk.axis, -1.0), trunk.front)


def _shift(
    trunk: Mapping[str, Bone], angles: dict[str, float], contacts: Mapping[str, Contact], anchor: Anchor
) -> Vec:
    """How far the whole body must move for the anchored point to lie where it belongs."""
    moved = Vec(angles["ahead"], angles["up"], angles["across"])
    goal = Vec(anchor.x, anchor.y, anchor.z or 0.0)
    part, _, side = anchor.on.partition("_")
    if part == "foot":
        foot = chain(angles, LEG, side, _root(trunk, LEG, side))[f"foot_{side}"].origin
        here, goal = foot, end_point(contacts[anchor.on], LEG, foot, side)
    else:
        bone, forth, forward = POINTS[anchor.on]
        here = _found(trunk, angles, bone).at(forth, forward)
    z = 0.0 if anchor.z is None else goal.z - here.z
    return add(Vec(goal.x - here.x, goal.y - here.y, z), moved)


def _found(trunk: Mapping[str, Bone], angles: Mapping[str, float], bone: str) -> Bone:
    """One bone of the body before it is moved."""
    if bone in trunk:
        return trunk[bone]
    side = bone.rpartition("_")[2]
    limb = next(
        one for one in LIMBS.values() if any(bone == f"{name}_{side}" for name in (*one.bones, "toes"))
    )
    return chain(angles, limb, side, _root(trunk, limb, side))[bone]
