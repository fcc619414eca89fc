"""What an ear would tell of a sound, measured from its samples: its notes, their register, their timbre."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.audio.format import RATE_HZ, Samples, as_stereo, frames

_HOP = frames(0.005)
_WINDOW = frames(0.020)
_NOTE_DB = 9.0
"""A note begins where the power of some band rises by that much within 20 ms, and is heard (own rule)."""
_HEARD_DB = -26.0
_APART_HOPS = 15


@dataclass(frozen=True)
class Character:
    """`onsets_s` from the first; pitches and register in semitones above 1 Hz; levels in dB."""

    onsets_s: tuple[float, ...]
    length_s: float
    pitches: tuple[float, ...]
    overtones_db: float
    attack_s: float
    decay_db: float

    @property
    def register(self) -> float:
        return float(np.mean(self.pitches))


def character(samples: Samples) -> Character:
    """What a clip is like; both channels are heard as one."""
    wave = as_stereo(samples).astype(np.float64).sum(axis=1)
    onsets = _onsets(wave)
    notes = [wave[begin:end] for begin, end in zip(onsets, [*onsets[1:], len(wave)], strict=True)]
    return Character(
        onsets_s=tuple((onset - onsets[0]) / RATE_HZ for onset in onsets),
        length_s=len(wave) / RATE_HZ,
        pitches=tuple(12 * float(np.log2(_strongest_hz(note))) for note in notes),
        overtones_db=float(np.mean([_overtones_db(note) for note in notes])),
        attack_s=_attack_s(notes[0]),
        decay_db=_decay_db(notes[-1]),
    )


def timbres_apart(one: Character, other: Character) -> bool:
    """Overtones by 4 dB, attack by a factor of 1.8, or decay over half a note by 6 dB (own rule)."""
    return (
        abs(max(one.overtones_db, -30.0) - max(other.overtones_db, -30.0)) >= 4.0
        or _ratio(one.attack_s, other.attack_s) >= 1.8
        or abs(one.decay_db - other.decay_db) >= 6.0
    )


def registers_apart(one: Character, other: Character) -> bool:
    """Two semitones or more between the means of their notes (own rule)."""
    return abs(one.register - other.register) >= 2.0


def rhythms_apart(one: Character, other: Character) -> bool:
    """Another number of notes, or their distances, or one note's length, apart by a third (own rule)."""
    if len(one.onsets_s) != len(other.onsets_s):
        return True
    if len(one.onsets_s) > 1:
        return _ratio(one.onsets_s[1], other.onsets_s[1]) >= 1.33
    return _ratio(one.length_s, other.length_s) >= 1.33


def _ratio(one: float, other: float) -> float:
    return max(one, other) / min(one, other)


def _onsets(wave: NDArray[np.float64]) -> list[int]:
    padded = np.concatenate((np.zeros(_WINDOW), wave, np.zeros(_WINDOW)))
    spans = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP]
    power = np.abs(np.fft.rfft(spans * np.hanning(_WINDOW), axis=1))[:, 8:60] ** 2
    level_db = 10 * np.log10(np.maximum(power / power.max(), 10 ** (_HEARD_DB / 10)))
    rise_db = (level_db[4:] - level_db[:-4]).max(axis=1)
    found: list[int] = []
    for index in np.flatnonzero(rise_db >= _NOTE_DB):
        if not found or index - found[-1] > _APART_HOPS:
            found.append(int(index))
    return [max(index * _HOP - _WINDOW + 4 * _HOP, 0) for index in found]


def _strongest_hz(note: NDArray[np.float64]) -> float:
    spectrum = np.abs(np.fft.rfft(note * np.hanning(len(note)), n=RATE_HZ * 2))
    return float(np.argmax(spectrum)) / 2


def _overtones_db(note: NDArray[np.float64]) -> float:
    """The power beyond two semitones of the strongest frequency, against all."""
    spectrum = np.abs(np.fft.rfft(note * np.hanning(len(note)), n=RATE_HZ * 2)) ** 2
    frequency = np.fft.rfftfreq(RATE_HZ * 2, 1 / RATE_HZ)
    near = np.abs(np.log2(np.maximum(frequency, 1) / _strongest_hz(note))) < 2 / 12
    return 10 * float(np.log10(max(spectrum[~near].sum() / spectrum.sum(), 1e-6)))


def _envelope(note: NDArray[np.float64]) -> NDArray[np.float64]:
    width = frames(0.003)
    return np.sqrt(np.convolve(note**2, np.ones(width) / width, mode="same"))


def _attack_s(note: NDArray[np.float64]) -> float:
    """From a tenth to nine tenths of the highest."""
    envelope = _envelope(note)
    top = envelope.max()
    return float(np.argmax(envelope >= 0.9 * top) - np.argmax(envelope >= 0.1 * top)) / RATE_HZ + 0.001


def _decay_db(note: NDArray[np.float64]) -> float:
    """From its highest to the middle of what is left."""
    envelope = _envelope(note)
    top = int(np.argmax(envelope))
    middle = (top + len(note)) // 2
    return 20 * float(np.log10(envelope[top] / max(envelope[middle], 1e-6)))
