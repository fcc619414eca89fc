"""What a machine does to a running session: it goes on, or stops and says why; the log stays right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.faults.disk import WatchedDisk
from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, MIXED, workout
from tests.ui.session.conftest import Open, Player
from trainer.audio.client import SoundState
from trainer.domain.session import SetLog, SetStatus
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind, build_timeline
from trainer.services.training import Training

Key = Qt.Key
DAY_S = 86_400.0
JUMPS_S = [1, -1, 3600, -3600, DAY_S, -DAY_S, 3652 * DAY_S, -3652 * DAY_S]
PLANNED = build_timeline(MIXED)


def results(rows: list[SetLog]) -> list[tuple[str, str, int | None, float | None]]:
    return [(row.exercise_id, str(row.side), row.reps, row.hold_s) for row in rows]


def run_to_end(player: Player, by_s: float = 0.5) -> None:
    while not player.page.ended:
        player.clock.advance(by_s)
        player.page.driver.tick()


@pytest.fixture
def untroubled(open_player: Open) -> Player:
    """A session that nothing happened to."""
    player = open_player(MIXED)
    run_to_end(player)
    return player


def since_start(player: Player) -> list[float | None]:
    """When each row was completed, in seconds of the session."""
    started = player.page.driver.active.log.started_at
    return [row.completed_at and (row.completed_at - started).total_seconds() for row in player.rows]


@pytest.mark.parametrize("by_s", JUMPS_S)
def test_a_wall_clock_that_is_set_changes_nothing(open_player: Open, untroubled: Player, by_s: float) -> None:
    player = open_player(MIXED)
    player.wait(80)
    before = (list(player.sound.scheduled), player.page.stage.countdown.digits)
    player.clock.set_wall(by_s)
    player.page.driver.tick()
    assert (list(player.sound.scheduled), player.page.stage.countdown.digits) == before
    assert player.page.driver.state is State.RUNNING
    run_to_end(player)
    assert results(player.rows) == results(untroubled.rows)
    assert since_start(player) == since_start(untroubled)
    assert player.page.summary._facts.text() == untroubled.page.summary._facts.text()
    player.page.summary.finish.click()
    log = player.store.session(player.page.driver.active.log.id)
    assert log.ended_at is not None
    assert abs((log.ended_at - log.started_at).total_seconds() - PLANNED.duration_s) <= 1


def test_summer_time_beginning_and_a_flight_change_nothing(open_player: Open) -> None:
    """29 March 2026, 02:00 in Berlin is 03:00; the zone is the one that the session began in."""
    player = open_player(workout(HOLD))
    clock = player.clock
    clock.set_wall((datetime(2026, 3, 29, 0, 59, 40, tzinfo=UTC) - clock.utc_now()).total_seconds())
    player = open_player(workout(HOLD))
    player.wait(15)
    clock.zone = "America/New_York"
    run_to_end(player)
    player.page.summary.finish.click()
    log = player.store.session(player.page.driver.active.log.id)
    assert (log.time_zone, log.started_at) == ("Europe/Berlin", datetime(2026, 3, 29, 0, 59, 40, tzinfo=UTC))
    (row,) = player.store.sets_of(log.id)
    assert row.completed_at == log.started_at + timedelta(seconds=30)


def test_resumed_under_a_clock_that_was_set_back_a_session_ends_no_earlier_than_it_began(
    open_player: Open,
) -> None:
    player = open_player(workout(CURL))
    player.wait(30)
    player.page.driver.stop()
    player.clock.set_wall(-DAY_S)
    training = Training(player.store, player.clock, lambda: "never asked for")
    recovery = training.recoverable()
    assert recovery is not None
    log = training.finish(recovery)
    assert log.ended_at == log.started_at


def test_hidden_for_an_hour_every_cue_is_planned_and_the_log_is_right(open_player: Open) -> None:
    long = workout(*(CURL, HINGE, HOLD) * 12)
    player = open_player(long)
    planned = list(player.sound.scheduled)
    player.page.window().hide()
    timeline = build_timeline(long)
    assert timeline.duration_s > 3600
    run_to_end(player, 1.0)
    assert [call for call in player.sound.calls if call[1] in ("schedule", "flush", "play")] == [
        (1000.0, "schedule", planned)
    ]
    assert {row.status for row in player.rows} == {SetStatus.DONE}
    assert len(player.rows) == sum(step.kind is StepKind.WORK for step in timeline.steps)


def test_stalled_for_300_ms_every_second_nothing_is_planned_anew_and_no_step_is_late(
    open_player: Open, untroubled: Player
) -> None:
    player = open_player(MIXED)
    planned = list(player.sound.scheduled)
    steps: list[float] = []
    player.page.driver.stepped.connect(lambda step: steps.append(step.at_s))
    while not player.page.ended:
        for stall_s in (*[0.033] * 21, 0.307):
            player.clock.advance(stall_s)
            player.page.driver.tick()
    assert player.sound.scheduled == planned
    assert steps == [step.at_s for step in PLANNED.steps[1:]]
    assert results(player.rows) == results(untroubled.rows)


@pytest.mark.parametrize("where", list(StepKind))
def test_a_sleep_in_any_step_pauses_says_how_long_and_misses_no_cue_in_a_burst(
    open_player: Open, where: StepKind
) -> None:
    player = open_player(workout(HINGE))
    player.until(where)
    player.wait(1)
    shown: list[object] = []
    player.page.driver.sounded.connect(shown.append)
    view = player.page.driver.view()
    heard = len(player.sound.played)
    player.clock.sleep(7200)
    player.clock.advance(0.033)
    player.page.driver.tick()
    assert player.page.driver.state is State.PAUSED
    assert player.page.stage.strip.message == "Paused: the computer slept for 120 min."
    assert player.page.stage.facts.phase_text == "PAUSED"
    assert (player.sound.played[heard:], player.sound.scheduled) == (["paused"], [])
    assert len(shown) == 1
    player.wait(5)
    player.key(Key.Key_Space)
    assert player.page.driver.view().step == view.step
    assert player.page.driver.view().elapsed_s == pytest.approx(view.elapsed_s, abs=0.04)
    now = player.clock.monotonic()
    assert player.sound.scheduled
    assert min(at for at, _ in player.sound.scheduled) >= now
    run_to_end(player)
    assert {row.status for row in player.rows} == {SetStatus.DONE}


@pytest.mark.parametrize("gap_s", [2.1, 30, 3600])
def test_a_standstill_is_told_in_words(open_player: Open, gap_s: float) -> None:
    player = open_player()
    player.wait(3)
    player.clock.advance(gap_s)
    player.page.driver.tick()
    said = player.page.stage.strip.message
    assert said.startswith("Paused: the computer ")
    assert str(round(gap_s) if gap_s < 90 else round(gap_s / 60)) in said


def test_no_device_at_all_is_a_badge_and_a_whole_session(open_player: Open, untroubled: Player) -> None:
    player = open_player(MIXED)
    player.sound.state = SoundState.NO_DEVICE
    badges = set()
    while not player.page.ended:
        player.wait(0.5)
        badges.add(player.page.stage.strip.badge)
    assert badges == {"no sound"}
    assert results(player.rows) == results(untroubled.rows)


@pytest.mark.parametrize("lost", [SoundState.NO_DEVICE, SoundState.STARTING, SoundState.OFF])
def test_a_device_or_a_player_lost_and_back_changes_the_badge_alone(
    open_player: Open, untroubled: Player, lost: SoundState
) -> None:
    """A player that died is STARTING until it is back, with the schedule that the client keeps for it."""
    player = open_player(MIXED)
    planned = list(player.sound.scheduled)
    player.wait(30)
    player.sound.enter(lost)
    player.wait(20)
    badge = player.page.stage.strip.badge
    player.sound.enter(SoundState.PLAYING)
    player.wait(1)
    assert (badge, player.page.stage.strip.badge) == ("" if lost is SoundState.STARTING else "no sound", "")
    assert player.sound.scheduled == planned
    run_to_end(player)
    assert results(player.rows) == results(untroubled.rows)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[WatchedDisk]:
    """The disk that the player's store is on; to be asked for before the player."""
    with WatchedDisk(tmp_path) as disk:
        yield disk


