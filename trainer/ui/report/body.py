"""Soreness and pain: by place, and day by day."""

from __future__ import annotations

from trainer.services.report import Report
from trainer.services.telling import Feeling
from trainer.ui.days import day_text
from trainer.ui.report.paper import SMALL, Paper
from trainer.ui.report.table import Column, head_height, put_table
from trainer.ui.report.words import NONE, area_name, told, tr, worst

MOST_AREAS, MOST_DAYS = 8, 12


def put_areas(paper: Paper, report: Report) -> None:
    """One row a place, the one that hurt most first."""
    columns = [
        Column(tr("Place"), 2.4),
        Column(tr("Days told of"), 1, True),
        Column(tr("Days with pain"), 1.1, True),
        Column(tr("Worst pain"), 1.6, True),
        Column(tr("Worst soreness"), 1.6, True),
        Column(tr("Last told"), 1.2, True),
    ]
    rows = [
        [
            area_name(area.area, area.side),
            str(area.days),
            str(area.pain_days) if area.worst_pain is not None else NONE,
            worst(area.worst_pain),
            worst(area.worst_soreness),
            day_text(area.last.day),
        ]
        for area in report.areas[:MOST_AREAS]
    ]
    if rows and paper.heading(tr("Soreness and pain by place"), head_height(columns, paper)):
        put_table(paper, columns, rows, tr("and {0} more"))
        _say_rest(paper, len(report.areas) - len(rows), tr("and {0} more places"))


def put_feelings(paper: Paper, report: Report) -> None:
    """The days with pain, the newest first."""
    columns = [
        Column(tr("Day"), 1.1),
        Column(tr("Place"), 1.9),
        Column(tr("Told in"), 3.2),
        Column(tr("Pain"), 0.7, True),
        Column(tr("Soreness"), 0.9, True),
    ]
    hurt = [one for one in reversed(report.feelings) if one.pain]
    rows = [_row(one) for one in hurt[:MOST_DAYS]]
    if rows and paper.heading(tr("Days with pain, the newest first"), head_height(columns, paper)):
        put_table(paper, columns, rows, tr("and {0} more"))
        _say_rest(paper, len(hurt) - len(rows), tr("and {0} earlier entries"))


def _row(one: Feeling) -> list[str]:
    where = ", ".join(name or tr("check-in") for name in one.told_in)
    return [day_text(one.day), area_name(one.area, one.side), where, told(one.pain), told(one.soreness)]


def _say_rest(paper: Paper, count: int, text: str) -> None:
    if count > 0:
        paper.words(text.format(count), SMALL, muted=True)
