"""A well-proportioned adult of body height 1: lengths, masses and what each joint allows.

Lengths and heights: Drillis & Contini 1966 as printed in Winter, *Biomechanics and Motor Control of Human
Movement*, fig. 4.1; masses and centres of mass: the same book, table 4.1. How the trunk is divided, the
neck, and the shoe's sole are own rule. Joint limits: round figures of common goniometry, own rule.
"""

from __future__ import annotations

from dataclasses import dataclass

SIDES = ("near", "far")

THIGH = 0.245
SHANK = 0.246
ANKLE_HEIGHT = 0.039 + 0.005  # the shoe's sole adds half a hundredth
FOOT = 0.152
UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.100
PELVIS = 0.095  # hips to waist
THORAX = 0.222  # waist to the root of the neck
SHOULDER_UP = 0.193  # waist to the height of the shoulder joint: hips to shoulders make 0.288
NECK = 0.062
HEAD = 0.130  # chin to crown

HIP_OUT = 0.050  # half the distance between the hip joints
SHOULDER_OUT = 0.105

NECK_SLOPE_DEG = 15.0  # the neck leans forward of the trunk by this much when one looks straight ahead

# Points of the shoe from the ankle joint: along the sole, and at right angles to it.
HEEL = (-0.030, -ANKLE_HEIGHT)
BALL = (0.068, -ANKLE_HEIGHT)
TOE = (0.110, -ANKLE_HEIGHT)
FOOT_POINTS = {"heel": HEEL, "ball": BALL, "toe": TOE, "ankle": (0.0, 0.0)}
HAND_POINTS = {"wrist": (0.0, 0.0), "palm": (0.045, 0.0), "grip": (0.055, 0.0), "fingers": (HAND, 0.0)}
BACK = (0.150, -0.068)  # the shoulder blades, from the waist along the thorax and to the back
BELLY = (0.010, 0.066)  # the front of the pelvis, from the hips


@dataclass(frozen=True, slots=True)
class Mass:
    """A segment's share of the body's mass, and where its centre lies between its two ends (0..1)."""

    share: float
    centre: float


MASSES = {
    "thigh": Mass(0.100, 0.433),
    "shank": Mass(0.0465, 0.433),
    "foot": Mass(0.0145, 0.5),
    "upper_arm": Mass(0.028, 0.436),
    "forearm": Mass(0.016, 0.430),
    "hand": Mass(0.006, 0.506),
    "pelvis": Mass(0.242, 0.4),
    "thorax": Mass(0.255, 0.55),
    "head": Mass(0.081, 0.5),
}

# Degrees. Positive: hip, knee and elbow flexion, toes and ankle up, trunk and neck forward; `…_out` takes
# limb, toes or fingers away from the middle, `…_turn` turns the front of the limb outwards.
SIDED_LIMITS = {
    "hip": (-30.0, 130.0),
    "hip_out": (-35.0, 70.0),
    "hip_turn": (-60.0, 75.0),
    "knee": (0.0, 155.0),
    "ankle": (-70.0, 40.0),
    "ankle_out": (-40.0, 40.0),
    "ankle_turn": (-45.0, 45.0),
    "toes": (-40.0, 85.0),
    "big_toe": (-40.0, 85.0),
    "shoulder": (-65.0, 185.0),
    "shoulder_out": (-45.0, 180.0),
    "shoulder_turn": (-110.0, 110.0),
    "elbow": (0.0, 150.0),
    "wrist": (-90.0, 90.0),
    "wrist_out": (-60.0, 60.0),
    "wrist_turn": (-115.0, 115.0),
}
# `bend` and `neck_bend` lean to the near side; `twist` and `head_turn` look there.
CENTRAL_LIMITS = {
    "spine": (-30.0, 60.0),
    "bend": (-35.0, 35.0),
    "twist": (-45.0, 45.0),
    "neck": (-50.0, 60.0),
    "head": (-40.0, 40.0),
    "neck_bend": (-45.0, 45.0),
    "head_turn": (-80.0, 80.0),
}
# No joints, but where the whole body is. `lean` pitches the pelvis: 90 is face down, -90 face up; then `roll`
# tips it to its near side, then `turn` turns its front to the near side. The others move it, in body heights.
# `arch` is how far the arch of a bare foot is raised (0..1).
WHOLE_LIMITS = {
    "lean": (-200.0, 200.0),
    "roll": (-180.0, 180.0),
    "turn": (-180.0, 180.0),
    "ahead": (-2.0, 2.0),
    "up": (-2.0, 2.0),
    "across": (-2.0, 2.0),
    "arch": (0.0, 1.0),
}


def limit_of(channel: str) -> tuple[float, float]:
    """What `hip_near`, `spine` or `lean` may be; KeyError for what is no channel."""
    for limits in (CENTRAL_LIMITS, WHOLE_LIMITS):
        if channel in limits:
            return limits[channel]
    joint, _, side = channel.rpartition("_")
    if side not in SIDES:
        raise KeyError(channel)
    return SIDED_LIMITS[joint]


def joint_channels() -> tuple[str, ...]:
    """Every value that a pose has: `lean`, …, `spine`, …, `hip_near`, `hip_far`, …"""
    sided = [f"{joint}_{side}" for joint in SIDED_LIMITS for side in SIDES]
    return (*WHOLE_LIMITS, *CENTRAL_LIMITS, *sided)
