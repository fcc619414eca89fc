"""How exactly cues are heard: `python -m tests.benchmarks.audio_onsets [--minutes 1] [--under idle busy …]`.

A window plays the earcons of the shipped middle workout at its planned pace, through its own sound player,
and at the same time, on a second sink, through a precise timer and QSoundEffect, as most trainers do it.
Both sinks are null sinks of a private PulseAudio, recorded from their monitors. Judges nothing; prints
figures. Measured are the moments that sound alone, step boundaries among them; the constant way to the
recorder does not count. Drift is the median of the last fifth less that of the first; for two hours the
line through all is drawn on: a guess, and the wilder the less was run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from tests.audio.pulse import SINK, PulseServer, Recorder
from tests.benchmarks.audio_load import busy_processes, cpu_s, memory_mib
from tests.benchmarks.audio_outputs import NAMES, wanting
from tests.benchmarks.audio_tape import Event, events, figures, zero_s
from tests.benchmarks.audio_window import LOST
from trainer.audio.earcons import all_earcons
from trainer.audio.output import PULSE_LATENCY_MS
from trainer.catalog import load_catalog
from trainer.engine.cues import plan_cues
from trainer.engine.timeline import build_timeline

WORKOUT = "hamstrings-for-runners"
BESIDE = "beside"
STALLS_MS = {"stalls-50": 50, "stalls-300": 300}
UNDER = ("idle", "busy", *STALLS_MS)
TAIL_S = 1.0
Cues = list[tuple[float, str]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--under", nargs="+", choices=UNDER, default=UNDER)
    parser.add_argument("--output", choices=NAMES, default="miniaudio")
    parser.add_argument("--latency-ms", type=int, default=PULSE_LATENCY_MS)
    parser.add_argument("--nice", type=int, default=0, help="of the sound player; below 0 as root alone")
    parser.add_argument("--alone", action="store_true", help="without the timer and QSoundEffect beside")
    options = parser.parse_args()
    if sentence := wanting(options.output) or ("" if options.alone else wanting("qaudiosink")):
        sys.exit(f"{sentence} Or say --alone.")
    cues = session_cues(options.minutes * 60)
    wanted = events(cues, all_earcons())
    print(f"{len(cues)} cues in {cues[-1][0] / 60:.1f} min, {len(wanted)} of their moments sound alone")
    for under in options.under:
        with tempfile.TemporaryDirectory(prefix="pulse-") as folder, PulseServer(Path(folder)) as server:
            server.add_sink(BESIDE)
            with busy_processes() if under == "busy" else nullcontext():
                measure(server, under, cues, wanted, options)


def session_cues(duration_s: float) -> Cues:
    """The earcons of the workout, again and again until the time is over."""
    timeline = build_timeline(load_catalog().workouts[WORKOUT])
    known = all_earcons()
    once = [(cue.at_s, cue.clip) for cue in plan_cues(timeline) if cue.clip in known]
    rounds = range(int(duration_s // timeline.duration_s) + 1)
    every = [(again * (timeline.duration_s + 5.0) + at_s, clip) for again in rounds for at_s, clip in once]
    return [(at_s, clip) for at_s, clip in every if at_s <= duration_s]


def measure(
    server: PulseServer, under: str, cues: Cues, wanted: Sequence[Event], options: argparse.Namespace
) -> None:
    """Prints the figures of one run."""
    with Recorder(server) as tape, Recorder(server, BESIDE) as beside:
        window = start_window(server, STALLS_MS.get(under, 0), cues, options)
        assert window.stdin
        assert window.stdout
        begun = json.loads(window.stdout.readline())
        usual = None if options.alone else Usual(server, STALLS_MS.get(under, 0), begun["start_s"])
        used_s, first_frame = cpu_s(begun["pid"]), tape.frames
        ended = json.loads(window.stdout.readline())
        used = (cpu_s(begun["pid"]) - used_s) / (time.monotonic() - begun["start_s"])
        kept_mib, own_mib = memory_mib(begun["pid"])
        tape.wait_for(TAIL_S)
        window.communicate("\n")
        placed = [Event(begun["start_s"] + event.at_s, event.pattern) for event in wanted]
        half = (first_frame + tape.frames) // 2
        moved_ms = (zero_s(tape, begin=half) - zero_s(tape, end=half)) * 1000
        load = os.getloadavg()[0]
        print(f"{under} (load {load:.1f}): {options.output} {options.latency_ms} ms: {figures(tape, placed)}")
        print(
            f"  {ended['reports'] or 'no gaps reported'}; player {used:.1%} of a core, {kept_mib:.0f} MiB"
            f" ({own_mib:.0f} its own); the tape moved {moved_ms:+.2f} ms against the machine's clock"
        )
        if usual:
            again = usual.end()
            print(f"{under}: timer and QSoundEffect: {figures(beside, placed)}; fell over {again} times")


def start_window(
    server: PulseServer, stall_ms: int, cues: Cues, options: argparse.Namespace
) -> subprocess.Popen[str]:
    """The window's process, with the player that is asked for."""
    folder = Path(server.env["HOME"])
    (folder / "cues.json").write_text(json.dumps(cues))
    (folder / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    server.pactl("set-default-sink", SINK)
    player: list[Any] = [sys.executable, "-m", "tests.benchmarks.audio_outputs", options.output]
    player += ["--latency-ms", options.latency_ms, "--nice", options.nice]
    return subprocess.Popen(
        [*window_command(server, stall_ms), "--player", *map(str, player)],
        env=window_env(server),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def window_command(server: PulseServer, stall_ms: int) -> list[str]:
    cues = f"{server.env['HOME']}/cues.json"
    return [sys.executable, "-m", "tests.benchmarks.audio_window", cues, "--stall-ms", str(stall_ms)]


def window_env(server: PulseServer) -> dict[str, str]:
    return {**server.env, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.multimedia.*=false"}


class Usual:
    """A window with a timer and QSoundEffect on the second sink; one that falls over is started again."""

    def __init__(self, server: PulseServer, stall_ms: int, start_s: float) -> None:
        self._command = [*window_command(server, stall_ms), "--effects", BESIDE, "--start-s", str(start_s)]
        self._env = window_env(server)
        self._again = 0
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def end(self) -> int:
        """Waits for its end; how often it was started again."""
        self._thread.join()
        return self._again

    def _run(self) -> None:
        while (status := subprocess.run(self._command, env=self._env, check=False).returncode) == LOST:
            self._again += 1
        if status:
            print(f"  the timer's window failed with status {status}")


if __name__ == "__main__":
    main()
