from __future__ import annotations

from pathlib import Path

import pytest

from trainer.errors import ExchangeError
from trainer.exchange import csv_log, csv_runs
from trainer.exchange.contents import Answers, Refused
from trainer.exchange.formats import read_file
from trainer.exchange.input import MAX_BYTES, check_text_file
from trainer.exchange.own_csv import own_format
from trainer.exchange.reading import MAX_ROWS, Taken, read_header, read_rows

GOOD = {
    "schema_version": "1",
    "session_id": "s1",
    "started_at_utc": "2026-01-31T06:30:00Z",
    "time_zone": "Europe/Berlin",
    "workout": "Hamstrings",
    "set_id": "t1",
    "set_index": "0",
    "exercise_id": "nordic-curl",
    "exercise": "Nordic curl",
    "side": "both",
    "kind": "reps",
    "status": "done",
}


def log_file(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = csv_log.COLUMNS) -> Path:
    path = folder / "log.csv"
    lines = [",".join(columns)] + [",".join(row.get(name, "") for name in columns) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    return path


def outcome(path: Path) -> tuple[list[int], list[tuple[int, str]]]:
    """The lines taken, and the lines refused with their reasons."""
    read_file(path, Answers())
    header = read_header(path)
    format_ = own_format(header)
    assert format_ is not None
    rows = list(read_rows(path, header, format_))
    taken = [row.line for row in rows if isinstance(row, Taken)]
    return taken, [(row.line, row.reason) for row in rows if isinstance(row, Refused)]


WRONG_CELLS = [
    ("schema_version", "", "missing"),
    ("schema_version", "one", "whole number"),
    ("session_id", " ", "missing"),
    ("session_id", "x" * 501, "longer"),
    ("started_at_utc", "", "missing"),
    ("started_at_utc", "yesterday", "a time like"),
    ("started_at_utc", "2026-01-31T06:30:00", "a time like"),
    ("started_at_utc", "2026-02-30T06:30:00Z", "no day or hour"),
    ("started_at_utc", "0001-01-01T00:00:00+23:59", "no day or hour"),
    ("started_at_utc", "0200-01-01T00:00:00Z", "not in our time"),
    ("started_at_utc", "２０26-01-31T06:30:00Z", "a time like"),
    ("ended_at_utc", "2026-01-31T25:00:00Z", "no day or hour"),
    ("time_zone", "Mars/Olympus", "no time zone"),
    ("time_zone", "../../etc/passwd", "no time zone"),
    ("session_rpe", "11", "from 0 to 10"),
    ("set_id", "", "missing"),
    ("set_index", "", "missing"),
    ("set_index", "-1", "whole number"),
    ("exercise_id", "", "missing"),
    ("side", "middle", "left, right, both"),
    ("kind", "sprint", "reps, hold"),
    ("status", "running", "done, partial or skipped"),
    ("status", "DONE", "done, partial"),
    ("reps", "1e3", "whole number"),
    ("reps", "8.5", "whole number"),
    ("reps", "1_0", "whole number"),
    ("reps", "٣", "whole number"),
    ("reps", "9" * 400, "whole number"),
    ("hold_s", "nan", "a number"),
    ("hold_s", "inf", "a number"),
    ("load_kg", "1e308", "a number"),
    ("load_kg", "-5", "a number"),
    ("load_kg", "0x10", "a number"),
    ("load_kg", '"20,5"', "a number"),
    ("tempo", "fast", "3-1-1-0"),
    ("tempo", "0-0-0-0", "tempo"),
    ("lean_deg", "33", "steps of 5"),
    ("lean_deg", "95", "from 0 to 90"),
    ("rpe", "7.3", "steps of 0.5"),
    ("rpe", "0", "from 1 to 10"),
    ("pain", "11", "from 0 to 10"),
    ("warm_up", "maybe", "0 or 1"),
]


@pytest.mark.parametrize(("column", "cell", "reason"), WRONG_CELLS)
def test_a_wrong_cell_refuses_its_line_alone(tmp_path: Path, column: str, cell: str, reason: str) -> None:
    good = {**GOOD, "set_id": "t2", "session_id": "s2"}
    taken, refused = outcome(log_file(tmp_path, {**GOOD, column: cell}, good))
    assert taken == [3]
    assert [line for line, _ in refused] == [2]
    assert reason in refused[0][1]
    assert "\n" not in refused[0][1]


def test_a_repeated_set_is_refused_with_the_line_of_the_first(tmp_path: Path) -> None:
    taken, refused = outcome(log_file(tmp_path, GOOD, GOOD, {**GOOD, "side": "left"}))
    assert taken == [2, 4]
    assert refused == [(3, "it has the same set and side as line 2")]


def test_rows_that_contradict_their_session_are_refused(tmp_path: Path) -> None:
    other_start = {**GOOD, "set_id": "t2", "started_at_utc": "2026-02-01T06:30:00Z"}
    taken, refused = outcome(log_file(tmp_path, GOOD, other_start))
    assert taken == [2]
    assert refused == [(3, "it says otherwise about its session than line 2")]


def test_a_set_has_one_session(tmp_path: Path) -> None:
    elsewhere = {**GOOD, "session_id": "s2", "side": "left"}
    assert outcome(log_file(tmp_path, GOOD, elsewhere))[1] == [
        (3, "its set has another session or set_index in line 2")
    ]


def test_columns_may_be_missing_at_the_end_added_or_in_another_order(tmp_path: Path) -> None:
    fewer = csv_log.COLUMNS[: csv_log.COLUMNS.index("status") + 1]
    more = (*csv_log.COLUMNS, "cadence", "mood")
    for columns in (fewer, more, tuple(reversed(csv_log.COLUMNS))):
        assert outcome(log_file(tmp_path, GOOD, columns=columns)) == ([2], [])
    header = read_header(log_file(tmp_path, GOOD, columns=more))
    assert header.unknown(csv_log.COLUMNS) == ["cadence", "mood"]


def test_the_length_of_a_row_is_that_of_the_header(tmp_path: Path) -> None:
    path = log_file(tmp_path, GOOD, {**GOOD, "set_id": "t2", "group": ","}, {**GOOD, "set_id": "t3"})
    path.write_text(path.read_text().rpartition(",")[0])
    taken, refused = outcome(path)
    assert taken == [2]
    assert refused == [
        (3, "it has 35 cells where the header has 34"),
        (4, "it has 33 cells where the header has 34"),
    ]


def test_a_mark_blank_lines_and_no_last_break_are_no_harm(tmp_path: Path) -> None:
    path = log_file(tmp_path, GOOD, {**GOOD, "set_id": "t2"})
    path.write_bytes(b"\xef\xbb\xbf\r\n" + path.read_bytes().replace(b"\n", b"\r\n\r\n") + b"\n\n,,\n\n")
    assert outcome(path)[0] == [4, 6]


def test_quotes_that_go_wrong_cost_what_they_swallow(tmp_path: Path) -> None:
    rows = (
        {**GOOD, "note": '"two\nlines 😀"'},
        {**GOOD, "set_id": "t2", "note": '"a"b'},
        {**GOOD, "set_id": "t3"},
    )
    path = log_file(tmp_path, *rows, {**GOOD, "set_id": "t4", "note": '"never closed'})
    taken, refused = outcome(path)
    assert taken == [2, 5]
    assert [line for line, _ in refused] == [4, 6]
    assert "closing quote" in refused[0][1]
    assert "never closed" in refused[1][1]


def test_a_cell_beyond_measure_is_refused(tmp_path: Path) -> None:
    huge = {**GOOD, "note": "x" * 200_000}
    long = {**GOOD, "note": "x" * 100_001}
    assert outcome(log_file(tmp_path, huge, GOOD))[0] == [3]
    assert outcome(log_file(tmp_path, long, GOOD))[0] == [3]


def test_a_newer_file_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="newer Stride Trainer"):
        outcome(log_file(tmp_path, GOOD, {**GOOD, "schema_version": "2"}))


