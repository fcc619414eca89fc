"""Days, places, sides and changes as the report writes them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from trainer.domain.exercise import Side
from trainer.domain.pain import PLACES
from trainer.domain.stats import Period
from trainer.services.history import UNKNOWN_MUSCLE
from trainer.services.report import Report
from trainer.services.trends import Change, Trend
from trainer.ui.days import day_text
from trainer.ui.history.measures import label_of, shown_part
from trainer.ui.numbers import number_text

NONE = "–"
_PLACES = {place.id: place.label for place in PLACES}


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("report", text)


def stretch_text(report: Report) -> str:
    """`9 February – 8 March 2026 · 4 weeks`."""
    form = "d MMMM" if report.first.year == report.last.year else "d MMMM yyyy"
    days = f"{day_text(report.first, form)} – {day_text(report.last, 'd MMMM yyyy')}"
    weeks = tr("1 week") if report.weeks == 1 else tr("{0} weeks").format(report.weeks)
    return f"{days} · {weeks}"


def line_name(period: Period, start: date) -> str:
    """The week, month or year that begins on `start`, or, at the report's own beginning, what there is."""
    if period is Period.WEEK:
        end = start - timedelta(days=start.weekday()) + timedelta(days=6)
        return f"{day_text(start, 'd MMM')} – {day_text(end, 'd MMM')}"
    if period.start(start) == start:
        return day_text(start, "MMM yyyy") if period is Period.MONTH else str(start.year)
    return tr("from {0}").format(day_text(start))


def amount(value: float | None, most_decimals: int = 0) -> str:
    """A number, or a dash for what is not known and for what there was none of."""
    return NONE if not value else number_text(value, most_decimals)


def told(value: int | None) -> str:
    """A value of the 0–10 scale, where 0 was told; a dash where nothing was."""
    return NONE if value is None else str(value)


def worst(value: tuple[int, date] | None) -> str:
    """`4 on 12 Feb 2026`, or a dash."""
    if value is None:
        return NONE
    return tr("{0} on {1}").format(value[0], day_text(value[1])) if value[0] else "0"


def area_name(area: str, side: Side) -> str:
    """`Achilles, left`."""
    name = _PLACES.get(area, area[:1].upper() + area[1:]) or tr("Place not named")
    return name if side is Side.BOTH else f"{name}, {side_name(side)}"


def side_name(side: Side) -> str:
    return {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.BOTH: tr("both")}[side]


def muscle_name(muscle: str) -> str:
    return tr("Muscle not known") if muscle == UNKNOWN_MUSCLE else muscle[:1].upper() + muscle[1:]


def valued(trend: Trend, value: float, unit: str) -> str:
    """A value of an exercise's measure in the unit that is wanted."""
    return label_of(trend.measure, unit)(value * shown_part(trend.measure, unit))


def change_text(trend: Trend, change: Change, unit: str) -> str:
    """`+2`, `−2.5 kg`; a dash where there is one session only."""
    if change.first.session_id == change.last.session_id:
        return NONE
    moved = change.last.value - change.first.value
    if not moved:
        return tr("none")
    text = ("+" if moved > 0 else "−") + valued(trend, abs(moved), unit)
    return tr("{0}, may be chance").format(text) if change.told_apart is False else text
