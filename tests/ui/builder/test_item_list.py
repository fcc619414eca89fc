"""The list of exercises: its order by mouse and keyboard, and what is done in turn."""

from __future__ import annotations

from typing import Protocol

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer.domain.arranging import blocks
from trainer.services.building import Building
from trainer.services.library import Library
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.builder.item_model import ItemModel
from trainer.ui.builder.offers import From, OfferModel, offers_of
from trainer.ui.builder.rows import FACTS_ROLE, GROUP_ROLE

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class ModelTester(Protocol):
    def check(self, model: QAbstractItemModel, force_py: bool = ...) -> None: ...


def order(dialog: BuilderDialog) -> list[str]:
    return [item.short_name for item in dialog.draft.items]


def press(dialog: BuilderDialog, key: Qt.Key, modifier: Qt.KeyboardModifier, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)


PARTIAL, RDL, SLIDER = "Partial Nordic", "Single-leg RDL", "Slider bridge"


def test_the_models_keep_qts_rules(
    qtmodeltester: ModelTester, library: Library, building: Building, qtbot: QtBot
) -> None:
    items = library.workout("hamstrings-for-runners").items
    model, offers = ItemModel("kg"), OfferModel()
    qtmodeltester.check(model)
    model.set_rows([(item, building.exercise_of(item)) for item in items])
    qtmodeltester.check(model)
    model.set_rows([(item, None) for item in items[:1]])
    qtmodeltester.check(model)
    offers.set_rows(offers_of(building, From.LIBRARY)("nordic"))
    qtmodeltester.check(offers)


def test_what_is_dragged_comes_before_the_row_where_it_is_let_go(dialog: BuilderDialog) -> None:
    model = dialog.model
    carried = model.mimeData([model.index(0)])
    assert model.dropMimeData(carried, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert order(dialog) == [RDL, SLIDER, PARTIAL]
    assert dialog.rows.places == (2,)


def test_what_is_let_go_on_a_row_comes_before_it_and_below_all_at_the_end(dialog: BuilderDialog) -> None:
    model = dialog.model
    carried = model.mimeData([model.index(2)])
    assert model.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, model.index(0))
    assert order(dialog) == [SLIDER, PARTIAL, RDL]
    carried = model.mimeData([model.index(0), model.index(1)])
    assert model.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert order(dialog) == [RDL, SLIDER, PARTIAL]


def let_go(dialog: BuilderDialog, dragged: int, over: int, share: float) -> None:
    """Drags a row over another one and lets go so far down in it, as the view is told of it."""
    view, model = dialog.rows.viewport(), dialog.model
    carried = model.mimeData([model.index(dragged)])
    place = dialog.rows.visualRect(model.index(over))
    at = QPoint(place.center().x(), place.top() + round(place.height() * share))
    how = (Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, NONE)
    for event in (QDragEnterEvent(at, *how), QDragMoveEvent(at, *how), QDropEvent(QPointF(at), *how)):
        QApplication.sendEvent(view, event)
        assert event.isAccepted()


@pytest.mark.parametrize(
    ("dragged", "over", "share", "expected"),
    [
        (0, 2, 0.8, [RDL, SLIDER, PARTIAL]),
        (0, 2, 0.2, [RDL, PARTIAL, SLIDER]),
        (2, 0, 0.2, [SLIDER, PARTIAL, RDL]),
        (2, 0, 0.8, [PARTIAL, SLIDER, RDL]),
    ],
)
def test_a_drag_with_the_mouse_puts_the_row_where_it_is_let_go(
    dialog: BuilderDialog, dragged: int, over: int, share: float, expected: list[str]
) -> None:
    let_go(dialog, dragged, over, share)
    assert order(dialog) == expected


def test_other_things_cannot_be_dropped(dialog: BuilderDialog) -> None:
    data = QMimeData()
    data.setText("0")
    assert not dialog.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert order(dialog) == [PARTIAL, RDL, SLIDER]


def test_alt_and_arrows_move_what_is_chosen(dialog: BuilderDialog, qtbot: QtBot) -> None:
    press(dialog, Key.Key_Down, ALT, qtbot)
    assert order(dialog) == [RDL, PARTIAL, SLIDER]
    press(dialog, Key.Key_Down, ALT, qtbot)
    press(dialog, Key.Key_Down, ALT, qtbot)
    assert order(dialog) == [RDL, SLIDER, PARTIAL]
    press(dialog, Key.Key_Up, ALT, qtbot)
    assert order(dialog) == [RDL, PARTIAL, SLIDER]
    assert dialog.rows.places == (1,)


