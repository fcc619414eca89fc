"""A plan in words: what it rests on, then its weeks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby

from trainer.cli.tables import columns
from trainer.domain.plan import Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek, Statement
from trainer.engine.rehearsal import plain_number

_PARTS = (
    ("Whose it is", "whose"),
    ("Tried in", "tried_in"),
    ("What came out", "outcome"),
    ("Uncertain", "uncertain"),
    ("What was seen", "seen"),
    ("Take care", "cautions"),
)
_WIDTH = 100
_HEAD = ("WEEK", "SESSIONS", "EXERCISE", "SETS", "HOW")


def told(plan: Plan, names: Mapping[str, str]) -> Iterator[str]:
    """The plan's lines; `names` are those of exercises by id."""
    yield plan.name
    yield plan.source
    if not plan.self_start:
        yield "Information only: it cannot be started here."
    for title, name in _PARTS:
        statements: tuple[Statement, ...] = getattr(plan, name)
        if statements:
            yield from ("", title)
        for statement in statements:
            yield from textwrap.wrap(
                _grounded(statement), _WIDTH, initial_indent="- ", subsequent_indent="  "
            )
    yield ""
    yield from columns([_HEAD, *_rows(plan, names)])


def _grounded(statement: Statement) -> str:
    """The sentence with the keys of its sources, or the mark of an own rule."""
    grounds = [*statement.references, *(["own rule"] if statement.own_rule else [])]
    return f"{statement.text} [{', '.join(grounds)}]"


def _rows(plan: Plan, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """A row for each exercise of each kind of session; neighbouring weeks that are alike stand there once."""
    for _, alike in groupby(plan.weeks, key=lambda week: week.sessions):
        weeks = list(alike)
        for number, session in enumerate(dict.fromkeys(weeks[0].sessions)):
            span = "" if number else _span(weeks)
            yield from _session(session, span, weeks[0].sessions.count(session), names)


def _span(weeks: list[PlanWeek]) -> str:
    first, last = weeks[0].week, weeks[-1].week
    return str(first) if first == last else f"{first}–{last}"


def _session(
    session: PlannedSession, span: str, times: int, names: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    often = "twice" if session.per_day == 2 else f"{session.per_day} times"
    daily = f", {often} a day" if session.per_day > 1 else ""
    if not session.exercises:
        yield span, f"{times}{daily}", "a workout that is not there any more", "", ""
    for number, planned in enumerate(session.exercises):
        name = names.get(planned.exercise_id, planned.exercise_id)
        lead = ("", "") if number else (span, f"{times}{daily}")
        yield (*lead, name, _sets(planned), planned.note)


def _sets(planned: PlannedExercise) -> str:
    if len(set(planned.sets)) == 1:
        return f"{len(planned.sets)} × {_amount(planned.sets[0])}"
    return ", ".join(map(_amount, planned.sets))


def _amount(one: PlannedSet) -> str:
    reps = "" if one.reps is None else str(one.reps.low)
    if one.reps is not None and one.reps.high > one.reps.low:
        reps += f"–{one.reps.high}"
    hold = "" if one.hold_s is None else f"{plain_number(one.hold_s)} s"
    amount = " × ".join(part for part in (reps, hold) if part)
    if one.load_rm is not None:
        amount += f", load for {one.load_rm} at most"
    return amount + (", to the limit" if one.to_limit else "")
