"""The demonstrator of one exercise: its pose at any moment of a rep."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.domain.tempo import Tempo
from trainer.figure.camera import Shot
from trainer.figure.keyframes import Path
from trainer.figure.pose import Pose
from trainer.figure.props import Prop

# A return that the tempo gives no time (4-0-0-0: "reset") takes this long when it is shown.
RESET_S = 2.5
BREATH_S = 4.0
# Nearer to the full range than this, a movement ends as it was drawn, its own way back included.
FULL_RANGE = 0.98


@dataclass(frozen=True, slots=True)
class Figure:
    """One exercise, ready to be posed.

    A phase runs from 0 (start) to 1 (turning point; of a hold: where it is held) and on to 2 (start again).
    A cycle (a stride, hops) goes round once in `period_s`, whatever the tempo, and has no turning point.
    The near side does the work and is the right one; the mirrored picture makes it the left one. `shots` has
    the figure's own view under "" beside "side", "front" and "back"; each frames the whole movement.
    """

    exercise_id: str
    kind: str
    begins_with: str
    working: str
    standing: bool
    shots: Mapping[str, Shot]
    out: Path
    back: Path | None = None
    props: tuple[Prop, ...] = ()
    hands: str = "open"
    feet: str = "shoes"
    period_s: float = 1.0
    range: float = 1.0
    lean_deg: tuple[float, float] | None = None

    def pose(self, phase: float) -> Pose:
        """The body at `phase` (0..2, then round again). A hold stays held and breathes once a round."""
        phase %= 2.0
        if self.kind == "hold":
            return self.out.pose(1.0, math.sin(math.pi * phase / 2.0) ** 2)
        if self.kind == "cycle":
            return self.out.pose(phase / 2.0)
        return self._at(phase)

    def entry_pose(self, share: float) -> Pose:
        """The way into the turning point: 0 the start, 1 the end; of a hold, how it is taken up."""
        return self._at(max(0.0, min(1.0, share)))

    def start_pose(self) -> Pose:
        """The pose that every rep, or the hold, begins from."""
        return self.out.pose(0.0)

    def phase_at(self, rep_s: float, tempo: Tempo | Sequence[float]) -> float:
        """The phase `rep_s` seconds into a rep of this tempo (lowering, bottom, lifting, top).

        Each moving phase lasts as long as the tempo says, each pause rests. A way back to which the tempo
        gives no time of its own uses the pause after it, else RESET_S more. Holds and cycles keep their time.
        """
        if self.kind != "reps":
            return (rep_s / self._round_s * 2.0) % 2.0
        out_s, turn_s, back_s, rest_s = self._phases(tempo)
        at = min(max(rep_s, 0.0), out_s + turn_s + back_s + rest_s)
        if at < out_s:
            return at / out_s
        at -= out_s + turn_s
        return 1.0 if at <= 0.0 and back_s > 0.0 else 1.0 + min(1.0, at / back_s)

    def cycle_s(self, tempo: Tempo | Sequence[float]) -> float:
        """How long one shown rep lasts: the tempo's sum, and the reset where the tempo has no time for it."""
        return sum(self._phases(tempo)) if self.kind == "reps" else self._round_s

    @property
    def _round_s(self) -> float:
        return BREATH_S if self.kind == "hold" else self.period_s

    def with_range(self, share: float) -> Figure:
        """The same movement, turning back at this share of its way (0..1]."""
        return replace(self, range=max(0.02, min(1.0, share)))

    def with_lean(self, degrees: float) -> Figure:
        """The same movement as far as this lean (Nordics); ValueError for a figure that has none."""
        if self.lean_deg is None:
            raise ValueError(f"{self.exercise_id} is not measured by its lean")
        return self.with_range(self._range_of_lean(degrees))

    def _range_of_lean(self, degrees: float) -> float:
        low, high = 0.0, 1.0
        for _ in range(24):
            middle = (low + high) / 2.0
            low, high = (middle, high) if thigh_lean_deg(self.out.pose(middle)) < degrees else (low, middle)
        return high

    def _at(self, phase: float) -> Pose:
        if phase <= 1.0:
            return self.out.pose(phase * self.range)
        if self.back is not None and self.range >= FULL_RANGE:
            return self.back.pose(phase - 1.0)
        return self.out.pose((2.0 - phase) * self.range)

    def _phases(self, tempo: Tempo | Sequence[float]) -> tuple[float, float, float, float]:
        """Seconds out, at the turning point, back, and resting at the start."""
        if isinstance(tempo, Tempo):
            tempo = (tempo.lowering_s, tempo.bottom_s, tempo.lifting_s, tempo.top_s)
        lowering, bottom, lifting, top = tempo
        if self.begins_with == "lowering":
            out_s, turn_s, back_s, rest_s = lowering, bottom, lifting, top
        else:
            out_s, turn_s, back_s, rest_s = lifting, top, lowering, bottom
        if back_s <= 0.0:
            back_s, rest_s = (rest_s, 0.0) if rest_s > 0.0 else (RESET_S, 0.0)
        return out_s, turn_s, back_s, rest_s


def thigh_lean_deg(pose: Pose) -> float:
    """How far the near thigh leans forward of upright, in degrees: the lean of a Nordic."""
    knee, hip = pose.point("knee_near"), pose.point("hip_near")
    return math.degrees(math.atan2(hip.x - knee.x, hip.y - knee.y))
