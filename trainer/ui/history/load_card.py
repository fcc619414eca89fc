"""Too much: soreness and pain, session load, runs and hard sets by muscle, over each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.stats import WEEK, Burden, Period, change_percent, monday_of
from trainer.services.history import UNKNOWN_MUSCLE, Overview
from trainer.ui.charts.scale import round_up
from trainer.ui.charts.strips import Series, Sheet, Strip, Strips
from trainer.ui.charts.table import Cell
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.days import day_text
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.numbers import long_day, number_text
from trainer.ui.theme import Theme, mix

_PAIN_MOST = 10.0


class LoadCard(ChartCard):
    """`stretch_chosen` carries the first day of a week, month or year, and that after its last."""

    stretch_chosen = Signal(object, object)

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        self._strips = Strips(self.tr("Load, soreness and pain over time"), theme, axis)
        self._theme = theme
        self._overview: Overview | None = None
        super().__init__(self.tr("Too much?"), self._strips, parent)
        self._strips.mark_chosen.connect(self._on_strips_mark_chosen)

    def show_overview(self, overview: Overview) -> None:
        self._overview = overview
        muscles = self._muscles(overview)
        self._strips.show_sheets(
            {period: self._sheet(period, found, muscles) for period, found in overview.burdens.items()}
        )
        self.say(self._words(overview))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paints in the theme's colours."""
        self._theme = theme
        self._strips.set_theme(theme)
        if self._overview is not None:
            self.show_overview(self._overview)

    def _muscles(self, overview: Overview) -> list[str]:
        """All that had a hard set, those with the most first; what is not known comes last."""
        totals: dict[str, int] = {}
        for burden in overview.burdens[Period.WEEK].values():
            for muscle, count in burden.hard_sets.items():
                totals[muscle] = totals.get(muscle, 0) + count
        return sorted(totals, key=lambda muscle: (muscle == UNKNOWN_MUSCLE, -totals[muscle], muscle))

    def _sheet(self, period: Period, found: Mapping[date, Burden], muscles: list[str]) -> Sheet:
        colours = self._theme.colours
        a_period = {
            Period.WEEK: self.tr("a week"),
            Period.MONTH: self.tr("a month"),
            Period.YEAR: self.tr("a year"),
        }[period]
        pain = self._series(found, "pain", colours.work, points=2)
        sore = self._series(found, "soreness", mix(colours.change_sides, colours.text, 0.72), points=1)
        load = self._series(found, "load_au", colours.accent)
        km = self._series(found, "km", mix(colours.rest, colours.text, 0.68))
        strips = [
            Strip(self.tr("○ Soreness"), self.tr("◆ Pain, of 10"), (sore, pain), _PAIN_MOST, 72),
            Strip(self.tr("Session load"), self.tr("AU {0}").format(a_period), (load,), _most(load), 64),
            Strip(self.tr("Runs"), self.tr("km {0}").format(a_period), (km,), _most(km), 44),
        ]
        hard = {
            muscle: Series(_hard_sets(found, muscle), mix(colours.accent, colours.surface, 0.8))
            for muscle in muscles
        }
        shared = max((_most(series) for series in hard.values()), default=1.0)
        unit = self.tr("hard sets {0}").format(a_period)
        strips += [Strip(self._muscle(m), unit, (series,), shared, 34) for m, series in hard.items()]
        kept = [s for s in strips if any(series.values for series in s.series)]
        words = {start: self._bucket_words(period, burden) for start, burden in found.items()}
        rows = {start: _row(burden, muscles) for start, burden in found.items()}
        return Sheet(tuple(kept), words, self._headers(period, muscles), rows)

    def _series(self, found: Mapping[date, Burden], field: str, colour: str, points: int = 0) -> Series:
        values = {start: getattr(burden, field) for start, burden in found.items()}
        return Series({start: float(v) for start, v in values.items() if v is not None}, colour, points)

    def _headers(self, period: Period, muscles: list[str]) -> tuple[str, ...]:
        first = {
            Period.WEEK: self.tr("Week of"),
            Period.MONTH: self.tr("Month of"),
            Period.YEAR: self.tr("Year of"),
        }[period]
        fixed = (
            self.tr("Sessions"),
            self.tr("Load, AU"),
            self.tr("Soreness"),
            self.tr("Pain"),
            self.tr("Runs, km"),
        )
        return (first, *fixed, *(self._muscle(muscle) for muscle in muscles))

    def _bucket_words(self, period: Period, burden: Burden) -> str:
        words = [self._stretch(period, burden.start)]
        if burden.load_au is not None:
            text = self.tr("load {0} AU").format(number_text(burden.load_au, 0))
            if burden.rated < burden.sessions:
                text += self.tr(" ({0} of {1} sessions rated)").format(burden.rated, burden.sessions)
            words.append(text)
        elif burden.sessions:
            words.append(self.tr("effort not rated"))
        for text, value in ((self.tr("soreness {0}"), burden.soreness), (self.tr("pain {0}"), burden.pain)):
            if value is not None:
                words.append(text.format(value))
        if burden.km is not None:
            words.append(self.tr("{0} km run").format(number_text(burden.km)))
        hard = ", ".join(
            f"{self._muscle(m)} {n}" for m, n in sorted(burden.hard_sets.items(), key=_most_first)
        )
        if hard:
            words.append(self.tr("hard sets: {0}").format(hard))
        return "\n".join(words)

    def _stretch(self, period: Period, start: date) -> str:
        if period is Period.WEEK:
            return self.tr("Week of {0}").format(long_day(start))
        return day_text(start, "MMMM yyyy") if period is Period.MONTH else str(start.year)

    def _words(self, overview: Overview) -> str:
        weeks = overview.burdens[Period.WEEK]
        if not weeks:
            return self.tr("Nothing is logged in this time.")
        monday = monday_of(overview.today)
        now, before = (weeks.get(start, Burden(start)) for start in (monday, monday - WEEK))
        words = []
        if now.load_au is not None:
            text = self.tr("Load this week {0} AU").format(number_text(now.load_au, 0))
            change = change_percent(now.load_au, before.load_au)
            if change is not None and before.load_au is not None:
                last = number_text(before.load_au, 0)
                text += self.tr(", last week {0} ({1} %)").format(last, f"{change:+.0f}".replace("-", "−"))
            words.append(text + ".")
        words.append(
            self.tr(
                "Load is a session's effort × its minutes (AU). A hard set is a working set with RPE 7 or "
                "more, or unrated, counted for each muscle that does its main work. Runs have a line of "
                "their own: the two are never added up, and no line here means danger."
            )
        )
        if any(UNKNOWN_MUSCLE in burden.hard_sets for burden in weeks.values()):
            words.append(
                self.tr(
                    "Which muscle an exercise of your own trains is not known until you say it: edit it in "
                    "the library."
                )
            )
        return " ".join(words)

    def _muscle(self, muscle: str) -> str:
        return self.tr("Muscle not known") if muscle == UNKNOWN_MUSCLE else muscle[:1].upper() + muscle[1:]

    def _on_strips_mark_chosen(self, index: int) -> None:
        start = self._strips.start_of(index)
        self.stretch_chosen.emit(start, self._strips.period.after(start))


def _hard_sets(found: Mapping[date, Burden], muscle: str) -> dict[date, float]:
    return {start: float(b.hard_sets[muscle]) for start, b in found.items() if muscle in b.hard_sets}


def _most(series: Series) -> float:
    """The round value that a strip ends at."""
    return round_up(max(series.values.values(), default=0.0))


def _most_first(pair: tuple[str, int]) -> tuple[bool, int, str]:
    return pair[0] == UNKNOWN_MUSCLE, -pair[1], pair[0]


def _row(burden: Burden, muscles: list[str]) -> tuple[Cell, ...]:
    fixed = (burden.start, burden.sessions or None, burden.load_au, burden.soreness, burden.pain, burden.km)
    return (*fixed, *(burden.hard_sets.get(muscle) for muscle in muscles))
