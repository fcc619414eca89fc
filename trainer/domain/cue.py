"""Cues: what a session says or sounds, and which speech gives way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CueId(StrEnum):
    """The product's cue ids; `phase` sounds a low tick for lowering and a high one for lifting."""

    NEXT = "next"
    PIP = "pip"
    GO = "go"
    WORK = "work"
    PHASE = "phase"
    REP = "rep"
    HALF_WAY = "half_way"
    TEN_SECONDS = "ten_seconds"
    CHANGE_SIDES = "change_sides"
    REST = "rest"
    LAST_SET = "last_set"
    LAST_EXERCISE = "last_exercise"
    PAUSED = "paused"
    RESUMED = "resumed"
    FINISHED = "finished"


_PRIORITY = (
    (CueId.CHANGE_SIDES, CueId.REST, CueId.FINISHED),
    (CueId.NEXT,),
    (CueId.LAST_SET, CueId.LAST_EXERCISE),
    (CueId.REP,),
    (CueId.PHASE,),
    (CueId.TEN_SECONDS,),
    (CueId.HALF_WAY,),
)
_RANK = {cue: rank for rank, cues in enumerate(_PRIORITY) for cue in cues}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a moment in seconds.

    `text` is what is spoken and captioned, empty for none. `clip` names the earcon, empty for none.
    """

    at_s: float
    cue: CueId
    text: str = ""
    clip: str = ""

    @property
    def rank(self) -> int:
        """The lower, the more important its speech."""
        return _RANK.get(self.cue, len(_PRIORITY))
