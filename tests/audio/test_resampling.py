from __future__ import annotations

import numpy as np
import pytest

from trainer.audio.format import Samples
from trainer.audio.resampling import resampled


def tone(pitch_hz: float, rate_hz: int, duration_s: float = 0.5) -> Samples:
    return np.sin(2 * np.pi * pitch_hz * np.arange(round(duration_s * rate_hz)) / rate_hz).astype(np.float32)


def middle(wave: Samples) -> Samples:
    """Without the ends, where a tone that is cut off is another wave."""
    return wave[len(wave) // 10 : -len(wave) // 10]


@pytest.mark.parametrize("pitch_hz", [100.0, 997.0, 5000.0])
@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 32_000, 44_100])
def test_a_tone_is_the_same_tone(rate_hz: int, pitch_hz: float) -> None:
    got = resampled(tone(pitch_hz, rate_hz), rate_hz, 48_000)
    assert len(got) == 24_000
    assert middle(got) == pytest.approx(middle(tone(pitch_hz, 48_000)), abs=0.002)


def test_there_and_back_is_where_it_was() -> None:
    wave = tone(3000.0, 24_000)
    assert middle(resampled(resampled(wave, 24_000, 48_000), 48_000, 24_000)) == pytest.approx(
        middle(wave), abs=0.001
    )


@pytest.mark.parametrize("pitch_hz", [12_000.0, 15_000.0, 20_000.0])
def test_what_the_lower_rate_cannot_hold_is_gone(pitch_hz: float) -> None:
    assert np.abs(middle(resampled(tone(pitch_hz, 48_000), 48_000, 24_000))).max() < 0.001


@pytest.mark.parametrize("count", [1, 2, 146, 147, 148, 10_007])
def test_any_length_keeps_its_seconds(count: int) -> None:
    wave = np.ones(count, dtype=np.float32)
    assert len(resampled(wave, 22_050, 48_000)) == round(count * 48_000 / 22_050)


def test_nothing_to_do() -> None:
    wave = tone(440.0, 48_000)
    assert resampled(wave, 48_000, 48_000) is wave
    assert len(resampled(wave[:0], 16_000, 48_000)) == 0


@pytest.mark.parametrize("rate_hz", [0, -1])
def test_no_such_rate(rate_hz: int) -> None:
    with pytest.raises(ValueError, match="sampling rate"):
        resampled(tone(440.0, 48_000), rate_hz, 48_000)
