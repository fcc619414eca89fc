"""The builder as a whole: what it points out, saving, closing, and what a screen reader finds."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.accessible import nameless, twins
from tests.ui.builder.conftest import OpenDialog
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.draft import Draft
from trainer.services.building import Building
from trainer.services.library import Library
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.builder.key_list import builder_rows
from trainer.ui.builder.offers import From
from trainer.ui.theme import apply_theme, load_theme
from trainer.ui.widgets.claim_row import Sources

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_says_how_long_it_is_and_how_it_is_balanced(dialog: BuilderDialog) -> None:
    assert dialog.points.length.text() == "22 min · 9 sets · 8 min of work"
    told = "Hamstring sets: 9 lengthening, 6 shortening · 6 from the knee, 3 from the hip"
    assert dialog.points.balance.text() == told
    assert not dialog.points.lacking.isVisible()


@pytest.mark.rule("balance-both")
def test_what_it_lacks_is_named_with_the_rule(dialog: BuilderDialog) -> None:
    dialog.acts.remove([1])
    lacking = dialog.points.lacking.text()
    assert lacking.startswith("Nothing from the hip yet. A hamstring workout has")
    assert lacking.endswith("The app's own rule.")


@pytest.mark.rule("nordics-without-easy-week")
def test_a_warning_is_set_aside_and_stays_so(
    dialog: BuilderDialog, open_dialog: OpenDialog, building: Building, qtbot: QtBot
) -> None:
    (row,) = dialog.warnings.rows
    assert "no easy week" in row.words.text()
    assert row.findChild(Sources) is not None
    qtbot.mouseClick(row.ignore_button, LEFT)
    assert dialog.warnings.rows == []
    assert dialog.warnings.recall_button.text() == "1 warning ignored: show it"
    building.save(dialog.draft, "Make")
    again = open_dialog(building.opened(dialog.draft.id))
    assert again.warnings.rows == []
    qtbot.mouseClick(again.warnings.recall_button, LEFT)
    assert len(again.warnings.rows) == 1
    again.acts.undo()
    assert again.warnings.rows == []


def test_ignoring_is_a_step_like_others(dialog: BuilderDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.warnings.rows[0].ignore_button, LEFT)
    dialog.acts.undo()
    assert len(dialog.warnings.rows) == 1


def test_an_easier_amount_ends_the_warning(dialog: BuilderDialog) -> None:
    assert dialog.editor.sets is not None
    dialog.editor.sets.count.setValue(2)
    dialog.editor.sets.amount.setValue(5)
    assert dialog.warnings.rows == []
    assert not dialog.warnings.isVisible()


@pytest.mark.rule("both-heavy-before-race")
def test_a_race_tomorrow_is_pointed_out_by_its_day(
    open_dialog: OpenDialog, building: Building, library: Library, entries: list[CalendarEntry]
) -> None:
    entries.append(CalendarEntry("race", date(2026, 3, 5), EntryKind.RACE))
    dialog = open_dialog(building.copy_of(library.workout("hamstrings-for-runners"), "Tuesday"))
    texts = [row.words.text() for row in dialog.warnings.rows]
    assert any(
        "on Wed 4 March both come within 48 hours before the race on Thu 5 March" in one for one in texts
    )


def test_saving_asks_for_a_name_that_is_free(dialog: BuilderDialog, library: Library, qtbot: QtBot) -> None:
    asked: list[Draft] = []
    dialog.save_asked.connect(asked.append)
    dialog.name.setFocus()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, library.workout("hamstrings-for-runners").name)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert asked == []
    assert "already" in dialog.name_field.problem.text()
    assert dialog.focusWidget() is dialog.name
    qtbot.keyClicks(dialog.name, " too")
    assert not dialog.name_field.problem.isVisible()
    qtbot.keyClick(dialog.name, Qt.Key.Key_S, CTRL)
    assert [draft.name for draft in asked] == ["Hamstrings for runners too"]


def test_an_empty_one_is_not_saved(blank: BuilderDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(blank.save_asked):
        qtbot.mouseClick(blank.save_button, LEFT)
    assert blank.toast.words.text() == "Add an exercise first."
    assert blank.isVisible()


def test_enter_presses_nothing_but_the_button_it_is_on(dialog: BuilderDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.save_asked):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.save_button.setFocus()
    with qtbot.waitSignal(dialog.save_asked):
        qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)


def test_escape_without_a_change_leaves_quietly(dialog: BuilderDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.closed_unsaved):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_left_unsaved_can_be_brought_back(
    dialog: BuilderDialog, open_dialog: OpenDialog, qtbot: QtBot
) -> None:
    begun = dialog.draft
    dialog.acts.remove([0])
    with qtbot.waitSignal(dialog.closed_unsaved) as left:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert left.args is not None
    assert left.args[0] == begun
    again = open_dialog(cast("Draft", left.args[1]), begun=cast("Draft", left.args[0]))
    assert len(again.draft.items) == 2
    again.acts.undo()
    assert again.draft == begun


def test_undo_says_what_it_would_take_back(dialog: BuilderDialog, qtbot: QtBot) -> None:
    assert not dialog.undo_button.isEnabled()
    dialog.acts.move([0], 3)
    assert dialog.undo_button.accessibleName() == "Undo: Move"
    qtbot.mouseClick(dialog.undo_button, LEFT)
    assert dialog.toast.words.text() == "Undone: Move"
    assert dialog.redo_button.accessibleName() == "Redo: Move"
    assert not dialog.undo_button.isEnabled()
    dialog.acts.undo()
    assert dialog.toast.words.text() == "There is nothing to undo."


def test_every_control_has_a_name_of_its_own(
    dialog: BuilderDialog, blank: BuilderDialog, qtbot: QtBot
) -> None:
    assert dialog.editor.sets is not None
    dialog.editor.sets.warm_ups.setValue(1)
    dialog.editor.sets.fold.click()
    assert nameless(dialog) == []
    assert twins(dialog) == []
    dialog.show_picker()
    assert nameless(dialog) == []
    assert twins(dialog) == []
    assert nameless(blank) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_the_smallest_window(
    dialog: BuilderDialog, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    apply_theme(qapp, load_theme("light"), percent)
    try:
        dialog.resize(900, 600)
        qtbot.waitUntil(lambda: dialog.width() == 900)
        QApplication.sendPostedEvents()
        assert dialog.minimumSizeHint().width() <= 900
        assert dialog.minimumSizeHint().height() <= 600
        inner = dialog.area.widget()
        assert inner is not None
        assert inner.minimumSizeHint().width() <= dialog.area.viewport().width()
    finally:
        apply_theme(qapp, load_theme("light"))


def test_the_theme_is_followed(dialog: BuilderDialog) -> None:
    dialog.set_theme(load_theme("dark"))
    dialog.acts.add(From.LIBRARY, "wall-sit", 0)
    assert len(dialog.draft.items) == 4


def test_where_there_is_little_room_the_search_scrolls_into_sight(dialog: BuilderDialog) -> None:
    dialog.resize(640, 480)
    QApplication.sendPostedEvents()
    dialog.add_button.click()
    QApplication.sendPostedEvents()
    area = dialog.area.viewport()
    assert area.rect().contains(dialog.picker.search.mapTo(area, dialog.picker.search.rect().center()))


def test_its_keys_stand_in_the_list_of_shortcuts(dialog: BuilderDialog) -> None:
    told = {what: keys for where, what, keys in builder_rows() if where == "In the builder"}
    assert told["Move exercises up"] == "Alt+Up"
    held = {action.shortcut().toString() for action in dialog.actions()}
    assert {keys for keys in told.values() if keys != "Del"} <= held
