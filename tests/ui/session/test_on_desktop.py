"""When the screen is kept awake, and whose the media keys are."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from tests.desktop_fake import RecordingDesktop
from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, workout
from tests.ui.session.conftest import Open, Player
from trainer.desktop.desktop import Desktop
from trainer.desktop.media_keys import MediaKey, NowPlaying
from trainer.domain.workout import Workout
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind
from trainer.ui.session.on_desktop import OPEN_MOST_S, PAUSED_MOST_S, OnDesktop

Key = Qt.Key


class Attended:
    """A session on a desktop that remembers."""

    def __init__(self, player: Player, recorded: RecordingDesktop, desktop: Desktop) -> None:
        self.player, self.recorded = player, recorded
        self.on_desktop = OnDesktop(player.page.driver, desktop, player.clock, player.page)
        self.on_desktop.wished.connect(player.page.do)
        player.page.driver.tick()

    @property
    def awake(self) -> bool:
        return self.recorded.awake.held

    @property
    def shown(self) -> NowPlaying:
        return self.recorded.keys[0].shown[-1]

    @property
    def state(self) -> State:
        return self.player.page.driver.state

    def press(self, key: MediaKey) -> None:
        """On a thread of its own, as the real ones come."""
        thread = threading.Thread(target=self.recorded.keys[0].on_key, args=(key,))
        thread.start()
        thread.join()


Attend = Callable[..., Attended]


@pytest.fixture
def attend(open_player: Open) -> Attend:
    def attend(what: Workout) -> Attended:
        recorded = RecordingDesktop()
        return Attended(open_player(what), recorded, recorded.desktop)

    return attend


def test_the_screen_stays_awake_from_the_first_step_to_the_last(attend: Attend) -> None:
    session = attend(workout(HOLD))
    assert session.awake
    session.player.wait(10 + 19)
    assert session.awake
    session.player.wait(2)
    assert session.player.page.ended
    assert session.recorded.awake.turns == [True, False]
    assert session.recorded.keys[0].closed


def test_a_long_pause_lets_it_go_dark_and_going_on_wakes_it(attend: Attend) -> None:
    session = attend(workout(CURL))
    session.player.key(Key.Key_Space)
    session.player.wait(PAUSED_MOST_S - 1)
    assert session.awake
    session.player.wait(2)
    assert not session.awake
    assert not session.recorded.keys[0].closed
    session.player.key(Key.Key_Space)
    assert session.awake
    session.player.clock.advance(1)
    session.player.key(Key.Key_Space)
    session.player.wait(PAUSED_MOST_S - 1)
    assert session.awake


def test_an_open_set_that_was_forgotten_lets_it_go_dark(attend: Attend) -> None:
    session = attend(workout(LIMIT))
    session.player.wait(10 + OPEN_MOST_S - 1)
    assert session.awake
    session.player.wait(2)
    assert not session.awake
    session.player.key(Key.Key_Return)
    assert (session.player.kind, session.awake) == (StepKind.REST, True)


def test_what_is_over_is_not_held_again(attend: Attend) -> None:
    session = attend(workout(CURL))
    session.on_desktop.close()
    session.player.wait(5)
    assert session.recorded.awake.turns == [True, False]


def test_the_desktop_is_told_exercise_set_and_side(attend: Attend) -> None:
    session = attend(workout(HINGE))
    assert session.shown == NowPlaying(
        0, "Single-leg RDL", "Get ready · Set 1 of 2 · Left", "Test workout", running=True
    )
    session.player.until(StepKind.WORK)
    assert session.shown.detail == "Set 1 of 2 · Left"
    session.player.until(StepKind.CHANGE_SIDES)
    assert session.shown.detail == "Change sides · Set 1 of 2 · Right"
    session.player.until(StepKind.REST)
    assert session.shown.detail == "Rest · Set 2 of 2 · Left"
    session.player.key(Key.Key_Space)
    assert not session.shown.running
    assert len({one.track for one in session.recorded.keys[0].shown}) == 5


def test_it_is_told_once_what_goes_on(attend: Attend) -> None:
    session = attend(workout(CURL))
    told = len(session.recorded.keys[0].shown)
    session.player.wait(5)
    assert len(session.recorded.keys[0].shown) == told


@pytest.mark.parametrize("key", [MediaKey.PLAY_PAUSE, MediaKey.PLAY, MediaKey.PAUSE])
def test_the_one_button_of_a_headset(attend: Attend, qtbot: QtBot, key: MediaKey) -> None:
    session = attend(workout(LIMIT))
    session.player.until(StepKind.WORK)
    session.press(key)
    assert session.player.kind is StepKind.WORK, "nothing is done on the keys' own thread"
    qtbot.waitUntil(lambda: session.player.kind is StepKind.REST)
    assert len(session.player.rows) == 1
    session.player.clock.advance(1)
    session.press(key)
    qtbot.waitUntil(lambda: session.state is State.PAUSED)


def test_play_goes_on_and_pause_does_not(attend: Attend, qtbot: QtBot) -> None:
    session = attend(workout(CURL))
    session.player.key(Key.Key_Space)
    session.player.clock.advance(1)
    session.press(MediaKey.PAUSE)
    session.press(MediaKey.NEXT)
    qtbot.waitUntil(lambda: session.player.kind is StepKind.WORK)
    assert session.state is State.PAUSED
    session.press(MediaKey.PLAY)
    qtbot.waitUntil(lambda: session.state is State.RUNNING)


def test_next_and_previous(attend: Attend, qtbot: QtBot) -> None:
    session = attend(workout(CURL))
    session.press(MediaKey.NEXT)
    qtbot.waitUntil(lambda: session.player.kind is StepKind.WORK)
    session.player.wait(2)
    session.press(MediaKey.PREVIOUS)
    qtbot.waitUntil(lambda: session.player.page.driver.view().elapsed_s == 0)


def test_a_key_that_was_under_way_at_the_end_does_nothing(attend: Attend) -> None:
    session = attend(workout(CURL))
    session.press(MediaKey.NEXT)
    session.on_desktop.close()
    QCoreApplication.sendPostedEvents(session.on_desktop)
    assert session.player.kind is StepKind.GET_READY


def test_where_there_are_no_media_keys_the_screen_stays_awake_all_the_same(open_player: Open) -> None:
    recorded = RecordingDesktop()
    session = Attended(open_player(workout(CURL)), recorded, Desktop(recorded.awake))
    session.player.wait(1)
    assert session.awake
    assert recorded.keys == []
