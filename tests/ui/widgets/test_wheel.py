from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QSlider, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.charts.charts import LIGHT, MONDAY, axis
from trainer.ui.history.trend_card import TrendCard
from trainer.ui.today.checkin_form import CheckInForm
from trainer.ui.widgets.scrolled import scrolled


@pytest.fixture
def form(qtbot: QtBot) -> QScrollArea:
    """A form that is higher than its area: a choice, a number, a slider."""
    fields = QWidget()
    column = QVBoxLayout(fields)
    combo, box, slider = QComboBox(), QSpinBox(), QSlider(Qt.Orientation.Horizontal)
    combo.addItems(["one", "two", "three"])
    box.setValue(50)
    slider.setValue(50)
    for part in (combo, box, slider):
        column.addWidget(part)
    column.addSpacing(900)
    area = scrolled(fields)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    return area


def turn(over: QWidget) -> None:
    """The wheel one notch towards oneself."""
    window = over.window()
    QTest.wheelEvent(
        window.windowHandle(), QPointF(over.mapTo(window, over.rect().center())), QPoint(0, -120)
    )


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox, QSlider])
def test_the_wheel_over_a_control_scrolls_the_form_and_leaves_the_control(
    form: QScrollArea, kind: type[QWidget]
) -> None:
    (control,) = form.widget().findChildren(kind)
    before = value_of(control)
    turn(control)
    assert value_of(control) == before
    assert form.verticalScrollBar().value() > 0


def test_a_number_that_has_the_keyboard_is_turned(form: QScrollArea) -> None:
    (box,) = form.widget().findChildren(QSpinBox)
    box.setValue(5)
    box.setFocus()
    turn(box)
    assert box.value() == 4
    assert form.verticalScrollBar().value() == 0


def test_the_wheel_over_the_choice_of_an_exercise_leaves_it(qtbot: QtBot) -> None:
    card = TrendCard(LIGHT, axis(), lambda: MONDAY, lambda: "kg")
    qtbot.addWidget(card)
    card.exercise.addItems(["Nordic hamstring curl", "Single-leg RDL"])
    card.show()
    qtbot.waitExposed(card)
    card.exercise.setFocus()
    turn(card.exercise)
    assert card.exercise.currentIndex() == 0


def test_the_wheel_over_the_places_of_a_check_in_adds_none(qtbot: QtBot) -> None:
    form = CheckInForm(LIGHT, ())
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    turn(form.places)
    assert not form.rows


def value_of(control: QWidget) -> int:
    if isinstance(control, QComboBox):
        return control.currentIndex()
    assert isinstance(control, QSpinBox | QSlider)
    return control.value()
