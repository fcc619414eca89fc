from __future__ import annotations

from pathlib import Path

import pytest
from fitdecode import CrcCheck, FitDataMessage, FitReader

from tests.cli.command import assert_one_sentence, run
from tests.exchange import hostile_runs, run_samples


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
