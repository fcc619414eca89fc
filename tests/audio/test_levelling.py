from __future__ import annotations

import numpy as np
import pytest

from trainer.audio.format import RATE_HZ, Samples, frames
from trainer.audio.levelling import levelled, trimmed
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs


def tone(duration_s: float, amplitude: float = 0.3) -> Samples:
    time_s = np.arange(frames(duration_s)) / RATE_HZ
    return (amplitude * np.sin(2 * np.pi * 700 * time_s)).astype(np.float32)


def silence(duration_s: float) -> Samples:
    return np.zeros(frames(duration_s), dtype=np.float32)


def test_silence_goes_and_a_little_air_stays() -> None:
    kept = trimmed(np.concatenate((silence(0.24), tone(0.3), silence(0.4))))
    assert 0.3 + 0.004 <= len(kept) / RATE_HZ <= 0.3 + 0.045
    assert kept[0] == 0.0
    assert abs(float(kept[-1])) < 0.001


def test_a_soft_beginning_belongs_to_the_word() -> None:
    soft = tone(0.1, 0.3 * 10 ** (-34 / 20))
    kept = trimmed(np.concatenate((silence(0.2), soft, tone(0.3), silence(0.2))))
    assert len(kept) >= frames(0.4)


def test_hiss_far_below_the_word_counts_as_silence() -> None:
    hiss = np.random.default_rng(1).standard_normal(frames(0.5)).astype(np.float32) * np.float32(0.0005)
    kept = trimmed(np.concatenate((hiss, tone(0.3), hiss)))
    assert len(kept) < frames(0.35)


@pytest.mark.parametrize("wave", [silence(0.5), silence(0.001), silence(0.0)])
def test_nothing_said_is_nothing_kept(wave: Samples) -> None:
    assert len(trimmed(wave)) == 0


@pytest.mark.parametrize("duration_s", [0.08, 0.3, 1.5])
@pytest.mark.parametrize("amplitude", [0.001, 0.1, 1.0])
def test_short_or_long_soft_or_loud_it_is_as_loud_as_the_rest(duration_s: float, amplitude: float) -> None:
    assert momentary_max_lufs(levelled(tone(duration_s, amplitude))) == pytest.approx(TARGET_LUFS, abs=0.1)


def test_what_stands_out_is_pressed_down_and_the_clip_as_loud_all_the_same() -> None:
    wave = tone(0.4, 0.05)
    wave[frames(0.2) : frames(0.202)] *= 20
    level = levelled(wave)
    assert len(level) == len(wave)
    assert np.abs(level).max() < 10 ** (-1.99 / 20)
    assert momentary_max_lufs(level) == pytest.approx(TARGET_LUFS, abs=0.1)


def test_silence_stays_silence() -> None:
    assert not np.any(levelled(silence(0.3)))
