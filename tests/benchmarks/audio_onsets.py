"""How exactly cues are heard, and how soon a pause: `python -m tests.benchmarks.audio_onsets [--cues 60]`.

Records a private PulseAudio null sink from its monitor. Judges nothing; prints figures. Onset errors are
distances from the schedule, laid on the median onset, so that the constant way to the ear does not count.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from tests.audio.player_process import PlayerProcess
from tests.audio.pulse import PulseServer, Recorder, onsets
from trainer.audio.format import RATE_HZ

STEP_S = 1.0
BUSY = 4
FLUSHES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=60)
    cues = parser.parse_args().cues
    with tempfile.TemporaryDirectory(prefix="pulse-") as folder, PulseServer(Path(folder)) as server:
        measure(server, "idle", cues)
        with busy_processes():
            measure(server, f"{BUSY} busy", cues)


def measure(server: PulseServer, label: str, cues: int) -> None:
    """Prints the figures of one run."""
    with PlayerProcess("--backend", "pulseaudio", env=server.env) as player, Recorder(server) as tape:
        player.wait_for("device_back")
        cpu_s, began_s = cpu_of(player.process.pid), time.monotonic()
        start_s = began_s + 1.0
        player.schedule([(start_s + n * STEP_S, "pip") for n in range(cues)])
        for _ in range(cues):
            player.wait_for("started")
        tape.wait_for(0.5)
        used = (cpu_of(player.process.pid) - cpu_s) / (time.monotonic() - began_s)
        heard = onsets(tape.samples())
        slips = [sum(report["type"] == kind for report in player.seen) for kind in ("underrun", "realigned")]
        away_ms = (tape.arrival_s(heard[0]) - start_s) * 1000
        pauses_ms = [pause_ms(player, tape) for _ in range(FLUSHES)]
    drift = np.array(heard) - np.arange(len(heard)) * STEP_S * RATE_HZ
    errors_ms = np.abs(drift - np.median(drift)) / RATE_HZ * 1000
    print(
        f"{label}: {len(heard)}/{cues} cues, onset error p50 {pick(errors_ms, 50):.3f} ms,"
        f" p99 {pick(errors_ms, 99):.3f} ms, max {errors_ms.max():.3f} ms;"
        f" gaps {slips[0]}, realigned {slips[1]}; first onset recorded {away_ms:.0f} ms after its moment;"
        f" player {used:.1%} of a core"
    )
    print(
        f"{label}: pause to recorded silence, recorder's delay included:"
        f" p50 {pick(pauses_ms, 50):.0f} ms, p95 {pick(pauses_ms, 95):.0f} ms, max {max(pauses_ms):.0f} ms"
    )


def pause_ms(player: PlayerProcess, tape: Recorder) -> float:
    """From sending a flush into a sounding bell until its last frame has been recorded."""
    player.send("play", clip="half_way")
    player.wait_for("started")
    tape.wait_for(0.25)
    sent_s = time.monotonic()
    player.send("flush")
    tape.wait_for(0.5)
    last = int(np.flatnonzero(np.abs(tape.samples()).max(axis=1))[-1])
    return (tape.arrival_s(last) - sent_s) * 1000


def pick(values: Sequence[float] | np.ndarray, percentile: float) -> float:
    return float(np.percentile(values, percentile))


def cpu_of(pid: int) -> float:
    """Seconds of processor time that a process has used, from /proc."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks_per_s = 100
    return (int(fields[11]) + int(fields[12])) / ticks_per_s


@contextmanager
def busy_processes() -> Iterator[None]:
    """Processes that do nothing but work."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(BUSY)]
    try:
        yield
    finally:
        for process in running:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
