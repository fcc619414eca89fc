"""What the athlete told the settings, as the coach asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.pain import Limits


@dataclass(frozen=True, slots=True)
class CoachSettings:
    """`equipment` is None where it was never said: then nothing is taken to be missing.

    `pain_progress` and `pain_stop` are the pain table's limits, at most 2 and 6. `heavy` says whether what
    is heavy may be a next step: full Nordics, hops, loaded work; it follows from the intake's answers.
    """

    equipment: frozenset[str] | None = None
    kneeling_hurts: bool = False
    pain_progress: int = 2
    pain_stop: int = 6
    heavy: bool = False

    @property
    def limits(self) -> Limits:
        """Raises ValueError where they are looser than the table."""
        return Limits(self.pain_progress, self.pain_stop)

    def has(self, equipment: tuple[str, ...]) -> bool:
        """Whether all of this is at hand."""
        return self.equipment is None or self.equipment.issuperset(equipment)
