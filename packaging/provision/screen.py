"""A virtual screen for tests where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SCREEN = "1920x1200x24"


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether windows can open as it is: always but on a Linux without a display."""
    return not platform.startswith("linux") or bool(
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    )


@contextmanager
def virtual_screen(xvfb: str | None = None) -> Iterator[str | None]:
    """The name of a free display, served by an Xvfb of its own until the end; None where none can be had."""
    program = xvfb or shutil.which("Xvfb")
    if program is None:
        yield None
        return
    reading, writing = os.pipe()
    with open(reading, encoding="ascii") as answer:  # noqa: PTH123 (a pipe)
        server = subprocess.Popen(
            [program, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        try:
            number = answer.readline().strip()
            yield f":{number}" if number else None
        finally:
            server.terminate()
            server.wait()
