"""Cues found again on a tape, and how far they were from their moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tests.audio.pulse import Recorder
from trainer.audio.format import RATE_HZ, Samples, as_stereo, frames
from trainer.audio.mixer import LOOK_AHEAD, Mixer

SEARCH_S = 0.45
PATTERN_S = 0.04
APART_S = 0.06
UNLIKE = 0.1
"""The share of a pattern's energy that may be missing or too much for it to be found."""
HOURS_S = 7200.0
LONG_ENOUGH_S = 240.0
"""What is shorter says nothing of two hours: there the line is not drawn on."""


@dataclass(frozen=True, slots=True)
class Event:
    """What begins at one moment, alone: no sound before it is still heard, none follows at once."""

    at_s: float
    pattern: Samples


def events(cues: Sequence[tuple[float, str]], clips: Mapping[str, Samples]) -> list[Event]:
    """The moments of a schedule that can be measured."""
    moments: dict[float, list[str]] = {}
    for at_s, clip in sorted(cues):
        moments.setdefault(at_s, []).append(clip)
    starts = [*moments, float("inf")]
    found = []
    quiet_from_s = float("-inf")
    for at_s, following_s in pairwise(starts):
        if at_s >= quiet_from_s and following_s >= at_s + APART_S:
            found.append(Event(at_s, _pattern([clips[clip] for clip in moments[at_s]])))
        longest_s = max(len(clips[clip]) for clip in moments[at_s]) / RATE_HZ
        quiet_from_s = max(quiet_from_s, at_s + longest_s + APART_S)
    return found


def _pattern(samples: Sequence[Samples]) -> Samples:
    mixer = Mixer()
    for clip in samples:
        mixer.add(0, as_stereo(clip))
    return mixer.read(LOOK_AHEAD + frames(PATTERN_S))[LOOK_AHEAD:]


def zero_s(tape: Recorder, end: int | None = None, begin: int = 0) -> float:
    """When frame 0 was recorded, by the earliest arrivals among the frames from `begin` to `end`."""
    last = tape.frames if end is None else end
    return min(at_s - frame / RATE_HZ for frame, at_s in tape.arrivals() if begin <= frame <= last)


def located(tape: Recorder, event: Event, tape_zero_s: float) -> float | None:
    """How late an event was recorded, in seconds; None when it is not there. To the sample."""
    begin = frames(event.at_s - tape_zero_s - SEARCH_S)
    width = frames(2 * SEARCH_S)
    heard = tape.samples(max(0, begin), max(0, begin) + width + len(event.pattern)).astype(np.float64)
    if begin < 0 or len(heard) < width + len(event.pattern):
        return None
    missing = _unlikeness(heard, event.pattern.astype(np.float64))
    best = int(np.argmin(missing))
    if missing[best] > UNLIKE:
        return None
    return (begin + best) / RATE_HZ + tape_zero_s - event.at_s


def _unlikeness(heard: NDArray[np.float64], pattern: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each shift, the energy of the difference, as a share of the pattern's."""
    size = 1 << (len(heard) - 1).bit_length()
    spectrum = np.fft.rfft(heard, size, axis=0) * np.conj(np.fft.rfft(pattern, size, axis=0))
    alike = np.fft.irfft(spectrum, size, axis=0).sum(axis=1)[: len(heard) - len(pattern)]
    power = np.concatenate(([0.0], np.cumsum((heard**2).sum(axis=1))))
    there = power[len(pattern) : -1] - power[: -len(pattern) - 1]
    whole = float((pattern**2).sum())
    return np.asarray((there - 2 * alike + whole) / whole)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one run; milliseconds. The constant way to the recorder is taken off by the median."""

    found: int
    of: int
    way_ms: float
    p50_ms: float
    p99_ms: float
    max_ms: float
    drift_ms: float
    two_hours_ms: float | None

    def __str__(self) -> str:
        further = "" if self.two_hours_ms is None else f" (on to two hours {self.two_hours_ms:+.2f} ms)"
        return (
            f"{self.found}/{self.of} found; onset error p50 {self.p50_ms:.2f}, p99 {self.p99_ms:.2f},"
            f" max {self.max_ms:.2f} ms; drift {self.drift_ms:+.2f} ms{further}; way {self.way_ms:.0f} ms"
        )


def figures(tape: Recorder, wanted: Sequence[Event]) -> Figures:
    """What became of the events."""
    tape_zero_s = zero_s(tape)
    late = [(event.at_s, located(tape, event, tape_zero_s)) for event in wanted]
    at_s, late_s = np.array([(at, s) for at, s in late if s is not None]).reshape(-1, 2).T
    if len(late_s) < 3:
        nan = float("nan")
        return Figures(len(late_s), len(wanted), nan, nan, nan, nan, nan, None)
    errors_ms = np.abs(late_s - np.median(late_s)) * 1000
    long_enough = at_s[-1] - at_s[0] >= LONG_ENOUGH_S
    slope, _ = np.polyfit(at_s - at_s[0], late_s, 1)
    fifth = max(1, len(late_s) // 5)
    drift_s = np.median(late_s[-fifth:]) - np.median(late_s[:fifth])
    return Figures(
        len(late_s),
        len(wanted),
        float(np.median(late_s)) * 1000,
        p50_ms=float(np.percentile(errors_ms, 50)),
        p99_ms=float(np.percentile(errors_ms, 99)),
        max_ms=float(errors_ms.max()),
        drift_ms=float(drift_s) * 1000,
        two_hours_ms=float(slope) * HOURS_S * 1000 if long_enough else None,
    )
