"""What an import would do, for the user to see before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.domain.transfer import ImportBatch
from trainer.exchange.contents import Question, Refused


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each; a set's left and right are two."""

    sessions: int = 0
    sets: int = 0
    checkins: int = 0
    runs: int = 0

    def __sub__(self, other: Counts) -> Counts:
        return Counts(
            self.sessions - other.sessions,
            self.sets - other.sets,
            self.checkins - other.checkins,
            self.runs - other.runs,
        )

    @property
    def total(self) -> int:
        return self.sessions + self.sets + self.checkins + self.runs


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import of a file would do; `batch` is what `Transfer.apply` writes: what is new.

    `source` is the program that wrote it; `own` are the exercises that would become the user's own; `notes`
    are sentences about the whole file; `asks` is what it does not say and the user may know.
    """

    path: Path
    source: str
    added: Counts
    known: Counts
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]
    asks: frozenset[Question]
    batch: ImportBatch

    @property
    def adds_anything(self) -> bool:
        """Whether its import would add anything."""
        return self.added.total > 0

    @property
    def own(self) -> tuple[str, ...]:
        """The names of exercises that nobody knows yet."""
        return tuple(exercise.name for exercise in self.batch.exercises)
