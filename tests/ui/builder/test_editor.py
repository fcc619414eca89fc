"""The chosen exercise: its sets, tempo, rest, sides, load, and its ladder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.builder.conftest import OpenDialog
from trainer.domain.exercise import Laterality
from trainer.domain.targets import warm_ups, working
from trainer.domain.tempo import Phase, Tempo
from trainer.domain.workout import WorkoutItem
from trainer.services.building import CHOSEN_WHY, Building
from trainer.services.library import Library
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.builder.offers import From
from trainer.ui.builder.pace_fields import PaceFields
from trainer.ui.builder.rows import FACTS_ROLE
from trainer.ui.builder.set_fields import SetFields

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def first(dialog: BuilderDialog) -> WorkoutItem:
    return dialog.draft.items[0]


def sets_of(dialog: BuilderDialog) -> SetFields:
    assert dialog.editor.sets is not None
    return dialog.editor.sets


def pace_of(dialog: BuilderDialog) -> PaceFields:
    assert dialog.editor.pace is not None
    return dialog.editor.pace


def test_it_shows_what_is_asked_for(dialog: BuilderDialog) -> None:
    assert dialog.editor.name.text() == "Partial-range Nordic"
    assert sets_of(dialog).count.value() == 3
    assert sets_of(dialog).amount.value() == 6
    assert sets_of(dialog).load.load_kg is None
    assert pace_of(dialog).rest.value() == 120
    assert pace_of(dialog).side.value == "both"
    assert not sets_of(dialog).table.isVisible()


def test_number_and_amount_of_all_sets(dialog: BuilderDialog) -> None:
    before = dialog.points.length.text()
    sets_of(dialog).count.setValue(4)
    sets_of(dialog).amount.setValue(5)
    assert [target.reps for target in first(dialog).sets] == [5, 5, 5, 5]
    assert dialog.points.length.text() != before
    assert dialog.model.index(0).data(FACTS_ROLE) == "4 × 5 · rest 120 s"


def test_a_changed_target_is_ones_own(dialog: BuilderDialog) -> None:
    assert "Mjølsnes" in first(dialog).why
    sets_of(dialog).amount.setValue(4)
    assert first(dialog).why == CHOSEN_WHY
    dialog.acts.undo()
    assert "Mjølsnes" in first(dialog).why


def test_pressing_a_box_again_and_again_is_one_step(dialog: BuilderDialog) -> None:
    for _ in range(3):
        sets_of(dialog).amount.stepUp()
    assert first(dialog).sets[0].reps == 9
    dialog.acts.undo()
    assert first(dialog).sets[0].reps == 6
    assert sets_of(dialog).amount.value() == 6


def test_load_limit_and_warm_ups(dialog: BuilderDialog) -> None:
    sets_of(dialog).load.setValue(20)
    sets_of(dialog).limit.click()
    sets_of(dialog).warm_ups.setValue(1)
    assert {target.load_kg for target in working(first(dialog))} == {20.0}
    assert all(target.to_limit for target in working(first(dialog)))
    (warm_up,) = warm_ups(first(dialog))
    assert (warm_up.load_kg, warm_up.reps, warm_up.to_limit) == (10.0, 3, False)
    assert dialog.model.index(0).data(FACTS_ROLE) == "3 × to the limit · 20 kg · 1 warm-up · rest 120 s"


def test_loads_are_kept_in_kilograms(open_dialog: OpenDialog, building: Building, library: Library) -> None:
    dialog = open_dialog(building.copy_of(library.workout("hamstrings-for-runners"), "Tuesday"), "lb")
    sets_of(dialog).load.setValue(50)
    assert first(dialog).sets[0].load_kg == 22.68
    assert "50 lb" in dialog.model.index(0).data(FACTS_ROLE)
    dialog.acts.undo()
    dialog.acts.redo()
    assert sets_of(dialog).load.text() == "50 lb"


def test_set_by_set(dialog: BuilderDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(sets_of(dialog).fold, LEFT)
    rows = sets_of(dialog).table.rows
    rows[0].amount.setValue(12)
    rows[1].amount.setValue(10)
    rows[2].amount.setValue(8)
    rows[2].limit.click()
    assert [target.reps for target in first(dialog).sets] == [12, 10, 8]
    assert dialog.model.index(0).data(FACTS_ROLE) == "12 · 10 · to the limit · rest 120 s"
    assert sets_of(dialog).amount.text() == "differ"
    qtbot.mouseClick(rows[1].remove, LEFT)
    assert [target.reps for target in first(dialog).sets] == [12, 8]


def test_sets_that_differ_are_shown_one_by_one(dialog: BuilderDialog) -> None:
    sets_of(dialog).table.rows[0].amount.setValue(12)
    assert sets_of(dialog).table.isVisible()
    sets_of(dialog).amount.setValue(7)
    assert {target.reps for target in first(dialog).sets} == {7}
    assert sets_of(dialog).amount.text() == "7"


def test_the_last_set_cannot_be_taken_out(dialog: BuilderDialog) -> None:
    sets_of(dialog).count.setValue(1)
    (row,) = sets_of(dialog).table.rows
    assert not row.remove.isEnabled()


def test_tempo_rest_side_and_own_pace(dialog: BuilderDialog) -> None:
    pace = pace_of(dialog)
    pace.phases[Phase.LOWERING].setValue(5)
    pace.rest.setValue(60)
    pace.side.button("each").click()
    pace.own_pace.click()
    item = first(dialog)
    assert item.sets[0].tempo == Tempo(5, 0, 1, 0)
    assert item.rest_s == 60
    assert (item.side, item.own_side) == (Laterality.EACH, True)
    assert all(target.own_pace for target in item.sets)


def test_a_rep_takes_some_time(dialog: BuilderDialog) -> None:
    for box in pace_of(dialog).phases.values():
        box.setValue(0)
    tempo = first(dialog).sets[0].tempo
    assert tempo is not None
    assert tempo.rep_s > 0


def test_a_hold_has_seconds_and_no_tempo(blank: BuilderDialog) -> None:
    blank.acts.add(From.LIBRARY, "long-lever-bridge-hold", -1)
    blank.picker.done_button.click()
    sets_of(blank).amount.setValue(45)
    assert {target.hold_s for target in first(blank).sets} == {45.0}
    assert sets_of(blank).amount.text() == "45 s"
    assert not pace_of(blank).tempo.isVisible()
    assert not pace_of(blank).own_pace.isVisible()


def test_ctrl_z_in_a_field_takes_back_the_step(dialog: BuilderDialog, qtbot: QtBot) -> None:
    sets_of(dialog).amount.setFocus()
    qtbot.keyClick(sets_of(dialog).amount, Qt.Key.Key_Up)
    assert first(dialog).sets[0].reps == 7
    qtbot.keyClick(sets_of(dialog).amount, Qt.Key.Key_Z, CTRL)
    assert first(dialog).sets[0].reps == 6
    qtbot.keyClick(dialog.name, Qt.Key.Key_X)
    assert dialog.draft.name == "Tuesdayx"
    qtbot.keyClick(dialog.name, Qt.Key.Key_Z, CTRL)
    assert dialog.draft.name == "Tuesday"
    assert dialog.name.text() == "Tuesday"


@pytest.mark.parametrize("way", ["easier", "harder"])
def test_the_ladder_offers_the_rungs_beside_it(
    dialog: BuilderDialog, library: Library, qtbot: QtBot, way: str
) -> None:
    ladder = library.ladder("partial-range-nordic")
    rungs = ladder.easier if way == "easier" else ladder.harder
    qtbot.mouseClick(getattr(dialog.editor, way), LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [rung.name for rung in rungs]
    menu.actions()[0].trigger()
    menu.close()
    assert first(dialog).exercise_id == rungs[0].id
    assert len(first(dialog).sets) == 3
    assert dialog.editor.name.text() == rungs[0].name
    dialog.acts.undo()
    assert dialog.editor.name.text() == "Partial-range Nordic"


def test_at_the_end_of_the_ladder_there_is_nothing_harder(dialog: BuilderDialog) -> None:
    dialog.acts.swap(0, "nordic-hamstring-curl")
    assert not dialog.editor.harder.isEnabled()
    assert dialog.editor.easier.isEnabled()


def test_the_keyboard_stays_in_the_field_that_is_changed(dialog: BuilderDialog, qtbot: QtBot) -> None:
    box = sets_of(dialog).count
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert dialog.focusWidget() is box
    assert sets_of(dialog).count is box
