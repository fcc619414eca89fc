from __future__ import annotations

import numpy as np
import pytest

from trainer.audio.format import RATE_HZ, Samples, silence
from trainer.audio.loudness import momentary_max_lufs, true_peak_dbtp


def tone(
    frequency_hz: float, level_dbfs: float = 0.0, duration_s: float = 2.0, phase: float = 0.0
) -> Samples:
    time_s = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    wave = 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * frequency_hz * time_s + phase)
    return wave.astype(np.float32)


def on_the_left(mono: Samples) -> Samples:
    return np.stack((mono, np.zeros_like(mono)), axis=1)


def test_reference_tone_on_one_channel_is_minus_3_01_lkfs() -> None:
    """The standard's own check: 997 Hz at full scale."""
    assert momentary_max_lufs(on_the_left(tone(997.0))) == pytest.approx(-3.01, abs=0.01)


@pytest.mark.parametrize("level", [-23.0, -33.0, -40.0])
def test_stereo_tone_reads_its_own_level(level: float) -> None:
    """EBU Tech 3341, cases 1 and 2: 1 kHz on both channels."""
    assert momentary_max_lufs(tone(1000.0, level)) == pytest.approx(level, abs=0.1)


@pytest.mark.parametrize(
    ("frequency_hz", "gain_db"), [(38.0, -6.7), (100.0, -1.8), (1000.0, 0.0), (2000.0, 2.4), (10_000.0, 3.3)]
)
def test_weighting_follows_the_published_curve(frequency_hz: float, gain_db: float) -> None:
    plain = momentary_max_lufs(tone(1000.0, -20.0))
    assert momentary_max_lufs(tone(frequency_hz, -20.0)) - plain == pytest.approx(gain_db, abs=0.3)


def test_a_quarter_of_the_window_is_six_decibels_quieter() -> None:
    long, short = tone(1000.0), tone(1000.0, duration_s=0.1)
    assert momentary_max_lufs(long) - momentary_max_lufs(short) == pytest.approx(6.02, abs=0.15)


def test_peaks_between_samples_are_seen() -> None:
    """A quarter of the rate at 45°: every sample is 3 dB under the wave's own peak."""
    wave = tone(RATE_HZ / 4, phase=np.pi / 4)
    assert float(np.max(np.abs(wave))) == pytest.approx(0.7071, abs=1e-4)
    middle = wave * np.hanning(len(wave)).astype(np.float32)
    assert true_peak_dbtp(middle) == pytest.approx(0.0, abs=0.05)


def test_silence_is_far_below_everything() -> None:
    assert momentary_max_lufs(silence(480)) < -100
    assert true_peak_dbtp(silence(480)) < -100
