"""A device that is released, swapped, lost and found, on a real sound server of the test's own."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audio.player_process import PlayerProcess
from tests.audio.pulse import SINK, PulseServer, Recorder, onsets

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio")
PLAYER = ("--backend", "pulseaudio")


@pytest.fixture
def server() -> Iterator[PulseServer]:
    with tempfile.TemporaryDirectory(prefix="pulse-") as folder, PulseServer(Path(folder)) as running:
        yield running


def heard_pips(player: PlayerProcess, tape: Recorder) -> int:
    """Plays one pip; how many sounds were recorded with it."""
    begin = tape.frames
    player.send("play", clip="pip")
    player.wait_for("started")
    tape.wait_for(0.8)
    return len(onsets(tape.samples(begin)))


def until(server: PulseServer, streams: list[str]) -> None:
    """Returns when just these streams play; each question to the server takes some milliseconds."""
    deadline_s = time.monotonic() + 20
    while (found := server.streams()) != streams:
        assert time.monotonic() < deadline_s, f"streams on {found}, not on {streams}"


@pytest.mark.parametrize("wake", ["play", "schedule", "prepare"])
def test_a_released_device_is_let_go_and_taken_again(server: PulseServer, wake: str) -> None:
    sink = server.sink_number(SINK)
    with PlayerProcess(*PLAYER, env=server.env) as player, Recorder(server) as tape:
        player.wait_for("device_back")
        until(server, [sink])
        player.send("release")
        until(server, [])
        player.schedule([])
        player.send("volume", volume=0.9)
        player.send("flush")
        tape.wait_for(2.0)  # far longer than a lost device is given
        positions = [report["position"] for report in player.seen if report["type"] == "position"]
        assert positions[-1] == positions[-2]
        assert server.streams() == []
        match wake:
            case "play":
                player.send("play", clip="go")
            case "schedule":
                player.schedule([(time.monotonic() + 0.3, "go")])
            case _:
                player.send("prepare")
        until(server, [sink])
        assert (wake == "prepare") or player.wait_for("started")["clip"] == "go"
        tape.wait_for(1.0)
        assert len(onsets(tape.samples(), quiet_s=0.3)) == (wake != "prepare")
        assert heard_pips(player, tape) == 1
        assert not [report for report in player.seen if report["type"] == "no_device"]


def test_a_device_that_goes_while_it_is_released_is_told_when_it_is_wanted(server: PulseServer) -> None:
    with PlayerProcess(*PLAYER, env=server.env) as player:
        player.wait_for("device_back")
        player.send("release")
        until(server, [])
        server.die()
        player.send("play", clip="pip")
        player.wait_for("no_device")
        server.rise()
        player.wait_for("device_back")


def test_cues_follow_the_default_device(server: PulseServer) -> None:
    """By a new default, by the end of the sink in use, and to one that comes back."""
    desk_module = server.add_sink("desk")
    with PlayerProcess(*PLAYER, env=server.env) as player:
        player.wait_for("device_back")
        with Recorder(server) as floor, Recorder(server, "desk") as desk:
            assert heard_pips(player, floor) == 1
            assert onsets(desk.samples()) == []
            server.pactl("set-default-sink", "desk")
            until(server, [server.sink_number("desk")])
            assert heard_pips(player, desk) == 1
        server.pactl("unload-module", desk_module)
        until(server, [server.sink_number(SINK)])
        with Recorder(server) as floor:
            assert heard_pips(player, floor) == 1
        server.add_sink("desk")
        server.pactl("set-default-sink", "desk")
        until(server, [server.sink_number("desk")])
        with Recorder(server, "desk") as desk:
            assert heard_pips(player, desk) == 1
        assert not [report for report in player.seen if report["type"] == "no_device"]


def test_the_last_device_is_lost_and_the_next_is_found(server: PulseServer) -> None:
    with PlayerProcess(*PLAYER, env=server.env) as player:
        player.wait_for("device_back")
        player.send("play", clip="finished")
        player.wait_for("started")
        server.pactl("unload-module", "module-null-sink")
        player.wait_for("no_device")
        for _ in range(3):
            player.send("play", clip="go")  # pressed in vain; none of it may come later
        for _ in range(4):
            player.wait_for("position")  # one each half a second
        clients = server.pactl("list", "short", "clients").splitlines()
        assert len(clients) <= 2, "the attempts to find a device leave their connections behind"
        server.add_sink("desk")
        with Recorder(server, "desk") as desk:
            player.wait_for("device_back")
            assert heard_pips(player, desk) == 1
            assert len(onsets(desk.samples())) == 1
            assert [report["count"] for report in player.seen if report["type"] == "dropped"] == [3]
