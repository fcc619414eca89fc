"""Turns the tables of a figure file into a Figure, and names every entry that is wrong by file and key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from trainer.errors import ContentError
from trainer.figure import skeleton
from trainer.figure.balance import balanced
from trainer.figure.camera import ABOVE, Camera, shots
from trainer.figure.figure import Figure
from trainer.figure.keyframes import Keyframe, Path
from trainer.figure.limbs import LIMBS, Contact, sign_of
from trainer.figure.pose import POINTS, Anchor
from trainer.figure.props import LAYERS, PROP_KINDS, Prop

Table = Mapping[str, Any]
TOP_KEYS = frozenset(
    {"kind", "begins_with", "working", "standing", "balance", "range", "lean_deg", "range_lean_deg", "hands"}
    | {"feet", "period_s", "camera", "anchor", "pose", "keyframes", "return", "props"}
)
CHOICES = {
    "kind": ("reps", "hold", "cycle"),
    "begins_with": ("lowering", "lifting"),
    "working": ("near", "both"),
    "hands": ("open", "fist"),
    "feet": ("shoes", "bare"),
}
ANCHORS = ("foot_near", "foot_far", *POINTS)
# A way is looked at in so many places to find its frame.
SAMPLES = 8
CONTACT_KEYS = ("on", "x", "y", "z", "tilt", "swivel", "yaw")
JOINTS = frozenset(skeleton.SIDED_LIMITS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file a value stands."""

    file: str
    key: str

    def within(self, key: str | int) -> Place:
        """A place further in."""
        return Place(
            self.file, f"{self.key}[{key}]" if isinstance(key, int) else f"{self.key}.{key}".lstrip(".")
        )

    def error(self, what: str) -> ContentError:
        """What to raise about it."""
        return ContentError(f"{self.file}: {self.key}: {what}.")


def figure_from(table: Table, file: str, exercise_id: str) -> Figure:
    """The figure that a file's content describes; raises ContentError for the first entry that is wrong."""
    top = Place(file, "")
    _only(table, TOP_KEYS, top)
    chosen = {key: _choice(table, key, top) for key in CHOICES}
    anchor = _anchor(table, top)
    out = _path(table, anchor, top)
    back = _way_back(table, out, top)
    props = tuple(_props(table.get("props", []), top.within("props")))
    camera, around = _camera(table.get("camera", {}), top.within("camera"))
    ways = [out] if back is None else [out, back]
    poses = [way.pose(step / SAMPLES) for way in ways for step in range(SAMPLES + 1)]
    figure = Figure(
        exercise_id=exercise_id,
        kind=chosen["kind"],
        begins_with=chosen["begins_with"],
        working=chosen["working"],
        standing=_flag(table, "standing", top),
        shots=shots(camera, poses, props, around),
        out=out,
        back=back,
        props=props,
        hands=chosen["hands"],
        feet=chosen["feet"],
        period_s=_number(table.get("period_s", 1.0), top.within("period_s"), 0.2, 10.0),
        range=_number(table.get("range", 1.0), top.within("range"), 0.02, 1.0),
        lean_deg=_lean(table, top),
    )
    if "range_lean_deg" in table:
        return figure.with_lean(_number(table["range_lean_deg"], top.within("range_lean_deg"), 1.0, 90.0))
    return figure


def _only(table: Table, allowed: frozenset[str], place: Place) -> None:
    for key in table:
        if key not in allowed:
            raise place.within(key).error(f"not known here; known are {', '.join(sorted(allowed))}")


def _choice(table: Table, key: str, place: Place) -> str:
    value = table.get(key, CHOICES[key][0])
    if value not in CHOICES[key]:
        raise place.within(key).error(f"must be one of {', '.join(CHOICES[key])}, not {value!r}")
    return str(value)


def _flag(table: Table, key: str, place: Place) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise place.within(key).error("must be true or false")
    return value


