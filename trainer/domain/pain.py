"""Pain in or after a set: one table, by place, that everything obeys (own rule, after B8)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum


class PainGroup(StrEnum):
    """The table's columns. Places that it does not name count as groin."""

    TENDON = "tendon"
    GROIN = "groin"
    SUSPECT = "suspect"  # bone, fresh strain, swelling, nerve, night or rest pain


class Clinician(StrEnum):
    NO = ""
    SOON = "soon"
    NOW = "now"


PROGRESS_MOST, STOP_LEAST = 2, 6


@dataclass(frozen=True, slots=True)
class Limits:
    """The most pain with which a target may go up, and the least at which an exercise ends for the day.

    They only tighten the table: raises ValueError for anything looser.
    """

    progress: int = PROGRESS_MOST
    stop: int = STOP_LEAST

    def __post_init__(self) -> None:
        if not 0 <= self.progress <= PROGRESS_MOST or not 1 <= self.stop <= STOP_LEAST:
            raise ValueError("the limits of the pain table can only be tightened")


NO_TIGHTER = Limits()


@dataclass(frozen=True, slots=True)
class PainAnswer:
    """What follows: whether the exercise ends for today, may progress, gets easier, is worth showing."""

    stop: bool = False
    may_progress: bool = False
    easier: bool = False
    clinician: Clinician = Clinician.NO


_BANDS = (2, 3, 5, 10)  # the most of each: 0–2, 3, 4–5, 6 and more
_STOP = PainAnswer(stop=True, easier=True, clinician=Clinician.SOON)
_OWN_LIMIT = PainAnswer(stop=True, easier=True)
_PAGE = PainAnswer(stop=True, clinician=Clinician.NOW)

PAIN_TABLE: dict[PainGroup, tuple[PainAnswer, PainAnswer, PainAnswer, PainAnswer]] = {
    PainGroup.TENDON: (PainAnswer(may_progress=True), PainAnswer(), PainAnswer(), _STOP),
    PainGroup.GROIN: (PainAnswer(may_progress=True), PainAnswer(), PainAnswer(easier=True), _STOP),
    PainGroup.SUSPECT: (_PAGE, _PAGE, _PAGE, _PAGE),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the body that one may point at; never a diagnosis."""

    id: str
    label: str
    group: PainGroup = PainGroup.GROIN


PLACES: tuple[Place, ...] = (
    Place("hamstring", "Hamstring, middle"),
    Place("sit-bone", "Sit bone"),
    Place("knee-front", "Knee, front", PainGroup.TENDON),
    Place("knee-outside", "Knee, outside"),
    Place("shin", "Shin"),
    Place("achilles", "Achilles", PainGroup.TENDON),
    Place("heel-bone", "Back of the heel", PainGroup.TENDON),
    Place("calf", "Calf"),
    Place("heel-under", "Under the heel"),
    Place("hip-front", "Hip, front"),
    Place("hip-outside", "Hip, outside"),
    Place("low-back", "Low back"),
    Place("groin", "Groin"),
    Place("foot", "Foot"),
)
_GROUPS = {place.id: place.group for place in PLACES}


def answer_to(
    pain: int, place_id: str, limits: Limits = NO_TIGHTER, suspects: Collection[str] = ()
) -> PainAnswer:
    """What pain of 0–10 at a place asks for; any pain of one of the `suspects` is the table's last column.

    Raises ValueError beyond the scale.
    """
    if not 0 <= pain <= 10:
        raise ValueError("pain runs from 0 to 10")
    group = PainGroup.SUSPECT if place_id in suspects else _GROUPS.get(place_id, PainGroup.GROIN)
    band = next(index for index, most in enumerate(_BANDS) if pain <= most)
    answer = PAIN_TABLE[group][band]
    if group is PainGroup.SUSPECT:
        return answer
    if pain >= limits.stop:
        return _STOP if pain >= STOP_LEAST else _OWN_LIMIT
    return replace(answer, may_progress=answer.may_progress and pain <= limits.progress)
