"""Standing poses are balanced by moving the hips over the foot until nobody would fall."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.figure.keyframes import Keyframe
from trainer.figure.pose import Anchor, solve

# Where the centre of mass is brought to, ahead of the heel: about the middle of the foot.
OVER_FOOT = 0.058
SEARCH_DEG = 45.0


def balanced(frame: Keyframe, anchor: Anchor) -> Keyframe:
    """The keyframe with its hip angles changed so that the centre of mass stands over the anchored foot.

    Own rule: bisection on the hip angle of the anchored leg, trunk and knees left as they were.
    """
    contact = frame.contacts[anchor.on]
    goal = contact.x + OVER_FOOT if contact.on == "heel" else contact.x
    low, high = -SEARCH_DEG, SEARCH_DEG
    for _ in range(30):
        middle = (low + high) / 2.0
        if _ahead(frame, anchor, middle) > goal:
            low = middle
        else:
            high = middle
    return Keyframe(frame.at, _tipped(frame.angles, anchor, (low + high) / 2.0, frame), frame.contacts)


def _ahead(frame: Keyframe, anchor: Anchor, by_deg: float) -> float:
    angles = _tipped(frame.angles, anchor, by_deg, frame)
    return solve(angles, frame.contacts, anchor).centre_of_mass().x


def _tipped(angles: Mapping[str, float], anchor: Anchor, by_deg: float, frame: Keyframe) -> dict[str, float]:
    """More hip flexion of the standing leg, at the same trunk: the hips go back over the foot."""
    side = anchor.on.removeprefix("foot_")
    result = dict(angles)
    result[f"hip_{side}"] += by_deg
    other = "far" if side == "near" else "near"
    if f"foot_{other}" in frame.contacts and frame.contacts[f"foot_{other}"].hold:
        result[f"hip_{other}"] += by_deg
    return result
