"""One sound player process, and the thread that writes to it."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from trainer.audio.protocol import Message, encode

_QUEUE = 256
_ROOT = Path(__file__).parents[2]

_log = logging.getLogger(__name__)


class Child:
    """One player process and the thread that writes to it; a full pipe never holds up the caller."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            cwd=_ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._waiting: queue.Queue[Message | None] = queue.Queue(_QUEUE)
        self._writer = threading.Thread(target=self._write, name="audio-writer", daemon=True)
        self._writer.start()

    @property
    def reports(self) -> IO[bytes]:
        """Where the child's reports are read."""
        assert self._process.stdout is not None  # noqa: S101
        return self._process.stdout

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def post(self, message: Message | None) -> None:
        """Queues a message; None closes the pipe. A child that has stopped reading is ended."""
        try:
            self._waiting.put_nowait(message)
        except queue.Full:
            _log.warning("the sound player has stopped listening")
            self._process.kill()

    def kill(self) -> None:
        """Ends it, whatever it is at; its reports end with it."""
        self._process.kill()

    def reap(self) -> None:
        """Waits for the end of a child whose reports have ended."""
        self._process.kill()
        self._process.wait()
        self.post(None)
        self._writer.join()
        self.reports.close()

    def _write(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101
        try:
            while (message := self._waiting.get()) is not None:
                pipe.write(encode(message))
                pipe.flush()
        except OSError:
            pass  # the child has ended; the reader sees it and starts another
        finally:
            _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        _log.debug("the sound player ended before its last message")