NOT_OURS = [
    (b"", "is empty"),
    (b"\n\n\n", "no line of column names"),
    (b"hello", "no line of column names"),
    (b"Date,Exercise,Reps\n1,2,3\n", "none of the headers"),
    (b"SQLite format 3\x00rest", "is a database"),
    (b"PK\x03\x04rest", "workbook or an archive"),
    (b"\xff\xfea\x00", "UTF-16"),
    (b"a,b\nc,\x00\n", "zero byte in line 2"),
    (b"a,b\nc,\xe9t\xe9\n", r"not UTF-8 \(line 2\)"),
    (b"a,b\nc,\xf0\x9f", "breaks off"),
    (b"session_id,set_id,side,side\n", "twice"),
    (b"session_id,set_id,side\n", "lacks the columns schema_version, started_at_utc"),
    (b"x" * (MAX_BYTES + 1), "larger than 20 MB"),
]


@pytest.mark.parametrize(("content", "sentence"), NOT_OURS, ids=[sentence for _, sentence in NOT_OURS])
def test_what_is_no_file_of_ours_is_told_so_in_a_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(ExchangeError, match=sentence) as caught:
        outcome(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_folders_and_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="is a folder"):
        check_text_file(tmp_path)
    with pytest.raises(ExchangeError, match="No such file"):
        check_text_file(tmp_path / "none.csv")


def test_rows_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    row = "1,{},2026-01-31T06:30:00Z,UTC\n"
    lines = (row.format(number) for number in range(MAX_ROWS + 1))
    path.write_text(",".join(csv_runs.COLUMNS[:4]) + "\n" + "".join(lines))
    with pytest.raises(ExchangeError, match="more than 200,000 rows"):
        outcome(path)
