"""Files that would be the end of a careless reader: one sentence each, and no more memory than allowed."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.exchange.foreign import BERLIN, read, table
from tests.exchange.test_foreign_rows import FITNOTES, HEVY, STRONG, row
from trainer.errors import ExchangeError
from trainer.exchange import csv_log
from trainer.exchange.input import MAX_BYTES, MAX_OWN_BYTES
from trainer.exchange.reading import MAX_LINES, MAX_ROWS

MOST_MEMORY = 150 * 1024 * 1024
OWN = ",".join(csv_log.COLUMNS)


def written(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


def sparse(size: int, head: bytes = b"") -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(head)
            file.truncate(size)

    return make


def fifo(path: Path) -> None:
    os.mkfifo(path)


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path)


STRONG_ROW = row().encode()
HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a folder": (Path.mkdir, "is a folder"),
    "a pipe": (fifo, "is not a file"),
    "/dev/zero": (zeros, "is not a file"),
    "a link to itself": (loop, "cannot be read"),
    "a gigabyte": (sparse(1 << 30), "larger than 20 MB"),
    "a gigabyte of ours": (sparse(1 << 30, OWN.encode() + b"\n"), "larger than 80 MB"),
    "a megabyte too many": (sparse(MAX_BYTES + 1, STRONG.encode() + b"\n"), "larger than 20 MB"),
    "a zero byte": (written(f"{STRONG}\n".encode() + STRONG_ROW + b"\x00"), "zero byte in line 2"),
    "Latin-1": (written(f"{STRONG}\n{row(workout='Übung')}".encode("latin-1")), r"not UTF-8 \(line 2\)"),
    "UTF-16": (written(f"{STRONG}\n{row()}".encode("utf-16")), "UTF-16"),
    "UTF-16 without a mark": (written(f"{STRONG}\n{row()}".encode("utf-16-le")), "zero byte in line 1"),
    "UTF-32": (written(f"{STRONG}\n{row()}".encode("utf-32")), "UTF-16|zero byte"),
    "a million columns": (written(b"a," * 1_000_000), "longer than 1,000,000 characters"),
    "a thousand columns": (written(b"a," * 1_001 + b"\n1"), "columns, so it is no log"),
    "a line without an end": (written(b"x" * MAX_BYTES), "longer than 1,000,000 characters"),
    "a header in quotes": (written(b'"' + b"a,b\n" * 1000), "no line of column names"),
    "blank lines": (written(b"\n" * MAX_BYTES), "no line of column names"),
}


@pytest.fixture
def measured() -> Iterator[None]:
    """Fails what takes more memory than an import may."""
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("name", HOSTILE)
def test_one_sentence(tmp_path: Path, name: str, measured: None) -> None:
    make, sentence = HOSTILE[name]
    path = tmp_path / "export.csv"
    make(path)
    with pytest.raises(ExchangeError, match=sentence) as told:
        read(path)
    assert "\n" not in str(told.value)
    assert str(told.value).endswith(".")


@pytest.mark.parametrize("header", [STRONG, HEVY, FITNOTES, OWN])
def test_rows_that_are_none_are_refused_each_by_itself(tmp_path: Path, header: str) -> None:
    rows = ('"never closed', "a,b", "," * 900_000, "x" * 200_000, "1e309" + "," * header.count(","))
    for wild in rows:
        contents = read(table(tmp_path, f"{header}\n{wild}\n"))
        assert contents.sets == contents.sessions == ()
        assert [refused.line for refused in contents.refused][:1] in ([2], [])
    assert read(table(tmp_path, f"{header}\n")).refused == ()


@pytest.mark.parametrize("line", ["\n", '"\n",'])
def test_lines_without_end_are_not_read_to_their_end(tmp_path: Path, line: str) -> None:
    path = table(tmp_path, f"{STRONG}\n" + line * (MAX_LINES + 1))
    with pytest.raises(ExchangeError, match="more than 2,000,000 lines"):
        read(path)


def test_a_tenth_of_the_rows_takes_a_tenth_of_the_memory(tmp_path: Path) -> None:
    """Even when a session has two rows."""
    line = "2026-01-31 {:02}:{:02}:{:02},{},1m,Squat,1,1,1,0,0,,,\n"
    count = MAX_ROWS // 20
    path = table(
        tmp_path,
        f"{STRONG}\n" + "".join(2 * line.format(n // 3600, n // 60 % 60, n % 60, n) for n in range(count)),
    )
    tracemalloc.start()
    contents = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len({session.id for session in contents.sessions}) == count
    assert peak < MOST_MEMORY / 10


@pytest.mark.parametrize("end", range(0, 400, 7))
def test_a_file_that_was_cut_off_is_read_up_to_there(tmp_path: Path, end: int) -> None:
    """However it is cut: a sentence for the file or its last line, and never a set that was not there."""
    whole = f"{STRONG}\n{row()}\n{row(exercise='“Lunge”, 😀', note='deep')}\n".encode()
    path = tmp_path / "export.csv"
    path.write_bytes(whole[:end])
    complete = {(done.exercise, done.load_kg) for done in read(_beside(path, whole)).sets}
    with suppress(ExchangeError):
        assert {(done.exercise, done.load_kg) for done in read(path, BERLIN).sets} <= complete


def _beside(path: Path, content: bytes) -> Path:
    whole = path.with_name("whole.csv")
    whole.write_bytes(content)
    return whole


def test_the_caps_are_what_the_sentences_say() -> None:
    assert (MAX_BYTES, MAX_OWN_BYTES) == (20 << 20, 80 << 20)


def test_ones_own_log_may_be_larger(tmp_path: Path) -> None:
    """100,000 sets as we write them are more than others may have."""
    cells = {
        "schema_version": "1",
        "started_at_utc": "2026-01-31T06:30:00Z",
        "time_zone": "UTC",
        "session_note": "x" * 99_000,
    }
    rows = (cells | {"session_id": f"s{number}"} for number in range(MAX_BYTES // 99_000 + 2))
    text = "\n".join(",".join(row.get(name, "") for name in csv_log.COLUMNS) for row in rows)
    path = table(tmp_path, f"{OWN}\n{text}\n")
    assert path.stat().st_size > MAX_BYTES
    contents = read(path)
    assert (contents.refused, len(contents.sessions)) == ((), MAX_BYTES // 99_000 + 2)
