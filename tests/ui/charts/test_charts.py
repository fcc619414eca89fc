from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from trainer.domain.exercise import Side
from trainer.domain.stats import DayWork, TrendPoint
from trainer.ui.charts.chart import Chart
from trainer.ui.charts.heat_map import HeatMap
from trainer.ui.charts.trend_lines import TrendLines
from trainer.ui.charts.week_bars import WeekBars
from trainer.ui.theme import load_theme

MONDAY = date(2026, 2, 2)
LIGHT = load_theme("light")


def bars(values: list[float]) -> WeekBars:
    chart = WeekBars("Weeks", LIGHT)
    mondays = [MONDAY + timedelta(weeks=week) for week in range(len(values))]
    chart.show_weeks(mondays, values, unit="Sets", label=lambda value: f"{value:.0f}", whole=True)
    chart.resize(640, 240)
    return chart


def lines() -> TrendLines:
    chart = TrendLines("Trend", LIGHT)
    points = [
        TrendPoint("s1", MONDAY, Side.LEFT, 5, record=True),
        TrendPoint("s1", MONDAY, Side.RIGHT, 4, record=True),
        TrendPoint("s2", MONDAY + timedelta(days=9), Side.LEFT, 4, record=False),
    ]
    chart.show_points(points, unit="Reps", label=lambda value: f"{value:g}")
    chart.resize(640, 240)
    return chart


def heat() -> HeatMap:
    chart = HeatMap("Days", LIGHT)
    chart.show_days([DayWork(MONDAY - timedelta(weeks=60), 1, 9, 9.0), DayWork(MONDAY, 1, 6, 60.0)], MONDAY)
    chart.resize(760, 150)
    return chart


def colours(chart: Chart) -> set[str]:
    image: QImage = chart.grab().toImage()
    columns, rows = range(0, image.width(), 2), range(0, image.height(), 2)
    return {QColor(image.pixel(x, y)).name() for x in columns for y in rows}


@pytest.mark.parametrize("make", [lambda: bars([3, 0, 8]), lines, heat])
def test_every_mark_has_a_place_words_and_a_row(qtbot: QtBot, make: object) -> None:
    chart = make()  # type: ignore[operator]
    qtbot.addWidget(chart)
    chart.show()
    assert chart.mark_count() > 0
    for index in range(chart.mark_count()):
        assert chart.mark_words(index)
        assert chart.rect().contains(chart.mark_place(index).toPoint())
    assert len(chart.table().rows) == chart.mark_count()
    assert all(len(row) == len(chart.table().headers) for row in chart.table().rows)


def test_a_week_without_sets_has_no_bar(qtbot: QtBot) -> None:
    none, some = bars([0, 0, 0]), bars([3, 0, 8])
    for chart in (none, some):
        qtbot.addWidget(chart)
    accent = chart.colour(chart.palette().ColorRole.Highlight).name()
    assert accent in colours(some)
    assert accent not in colours(none)


def test_left_and_right_have_colours_of_their_own(qtbot: QtBot) -> None:
    chart = lines()
    qtbot.addWidget(chart)
    assert {LIGHT.colours.accent.lower(), LIGHT.colours.work.lower()} <= colours(chart)


def test_the_heat_map_keeps_to_its_year(qtbot: QtBot) -> None:
    chart = heat()
    qtbot.addWidget(chart)
    assert chart.table().rows == (("2026-02-02", "1", "6"),)


def test_arrow_keys_walk_the_marks_and_enter_chooses(qtbot: QtBot) -> None:
    chart = bars([3, 1, 8])
    qtbot.addWidget(chart)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
    assert chart.marked == 1
    assert "1" in chart.accessibleDescription()
    with qtbot.waitSignal(chart.mark_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [1]
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.marked == 2


def test_a_click_on_a_point_chooses_it(qtbot: QtBot) -> None:
    chart = lines()
    qtbot.addWidget(chart)
    with qtbot.waitSignal(chart.mark_chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.mark_place(2).toPoint() + QPoint(2, 2))
    assert chosen.args == [2]


def test_nothing_to_show_paints_nothing_and_marks_nothing(qtbot: QtBot) -> None:
    chart = TrendLines("Trend", LIGHT)
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    assert len(colours(chart)) == 1
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == -1
