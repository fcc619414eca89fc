"""The earcons, made from sums of decaying partials: nothing is recorded, nothing stored.

Families differ by timbre, register and rhythm. All have their energy at 500–2,000 Hz, where small
loudspeakers and tired ears still hear, start and end at zero, and are equally loud.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.audio.format import RATE_HZ, Samples, frames
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs

QUIET_LUFS = -30.0
"""The loudness of the click that acknowledges a press: it is no cue and must cover none (own rule)."""

Wave = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Timbre:
    """Partials as (ratio to the note, amplitude), and how a note comes and goes, in seconds.

    A `ring_s` above zero lets the note decay by that time constant; else it is held.
    """

    partials: tuple[tuple[float, float], ...]
    attack_s: float
    release_s: float
    ring_s: float = 0.0


SOFT = Timbre(((1, 1.0), (2, 0.12)), attack_s=0.035, release_s=0.10)
PLAIN = Timbre(((1, 1.0),), attack_s=0.005, release_s=0.020)
BRIGHT = Timbre(((1, 1.0), (2, 0.55), (3, 0.30), (4, 0.12)), attack_s=0.006, release_s=0.05)
MELLOW = Timbre(((1, 1.0), (3, 0.06)), attack_s=0.050, release_s=0.16)
CLICK = Timbre(((1, 1.0), (1.26, 0.7), (1.5, 0.5)), attack_s=0.002, release_s=0.012, ring_s=0.012)
TICK = Timbre(((1, 1.0),), attack_s=0.003, release_s=0.03, ring_s=0.055)
WOOD = Timbre(((1, 1.0), (1.58, 0.4), (2.24, 0.12)), attack_s=0.002, release_s=0.03, ring_s=0.075)
BELL = Timbre(
    ((0.5, 0.4), (1, 1.0), (1.19, 0.5), (1.5, 0.35), (2, 0.3)), attack_s=0.003, release_s=0.2, ring_s=0.35
)
MARIMBA = Timbre(((1, 1.0), (3.9, 0.10)), attack_s=0.004, release_s=0.06, ring_s=0.16)
DULL = Timbre(((1, 1.0), (1.01, 0.6)), attack_s=0.018, release_s=0.06)
CHORD = Timbre(((1, 1.0), (2, 0.35), (3, 0.10)), attack_s=0.006, release_s=0.25, ring_s=0.45)


def _note(timbre: Timbre, pitch_hz: float, duration_s: float) -> Wave:
    time_s = np.arange(frames(duration_s)) / RATE_HZ
    wave = np.zeros_like(time_s)
    for ratio, amplitude in timbre.partials:
        wave += amplitude * np.sin(2 * np.pi * pitch_hz * ratio * time_s)
    if timbre.ring_s:
        wave *= np.exp(-time_s / timbre.ring_s)
    return wave * _rise(timbre.attack_s, len(wave)) * _rise(timbre.release_s, len(wave))[::-1]


def _rise(duration_s: float, count: int) -> Wave:
    """From zero to one along half a cosine, then one."""
    ramp = 0.5 - 0.5 * np.cos(np.pi * np.arange(frames(duration_s)) / frames(duration_s))
    return np.concatenate((ramp, np.ones(count)))[:count]


def _after(*notes: tuple[float, Wave]) -> Wave:
    """Notes, each starting at its second, summed."""
    ends = [frames(at_s) + len(wave) for at_s, wave in notes]
    total = np.zeros(max(ends))
    for (at_s, wave), end in zip(notes, ends, strict=True):
        total[frames(at_s) : end] += wave
    return total


def _next() -> Wave:
    return _after((0.0, _note(SOFT, 587.33, 0.26)), (0.20, _note(SOFT, 783.99, 0.34)))


def _pip() -> Wave:
    return _note(PLAIN, 880.0, 0.14)


def _go() -> Wave:
    return _note(PLAIN, 1320.0, 0.40)


def _work() -> Wave:
    return _after((0.0, _note(BRIGHT, 523.25, 0.13)), (0.12, _note(BRIGHT, 783.99, 0.26)))


def _phase_down() -> Wave:
    return _note(TICK, 587.33, 0.22)


def _phase_up() -> Wave:
    return _note(TICK, 1567.98, 0.22)


def _rep() -> Wave:
    return _note(WOOD, 820.0, 0.22)


def _half_way() -> Wave:
    return _note(BELL, 1174.66, 1.1)


def _change_sides() -> Wave:
    left, right = _note(MARIMBA, 698.46, 0.34), _note(MARIMBA, 932.33, 0.40)
    far = 0.25  # the other ear hears it too: some people wear one earphone
    gap_s = 0.22  # clearly quicker than the pair of the rest
    return np.stack(
        (_after((0.0, left), (gap_s, far * right)), _after((0.0, far * left), (gap_s, right))), axis=1
    )


def _rest() -> Wave:
    return _after((0.0, _note(MELLOW, 880.0, 0.40)), (0.30, _note(MELLOW, 587.33, 0.60)))


def _paused() -> Wave:
    return _after((0.0, _note(DULL, 659.26, 0.12)), (0.17, _note(DULL, 523.25, 0.16)))


def _resumed() -> Wave:
    return _after((0.0, _note(DULL, 523.25, 0.12)), (0.17, _note(DULL, 659.26, 0.16)))


def _finished() -> Wave:
    return _after(
        (0.00, _note(CHORD, 523.25, 1.00)),
        (0.16, _note(CHORD, 659.26, 0.84)),
        (0.32, _note(CHORD, 783.99, 0.68)),
    )


def _ack() -> Wave:
    return _note(CLICK, 987.77, 0.05)


_MAKERS: dict[str, Callable[[], Wave]] = {
    "next": _next,
    "pip": _pip,
    "go": _go,
    "work": _work,
    "phase_down": _phase_down,
    "phase_up": _phase_up,
    "rep": _rep,
    "half_way": _half_way,
    "change_sides": _change_sides,
    "rest": _rest,
    "paused": _paused,
    "resumed": _resumed,
    "finished": _finished,
    "ack": _ack,
}
_QUIET = {"ack"}

CLIP_IDS = tuple(_MAKERS)


def earcon(clip: str) -> Samples:
    """One earcon, loudness-matched; mono but for `change_sides`. KeyError for an unknown id."""
    wave = _MAKERS[clip]().astype(np.float32)
    wanted_lufs = QUIET_LUFS if clip in _QUIET else TARGET_LUFS
    gain = 10 ** ((wanted_lufs - momentary_max_lufs(wave)) / 20)
    return (wave * np.float32(gain)).astype(np.float32)


def all_earcons() -> dict[str, Samples]:
    """Every earcon by its id."""
    return {clip: earcon(clip) for clip in CLIP_IDS}
