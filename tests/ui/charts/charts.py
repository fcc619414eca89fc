"""Charts with something to show, for the tests of all of them."""

from __future__ import annotations

from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.exercise import Side
from trainer.domain.stats import DayWork, Period, SidePair, TrendPoint
from trainer.ui.charts.agenda import Agenda
from trainer.ui.charts.heat_map import HeatMap
from trainer.ui.charts.side_lines import SideLines
from trainer.ui.charts.strips import Series, Sheet, Strip, Strips
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.trend_lines import TrendLines
from trainer.ui.theme import load_theme

MONDAY = date(2026, 2, 2)
LIGHT = load_theme("light")


def number(value: float) -> str:
    return f"{value:g}"


def axis(first: date = MONDAY - timedelta(weeks=60), last: date = MONDAY) -> TimeAxis:
    made = TimeAxis()
    made.set_limits(first, last)
    return made


def lines(on: TimeAxis | None = None) -> TrendLines:
    chart = TrendLines("Trend", LIGHT, on or axis())
    last = MONDAY - timedelta(days=9)
    points = [
        TrendPoint("s1", last, Side.LEFT, 5, record=True),
        TrendPoint("s1", last, Side.RIGHT, 4, record=True),
        TrendPoint("s2", MONDAY, Side.LEFT, 4, record=False),
    ]
    chart.show_points(points, unit="Reps", label=number)
    chart.resize(640, 240)
    return chart


def sides(on: TimeAxis | None = None) -> SideLines:
    chart = SideLines("Sides", LIGHT, on or axis())
    pairs = [SidePair(f"s{n}", MONDAY - timedelta(days=20 - 9 * n), 10, 8 + n) for n in range(3)]
    chart.show_pairs(pairs, unit="Reps", label=number)
    chart.resize(640, 340)
    return chart


def heat(on: TimeAxis | None = None) -> HeatMap:
    chart = HeatMap("Days", LIGHT, on or axis())
    chart.resize(760, 150)
    done = [DayWork(MONDAY - timedelta(weeks=58), 1, 9), DayWork(MONDAY, 1, 6)]
    chart.show_days(done, [MONDAY, MONDAY - timedelta(days=3)], MONDAY)
    return chart


def sheet(period: Period, values: dict[date, float]) -> Sheet:
    pain = Series(dict.fromkeys(values, 2.0), LIGHT.colours.work, points=2)
    soreness = Series(dict.fromkeys(values, 3.0), LIGHT.colours.change_sides, points=1)
    load = Series(values, LIGHT.colours.accent)
    shown = (
        Strip("Body", "of 10", (soreness, pain), 10, 72),
        Strip("Load", "AU", (load,), max(values.values(), default=1), 64),
    )
    words = {start: f"{period} of {start}" for start in values}
    return Sheet(shown, words, ("Of", "Load"), {start: (start, value) for start, value in values.items()})


def strips(on: TimeAxis | None = None, weeks: int = 3) -> Strips:
    chart = Strips("Load", LIGHT, on or axis())
    sheets: dict[Period, Sheet] = {}
    for period in Period:
        values: dict[date, float] = {}
        for week in range(weeks):
            start = period.start(MONDAY - timedelta(weeks=2 * week))
            values[start] = values.get(start, 0) + 100.0
        sheets[period] = sheet(period, values)
    chart.resize(640, 300)
    chart.show_sheets(sheets)
    return chart


def agenda() -> Agenda:
    chart = Agenda("Next", LIGHT)
    kinds = (EntryKind.WORKOUT, EntryKind.HARD_RUN, EntryKind.RACE)
    entries = [
        CalendarEntry(f"e{n}", MONDAY + timedelta(days=6 * n), kind, "T", 10.0)
        for n, kind in enumerate(kinds)
    ]
    entries.append(CalendarEntry("past", MONDAY - timedelta(days=1), EntryKind.WORKOUT))
    entries.append(CalendarEntry("far", MONDAY + timedelta(days=28), EntryKind.RACE))
    chart.resize(760, 300)
    chart.show_entries(entries, MONDAY)
    return chart


MAKERS = (lines, sides, heat, strips, agenda)
