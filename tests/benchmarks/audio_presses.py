"""How soon a press is heard: `python -m tests.benchmarks.audio_presses [--presses 40] [--latency-ms 40]`.

Pause, skip and mute, each called on the window's end of the sound player into a sounding chord; the time
runs from before the call until the last frame of it has come in from a null sink's monitor, the recorder's
own delay included.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import numpy as np

from tests.audio.pulse import PulseServer, Recorder
from tests.benchmarks.audio_load import busy_processes
from tests.benchmarks.audio_outputs import NAMES, wanting
from trainer.audio.client import AudioClient, SoundState
from trainer.audio.format import RATE_HZ, frames
from trainer.audio.output import PULSE_LATENCY_MS

INTO_S = 0.3
SETTLED_S = 0.4
OPENS_WITHIN_S = 30.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presses", type=int, default=40)
    parser.add_argument("--under", nargs="+", choices=("idle", "busy"), default=("idle", "busy"))
    parser.add_argument("--output", choices=NAMES, default="miniaudio")
    parser.add_argument("--latency-ms", type=int, default=PULSE_LATENCY_MS)
    parser.add_argument("--nice", type=int, default=0, help="of the sound player; below 0 as root alone")
    options = parser.parse_args()
    if sentence := wanting(options.output):
        sys.exit(sentence)
    for under in options.under:
        with tempfile.TemporaryDirectory(prefix="pulse-") as folder, PulseServer(Path(folder)) as server:
            os.environ.update(server.env)
            with busy_processes() if under == "busy" else nullcontext(), Recorder(server) as tape:
                measure(tape, under, options)


def measure(tape: Recorder, under: str, options: argparse.Namespace) -> None:
    """Prints the figures of each kind of press."""
    playing = threading.Event()
    player = [sys.executable, "-m", "tests.benchmarks.audio_outputs", options.output]
    player += ["--latency-ms", str(options.latency_ms), "--nice", str(options.nice)]
    client = AudioClient(player, lambda state: playing.set() if state is SoundState.PLAYING else None)
    client.start()
    try:
        if not playing.wait(OPENS_WITHIN_S):
            sys.exit(f"{options.output} found no device.")
        for name, press, undo in presses(client):
            waits_ms = [press_ms(client, tape, press, undo) for _ in range(options.presses)]
            p50, p95 = np.percentile(waits_ms, (50, 95))
            print(
                f"{under} (load {os.getloadavg()[0]:.1f}): {options.output} {options.latency_ms} ms: {name}:"
                f" p50 {p50:.0f}, p95 {p95:.0f}, max {max(waits_ms):.0f} ms",
                flush=True,
            )
    finally:
        client.close()


def presses(client: AudioClient) -> list[tuple[str, Callable[[], None], Callable[[], None]]]:
    """What each press calls, and what undoes it."""

    def skip() -> None:
        client.flush()
        client.schedule([(time.monotonic() + INTO_S + SETTLED_S, "pip")])

    return [
        ("pause", client.flush, client.flush),
        ("skip", skip, client.flush),
        ("mute", partial(client.set_volume, 0.0), partial(client.set_volume, 1.0)),
    ]


def press_ms(
    client: AudioClient, tape: Recorder, press: Callable[[], None], undo: Callable[[], None]
) -> float:
    """From before a press until the last frame of the chord has been recorded."""
    begin = tape.frames
    client.play("finished")
    tape.wait_for(INTO_S)
    pressed_s = time.monotonic()
    press()
    tape.wait_for(SETTLED_S)
    end = tape.frames
    client.flush()
    tape.wait_for(SETTLED_S)
    undo()
    tape.wait_for(0.1)
    sounding = np.flatnonzero(np.abs(tape.samples(begin, end)).max(axis=1))
    quiet_after = np.flatnonzero(np.diff(sounding, append=end - begin + RATE_HZ) > frames(0.05))
    return (tape.arrival_s(begin + int(sounding[quiet_after[0]])) - pressed_s) * 1000


if __name__ == "__main__":
    main()
