"""What a stretch of the log tells in words and on the pain scale: places, days, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trainer.domain.checkin import CheckIn
from trainer.domain.coach.feelings import WHOLE_BODY
from trainer.domain.exercise import Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, local_date

CHECK_IN = ""
"""Stands for a check-in where the name of an exercise may stand."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """The worst soreness and pain, 0–10, told on one day of one place; None where not asked.

    `told_in` names the exercises it was felt in, `CHECK_IN` for a check-in; `area` is "" where no place was
    named.
    """

    day: date
    area: str
    side: Side
    soreness: int | None
    pain: int | None
    told_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One place of the body over a stretch: on how many days it was told of, the worst, and the newest.

    `worst_soreness` and `worst_pain` come with the first day of that value; None where never told.
    """

    area: str
    side: Side
    days: int
    worst_soreness: tuple[int, date] | None
    worst_pain: tuple[int, date] | None
    pain_days: int
    last: Feeling


@dataclass(frozen=True, slots=True)
class Note:
    """What was written down, and of what: a workout's, exercise's or place's name, or "" for a run."""

    day: date
    about: str
    text: str


def feelings(checkins: Iterable[CheckIn], sets: Iterable[tuple[date, SetLog]]) -> list[Feeling]:
    """What check-ins and sets tell, one a day and place, oldest first; left and right are two places.

    A morning on which all was well names no place.
    """
    found: dict[tuple[date, str, Side], Feeling] = {}

    def tell(one: Feeling) -> None:
        key = (one.day, one.area, one.side)
        found[key] = _worse(found[key], one) if key in found else one

    for checkin in checkins:
        all_well = checkin.area == WHOLE_BODY and not checkin.soreness and not checkin.pain
        if not all_well and (checkin.soreness is not None or checkin.pain is not None):
            day = local_date(checkin.at, checkin.time_zone)
            tell(Feeling(day, checkin.area, checkin.side, checkin.soreness, checkin.pain, (CHECK_IN,)))
    for day, one in sets:
        if one.pain:
            tell(Feeling(day, one.pain_area, one.side, None, one.pain, (one.exercise,)))
    return sorted(found.values(), key=_by_day)


def areas(told: Sequence[Feeling]) -> list[Area]:
    """The places that were told of, the one with the worst pain first, then by soreness."""
    by_area: dict[tuple[str, Side], list[Feeling]] = {}
    for one in told:
        by_area.setdefault((one.area, one.side), []).append(one)
    return sorted((_area(*key, of) for key, of in by_area.items()), key=_worst_first)


def notes(
    sessions: Iterable[SessionLog],
    sets: Iterable[tuple[date, SetLog]],
    checkins: Iterable[CheckIn],
    runs: Iterable[Run],
) -> list[Note]:
    """Everything that was written down, newest first."""
    found = [Note(one.local_date, one.workout, one.note) for one in sessions]
    found += [Note(day, one.exercise, one.note) for day, one in sets]
    found += [Note(local_date(one.at, one.time_zone), one.area, one.note) for one in checkins]
    found += [Note(local_date(one.started_at, one.time_zone), "", one.note) for one in runs]
    written = {note: None for note in found if note.text.strip()}  # both sides of a set have the same one
    return sorted(written, key=_note_day, reverse=True)


def _area(area: str, side: Side, told: Sequence[Feeling]) -> Area:
    sore = [(one.soreness, one.day) for one in told if one.soreness is not None]
    hurt = [(one.pain, one.day) for one in told if one.pain is not None]
    return Area(
        area=area,
        side=side,
        days=len(told),
        worst_soreness=max(sore, key=_first_of_the_worst, default=None),
        worst_pain=max(hurt, key=_first_of_the_worst, default=None),
        pain_days=sum(1 for pain, _ in hurt if pain),
        last=told[-1],
    )


def _worse(one: Feeling, other: Feeling) -> Feeling:
    sore = [value for value in (one.soreness, other.soreness) if value is not None]
    hurt = [value for value in (one.pain, other.pain) if value is not None]
    return replace(
        one,
        soreness=max(sore, default=None),
        pain=max(hurt, default=None),
        told_in=tuple(dict.fromkeys((*one.told_in, *other.told_in))),
    )


def _by_day(one: Feeling) -> date:
    return one.day


def _note_day(note: Note) -> date:
    return note.day


def _first_of_the_worst(value: tuple[int, date]) -> tuple[int, int]:
    return value[0], -value[1].toordinal()


def _worst_first(area: Area) -> tuple[int, int, str, str]:
    pain = -1 if area.worst_pain is None else area.worst_pain[0]
    soreness = -1 if area.worst_soreness is None else area.worst_soreness[0]
    return -pain, -soreness, area.area, area.side
