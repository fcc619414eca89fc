from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.audio_fake import RecordingAudio
from tests.fakes import FakeClock
from tests.session_workouts import MIXED
from trainer.domain.cue import CueId
from trainer.services.hearing import style_of
from trainer.settings import CALLS, CUES_OFF, OF_WORKOUTS, VOLUME, Settings
from trainer.ui.background import Background
from trainer.ui.main_window import MainWindow
from trainer.ui.settings.cue_grid import CUES, CueGrid
from trainer.ui.settings.listening import Listening
from trainer.ui.settings.page import SettingsPage
from trainer.ui.settings.rows import AmountControl
from trainer.ui.settings.sound_dialog import SoundDialog
from trainer.ui.today.page import TodayPage
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.text import Words

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> SoundDialog:
    dialog = SoundDialog(settings, MIXED)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_cue_has_a_line() -> None:
    assert set(CUES) == set(CueId)


def test_a_box_leaves_a_sound_out(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    grid = page.rows["cues_off"].control
    assert isinstance(grid, CueGrid)
    assert not grid.boxes["rep.speech"].isVisible()
    qtbot.mouseClick(grid.fold, LEFT)
    assert grid.boxes["rep.speech"].isVisible()
    grid.boxes["rep.speech"].click()
    grid.boxes["pip.sound"].click()
    style = style_of(page._settings)
    assert (style.without_speech, style.without_sound) == ({CueId.REP}, {CueId.PIP})
    grid.boxes["pip.sound"].click()
    assert page._settings.get(CUES_OFF) == {"rep.speech"}


def test_a_workout_is_given_a_sound_of_its_own_and_follows_again(
    dialog: SoundDialog, settings: Settings, qtbot: QtBot
) -> None:
    assert not dialog.reset_button.isEnabled()
    calls, volume = dialog.rows["calls"].control, dialog.rows["volume"].control
    assert isinstance(calls, Segments)
    assert isinstance(volume, AmountControl)
    qtbot.mouseClick(calls.button("seconds"), LEFT)
    volume.slider.setValue(4)
    assert settings.get(OF_WORKOUTS) == {MIXED.id: {"calls": "seconds", "volume": 20}}
    assert (settings.get(CALLS), settings.get(VOLUME)) == ("words", 80)
    qtbot.mouseClick(dialog.reset_button, LEFT)
    assert settings.get(OF_WORKOUTS) == {}
    again = dialog.rows["volume"].control
    assert isinstance(again, AmountControl)
    assert again.slider.value() == 16


def test_the_workout_on_today_opens_its_sound_and_sounds_so(
    window: MainWindow, qtbot: QtBot, data_dir: Path
) -> None:
    today = window.page("today")
    assert isinstance(today, TodayPage)
    qtbot.mouseClick(today.workout_card.sound_button, LEFT)
    dialog = today.findChild(SoundDialog)
    assert dialog is not None
    volume = dialog.rows["volume"].control
    assert isinstance(volume, AmountControl)
    volume.slider.setValue(5)
    heard: list[object] = []
    today.listen_requested.connect(heard.append)
    qtbot.mouseClick(dialog.listen_button, LEFT)
    assert len(heard) == 1
    dialog.accept()
    today.start()
    sample = window.findChild(Listening)
    assert sample is not None
    assert sample._sound is None, "a session ends the sample"


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


@pytest.fixture
def listen(
    background: Background, fake_clock: FakeClock
) -> Iterator[Callable[[Settings], tuple[Listening, list[RecordingAudio]]]]:
    made: list[Listening] = []

    def listen(settings: Settings) -> tuple[Listening, list[RecordingAudio]]:
        sounds: list[RecordingAudio] = []

        def make() -> RecordingAudio:
            sounds.append(RecordingAudio(clock=fake_clock.monotonic))
            return sounds[-1]

        made.append(Listening(make, fake_clock, background))
        made[-1].play(settings)
        return made[-1], sounds

    yield listen
    for one in made:
        one.close()


def test_a_sample_sounds_by_the_settings_and_its_player_goes(
    listen: Callable[[Settings], tuple[Listening, list[RecordingAudio]]],
    settings: Settings,
    fake_clock: FakeClock,
    qtbot: QtBot,
) -> None:
    settings.set(VOLUME, 40)
    settings.set(CUES_OFF, frozenset({"pip.sound"}))
    _, sounds = listen(settings)
    clips = [clip for _, clip in sounds[0].scheduled]
    assert sounds[0].volume == 0.4
    assert {"go", "work", "rep", "say:down", "finished"} <= set(clips)
    assert "pip" not in clips
    fake_clock.advance(60)
    qtbot.waitUntil(lambda: sounds[0].calls[-1][1] == "close")


def test_listening_again_begins_again(
    listen: Callable[[Settings], tuple[Listening, list[RecordingAudio]]], settings: Settings, qtbot: QtBot
) -> None:
    listening, sounds = listen(settings)
    listening.play(settings)
    assert len(sounds) == 2
    qtbot.waitUntil(lambda: sounds[0].calls[-1][1] == "close")
    assert sounds[1].scheduled


def test_a_choice_goes_below_its_words_where_both_have_no_room(dialog: SoundDialog) -> None:
    row = dialog.rows["calls"]
    row.resize(900, 100)
    words = row.findChildren(Words)[0]
    assert row.control.x() > words.geometry().right()
    row.resize(row.minimumSizeHint().width(), 300)
    row.layout().activate()
    assert row.control.x() < words.geometry().right()
    assert row.control.y() > words.geometry().bottom()
    assert row.control.geometry().right() <= row.width()
