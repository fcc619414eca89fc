"""An exercise: what it is, whom it asks for what, and where its facts come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.domain.tempo import Phase, Tempo


class Kind(StrEnum):
    """How a set is measured."""

    REPS = "reps"
    HOLD = "hold"


class Laterality(StrEnum):
    """Whether a set is done once, or once on each side."""

    BOTH = "both"
    EACH = "each"


class Side(StrEnum):
    """The side that one row of the log was done on."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Contraction(StrEnum):
    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    ISOMETRIC = "isometric"


class Evidence(StrEnum):
    """T: in a cited trial. E: EMG or biomechanics. P: common practice."""

    TRIAL = "T"
    MECHANICS = "E"
    PRACTICE = "P"


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most, both included."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError("a range runs from its least to its most")


@dataclass(frozen=True, slots=True)
class Dose:
    """What is usually prescribed; `reps` or `hold_s` by the exercise's kind."""

    sets: Range
    rest_s: Range
    reps: Range | None = None
    hold_s: Range | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cues:
    """What to do, in the order one does it."""

    position: str
    movement: str
    feel: str


@dataclass(frozen=True, slots=True)
class Substitute:
    """What to do instead when something is missing or hurts; `without` is an equipment id or a phrase."""

    without: str
    exercise_id: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the library or of one's own; `short_name` has 18 characters at most.

    `tempo` is what the app counts; None for holds. `evidence` and `references` are empty for one's own.
    `figure` names the shipped figure that shows one of one's own; shipped ones have a figure of their id.
    `own_rules` names the numbers (dose, tempo, rest) that no source gives: shown as the app's own rule.
    `claims` are the keys of what is said about it beyond that.
    """

    id: str
    name: str
    short_name: str
    region: str
    kind: Kind
    side: Laterality
    level: int
    dose: Dose
    cues: Cues
    synonyms: tuple[str, ...] = ()
    primary_muscles: tuple[str, ...] = ()
    secondary_muscles: tuple[str, ...] = ()
    contraction: tuple[Contraction, ...] = ()
    dominance: str = ""
    gait_phases: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    tempo: Tempo | None = None
    begins_with: Phase = Phase.LOWERING
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    harder_note: str = ""
    faults: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    references: tuple[str, ...] = ()
    evidence: Evidence | None = None
    logs_lean: bool = False
    own: bool = False
    own_rules: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    figure: str = ""

    @property
    def figure_id(self) -> str:
        """The id of the figure that shows it; there may be none of that id."""
        return self.figure or self.id


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, as the evidence file marks it: shown without page numbers.

    `mark` is V (seen as cited), P (seen in part) or M (from memory; never shown as a fact).
    `authors`, `year` and `journal` are empty where they were not seen.
    """

    key: str
    title: str
    mark: str
    finding: str
    authors: str = ""
    year: int | None = None
    journal: str = ""
    core: bool = False
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
