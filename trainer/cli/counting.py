"""How far a long work is, in one line that is overwritten, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from trainer.domain.transfer import Pulse, unheard


@contextmanager
def counting() -> Iterator[Callable[[str], Pulse]]:
    """Gives what makes the pulse of a named work; the line is gone when the block ends, however it ends."""
    if not sys.stderr.isatty():
        yield _silent
        return
    try:
        yield _counted
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _silent(_work: str) -> Pulse:
    return unheard


def _counted(work: str) -> Pulse:
    shown = -1

    def beat(done: float) -> None:
        nonlocal shown
        percent = int(done * 100)
        if percent != shown:
            shown = percent
            print(f"\r\x1b[K{work}: {percent} %", end="", file=sys.stderr, flush=True)

    return beat
