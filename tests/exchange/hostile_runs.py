"""Files that no watch writes: bombs, endless ones, and what is none at all.

`python -m tests.exchange.hostile_runs FOLDER` reads each and prints how many MB of memory that took at most.
"""

from __future__ import annotations

import os
import resource
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from fitdecode.utils import compute_crc

from tests.exchange.run_samples import A_RUN, a_fit_run, gpx, gpx_track, strava, tcx, trk
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers
from trainer.exchange.formats import read_file

_LOLS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE gpx [<!ENTITY l0 "lol">{_LOLS}]>'
BLOW_UP = f'<!DOCTYPE gpx [<!ENTITY a "{"x" * 100_000}">]>'
OUTSIDE = '<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETERS = '<!DOCTYPE gpx [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>'
ELSEWHERE = '<!DOCTYPE gpx SYSTEM "http://localhost/gpx.dtd">'
_MB = 1024 * 1024
HEAVY = frozenset({"wide.gpx", "fields.fit", "messages.fit"})
"""Those that are read up to a limit before they are refused."""


def fit(body: bytes, size: int | None = None) -> bytes:
    """A FIT file around these bytes, its checksums right."""
    head = struct.pack("<2BHI4s", 14, 0x20, 2100, len(body) if size is None else size, b".FIT")
    whole = head + struct.pack("<H", compute_crc(head)) + body
    return whole + struct.pack("<H", compute_crc(whole))


def many_fields() -> bytes:
    """A message of 255 fields of a byte each, over and over."""
    definition = b"\x40\x00\x00\x14\x00\xff" + b"".join(bytes((n, 1, 2)) for n in range(255))
    return fit(definition + (b"\x00" + b"\x01" * 255) * 20_000)


def many_messages() -> bytes:
    """Messages of a byte each, the shortest there are."""
    return fit(b"\x40\x00\x00\x14\x00\x01\x03\x01\x02" + b"\x00\x01" * 300_000)


def documents() -> Iterator[tuple[str, bytes]]:
    """Names and contents, each a sentence and no more."""
    track = trk(gpx_track(range(3)))
    for number, start in enumerate((BOMB, BLOW_UP, OUTSIDE, PARAMETERS, ELSEWHERE, "<!DOCTYPE gpx>")):
        yield f"dtd{number}.gpx", (start + gpx(trk(gpx_track(range(3)), name="&a;&l9;"))[39:]).encode()
        yield f"dtd{number}.tcx", (start.replace("gpx", "tcx") + tcx("&a;&l9;")[21:]).encode()
    yield "undefined.gpx", gpx("&lol;", track).encode()
    yield "cut.gpx", gpx(track).encode()[:-30]
    yield "cut.tcx", tcx().encode()[:-30]
    yield "nul.gpx", gpx(track).replace("running", "run\0ning").encode()
    yield "invalid.gpx", gpx(track).encode().replace(b"running", b"run\xffning")
    yield "utf7.gpx", gpx(track).replace("UTF-8", "UTF-7").encode()
    yield "nonsense.gpx", gpx(track).replace("UTF-8", "no-such-encoding").encode()
    yield "two.gpx", gpx(track).encode() * 2
    yield "page.gpx", b"<!-- hello --><html><body>404</body></html>"
    yield "deep.gpx", gpx("<trk>" * 200_000).encode()
    yield "many.gpx", gpx("<trk/>" * 11_000).encode()
    yield "wide.gpx", gpx("<a/>" * 1_100_000).encode()
    yield "attributes.gpx", gpx("<trk " + " ".join(f'a{n}=""' for n in range(1_000_000)) + "/>").encode()
    yield "comment.gpx", gpx("<!--" + "x" * 15 * _MB + "-->", track).encode()
    yield "endless.tcx", b"<TrainingCenterDatabase " + b"a" * 15 * _MB
    yield "plain.gpx", b"Date,Exercise\n1,2\n"
    yield "cut.fit", a_fit_run()[:-9]
    yield "head.fit", a_fit_run()[:12]
    yield "size.fit", fit(b"", size=0xFFFF_FFFF)
    yield "undefined.fit", fit(b"\x05\x00\x00")
    yield "sizes.fit", fit(b"\x40\x00\x00\x14\x00\x01\x03\x00\x02\x00")
    yield "fields.fit", many_fields()
    yield "messages.fit", many_messages()
    yield "zero.fit", bytes(1000)
    yield "nul.csv", strava(A_RUN).replace("Morning", "Mor\0ning").encode()
    yield "utf16.csv", strava(A_RUN).encode("utf-16")
    yield "invalid.csv", strava(A_RUN).encode().replace(b"Morning", b"M\xffrning")
    yield "activities.csv", strava(A_RUN).replace("Activity", "Aktivität").encode()


def places(folder: Path) -> Iterator[Path]:
    """What has a name but is no file, or too much of one."""
    sparse = folder / "sparse.fit"
    with sparse.open("wb") as file:
        file.write(a_fit_run())
        file.truncate(1 << 30)
    yield sparse
    (folder / "folder.gpx").mkdir()
    yield folder / "folder.gpx"
    os.mkfifo(folder / "fifo.fit")
    yield folder / "fifo.fit"
    (folder / "zero.tcx").symlink_to("/dev/zero")
    yield folder / "zero.tcx"
    (folder / "empty.gpx").touch()
    yield folder / "empty.gpx"


def quick(folder: Path) -> Iterator[Path]:
    """All but the heavy documents as files, one at a time, and then the places."""
    for name, content in documents():
        if name not in HEAVY:
            (folder / name).write_bytes(content)
            yield folder / name
            (folder / name).unlink()
    yield from places(folder)


def _most_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _refused(path: Path) -> bool:
    try:
        read_file(path, Answers())
    except ExchangeError:
        return True
    return False


def main(folder: Path) -> None:
    """Reads files that lie there, made by another process, and prints the growth in MB."""
    for name, content in (("a.fit", a_fit_run()), ("a.gpx", gpx().encode()), ("a.csv", strava().encode())):
        (folder / name).write_bytes(content)
        _refused(folder / name)
        (folder / name).unlink()
    before = _most_mb()
    for path in sorted(folder.iterdir()):
        if not _refused(path):
            sys.exit(f"{path} was taken")
    sys.stdout.write(f"{_most_mb() - before:.1f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
