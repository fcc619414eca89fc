"""Plans and what stands on the calendar, in words."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.plan import Footing, Plan, PlannedSet
from trainer.ui.wording import range_text, reps_text, seconds_text


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("plans", text)


def footing_text(footing: Footing) -> str:
    """Whose the weeks of a plan are, on a chip."""
    return {
        Footing.PUBLISHED: tr("As published"),
        Footing.PARTLY: tr("Partly as published"),
        Footing.OWN_RULE: tr("The app's own rule"),
        Footing.OWN: tr("Yours"),
    }[footing]


def footing_note(footing: Footing) -> str:
    """What the chip means."""
    return {
        Footing.PUBLISHED: tr("The weeks follow the table of its source exactly."),
        Footing.PARTLY: tr("Part of it was seen in its source; the rest of the weeks is the app's own rule."),
        Footing.OWN_RULE: tr("The weeks are the app's own rule; no study tried them."),
        Footing.OWN: tr("You made it."),
    }[footing]


def weeks_text(count: int) -> str:
    """`10 weeks`, or `1 week`."""
    return tr("1 week") if count == 1 else tr("{0} weeks").format(count)


def sessions_text(count: int) -> str:
    """`27 sessions`, or `1 session`."""
    return tr("1 session") if count == 1 else tr("{0} sessions").format(count)


def length_text(plan: Plan) -> str:
    """`10 weeks · 27 sessions`."""
    return f"{weeks_text(len(plan.weeks))} · {sessions_text(plan.session_count)}"


def sets_words(sets: tuple[PlannedSet, ...]) -> str:
    """`3 × 6–8`, `12 · 10 · 8`, `2 × 6 holds of 20 s`, `3 × 15, 15RM`."""
    groups = [(amount, len(list(alike))) for amount, alike in groupby(sets, key=set_words)]
    if len(groups) == 1:
        amount, count = groups[0]
        return f"{count} × {amount}"
    if all(count == 1 for _, count in groups):
        return " · ".join(amount for amount, _ in groups)
    return " · ".join(f"{count} × {amount}" for amount, count in groups)


def set_words(planned: PlannedSet) -> str:
    """What one set asks for."""
    words = _amount(planned)
    if planned.load_rm:
        words = tr("{0}, {1}RM").format(words, planned.load_rm)
    return words


def _amount(planned: PlannedSet) -> str:
    reps, hold = planned.reps, planned.hold_s
    if reps is not None and hold:
        return tr("{0} holds of {1}").format(range_text(reps), seconds_text(hold))
    if hold:
        return seconds_text(hold)
    if planned.to_limit:
        return (
            tr("to the limit") if reps is None else tr("{0} or more, to the limit").format(range_text(reps))
        )
    return range_text(reps) if reps is not None else ""


def spoken_sets(sets: tuple[PlannedSet, ...]) -> str:
    """The sets as they are read out: with what a bare number means."""
    bare = len({one.reps for one in sets}) == 1 and sets[0].reps is not None and sets[0].hold_s is None
    if bare and len(set(sets)) == 1 and not sets[0].to_limit and not sets[0].load_rm and sets[0].reps:
        return tr("{0} × {1}").format(len(sets), reps_text(sets[0].reps))
    return sets_words(sets)


def kind_text(kind: EntryKind) -> str:
    """What sort of thing stands on the calendar."""
    return {
        EntryKind.WORKOUT: tr("Workout"),
        EntryKind.HARD_RUN: tr("Hard run"),
        EntryKind.RACE: tr("Race"),
    }[kind]


def state_text(entry: CalendarEntry, today: date) -> str:
    """How it stands with an entry: planned, done, skipped, or still open on a day that is over."""
    if entry.session_id:
        return tr("Done")
    if entry.skipped:
        return tr("Skipped")
    if entry.kind is EntryKind.WORKOUT and entry.day < today:
        return tr("Not done")
    return tr("Planned") if entry.day >= today else ""
