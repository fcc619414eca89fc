from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from trainer.domain.exercise import Range
from trainer.ui.widgets.fields import MOST_LINES, ChipChoice, Field, RangeField, TextBox


def test_a_range_is_always_a_range(qtbot: QtBot) -> None:
    field = RangeField("Reps", 1, 20)
    qtbot.addWidget(field)
    field.set_range(Range(4, 6))
    assert field.range == Range(4, 6)
    field.low.setValue(9)
    assert field.range == Range(9, 9)
    field.high.setValue(3)
    assert field.range == Range(3, 3)
    field.set_range(Range(5, 99))
    assert field.range == Range(5, 20)
    assert field.low.accessibleName() == "Reps, at least"


def test_a_problem_is_said_to_the_eye_and_to_a_screen_reader(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("Name", line, "Any name.")
    qtbot.addWidget(field)
    field.show()
    assert (line.accessibleName(), line.accessibleDescription()) == ("Name", "Any name.")
    field.set_problem("Give it a name.")
    assert field.problem.isVisible()
    assert line.accessibleDescription() == "Give it a name."
    field.set_problem("")
    assert not field.problem.isVisible()
    assert line.accessibleDescription() == "Any name."


def test_a_text_box_grows_with_its_text_up_to_a_height(qtbot: QtBot) -> None:
    box = TextBox(2)
    qtbot.addWidget(box)
    box.resize(300, box.height())
    box.show()
    heights = [box.height()]
    for lines in (2, 5, MOST_LINES, 40):
        box.setPlainText("\n".join(f" line {number} " for number in range(lines)))
        heights.append(box.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    assert len(box.lines) == 40
    assert box.lines[0] == "line 0"


def test_tab_leads_on_from_a_text_box(qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text == ""


@pytest.mark.parametrize("several", [False, True])
def test_chips_are_one_choice_or_several(qtbot: QtBot, several: bool) -> None:
    choice = ChipChoice("Area", {"a": "A", "b": "B", "c": "C"}, several=several)
    qtbot.addWidget(choice)
    choice.show()
    for value in ("c", "a"):
        with qtbot.waitSignal(choice.changed):
            qtbot.mouseClick(choice.chips[value], Qt.MouseButton.LeftButton)
    assert choice.values == (("a", "c") if several else ("a",))
    qtbot.mouseClick(choice.chips["a"], Qt.MouseButton.LeftButton)
    assert choice.values == (("c",) if several else ("a",))
    assert choice.chips["b"].accessibleName() == "Area: B"
