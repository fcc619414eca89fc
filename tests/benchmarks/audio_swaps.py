"""How soon cues are heard on another device: `python -m tests.benchmarks.audio_swaps [--swaps 50]`.

Two null sinks of a private PulseAudio take turns: by a new default sink; by the end of the sink in use,
which then comes back; and, at the last, the server is killed and rises again. A pip is due every 100 ms all
the while; the time runs from just before the change (for the server: from when it answers again) to the
first sound on the new sink's monitor. The longest of the calls that a session makes meanwhile is told too.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path

import numpy as np

from tests.audio.pulse import SINK, PulseServer, Recorder
from tests.benchmarks.audio_load import busy_processes
from trainer.audio.client import AudioClient, SoundState

DESK = "desk"
PIPS_EACH_S = 0.1
AHEAD = 50
CALLS_EACH_S = 0.05
OPENS_WITHIN_S = 30.0
DEATHS = 5
COMMAND = (sys.executable, "-m", "trainer.audio.player", "--backend", "pulseaudio")


class Session:
    """Calls the sound player as a session does, from a thread of its own, and times each call."""

    def __init__(self, client: AudioClient) -> None:
        self._client = client
        self.longest_s = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def end(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(CALLS_EACH_S):
            first = int(time.monotonic() / PIPS_EACH_S) + 1
            cues = [((first + n) * PIPS_EACH_S, "pip") for n in range(AHEAD)]
            began_s = time.monotonic()
            self._client.schedule(cues)
            self._client.set_volume(1.0)
            self.longest_s = max(self.longest_s, time.monotonic() - began_s)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--swaps", type=int, default=50)
    parser.add_argument("--busy", action="store_true", help="beside four busy processes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pulse-") as folder, PulseServer(Path(folder)) as server:
        os.environ.update(server.env)
        server.add_sink(DESK)
        with busy_processes() if options.busy else nullcontext(), session() as running:
            tell("new default", defaults(server, options.swaps))
            tell("sink gone", losses(server, options.swaps // 2))
            tell("server back", deaths(server, DEATHS))
            print(f"longest call of the session {running.longest_s * 1000:.1f} ms")


@contextmanager
def session() -> Iterator[Session]:
    """A sound player that plays, and a session that calls it."""
    playing = threading.Event()
    client = AudioClient(COMMAND, lambda state: playing.set() if state is SoundState.PLAYING else None)
    client.start()
    if not playing.wait(OPENS_WITHIN_S):
        sys.exit("No device was found.")
    running = Session(client)
    try:
        yield running
    finally:
        running.end()
        client.close()


def defaults(server: PulseServer, swaps: int) -> list[float]:
    """The user picks the other device."""
    waits_s = []
    with Recorder(server) as floor, Recorder(server, DESK) as desk:
        server.pactl("set-default-sink", SINK)
        floor.wait_for(1.0)
        for turn in range(swaps):
            name, tape = [(DESK, desk), (SINK, floor)][turn % 2]
            waits_s.append(heard_after(tape, partial(server.pactl, "set-default-sink", name)))
            tape.wait_for(0.3)
    return waits_s


def losses(server: PulseServer, swaps: int) -> list[float]:
    """The device in use is pulled out, the other goes on; then it is plugged in again and is the default."""
    waits_s = []
    for _ in range(swaps):
        server.pactl("set-default-sink", DESK)
        module = module_of(server, DESK)
        with Recorder(server) as floor:
            floor.wait_for(0.3)
            waits_s.append(heard_after(floor, partial(server.pactl, "unload-module", module)))
        server.add_sink(DESK)
    return waits_s


def deaths(server: PulseServer, times: int) -> list[float]:
    """The server dies and rises."""
    waits_s = []
    for _ in range(times):
        server.die()
        server.rise()
        back_s = time.monotonic()
        with Recorder(server) as floor:
            waits_s.append(first_sound_s(floor, 0) - back_s)
            floor.wait_for(1.0)
    return waits_s


def heard_after(tape: Recorder, change: Callable[[], object]) -> float:
    """Seconds from before a change until the tape has sound."""
    silent_until = tape.frames
    began_s = time.monotonic()
    change()
    return first_sound_s(tape, silent_until) - began_s


def first_sound_s(tape: Recorder, begin: int) -> float:
    """When the first sound from a frame on came in."""
    while True:
        sounding = np.flatnonzero(np.abs(tape.samples(begin)).max(axis=1))
        if len(sounding):
            return tape.arrival_s(begin + int(sounding[0]))
        tape.wait_for(0.1)


def module_of(server: PulseServer, sink: str) -> str:
    """The number of the module that made a sink."""
    lines = server.pactl("list", "short", "modules").splitlines()
    return next(line.split("\t")[0] for line in lines if f"sink_name={sink} " in f"{line} ")


def tell(label: str, waits_s: list[float]) -> None:
    p50, p95 = np.percentile(waits_s, (50, 95)) * 1000
    print(
        f"{label}: {len(waits_s)} times, heard after p50 {p50:.0f}, p95 {p95:.0f},"
        f" max {max(waits_s) * 1000:.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
