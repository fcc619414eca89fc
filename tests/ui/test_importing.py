from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import PySide6
import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.store.samples import logged, session
from trainer.paths import paths_for
from trainer.services.preview import Counts
from trainer.services.transfer import Transfer
from trainer.store import Store
from trainer.ui.history.page import HistoryPage
from trainer.ui.import_dialog import ImportDialog, counted
from trainer.ui.import_progress import ImportProgress
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.page import LibraryPage
from trainer.ui.main_window import MainWindow
from trainer.ui.mapping_dialog import MappingDialog
from trainer.ui.program_dialog import ProgramDialog
from trainer.ui.today.page import TodayPage

LEFT = Qt.MouseButton.LeftButton
Dialog = TypeVar("Dialog", bound=QDialog)
OWN = "Chair bridge <b>mine</b>"


@pytest.fixture
def log(tmp_path: Path, fake_clock: FakeClock) -> Path:
    """A file with one session of two sets, one of an exercise that nobody knows, and a line that is wrong."""
    store = Store.open(paths_for(tmp_path / "other"), clock=fake_clock)
    at = fake_clock.utc_now()
    store.save_session(replace(session(at=at), ended_at=at))
    store.save_sets(
        (
            logged("a", index=1, exercise_id="nordic-hamstring-curl", exercise="Nordic hamstring curl"),
            logged("b", index=2, exercise_id="chair-bridge", exercise=OWN),
        )
    )
    file = tmp_path / "my log.csv"
    Transfer(store, fake_clock).export(file)
    store.close()
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines, lines[-1].replace(b"b,2,", b"c,two,")]))
    return file


# Qt 6.12 wants a drag's place as QPointF, 6.11 as QPoint.
HERE: Any = QPointF(300, 300) if PySide6.__version_info__ >= (6, 12) else QPoint(300, 300)


@pytest.fixture
def drop(window: MainWindow) -> Callable[..., bool]:
    """Drags files onto the window; whether it took them."""

    def drop(*files: Path) -> bool:
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(HERE, copy, dragged, buttons, none)
        enter.ignore()
        QApplication.sendEvent(window, enter)
        if not enter.isAccepted():
            return False
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, dragged, buttons, none))
        return True

    return drop


@pytest.fixture
def dialog_of(window: MainWindow, qtbot: QtBot) -> Callable[[], ImportDialog]:
    return partial(the_visible, ImportDialog, window, qtbot)


@pytest.fixture
def mapping_of(window: MainWindow, qtbot: QtBot) -> Callable[[], MappingDialog]:
    return partial(the_visible, MappingDialog, window, qtbot)


def the_visible(kind: type[Dialog], window: MainWindow, qtbot: QtBot) -> Dialog:
    """Waits for the one dialog of that kind."""

    def visible() -> list[Dialog]:
        return [one for one in window.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: len(visible()) == 1)
    return visible()[0]


def sessions_in(data_dir: Path, fake_clock: FakeClock) -> int:
    store = Store.open_read_only(paths_for(data_dir), clock=fake_clock)
    try:
        return len(store.sessions())
    finally:
        store.close()


def names(page: LibraryPage) -> list[str]:
    return [page.overview.model.index(row).data() for row in range(page.overview.model.rowCount())]


