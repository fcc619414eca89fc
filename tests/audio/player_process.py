"""A real sound player at the other end of a real pipe, and waits with deadlines."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any

from trainer.audio.protocol import Message, encode, read_message

DEADLINE_S = 20.0


class PlayerProcess:
    """`with PlayerProcess(...) as player`: sends messages, waits for reports, leaves nothing running."""

    def __init__(self, *options: str, env: Mapping[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "trainer.audio.player", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
        )
        self.seen: list[Message] = []
        self._reports: queue.Queue[Message | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> PlayerProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None and kind is not None:
            self.process.kill()
        self.end()

    def send(self, kind: str, **content: Any) -> None:
        assert self.process.stdin
        self.process.stdin.write(encode({"type": kind, **content}))
        self.process.stdin.flush()

    def schedule(self, cues: Sequence[tuple[float, str]]) -> None:
        self.send("schedule", cues=cues)

    def wait_for(self, kind: str, fits: Callable[[Message], bool] = lambda report: True) -> Message:
        """The next report of a kind; AssertionError after the deadline or at the end of the player."""
        try:
            while (report := self._reports.get(timeout=DEADLINE_S)) is not None:
                if report["type"] == kind and fits(report):
                    return report
        except queue.Empty:
            pass
        raise AssertionError(f"no {kind}; seen: {self.seen}")

    def end(self) -> int:
        """Closes the pipe, and the player with it; its exit status."""
        assert self.process.stdin
        assert self.process.stdout
        if not self.process.stdin.closed:
            self.process.stdin.close()
        try:
            status = self.process.wait(DEADLINE_S)
        finally:
            self.process.kill()
            self.process.wait()
            self._reader.join()
            self.process.stdout.close()
        return status

    def _read(self) -> None:
        assert self.process.stdout
        while (report := read_message(self.process.stdout)) is not None:
            self.seen.append(report)
            self._reports.put(report)
        self._reports.put(None)
