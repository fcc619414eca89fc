"""Am I doing it: days, what was planned and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

ADHERENCE_DAYS = 28
MOVED_DAYS = 2
"""A session may be moved by 24–48 h and still be the planned one (own rule)."""
EXPOSURE_FLAGS_D = (14, 21)
"""Days without lowering work: fascicle length was lost in 14 (presland2018); 21 is a limit of ripley2021."""


@dataclass(frozen=True, slots=True)
class DayWork:
    """What was done on one local day; left and right are one set."""

    day: date
    sessions: int
    sets: int


@dataclass(frozen=True, slots=True)
class Adherence:
    """Planned sessions and how many of them were done."""

    done: int
    planned: int

    @property
    def percent(self) -> float | None:
        """`completed ÷ planned × 100` (ripley2021); None with nothing planned."""
        return 100 * self.done / self.planned if self.planned else None


def adherence(planned: Iterable[date], done: Iterable[date], today: date) -> Adherence:
    """What was done of what was planned in the 28 days up to today, as `adherence_between` counts it."""
    return adherence_between(planned, done, today - timedelta(days=ADHERENCE_DAYS - 1), today, today)


def adherence_between(
    planned: Iterable[date], done: Iterable[date], first: date, last: date, today: date
) -> Adherence:
    """What was done of what was planned from `first` to `last`; a day is named once a session.

    A planned session is done by one on its day or up to two days later, each session counting once (own
    rule: it may be moved). What is planned for today counts once it is done, for it may still be.
    """
    until = min(last + timedelta(days=MOVED_DAYS), today)
    free = Counter(day for day in done if first <= day <= until)
    fulfilled = missed = 0
    for day in sorted(day for day in planned if first <= day <= min(last, today)):
        if _take(free, day):
            fulfilled += 1
        elif day < today:
            missed += 1
    return Adherence(fulfilled, fulfilled + missed)


def _take(free: Counter[date], day: date) -> bool:
    for later in range(MOVED_DAYS + 1):
        if free[day + timedelta(days=later)]:
            free[day + timedelta(days=later)] -= 1
            return True
    return False


@dataclass(frozen=True, slots=True)
class DayExercise:
    """What was done of one exercise on one local day: sets, hard sets, and the worst pain in them.

    A hard set is one of the working sets with RPE 7 or more, or without an RPE (own rule).
    """

    day: date
    exercise_id: str
    sets: int
    hard_sets: int
    pain: int | None = None


def days_since(work: Sequence[DayExercise], exercise_ids: Collection[str], today: date) -> int | None:
    """Days since one of these exercises was last done; None where none of them was.

    With the exercises that lengthen the hamstrings under load it is the gap since the last exposure
    (ripley2021, presland2018).
    """
    last = max((one.day for one in work if one.sets and one.exercise_id in exercise_ids), default=None)
    return None if last is None else (today - last).days


def by_day(work: Iterable[DayExercise], sessions: Mapping[date, int]) -> list[DayWork]:
    """The days with a session, oldest first, with the sets done on each."""
    sets: Counter[date] = Counter()
    for one in work:
        sets[one.day] += one.sets
    return [DayWork(day, sessions[day], sets[day]) for day in sorted(sessions)]