def test_a_dropped_file_is_shown_first_and_then_stands_everywhere(
    window: MainWindow,
    qtbot: QtBot,
    log: Path,
    drop: Callable[..., bool],
    mapping_of: Callable[[], MappingDialog],
    dialog_of: Callable[[], ImportDialog],
    data_dir: Path,
    fake_clock: FakeClock,
) -> None:
    window.show_page("history")
    history = window.page("history")
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(history.empty.isVisible)
    window.show_page("library")
    library = window.page("library")
    assert isinstance(library, LibraryPage)
    before = names(library)
    assert drop(log)
    dialog = dialog_of()
    assert dialog.sentences == [
        "To be added: 1 session, 2 sets",
        f"New exercises of your own: {OWN}",
    ]
    assert dialog.lines.toPlainText().startswith("Line 4: ")
    assert sessions_in(data_dir, fake_clock) == 0
    qtbot.mouseClick(dialog.import_button, LEFT)
    qtbot.mouseClick(mapping_of().import_button, LEFT)
    qtbot.waitUntil(window.toast.button.isVisible)
    assert window.toast.words.text() == "my log.csv imported: 1 session, 2 sets."
    qtbot.waitUntil(lambda: OWN in names(library))
    window.show_page("today")
    today = window.page("today")
    assert isinstance(today, TodayPage)
    assert today.week_card.words.text() == "1 session done"
    window.show_page("history")
    qtbot.waitUntil(lambda: not history.empty.isVisible())
    window.show_page("library")
    library.show_exercise("nordic-hamstring-curl")
    detail = library.currentWidget()
    assert isinstance(detail, ExerciseDetail)
    qtbot.waitUntil(detail.record.isVisible)
    library.show_exercise("chair-bridge")
    qtbot.mouseClick(window.toast.button, LEFT)
    qtbot.waitUntil(lambda: names(library) == before)
    assert window.toast.words.text().startswith("Import taken back.")
    assert library.currentIndex() == 0
    assert sessions_in(data_dir, fake_clock) == 0


def test_numbers_are_written_as_the_locale_has_them() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert counted(Counts(sessions=1, sets=11_080)) == "1 session, 11.080 sets"
    finally:
        QLocale.setDefault(before)


def test_cancel_writes_nothing_and_the_next_file_may_come(
    window: MainWindow,
    qtbot: QtBot,
    log: Path,
    drop: Callable[..., bool],
    dialog_of: Callable[[], ImportDialog],
    data_dir: Path,
    fake_clock: FakeClock,
) -> None:
    assert drop(log)
    qtbot.mouseClick(dialog_of().cancel_button, LEFT)
    assert sessions_in(data_dir, fake_clock) == 0
    assert drop(log)
    qtbot.keyClick(dialog_of(), Qt.Key.Key_Escape)
    assert sessions_in(data_dir, fake_clock) == 0


def test_a_second_import_of_the_same_file_has_nothing_to_offer(
    window: MainWindow,
    qtbot: QtBot,
    log: Path,
    drop: Callable[..., bool],
    mapping_of: Callable[[], MappingDialog],
    dialog_of: Callable[[], ImportDialog],
    data_dir: Path,
) -> None:
    assert drop(log)
    qtbot.mouseClick(dialog_of().import_button, LEFT)
    qtbot.mouseClick(mapping_of().import_button, LEFT)
    qtbot.waitUntil(window.toast.button.isVisible)
    assert drop(log)
    dialog = dialog_of()
    assert dialog.sentences == [
        "Nothing in this file is new.",
        "There already, left as it is: 1 session, 2 sets",
    ]
    assert not dialog.import_button.isVisible()
    qtbot.mouseClick(dialog.cancel_button, LEFT)


def test_a_log_that_has_sets_is_backed_up_before_an_import(
    window: MainWindow,
    qtbot: QtBot,
    log: Path,
    drop: Callable[..., bool],
    mapping_of: Callable[[], MappingDialog],
    dialog_of: Callable[[], ImportDialog],
    data_dir: Path,
) -> None:
    assert drop(log)
    qtbot.mouseClick(dialog_of().import_button, LEFT)
    qtbot.mouseClick(mapping_of().import_button, LEFT)
    qtbot.waitUntil(window.toast.button.isVisible)
    assert not list(data_dir.rglob("*import*"))
    more = log.with_name("more.csv")
    more.write_bytes(log.read_bytes().replace(b",b,", b",z,"))
    assert drop(more)
    qtbot.mouseClick(dialog_of().import_button, LEFT)
    qtbot.waitUntil(lambda: window.toast.words.text() == "more.csv imported: 1 set.")
    assert list(data_dir.rglob("*import*"))


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1,2\r\n", b"SQLite format 3\x00", b"\xff\xfe\x00"])
def test_a_wrong_file_is_one_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, drop: Callable[..., bool], content: bytes
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_bytes(content)
    assert drop(file)
    qtbot.waitUntil(lambda: window.toast.isVisible() and "Reading" not in window.toast.words.text())
    sentence = window.toast.words.text()
    assert sentence.startswith("wrong.csv ")
    assert sentence.endswith(".")
    assert not window.toast.button.isVisible()
    assert not window.findChildren(ImportDialog)


