"""The sound player: `python -m trainer.audio.player`, a child of the window that owns the sound device.

It reads messages from standard input, writes reports to standard output (both as in `protocol`), and
ends when standard input does, however the window ended.
"""

from __future__ import annotations

import argparse
import gc
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import miniaudio

from trainer.audio.clips import Clips, Preparer, VoiceFolders
from trainer.audio.conductor import Conductor
from trainer.audio.earcons import all_earcons
from trainer.audio.keeper import DeviceKeeper
from trainer.audio.output import DeviceOutput, NullOutput, Output
from trainer.audio.protocol import BrokenFrame, Message, encode, read_message
from trainer.audio.record import RecordingOutput
from trainer.errors import TrainerError

PATIENCE_S = 1.0
FADE_OUT_S = 0.05


class Reports:
    """Reports go out from a thread of their own: the device's thread must never wait for a reader."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._waiting: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="audio-reports", daemon=True)
        self._thread.start()

    def send(self, report: Message) -> None:
        """Returns at once; without a reader the report is lost."""
        self._waiting.put(report)

    def finish(self) -> None:
        """Writes what waits, within `PATIENCE_S`."""
        self._waiting.put(None)
        self._thread.join(PATIENCE_S)

    def _write(self) -> None:
        try:
            while (report := self._waiting.get()) is not None:
                self._stream.write(encode(report))
                self._stream.flush()
        except OSError:
            return  # the window is gone; the end of standard input says so too


def obey(conductor: Conductor, phrases: Preparer, keeper: DeviceKeeper, message: Message) -> None:
    """Does what one message says. Raises KeyError, TypeError or ValueError for a malformed one."""
    match message["type"]:
        case "schedule":
            cues = [(float(at_s), str(clip)) for at_s, clip in message["cues"]]
            conductor.schedule(cues)
            phrases.ask(cues)
            if cues:
                keeper.want()
        case "play":
            clip = str(message["clip"])
            phrases.load(clip)
            conductor.play(clip, time.monotonic())
            keeper.want()
        case "release":
            keeper.release()
        case "prepare":
            keeper.want()
        case "volume":
            conductor.set_volume(float(message["volume"]))
        case "flush":
            conductor.flush()
        case other:
            raise ValueError(f"unknown message {other}")


def serve(
    conductor: Conductor, phrases: Preparer, keeper: DeviceKeeper, stream: BinaryIO, reports: Reports
) -> None:
    """Obeys until the stream ends, breaks, or says `quit`."""
    try:
        while (message := read_message(stream)) is not None:
            if message.get("type") == "quit":
                conductor.flush()
                threading.Event().wait(FADE_OUT_S)  # else the last sound would end in a click
                return
            try:
                obey(conductor, phrases, keeper, message)
            except (KeyError, TypeError, ValueError) as error:
                reports.send({"type": "bad_message", "reason": repr(error)})
    except BrokenFrame as error:
        reports.send({"type": "bad_message", "reason": repr(error)})


def main(arguments: Sequence[str] | None = None) -> None:
    """Plays until standard input ends; does not return, but ends the process."""
    options = _options(arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window, whose end is ours
    run(_output(options.backend), options.record, options.voice)


def run(output: Output, record: Path | None = None, voices: Sequence[Path] = ()) -> None:
    """Plays on an output until standard input ends; does not return, but ends the process."""
    reports = Reports(sys.stdout.buffer)
    earcons = all_earcons()
    clips = Clips(earcons, _voice(voices, reports))
    phrases = Preparer(clips, lambda clip: reports.send({"type": "unknown_clip", "clip": clip}))
    tape = RecordingOutput(output, record) if record else None
    conductor = Conductor(clips, reports.send, output.latency_s)
    keeper = DeviceKeeper(tape or output, conductor, reports.send)
    gc.freeze()
    reports.send({"type": "ready", "clips": sorted(earcons)})
    keeper.start()
    serve(conductor, phrases, keeper, sys.stdin.buffer, reports)
    keeper.stop(PATIENCE_S)
    if tape:
        tape.finish()
    reports.finish()
    # The interpreter's own way out waits for ever for a sound system that hangs.
    os._exit(0)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m trainer.audio.player", description="Plays the cues of a session."
    )
    names = ["auto", *(backend.name.lower() for backend in miniaudio.Backend)]
    parser.add_argument("--backend", choices=names, default="auto", help="the sound system to use")
    parser.add_argument(
        "--voice",
        type=Path,
        metavar="DIR",
        action="append",
        default=[],
        help="a folder of spoken clips; of several, the last one that has a clip says it",
    )
    parser.add_argument(
        "--record", type=Path, metavar="FILE.wav", help="write what is played to this file, too"
    )
    return parser.parse_args(arguments)


def _voice(folders: Sequence[Path], reports: Reports) -> VoiceFolders:
    """A broken voice is told of, and the earcons sound without it."""
    try:
        return VoiceFolders(folders)
    except TrainerError as error:
        reports.send({"type": "bad_message", "reason": str(error)})
        return VoiceFolders(())


def _output(backend: str) -> Output:
    if backend == "null":
        return NullOutput()
    if backend == "auto":
        return DeviceOutput()
    return DeviceOutput([miniaudio.Backend[backend.upper()]])


if __name__ == "__main__":
    main()
