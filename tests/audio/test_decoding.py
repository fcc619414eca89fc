from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.audio.sounds import tone, write_wav
from trainer.audio.decoding import MAX_BYTES, decoded
from trainer.audio.format import RATE_HZ
from trainer.audio.voices import load_voice
from trainer.errors import AudioError


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 48_000])
def test_a_wave_of_any_rate_comes_as_the_streams(tmp_path: Path, rate_hz: int) -> None:
    got = decoded(write_wav(tmp_path / "a.wav", tone(600, 0.5, rate_hz), rate_hz))
    assert got.dtype == np.float32
    assert got[4800:-4800] == pytest.approx(tone(600, 0.5, RATE_HZ)[4800:-4800], abs=0.002)


def test_two_channels_become_one(tmp_path: Path) -> None:
    left, right = tone(600, 0.2, RATE_HZ), tone(900, 0.2, RATE_HZ)
    file = write_wav(tmp_path / "a.WAV", np.stack((left, right), axis=1).reshape(-1), RATE_HZ, channels=2)
    assert decoded(file) == pytest.approx((left + right) / 2, abs=0.001)


def test_a_shipped_clip_has_the_length_of_its_table() -> None:
    voice = load_voice("slt")
    file, length_s = voice.file("change sides"), voice.length_s("change sides")
    assert file is not None
    assert len(decoded(file)) / RATE_HZ == pytest.approx(length_s, abs=0.001)


@pytest.mark.parametrize("ending", ["ogg", "flac", "wav"])
@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"OggS" + bytes(100), b"fLaC" + b"\xff" * 500, b"<html>" * 99]
)
def test_what_is_no_sound_is_told_in_a_sentence(tmp_path: Path, ending: str, content: bytes) -> None:
    file = tmp_path / f"gong.{ending}"
    file.write_bytes(content)
    with pytest.raises(AudioError, match=f"gong.{ending}"):
        decoded(file)


def test_a_broken_clip_is_no_crash(tmp_path: Path) -> None:
    """Every hundredth byte of a real clip, turned round: sound or a sentence, whatever else it holds."""
    source = load_voice("slt").file("rest")
    assert source is not None
    whole = source.read_bytes()
    file = tmp_path / "rest.ogg"
    outcomes = set()
    for place in range(0, len(whole), 100):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            outcomes.add(decoded(file).ndim)
        except AudioError:
            outcomes.add(0)
    assert outcomes <= {0, 1}
    assert 0 in outcomes


def test_missing_unknown_and_too_large_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"ID3")
    (tmp_path / "b.wav").write_bytes(bytes(MAX_BYTES + 1))
    for name in ("none.wav", "a.mp3", "b.wav"):
        with pytest.raises(AudioError, match=name):
            decoded(tmp_path / name)


def test_a_file_without_samples_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match=r"a\.wav"):
        decoded(write_wav(tmp_path / "a.wav", np.zeros(0, dtype=np.float32), RATE_HZ))