def test_several_move_together(dialog: BuilderDialog, qtbot: QtBot) -> None:
    press(dialog, Key.Key_Down, SHIFT, qtbot)
    assert dialog.rows.places == (0, 1)
    press(dialog, Key.Key_Down, ALT, qtbot)
    assert order(dialog) == [SLIDER, PARTIAL, RDL]
    assert dialog.rows.places == (1, 2)


def test_the_keyboard_joins_and_parts(dialog: BuilderDialog, qtbot: QtBot) -> None:
    press(dialog, Key.Key_G, CTRL, qtbot)
    assert [block.together for block in blocks(dialog.draft.items)] == [True, False]
    assert dialog.model.index(0).data(GROUP_ROLE) == ("first", "Superset A")
    dialog.rows.choose([0, 2])
    press(dialog, Key.Key_G, CTRL, qtbot)
    assert "Circuit A" in dialog.model.index(1).data(SPOKEN)
    press(dialog, Key.Key_G, CTRL | SHIFT, qtbot)
    assert not any(block.together for block in blocks(dialog.draft.items))


def test_in_turn_takes_as_long_as_its_rests(dialog: BuilderDialog) -> None:
    before = dialog.points.length.text()
    dialog.acts.join([0, 1])
    assert dialog.points.length.text().split(" · ")[1:] == before.split(" · ")[1:]


def test_delete_takes_out_and_ctrl_d_duplicates(dialog: BuilderDialog, qtbot: QtBot) -> None:
    press(dialog, Key.Key_D, CTRL, qtbot)
    assert order(dialog) == [PARTIAL, PARTIAL, RDL, SLIDER]
    assert dialog.rows.places == (1,)
    press(dialog, Key.Key_Delete, NONE, qtbot)
    assert order(dialog) == [PARTIAL, RDL, SLIDER]
    press(dialog, Key.Key_Z, CTRL, qtbot)
    assert order(dialog) == [PARTIAL, PARTIAL, RDL, SLIDER]
    press(dialog, Key.Key_Z, CTRL | SHIFT, qtbot)
    assert order(dialog) == [PARTIAL, RDL, SLIDER]


def test_taking_out_all_shows_what_can_be_added(dialog: BuilderDialog) -> None:
    dialog.acts.remove([0, 1, 2])
    assert dialog.draft.items == ()
    assert dialog.empty.isVisible()
    assert dialog.picker.isVisible()
    dialog.acts.undo()
    assert order(dialog) == [PARTIAL, RDL, SLIDER]
    assert dialog.rows.isVisible()


def test_tools_work_only_where_they_have_something_to_do(dialog: BuilderDialog) -> None:
    tools = dialog.tools
    dialog.rows.choose([0])
    assert not tools.up.isEnabled()
    assert tools.down.isEnabled()
    assert tools.join.isEnabled()
    assert not tools.part.isEnabled()
    dialog.rows.choose([2])
    assert tools.up.isEnabled()
    assert not tools.down.isEnabled()
    assert not tools.join.isEnabled()
    dialog.acts.join([1, 2])
    assert tools.part.isEnabled()


@pytest.mark.parametrize("tool", ["up", "down", "join", "part", "copy", "remove"])
def test_each_tool_has_a_name_and_a_key(dialog: BuilderDialog, tool: str) -> None:
    button = getattr(dialog.tools, tool)
    assert button.accessibleName()
    assert button.toolTip().startswith(button.accessibleName())
    assert button.toolTip().endswith(")")


def test_a_row_says_what_it_asks_for(dialog: BuilderDialog) -> None:
    assert dialog.model.index(1).data(FACTS_ROLE) == "3 × 8 each side · rest 90 s"
    assert dialog.model.index(1).data(SPOKEN) == "Single-leg RDL, 3 × 8 each side · rest 90 s"


def test_several_chosen_cannot_be_changed_at_once(dialog: BuilderDialog) -> None:
    dialog.rows.choose([0, 1])
    assert not dialog.editor.isVisible()
    assert "2 exercises" in dialog.hint.text()
    dialog.rows.clearSelection()
    assert dialog.hint.isVisible()
    assert dialog.hint.text().startswith("Choose an exercise")
