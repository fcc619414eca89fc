"""Standing poses are balanced by moving the hips over the foot until nobody would fall."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.figure.keyframes import Keyframe
from trainer.figure.pose import Anchor, solve

# Where the centre of mass is brought to, ahead of the heel: about the middle of the foot.
OVER_FOOT = 0.058
SEARCH_DEG = 45.0
STEPS, CLOSE = 8, 1e-4


def balanced(frame: Keyframe, anchor: Anchor) -> Keyframe:
    """The keyframe with its hip angles changed so that the centre of mass stands over the anchored foot.

    Own rule: secant steps on the hip angle of the anchored leg, trunk and knees left as they were.
    """
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
