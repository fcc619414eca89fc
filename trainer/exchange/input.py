"""The look at a file before it is read: what it is not, said in a sentence."""

from __future__ import annotations

import codecs
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from trainer.errors import ExchangeError

MAX_BYTES = 20 * 1024 * 1024
MAX_OWN_BYTES = 80 * 1024 * 1024  # 200,000 rows of our own log, ids, notes and all
_PIECE = 1 << 20
_OTHER_KINDS = (
    (b"SQLite format 3\x00", "is a database; if it is a backup of yours, restore it instead"),
    (b"PK\x03\x04", "is a workbook or an archive; save the sheet as CSV and import that"),
    (b"\xd0\xcf\x11\xe0", "is a workbook; save the sheet as CSV and import that"),
    (b"%PDF", "is a PDF, not a CSV file"),
    (codecs.BOM_UTF16_LE, "is written in UTF-16; save it as CSV in UTF-8"),
    (codecs.BOM_UTF16_BE, "is written in UTF-16; save it as CSV in UTF-8"),
)


def first_bytes(path: Path, count: int = 4096) -> bytes:
    """How a file begins. Raises ExchangeError for what is none, or is empty."""
    try:
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise ExchangeError(f"{path} is a folder; name a file in it.")
        if not S_ISREG(status.st_mode):
            raise ExchangeError(f"{path} is not a file.")
        if not status.st_size:
            raise ExchangeError(f"{path.name} is empty.")
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror or error}.") from error


def check_size(path: Path, most: int = MAX_BYTES) -> None:
    """Raises ExchangeError for a file that is larger."""
    if path.stat().st_size > most:
        raise ExchangeError(f"{path.name} is larger than {most >> 20} MB; divide it into smaller files.")


def check_text_file(path: Path, most: int = MAX_BYTES) -> None:
    """Raises ExchangeError, one sentence, for a file that is not plain UTF-8 text, or larger than `most`."""
    first_bytes(path, 1)
    check_size(path, most)
    try:
        with path.open("rb") as file:
            decoder = codecs.getincrementaldecoder("utf-8")()
            lines = 0
            while piece := file.read(_PIECE):
                if not lines:
                    _check_kind(path, piece)
                _check_piece(path, piece, decoder, lines)
                lines += piece.count(b"\n")
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise ExchangeError(f"{path.name} breaks off within a character; fetch it again.") from None
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror or error}.") from error


def _check_kind(path: Path, piece: bytes) -> None:
    for start, sentence in _OTHER_KINDS:
        if piece.startswith(start):
            raise ExchangeError(f"{path.name} {sentence}.")


def _check_piece(path: Path, piece: bytes, decoder: codecs.IncrementalDecoder, lines: int) -> None:
    if (nul := piece.find(b"\0")) >= 0:
        line = lines + piece.count(b"\n", 0, nul) + 1
        raise ExchangeError(f"{path.name} is not a text file: there is a zero byte in line {line}.")
    try:
        decoder.decode(piece)
    except UnicodeDecodeError as error:
        line = lines + piece.count(b"\n", 0, error.start) + 1
        raise ExchangeError(f"{path.name} is not UTF-8 (line {line}); save it as CSV in UTF-8.") from None
