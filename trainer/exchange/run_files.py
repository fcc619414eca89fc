"""Other programs' files of runs: each kind is known by its first bytes and read by a library of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.errors import ExchangeError
from trainer.exchange import strava
from trainer.exchange.contents import Answers, Contents

_FIT_MARK = b".FIT"
_XML_SUFFIXES = (".gpx", ".tcx")


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Has a file that goes or breaks while it is read told in a sentence."""
    try:
        yield
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror or error}.") from error


def is_fit(path: Path, head: bytes) -> bool:
    """By its mark, or by its name where it has none."""
    return head[8:12] == _FIT_MARK or path.suffix.lower() == ".fit"


def read_fit(path: Path, answers: Answers) -> Contents:
    """Raises ExchangeError, one sentence, for what is no whole FIT file of an activity."""
    from trainer.exchange.fit_runs import fit_runs  # start-up saving: the profile is large

    with _readable(path):
        return fit_runs(path, answers)


def is_xml(path: Path, head: bytes) -> bool:
    """By its first sign, or by its name."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or path.suffix.lower() in _XML_SUFFIXES


def read_xml(path: Path, answers: Answers) -> Contents:
    """Raises ExchangeError, one sentence, for what is neither GPX nor TCX, or means harm."""
    from trainer.exchange.xml_runs import xml_runs  # start-up saving: as above

    with _readable(path):
        return xml_runs(path, answers)


def is_strava(path: Path, head: bytes) -> bool:
    """By its columns, or, in another language, by its name or its shape."""
    return strava.looks_like_it(path, head.decode("utf-8-sig", "replace").partition("\n")[0])


def read_strava(path: Path, answers: Answers) -> Contents:
    """Raises ExchangeError, one sentence, for a list in another language, and for what is no CSV."""
    with _readable(path):
        return strava.strava_runs(path, answers)
