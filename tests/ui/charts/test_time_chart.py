"""Zooming and moving by wheel, drag and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.charts.charts import axis, heat, lines, sides, strips
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.time_chart import TimeChart

NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def turn(chart: TimeChart, notches: int, held: Qt.KeyboardModifier, x: float = 300) -> bool:
    place = QPointF(x, 60)
    event = QWheelEvent(
        place,
        chart.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, event)
    return event.isAccepted()


@pytest.fixture
def on() -> TimeAxis:
    made = axis()
    made.set_range("3m")
    return made


@pytest.fixture
def chart(qtbot: QtBot, on: TimeAxis) -> TimeChart:
    made = lines(on)
    qtbot.addWidget(made)
    return made


def test_the_wheel_with_ctrl_zooms_around_the_pointer(chart: TimeChart) -> None:
    days = chart.axis.days
    under = chart.axis.start + (300 - chart.plot().left()) / chart.plot().width() * days
    assert turn(chart, 1, CONTROL)
    assert chart.axis.days == pytest.approx(days / 1.25)
    assert chart.day_scale()(under) == pytest.approx(300)
    assert turn(chart, -1, CONTROL)
    assert chart.axis.days == pytest.approx(days)


def test_the_wheel_alone_is_the_pages_until_the_chart_has_the_keyboard(
    qtbot: QtBot, chart: TimeChart
) -> None:
    days = chart.axis.days
    assert not turn(chart, 1, NONE)
    assert chart.axis.days == days
    chart.show()
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    assert turn(chart, 1, NONE)
    assert chart.axis.days < days


def test_the_wheel_with_shift_moves(chart: TimeChart) -> None:
    start = chart.axis.start
    turn(chart, 1, SHIFT)
    assert chart.axis.start < start


def test_a_drag_moves_the_days_along_and_chooses_nothing(qtbot: QtBot, chart: TimeChart) -> None:
    chosen: list[int] = []
    chart.mark_chosen.connect(chosen.append)
    day = chart.axis.start + 30
    x = chart.day_scale()(day)
    begin = QPoint(round(x), 60)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(chart, begin + QPoint(150, 0))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=begin + QPoint(150, 0))
    assert chart.day_scale()(day) == pytest.approx(x + 150, abs=1)
    assert chosen == []


def test_keys_zoom_and_move(qtbot: QtBot, chart: TimeChart) -> None:
    start, days = chart.axis.start, chart.axis.days
    qtbot.keyClick(chart, Qt.Key.Key_Left, SHIFT)
    assert chart.axis.start == pytest.approx(start - 0.2 * days)
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.axis.days == pytest.approx(days / 1.25)
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.axis.days == pytest.approx(days)


def test_walking_to_a_mark_out_of_view_brings_it_there(qtbot: QtBot, chart: TimeChart) -> None:
    chart.axis.pan(-200)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.axis.start <= chart.day_of(chart.marked) < chart.axis.end


def test_charts_on_one_axis_move_together(qtbot: QtBot, on: TimeAxis) -> None:
    charts = (lines(on), sides(on), strips(on), heat(on))
    for chart in charts:
        qtbot.addWidget(chart)
    qtbot.keyClick(charts[0], Qt.Key.Key_Left, SHIFT)
    assert len({chart.day_scale().low for chart in charts}) == 1
