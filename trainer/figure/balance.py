"""Standing poses are balanced by moving the hips over the foot until nobody would fall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from trainer.figure import skeleton
from trainer.figure.keyframes import Keyframe
from trainer.figure.limbs import Contact, sign_of
from trainer.figure.pose import Anchor, solve
from trainer.figure.vector import Vec

# Where the centre of mass is brought to, ahead of the heel: about the middle of the foot.
OVER_FOOT = 0.058
# A single foot stands nearer to the middle than its hip.
UNDER_BODY = 0.6 * skeleton.HIP_OUT
SEARCH_DEG = 45.0
STEPS, CLOSE = 8, 1e-4


def balanced(frame: Keyframe, anchor: Anchor) -> Keyframe:
    """The keyframe with the hips moved so that the centre of mass stands over the anchored foot.

    Own rule: secant steps on the hip angle of the anchored leg, trunk and knees left as they were; where only
    that foot stands, the body is moved sideways over it too.
    """
    frame = _over_one_foot(frame, anchor)
    contact = frame.contacts[anchor.on]
    goal = contact.x + OVER_FOOT if contact.on == "heel" else contact.x
    first, second = 0.0, 8.0
    before, after = _ahead(frame, anchor, first) - goal, _ahead(frame, anchor, second) - goal
    for _ in range(STEPS):
        if abs(after) < CLOSE or after == before:
            break
        third = max(-SEARCH_DEG, min(SEARCH_DEG, second - after * (second - first) / (after - before)))
        first, second, before = second, third, after
        after = _ahead(frame, anchor, second) - goal
    return Keyframe(frame.at, _tipped(frame.angles, anchor, second, frame), frame.contacts)


def _over_one_foot(frame: Keyframe, anchor: Anchor) -> Keyframe:
    side = anchor.on.removeprefix("foot_")
    if _stands(frame.contacts.get(f"foot_{_other(side)}"), frame.contacts[anchor.on]):
        return frame
    contact = frame.contacts[anchor.on]
    z = sign_of(side) * UNDER_BODY if contact.z is None else contact.z
    frame = replace(frame, contacts={**frame.contacts, anchor.on: replace(contact, z=z)})
    for _ in range(3):
        by = z - _centre(frame.angles, frame, anchor).z
        frame = replace(frame, angles={**frame.angles, "across": frame.angles["across"] + by})
    return frame


def _stands(contact: Contact | None, on: Contact) -> bool:
    """Whether the other foot is held at the height of this one."""
    return contact is not None and contact.hold > 0.0 and abs(contact.y - on.y) < 0.05


def _centre(angles: Mapping[str, float], frame: Keyframe, anchor: Anchor) -> Vec:
    return solve(angles, frame.contacts, anchor).centre_of_mass()


def _ahead(frame: Keyframe, anchor: Anchor, by_deg: float) -> float:
    return _centre(_tipped(frame.angles, anchor, by_deg, frame), frame, anchor).x


def _tipped(angles: Mapping[str, float], anchor: Anchor, by_deg: float, frame: Keyframe) -> dict[str, float]:
    """More hip flexion of the standing leg, at the same trunk: the hips go back over the foot."""
    side = anchor.on.removeprefix("foot_")
    result = dict(angles)
    result[f"hip_{side}"] += by_deg
    other = _other(side)
    if f"foot_{other}" in frame.contacts and frame.contacts[f"foot_{other}"].hold:
        result[f"hip_{other}"] += by_deg
    return result


def _other(side: str) -> str:
    return "far" if side == "near" else "near"
