"""A PulseAudio server of one's own: no hardware, no contact with the machine's sound."""

from __future__ import annotations

import os
import queue
import subprocess
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

    It may die and rise again. The folder's path must be short: a socket's may have 107 bytes.
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
            f"module-null-sink sink_name={SINK} rate={RATE_HZ} channels=2 format=float32le",
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
    """`with Recorder(server) as tape`: what the null sink plays, from its monitor."""

    def __init__(self, server: PulseServer) -> None:
        self._process = subprocess.Popen(
            [
                *("parec", f"--device={SINK}.monitor", "--raw", "--format=float32le", "--latency-msec=20"),
                *(f"--rate={RATE_HZ}", "--channels=2"),
            ],
            env=server.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._taped = bytearray()
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

    def wait_for(self, more_s: float) -> None:
        """Returns when so much more has been recorded."""
        with self._grown:
            wanted = len(self._taped) + round(more_s * RATE_HZ) * _FRAME_BYTES
            assert self._grown.wait_for(lambda: len(self._taped) >= wanted, DEADLINE_S + more_s), (
                "nothing recorded"
            )

    def samples(self) -> Samples:
        """All so far."""
        with self._grown:
            whole = len(self._taped) // _FRAME_BYTES * _FRAME_BYTES
            return np.frombuffer(bytes(self._taped[:whole]), dtype="<f4").reshape(-1, 2)

    def arrival_s(self, frame: int) -> float:
        """When a frame had come in, by the monotonic clock: when it was heard, and the recorder's delay."""
        with self._grown:
            return next(at_s for count, at_s in self._arrivals if count > frame)

    def _read(self) -> None:
        assert self._process.stdout
        while chunk := self._process.stdout.read1(4096):  # type: ignore[attr-defined]
            with self._grown:
                self._taped += chunk
                self._arrivals.append((len(self._taped) // _FRAME_BYTES, time.monotonic()))
                self._grown.notify_all()


def onsets(stream: Samples, quiet_s: float = 0.1) -> list[int]:
    """The first frames of sounds that follow at least `quiet_s` of silence."""
    sounding = np.flatnonzero(np.abs(stream).max(axis=1))
    gaps = np.diff(sounding, prepend=-RATE_HZ)
    return [int(frame) for frame in sounding[gaps > quiet_s * RATE_HZ]]
