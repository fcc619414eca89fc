from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer.ui.single_instance import InstanceServer, raise_running, server_name

ROOT = Path(__file__).resolve().parents[2]
SECOND = (
    "import sys; from pathlib import Path; from trainer.app import main; sys.exit(main(Path(sys.argv[1])))"
)


@pytest.fixture
def server(qapp: QApplication, tmp_path: Path) -> Iterator[InstanceServer]:
    made = InstanceServer(tmp_path)
    yield made
    made.close()


def test_nobody_is_raised_where_nobody_runs(tmp_path: Path) -> None:
    assert not raise_running(tmp_path)


def test_a_second_start_raises_the_first_window(server: InstanceServer, tmp_path: Path, qtbot: QtBot) -> None:
    assert server.listening
    with qtbot.waitSignal(server.raise_requested):
        assert raise_running(tmp_path)


def test_another_data_folder_is_another_program(server: InstanceServer, tmp_path: Path) -> None:
    assert server_name(tmp_path) != server_name(tmp_path / "other")
    assert not raise_running(tmp_path / "other")


def test_after_the_end_nobody_answers(server: InstanceServer, tmp_path: Path) -> None:
    server.close()
    assert not raise_running(tmp_path)


def test_a_second_process_ends_with_a_sentence(server: InstanceServer, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(server.raise_requested, timeout=60_000):
        done = subprocess.run(
            [sys.executable, "-c", SECOND, str(tmp_path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 0
    assert done.stdout == "Stride Trainer is open already; its window was brought to the front.\n"
    assert not (tmp_path / "stride.db").exists()
