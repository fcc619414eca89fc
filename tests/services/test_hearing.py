from __future__ import annotations

from pathlib import Path

import pytest

from trainer.domain.cue import Calls, CueId
from trainer.services.hearing import WorkoutSound, hearing_of, style_of
from trainer.settings import CALLS, CUES_OFF, OF_WORKOUTS, VOLUME, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def test_a_workout_sounds_as_all_do_until_it_has_something_of_its_own(settings: Settings) -> None:
    sound = WorkoutSound(settings, "nordics")
    settings.set(VOLUME, 50)
    assert (sound.get(VOLUME), sound.own) == (50, False)
    sound.set(VOLUME, 20)
    settings.set(VOLUME, 60)
    assert (sound.get(VOLUME), sound.own) == (20, True)
    assert WorkoutSound(settings, "another").get(VOLUME) == 60
    assert hearing_of(sound).volume == 0.2


def test_its_own_is_kept_in_the_file_and_can_be_forgotten(settings: Settings, tmp_path: Path) -> None:
    WorkoutSound(settings, "nordics").set(CALLS, "seconds")
    again = Settings(tmp_path / "settings.json")
    assert style_of(WorkoutSound(again, "nordics")).calls is Calls.SECONDS
    WorkoutSound(again, "nordics").forget()
    assert again.get(OF_WORKOUTS) == {}


def test_what_is_set_back_to_the_same_follows_all_again(settings: Settings) -> None:
    sound = WorkoutSound(settings, "nordics")
    sound.set(VOLUME, 20)
    sound.set(VOLUME, settings.get(VOLUME))
    assert not sound.own


def test_a_value_that_cannot_be_used_is_passed_over(settings: Settings) -> None:
    settings.set(OF_WORKOUTS, {"nordics": {"calls": "singing"}})
    assert WorkoutSound(settings, "nordics").get(CALLS) == "words"


def test_parts_of_cues_are_left_out(settings: Settings) -> None:
    settings.set(CUES_OFF, frozenset({"rep.sound", "rep.speech", "phase.speech"}))
    style = style_of(settings)
    assert style.without_sound == {CueId.REP}
    assert style.without_speech == {CueId.REP, CueId.PHASE}
