from __future__ import annotations

from pathlib import Path

import pytest
from fitdecode import CrcCheck, FitDataMessage, FitReader

from tests.cli.command import assert_one_sentence, run
from tests.exchange import hostile_runs, run_samples
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


def test_runs_come_in_from_a_watch_once(log: Path, tmp_path: Path) -> None:
    (tmp_path / "run.fit").write_bytes(run_samples.a_fit_run())
    (tmp_path / "activities.csv").write_text(run_samples.strava(run_samples.A_RUN), encoding="utf-8")
    done = run(log, "import", "run.fit")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Added: 1 run.\nKnown already: nothing.\n"
    again = run(log, "import", "activities.csv", "--dry-run")
    assert again.stdout.startswith("Would add: nothing.\nKnown already: 1 run.\n")
    run(log, "export", "runs.csv", "--what", "runs")
    assert b",10.02,3600,,,fit,\r\n" in (tmp_path / "runs.csv").read_bytes()


def test_a_bomb_in_a_track_is_one_sentence_and_no_import(log: Path, tmp_path: Path) -> None:
    (tmp_path / "bomb.gpx").write_text(f"{hostile_runs.BOMB}<gpx/>")
    assert_one_sentence(run(log, "import", "bomb.gpx"))


@pytest.mark.parametrize("asked", ["s1", "last"])
def test_a_session_is_written_as_fit(log: Path, tmp_path: Path, asked: str) -> None:
    done = run(log, "export", "session.fit", "--session", asked)
    assert (done.stdout, done.stderr) == ("2 sets written to session.fit\n", "")
    with FitReader(tmp_path / "session.fit", check_crc=CrcCheck.RAISE) as reader:
        names = [frame.name for frame in reader if isinstance(frame, FitDataMessage)]
    assert names.count("set") >= 2
    assert run(log, "import", "session.fit", "--dry-run").stdout == (
        "Would add: nothing.\n"
        "Known already: nothing.\n"
        "1 activity is not a run and was left out.\n"
        "Nothing was written: this was a dry run.\n"
    )


def test_a_session_that_is_not_there_or_no_fit_name_is_a_sentence(log: Path, tmp_path: Path) -> None:
    assert_one_sentence(run(log, "export", "session.fit", "--session", "s2"))
    assert_one_sentence(run(log, "export", "session.csv", "--session", "s1"), 2)
    assert not list(tmp_path.glob("session.*"))
