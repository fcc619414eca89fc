"""Bent files of runs by the thousand: `python -m tests.fuzz.run_files [CASES] [--seed N]`.

Two of three cases are bent behind the header alone, with right checksums, so that the parser gets that far,
the others anywhere; in half of the text only values are bent, so that it stays well-formed. Whatever comes, a
reader gives runs that the log can hold, or one sentence. CASES counts for each of the four readers; the first
case that breaks one is kept in a file, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import random
import re
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fit_tool.profile.profile_type import Sport
from fitdecode.utils import compute_crc

from tests.exchange.run_samples import (
    A_RUN,
    Watch,
    a_fit_run,
    gpx,
    gpx_track,
    strava,
    tcx,
    tcx_activity,
    tcx_lap,
    trk,
)
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers, Contents
from trainer.exchange.formats import read_file

_VALUES = (
    b"nan", b"1e309", b"1e30", b"-1", b"0", b"", b"9" * 30, b"90.0000001", b"-180", b"0000-00-00T25:61:61Z",
    b"9999-12-31T23:59:59Z", b"0001-01-01T00:00:00+14:00", b"2026-11-03T06:12:33", b"Running", b"Run", b"9",
    b"Nov 31, 2026, 0:00:00 AM", b"Dec 31, 9999, 11:59:59 PM", "\U0001f3c3".encode(), b"x" * 200,
)  # fmt: skip
_TOKENS = (
    *_VALUES, b"\0", b"\xff\xfe", b"&a;", b"<", b">", b"</trk>", b"<trk>", b"]]>", b"<!--", b'"', b",",
    b"\r\n", b"<time>", b"<Lap>", b"<Activity Sport='Running'>", b"xmlns:a='b'", b"<!DOCTYPE a>",
)  # fmt: skip
_VALUE = re.compile(rb"(?<=[>\",])[^<>\",\n]+(?=[<\",])")
_BYTES = bytes((0, 1, 2, 0x0F, 0x40, 0x60, 0x7F, 0x80, 0x83, 0x86, 0x8C, 0xFD, 0xFE, 0xFF))


@dataclass(frozen=True)
class Reader:
    """One parser: its samples, how long the header of one is, and what makes a bent one whole again."""

    name: str
    samples: tuple[bytes, ...]
    header: Callable[[bytes], int]
    mended: Callable[[bytes], bytes] = bytes


def _multisport() -> bytes:
    watch = Watch()
    for second in range(0, 90, 10):
        watch.record(second)
    watch.stop(45)
    watch.sport(Sport.RUNNING)
    watch.session(0, 40)
    watch.session(40, 90, sport=Sport.CYCLING, total_distance=1_000.0)
    watch.activity(90, hours_from_utc=9)
    return watch.bytes()


def _fit_whole(bent: bytes) -> bytes:
    """The bytes as the body of a FIT file whose size and checksums are right."""
    body = bent[bent[0] : -2] if len(bent) > 16 else bent
    head = struct.pack("<2BHI4s", 14, 0x20, 2_100, len(body), b".FIT")
    whole = head + struct.pack("<H", compute_crc(head)) + body
    return whole + struct.pack("<H", compute_crc(whole))


def _after(sign: bytes) -> Callable[[bytes], int]:
    def place(sample: bytes) -> int:
        return sample.index(b">", sample.index(sign)) + 1

    return place


def _fit_header(sample: bytes) -> int:
    return sample[0]


def _first_line(sample: bytes) -> int:
    return sample.index(b"\n") + 1


_TRACK = gpx_track(range(4))
_LAP = tcx_lap(0, metres=1_000, seconds=300, points=range(4))
READERS = (
    Reader("fit", (a_fit_run(), _multisport()), _fit_header, _fit_whole),
    Reader(
        "gpx",
        (gpx(trk(_TRACK, _TRACK)).encode(), gpx(trk(_TRACK, sport=""), trk(_TRACK, sport="x")).encode()),
        _after(b"<gpx"),
    ),
    Reader(
        "tcx",
        (tcx(tcx_activity(_LAP, note="x")).encode(), tcx(tcx_activity(_LAP, _LAP, sport="Biking")).encode()),
        _after(b"<Training"),
    ),
    Reader("strava.csv", (strava(A_RUN, A_RUN | {"Activity Type": "Ride"}, A_RUN).encode(),), _first_line),
)


def bend(sample: bytes, from_: int, chance: random.Random) -> bytes:
    """The sample with one to six changes behind the place `from_`."""
    bent = bytearray(sample)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(from_, max(len(bent), from_ + 1))
        to = min(len(bent), at + chance.randint(1, 40))
        match chance.randrange(6):
            case 0:
                bent[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                bent[at : at + 1] = bytes((chance.choice(_BYTES),))
            case 2:
                bent[at:at] = chance.choice(_TOKENS)
            case 3:
                del bent[at:to]
            case 4:
                bent[at:at] = bent[at:to] * chance.randint(1, 5)
            case _:
                bent[at:to] = chance.choice(_TOKENS)
    return bytes(bent)


def bend_values(sample: bytes, chance: random.Random) -> bytes:
    """The sample with one to four of its texts and attributes replaced by others."""
    for _ in range(chance.randint(1, 4)):
        found = chance.choice([match.span() for match in _VALUE.finditer(sample)])
        sample = sample[: found[0]] + chance.choice(_VALUES) + sample[found[1] :]
    return sample


def case(reader: Reader, chance: random.Random) -> tuple[bytes, bool]:
    """A bent file, and whether its header is whole."""
    sample = chance.choice(reader.samples)
    if reader.mended is bytes and chance.randrange(2):
        header = reader.header(sample)
        return sample[:header] + bend_values(sample[header:], chance), True
    if chance.randrange(3):
        return reader.mended(bend(sample, reader.header(sample), chance)), True
    return bend(sample, 0, chance), False


def check(read: Contents) -> None:
    """Raises AssertionError for what the log cannot hold or show."""
    for run in read.runs:
        assert 1900 <= run.started_at.year < 2200
        assert run.distance_km is None or 0 < run.distance_km <= 10_000
        assert run.duration_s is None or 0 < run.duration_s <= 8_640_000
        assert run.distance_km is not None or run.duration_s is not None
        run.note.encode()
    for sentence in (*read.notes, *(one.reason for one in read.refused)):
        assert "\n" not in sentence
    assert all(one.line > 0 for one in read.refused)


def fuzz(reader: Reader, cases: int, seed: int, folder: Path) -> bool:
    """Whether the reader stood all cases; prints how many, and how many were runs or a sentence."""
    chance = random.Random(f"{reader.name} {seed}")
    path = folder / f"case.{reader.name}"
    taken = past = 0
    began = time.perf_counter()
    for number in range(cases):
        content, whole = case(reader, chance)
        past += whole
        path.write_bytes(content)
        try:
            check(read_file(path, Answers(time_zone="Europe/Berlin")))
            taken += 1
        except ExchangeError as error:
            if "\n" in str(error) or not str(error).endswith("."):
                return _broken(reader, number, content, str(error))
        except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
            return _broken(reader, number, content, traceback.format_exc())
    seconds = time.perf_counter() - began
    sys.stdout.write(
        f"{reader.name}: {cases:,} cases, {past:,} past the header, {taken:,} read, {seconds:.0f} s\n"
    )
    return True


def _broken(reader: Reader, number: int, content: bytes, told: str) -> bool:
    kept = Path(tempfile.gettempdir()) / f"fuzz-{number}.{reader.name}"
    kept.write_bytes(content)
    sys.stdout.write(f"{reader.name}: case {number} broke it, kept as {kept}\n{told}\n")
    return False


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("cases", type=int, nargs="?", default=100_000)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stood = [fuzz(reader, asked.cases, asked.seed, Path(folder)) for reader in READERS]
    return 0 if all(stood) else 1


if __name__ == "__main__":
    sys.exit(main())
