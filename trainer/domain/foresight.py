"""What the builder points out of a workout: Nordics that come too soon, heavy work before a race.

The numbers are those of the rules in `resources/rules/builder.toml`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.exercise import Exercise
from trainer.domain.heaviness import is_heavy_item
from trainer.domain.rule import Reason
from trainer.domain.workout import WorkoutItem

FULL_NORDIC = "nordic-hamstring-curl"
NORDICS = frozenset({"band-assisted-nordic", "partial-range-nordic", FULL_NORDIC})
FIRST_SETS, FIRST_REPS = 2, 5
EASY_WEEK_D = 7
BREAK_D = 14
CLEAR_D = 2
"""The days that 48 hours before a race reach back to."""


def warnings_of(
    items: Sequence[WorkoutItem],
    known: Mapping[str, Exercise],
    nordic_days: Collection[date],
    planned_days: Iterable[date],
    runs_ahead: Iterable[CalendarEntry],
    today: date,
) -> list[Reason]:
    """Each thing to point out, once.

    `nordic_days` are those of the log with a Nordic set, `planned_days` those that the workout is planned on;
    it may be done today, too. `runs_ahead` are the races and planned hard runs.
    """
    days = sorted({today, *(day for day in planned_days if day >= today)})
    return [*_nordics(items, nordic_days, today), *_heavy(items, known, days, runs_ahead)]


def key_of(warning: Reason) -> str:
    """What it is set aside by: its rule, and the race that it is about."""
    race_day = warning.numbers.get("race_day")
    return f"{warning.rule}:{race_day}" if race_day else warning.rule


def _nordics(items: Iterable[WorkoutItem], days: Collection[date], today: date) -> Iterator[Reason]:
    asked = [item for item in items if is_nordic(item)]
    sets = [target for item in asked for target in item.sets if not target.warm_up]
    most = max((target.reps or 0 for target in sets), default=0)
    full = any(FULL_NORDIC in (item.exercise_id, item.figure_id) for item in asked)
    if not sets or (len(sets) <= FIRST_SETS and most <= FIRST_REPS and not full):
        return
    numbers = {"sets": len(sets), "reps": most}
    past = sorted(day for day in days if day <= today)
    if not past or (today - past[0]).days < EASY_WEEK_D:
        first = {"first_sets": FIRST_SETS, "first_reps": FIRST_REPS}
        yield Reason("nordics-without-easy-week", numbers | first)
    elif (today - past[-1]).days > BREAK_D:
        yield Reason("nordics-after-break", numbers | {"days": (today - past[-1]).days})


def _heavy(
    items: Iterable[WorkoutItem],
    known: Mapping[str, Exercise],
    days: Sequence[date],
    runs_ahead: Iterable[CalendarEntry],
) -> Iterator[Reason]:
    heavy = [
        item for item in items if item.exercise_id in known and is_heavy_item(item, known[item.exercise_id])
    ]
    if not heavy:
        return
    joints = {joint for item in heavy for joint in known[item.exercise_id].dominance.split("/")}
    names = ", ".join(dict.fromkeys(item.exercise for item in heavy))
    told: set[EntryKind] = set()
    for run in sorted(runs_ahead, key=_day):
        day = next((one for one in days if _too_near(one, run)), None)
        if day is None or run.kind in told:
            continue
        told.add(run.kind)
        both = joints >= {"knee", "hip"}
        numbers = {"exercises": names, "day": day.isoformat(), "race_day": run.day.isoformat()}
        yield Reason(_rule(run.kind, both=both), numbers)


def _rule(kind: EntryKind, *, both: bool) -> str:
    if kind is EntryKind.HARD_RUN:
        return "heavy-before-hard-run"
    return "both-heavy-before-race" if both else "heavy-before-race"


def _too_near(day: date, run: CalendarEntry) -> bool:
    """Whether the run is so soon after the day; on the day of a hard run the work may follow it."""
    nearest = timedelta(days=0 if run.kind is EntryKind.RACE else 1)
    return nearest <= run.day - day <= timedelta(days=CLEAR_D)


def _day(entry: CalendarEntry) -> date:
    return entry.day


def is_nordic(item: WorkoutItem) -> bool:
    """By its figure too: one's own version of a Nordic is one."""
    return not NORDICS.isdisjoint((item.exercise_id, item.figure_id))
