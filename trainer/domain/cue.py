"""Cues: what a session says or sounds, and which speech gives way."""

from __future__ import annotations

from collections.abc import Sequence
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

# How long the earcon has the ear for itself before its speech (own rule: most of the sound has died away).
_EARCON_FIRST_S = {
    CueId.NEXT: 0.5,
    CueId.CHANGE_SIDES: 0.65,
    CueId.REST: 0.75,
    CueId.HALF_WAY: 0.6,
    CueId.FINISHED: 0.95,
    CueId.PHASE: 0.1,
    CueId.REP: 0.1,
}
_RANK = {cue: rank for rank, cues in enumerate(_PRIORITY) for cue in cues}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a moment in seconds.

    `text` is its caption, `says` the units that are spoken, each in small letters and without a full stop;
    `clip` names the earcon. Each is empty for none.
    """

    at_s: float
    cue: CueId
    text: str = ""
    clip: str = ""
    says: tuple[str, ...] = ()

    @property
    def speech_at_s(self) -> float:
        """The moment at which its speech begins and its caption is shown: the earcon goes first."""
        return self.at_s + (_EARCON_FIRST_S.get(self.cue, 0.0) if self.clip else 0.0)

    @property
    def rank(self) -> int:
        """The lower, the more important its speech."""
        return _RANK.get(self.cue, len(_PRIORITY))


UNIT_GAP_S = 0.06
"""The silence between two units of a phrase (own rule)."""

_PHRASE, _BETWEEN = "say:", "|"


def phrase_clip(says: Sequence[str]) -> str:
    """The id by which the sound player knows a phrase: one clip, made of its units."""
    return _PHRASE + _BETWEEN.join(says)


def units_of(clip: str) -> tuple[str, ...]:
    """The units of a phrase's clip id; none for an earcon's."""
    return tuple(clip.removeprefix(_PHRASE).split(_BETWEEN)) if clip.startswith(_PHRASE) else ()


class Calls(StrEnum):
    """What is spoken in a paced rep: its phases, its phases and their seconds, or nothing."""

    WORDS = "words"
    SECONDS = "seconds"
    NOTHING = "nothing"


class Counts(StrEnum):
    """Which reps are counted aloud."""

    EACH = "each"
    LAST_THREE = "last_three"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CueStyle:
    """How a session is to sound. What is silenced is still captioned and mirrored."""

    calls: Calls = Calls.WORDS
    counts: Counts = Counts.EACH
    without_sound: frozenset[CueId] = frozenset()
    without_speech: frozenset[CueId] = frozenset()
