from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.audio_fake import RecordingAudio
from tests.fakes import FakeClock
from tests.session_workouts import CURL, HOLD, LIMIT, MIXED, workout
from trainer.audio.client import SoundState
from trainer.domain.cue import Cue, CueId, CueStyle, phrase_clip
from trainer.domain.workout import Workout
from trainer.engine.cues import plan_cues
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind, build_timeline
from trainer.paths import paths_for
from trainer.services.hearing import Hearing
from trainer.services.training import Training
from trainer.store import Store
from trainer.ui.session_driver import HEARING, SessionDriver

pytestmark = pytest.mark.usefixtures("qapp")
Make = Callable[..., SessionDriver]


@pytest.fixture
def clock() -> FakeClock:
    clock = FakeClock()
    clock.advance(1000)
    return clock


@pytest.fixture
def sound(clock: FakeClock) -> RecordingAudio:
    sound = RecordingAudio(clock=clock.monotonic)
    sound.start()
    return sound


@pytest.fixture
def make(tmp_path: Path, clock: FakeClock, sound: RecordingAudio, qapp: QApplication) -> Iterator[Make]:
    store = Store.open(paths_for(tmp_path), clock=clock)
    ids = count(1)
    made: list[SessionDriver] = []

    def make(what: Workout = MIXED, *, silent: bool = False, hearing: Hearing = HEARING) -> SessionDriver:
        active = Training(store, clock, lambda: f"id-{next(ids)}").begin(what)
        made.append(SessionDriver(active, clock, None if silent else sound, hearing=hearing))
        return made[-1]

    yield make
    for driver in made:
        driver.stop()
        driver.deleteLater()
    store.close()


def run(driver: SessionDriver, clock: FakeClock, seconds: float, by_s: float = 0.5) -> None:
    until = clock.monotonic() + seconds
    while clock.monotonic() < until - 1e-9:
        clock.advance(min(by_s, until - clock.monotonic()))
        driver.tick()


def handed_over(cues: Sequence[Cue], at_s: float = 1000) -> list[tuple[float, str]]:
    """What the player is to get: earcons at their moment, speech when its earcon has had its say."""
    sounds = [(at_s + cue.at_s, cue.clip) for cue in cues if cue.clip]
    speech = [(at_s + cue.speech_at_s, phrase_clip(cue.says)) for cue in cues if cue.says]
    return sorted(sounds + speech, key=lambda clip: clip[0])


