from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, MIXED, workout
from tests.ui.session.conftest import Open
from trainer.audio.client import SoundState
from trainer.domain.exercise import Side
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind
from trainer.ui.session.page import PlayerOptions
from trainer.ui.theme import load_theme

Key = Qt.Key


def test_each_phase_is_told_by_colour_word_and_what_comes_next(open_player: Open) -> None:
    player = open_player(workout(HINGE, HOLD))
    stage, colours = player.page.stage, load_theme("light").colours
    seen = []
    while not player.page.ended:
        seen.append((player.kind, stage.ground.name().upper(), stage.facts.phase_text, stage.coming.text))
        player.key(Key.Key_Right)
    assert seen[:5] == [
        (StepKind.GET_READY, colours.get_ready, "GET READY", "› 2 reps"),
        (StepKind.WORK, colours.work, "WORK", "› Change sides"),
        (StepKind.CHANGE_SIDES, colours.change_sides, "CHANGE SIDES", "› RIGHT"),
        (StepKind.WORK, colours.work, "WORK", "› Rest 40 s"),
        (StepKind.REST, colours.rest, "REST", "› Single-leg RDL"),
    ]
    assert seen[-1] == (StepKind.WORK, colours.work, "WORK", "› Finish")


def test_the_digits_count_down_and_zero_is_the_end(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    digits = []
    player.page.driver.ticked.connect(lambda: digits.append(player.page.stage.countdown.digits))
    player.wait(10)
    assert digits[0] == "10"
    assert digits[-2:] == ["1", "20"]
    player.wait(0.5)
    assert digits[-1] == "20"
    player.wait(1)
    assert digits[-1] == "19"


def test_an_open_set_counts_up(open_player: Open) -> None:
    player = open_player(workout(LIMIT))
    player.wait(10 + 7.5)
    assert player.page.stage.countdown.digits == "7"
    player.wait(100)
    assert player.page.stage.countdown.digits == "1:47"


def test_side_set_rep_and_last_time_are_shown(open_player: Open) -> None:
    before = open_player(workout(HINGE))
    before.wait(10 + 10)
    last = {("single-leg-rdl", Side.LEFT): before.rows[0]}
    player = open_player(workout(HINGE), options=PlayerOptions(last=last))
    player.wait(10 + 6)
    stage = player.page.stage
    assert stage.facts.accessibleName() == "WORK, Set 1 of 2, rep 2 of 2, LEFT"
    assert "Last time: 2 reps · 12.5 kg" in stage.strip.accessibleName()
    assert stage.headline.text == "Single-leg RDL"


def test_in_the_rest_the_log_opens_and_the_next_figure_shows(open_player: Open) -> None:
    player = open_player(workout(CURL))
    assert not player.page.log.isVisible()
    player.until(StepKind.REST)
    assert player.page.log.isVisible()
    assert player.page.stage.thumbnail.isVisible()
    assert not player.page.stage.panel.isVisible()
    player.until(StepKind.GET_READY)
    assert not player.page.log.isVisible()


def test_saved_is_shown_only_when_it_is(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    saved = player.page.log._saved
    assert not saved.isVisible()
    player.key(Key.Key_7)
    assert saved.isVisible()
    assert player.rows[0].rpe == 7


def test_the_figure_stands_at_the_moment_that_is_called(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.wait(10)
    assert player.page.stage.panel.view.phase == 0
    player.wait(1)
    assert player.page.stage.panel.view.phase == pytest.approx(0.5)
    player.wait(1)
    assert player.page.stage.panel.view.phase == pytest.approx(1.0)
    player.key(Key.Key_Space)
    player.wait(3)
    assert player.page.stage.panel.view.phase == pytest.approx(1.0)


def test_the_working_muscles_are_lit_where_they_are_known(open_player: Open) -> None:
    lit = {CURL.exercise_id: ("biceps femoris", "semitendinosus")}
    pictures = []
    for options in (PlayerOptions(), PlayerOptions(lit=lit)):
        player = open_player(workout(CURL, replace(HOLD, exercise_id="own")), options=options)
        player.wait(10)
        pictures.append(player.page.stage.panel.grab().toImage())
        player.until(StepKind.REST)
        player.until(StepKind.GET_READY)
        player.page.driver.leave_out(CURL.exercise_id)
        assert player.page.driver.view().step.item.exercise_id == "own"
        assert player.page.stage.panel.view._lit == ()
    assert pictures[0] != pictures[1]


def test_without_a_device_a_badge_and_nothing_else(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    player.sound.state = SoundState.NO_DEVICE
    player.wait(1)
    assert player.page.stage.strip.badge == "no sound"
    player.wait(30)
    assert player.page.ended


def test_a_sleep_is_told_until_the_session_goes_on(open_player: Open) -> None:
    player = open_player()
    player.wait(3)
    player.clock.sleep(3600)
    player.wait(0.5)
    assert player.page.stage.strip.message == "Paused: the computer slept for 60 min."
    assert player.page.controls.isVisible()
    player.key(Key.Key_Space)
    assert player.page.stage.strip.message == ""


@pytest.mark.rule("session-pain-clinician")
def test_pain_of_six_ends_the_exercise_and_undo_brings_it_back(open_player: Open) -> None:
    player = open_player(MIXED)
    player.until(StepKind.REST)
    player.key(Key.Key_P)
    player.key(Key.Key_6)
    player.key(Key.Key_C)
    strip = player.page.stage.strip
    assert strip.message.startswith("Nordic hamstring curl ends here for today. Pain of 6")
    assert player.page.stage.coming.text == "› Single-leg RDL"
    player.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (strip.message, player.rows[0].pain) == ("", None)
    assert player.page.stage.coming.text == "› Nordic curl"


def test_a_lower_pain_said_after_all_brings_the_exercise_back(open_player: Open) -> None:
    player = open_player(MIXED)
    player.until(StepKind.REST)
    for keys in ((Key.Key_P, Key.Key_6, Key.Key_C), (Key.Key_P, Key.Key_2, Key.Key_C)):
        for key in keys:
            player.key(key)
    assert player.page.stage.coming.text == "› Nordic curl"
    assert player.rows[0].pain == 2


def test_the_summary_says_what_was_done_and_finish_writes_it(open_player: Open) -> None:
    player = open_player(workout(HINGE, HOLD))
    finished: list[bool] = []
    player.page.finished.connect(lambda: finished.append(True))
    while not player.page.ended:
        player.wait(0.5)
    assert player.page.summary._facts.text().startswith("3 of 3 sets")
    assert player.page.summary._facts.text().endswith("1 min 0 s under tension")
    player.page.summary.rate(6)
    player.page.summary.note.setPlainText("fine")
    player.page.summary.finish.click()
    assert finished == [True]
    log = player.store.session(player.page.driver.active.log.id)
    assert (log.session_rpe, log.note) == (6.0, "fine")
    assert log.ended_at == player.clock.utc_now()


def test_the_last_set_can_be_logged_at_the_end(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    player.wait(30.5)
    assert player.page.ended
    player.page.resize(1000, 700)
    assert player.page.summary._facts.text().startswith("1 of 1 set  ·")
    assert player.page.log.isVisible()
    assert player.page.summary.isAncestorOf(player.page.log)
    before = player.page.summary._facts.text()
    QTest.keyClick(player.page.summary.finish, Key.Key_Minus)
    assert player.page.summary._facts.text() != before
    player.page.log._on_rpe_chosen(9.0)
    assert player.rows[0].rpe == 9.0


@pytest.mark.parametrize(
    ("key", "modifiers", "rpe"),
    [
        (Key.Key_1, Qt.KeyboardModifier.NoModifier, 1.0),
        (Key.Key_7, Qt.KeyboardModifier.NoModifier, 7.0),
        (Key.Key_8, Qt.KeyboardModifier.ShiftModifier, 8.0),
        (Key.Key_0, Qt.KeyboardModifier.KeypadModifier, 10.0),
    ],
)
def test_a_digit_at_the_end_rates_the_session_and_enter_finishes_it(
    open_player: Open, key: Qt.Key, modifiers: Qt.KeyboardModifier, rpe: float
) -> None:
    player = open_player(workout(HOLD))
    player.wait(30.5)
    summary = player.page.summary
    QTest.keyClick(summary.finish, key, modifiers)
    assert summary.session_rpe == rpe
    assert summary._ratings.button(round(rpe)).isChecked()
    QTest.keyClick(player.page, Key.Key_Return)
    log = player.store.session(player.page.driver.active.log.id)
    assert log.session_rpe == rpe
    assert log.ended_at is not None
    assert player.rows[0].rpe is None


def test_at_the_end_the_last_sets_tiles_keep_their_keys(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    player.wait(30.5)
    player.key(Key.Key_Minus)
    assert player.rows[0].hold_s == 19
    player.key(Key.Key_P)
    player.key(Key.Key_0)
    assert (player.rows[0].pain, player.page.summary.session_rpe) == (0, None)


@pytest.mark.parametrize("skipped", [True, False])
def test_with_nothing_to_log_the_end_is_one_card_in_the_middle(open_player: Open, *, skipped: bool) -> None:
    player = open_player(workout(HOLD))
    if skipped:
        player.wait(10)
        player.key(Key.Key_Right)
        player.key(Key.Key_Right)
    else:
        player.wait(30.5)
    summary = player.page.summary
    assert player.page.ended
    player.page.grab()
    middle = summary._page.geometry().center().x()
    assert abs(middle - summary.rect().center().x()) <= 1
    assert (summary._page.width() <= 720) is skipped
    card = summary.finish.parentWidget()
    assert card.height() < summary.height() * 0.6
    assert card.mapTo(summary._page, QPoint(0, 0)).x() == 0 or not skipped
    assert summary._area.verticalScrollBar().maximum() == 0


def test_enter_on_a_rating_finishes_too(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    player.wait(30.5)
    button = player.page.summary._ratings.button(4)
    QTest.keyClick(button, Key.Key_Space)
    QTest.keyClick(button, Key.Key_Enter)
    assert player.store.session(player.page.driver.active.log.id).session_rpe == 4.0


def test_a_digit_in_the_note_or_in_an_open_question_rates_no_session(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    player.wait(30.5)
    summary = player.page.summary
    QTest.keyClicks(summary.note, "5 km")
    QTest.keyClick(summary.note, Key.Key_Return)
    assert summary.note.toPlainText() == "5 km\n"
    player.page.log._on_rate_clicked()
    player.key(Key.Key_9)
    assert (summary.session_rpe, player.rows[0].rpe) == (None, 9.0)
    assert player.store.unfinished_session() is not None


def test_leaving_the_summary_keeps_the_session_open_to_be_finished(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    player.wait(30.5)
    left: list[bool] = []
    player.page.left.connect(lambda: left.append(True))
    player.key(Key.Key_Escape)
    assert left == [True]
    assert player.store.unfinished_session() is not None


def test_a_pulse_answers_each_sound_at_the_edge(open_player: Open) -> None:
    player = open_player()
    stage = player.page.stage
    stage._fading.stop()
    stage._on_fading_value_changed(0.0)
    plain = stage.grab().toImage().pixelColor(1, 400)
    stage._on_fading_value_changed(1.0)
    assert stage.grab().toImage().pixelColor(1, 400).lightnessF() < plain.lightnessF()
    assert plain == QColor(load_theme("light").colours.get_ready)


def test_the_buttons_come_with_the_mouse_and_go_without_it(open_player: Open) -> None:
    player = open_player()
    assert not player.page.controls.isVisible()
    QTest.mouseMove(player.page.stage, QPoint(30, 30))
    QTest.mouseMove(player.page.stage, QPoint(60, 60))
    assert player.page.controls.isVisible()
    player.page._hide_controls()
    assert not player.page.controls.isVisible()
    player.key(Key.Key_Space)
    player.page._hide_controls()
    assert player.page.controls.isVisible()


def test_a_miss_between_the_tiles_pauses_nothing(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    QTest.mouseClick(player.page.log, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    player.page._show_controls()
    QTest.mouseClick(player.page.controls, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert player.page.driver.state is State.RUNNING


def test_less_motion_moves_no_figure_between_its_key_poses(open_player: Open) -> None:
    player = open_player(workout(CURL), options=PlayerOptions(reduced_motion=True))
    player.wait(10)
    phases = []
    player.page.driver.ticked.connect(lambda: phases.append(player.page.stage.panel.view.phase))
    player.wait(3)
    assert set(phases) == {0.0, 1.0}
