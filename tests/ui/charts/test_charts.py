"""What holds for every chart, and what each shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from tests.ui.charts.charts import LIGHT, MAKERS, MONDAY, agenda, axis, heat, lines, number, sides, strips
from trainer.domain.exercise import Side
from trainer.domain.stats import DayWork, Period, TrendPoint
from trainer.ui.charts.calendar_grid import grid_of
from trainer.ui.charts.chart import Chart
from trainer.ui.charts.trend_lines import TrendLines
from trainer.ui.theme import load_theme

Maker = Callable[[], Chart]


def colours(chart: Chart) -> set[str]:
    image: QImage = chart.grab().toImage()
    columns, rows = range(0, image.width(), 2), range(0, image.height(), 2)
    return {QColor(image.pixel(x, y)).name() for x in columns for y in rows}


@pytest.mark.parametrize("make", MAKERS)
def test_every_mark_has_a_place_words_and_a_row(qtbot: QtBot, make: Maker) -> None:
    chart = make()
    qtbot.addWidget(chart)
    chart.show()
    assert chart.mark_count() == 3 if make is not heat else chart.mark_count() == 2
    for index in range(chart.mark_count()):
        assert chart.mark_words(index)
        assert chart.rect().contains(chart.mark_place(index).toPoint())
    table = chart.table()
    assert len(table.rows) == chart.mark_count()
    assert all(len(row) == len(table.headers) for row in table.rows)


@pytest.mark.parametrize("make", MAKERS)
def test_arrow_keys_walk_the_marks_say_each_and_enter_chooses(qtbot: QtBot, make: Maker) -> None:
    chart = make()
    qtbot.addWidget(chart)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    last = chart.mark_count() - 1
    assert chart.marked == last
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == last - 1
    assert chart.accessibleDescription() == chart.mark_words(last - 1)
    with qtbot.waitSignal(chart.mark_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [last - 1]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.marked == 0


@pytest.mark.parametrize("make", MAKERS)
def test_a_click_on_a_mark_chooses_it_and_the_pointer_marks_it(qtbot: QtBot, make: Maker) -> None:
    chart = make()
    qtbot.addWidget(chart)
    chart.show()
    back = QPoint(2, 2) if make is not agenda else QPoint(0, 4)
    place = chart.mark_place(1).toPoint() - back
    with qtbot.waitSignal(chart.mark_chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [1]
    qtbot.mouseMove(chart, place)
    qtbot.waitUntil(lambda: chart.marked == 1)
    qtbot.mouseMove(chart, QPoint(1, 1))
    qtbot.waitUntil(lambda: chart.marked == -1)


@pytest.mark.parametrize("make", MAKERS)
def test_a_chart_follows_the_theme(qtbot: QtBot, make: Maker) -> None:
    chart = make()
    qtbot.addWidget(chart)
    before = colours(chart)
    chart.set_theme(load_theme("dark"))
    chart.grab()
    chart.set_theme(LIGHT)
    assert colours(chart) == before


def test_nothing_to_show_paints_nothing_and_marks_nothing(qtbot: QtBot) -> None:
    chart = TrendLines("Trend", LIGHT, axis())
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    assert len(colours(chart)) == 1
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == -1


def test_left_and_right_have_colours_of_their_own(qtbot: QtBot) -> None:
    for chart in (lines(), sides()):
        qtbot.addWidget(chart)
        assert {LIGHT.colours.accent.lower(), LIGHT.colours.work.lower()} <= colours(chart)


def test_left_and_right_are_told_apart_without_colour(qtbot: QtBot) -> None:
    """All rows of a square are of one width, those of a disc are not."""

    def widths(side: Side, colour: str) -> set[int]:
        chart = TrendLines("Trend", LIGHT, axis())
        qtbot.addWidget(chart)
        chart.resize(640, 240)
        chart.show_points([TrendPoint("s", MONDAY, side, 5, record=False)], unit="Reps", label=number)
        chart.mark(0)
        image, middle = chart.grab().toImage(), chart.mark_place(0).toPoint()
        near = range(-8, 9)
        rows = [[QColor(image.pixel(middle + QPoint(x, y))).name() == colour for x in near] for y in near]
        return {sum(row) for row in rows if any(row)}

    assert len(widths(Side.RIGHT, LIGHT.colours.work.lower())) == 1
    assert len(widths(Side.LEFT, LIGHT.colours.accent.lower())) > 2


def test_one_point_alone_says_its_value(qtbot: QtBot) -> None:
    """Its words stand beside it in the text's colour, which nothing else of the chart has."""
    alone, crowd = TrendLines("One", LIGHT, axis()), TrendLines("Many", LIGHT, axis())
    points = [
        TrendPoint(f"s{n}", MONDAY - timedelta(days=n), Side.BOTH, 5, record=False) for n in range(30, -1, -1)
    ]
    for chart, some in ((alone, points[-1:]), (crowd, points)):
        qtbot.addWidget(chart)
        chart.resize(640, 240)
        chart.show_points(some, unit="Reps", label=number)
    assert LIGHT.colours.text.lower() in colours(alone)
    assert LIGHT.colours.text.lower() not in colours(crowd)