def _number(value: object, place: Place, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise place.error(f"must be a number from {low:g} to {high:g}, not {value!r}")
    return float(value)


def _lean(table: Table, top: Place) -> tuple[float, float] | None:
    value = table.get("lean_deg")
    if value is None:
        return None
    place = top.within("lean_deg")
    if not isinstance(value, list) or len(value) != 2:
        raise place.error("must be two numbers, the lean at the start and at the end")
    first, last = (_number(one, place, -90.0, 90.0) for one in value)
    return first, last


def _anchor(table: Table, top: Place) -> Anchor:
    place, value = top.within("anchor"), table.get("anchor")
    if not isinstance(value, dict):
        raise place.error("is missing: a table with on, x, y")
    _only(value, frozenset({"on", "x", "y", "z"}), place)
    if value.get("on") not in ANCHORS:
        raise place.within("on").error(f"must be one of {', '.join(ANCHORS)}")
    x, y, z = (_number(value.get(key, 0.0), place.within(key), -3.0, 3.0) for key in ("x", "y", "z"))
    return Anchor(value["on"], x, y, z if "z" in value else None)


def _camera(value: object, place: Place) -> tuple[Camera, tuple[str, ...]]:
    """From where the figure is seen best, and what a close-up is around."""
    if not isinstance(value, dict):
        raise place.error("must be a table with turn, above and around")
    _only(value, frozenset({"turn", "above", "around"}), place)
    around = value.get("around", [])
    if not isinstance(around, list) or any(name not in POINTS for name in around):
        raise place.within("around").error("must be a list of points of the body")
    turn = _number(value.get("turn", 0), place.within("turn"), -180.0, 180.0)
    above = _number(value.get("above", ABOVE), place.within("above"), 0.0, 1.0)
    return Camera(turn, above), tuple(around)


def _tables(value: object, place: Place) -> list[Table]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise place.error("must be a list of tables")
    return value


def _path(table: Table, anchor: Anchor, top: Place) -> Path:
    base = Keyframe(0.0, dict.fromkeys(skeleton.joint_channels(), 0.0), {})
    base = _changed(base, table.get("pose", {}), top.within("pose"))
    place = top.within("keyframes")
    frames = _frames(base, _tables(table.get("keyframes", []), place), place)
    if len(frames) < 2 or frames[0].at != 0.0 or frames[-1].at != 1.0:
        raise place.error("must be two or more, the first at 0, the last at 1")
    if anchor.on.startswith("foot_") and any(anchor.on not in frame.contacts for frame in frames):
        raise place.error(f"each must hold {anchor.on}, on which the body stands")
    if _flag(table, "balance", top):
        if not anchor.on.startswith("foot_"):
            raise top.within("balance").error("needs a foot as anchor")
        frames = [balanced(frame, anchor) for frame in frames]
    return Path.through(frames, anchor, cyclic=_is_cycle(table, frames, place))


def _is_cycle(table: Table, frames: Sequence[Keyframe], place: Place) -> bool:
    if table.get("kind") != "cycle":
        return False
    first, last = frames[0], frames[-1]
    if (first.angles, first.contacts) != (last.angles, last.contacts):
        raise place.error("must end as they begin, in a cycle")
    return True


def _way_back(table: Table, out: Path, top: Place) -> Path | None:
    """The return's own keyframes, between the turning point and the start."""
    place = top.within("return")
    written = _tables(table.get("return", []), place)
    if not written:
        return None
    first, last = out.keyframes[-1], out.keyframes[0]
    between = _frames(Keyframe(0.0, first.angles, first.contacts), written, place)
    if any(not 0.0 < frame.at < 1.0 for frame in between):
        raise place.error("each at must lie between 0 (turning point) and 1 (start)")
    ends = (Keyframe(0.0, first.angles, first.contacts), Keyframe(1.0, last.angles, last.contacts))
    return Path.through((ends[0], *between, ends[1]), out.anchor)


def _frames(base: Keyframe, tables: list[Table], place: Place) -> list[Keyframe]:
    """Keyframes in order; each keeps what the one before it had and it does not change."""
    frames: list[Keyframe] = []
    for index, table in enumerate(tables):
        here = place.within(index)
        at = _number(table.get("at"), here.within("at"), 0.0, 1.0)
        if frames and at <= frames[-1].at:
            raise here.within("at").error("must be later than the keyframe before it")
        before = frames[-1] if frames else base
        changed = _changed(before, {key: value for key, value in table.items() if key != "at"}, here)
        frames.append(Keyframe(at, changed.angles, changed.contacts))
    return frames


def _changed(frame: Keyframe, table: object, place: Place) -> Keyframe:
    if not isinstance(table, dict):
        raise place.error("must be a table")
    angles, contacts = dict(frame.angles), dict(frame.contacts)
    for key, value in sorted(table.items(), key=lambda item: item[0].endswith(skeleton.SIDES)):
        part = key.removesuffix("_near").removesuffix("_far")
        names = [key] if part != key else [f"{key}_{side}" for side in skeleton.SIDES]
        if part in LIMBS:
            for name in names:
                _set_contact(contacts, name, value, place.within(key))
        else:
            names = [key] if key in angles else names
            for name in names:
                angles[name] = _angle(name, value, place.within(key))
    return Keyframe(frame.at, angles, contacts)


def _angle(channel: str, value: object, place: Place) -> float:
    try:
        low, high = skeleton.limit_of(channel)
    except KeyError:
        known = ", ".join(sorted({*skeleton.WHOLE_LIMITS, *skeleton.CENTRAL_LIMITS, *JOINTS, *LIMBS}))
        raise place.error(f"no such joint; known are {known}") from None
    return _number(value, place, low, high)


def _set_contact(contacts: dict[str, Contact], name: str, value: object, place: Place) -> None:
    if value is False:
        contacts.pop(name, None)
        return
    if not isinstance(value, dict):
        raise place.error("must be a table with on, x, y, tilt, or false to let go")
    before = contacts.get(name)
    known: dict[str, Any] = {} if before is None else {one: getattr(before, one) for one in CONTACT_KEYS}
    _only(value, frozenset({*CONTACT_KEYS, "out"}), place)
    merged = {"x": 0.0, "y": 0.0, "z": None, "tilt": 0.0, "swivel": 0.0, "yaw": 0.0, **known, **value}
    points = LIMBS[name.partition("_")[0]].points
    if merged.get("on") not in points:
        raise place.within("on").error(f"must be one of {', '.join(points)}")
    if "out" in merged:
        merged["z"] = _number(merged["out"], place.within("out"), -1.0, 1.0) * sign_of(
            name.rpartition("_")[2]
        )
    if merged["tilt"] is False or merged["tilt"] is None:
        merged["tilt"] = None
        if merged["on"] not in ("ankle", "wrist"):
            raise place.within("tilt").error("may be false for an ankle or a wrist only")
    limits = {"x": 3.0, "y": 3.0, "z": 3.0, "tilt": 270.0, "swivel": 120.0, "yaw": 180.0}
    numbers: dict[str, Any] = {
        key: None if merged[key] is None else _number(merged[key], place.within(key), -most, most)
        for key, most in limits.items()
    }
    contacts[name] = Contact(on=merged["on"], **numbers)


def _props(value: object, place: Place) -> list[Prop]:
    return [_prop(table, place.within(index)) for index, table in enumerate(_tables(value, place))]


def _prop(table: Table, place: Place) -> Prop:
    _only(table, frozenset(one.name for one in fields(Prop)), place)
    checks: dict[str, Callable[[object], bool]] = {
        "kind": PROP_KINDS.__contains__,
        "layer": LAYERS.__contains__,
        "at": POINTS.__contains__,
        "to": POINTS.__contains__,
        "via": POINTS.__contains__,
        "rides": (True, False).__contains__,
    }
    if "kind" not in table:
        raise place.within("kind").error("is missing")
    for key, value in table.items():
        if key in checks and not checks[key](value):
            raise place.within(key).error(f"{value!r} is not known")
        if key not in checks:
            _number(value, place.within(key), -360.0, 360.0)
    return Prop(**table)
