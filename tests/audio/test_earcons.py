from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.audio.hearing import character, registers_apart, rhythms_apart, timbres_apart
from tests.audio.streams import stream_of
from trainer.audio.earcons import CLIP_IDS, QUIET_LUFS, all_earcons, earcon
from trainer.audio.format import RATE_HZ, Samples, as_stereo, frames
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs, true_peak_dbtp
from trainer.domain.cue import CueId

CLIPS = all_earcons()
SPOKEN_ONLY = {CueId.TEN_SECONDS, CueId.LAST_SET, CueId.LAST_EXERCISE}

each_clip = pytest.mark.parametrize("clip", CLIP_IDS)


def test_every_cue_that_sounds_has_its_earcon() -> None:
    needed = {str(cue) for cue in set(CueId) - SPOKEN_ONLY - {CueId.PHASE}} | {"phase_down", "phase_up"}
    needed |= {"ack"}  # the answer to a press, which is no cue
    assert set(CLIP_IDS) == needed


@each_clip
def test_loudness_is_matched(clip: str) -> None:
    wanted_lufs = QUIET_LUFS if clip == "ack" else TARGET_LUFS
    assert momentary_max_lufs(CLIPS[clip]) == pytest.approx(wanted_lufs, abs=0.5)


def test_an_acknowledgement_covers_no_cue() -> None:
    shortest = min(len(CLIPS[clip]) for clip in CLIP_IDS if clip != "ack")
    assert len(CLIPS["ack"]) < shortest / 2
    assert true_peak_dbtp(CLIPS["ack"]) < -9


@each_clip
def test_one_alone_needs_no_limiting(clip: str) -> None:
    assert true_peak_dbtp(CLIPS[clip]) <= -2.0


@each_clip
def test_energy_lies_where_small_loudspeakers_are_heard(clip: str) -> None:
    spectrum = np.abs(np.fft.rfft(as_stereo(CLIPS[clip]), axis=0)) ** 2
    frequency = np.fft.rfftfreq(len(CLIPS[clip]), 1 / RATE_HZ)
    band = spectrum[(frequency >= 500) & (frequency <= 2000)]
    assert band.sum() / spectrum.sum() > 0.9


@each_clip
def test_it_comes_and_goes_without_a_click(clip: str) -> None:
    """The first and last millisecond stay far below the clip's own peak, and no step is a jump."""
    wave = np.abs(as_stereo(CLIPS[clip]))
    edge = frames(0.0005)
    assert wave[0].max() == 0.0
    assert wave[:edge].max() < 0.25 * wave.max()
    assert wave[-edge:].max() < 0.02 * wave.max()
    assert np.abs(np.diff(as_stereo(CLIPS[clip]), axis=0)).max() < 0.45 * wave.max()


def test_the_countdown_has_its_pitches_and_lengths() -> None:
    assert _pitch(CLIPS["pip"]) == pytest.approx(880, abs=8)
    assert _pitch(CLIPS["go"]) == pytest.approx(1320, abs=4)
    assert len(CLIPS["go"]) == frames(0.4)
    assert len(CLIPS["finished"]) == frames(1.0)


@pytest.mark.parametrize(
    ("clip", "rises"), [("next", True), ("work", True), ("rest", False), ("paused", False), ("resumed", True)]
)
def test_pairs_rise_or_fall_as_they_should(clip: str, rises: bool) -> None:
    wave = CLIPS[clip]
    first, last = _pitch(wave[: len(wave) // 3]), _pitch(wave[-len(wave) // 3 :])
    assert (last > first) is rises


@pytest.mark.parametrize("clip", ["work", "rest"])
def test_work_and_rest_are_fifths(clip: str) -> None:
    wave = CLIPS[clip]
    first, last = _pitch(wave[: len(wave) // 3]), _pitch(wave[-len(wave) // 3 :])
    assert max(first, last) / min(first, last) == pytest.approx(1.5, abs=0.03)


def test_change_sides_goes_from_left_to_right() -> None:
    wave = CLIPS["change_sides"]
    energy = [np.sum(part**2, axis=0) for part in (wave[: frames(0.2)], wave[-frames(0.25) :])]
    assert energy[0][0] > 8 * energy[0][1]
    assert energy[1][1] > 8 * energy[1][0]


def test_the_same_every_time() -> None:
    assert np.array_equal(earcon("work"), CLIPS["work"])


def test_unknown_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        earcon("gong")


FAMILY = {"phase_down": "phase", "phase_up": "phase", "paused": "pause", "resumed": "pause"}
"""Two that mean the same thing, down and up; every other earcon is a family of its own."""

PAIRS = [pair for pair in combinations(CLIP_IDS, 2) if len({FAMILY.get(clip, clip) for clip in pair}) > 1]
CHARACTERS = {clip: character(wave) for clip, wave in CLIPS.items()}


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_families_are_apart_in_two_of_timbre_register_and_rhythm(one: str, other: str) -> None:
    a, b = CHARACTERS[one], CHARACTERS[other]
    assert timbres_apart(a, b) + registers_apart(a, b) + rhythms_apart(a, b) >= 2, (a, b)


def test_within_a_family_up_is_up_and_down_is_down() -> None:
    assert CHARACTERS["phase_up"].register - CHARACTERS["phase_down"].register >= 12
    assert CHARACTERS["paused"].pitches == pytest.approx(CHARACTERS["resumed"].pitches[::-1], abs=0.3)
    assert CHARACTERS["resumed"].pitches[1] - CHARACTERS["resumed"].pitches[0] > 3


@pytest.mark.parametrize(
    ("clip", "notes"), [("pip", 1), ("rep", 1), ("next", 2), ("work", 2), ("rest", 2), ("finished", 3)]
)
def test_notes_are_told_apart_when_heard(clip: str, notes: int) -> None:
    """What the two tests above rest on."""
    assert len(CHARACTERS[clip].pitches) == notes


@pytest.mark.parametrize("shift_ms", [0, 1, 7, 30])
@pytest.mark.parametrize(("one", "other"), list(combinations(CLIP_IDS, 2)))
def test_two_at_once_stay_under_the_true_peak(one: str, other: str, shift_ms: int) -> None:
    mix = stream_of([(100, CLIPS[one]), (100 + frames(shift_ms / 1000), CLIPS[other])])
    assert true_peak_dbtp(mix) <= -1.0


def test_all_at_once_stay_under_the_true_peak() -> None:
    assert true_peak_dbtp(stream_of([(0, wave) for wave in CLIPS.values()])) <= -1.0


def _pitch(wave: Samples) -> float:
    """The strongest frequency, to a hertz or so."""
    mono = as_stereo(wave).sum(axis=1)
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(len(mono)), n=RATE_HZ * 2))
    return float(np.argmax(spectrum)) / 2
