from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.command import ROOT, assert_one_sentence, run
from tests.services.stopped_clock import StoppedClock
from trainer.paths import paths_for
from trainer.store import Store


def test_a_log_goes_round_through_files(log: Path, tmp_path: Path) -> None:
    assert run(log, "export", "all", "--what", "all").stdout == "4 rows written to all\n"
    for name in ("log", "checkins", "runs"):
        done = run(tmp_path / "other", "import", tmp_path / "all" / f"{name}.csv")
        assert (done.returncode, done.stderr) == (0, "")
        again = run(tmp_path / "other", "import", tmp_path / "all" / f"{name}.csv")
        assert again.stdout.startswith("Added: nothing.\n")
    run(tmp_path / "other", "export", "again", "--what", "all")
    for name in ("log", "checkins", "runs"):
        assert (tmp_path / f"again/{name}.csv").read_bytes() == (tmp_path / f"all/{name}.csv").read_bytes()


def test_the_log_is_what_is_exported_by_default(log: Path, tmp_path: Path) -> None:
    done = run(log, "export", "log.csv")
    assert done.stdout == "2 rows written to log.csv\n"
    lines = (tmp_path / "log.csv").read_bytes().split(b"\r\n")
    assert lines[0].startswith(b"schema_version,session_id,started_at_utc,")
    assert lines[1].startswith(b"1,s1,2026-01-31T06:30:00Z,Europe/Berlin,2026-01-31,,Hamstrings,,,,t1,1,")


def test_the_profile_for_spreadsheets_comes_back_too(log: Path, tmp_path: Path) -> None:
    run(log, "export", "plain.csv")
    run(log, "export", "sheet.csv", "--profile", "spreadsheet", LC_ALL="C.UTF-8")
    sheet = (tmp_path / "sheet.csv").read_bytes()
    assert sheet.startswith(b"\xef\xbb\xbfschema_version,")
    assert '"\'=Wall “sit”, 😀"'.encode() in sheet
    assert run(tmp_path / "other", "import", "sheet.csv").returncode == 0
    run(tmp_path / "other", "export", "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "plain.csv").read_bytes()


def test_a_locale_that_is_not_there_is_no_harm(log: Path, tmp_path: Path) -> None:
    done = run(log, "export", "sheet.csv", "--profile", "spreadsheet", LC_ALL="xx_XX.UTF-8")
    assert done.returncode == 0


def test_a_dry_run_writes_nothing(log: Path, tmp_path: Path) -> None:
    run(log, "export", "log.csv")
    done = run(tmp_path / "other", "import", "log.csv", "--dry-run")
    assert done.stdout == (
        "Would add: 1 session, 2 sets.\n"
        "Known already: nothing.\n"
        "New exercises of your own: '=Wall “sit”, 😀'.\n"
        "Nothing was written: this was a dry run.\n"
    )
    assert not (tmp_path / "other").exists()


def test_a_map_says_what_a_name_stands_for(log: Path, tmp_path: Path) -> None:
    run(log, "export", "log.csv")
    names = 'name,exercise_id\n"=Wall “sit”, 😀",single-leg-rdl\n'
    (tmp_path / "map.csv").write_text(names, encoding="utf-8")
    done = run(tmp_path / "other", "import", "log.csv", "--map", "map.csv")
    assert done.returncode == 0
    run(tmp_path / "other", "export", "again.csv")
    assert b",single-leg-rdl," in (tmp_path / "again.csv").read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        "name,exercise_id\nRDL,nonsense\n",
        "name;id\nRDL;single-leg-rdl\n",
        "name,exercise_id\nRDL,\n",
        "name,exercise_id\nRDL,single-leg-rdl\nRDL,nordic-hamstring-curl\n",
        "",
    ],
)
def test_a_map_that_makes_no_sense(log: Path, tmp_path: Path, content: str) -> None:
    run(log, "export", "log.csv")
    (tmp_path / "map.csv").write_text(content)
    assert_one_sentence(run(log, "import", "log.csv", "--map", "map.csv"))


def test_refused_lines_are_told_and_the_others_added(log: Path, tmp_path: Path) -> None:
    run(log, "export", "log.csv")
    damaged = (tmp_path / "log.csv").read_bytes().replace(b",left,reps,", b",top,reps,")
    (tmp_path / "log.csv").write_bytes(damaged)
    done = run(tmp_path / "other", "import", "log.csv")
    assert_one_sentence(done)
    assert "Line 3 refused: side is left, right, both, not 'top'." in done.stdout
    assert done.stdout.startswith("Added: 1 session, 1 set.\n")
    assert done.stderr.startswith("1 line was refused; the rest was added. ")
    again = run(tmp_path / "other", "import", "log.csv", "--dry-run")
    assert_one_sentence(again)
    assert again.stderr.startswith("1 line would be refused; nothing was left to add. ")
    dry = run(tmp_path / "empty", "import", "log.csv", "--dry-run")
    assert_one_sentence(dry)
    assert dry.stderr.startswith("1 line would be refused; the rest would be added. ")


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"Date,Reps\n1,2\n", b"\xff\xfe", b"PK\x03\x04"])
def test_what_is_no_file_of_ours(log: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.csv").write_bytes(content)
    assert_one_sentence(run(log, "import", "odd.csv"))


def test_places_that_cannot_be_written(log: Path, tmp_path: Path) -> None:
    for target in ("/dev/full", "none/out.csv", tmp_path, log / "stride.db"):
        assert_one_sentence(run(log, "export", target))
    assert_one_sentence(run(log, "export", "/dev/full/x", "--what", "all"))
    assert (log / "stride.db").read_bytes().startswith(b"SQLite format 3")


def test_a_log_that_is_not_there_or_not_one(data: Path, tmp_path: Path) -> None:
    assert_one_sentence(run(data, "export", "out.csv"))
    data.mkdir()
    (data / "stride.db").write_text("this is a shopping list, long enough to be taken for a file" * 20)
    for command in (("export", "out.csv"), ("import", "out.csv"), ("backup",), ("exercises",)):
        assert_one_sentence(run(data, *command))
    assert not (tmp_path / "out.csv").exists()


def test_while_the_window_is_open_reading_works_and_writing_is_refused(store: Store, data: Path) -> None:
    done = run(data, "export", "log.csv")
    assert (done.returncode, done.stdout) == (0, "2 rows written to log.csv\n")
    assert run(data, "import", "log.csv", "--dry-run").returncode == 0
    assert run(data, "exercises").returncode == 0
    assert run(data, "backup", "copy.db").returncode == 0
    assert_one_sentence(run(data, "import", "log.csv"))
    assert_one_sentence(run(data, "restore", "copy.db"))


def test_a_backup_comes_before_an_import(log: Path, tmp_path: Path) -> None:
    (tmp_path / "runs.csv").write_text(
        "schema_version,run_id,started_at_utc,time_zone\n1,r9,2026-01-01T00:00:00Z,UTC\n"
    )
    assert run(log, "import", "runs.csv").returncode == 0
    (backup,) = paths_for(log).backups.glob("*.db")
    run(log, "restore", backup)
    again = Store.open(paths_for(log), clock=StoppedClock())
    assert [known.id for known in again.runs()] == ["r1"]
    again.close()


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,"
    "RPE\n"
    "2026-01-31 23:30:00,Legs,52m,Wall sit squat,1,100,5,0,0,,,\n"
)


