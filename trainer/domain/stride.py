"""One running cycle of one leg, from its initial contact to its next, in percent of the cycle.

What the hamstrings do is chumanov2011's, who measured twelve people at 80–100 % of their highest speed: they
lengthen under load from 50 to 90 % of the cycle, then shorten under load from late swing through stance. What
they do between toe-off and 50 % is not told there, so nothing is said about it here.

No source that was seen gives where stance ends at such speeds. `TOE_OFF` is this app's own drawing (the foot
of `resources/figures/running-stride.toml` leaves the ground there), and so is the middle of stance, where
hamner2010's "second half of stance" begins; both are shown as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Work(StrEnum):
    """What the hamstrings of the leg do."""

    SHORTENING = "shortening"
    NOT_TOLD = "not told"
    LENGTHENING = "lengthening"

    @property
    def loaded(self) -> bool:
        """Whether the muscle is known to work against a load."""
        return self is not Work.NOT_TOLD


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the cycle; `start` belongs to it, `end` to the next. `name` is English, for the user."""

    id: str
    name: str
    start: float
    end: float
    work: Work

    @property
    def middle(self) -> float:
        """The moment that shows it best."""
        return (self.start + self.end) / 2.0

    @property
    def share(self) -> float:
        """How much of the cycle it takes, in percent."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the cycle in which the work stays the same; phases may change in it."""

    start: float
    end: float
    work: Work


CYCLE = 100.0
INITIAL_CONTACT, TOE_OFF = 0.0, 34.0
LENGTHENS_FROM, LENGTHENS_UNTIL = 50.0, 90.0
DRAWN = frozenset({TOE_OFF / 2.0, TOE_OFF})
"""The borders that are this app's own drawing; the others are initial contact, or a source's."""

PHASES = (
    Phase("early-stance", "Early stance", INITIAL_CONTACT, TOE_OFF / 2.0, Work.SHORTENING),
    Phase("late-stance", "Late stance", TOE_OFF / 2.0, TOE_OFF, Work.SHORTENING),
    Phase("early-swing", "Early swing", TOE_OFF, LENGTHENS_FROM, Work.NOT_TOLD),
    Phase("late-swing", "Late swing", LENGTHENS_FROM, LENGTHENS_UNTIL, Work.LENGTHENING),
    Phase("end-of-swing", "End of swing", LENGTHENS_UNTIL, CYCLE, Work.SHORTENING),
)


def phase_at(percent: float) -> Phase:
    """The phase at a moment of the cycle; cycles follow one another, so 100 % is 0 % again."""
    percent %= CYCLE  # a hair below 0 % comes out as 100 %
    return next((phase for phase in PHASES if percent < phase.end), PHASES[0])


def neighbour(phase: Phase, by: int) -> Phase:
    """The phase so many after this one, round and round; before it, where `by` is negative."""
    return PHASES[(PHASES.index(phase) + by) % len(PHASES)]


def stretches() -> tuple[Stretch, ...]:
    """The cycle cut where the hamstrings' work changes."""
    found: list[Stretch] = []
    for phase in PHASES:
        if found and found[-1].work is phase.work:
            found[-1] = Stretch(found[-1].start, phase.end, phase.work)
        else:
            found.append(Stretch(phase.start, phase.end, phase.work))
    return tuple(found)
