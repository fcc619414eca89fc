"""What comes into a workout: from the library, another workout, a past session."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.builder.conftest import SEED, OpenDialog
from trainer.domain.arranging import blocks
from trainer.services.building import Building
from trainer.services.editing import SessionEntry
from trainer.services.library import Library
from trainer.services.past_session import PastSessions
from trainer.store import Store
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.builder.offers import From

LEFT = Qt.MouseButton.LeftButton


def ids(dialog: BuilderDialog) -> list[str]:
    return [item.exercise_id for item in dialog.draft.items]


def take_from(dialog: BuilderDialog, source: From) -> None:
    dialog.picker.source.button(source.value).click()


def names(dialog: BuilderDialog) -> list[str]:
    model = dialog.picker.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_an_empty_one_begins_with_the_search(blank: BuilderDialog) -> None:
    assert blank.focusWidget() is blank.picker.search
    assert blank.empty.isVisible()
    assert not blank.picker.done_button.isVisible()
    assert blank.points.length.text() == "No exercise yet"


def test_typing_and_enter_adds_the_best_and_stays_for_more(
    blank: BuilderDialog, library: Library, qtbot: QtBot
) -> None:
    picker = blank.picker
    qtbot.keyClicks(picker.search, "copenhagen")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    best = library.search("copenhagen")[0]
    assert ids(blank) == [best.id]
    assert blank.picker.isVisible()
    assert blank.focusWidget() is picker.search
    picker.search.clear()
    qtbot.keyClicks(picker.search, "wall sit")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert ids(blank) == [best.id, "wall-sit"]
    qtbot.mouseClick(picker.done_button, LEFT)
    assert blank.editor.isVisible()
    assert blank.editor.name.text() == "Wall sit"
    assert blank.focusWidget() is blank.rows


def test_it_comes_at_the_least_of_its_dose(blank: BuilderDialog, library: Library) -> None:
    blank.acts.add(From.LIBRARY, "single-leg-rdl", -1)
    dose = library.exercise("single-leg-rdl").dose
    (item,) = blank.draft.items
    assert dose.reps is not None
    assert (len(item.sets), item.sets[0].reps) == (dose.sets.low, dose.reps.low)


def test_the_arrow_leads_into_the_list_and_enter_adds_from_there(blank: BuilderDialog, qtbot: QtBot) -> None:
    picker = blank.picker
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert blank.focusWidget() is picker.list
    qtbot.keyClick(picker.list, Qt.Key.Key_Down)
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    assert ids(blank) == [picker.model.offer_at(1).id]


def test_what_is_added_comes_behind_the_chosen_one(dialog: BuilderDialog) -> None:
    dialog.rows.choose([0])
    dialog.show_picker()
    dialog.picker.picked.emit("library", "wall-sit")
    assert ids(dialog)[1] == "wall-sit"


def test_nothing_that_fits_is_said(blank: BuilderDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(blank.picker.search, "zzzzzz")
    assert blank.picker.nothing.isVisible()
    assert not blank.picker.add_button.isEnabled()
    qtbot.keyClick(blank.picker.search, Qt.Key.Key_Return)
    assert ids(blank) == []


def test_all_of_a_workout_comes_in_as_it_stands_there(blank: BuilderDialog, library: Library) -> None:
    take_from(blank, From.WORKOUT)
    assert library.workout(SEED).name in names(blank)
    blank.picker.search.setText("full")
    blank.picker.search.clear()
    row = names(blank).index(library.workout(SEED).name)
    blank.picker.list.setCurrentIndex(blank.picker.model.index(row))
    blank.picker.add_button.click()
    assert blank.draft.items == library.workout(blank.picker.model.offer_at(row).id).items
    assert blank.acts.drafting.undo_label == "Add exercises"


def test_before_there_is_a_session_it_says_what_will_be_there(blank: BuilderDialog) -> None:
    take_from(blank, From.SESSION)
    assert blank.picker.nothing.text() == "Your sessions of the last year will be listed here."


def test_a_past_session_comes_in_as_it_was_done(
    open_dialog: OpenDialog, building: Building, library: Library, store: Store, fake_clock: FakeClock
) -> None:
    begun = datetime(2026, 3, 2, 18, 0, tzinfo=UTC).replace(tzinfo=None)
    PastSessions(store, fake_clock).add(library.workout(SEED), SessionEntry(begun, 25.0), "Log")
    blank = open_dialog(building.blank("Again"))
    take_from(blank, From.SESSION)
    assert names(blank) == [library.workout(SEED).name]
    assert blank.picker.model.offer_at(0).facts == "Mon 2 March · 25 min"
    blank.picker.add_button.click()
    assert ids(blank) == [item.exercise_id for item in library.workout(SEED).items]


def test_a_session_whose_exercises_are_gone_is_told(
    open_dialog: OpenDialog, building: Building, store: Store, library: Library, fake_clock: FakeClock
) -> None:
    begun = datetime(2026, 3, 2, 18, 0, tzinfo=UTC).replace(tzinfo=None)
    seed = library.workout(SEED)
    session = PastSessions(store, fake_clock).add(seed, SessionEntry(begun, 25.0), "Log")
    blank = open_dialog(building.blank("Again"))
    take_from(blank, From.SESSION)
    store.delete_session(session.id, undo="Delete")
    blank.picker.add_button.click()
    assert blank.toast.words.text() == "That session is not in the log any more."
    assert ids(blank) == []


def test_groups_of_a_workout_stay_groups(
    open_dialog: OpenDialog, building: Building, dialog: BuilderDialog
) -> None:
    dialog.acts.join([0, 1])
    workout = building.save(dialog.draft, "Make")
    blank = open_dialog(building.blank("Other"))
    blank.acts.add(From.WORKOUT, workout.id, -1)
    assert [block.together for block in blocks(blank.draft.items)] == [True, False]


def test_ctrl_f_goes_to_the_search(dialog: BuilderDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.rows, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.focusWidget() is dialog.picker.search
    assert dialog.picker.done_button.isVisible()
