"""A runner looks for an exercise, understands it, keeps it, puts it into a workout, and trains it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Program, Start
from trainer.ui.learn.page import LearnPage
from trainer.ui.library.page import LibraryPage
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.name_dialog import NameDialog

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def library_of(program: Program) -> LibraryPage:
    page = program.window.page("library")
    assert isinstance(page, LibraryPage)
    return page


def name_it(name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameDialog)
    dialog.field.setText(name)
    QTest.mouseClick(dialog.go_button, LEFT)


def test_from_a_search_with_a_typo_to_a_session(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_F, CONTROL)
    library = library_of(program)
    QTest.keyClicks(library.overview.search, "copenhaagen")
    found = [library.overview.model.exercise_at(row).id for row in range(3)]
    assert all("copenhagen" in one for one in found)

    library.overview.cards.choose(0)
    QTest.keyClick(library.overview.cards, Qt.Key.Key_Return)
    exercise = library.chosen
    assert exercise is not None
    assert "copenhagen" in exercise.id
    detail = library.currentWidget()
    assert any(not row.claim.own_rule for row in detail.findChildren(ClaimRow))

    QTest.keyClick(program.window, Qt.Key.Key_B, CONTROL)
    qtbot.waitUntil(lambda: exercise.id in library._library.favourites())
    library._acts.add_to_new(exercise.id)
    name_it("Groin")
    program.window.show_page("today")
    qtbot.waitUntil(lambda: program.today.own_card is not None)
    (row,) = program.today.own_card.rows
    QTest.mouseClick(row.start_button, LEFT)
    assert program.window.covered
    assert {item.exercise_id for item in program.session.driver.active.timeline.workout.items} == {
        exercise.id
    }


def test_by_the_body_map_and_with_what_is_there(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    program.window.show_page("library")
    overview = library_of(program).overview
    everything = overview.model.rowCount()
    assert everything == 66
    overview.filters.muscle_map.button.click()
    body = overview.filters.muscle_map.map
    assert body is not None
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Space)
    hamstrings = overview.model.rowCount()
    assert 0 < hamstrings < everything
    overview.filters.chip("level", "1").setChecked(True)
    assert 0 < overview.model.rowCount() < hamstrings
    overview.filters.clear()
    assert overview.model.rowCount() == everything


def said_ahead(program: Program) -> list[tuple[tuple[str, ...], Path]]:
    """What the platform's voice was asked to say, and into which folder."""
    calls = [call for sound in program.sounds for call in sound.calls]
    return [argument for _, method, argument in calls if method == "say_ahead"]


def test_ones_own_version_lives_through_a_restart(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    program.window.show_page("library")
    library = library_of(program)
    library._acts.make_own("clamshell")
    form = library.currentWidget()
    form.fields.name.setText("Clamshell with a heavy band")
    form.save_button.click()
    qtbot.waitUntil(lambda: library.chosen is not None and library.chosen.own)
    qtbot.waitUntil(lambda: said_ahead(program) != [])
    (unit,), folder = said_ahead(program)[0]
    assert unit == "next: clamshell 2"
    assert folder == tmp_path / "names"
    program.window.close()

    again = start(tmp_path)
    again.window.show_page("library")
    overview = library_of(again).overview
    overview.filters.chip("mine", "own").setChecked(True)
    assert overview.model.exercise_at(0).name == "Clamshell with a heavy band"
    assert overview.model.exercise_at(0).figure_id == "clamshell"


def test_the_stride_is_scrubbed_by_keyboard(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path)
    program.window.show_page("learn")
    page = program.window.page("learn")
    assert isinstance(page, LearnPage)
    strip = page.stride.strip
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    first = strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert strip.accessibleDescription() != first
    told = page.findChildren(ClaimRow)
    assert told
    assert all(row.claim.own_rule or row.claim.references for row in told)