def test_a_disk_that_is_full_in_a_rest_is_told_and_what_was_said_is_kept_and_written_later(
    disk: WatchedDisk, open_player: Open
) -> None:
    player = open_player(workout(CURL))
    strip, saved = player.page.stage.strip, player.page.log._saved
    player.until(StepKind.WORK)
    player.wait(2)
    disk.room = 0
    player.until(StepKind.REST)
    assert "full" in strip.message
    player.key(Key.Key_8)
    assert "full" in strip.message
    assert not saved.isVisible()
    assert [(row.status, row.rpe) for row in player.rows] == [(SetStatus.RUNNING, None)]
    assert player.page.driver.state is State.RUNNING
    disk.room = None
    player.until(StepKind.WORK)
    (first, second) = player.rows
    assert (first.reps, first.rpe, first.status) == (3, 8, SetStatus.DONE)
    assert second.status is SetStatus.RUNNING
    assert strip.message == ""


def test_to_the_limit_through_a_sleep_keeps_the_seconds_that_were_awake(open_player: Open) -> None:
    player = open_player(workout(LIMIT))
    player.wait(10 + 20)
    player.clock.sleep(600)
    player.wait(0.5)
    assert player.page.stage.facts.phase_text == "PAUSED"
    player.clock.advance(1)
    player.key(Key.Key_Space)
    assert player.page.stage.countdown.digits == "20"
