from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange import wild
from trainer.domain.session import SessionLog
from trainer.exchange import csv_checkins, csv_log, csv_runs
from trainer.exchange.contents import Refused
from trainer.exchange.csv_log import LogEntry
from trainer.exchange.own_csv import own_format
from trainer.exchange.profile import DATA, Profile, guard, spreadsheet, unguard
from trainer.exchange.reading import Taken, read_header, read_rows
from trainer.exchange.writing import write_lines

PROFILES = st.sampled_from([DATA, spreadsheet("."), spreadsheet(",")])


def written(columns: tuple[str, ...], cells: Any, profile: Profile) -> bytes:
    file = BytesIO()
    write_lines(file, columns, cells, profile)
    return file.getvalue()


def read(data: bytes) -> list[Any]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(data)
        header = read_header(path)
        format_ = own_format(header)
        assert format_ is not None
        rows = list(read_rows(path, header, format_))
    refused = [row for row in rows if isinstance(row, Refused)]
    assert not refused
    return [row.record for row in rows if isinstance(row, Taken)]


def written_log(log: Any, profile: Profile = DATA) -> bytes:
    return written(csv_log.COLUMNS, csv_log.log_lines(wild.flat(log), profile), profile)


def gathered(entries: list[LogEntry]) -> Any:
    sessions = {e.session.id: (e.session, []) for e in entries if e.begins_session}
    for entry in entries:
        if entry.set_log is not None:
            sessions[entry.session.id][1].append(entry.set_log)
    return sessions.values()


@given(wild.logs(), PROFILES)
def test_a_log_comes_back_to_the_byte(log: Any, profile: Profile) -> None:
    first = written_log(log)
    assert written_log(gathered(read(written_log(log, profile)))) == first


@given(wild.checkins, PROFILES)
def test_checkins_come_back_to_the_byte(checkins: Any, profile: Profile) -> None:
    first = written(csv_checkins.COLUMNS, csv_checkins.checkin_lines(checkins, DATA), DATA)
    dressed = written(csv_checkins.COLUMNS, csv_checkins.checkin_lines(checkins, profile), profile)
    again = read(dressed)
    assert written(csv_checkins.COLUMNS, csv_checkins.checkin_lines(again, DATA), DATA) == first


@given(wild.runs, PROFILES)
def test_runs_come_back_to_the_byte(runs: Any, profile: Profile) -> None:
    first = written(csv_runs.COLUMNS, csv_runs.run_lines(runs, DATA), DATA)
    again = read(written(csv_runs.COLUMNS, csv_runs.run_lines(runs, profile), profile))
    assert written(csv_runs.COLUMNS, csv_runs.run_lines(again, DATA), DATA) == first


@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\x0c", "\x1f", "\u2003", "\u200b", "\ufeff", "\x85", "\n"]
)
@pytest.mark.parametrize("start", "=+-@＝＋－＠'")
def test_what_is_not_seen_before_a_formula_does_not_hide_it(before: str, start: str) -> None:
    """Behind a form feed one was let through; hypothesis found it."""
    text = f"{before}{start}1"
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text
    assert guard(f"a{text}") == f"a{text}"


@given(wild.logs())
def test_no_cell_for_a_spreadsheet_begins_a_formula(log: Any) -> None:
    text = written_log(log, spreadsheet(",")).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        assert not [cell for cell in row if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_any_line_ending_is_read(ending: bytes) -> None:
    log = [(s, []) for s in _two_sessions()]
    lines = written_log(log).splitlines()
    assert written_log(gathered(read(ending.join(lines)))) == written_log(log)


def _two_sessions() -> list[Any]:
    return [
        SessionLog(
            id=name,
            started_at=datetime(2026, 1, day, tzinfo=UTC),
            time_zone="UTC",
            workout_id="",
            workout="W",
        )
        for name, day in (("a", 1), ("b", 2))
    ]


def test_the_first_line_and_a_row_are_as_promised() -> None:
    log = [(s, []) for s in _two_sessions()[:1]]
    head, row, rest = written_log(log).split(b"\r\n")
    assert head == (
        b"schema_version,session_id,started_at_utc,time_zone,local_date,ended_at_utc,workout,plan,session_rpe,"
        b"session_note,set_id,set_index,exercise_id,exercise,side,kind,target_reps,reps,target_hold_s,hold_s,load_kg,"
        b"tempo,lean_deg,rpe,pain,rest_s,completed_at_utc,status,note,target_load_kg,target_rpe,pain_area,warm_up,"
        b"group"
    )
    assert row == b"1,a,2026-01-01T00:00:00Z,UTC,2026-01-01,,W" + b"," * 27
    assert rest == b""