def test_every_sound_of_the_plan_is_handed_over_at_the_start_with_its_moment(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    driver = make()
    driver.start()
    assert sound.scheduled == handed_over(plan_cues(build_timeline(MIXED)))


FIRST = ["next", "say:next: nordic curl"]


@pytest.mark.parametrize(("opens_after_s", "heard"), [(0.1, FIRST), (1.2, FIRST), (2.5, [])])
def test_a_device_that_opens_late_still_sounds_the_first_cue_once(
    make: Make, clock: FakeClock, sound: RecordingAudio, opens_after_s: float, heard: list[str]
) -> None:
    sound.enter(SoundState.STARTING)
    driver = make()
    driver.start()
    assert "next" not in {clip for at, clip in sound.scheduled if at == 1000}
    run(driver, clock, opens_after_s)
    assert all(at >= 1000 + 3 for at, _ in sound.scheduled)
    sound.enter(SoundState.PLAYING)
    run(driver, clock, 5)
    assert [clip for at, clip in sound.scheduled if at < 1007] == heard
    assert (1007, "pip") in sound.scheduled


def test_the_first_cue_is_not_sounded_into_a_step_that_was_gone_to_meanwhile(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    sound.enter(SoundState.STARTING)
    driver = make()
    driver.start()
    run(driver, clock, 0.5)
    driver.skip()
    sound.enter(SoundState.PLAYING)
    run(driver, clock, 1)
    assert "next" not in {clip for at, clip in sound.scheduled if at < 1010}


@pytest.mark.parametrize("by_s", [0.033, 0.9, 1.9])
def test_late_ticks_move_no_sound_and_no_step(
    make: Make, clock: FakeClock, sound: RecordingAudio, by_s: float
) -> None:
    driver = make(workout(HOLD))
    steps: list[StepKind] = []
    driver.stepped.connect(lambda step: steps.append(step.kind))
    driver.start()
    before = list(sound.scheduled)
    run(driver, clock, 32, by_s)
    assert steps == [StepKind.GET_READY, StepKind.WORK]
    assert driver.state is State.FINISHED
    assert sound.scheduled == before
    assert (1030, "finished") in before


def test_a_pause_silences_at_once_and_going_on_shifts_what_is_to_come(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    driver = make(workout(HOLD))
    driver.start()
    run(driver, clock, 4)
    driver.press()
    assert sound.scheduled == []
    assert [call[1:] for call in sound.calls[-2:]] == [("flush", None), ("play", "paused")]
    clock.advance(60)
    driver.tick()
    driver.press()
    assert ("play", "resumed") in [call[1:] for call in sound.calls]
    assert sound.scheduled[0] == (1000 + 60 + 7, "pip")
    assert (1000 + 60 + 30, "finished") in sound.scheduled


@pytest.mark.parametrize("act", ["skip", "back", "done", "more_rest"])
def test_every_turn_plans_the_sounds_anew_from_now(
    make: Make, clock: FakeClock, sound: RecordingAudio, act: str
) -> None:
    driver = make(workout(CURL))
    driver.start()
    run(driver, clock, 5)
    {
        "skip": driver.skip,
        "back": driver.back,
        "done": driver.done,
        "more_rest": lambda: driver.change_rest(10),
    }[act]()
    go_at = next(at for at, clip in sound.scheduled if clip == "go")
    assert go_at == {"skip": 1005, "back": 1015, "done": 1005, "more_rest": 1020}[act]


def test_nothing_is_planned_behind_the_end_of_an_open_set_until_it_is_known(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    driver = make(workout(LIMIT))
    driver.start()
    assert max(at for at, _ in sound.scheduled) <= 1010.1
    run(driver, clock, 10 + 33)
    driver.press()
    assert sound.scheduled[0] == (1043, "rest")
    assert next(at for at, clip in sound.scheduled if clip == "go") == 1043 + 30


def test_a_skip_ends_what_is_being_said_and_more_rest_does_not(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    driver = make(workout(CURL))
    driver.start()
    run(driver, clock, 1)
    driver.change_rest(10)
    assert ("flush", None) not in [call[1:] for call in sound.calls]
    driver.skip()
    assert ("flush", None) in [call[1:] for call in sound.calls]


def test_nothing_is_said_into_a_phrase_that_is_still_being_said(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    """The rest is cut short while its length is being said: the next name gives way, its sound does not."""
    driver = make(workout(CURL))
    driver.start()
    while driver.view().step.kind is not StepKind.REST:
        run(driver, clock, 0.5)
    run(driver, clock, 1)
    began = clock.monotonic()
    driver.change_rest(-600)
    soon = [clip for at, clip in sound.scheduled if at < began + 0.6]
    assert soon == ["next"]


def test_the_device_is_let_go_in_a_long_pause_once(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    driver = make()
    driver.start()
    run(driver, clock, 3)
    driver.press()
    run(driver, clock, 119)
    assert ("release", None) not in [call[1:] for call in sound.calls]
    run(driver, clock, 300)
    assert [call[1] for call in sound.calls].count("release") == 1
    driver.press()
    run(driver, clock, 300)
    assert [call[1] for call in sound.calls].count("release") == 1


def test_what_is_silenced_is_still_shown(make: Make, clock: FakeClock, sound: RecordingAudio) -> None:
    style = CueStyle(without_sound=frozenset({CueId.NEXT}), without_speech=frozenset({CueId.NEXT}))
    driver = make(workout(HOLD), hearing=Hearing(style=style))
    seen: list[str] = []
    driver.captioned.connect(seen.append)
    driver.sounded.connect(lambda cue: seen.append(cue.clip))
    driver.start()
    run(driver, clock, 1)
    assert seen[0] == "next"
    assert seen[1].startswith("Next: ")
    assert not [clip for _, clip in sound.scheduled if "next" in clip]


def test_a_second_press_within_400_ms_is_the_same_press(make: Make, clock: FakeClock) -> None:
    driver = make()
    driver.start()
    run(driver, clock, 3)
    driver.press()
    clock.advance(0.39)
    driver.press()
    assert driver.state is State.PAUSED
    driver.done()
    assert driver.view().step.kind is StepKind.GET_READY
    clock.advance(0.02)
    driver.press()
    assert driver.state is State.RUNNING


def test_a_sleep_pauses_and_says_how_long(make: Make, clock: FakeClock, sound: RecordingAudio) -> None:
    driver = make()
    slept: list[float] = []
    sounded: list[object] = []
    driver.paused.connect(slept.append)
    driver.start()
    run(driver, clock, 5)
    driver.sounded.connect(sounded.append)
    clock.sleep(3600)
    clock.advance(0.033)
    driver.tick()
    assert driver.state is State.PAUSED
    assert slept == [pytest.approx(3600)]
    assert len(sounded) == 1
    assert sound.scheduled == []
    assert driver.view().elapsed_s == pytest.approx(5.033)


def test_a_standstill_of_over_two_seconds_pauses_where_it_stood(make: Make, clock: FakeClock) -> None:
    driver = make()
    slept: list[float] = []
    driver.paused.connect(slept.append)
    driver.start()
    run(driver, clock, 5)
    clock.advance(30)
    driver.tick()
    assert slept == [30]
    assert driver.view().elapsed_s == 5


def test_a_short_nap_changes_nothing(make: Make, clock: FakeClock) -> None:
    driver = make()
    driver.start()
    run(driver, clock, 5)
    clock.sleep(1.5)
    run(driver, clock, 1)
    assert driver.state is State.RUNNING


def test_a_sleep_in_a_pause_is_not_told_again_on_going_on(make: Make, clock: FakeClock) -> None:
    driver = make()
    driver.start()
    run(driver, clock, 3)
    driver.press()
    clock.sleep(3600)
    run(driver, clock, 1)
    driver.press()
    run(driver, clock, 1)
    assert driver.state is State.RUNNING


def test_captions_stand_for_two_seconds_or_until_the_next(make: Make, clock: FakeClock) -> None:
    driver = make()
    said: list[tuple[float, str]] = []
    driver.captioned.connect(lambda text: said.append((clock.monotonic() - 1000, text)))
    driver.start()
    run(driver, clock, 4)
    assert said == [(0.5, "Next: Nordic curl."), (2.5, "")]
    run(driver, clock, 20)
    assert (12.5, "Up.") in said


def test_every_sound_is_mirrored_once(make: Make, clock: FakeClock) -> None:
    driver = make(workout(HOLD))
    mirrored: list[str] = []
    driver.sounded.connect(lambda cue: mirrored.append(cue.clip))
    driver.start()
    run(driver, clock, 31)
    planned = [cue.clip for cue in plan_cues(build_timeline(workout(HOLD))) if cue.clip]
    assert mirrored == planned


def test_without_a_sound_player_the_session_runs_and_says_so(make: Make, clock: FakeClock) -> None:
    driver = make(workout(HOLD), silent=True)
    driver.start()
    run(driver, clock, 31)
    assert driver.state is State.FINISHED
    assert driver.soundless


def test_a_lost_device_shows_and_stops_nothing(make: Make, clock: FakeClock, sound: RecordingAudio) -> None:
    driver = make(workout(HOLD))
    driver.start()
    assert not driver.soundless
    sound.state = SoundState.NO_DEVICE
    run(driver, clock, 31)
    assert driver.soundless
    assert driver.state is State.FINISHED


def test_mute_is_the_volume_and_not_the_schedule(make: Make, sound: RecordingAudio) -> None:
    driver = make()
    driver.start()
    before = list(sound.scheduled)
    driver.set_muted(True)
    assert (sound.volume, sound.scheduled) == (0.0, before)
    driver.set_muted(False)
    assert sound.volume == 1.0


def test_ended_by_hand_the_end_is_heard_at_once_and_only_once(
    make: Make, clock: FakeClock, sound: RecordingAudio
) -> None:
    driver = make(workout(HOLD))
    driver.start()
    run(driver, clock, 15)
    driver.done()
    ending = [(1015, "finished"), (1015.95, "say:done|one|minute")]
    assert sound.scheduled == ending
    clock.advance(1)
    driver.press()
    driver.skip()
    assert sound.scheduled == ending


def test_the_timer_is_precise_and_rests_while_the_session_stands(make: Make, clock: FakeClock) -> None:
    driver = make()
    driver.start()
    assert (driver._timer.interval(), driver._timer.isActive()) == (33, True)
    driver.pause()
    assert driver._timer.interval() == 250
    driver.stop()
    assert not driver._timer.isActive()
