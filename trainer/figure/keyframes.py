"""Keyframes: what the body does at moments of a movement, and everything between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.figure.limbs import Contact
from trainer.figure.pose import Anchor, Pose, solve
from trainer.figure.tracks import Track

MOVING = ("x", "y", "hold", "swivel", "yaw")
OPTIONAL = ("tilt", "z")


@dataclass(frozen=True, slots=True)
class Keyframe:
    """The body at the moment `at` (0..1): all joint angles, and the limbs that are held there."""

    at: float
    angles: Mapping[str, float]
    contacts: Mapping[str, Contact]


@dataclass(frozen=True, slots=True)
class ContactTrack:
    """One held limb over time; where a keyframe leaves it free, `hold` falls to 0."""

    on: str
    values: Mapping[str, Track]

    def at(self, time: float) -> Contact:
        """Where the limb is held at `time`."""
        now = {name: track.at(time) for name, track in self.values.items()}
        return Contact(
            self.on,
            now["x"],
            now["y"],
            now.get("tilt"),
            now["hold"],
            now.get("z"),
            now["swivel"],
            now["yaw"],
        )


@dataclass(frozen=True, slots=True)
class Path:
    """A way from a first to a last keyframe; `keyframes` are as they were written."""

    keyframes: tuple[Keyframe, ...]
    anchor: Anchor
    angles: Mapping[str, Track]
    contacts: Mapping[str, ContactTrack]

    @classmethod
    def through(cls, keyframes: Sequence[Keyframe], anchor: Anchor, *, cyclic: bool = False) -> Path:
        """The smooth way through two keyframes or more, in order of time, the first at 0, the last at 1.

        A cyclic one ends as it began and goes on without resting there.
        """
        times = [frame.at for frame in keyframes]
        angles = {
            name: Track.through(times, [frame.angles[name] for frame in keyframes], cyclic=cyclic)
            for name in keyframes[0].angles
        }
        held = {name for frame in keyframes for name in frame.contacts}
        contacts = {name: _contact_track(name, keyframes, cyclic) for name in sorted(held)}
        return cls(tuple(keyframes), anchor, angles, contacts)

    def pose(self, time: float, breath: float = 0.0) -> Pose:
        """The body at `time` (0..1)."""
        angles = {name: track.at(time) for name, track in self.angles.items()}
        contacts = {name: track.at(time) for name, track in self.contacts.items()}
        return solve(angles, contacts, self.anchor, breath)

    def pose_at_key(self, index: int) -> Pose:
        """The body as the keyframe of this index wants it."""
        frame = self.keyframes[index]
        return solve(frame.angles, frame.contacts, self.anchor)


def _contact_track(name: str, keyframes: Sequence[Keyframe], cyclic: bool) -> ContactTrack:
    times = [frame.at for frame in keyframes]
    filled = _filled([frame.contacts.get(name) for frame in keyframes])
    given = [one for one in OPTIONAL if all(getattr(contact, one) is not None for contact in filled)]
    tracks = {
        one: Track.through(times, [getattr(contact, one) for contact in filled], cyclic=cyclic)
        for one in (*MOVING, *given)
    }
    return ContactTrack(filled[0].on, tracks)


def _filled(contacts: Sequence[Contact | None]) -> list[Contact]:
    """Fills gaps with the neighbour's place and no hold, so that nothing slides when a limb is let go."""
    known = [contact for contact in contacts if contact is not None]
    last, result = known[0], []
    for index, contact in enumerate(contacts):
        following = next((later for later in contacts[index:] if later is not None), last)
        last = contact or (last if any(contacts[:index]) else following)
        result.append(contact or replace(last, hold=0.0))
    return result
