"""Bent CSV files by the hundred thousand: `python -m tests.fuzz.tables [CASES] [--only PARSER] [--seed N]`.

Two of three cases keep the header and bend the rows, cell by cell or byte by byte; the others are bent
anywhere. Whatever comes, a reader gives records, each of which our own CSV can hold and give back, or refuses
lines with a reason, or the file with one sentence. CASES counts for each parser; the first case that breaks
one is kept in a file, and the exit status is 1. Prints how many cases got past the header.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.exchange.foreign import SAMPLES
from tests.exchange.wild import flat
from trainer.errors import ExchangeError
from trainer.exchange import csv_checkins, csv_log, csv_names, csv_runs
from trainer.exchange.contents import Answers, Contents, Unit
from trainer.exchange.formats import read_file
from trainer.exchange.profile import DATA
from trainer.exchange.writing import write_lines

_CELLS = (
    '', ' ', '0', '-0', '1', '-1', '8.0', '149.99999999999997', '72,5', '1,000', '1e309', 'nan', 'inf',
    '0x10', '٣', '９', "9" * 40, '1/2', 'W', 'D', 'F', 'Rest Timer',
    'Note', 'left', 'reps', 'hold', 'done', 'running', 'kg', 'lbs', 'km', 'mi.', 'stone', 'Running',
    'Treadmill', 'Plank', '1h 3m', '45h 56m', '11s', '0:30:00', '99:99:99', 'h m s', '2026-01-31',
    '2026-01-31 18:30:00', '2026-01-31T06:30:00Z', '2026-02-30T06:30:00Z', '0000-00-00 00:00:00',
    '9999-12-31T23:59:59Z', '0001-01-01T00:00:00+23:59', '2198-12-31 23:59:59',
    '1901-01-01 00:00:00-23:59', '9 Apr 2026, 17:18', '31 Feb 2026, 25:61', 'Apr 9, 2026, 5:18 PM',
    'Europe/Berlin', 'Mars/Olympus', '../../etc/passwd', '3-1-1-0', '0-0-0-0', '=1+1', "'=1", '@SUM(A1)',
    "x" * 600,
    'a\nb', 'a\r\nb', 'say "ho"', 'a,b', 'a;b', 'a\tb', '\r', '\ufeff', '\u202e', '\u2028', '😀', '\x1c',
    '\x85', '\x0b', 'é', '\U000e0001', 'spreadsheet', 'normal', 'warmup',
)  # fmt: skip
_BYTES = (
    b'\x00', b'\xff', b'\xfe', b'\xc3', b'\xf0\x9f', b'"', b'""', b',', b';', b'\n', b'\r', b'\r\n',
    b'\t', b' ',
)  # fmt: skip
_ANSWERS = (
    Answers(time_zone="Europe/Berlin"),
    Answers(time_zone="Pacific/Apia", unit=Unit.LB, utc=True),
    Answers(time_zone="America/St_Johns", program="Strong"),
)
_RECHECKED = 4  # one of so many readings is written and read again


@dataclass(frozen=True)
class Parser:
    """A name, samples, and what reads a file."""

    name: str
    samples: tuple[bytes, ...]
    read: Callable[[Path, Answers], Contents | None] = read_file


@dataclass
class Outcome:
    """How many cases there were, how many got past the header, and how many records came of them."""

    cases: int = 0
    past_header: int = 0
    records: int = 0


def _own(columns: tuple[str, ...], rows: Iterable[dict[str, str]]) -> bytes:
    lines = [",".join(columns), *(",".join(row.get(name, "") for name in columns) for row in rows)]
    return "\r\n".join(lines).encode() + b"\r\n"


_SESSION = {
    "schema_version": "1",
    "session_id": "s1",
    "started_at_utc": "2026-01-31T06:30:00Z",
    "time_zone": "Europe/Berlin",
    "workout": "Hamstrings",
    "side": "both",
    "kind": "reps",
    "status": "done",
    "exercise_id": "nordic-hamstring-curl",
    "exercise": "Nordic",
}
_LOG = _own(
    csv_log.COLUMNS,
    [_SESSION | {"set_id": f"t{n}", "set_index": str(n), "reps": "8", "load_kg": "20.5"} for n in range(3)],
)
_CHECKINS = _own(
    csv_checkins.COLUMNS,
    [
        {"schema_version": "1", "checkin_id": f"c{n}", "at_utc": "2026-01-31T06:30:00Z", "time_zone": "UTC"}
        | {"area": "groin", "side": "left", "pain": "3", "note": "x"}
        for n in range(3)
    ],
)
_RUNS = _own(
    csv_runs.COLUMNS,
    [
        {
            "schema_version": "1",
            "run_id": f"r{n}",
            "started_at_utc": "2026-01-31T06:30:00Z",
            "time_zone": "UTC",
        }
        | {"distance_km": "10.5", "duration_s": "3000", "source": "hand"}
        for n in range(3)
    ],
)
_NAMES = b"name,exercise_id\r\nRDL,single-leg-rdl\r\nSit,wall-sit\r\n"


def _read_names(path: Path, _answers: Answers) -> None:
    names = csv_names.read_names(path)
    assert all(name and exercise_id for name, exercise_id in names.items())


def _samples(start: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(SAMPLES.glob(f"{start}*.csv")))


PARSERS = (
    Parser("log", (_LOG,)),
    Parser("checkins", (_CHECKINS,)),
    Parser("runs", (_RUNS,)),
    Parser("strong", _samples("strong")),
    Parser("hevy", _samples("hevy")),
    Parser("fitnotes", _samples("fitnotes")),
    Parser("names", (_NAMES,), _read_names),
)


def _cells_bent(row: bytes, separator: bytes, chance: random.Random) -> bytes:
    """A row with some cells replaced, doubled, swapped or taken away, quoted where they need it or not."""
    cells = row.split(separator)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(cells)) if cells else 0
        match chance.randrange(8):
            case 0:
                del cells[at : at + 1]
            case 1:
                cells.insert(at, chance.choice(_CELLS).encode("utf-8"))
            case 2:
                cells[at : at + 1] *= 2
            case 3:
                other = chance.randrange(len(cells)) if cells else 0
                cells[at : at + 1], cells[other : other + 1] = cells[other : other + 1], cells[at : at + 1]
            case _:
                new = chance.choice(_CELLS)
                quoted = '"' + new.replace('"', '""') + '"' if chance.randrange(3) else new
                cells[at : at + 1] = [quoted.encode("utf-8")]
    return separator.join(cells)


def _bytes_bent(content: bytes, from_: int, chance: random.Random) -> bytes:
    bent = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(from_, max(len(bent), from_ + 1))
        match chance.randrange(4):
            case 0:
                bent[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                bent[at:at] = chance.choice(_BYTES)
            case 2:
                del bent[at : at + chance.randint(1, 30)]
            case _:
                bent[at:at] = bent[at : at + chance.randint(1, 60)] * chance.randint(1, 3)
    return bytes(bent)


def bent(sample: bytes, chance: random.Random) -> bytes:
    """A case made of a sample."""
    if not chance.randrange(3):
        return _bytes_bent(sample, 0, chance)
    header, _, body = sample.partition(b"\n")
    separator = b";" if header.count(b";") > header.count(b",") else b","
    rows = body.split(b"\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(rows))
        rows[at] = _cells_bent(rows[at], separator, chance)
    body = b"\n".join(rows)
    return header + b"\n" + (body if chance.randrange(4) else _bytes_bent(body, 0, chance))


def check(contents: Contents, path: Path, *, again: bool) -> None:
    """Raises AssertionError for what the log could not hold, show, or write and read again."""
    for sentence in (*contents.notes, *(one.reason for one in contents.refused)):
        assert "\n" not in sentence
    ids = {session.id for session in contents.sessions}
    assert len(ids) == len(contents.sessions)
    keys = {(done.set_id, done.side) for done in contents.sets}
    assert len(keys) == len(contents.sets)
    if again:
        _check_again(contents, ids, path)


def _check_again(contents: Contents, ids: set[str], path: Path) -> None:
    log = [
        (session, [done for done in contents.sets if done.session_id == session.id])
        for session in contents.sessions
    ]
    runs, checkins = contents.runs, contents.checkins
    for columns, lines, count in (
        (csv_log.COLUMNS, csv_log.log_lines(flat(log), DATA), len(log)),
        (csv_runs.COLUMNS, csv_runs.run_lines(runs, DATA), len(runs)),
        (csv_checkins.COLUMNS, csv_checkins.checkin_lines(checkins, DATA), len(checkins)),
    ):
        if count:
            with path.open("wb") as file:
                write_lines(file, columns, lines, DATA)
            once = read_file(path, Answers())
            assert once.refused == (), once.refused
            counted = len(once.sessions) + len(once.runs) + len(once.checkins)
            assert counted == count
    assert {done.session_id for done in contents.sets} <= ids


def one(parser: Parser, path: Path, content: bytes, answers: Answers, *, again: bool) -> tuple[bool, int]:
    """Whether the case got past the header, and how many records came of it. Raises on what is a fault."""
    path.write_bytes(content)
    try:
        contents = parser.read(path, answers)
    except ExchangeError as error:
        _check_sentence(str(error))
        return str(error).startswith("Line "), 0
    if contents is None:
        return True, 0
    check(contents, path.with_name("again.csv"), again=again)
    records = len(contents.sets) + len(contents.runs) + len(contents.checkins)
    return bool(records or contents.refused or contents.sessions), records


def _check_sentence(sentence: str) -> None:
    assert "\n" not in sentence
    assert sentence.endswith(".")


def fuzz(parser: Parser, cases: int, seed: int, folder: Path) -> Outcome:
    """Raises what a case raises; that is in `case.csv` then."""
    chance = random.Random(f"{seed} {parser.name}")
    outcome = Outcome()
    for number in range(cases):
        content = bent(chance.choice(parser.samples), chance)
        answers, again = chance.choice(_ANSWERS), not number % _RECHECKED
        past, records = one(parser, folder / "case.csv", content, answers, again=again)
        outcome.cases += 1
        outcome.past_header += past
        outcome.records += records
    return outcome


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cases", type=int, nargs="?", default=10_000)
    asked.add_argument("--only", choices=tuple(parser.name for parser in PARSERS))
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    whole = Outcome()
    with tempfile.TemporaryDirectory(prefix="stride-fuzz-") as folder:
        for parser in PARSERS:
            if options.only in (None, parser.name):
                began_s = time.perf_counter()
                try:
                    outcome = fuzz(parser, options.cases, options.seed, Path(folder))
                except Exception:  # noqa: BLE001  whatever it is, it is what was looked for
                    traceback.print_exc()
                    kept = Path(tempfile.gettempdir()) / f"fuzz-{parser.name}.csv"
                    kept.write_bytes((Path(folder) / "case.csv").read_bytes())
                    print(f"{parser.name} broke; the file is kept as {kept}")
                    return 1
                share = outcome.past_header / outcome.cases
                print(
                    f"{parser.name:9} {outcome.cases:9,} cases, {share:4.0%} past the header, "
                    f"{outcome.records:9,} records, {time.perf_counter() - began_s:5.0f} s",
                    flush=True,
                )
                whole.cases += outcome.cases
                whole.past_header += outcome.past_header
    print(f"{'all':9} {whole.cases:9,} cases, {whole.past_header / whole.cases:4.0%} past the header")
    return 0


if __name__ == "__main__":
    sys.exit(main())
