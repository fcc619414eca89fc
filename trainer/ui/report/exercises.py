"""Exercises over the report's time: what changed, the charts of those done most, left and right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from trainer.domain.exercise import Side
from trainer.domain.stats import SMALLEST_CHANGE, Measure, SidePair
from trainer.services.report import Report
from trainer.services.trends import Trend
from trainer.ui.days import day_text
from trainer.ui.history.measures import measure_name
from trainer.ui.numbers import number_text
from trainer.ui.report.drawings import TREND_HEIGHT, axis_of, put_chart, trend_of
from trainer.ui.report.paper import SMALL, TEXT, Paper, font
from trainer.ui.report.table import Column, head_height, put_table
from trainer.ui.report.words import NONE, change_text, side_name, tr, valued
from trainer.ui.saying import said
from trainer.ui.theme import Theme

_CHANCE_REPS = SMALLEST_CHANGE["single-leg-heel-raise", Measure.REPS]
MOST_EXERCISES, MOST_CHARTS, MOST_GAPS = 8, 4, 6
SESSIONS_FOR_A_CHART = 3
_BETWEEN = 200.0
_ELIDE = Qt.TextElideMode.ElideRight


def put_trends(paper: Paper, report: Report, unit: str, theme: Theme) -> None:
    """A table of the exercises done most, and the charts of those with enough sessions for one."""
    columns = [
        Column(tr("Exercise, times done"), 2.45),
        Column(tr("Best of a session"), 1.7),
        Column(tr("Side"), 0.45),
        Column(tr("First"), 0.93, True),
        Column(tr("Last"), 0.93, True),
        Column(tr("Change"), 1.44, True),
        Column(tr("Newest record"), 2.25, True),
    ]
    trends = report.trends[:MOST_EXERCISES]
    rows = [row for one in trends for row in _rows(one, unit)]
    if not rows or not paper.heading(tr("Exercises, from first to last"), head_height(columns, paper)):
        return
    put_table(paper, columns, rows, tr("and {0} more"))
    hidden = len(report.trends) - len(trends)
    if hidden:
        paper.words(tr("and {0} more exercises, done less often").format(hidden), SMALL, muted=True)
    paper.skip(30)
    paper.words(_chance_words(trends), SMALL, muted=True)
    _put_charts(paper, report, unit, theme)


def put_sides(paper: Paper, report: Report, unit: str) -> None:
    """Both sides of the exercises that had both in three sessions."""
    columns = [
        Column(tr("Exercise"), 2.6),
        Column(tr("Best of a session"), 1.9),
        Column(tr("Sessions"), 0.9, True),
        Column(tr("Left, last"), 1, True),
        Column(tr("Right, last"), 1, True),
        Column(tr("Gap, last"), 1.5, True),
        Column(tr("All gaps"), 1.2, True),
    ]
    trends = [one for one in report.trends if one.pairs][:MOST_GAPS]
    if not trends or not paper.heading(tr("Left and right"), head_height(columns, paper)):
        return
    put_table(paper, columns, [_side_row(one, unit) for one in trends], tr("and {0} more"))
    paper.skip(30)
    paper.words(said("gap-left-right"), SMALL, muted=True)


def _rows(one: Trend, unit: str) -> list[list[str]]:
    rows = []
    for index, change in enumerate(one.changes):
        record = NONE
        if change.record is not None:
            record = f"{valued(one, change.record.value, unit)}, {day_text(change.record.day)}"
        rows.append(
            [
                "" if index else f"{one.name}, {one.sessions}×",
                "" if index else measure_name(one.measure),
                side_name(change.side),
                valued(one, change.first.value, unit),
                valued(one, change.last.value, unit),
                change_text(one, change, unit),
                record,
            ]
        )
    return rows


def _chance_words(trends: Sequence[Trend]) -> str:
    """What can be made of a change, and what cannot."""
    tested = any(change.told_apart is not None for one in trends for change in one.changes)
    words = [tr("For these exercises no source cited here says which change is more than chance.")]
    if tested:
        words = [
            said("heel-raise-chance", reps=number_text(_CHANCE_REPS, 0)),
            tr("For other exercises no source cited here says how much is chance."),
        ]
    if any(one.measure is Measure.LEAN for one in trends):
        words.append(tr("Lean is a home measure, good for one's own trend only."))
    drawn = _drawn(trends)
    return " ".join([*words, _legend(drawn)] if drawn else words)


def _side_row(one: Trend, unit: str) -> list[str]:
    last = one.pairs[-1]
    gaps = [pair.gap_percent for pair in one.pairs]
    least, most = number_text(min(gaps), 0), number_text(max(gaps), 0)
    return [
        one.name,
        measure_name(one.measure),
        str(len(one.pairs)),
        valued(one, last.left, unit),
        valued(one, last.right, unit),
        _gap_text(last),
        tr("{0} – {1} %").format(least, most) if least != most else tr("{0} %").format(least),
    ]


def _gap_text(pair: SidePair) -> str:
    if pair.more is Side.BOTH:
        return tr("none")
    percent = number_text(pair.gap_percent, 0)
    text = tr("{0} %, left more") if pair.more is Side.LEFT else tr("{0} %, right more")
    return text.format(percent)


def _put_charts(paper: Paper, report: Report, unit: str, theme: Theme) -> None:
    """Two beside each other, each below its name."""
    worth = _drawn(report.trends)
    axis = axis_of(report)
    width = (paper.width - _BETWEEN) / 2
    face = font(TEXT, bold=True)
    name_height = QFontMetricsF(face).height()
    for index in range(0, len(worth), 2):
        paper.skip(120)
        if not paper.room(name_height + TREND_HEIGHT):
            return
        for column, one in enumerate(worth[index : index + 2]):
            left = paper.area.left() + column * (width + _BETWEEN)
            name = QFontMetricsF(face).elidedText(one.name, _ELIDE, width * 0.6)
            paper.put(QRectF(left, paper.y, width, name_height), name, face, muted=False)
            beside = QRectF(
                left, paper.y + name_height - QFontMetricsF(font(SMALL)).height(), width, name_height
            )
            paper.put(beside, measure_name(one.measure), font(SMALL), muted=True, right=True)
        paper.y += name_height
        for column, one in enumerate(worth[index : index + 2]):
            left = paper.area.left() + column * (width + _BETWEEN)
            put_chart(paper, trend_of(one, unit, theme, axis), left, width, TREND_HEIGHT)
        paper.y += TREND_HEIGHT


def _drawn(trends: Sequence[Trend]) -> list[Trend]:
    """Those that get a chart."""
    return [one for one in trends if one.sessions >= SESSIONS_FOR_A_CHART][:MOST_CHARTS]


def _legend(drawn: Sequence[Trend]) -> str:
    text = tr("A ring marks a record: the first time that a best was reached.")
    if any(change.side is not Side.BOTH for one in drawn for change in one.changes):
        return tr("Round, whole line: left or both. Square, dashed: right.") + " " + text
    return text
