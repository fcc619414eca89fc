from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import trainer
from tests.cli.command import ROOT, assert_one_sentence, run
from trainer.__main__ import window_wanted
from trainer.audio.client import AudioClient
from trainer.cli import main
from trainer.cli.surroundings import Surroundings
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.doctor import Verdict, examine

EXERCISE_KEYS = [
    "id", "name", "region", "primary_muscles", "secondary_muscles", "contraction", "side", "kind",
    "equipment", "level", "easier", "harder", "references", "evidence",
]  # fmt: skip


def test_nothing_or_a_folder_asks_for_the_window() -> None:
    assert window_wanted([]) == (True, None)
    assert window_wanted(["--data-dir", "d"]) == (True, Path("d"))
    assert window_wanted(["--data-dir=d"]) == (True, Path("d"))
    for asked in (["--version"], ["--data-dir"], ["--data-dir", "d", "doctor"], ["--data-dir="], ["-h"]):
        assert not window_wanted(asked)[0]


def test_the_version_is_that_of_the_project(data: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert trainer.__version__ == project["version"]
    assert run(data, "--version").stdout == f"Stride Trainer {project['version']}\n"


@pytest.mark.parametrize("asked", [["--help"], ["export", "--help"], ["import", "--help"]])
def test_help_is_there(data: Path, asked: list[str]) -> None:
    done = run(data, *asked)
    assert (done.returncode, done.stderr) == (0, "")
    assert "usage: stride-trainer" in done.stdout


@pytest.mark.parametrize(
    "asked",
    ["nonsense", "export", "export a --what b", "import x --dry", "--data", "doctor x"],
)
def test_a_wrong_command_line_is_status_2(data: Path, asked: str) -> None:
    done = run(data, *asked.split())
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_exercises_as_json(log: Path) -> None:
    found = json.loads(run(log, "exercises", "--json").stdout)
    assert all(list(exercise) == EXERCISE_KEYS for exercise in found)
    assert "nordic-hamstring-curl" in {exercise["id"] for exercise in found}


def test_exercises_of_ones_own_are_listed(log: Path, tmp_path: Path) -> None:
    run(log, "export", "log.csv")
    run(tmp_path / "other", "import", "log.csv")
    ids = {exercise["id"] for exercise in json.loads(run(tmp_path / "other", "exercises", "--json").stdout)}
    assert "own-wall-sit" in ids
    assert "own-wall-sit" in run(tmp_path / "other", "exercises").stdout


def test_workouts_as_json_and_as_lines(data: Path) -> None:
    found = json.loads(run(data, "workouts", "--json").stdout)
    seed = next(workout for workout in found if workout["id"] == "hamstrings-for-runners")
    assert seed["exercises"][0]["sets"][0]["kind"] == "reps"
    lines = run(data, "workouts").stdout.splitlines()
    assert len(lines) == len(found) + 1
    assert lines[0].split() == ["ID", "NAME", "LEVEL", "LASTS", "EXERCISES"]


def test_a_rehearsal_as_json_and_as_lines(data: Path) -> None:
    rehearsal = json.loads(run(data, "rehearse", "hamstrings-for-runners", "--json").stdout)
    assert list(rehearsal) == ["workout", "duration_s", "steps", "cues"]
    assert list(rehearsal["steps"][0]) == [
        "at_s",
        "kind",
        "duration_s",
        "exercise_id",
        "set",
        "of_sets",
        "side",
    ]
    assert list(rehearsal["cues"][0]) == ["at_s", "cue", "text"]
    lines = run(data, "rehearse", "hamstrings-for-runners").stdout.splitlines()
    assert len(lines) == len(rehearsal["steps"]) + 1
    assert lines[1].split()[:3] == ["0:00", "get", "ready"]


def test_a_workout_that_does_not_exist(data: Path) -> None:
    done = run(data, "rehearse", "nonsense")
    assert_one_sentence(done, status=2)
    assert "hamstrings-for-runners" in done.stderr


def test_what_only_shows_makes_nothing(data: Path) -> None:
    for asked in (["exercises"], ["workouts"], ["rehearse", "hamstrings-for-runners"], ["doctor"]):
        assert run(data, *asked).returncode == 0
    assert not data.exists()


def test_a_backup_by_name_and_into_a_folder(log: Path, tmp_path: Path) -> None:
    assert run(log, "backup", "copy.db").stdout == "Backup written and checked: copy.db\n"
    assert (tmp_path / "copy.db.sha256").exists()
    assert run(log, "backup", "copy.db").returncode == 0
    (tmp_path / "folder").mkdir()
    run(log, "backup", "folder")
    run(log, "backup")
    assert len(list((tmp_path / "folder").glob("*.db"))) == 1
    assert len(list(paths_for(log).backups.glob("*.db"))) == 1
    assert run(tmp_path / "other", "restore", "copy.db").stdout == "Restored from copy.db.\n"
    assert run(tmp_path / "other", "export", "log.csv").stdout == "2 rows written to log.csv\n"


def test_backups_that_cannot_be_made_or_used(log: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.db").write_text("no backup at all")
    for asked in (
        ["backup", "none/copy.db"],
        ["backup", log / "stride.db"],
        ["restore", "odd.db"],
        ["restore", "no"],
    ):
        assert_one_sentence(run(log, *asked))
    assert run(log, "export", "log.csv").returncode == 0


def test_doctor_finds_a_damaged_log(log: Path) -> None:
    assert run(log, "doctor").returncode == 0
    file = log / "stride.db"
    content = bytearray(file.read_bytes())
    content[5000:30000] = os.urandom(25000)
    file.write_bytes(content)
    done = run(log, "doctor")
    assert done.returncode == 1
    assert "store  bad" in done.stdout
    assert done.stderr == ""


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_doctor_says_that_the_sound_player_does_not_start(data: Path) -> None:
    found = examine(paths_for(data), SystemClock(), lambda heard: AudioClient(["/nowhere/player"], heard))
    (sound,) = [diagnosis for diagnosis in found if diagnosis.subject == "sound"]
    assert sound.verdict is Verdict.NOTE
    assert "does not start" in sound.text


@pytest.mark.parametrize("asked", ["exercises --json", "export /dev/stdout", "--help"])
def test_a_broken_pipe_is_quiet(log: Path, asked: str) -> None:
    command = [sys.executable, "-m", "trainer", "--data-dir", log, *asked.split()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_a_fault_of_ours_is_one_sentence_and_a_trace_in_the_log(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_asked: argparse.Namespace, _around: Surroundings) -> int:
        raise ZeroDivisionError("ours")

    assert main(["--data-dir", str(data), "exercises"], find=lambda _name: broken) == 1
    log_file = data / "log" / "stride-trainer.log"
    assert (
        capsys.readouterr().err == f"Something in Stride Trainer broke; what it was stands in {log_file}.\n"
    )
    assert "ZeroDivisionError: ours" in log_file.read_text()


def test_a_fault_where_no_log_can_be_written_points_to_none(
    data: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_asked: argparse.Namespace, _around: Surroundings) -> int:
        raise ZeroDivisionError("ours")

    data.mkdir()
    (data / "log").write_text("a file where the log's folder would be")
    assert main(["--data-dir", str(data), "exercises"], find=lambda _name: broken) == 1
    told = capsys.readouterr().err
    assert "cannot be written" in told
    assert told.count("\n") == 1
    assert caplog.records


EVERY_KIND = ["doctor", "export log.csv", "import log.csv", "import log.csv --dry-run", "backup", "exercises"]


@pytest.mark.parametrize("asked", [*EVERY_KIND, "restore copy.db"])
def test_a_file_in_the_folder_s_place_is_named(tmp_path: Path, asked: str) -> None:
    (tmp_path / "taken").write_text("a letter")
    done = run(tmp_path / "taken", *asked.split())
    assert_one_sentence(done)
    assert f"{tmp_path / 'taken'} is a file" in done.stderr


# Root is refused nothing, so it becomes somebody else, who may not read the libraries: imports come first.
AS_SOMEONE_ELSE = """
import os, sys
from trainer.cli import main
from trainer.cli.arguments import parser
parser().parse_args(["doctor"])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not closed by a mode there")
@pytest.mark.parametrize("asked", EVERY_KIND)
def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, asked: str) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    command = [sys.executable, "-c", AS_SOMEONE_ELSE, "--data-dir", str(folder), *asked.split()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    folder.chmod(0o700)
    assert_one_sentence(done)
    assert f"The folder {folder} cannot be read" in done.stderr


LIGHT = """
import sys
from trainer.__main__ import main
try:
    status = main(sys.argv[1:])
except SystemExit as end:
    status = end.code
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(status)
"""
COMMANDS = [
    "--help", "--version", "export log.csv", "export all --what all", "export s.csv --profile spreadsheet",
    "import log.csv", "import log.csv --dry-run", "exercises", "exercises --json", "workouts",
    "workouts --json", "rehearse hamstrings-for-runners", "rehearse hamstrings-for-runners --json",
    "plan list", "plan list --json", "plan show nordic-10-weeks", "plan show nordic-10-weeks --json",
    "backup", "backup copy.db", "restore copy.db", "doctor",
]  # fmt: skip
NEVER = ("PySide6", "shiboken6", "numpy", "pyqtgraph", "trainer.ui", "trainer.app")


def test_every_command_but_the_one_that_draws_is_among_these(data: Path) -> None:
    told = run(data, "--help").stdout
    commands = set(re.findall(r"^    (\w+)  ", told, re.MULTILINE))
    assert commands - {asked.split()[0] for asked in COMMANDS} == {"figure"}


@pytest.mark.parametrize("asked", COMMANDS)
def test_no_command_imports_what_draws(log: Path, tmp_path: Path, asked: str) -> None:
    if asked.startswith("import"):
        run(log, "export", "log.csv")
    if asked.startswith("restore"):
        run(log, "backup", "copy.db")
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, "--data-dir", log, *asked.split()],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0
    modules = done.stderr.splitlines()
    assert "argparse" in modules
    assert not [name for name in modules if name.partition(".")[0] in NEVER or name.startswith(NEVER)]
    assert not [name for name in modules if name.startswith(("alembic", "sqlalchemy.orm", "rapidfuzz"))]