def test_values_beside_points_do_not_run_into_each_other(qtbot: QtBot) -> None:
    chart = TrendLines("Trend", LIGHT, axis())
    qtbot.addWidget(chart)
    chart.resize(640, 240)
    days_ago = {200: 100.3, 20: 99.0, 12: 100.4, 6: 101.5, 3: 101.5, 0: 101.0}
    points = [
        TrendPoint("s", MONDAY - timedelta(days=ago), Side.BOTH, value, record=ago in (200, 12, 6))
        for ago, value in days_ago.items()
    ]
    chart.show_points(points, unit="kg", label=lambda value: f"{value:g} kg")
    boxes = [box for box, _ in chart.labels()]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert [text for _, text in chart.labels()] == ["101.5 kg", "100.3 kg"]


def test_a_line_does_not_go_over_a_long_break(qtbot: QtBot) -> None:
    def pixels_between(days: int) -> set[str]:
        chart = TrendLines("Trend", LIGHT, axis())
        qtbot.addWidget(chart)
        chart.resize(640, 240)
        days_of = (MONDAY - timedelta(days=days), MONDAY)
        points = [TrendPoint("s", day, Side.BOTH, 5, record=False) for day in days_of]
        chart.show_points(points, unit="Reps", label=number)
        image = chart.grab().toImage()
        middle = ((chart.mark_place(0) + chart.mark_place(1)) / 2).toPoint()
        return {QColor(image.pixel(middle.x(), middle.y() + y)).name() for y in range(-3, 4)}

    assert LIGHT.colours.accent.lower() in pixels_between(40)
    assert LIGHT.colours.accent.lower() not in pixels_between(44)


def test_more_points_than_pixels_are_a_band_with_the_breaks_left_open(qtbot: QtBot) -> None:
    on = axis(MONDAY - timedelta(days=5999))
    on.set_range("all")
    chart = TrendLines("Trend", LIGHT, on)
    qtbot.addWidget(chart)
    chart.resize(320, 240)
    days = [MONDAY - timedelta(days=n) for n in range(5999, -1, -1) if not 2000 < n < 2400]
    points = [TrendPoint("s", day, Side.BOTH, 4 + n % 3, record=False) for n, day in enumerate(days)]
    chart.show_points(points, unit="Reps", label=number)
    image = chart.grab().toImage()

    def coloured(days_ago: int) -> int:
        x = round(chart.day_scale()(MONDAY.toordinal() - days_ago))
        column = (QColor(image.pixel(x, y)).name() for y in range(image.height()))
        return sum(colour == LIGHT.colours.accent.lower() for colour in column)

    assert coloured(4000) > 20
    assert coloured(1000) > 20
    assert coloured(2200) == 0


def test_the_heat_map_shows_done_planned_and_both(qtbot: QtBot) -> None:
    chart = heat()
    qtbot.addWidget(chart)
    assert [row[1:] for row in chart.table().rows] == [(1, 6, 1), (None, None, 1)]
    assert chart.mark_words(1).endswith("6 sets · planned")
    assert chart.mark_words(0).endswith("nothing done · planned")


