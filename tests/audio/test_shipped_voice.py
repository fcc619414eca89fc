from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.audio.streams import stream_of
from trainer.audio.decoding import decoded
from trainer.audio.earcons import all_earcons
from trainer.audio.format import RATE_HZ, Samples, frames
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs, true_peak_dbtp
from trainer.audio.voices import TABLE, Voice, shipped_voices
from trainer.catalog import load_catalog
from trainer.engine.speech import vocabulary

VOICES = shipped_voices()
LARGEST_BYTES = 2_000_000
LONGEST_S = 3.0
QUIET_DB = -46.0

each_voice = pytest.mark.parametrize("voice", VOICES, ids=[voice.id for voice in VOICES])


@pytest.fixture(scope="module")
def spoken() -> dict[str, dict[str, Samples]]:
    """Every clip of every voice, as the player decodes it."""
    return {voice.id: {unit: decoded(clip.file) for unit, clip in voice.clips.items()} for voice in VOICES}


@each_voice
def test_it_says_everything_that_a_session_of_the_library_can_say(voice: Voice) -> None:
    needed = vocabulary(one.short_name for one in load_catalog().exercises.values())
    lacking = sorted(set(needed) - set(voice.clips))
    assert not lacking, "run: python packaging/voice.py"
    assert not set(voice.clips) - set(needed), "clips that nothing asks for"


@each_voice
def test_every_clip_is_as_loud_as_every_other(voice: Voice, spoken: dict[str, dict[str, Samples]]) -> None:
    loudness = {unit: momentary_max_lufs(wave) for unit, wave in spoken[voice.id].items()}
    assert {unit: lufs for unit, lufs in loudness.items() if abs(lufs - TARGET_LUFS) > 0.5} == {}


@each_voice
def test_cues_are_within_a_unit_of_it(voice: Voice, spoken: dict[str, dict[str, Samples]]) -> None:
    words = [momentary_max_lufs(wave) for wave in list(spoken[voice.id].values())[::10]]
    cues = {clip: wave for clip, wave in all_earcons().items() if clip != "ack"}  # a press's click is no cue
    sounds = [momentary_max_lufs(wave) for wave in cues.values()]
    assert max(abs(word - sound) for word, sound in product(words, sounds)) <= 1.0


@each_voice
def test_it_begins_at_once_and_is_soon_over(voice: Voice, spoken: dict[str, dict[str, Samples]]) -> None:
    late = {unit: _begins_s(wave) for unit, wave in spoken[voice.id].items()}
    assert {unit: at_s for unit, at_s in late.items() if at_s > 0.015} == {}
    assert max(len(wave) for wave in spoken[voice.id].values()) <= frames(LONGEST_S)


@each_voice
def test_it_ends_in_no_click(voice: Voice, spoken: dict[str, dict[str, Samples]]) -> None:
    edge = frames(0.0005)
    loud = [
        unit
        for unit, wave in spoken[voice.id].items()
        if max(np.abs(wave[:edge]).max(), np.abs(wave[-edge:]).max()) > 0.03 * np.abs(wave).max()
    ]
    assert loud == []


@each_voice
def test_its_table_gives_the_lengths_that_are_heard(
    voice: Voice, spoken: dict[str, dict[str, Samples]]
) -> None:
    for unit, wave in spoken[voice.id].items():
        assert voice.length_s(unit) == pytest.approx(len(wave) / RATE_HZ, abs=0.002), unit


@each_voice
def test_the_folder_holds_it_and_its_licence_and_no_more(
    voice: Voice, request: pytest.FixtureRequest
) -> None:
    table = tomllib.loads((voice.folder / TABLE).read_text(encoding="utf-8"))
    files = {clip.file.name for clip in voice.clips.values()}
    assert {file.name for file in voice.folder.iterdir()} == files | {TABLE, table["licence"]}
    assert sum(file.stat().st_size for file in voice.folder.iterdir()) <= LARGEST_BYTES
    project = tomllib.loads((Path(request.config.rootpath) / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"resources/voices/{voice.id}/{table['licence']}" in project["project"]["license-files"]


@each_voice
def test_speech_over_its_earcon_stays_under_the_true_peak(
    voice: Voice, spoken: dict[str, dict[str, Samples]]
) -> None:
    """The twelve clips with the highest peaks, over each earcon from its loudest moment on."""
    peaks = sorted(spoken[voice.id].values(), key=lambda wave: float(np.abs(wave).max()))[-12:]
    for sound, word in product(all_earcons().values(), peaks):
        assert true_peak_dbtp(stream_of([(0, sound), (frames(0.05), word)])) <= -1.0


@each_voice
def test_one_clip_alone_is_played_as_it_is(voice: Voice, spoken: dict[str, dict[str, Samples]]) -> None:
    """None is so high that the limiter presses it down by more than a third of a decibel."""
    assert max(float(np.abs(wave).max()) for wave in spoken[voice.id].values()) < 10 ** (-1.67 / 20)


def _begins_s(wave: Samples) -> float:
    """When the first two milliseconds are heard that are not `QUIET_DB` below the loudest two."""
    width = frames(0.002)
    power = np.convolve(wave.astype(np.float64) ** 2, np.ones(width) / width, mode="valid")
    return int(np.argmax(power >= power.max() * 10 ** (QUIET_DB / 10))) / RATE_HZ
