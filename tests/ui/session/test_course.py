"""A set more, an easier exercise and the way back, by keys and buttons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.session_workouts import CURL, HINGE, HOLD, MIXED, workout
from tests.ui.session.conftest import Open, Player
from trainer.catalog import load_catalog
from trainer.domain.exercise import Side
from trainer.domain.workout import WorkoutItem
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind
from trainer.ui.session.geometry import CONTROL_PX
from trainer.ui.session.page import PlayerOptions
from trainer.ui.session.tile import Tile

Key = Qt.Key
EXERCISES = load_catalog().exercises
BRIDGE = EXERCISES["eccentric-slider-bridge"]
WALK_OUTS = EXERCISES["hamstring-walk-outs"]
EASIER = PlayerOptions(
    easier={CURL.exercise_id: BRIDGE, BRIDGE.id: WALK_OUTS},
    lit={one.id: one.primary_muscles for one in EXERCISES.values()},
)
WARM = replace(CURL, sets=(replace(CURL.sets[0], warm_up=True), *CURL.sets))


def told(player: Player) -> list[tuple[str, str, str, object]]:
    return [(row.exercise_id, str(row.side), str(row.status), row.reps) for row in player.rows]


def undo(player: Player) -> None:
    player.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_s_adds_a_set_that_is_done_and_logged(open_player: Open) -> None:
    player = open_player(workout(CURL, HOLD))
    player.wait(12)
    player.key(Key.Key_S)
    stage = player.page.stage
    assert stage.facts.accessibleName().startswith("WORK, Set 1 of 3")
    assert stage.strip.message == "Nordic hamstring curl: one set more, 3 in all.  Undo: Ctrl+Z or click"
    while player.page.driver.view().step.set_index < 4:
        player.key(Key.Key_Right)
    assert [row.exercise_id for row in player.rows] == [CURL.exercise_id] * 3
    log = player.store.session(player.page.driver.active.log.id)
    assert log.prescribed == workout(CURL, HOLD)
    assert log.changed is not None
    assert len(log.changed.items[0].sets) == 3


def test_a_set_more_is_taken_back_until_it_has_a_result(open_player: Open) -> None:
    player = open_player(workout(CURL, HOLD))
    player.key(Key.Key_S)
    QTest.mouseClick(player.page.stage.strip, Qt.MouseButton.LeftButton)
    assert player.page.stage.strip.message == ""
    assert player.page.driver.view().step.of_sets == 2
    assert player.store.session(player.page.driver.active.log.id).changed is None
    player.key(Key.Key_S)
    while player.page.driver.view().step.set_no < 3 or player.kind is not StepKind.WORK:
        player.wait(0.5)
    player.wait(1)
    undo(player)
    assert (player.kind, player.page.driver.view().step.item) == (StepKind.GET_READY, HOLD)
    assert len(player.rows) == 2
    player.key(Key.Key_Left)
    player.key(Key.Key_Left)
    player.key(Key.Key_S)
    player.until(StepKind.WORK)
    assert player.page.driver.view().step.set_no == 3
    player.until(StepKind.REST)
    before = player.page.driver.view().step
    undo(player)
    assert player.page.driver.view().step == before


def test_what_was_told_goes_away_and_the_undo_stays(open_player: Open) -> None:
    player = open_player(workout(CURL, HOLD))
    player.key(Key.Key_S)
    timer = player.page.course._told_timer_ms
    assert timer.isActive()
    timer.timeout.emit()
    assert player.page.stage.strip.message == ""
    undo(player)
    assert player.page.driver.view().step.of_sets == 2


def test_e_goes_on_with_the_easier_rung_and_shows_it_whole(open_player: Open) -> None:
    last = {(BRIDGE.id, Side.BOTH): open_done_bridge(open_player)}
    player = open_player(workout(CURL, HOLD), options=replace(EASIER, last=last))
    player.wait(14)
    player.key(Key.Key_E)
    assert told(player) == [(CURL.exercise_id, "both", "partial", 1)]
    page, stage = player.page, player.page.stage
    assert (player.kind, stage.coming.text) == (StepKind.REST, f"› {BRIDGE.short_name}")
    assert stage.strip.message == f"{BRIDGE.name} instead, 2 sets.  Undo: Ctrl+Z or click"
    assert "Last time: 6 reps" in stage.strip.accessibleName()
    player.until(StepKind.GET_READY)
    assert page.driver.view().remaining_s == 10
    assert stage.headline.text == BRIDGE.short_name
    assert stage.panel.view._lit == BRIDGE.primary_muscles
    assert stage.facts.accessibleName() == "GET READY, Set 1 of 2, 5 reps"
    player.until(StepKind.WORK)
    assert [told(player)[-1][:3]] == [(BRIDGE.id, "both", "running")]
    player.key(Key.Key_E)
    assert page.driver.view().step.item.exercise_id == WALK_OUTS.id


def open_done_bridge(open_player: Open) -> object:
    player = open_player(workout(replace(HOLD, exercise_id=BRIDGE.id)))
    player.wait(31)
    return replace(player.rows[0], hold_s=None, reps=6, target=CURL.sets[0])


def test_a_swap_is_taken_back_and_the_set_is_done_again(open_player: Open) -> None:
    player = open_player(workout(CURL, HOLD), options=EASIER)
    player.wait(14)
    player.key(Key.Key_E)
    player.until(StepKind.WORK)
    player.wait(1)
    undo(player)
    assert (player.kind, player.page.stage.headline.text) == (StepKind.GET_READY, "Nordic curl")
    assert told(player) == [(CURL.exercise_id, "both", "partial", 1)]
    player.until(StepKind.REST)
    assert told(player) == [(CURL.exercise_id, "both", "done", 3)]
    assert player.page.stage.facts.accessibleName().startswith("REST, Set 2 of 2")


def test_swapped_in_a_pause_all_stands_still_until_it_goes_on(open_player: Open) -> None:
    player = open_player(workout(CURL, HOLD), options=EASIER)
    player.wait(3)
    player.key(Key.Key_Space)
    player.key(Key.Key_E)
    page = player.page
    assert (page.driver.state, page.stage.facts.phase_text) == (State.PAUSED, "PAUSED")
    assert not page.stage.panel.view.moving
    player.clock.advance(5)
    player.key(Key.Key_Space)
    assert (page.driver.view().step.item.exercise_id, page.driver.view().remaining_s) == (BRIDGE.id, 10)
    assert player.sound.scheduled


def test_without_an_easier_rung_the_button_says_why_and_the_key_too(open_player: Open) -> None:
    player = open_player(workout(HOLD))
    easier = player.page.controls.easier
    why = "There is no easier exercise for it with what you have."
    assert (easier.isEnabled(), easier.toolTip(), easier.accessibleDescription()) == (False, why, why)
    assert player.page.controls.add_set.isEnabled()
    player.key(Key.Key_E)
    assert player.page.stage.strip.message == why
    assert player.page.driver.view().step.item == HOLD


def test_after_its_last_set_nothing_can_get_easier(open_player: Open) -> None:
    player = open_player(workout(replace(CURL, sets=CURL.sets[:1]), HOLD), options=EASIER)
    assert player.page.controls.easier.isEnabled()
    player.until(StepKind.REST)
    assert player.page.controls.easier.toolTip() == "No set of it is left."


@pytest.mark.rule("session-pain-easier")
def test_pain_that_asks_for_an_easier_rung_gets_it_with_an_undo(open_player: Open) -> None:
    player = open_player(workout(CURL, HOLD), options=EASIER)
    player.until(StepKind.REST)
    for key in (Key.Key_P, Key.Key_4, Key.Key_M):
        player.key(key)
    stage = player.page.stage
    assert stage.coming.text == f"› {BRIDGE.short_name}"
    assert stage.strip.message.startswith(f"Pain of 4: go on easier. {BRIDGE.name} instead, 1 set.")
    assert (player.rows[0].pain, player.rows[0].pain_area) == (4, "groin")
    undo(player)
    assert stage.coming.text == "› Nordic curl"
    assert (stage.strip.message, player.rows[0].pain) == ("", None)


@pytest.mark.parametrize(("pain", "coming"), [(Key.Key_2, "Nordic curl"), (Key.Key_7, HOLD.short_name)])
def test_another_answer_about_the_same_pain_takes_the_easier_rung_back(
    open_player: Open, pain: Key, coming: str
) -> None:
    player = open_player(workout(CURL, HOLD), options=EASIER)
    player.until(StepKind.REST)
    for key in (Key.Key_P, Key.Key_5, Key.Key_M, Key.Key_P, pain, Key.Key_M):
        player.key(key)
    assert player.page.stage.coming.text == f"› {coming}"
    assert all(BRIDGE.id != item.exercise_id for item in player.page.driver.active.timeline.workout.items)


def test_what_pain_has_ended_gets_no_set_more(open_player: Open) -> None:
    player = open_player(MIXED, options=EASIER)
    player.until(StepKind.REST)
    for key in (Key.Key_P, Key.Key_6, Key.Key_C):
        player.key(key)
    controls = player.page.controls
    assert (controls.add_set.isEnabled(), controls.easier.isEnabled()) == (False, False)
    assert controls.add_set.toolTip() == "It ends here for today."


def test_a_warm_up_is_named_so_and_w_makes_one_of_a_set_or_a_set_of_it(open_player: Open) -> None:
    player = open_player(workout(WARM))
    assert player.page.stage.facts.accessibleName() == "GET READY, Warm-up, 3 reps"
    player.until(StepKind.REST)
    assert player.rows[0].warm_up
    assert player.page.log._title.text() == "Nordic hamstring curl · Warm-up"
    assert player.page.stage.facts.accessibleName().startswith("REST, Set 1 of 2")
    player.key(Key.Key_W)
    assert (player.rows[0].warm_up, player.page.log._warm.value) == (False, "–")
    player.page.log._warm.click()
    assert (player.rows[0].warm_up, player.page.log._warm.value) == (True, "yes")


@pytest.mark.parametrize("item", [CURL, HINGE])
def test_where_the_row_is_narrow_it_turns_to_the_rest_of_the_buttons(
    open_player: Open, item: WorkoutItem
) -> None:
    player = open_player(workout(item), (900, 600))
    controls = player.page.controls
    player.page._show_controls()
    first = {tile for tile in controls.findChildren(Tile) if not tile.isHidden()}
    controls.turn.click()
    controls.layout().activate()
    second = {tile for tile in controls.findChildren(Tile) if not tile.isHidden()}
    assert second == {controls.add_set, controls.easier, controls.whole, controls.turn}
    assert first & second == {controls.turn}
    assert min(min(tile.width(), tile.height()) for tile in second) >= CONTROL_PX
    controls.hide()
    player.page._show_controls()
    assert {tile for tile in controls.findChildren(Tile) if not tile.isHidden()} == first


def test_where_the_row_is_wide_all_buttons_stand_in_it(open_player: Open) -> None:
    player = open_player(workout(CURL), (1280, 720))
    controls = player.page.controls
    player.page._show_controls()
    shown = {tile for tile in controls.findChildren(Tile) if not tile.isHidden()}
    assert {controls.add_set, controls.easier, controls.whole} <= shown
    assert controls.turn not in shown