def test_of_more_than_two_years_the_heat_map_shows_weeks(qtbot: QtBot) -> None:
    on = axis(MONDAY - timedelta(weeks=300))
    chart = heat(on)
    qtbot.addWidget(chart)
    chart.show_days(
        [DayWork(MONDAY - timedelta(weeks=200), 1, 4), DayWork(MONDAY - timedelta(days=1399), 2, 5)],
        [],
        MONDAY,
    )
    assert chart.mark_count() == 0
    on.set_range("all")
    assert chart.table().rows == ((MONDAY - timedelta(weeks=200), 3, 9, None),)
    assert "Week of" in chart.mark_words(0)
    first = MONDAY - timedelta(weeks=200)
    assert chart.stretch_of(0) == (first, first + timedelta(days=7))


def test_bars_begin_at_zero_and_an_empty_week_has_none(qtbot: QtBot) -> None:
    chart = strips()
    qtbot.addWidget(chart)
    image = chart.grab().toImage()
    accent = LIGHT.colours.accent.lower()

    def column(day: date) -> list[int]:
        x = round(chart.day_scale()(day.toordinal() + 3.5))
        return [y for y in range(image.height()) if QColor(image.pixel(x, y)).name() == accent]

    done, none = column(MONDAY), column(MONDAY - timedelta(weeks=1))
    assert not none
    assert len(done) > 50
    assert done == list(range(done[0], done[0] + len(done)))
    assert chart.plot().bottom() - done[-1] < 3


def test_bars_stand_for_longer_the_longer_the_range(qtbot: QtBot) -> None:
    on = axis(MONDAY - timedelta(weeks=52 * 40))
    chart = strips(on)
    qtbot.addWidget(chart)
    periods = []
    for name in ("3m", "1y", "all"):
        on.set_range(name)
        periods.append(chart.period)
    on.zoom(0.1, on.end)
    periods.append(chart.period)
    assert periods == [Period.WEEK, Period.WEEK, Period.YEAR, Period.MONTH]


def test_the_agenda_keeps_to_four_weeks_from_today(qtbot: QtBot) -> None:
    chart = agenda()
    qtbot.addWidget(chart)
    assert [entry.id for entry in chart.entries] == ["e0", "e1", "e2"]
    assert chart.mark_words(2).endswith("Race · T · 10 km")


def test_the_gap_names_the_side_that_did_more(qtbot: QtBot) -> None:
    chart = sides()
    qtbot.addWidget(chart)
    assert [chart.mark_words(index).partition(" · left ")[2] for index in range(3)] == [
        "10 · right 8 · gap 20 %, more on the left",
        "10 · right 9 · gap 10 %, more on the left",
        "10 · right 10 · no gap",
    ]
    assert [row[3:] for row in chart.table().rows] == [(0.0, "neither"), (10.0, "left"), (20.0, "left")]


def test_the_title_of_the_gap_is_never_cut_off(qtbot: QtBot) -> None:
    chart = sides()
    qtbot.addWidget(chart)
    assert chart.gap_title().startswith("The gap: upwards")
    chart.resize(330, 340)
    metrics = QFontMetricsF(chart.small_font())
    assert metrics.horizontalAdvance(chart.gap_title()) <= chart.plot().width()


@pytest.mark.parametrize("weeks", [4, 53, 107, 108, 700])
def test_squares_lie_where_their_days_do_and_are_found_again(weeks: int) -> None:
    end = MONDAY.toordinal() + 3.0
    grid = grid_of(end - 7 * weeks + 4, end, QRectF(40, 20, 760, 0), 14)
    squares = grid.squares()
    assert len(squares) == (weeks if grid.weeks else 7 * weeks - 4)
    for first, place in squares.items():
        assert place == grid.place(first)
        assert grid.first_at(place.center()) == first
    assert max(squares.values(), key=QRectF.bottom).bottom() <= grid.bottom
