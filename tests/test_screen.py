from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT, assert_one_sentence
from trainer.screen import lacking_screen

NOBODY_THERE = ":8731"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asked on Linux alone")


def test_without_a_display_there_is_no_screen() -> None:
    for environ in ({}, {"DISPLAY": ""}):
        told = lacking_screen(environ)
        assert told is not None
        assert told.startswith("Stride Trainer needs a screen")
        assert told.endswith("try --help.")


def test_a_display_that_nobody_serves_is_named() -> None:
    for display in (NOBODY_THERE, f"{NOBODY_THERE}.0"):
        assert f"DISPLAY={display};" in (lacking_screen({"DISPLAY": display}) or "")


def test_what_is_not_ours_to_ask_is_left_to_qt() -> None:
    assert lacking_screen({"DISPLAY": "elsewhere:10.0"}) is None
    assert lacking_screen({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert lacking_screen({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": NOBODY_THERE}) is None


def test_a_server_that_answers_is_a_screen() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0/tmp/.X11-unix/X{NOBODY_THERE[1:]}")
        server.listen()
        assert lacking_screen({"DISPLAY": NOBODY_THERE}) is None


@pytest.mark.parametrize("display", [None, NOBODY_THERE])
def test_the_program_ends_with_a_sentence(tmp_path: Path, display: str | None) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"PYTHONPATH": str(ROOT)} | ({"DISPLAY": display} if display else {})
    command = [sys.executable, "-m", "trainer", "--data-dir", str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=tmp_path)
    assert done.stdout == ""
    assert "needs a screen" in done.stderr
    assert_one_sentence(done)