def test_while_a_session_runs_nothing_is_imported(
    window: MainWindow, qtbot: QtBot, log: Path, drop: Callable[..., bool]
) -> None:
    today = window.page("today")
    assert isinstance(today, TodayPage)
    qtbot.mouseClick(today.workout_card.start_button, LEFT)
    assert window.covered
    sentence = "A session is running; finish or leave it, then import."
    assert drop(log)
    assert window.toast.words.text() == sentence
    window.toast.hide()
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert (window.toast.isVisible(), window.toast.words.text()) == (True, sentence)
    assert not window.findChildren(QFileDialog)


def test_two_files_at_once_and_what_is_no_file_are_not_taken(
    window: MainWindow, log: Path, drop: Callable[..., bool]
) -> None:
    assert drop(log, log)
    assert window.toast.words.text() == "Drag one file at a time onto the window."
    assert not drop()


def test_the_menu_asks_for_a_file(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.reject()


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    """Three sets: one of a synonym of the library, one of nothing known, one of a name of the library."""
    file = tmp_path / "strong.csv"
    rows = (("Bench Press (Barbell)", 8), ("Step-down", 9), ("Nordic hamstring curl", 4))
    lines = [f"2026-01-31 23:30:00,Legs,52m,{name},1,100,{reps},0,0,,,\n" for name, reps in rows]
    file.write_text(STRONG + "".join(lines))
    return file


def logged_sets(data_dir: Path, fake_clock: FakeClock) -> list[tuple[str, str, float | None]]:
    store = Store.open_read_only(paths_for(data_dir), clock=fake_clock)
    try:
        (one,) = store.sessions()
        return [(done.exercise_id, done.exercise, done.load_kg) for done in store.sets_of(one.id)]
    finally:
        store.close()


def test_unknown_names_are_matched_by_keyboard_and_remembered(
    window: MainWindow,
    qtbot: QtBot,
    strong: Path,
    drop: Callable[..., bool],
    dialog_of: Callable[[], ImportDialog],
    mapping_of: Callable[[], MappingDialog],
    data_dir: Path,
    fake_clock: FakeClock,
) -> None:
    assert drop(strong)
    qtbot.keyClick(dialog_of(), Qt.Key.Key_Return)
    mapping = mapping_of()
    texts = [mapping.names.item(row).text() for row in range(mapping.names.count())]
    assert texts == [
        "Bench Press (Barbell) · 1 set\n→ your own",
        "Step-down · 1 set\n→ Lateral step-down",
    ]
    assert mapping.focusWidget() is mapping.names
    for name in (mapping.names, mapping.choices, mapping.search):
        assert name.accessibleName()
    qtbot.keyClicks(mapping.search, "wall sit")
    qtbot.keyClick(mapping.choices, Qt.Key.Key_Down)
    assert mapping.names.item(0).text().endswith("→ Wall sit")
    qtbot.mouseClick(mapping.import_button, LEFT)
    qtbot.waitUntil(window.toast.button.isVisible)
    done = logged_sets(data_dir, fake_clock)
    assert [exercise_id for exercise_id, _, _ in done] == [
        "wall-sit",
        "lateral-step-down",
        "nordic-hamstring-curl",
    ]
    more = strong.with_name("more.csv")
    more.write_text(strong.read_text().replace("2026-01-31", "2026-02-03"))
    assert drop(more)
    dialog = dialog_of()
    assert dialog.import_button.text() == "Import"
    qtbot.mouseClick(dialog.import_button, LEFT)
    qtbot.waitUntil(lambda: window.toast.words.text() == "more.csv imported: 1 session, 3 sets.")


def test_a_name_can_stay_ones_own_after_all(
    window: MainWindow,
    qtbot: QtBot,
    strong: Path,
    drop: Callable[..., bool],
    dialog_of: Callable[[], ImportDialog],
    mapping_of: Callable[[], MappingDialog],
) -> None:
    assert drop(strong)
    qtbot.keyClick(dialog_of(), Qt.Key.Key_Return)
    mapping = mapping_of()
    mapping.names.setCurrentRow(1)
    assert mapping.choices_made() == {"Step-down": "lateral-step-down"}
    mapping.choices.setCurrentRow(0)
    assert mapping.choices_made() == {}
    qtbot.keyClick(mapping, Qt.Key.Key_Escape)
    assert drop(strong)
    qtbot.mouseClick(dialog_of().cancel_button, LEFT)


def test_what_the_file_leaves_open_is_answered_in_the_preview(
    window: MainWindow,
    qtbot: QtBot,
    strong: Path,
    drop: Callable[..., bool],
    dialog_of: Callable[[], ImportDialog],
    mapping_of: Callable[[], MappingDialog],
    data_dir: Path,
    fake_clock: FakeClock,
) -> None:
    assert drop(strong)
    dialog = dialog_of()
    assert (dialog.unit.isVisible(), dialog.times.isVisible()) == (True, True)
    qtbot.mouseClick(dialog.unit.button("lb"), LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    again = dialog_of()
    assert again.unit.value == "lb"
    qtbot.mouseClick(again.import_button, LEFT)
    qtbot.mouseClick(mapping_of().import_button, LEFT)
    qtbot.waitUntil(window.toast.button.isVisible)
    assert {load for _, _, load in logged_sets(data_dir, fake_clock)} == {45.359}


def test_a_file_that_may_be_strongs_is_asked_about(
    window: MainWindow,
    qtbot: QtBot,
    strong: Path,
    drop: Callable[..., bool],
    dialog_of: Callable[[], ImportDialog],
) -> None:
    strong.write_text("a,b,c,d,e,f,g,h,i,j,k,l\n" + strong.read_text().splitlines()[1] + "\n")
    assert drop(strong)
    asked: list[ProgramDialog] = []

    def shown() -> bool:
        asked[:] = [one for one in window.findChildren(ProgramDialog) if one.isVisible()]
        return bool(asked)

    qtbot.waitUntil(shown)
    assert asked[0].yes_button.text() == "Yes, from Strong"
    qtbot.mouseClick(asked[0].yes_button, LEFT)
    dialog = dialog_of()
    assert dialog.sentences[0] == "To be added: 1 session, 1 set"
    qtbot.mouseClick(dialog.cancel_button, LEFT)


@pytest.mark.parametrize("writing", [False, True])
def test_cancel_stops_a_long_import_and_leaves_nothing(
    window: MainWindow,
    qtbot: QtBot,
    strong: Path,
    drop: Callable[..., bool],
    dialog_of: Callable[[], ImportDialog],
    mapping_of: Callable[[], MappingDialog],
    data_dir: Path,
    fake_clock: FakeClock,
    writing: bool,
) -> None:
    row = strong.read_text().splitlines()[1] + "\n"
    strong.write_text(STRONG + row * 40_000)
    assert drop(strong)
    if writing:
        qtbot.waitUntil(lambda: bool(shown_dialogs(window, ImportDialog)), timeout=60_000)
        qtbot.mouseClick(dialog_of().import_button, LEFT)
        qtbot.mouseClick(mapping_of().import_button, LEFT)
    qtbot.waitUntil(lambda: bool(shown_dialogs(window, ImportProgress)), timeout=60_000)
    (progress,) = shown_dialogs(window, ImportProgress)
    qtbot.waitUntil(lambda: progress.bar.value() > 0, timeout=60_000)
    qtbot.keyClick(progress, Qt.Key.Key_Escape)
    assert not progress.isVisible()
    sentence = "Import of strong.csv cancelled; nothing was written."
    qtbot.waitUntil(lambda: window.toast.words.text() == sentence, timeout=60_000)
    assert sessions_in(data_dir, fake_clock) == 0
    strong.write_text(STRONG + row)
    assert drop(strong)
    qtbot.mouseClick(dialog_of().cancel_button, LEFT)


def shown_dialogs(window: MainWindow, kind: type[Any]) -> list[Any]:
    return [one for one in window.findChildren(kind) if one.isVisible()]
