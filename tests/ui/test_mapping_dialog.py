from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.services.unknown import UnknownName
from trainer.ui.mapping_dialog import MappingDialog

LEFT = Qt.MouseButton.LeftButton
BULGARIAN = UnknownName("Bulgarian Split Squat", 12, ("rear-foot-elevated-split-squat",), sure=True)


@pytest.fixture
def dialog(qtbot: QtBot) -> MappingDialog:
    dialog = MappingDialog([BULGARIAN], load_catalog().exercises)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_a_name_can_be_kept_while_a_search_hides_what_it_stands_for(
    dialog: MappingDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.search, "plank")
    assert dialog.choices.selectedItems() == []
    keep = dialog.choices.visualItemRect(dialog.choices.item(0)).center()
    qtbot.mouseClick(dialog.choices.viewport(), LEFT, pos=keep)
    assert dialog.choices_made() == {}
    assert dialog.names.item(0).text().endswith("→ your own")


def test_going_to_the_list_alone_chooses_nothing(dialog: MappingDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "plank")
    dialog.choices.setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.choices_made() == {BULGARIAN.name: "rear-foot-elevated-split-squat"}
    qtbot.keyClick(dialog.choices, Qt.Key.Key_Down)
    assert dialog.choices_made() == {BULGARIAN.name: "front-plank"}
