"""Against a real sound server of the test's own, recorded from its monitor."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.audio.player_process import PlayerProcess
from tests.audio.pulse import PulseServer, Recorder, onsets
from trainer.audio.earcons import earcon
from trainer.audio.format import RATE_HZ, as_stereo

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio")


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="pulse-") as path:
        yield Path(path)


@pytest.fixture
def server(folder: Path) -> Iterator[PulseServer]:
    with PulseServer(folder) as running:
        yield running


def test_cues_are_heard_where_they_belong(server: PulseServer) -> None:
    """A starved machine may slip between two cues; nothing else may, and all cues are whole."""
    with PlayerProcess("--backend", "pulseaudio", env=server.env) as player, Recorder(server) as tape:
        player.wait_for("device_back")
        start_s = time.monotonic() + 0.5
        player.schedule([(start_s + n * 0.5, "pip") for n in range(20)])
        for _ in range(20):
            player.wait_for("started")
        tape.wait_for(2.5)  # by then the clock has seen the last slip
        heard = tape.samples()
        slips = [report["slipped_s"] for report in player.seen if report["type"] in ("underrun", "realigned")]
    found = onsets(heard, quiet_s=0.2)
    steps = np.diff(found)
    assert len(found) == 20
    assert np.count_nonzero(np.abs(steps - RATE_HZ // 2) > RATE_HZ / 1000) <= 2 * len(slips)
    if not slips:
        assert np.median(steps) == RATE_HZ // 2
        pip = as_stereo(earcon("pip"))[1:]
        assert any(np.array_equal(heard[at : at + len(pip)], pip) for at in found)


def test_pause_is_heard_at_once(server: PulseServer) -> None:
    with PlayerProcess("--backend", "pulseaudio", env=server.env) as player, Recorder(server) as tape:
        player.wait_for("device_back")
        player.send("play", clip="half_way")
        player.wait_for("started")
        tape.wait_for(0.3)
        player.send("flush")
        tape.wait_for(1.5)
        sounding = np.flatnonzero(np.abs(tape.samples()).max(axis=1))
    assert 0 < np.ptp(sounding) < len(earcon("half_way")) - RATE_HZ // 5


def test_a_skip_is_heard_at_once_and_what_follows_in_its_place(server: PulseServer) -> None:
    """What sounds is cut, what was to come is gone, and the new schedule is heard."""
    with PlayerProcess("--backend", "pulseaudio", env=server.env) as player, Recorder(server) as tape:
        player.wait_for("device_back")
        start_s = time.monotonic() + 0.3
        player.schedule([(start_s, "half_way"), (start_s + 1.0, "finished")])
        player.wait_for("started")
        tape.wait_for(0.3)
        player.send("flush")
        player.schedule([(start_s + 2.0, "pip")])
        player.wait_for("started")
        tape.wait_for(0.5)
        heard = tape.samples()
        begun = [report["clip"] for report in player.seen if report["type"] == "started"]
    cut, pip = onsets(heard, quiet_s=0.2)
    sounding = np.flatnonzero(np.abs(heard[:pip]).max(axis=1))
    assert begun == ["half_way", "pip"]
    assert 0 < sounding[-1] - cut < len(earcon("half_way")) - RATE_HZ // 5


def test_mute_is_heard_within_a_clip_and_its_end_too(server: PulseServer) -> None:
    with PlayerProcess("--backend", "pulseaudio", env=server.env) as player, Recorder(server) as tape:
        player.wait_for("device_back")
        player.send("play", clip="finished")
        player.wait_for("started")
        tape.wait_for(0.25)
        player.send("volume", volume=0.0)
        tape.wait_for(0.25)
        player.send("volume", volume=1.0)
        tape.wait_for(1.0)
        heard = tape.samples()
    begin, again = onsets(heard, quiet_s=0.1)
    end = np.flatnonzero(np.abs(heard).max(axis=1))[-1]
    assert end - begin < len(earcon("finished"))  # it ran on in silence, and was not begun anew
    assert again - begin > RATE_HZ // 5


def test_a_server_that_dies_is_told_and_its_return_too(server: PulseServer) -> None:
    with PlayerProcess("--backend", "pulseaudio", env=server.env) as player:
        player.wait_for("device_back")
        server.die()
        player.wait_for("no_device")
        server.rise()
        player.wait_for("device_back")
        with Recorder(server) as tape:
            player.send("play", clip="go")
            player.wait_for("started")
            tape.wait_for(0.6)
            assert len(onsets(tape.samples())) == 1
        assert player.end() == 0


def test_a_server_that_comes_later_is_found(folder: Path) -> None:
    late = PulseServer(folder)
    with PlayerProcess("--backend", "pulseaudio", env=late.env) as player:
        player.wait_for("no_device")
        with late:
            player.wait_for("device_back")
            assert player.end() == 0
