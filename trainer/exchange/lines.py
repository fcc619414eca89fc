"""What a row of another program's table says: of its session, of a set, of a rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# Exercises whose sets are runs, by their names in the programs' own lists.
_RUNNING = frozenset(
    (
        "run", "running", "running (outdoor)", "running (treadmill)", "running (trail)", "outdoor run",
        "outdoor running", "indoor running", "jog", "jogging", "treadmill", "treadmill running",
        "treadmill run", "trail run", "trail running", "laufen", "laufen (laufband)", "laufband", "correr",
        "correr (cinta)", "course à pied", "course", "corsa", "corrida", "hardlopen",
    )
)  # fmt: skip


class SetKind(StrEnum):
    """What other programs call a set; the last two become a note."""

    NORMAL = ""
    WARM_UP = "warm-up"
    DROP = "drop set"
    FAILURE = "to failure"


@dataclass(frozen=True, slots=True)
class Visit:
    """A session as its rows name it. `marker` tells two apart that have one start and one name."""

    started: datetime
    name: str
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """One set as another program wrote it; None is what it did not say, and so is 0 of anything but reps."""

    exercise: str
    kind: SetKind = SetKind.NORMAL
    reps: int | None = None
    seconds: float | None = None
    load_kg: float | None = None
    distance_km: float | None = None
    rpe: float | None = None
    note: str = ""
    group: str = ""

    @property
    def runs(self) -> bool:
        """Whether it is part of a run."""
        named = " ".join(self.exercise.split()).casefold() in _RUNNING
        return named and bool(self.distance_km or self.seconds) and not self.reps

    @property
    def said(self) -> str:
        """What there is no column for, and the note."""
        distance = _distance_text(self.distance_km) if self.distance_km else ""
        kind = "" if self.kind is SetKind.WARM_UP else self.kind.value
        return "; ".join(part for part in (kind, distance, self.note) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says: a set (`effort`), or else the rest after one (`rest_s`) or a note on it (`remark`).

    `ended` has a zone or none as the start has; `unit_open` says that it leaves the unit of weight open.
    """

    visit: Visit
    exercise: str
    effort: Effort | None = None
    rest_s: float | None = None
    remark: str = ""
    ended: datetime | None = None
    lasted_s: float | None = None
    visit_note: str = ""
    unit_open: bool = False


def _distance_text(distance_km: float) -> str:
    if distance_km < 1:
        return f"{round(distance_km * 1000, 1):g} m"
    return f"{round(distance_km, 3):g} km"
