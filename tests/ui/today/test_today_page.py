from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.today.conftest import Stage
from trainer.catalog import load_catalog
from trainer.domain.intake import QUESTIONS
from trainer.domain.session import SessionLog
from trainer.domain.workout import Workout
from trainer.engine.timeline import StepKind, build_timeline
from trainer.paths import paths_for
from trainer.services.training import Occasion, Recovery
from trainer.settings import INTAKE
from trainer.store import Store, new_id
from trainer.ui.main_window import MainWindow
from trainer.ui.session.page import SessionPage
from trainer.ui.today.cards import RecoveryCard
from trainer.ui.today.intake_dialog import IntakeDialog
from trainer.ui.today.page import TodayPage


@pytest.fixture
def page(window: MainWindow) -> TodayPage:
    return today_of(window)


def today_of(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


@pytest.fixture
def started(page: TodayPage) -> list[Workout]:
    """What the page asked to start, with no session made of it."""
    asked: list[Workout] = []

    def on_start(workout: Workout, _occasion: Occasion) -> None:
        asked.append(workout)

    page.start_requested.disconnect()
    page.start_requested.connect(on_start)
    return asked


def log_session(data_dir: Path, clock: FakeClock, days_ago: int, *, ended: bool = True) -> None:
    store = Store.open(paths_for(data_dir), clock=clock)
    workout = load_catalog().workouts["hamstrings-for-runners-easy"]
    start = clock.utc_now() - timedelta(days=days_ago)
    log = SessionLog(new_id(), start, "Europe/Berlin", workout.id, workout.name, prescribed=workout)
    store.save_session(replace(log, ended_at=start + timedelta(minutes=20)) if ended else log)
    store.close()


def test_the_first_start_offers_the_easy_version_ready_to_go(page: TodayPage) -> None:
    assert page.workout.id == "hamstrings-for-runners-easy"
    assert page.workout_card.facts.text() == "14 min · 6 sets"
    assert page.cautions_card.isVisible()
    assert page.recovery_card is None
    assert page.window().focusWidget() is page.workout_card.start_button


def test_enter_starts(page: TodayPage, started: list[Workout], qtbot: QtBot) -> None:
    qtbot.keyClick(page.workout_card.start_button, Qt.Key.Key_Return)
    assert [workout.id for workout in started] == ["hamstrings-for-runners-easy"]


def test_start_gives_the_window_to_the_session(page: TodayPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.workout_card.start_button, Qt.MouseButton.LeftButton)
    assert window.covered
    assert window.findChild(SessionPage) is not None


def test_cautions_can_be_skipped_for_good(
    page: TodayPage, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.cautions_card.skip_button, Qt.MouseButton.LeftButton)
    assert not page.cautions_card.isVisible()
    page.window().close()
    assert not today_of(make_window()).cautions_card.isVisible()


def test_the_version_is_remembered(
    page: TodayPage, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.workout_card.versions.button("middle"), Qt.MouseButton.LeftButton)
    assert page.workout.id == "hamstrings-for-runners"
    page.window().close()
    assert today_of(make_window()).workout.id == "hamstrings-for-runners"


def test_without_an_ankle_anchor_the_slider_bridge_takes_the_nordics_place(page: TodayPage) -> None:
    page.workout_card.no_anchor.setChecked(True)
    assert page.workout.id == "hamstrings-for-runners-easy-no-anchor"
    assert "nordic" not in " ".join(item.exercise_id for item in page.workout.items)
    page.workout_card.no_anchor.setChecked(False)
    assert page.workout.id == "hamstrings-for-runners-easy"


def test_the_full_version_asks_first_and_starts_when_nothing_applies(stage: Stage, qtbot: QtBot) -> None:
    page = stage.show()
    qtbot.mouseClick(page.workout_card.versions.button("full"), Qt.MouseButton.LeftButton)
    page.start()
    assert not stage.started
    dialog = page.findChild(IntakeDialog)
    assert dialog is not None
    assert not dialog.none_box.visibleRegion().isEmpty()
    assert not dialog.go_on_button.isEnabled()
    dialog.none_box.setChecked(True)
    qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert [workout_id for workout_id, _ in stage.started] == ["hamstrings-for-runners-full"]
    assert stage.settings.get(INTAKE) == dict.fromkeys(QUESTIONS, False)
    page.start()
    assert len(stage.started) == 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_any_yes_shows_the_clinician_note_each_time(stage: Stage, qtbot: QtBot, question: str) -> None:
    page = stage.show()
    qtbot.mouseClick(page.workout_card.versions.button("full"), Qt.MouseButton.LeftButton)
    page.start()
    dialog = page.findChild(IntakeDialog)
    assert dialog is not None
    dialog.boxes[question].setChecked(True)
    qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert not stage.started
    assert dialog.isVisible()
    dialog.reject()
    with qtbot.waitSignal(dialog.destroyed):
        pass
    page.start()
    again = page.findChild(IntakeDialog)
    assert again is not None
    assert not again.go_on_button.isVisible()
    again.accept()
    assert len(stage.started) == 1


def test_the_first_nordics_are_partial_whatever_the_version(page: TodayPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.workout_card.versions.button("full"), Qt.MouseButton.LeftButton)
    assert page.workout is not None
    assert page.workout.items[0].exercise_id == "partial-range-nordic"
    assert "Instead of Nordic hamstring curl" in page.workout_card.rows[0].accessibleName()


def test_trying_a_full_nordic_from_the_library_asks_as_well(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("library")
    page = window.page("library")
    assert page is not None
    page.try_requested.emit("nordic-hamstring-curl")  # type: ignore[attr-defined]
    assert not window.covered
    dialog = window.findChild(IntakeDialog)
    assert dialog is not None
    dialog.reject()


def test_the_easy_version_asks_nothing(page: TodayPage, started: list[Workout]) -> None:
    page.start()
    assert len(started) == 1
    assert page.findChild(IntakeDialog) is None


def test_the_week_shows_what_was_done_this_week_alone(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow]
) -> None:
    for days_ago in (0, 9):
        log_session(data_dir, fake_clock, days_ago)
    assert today_of(make_window()).week_card.words.text() == "1 session done"


def test_a_session_that_was_cut_off_is_offered_and_can_be_finished(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    log_session(data_dir, fake_clock, 0, ended=False)
    page = today_of(make_window())
    assert page.recovery_card is not None
    assert "0 of 6 sets saved" in page.recovery_card.words.text()
    qtbot.mouseClick(page.recovery_card.finish_button, Qt.MouseButton.LeftButton)
    assert page.recovery_card is None
    assert page.week_card.words.text() == "1 session done"


def test_what_was_cut_off_has_the_keyboard(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    log_session(data_dir, fake_clock, 0, ended=False)
    window = make_window()
    page = today_of(window)
    card = page.recovery_card
    assert card is not None
    assert window.focusWidget() is card.resume_button
    assert card.title.text() == "Session recovered"
    window.resize(900, 600)
    assert page._above.indexOf(card) == 0
    resumed: list[object] = []
    page.resume_requested.disconnect()
    page.resume_requested.connect(resumed.append)
    qtbot.keyClick(card.resume_button, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert len(resumed) == 2
    qtbot.mouseClick(card.finish_button, Qt.MouseButton.LeftButton)
    page.on_shown()
    assert window.focusWidget() is page.workout_card.start_button


def test_a_discarded_session_comes_back_by_undo(
    data_dir: Path, fake_clock: FakeClock, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    log_session(data_dir, fake_clock, 0, ended=False)
    window = make_window()
    page = today_of(window)
    assert page.recovery_card is not None
    qtbot.mouseClick(page.recovery_card.discard_button, Qt.MouseButton.LeftButton)
    assert page.recovery_card is None
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.recovery_card is not None)


def test_one_rep_of_a_session_cut_off_is_worded_as_one(qtbot: QtBot) -> None:
    workout = load_catalog().workouts["hamstrings-for-runners-easy"]
    log = SessionLog(
        "one", FakeClock().utc_now(), "Europe/Berlin", workout.id, "Hamstrings", prescribed=workout
    )
    works = [step for step in build_timeline(workout).steps if step.kind is StepKind.WORK]
    recovery = Recovery(log, (), saved=1, of=6, next_step=works[-1], reps=1)
    told = {}
    for reps in (1, 2):
        card = RecoveryCard(replace(recovery, reps=reps))
        qtbot.addWidget(card)
        told[reps] = card.words.text()
    number = works[-1].set_index
    assert told == {
        1: f"Hamstrings: 1 of 6 sets saved, 1 rep into set {number}.",
        2: f"Hamstrings: 1 of 6 sets saved, 2 reps into set {number}.",
    }
