"""A PulseAudio server of one's own: no hardware, no contact with the machine's sound."""

from __future__ import annotations

import os
import queue
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType

import numpy as np

from trainer.audio.format import RATE_HZ, Samples

SINK = "floor"
DEADLINE_S = 30.0
_FRAME_BYTES = 8


class PulseServer:
    """`with PulseServer(folder) as server`: a null sink behind a socket in that folder.

    The sink works in blocks of 50 ms at most, as a card does; without `norewinds` an idle one is two seconds
    ahead. It may die and rise again. The folder's path must be short: a socket's may have 107 bytes.
    """

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "native"
        self._own = {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
        }
        self._process: subprocess.Popen[str] | None = None
        self._log: threading.Thread | None = None

    @property
    def env(self) -> dict[str, str]:
        """The environment in which a program finds this server, and no other."""
        return {**os.environ, **self._own}

    def __enter__(self) -> PulseServer:
        self.rise()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.die()

    def rise(self) -> None:
        """Starts it and waits until it answers."""
        self._socket.unlink(missing_ok=True)
        modules = (
            f"module-null-sink sink_name={SINK} rate={RATE_HZ} channels=2 format=float32le norewinds=1",
            # Without it the default source is a monitor, and recorders follow it.
            "module-null-source source_name=microphone",
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        )
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "-v", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("--disable-shm=yes", "--realtime=no", "--high-priority=no", "--log-target=stderr"),
                *(part for module in modules for part in ("-L", module)),
            ],
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        ready: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._log = threading.Thread(target=self._follow_log, args=(ready,))
        self._log.start()
        assert ready.get(timeout=DEADLINE_S), "pulseaudio did not start"

    def pactl(self, *arguments: str) -> str:
        """What the server's own tool answers."""
        asked = subprocess.run(
            ["pactl", *arguments],
            env=self.env,
            capture_output=True,
            text=True,
            check=True,
            timeout=DEADLINE_S,
        )
        return asked.stdout

    def add_sink(self, name: str) -> str:
        """Another null sink; the number of the module that unloads it."""
        shape = (f"rate={RATE_HZ}", "channels=2", "format=float32le", "norewinds=1")
        return self.pactl("load-module", "module-null-sink", f"sink_name={name}", *shape).strip()

    def streams(self) -> list[str]:
        """The numbers of the sinks that something plays on, one a stream."""
        return [line.split("\t")[1] for line in self.pactl("list", "short", "sink-inputs").splitlines()]

    def sink_number(self, name: str) -> str:
        """The number of a sink."""
        sinks = (line.split("\t") for line in self.pactl("list", "short", "sinks").splitlines())
        return next(number for number, known_as, *_ in sinks if known_as == name)

    def die(self) -> None:
        """Kills it, as a crash would."""
        if self._process is None or self._log is None or self._process.stderr is None:
            return
        self._process.kill()
        self._process.wait()
        self._log.join()
        self._process.stderr.close()
        self._process = None

    def _follow_log(self, ready: queue.SimpleQueue[bool]) -> None:
        assert self._process
        assert self._process.stderr
        for line in self._process.stderr:
            if "startup complete" in line.lower():
                ready.put(True)
        ready.put(False)


class Recorder:
    """`with Recorder(server) as tape`: what a null sink plays, from its monitor, kept in a file."""

    def __init__(self, server: PulseServer, sink: str = SINK) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            [
                *("parec", f"--device={sink}.monitor", "--raw", "--format=float32le", "--latency-msec=20"),
                *(f"--rate={RATE_HZ}", "--channels=2"),
            ],
            env=server.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._bytes = 0
        self._arrivals: list[tuple[int, float]] = []
        self._grown = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Recorder:
        self.wait_for(0.1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout
        self._process.stdout.close()
        self._file.close()

    @property
    def frames(self) -> int:
        """How many have been recorded."""
        return self._bytes // _FRAME_BYTES

    def wait_for(self, more_s: float) -> None:
        """Returns when so much more has been recorded."""
        with self._grown:
            wanted = self.frames + round(more_s * RATE_HZ)
            assert self._grown.wait_for(lambda: self.frames >= wanted, DEADLINE_S + more_s), (
                "nothing recorded"
            )

    def samples(self, begin: int = 0, end: int | None = None) -> Samples:
        """The frames so far, or a part of them."""
        last = self.frames if end is None else min(end, self.frames)
        raw = os.pread(self._file.fileno(), max(0, last - begin) * _FRAME_BYTES, begin * _FRAME_BYTES)
        return np.frombuffer(raw, dtype="<f4").reshape(-1, 2)

    def arrivals(self) -> list[tuple[int, float]]:
        """How many frames had come in at which moments."""
        with self._grown:
            return list(self._arrivals)

    def arrival_s(self, frame: int) -> float:
        """When a frame had come in, by the monotonic clock: when it was heard, and the recorder's delay."""
        with self._grown:
            return next(at_s for count, at_s in self._arrivals if count > frame)

    def _read(self) -> None:
        assert self._process.stdout
        while chunk := self._process.stdout.read1(4096):  # type: ignore[attr-defined]
            arrived_s = time.monotonic()
            self._file.write(chunk)
            self._file.flush()
            with self._grown:
                self._bytes += len(chunk)
                self._arrivals.append((self.frames, arrived_s))
                self._grown.notify_all()


def onsets(stream: Samples, quiet_s: float = 0.1) -> list[int]:
    """The first frames of sounds that follow at least `quiet_s` of silence."""
    sounding = np.flatnonzero(np.abs(stream).max(axis=1))
    gaps = np.diff(sounding, prepend=-RATE_HZ)
    return [int(frame) for frame in sounding[gaps > quiet_s * RATE_HZ]]
