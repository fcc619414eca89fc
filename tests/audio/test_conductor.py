from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from trainer.audio.conductor import Conductor
from trainer.audio.format import RATE_HZ, Samples
from trainer.audio.limiter import LOOK_AHEAD

BLOCK = 480
BLOCK_S = BLOCK / RATE_HZ
CLICK = np.array([0.5], dtype=np.float32)


class Device:
    """A sound card on a clock of its own, which a test moves."""

    def __init__(self, latency_s: float = 0.0) -> None:
        self.now_s = 1000.0
        self.reports: list[dict[str, Any]] = []
        self.conductor = Conductor(
            {"click": CLICK, "long": np.full(5000, 0.5, np.float32)}, self.reports.append, latency_s
        )
        self._heard: list[Samples] = []

    def play(self, duration_s: float) -> None:
        for _ in range(round(duration_s / BLOCK_S)):
            self._heard.append(self.conductor.render(self.now_s, BLOCK))
            self.now_s += BLOCK_S

    @property
    def onsets(self) -> list[int]:
        """The frames that hold a click, counted without the limiter's delay."""
        return (np.flatnonzero(np.concatenate(self._heard)[:, 0]) - LOOK_AHEAD).tolist()

    def told(self, kind: str) -> list[dict[str, Any]]:
        return [report for report in self.reports if report["type"] == kind]


def test_cues_are_where_the_clock_says_to_the_sample() -> None:
    device = Device()
    device.play(0.1)
    device.conductor.schedule([(1000 + n * 0.25, "click") for n in range(1, 21)])
    device.play(6.0)
    assert device.onsets == [n * RATE_HZ // 4 - LOOK_AHEAD for n in range(1, 21)]


def test_what_the_device_holds_back_is_allowed_for() -> None:
    device = Device(latency_s=0.03)
    device.play(0.1)
    device.conductor.schedule([(1001.0, "click")])
    device.play(2.0)
    assert device.onsets == [RATE_HZ - round(0.03 * RATE_HZ) - LOOK_AHEAD]


def test_a_schedule_replaces_what_has_not_begun() -> None:
    device = Device()
    device.conductor.schedule([(1000.5, "click"), (1001.5, "click")])
    device.play(1.0)
    device.conductor.schedule([(1002.0, "click")])
    device.play(2.0)
    assert device.onsets == [n - LOOK_AHEAD for n in (RATE_HZ // 2, 2 * RATE_HZ)]


def test_order_does_not_matter() -> None:
    device = Device()
    device.conductor.schedule([(1001.0, "click"), (1000.5, "click")])
    device.play(2.0)
    assert [report["at_s"] for report in device.told("started")] == [1000.5, 1001.0]


def test_what_is_just_late_comes_now_and_what_is_long_past_never() -> None:
    device = Device()
    device.play(10.0)
    device.conductor.schedule([(1000.0 + n, "click") for n in range(10)] + [(1009.9, "click")])
    device.play(1.0)
    assert device.onsets == [10 * RATE_HZ]
    assert device.told("dropped") == [{"type": "dropped", "count": 10}]


def test_play_is_now() -> None:
    device = Device()
    device.play(0.5)
    device.conductor.play("click", device.now_s)
    device.play(0.5)
    assert device.onsets == [RATE_HZ // 2]


@pytest.mark.parametrize(("away_s", "heard"), [(0.5, 2), (3.0, 0)])
def test_what_shall_play_now_waits_for_a_device_but_not_long(away_s: float, heard: int) -> None:
    device = Device()
    device.play(0.5)
    device.conductor.play("click", device.now_s)
    device.conductor.play("click", device.now_s)
    device.now_s += away_s
    device.conductor.device_changed()
    device.play(0.5)
    assert len(device.told("started")) == heard
    assert device.told("dropped") == ([] if heard else [{"type": "dropped", "count": 2}])


def test_half_a_clip_is_not_finished_on_another_device() -> None:
    device = Device()
    device.conductor.play("long", device.now_s)
    device.play(0.05)
    device.conductor.device_changed()
    device.play(0.5)
    assert max(device.onsets) < 0.05 * RATE_HZ


def test_flush_drops_what_waits() -> None:
    device = Device()
    device.conductor.play("long", device.now_s)
    device.conductor.flush()
    device.conductor.schedule([(1000.2, "long"), (1001.0, "click")])
    device.play(0.21)
    device.conductor.flush()
    device.play(2.0)
    assert min(device.onsets) > 0.19 * RATE_HZ
    assert max(device.onsets) < 0.23 * RATE_HZ


def test_the_next_cue_follows_the_clock_again_after_a_glitch() -> None:
    device = Device()
    device.conductor.schedule([(1000 + n, "click") for n in range(1, 8)])
    device.play(3.5)
    device.now_s += 0.2  # the device starved
    device.play(4.0)
    slip = round(0.2 * RATE_HZ)
    expected = [n * RATE_HZ - (slip if n > 3 else 0) - LOOK_AHEAD for n in range(1, 8)]
    assert device.onsets == expected
    assert [report["slipped_s"] for report in device.told("underrun")] == [pytest.approx(0.2)]


def test_a_device_that_was_away_brings_no_burst() -> None:
    device = Device()
    device.conductor.schedule([(1000 + n, "click") for n in range(1, 100)])
    device.play(3.5)
    device.now_s += 60
    device.conductor.device_changed()
    device.play(3.0)
    assert len(device.onsets) == 3 + 3
    assert device.told("dropped") == [{"type": "dropped", "count": 60}]


def test_an_unknown_clip_is_told_and_the_rest_is_played() -> None:
    device = Device()
    device.conductor.schedule([(1000.5, "gong"), (1000.6, "click")])
    device.conductor.play("gong", device.now_s)
    device.play(1.0)
    assert len(device.onsets) == 1
    assert device.told("unknown_clip") == [{"type": "unknown_clip", "clip": "gong"}] * 2


@pytest.mark.parametrize(("asked", "given"), [(0.5, 0.5), (2.0, 1.0), (-1.0, 0.0)])
def test_volume_stays_between_its_ends(asked: float, given: float) -> None:
    device = Device()
    device.conductor.set_volume(asked)
    device.play(0.1)
    device.conductor.play("long", device.now_s)
    device.play(0.1)
    assert np.max(np.concatenate(device._heard)) == pytest.approx(0.5 * given)
