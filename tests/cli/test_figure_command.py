from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

from tests.cli.command import ROOT, assert_one_sentence, run

SMALL = ("--size", "60")
NO_SCREEN = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":8731", "WAYLAND_DISPLAY": ""}


def test_a_sheet_is_drawn_without_a_screen_and_without_a_log(data: Path, tmp_path: Path) -> None:
    done = run(data, "figure", "diver", "--sheet", "s.png", "--frames", "4", *SMALL, **NO_SCREEN)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Sheet written to s.png\n", "")
    sheet = QImage(str(tmp_path / "s.png"))
    assert (sheet.width(), sheet.height()) == (120, 120)
    assert not data.exists()


def test_both_are_written_and_by_default_400_px(data: Path, tmp_path: Path) -> None:
    done = run(data, "figure", "double-leg-glute-bridge", "--sheet", "s.PNG", "--animation", "a.gif")
    assert done.stdout == "Sheet written to s.PNG\nAnimation written to a.gif\n"
    sheet = QImage(str(tmp_path / "s.PNG"))
    assert (sheet.width(), sheet.height()) == (1200, 800)
    reader = QImageReader(str(tmp_path / "a.gif"))
    assert (reader.size().width(), reader.size().height()) == (400, 400)
    assert reader.imageCount() > 60


def test_an_animation_has_the_exercise_s_tempo(data: Path, tmp_path: Path) -> None:
    done = run(data, "figure", "romanian-deadlift", "--animation", "a.webp", *SMALL, **NO_SCREEN)
    assert (done.returncode, done.stderr) == (0, "")
    reader = QImageReader(str(tmp_path / "a.webp"))
    lasts_ms = 0
    while reader.canRead():
        reader.read()
        lasts_ms += reader.nextImageDelay()
    assert lasts_ms == 5000  # 3-1-1-0
    assert reader.loopCount() == -1


def test_themes_differ_and_a_view_is_understood(data: Path, tmp_path: Path) -> None:
    for name, option in (("plain", []), ("dark", ["--theme", "dark"]), ("front", ["--view", "front"])):
        done = run(data, "figure", "diver", "--sheet", f"{name}.png", *SMALL, *option)
        assert done.returncode == 0
    assert QImage(str(tmp_path / "plain.png")) != QImage(str(tmp_path / "dark.png"))
    assert run(data, "figure", "diver", "--sheet", "no.png", "--view", "back").returncode == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("diver", "--sheet OUT.png"),
        ("nobody-does-this --sheet s.png", "no exercise “nobody-does-this”"),
        ("../themes/dark --sheet s.png", "no exercise “../themes/dark”"),
        ("diver --sheet s.gif", "ends with .png"),
        ("diver --sheet s", "ends with .png"),
        ("diver --animation a.png", "ends with .gif or .webp"),
        ("diver --sheet s.png --frames 1", "2 to 24 frames"),
        ("diver --sheet s.png --frames 25", "2 to 24 frames"),
        ("diver --sheet s.png --size 49", "50 to 1000 px"),
        ("diver --sheet s.png --size 1001", "50 to 1000 px"),
        ("diver --sheet s.png --animation a.png", "ends with .gif or .webp"),
    ],
)
def test_what_cannot_be_meant_is_status_2_and_writes_nothing(data: Path, asked: str, told: str) -> None:
    done = run(data, "figure", *asked.split())
    assert_one_sentence(done, status=2)
    assert told in done.stderr
    assert list(data.parent.iterdir()) == []


def test_the_least_and_the_most_frames_are_drawn(data: Path, tmp_path: Path) -> None:
    for frames, height in ((2, 60), (24, 480)):
        assert (
            run(data, "figure", "diver", "--sheet", "s.png", *SMALL, "--frames", str(frames)).returncode == 0
        )
        assert QImage(str(tmp_path / "s.png")).height() == height


@pytest.mark.parametrize("option", ["--sheet none/s.png", "--animation none/a.gif", "--sheet taken.png"])
def test_a_place_that_cannot_be_written_is_status_1(data: Path, tmp_path: Path, option: str) -> None:
    (tmp_path / "taken.png").mkdir()
    assert_one_sentence(run(data, "figure", "diver", *option.split(), *SMALL))
    assert [place.name for place in tmp_path.iterdir()] == ["taken.png"]


# As a frozen program finds its files: a folder of its own.
WITH_OTHER_FILES = """
import sys
sys._MEIPASS = sys.argv.pop(1)
from trainer.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_an_exercise_without_a_figure_is_status_1(data: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "resources", tmp_path / "other" / "resources")
    (tmp_path / "other" / "resources" / "figures" / "diver.toml").unlink()
    command = [sys.executable, "-c", WITH_OTHER_FILES, tmp_path / "other", "--data-dir", data]
    done = subprocess.run(
        [*command, "figure", "diver", "--sheet", tmp_path / "s.png"],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert_one_sentence(done)
    assert "no figure for “diver”" in done.stderr
    assert not (tmp_path / "s.png").exists()


AND_TELL_MODULES = """
import sys
from trainer.__main__ import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("asked", "imports_pillow"),
    [("--sheet s.png", False), ("--animation a.gif", True)],
    ids=str,
)
def test_a_figure_imports_what_draws_it_and_no_more(data: Path, asked: str, imports_pillow: bool) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            AND_TELL_MODULES,
            "--data-dir",
            data,
            "figure",
            "diver",
            *asked.split(),
            *SMALL,
        ],
        capture_output=True,
        encoding="utf-8",
        cwd=data.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0
    modules = set(done.stderr.splitlines())
    assert "PySide6.QtGui" in modules
    assert ("PIL" in modules) is imports_pillow
    never = ("sqlalchemy", "alembic", "numpy", "rapidfuzz", "trainer.store", "trainer.app", "trainer.audio")
    windows = ("trainer.ui.main_window", "trainer.ui.library", "trainer.ui.session")
    assert not [name for name in modules if name.startswith((*never, *windows))]