def exported(log: Path, tmp_path: Path) -> str:
    run(log, "export", "out.csv")
    return (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_an_export_of_another_program_comes_in_once(data: Path, tmp_path: Path) -> None:
    (tmp_path / "strong.csv").write_text(STRONG)
    done = run(data, "import", "strong.csv", TZ="Europe/Berlin")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Added: 1 session, 1 set.\n"
        "Known already: nothing.\n"
        "New exercises of your own: 'Wall sit squat'.\n"
        "The file does not say its unit of weight: it was read as kg. If it is lb, undo the import in the "
        "window and import with --unit lb.\n"
    )
    assert ",100,,,,,,,done," in exported(data, tmp_path)
    again = run(data, "import", "strong.csv", "--unit", "lb", "--times", "utc", TZ="Europe/Berlin")
    assert again.stdout == "Added: nothing.\nKnown already: 1 session, 1 set.\n"


def test_unit_times_and_map_say_what_the_file_does_not(data: Path, tmp_path: Path) -> None:
    (tmp_path / "strong.csv").write_text(STRONG)
    (tmp_path / "map.csv").write_text("name,exercise_id\nWall sit squat,wall-sit\n")
    options = ("--unit", "lb", "--times", "utc", "--map", "map.csv")
    done = run(data, "import", "strong.csv", *options, TZ="Europe/Berlin")
    assert done.stdout == "Added: 1 session, 1 set.\nKnown already: nothing.\n"
    text = exported(data, tmp_path)
    assert "2026-01-31T23:30:00Z,Europe/Berlin,2026-02-01," in text
    assert ",wall-sit,Wall sit squat,both,reps,,5,,,45.359," in text


def test_the_unit_is_that_of_the_settings(data: Path, tmp_path: Path) -> None:
    (tmp_path / "strong.csv").write_text(STRONG)
    data.mkdir()
    (data / "settings.json").write_text('{"units": "lb"}')
    assert "read as lb. If it is kg" in run(data, "import", "strong.csv").stdout
    assert ",45.359," in exported(data, tmp_path)


def test_a_file_that_may_be_strongs_is_asked_about(data: Path, tmp_path: Path) -> None:
    german = STRONG.replace(STRONG.partition("\n")[0], "A,B,C,D,E,F,G,H,I,J,K,L")
    (tmp_path / "strong.csv").write_text(german)
    refused = run(data, "import", "strong.csv")
    assert_one_sentence(refused)
    assert "--format strong" in refused.stderr
    done = run(data, "import", "strong.csv", "--format", "strong")
    assert done.stdout.startswith("Added: 1 session, 1 set.\n")


INTERRUPTED = 130


@pytest.mark.slow
def test_ctrl_c_leaves_nothing_of_an_import(tmp_path: Path) -> None:
    line = "2026-01-31 23:30:00,Legs,52m,Squat,1,100,5,0,0,,,\n"
    (tmp_path / "strong.csv").write_text(STRONG + line * 100_000)
    tries = (tmp_path / f"data-{number}" for number in range(5))
    # A shell in the background lets its children ignore Ctrl+C, and they theirs.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        data = next(data for data in tries if interrupted(data, tmp_path) == INTERRUPTED)
    finally:
        signal.signal(signal.SIGINT, before)
    store = Store.open(paths_for(data), clock=StoppedClock())
    assert (store.sessions(), store.set_count(), store.own_exercises(), store.import_batches()) == (
        [],
        0,
        [],
        [],
    )
    store.close()


def interrupted(data: Path, folder: Path) -> int:
    """The exit status of an import that gets Ctrl+C as it writes; 0 when it was through before the signal."""
    watched, terminal = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "trainer", "--data-dir", str(data), "import", "strong.csv"],
        stderr=terminal,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    os.close(terminal)
    told = b""
    with suppress(OSError):  # the other end is closed
        while b"Writing: 1" not in told:
            told += os.read(watched, 4096)
        process.send_signal(signal.SIGINT)
        while os.read(watched, 4096):
            pass
    os.close(watched)
    return process.wait()
