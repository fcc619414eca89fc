"""Tempo: how long each phase of a rep lasts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_TEMPO = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")


class Phase(StrEnum):
    """The four stretches of a rep, in the order in which a tempo names them."""

    LOWERING = "lowering"
    BOTTOM = "bottom"
    LIFTING = "lifting"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Lowering, bottom pause, lifting, top pause, in seconds, whichever comes first in the exercise."""

    lowering_s: float
    bottom_s: float
    lifting_s: float
    top_s: float

    def __post_init__(self) -> None:
        if min(self.lowering_s, self.bottom_s, self.lifting_s, self.top_s) < 0 or self.rep_s <= 0:
            raise ValueError("a tempo's phases are not negative and last longer than nothing together")

    @classmethod
    def parse(cls, text: str) -> Tempo:
        """Reads `3-1-1-0`; raises ValueError for anything else."""
        match = _TEMPO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"a tempo is written like 3-1-1-0, not {text!r}")
        return cls(*(float(part) for part in match.groups()))

    @property
    def rep_s(self) -> float:
        """How long one rep lasts."""
        return self.lowering_s + self.bottom_s + self.lifting_s + self.top_s

    def phases(self, begins_with: Phase = Phase.LOWERING) -> tuple[tuple[Phase, float], ...]:
        """The phases of one rep and their seconds, in the order they are done, without those of no length."""
        seconds = (self.lowering_s, self.bottom_s, self.lifting_s, self.top_s)
        named = tuple(zip(Phase, seconds, strict=True))
        start = list(Phase).index(begins_with)
        return tuple((phase, s) for phase, s in named[start:] + named[:start] if s > 0)

    def __str__(self) -> str:
        phases = (self.lowering_s, self.bottom_s, self.lifting_s, self.top_s)
        return "-".join(f"{phase:g}" for phase in phases)
