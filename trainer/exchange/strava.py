"""Strava's `activities.csv`: the runs among the activities."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from trainer.domain.run import Run
from trainer.domain.transfer import Pulse
from trainer.errors import ExchangeError
from trainer.exchange.cells import Wrong
from trainer.exchange.contents import Answers, Contents, Refused
from trainer.exchange.found_runs import found_run, left_out
from trainer.exchange.input import check_text_file
from trainer.exchange.reading import MAX_ROWS, open_text

_ID, _DATE, _NAME, _SPORT = "Activity ID", "Activity Date", "Activity Name", "Activity Type"
_NEEDED = frozenset({_ID, _DATE, _SPORT, "Distance"})
_NOTES = (_NAME, "Activity Description", "Activity Private Note")
_KINDS = {"run": "", "trail run": "trail", "virtual run": "virtual"}
_DATE_FORM = re.compile(
    r"([A-Z][a-z]{2}) (\d{1,2}), (\d{4}), (\d{1,2}):(\d\d):(\d\d)[ \u00a0\u202f]([AP])M", re.ASCII
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,20})?", re.ASCII)
_FILE_NAME = "activities.csv"
_MANY, _FAR_TOO_MANY = 15, 300
_WATCHED_LINES = 256


def looks_like_it(path: Path, first_line: str) -> bool:
    """Whether this is Strava's list: by its columns, or, in another language, by its name or its shape."""
    columns = _columns(first_line)
    if set(columns) >= _NEEDED:
        return True
    if not _MANY < len(columns) < _FAR_TOO_MANY:
        return False
    twice = len(columns) - len(set(columns))
    return path.name.lower() == _FILE_NAME or 2 <= twice <= len(columns) / 4


def strava_runs(path: Path, answers: Answers) -> Contents:
    """The runs of the list; other sports are left out and counted. Its times are UTC.

    Raises ExchangeError for a list in another language, and for what is no CSV, and what the pulse raises.
    """
    check_text_file(path)
    runs: list[Run] = []
    refused: list[Refused] = []
    others = 0
    for line, row in _rows(path, answers.pulse):
        if isinstance(row, str):
            refused.append(Refused(line, row))
            continue
        kind = _KINDS.get(row.first(_SPORT).lower())
        if kind is None:
            others += 1
            continue
        try:
            runs.append(_run(row, kind, answers.time_zone))
        except Wrong as wrong:
            refused.append(Refused(line, str(wrong)))
    return Contents("Strava", runs=tuple(runs), refused=tuple(refused), notes=left_out(others))


class _Row:
    """A line's cells under their columns; Strava has some columns twice."""

    __slots__ = ("_cells", "_places")

    def __init__(self, places: dict[str, list[int]], cells: Sequence[str]) -> None:
        self._places, self._cells = places, cells

    def first(self, column: str) -> str:
        return self._at(column, 0)

    def second(self, column: str) -> str:
        return self._at(column, 1)

    def _at(self, column: str, which: int) -> str:
        places = self._places.get(column, [])
        return self._cells[places[which]].strip() if len(places) > which else ""


def _rows(path: Path, pulse: Pulse) -> Iterator[tuple[int, _Row | str]]:
    size = path.stat().st_size
    with open_text(path) as file:
        reader = csv.reader(file, strict=True)
        columns = _header(reader, path.name)
        places: dict[str, list[int]] = {}
        for place, name in enumerate(columns):
            places.setdefault(name, []).append(place)
        for count in range(MAX_ROWS + 1):
            line = reader.line_num + 1
            if count % _WATCHED_LINES == 0:
                pulse(min(file.buffer.tell() / size, 1))
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield line, f"it is not CSV ({error})"
                continue
            if cells is None:
                return
            if any(cells):
                yield line, _row(places, cells, len(columns))
    raise ExchangeError(f"{path.name} has more than {MAX_ROWS:,} rows; divide it into smaller files.")


def _header(reader: Iterator[list[str]], name: str) -> list[str]:
    try:
        columns = [cell.strip() for cell in next(reader, [])]
    except csv.Error:
        columns = []
    if not set(columns) >= _NEEDED:
        raise ExchangeError(
            f"{name} looks like Strava's list of activities, but not with English column names: "
            "set Strava to English, ask it for your data again, and import that list."
        )
    return columns


def _row(places: dict[str, list[int]], cells: list[str], width: int) -> _Row | str:
    if len(cells) != width:
        return f"it has {len(cells)} cells where the header has {width}"
    return _Row(places, cells)


def _columns(first_line: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([first_line], strict=True), [])]
    except csv.Error:
        return []


def _run(row: _Row, kind: str, zone: str) -> Run:
    """Moving time where the list has it; the second distance is metres, the first one km."""
    metres = _number("Distance", row.second("Distance"))
    if metres is None and (km := _number("Distance", row.first("Distance"))) is not None:
        metres = km * 1000
    seconds = _number("Moving Time", row.first("Moving Time")) or _number(
        "Elapsed Time", row.second("Elapsed Time") or row.first("Elapsed Time")
    )
    return found_run(
        "strava",
        _date(row.first(_DATE)),
        zone,
        distance_m=metres,
        duration_s=seconds,
        kind=kind,
        note="\n".join(filter(None, map(row.first, _NOTES))),
        key=row.first(_ID),
    )


def _number(column: str, text: str) -> float | None:
    if not text:
        return None
    if _NUMBER.fullmatch(text) is None:
        raise Wrong(f"{column} is a number, not {text[:40]!r}")
    return float(text.replace(",", ""))


def _date(text: str) -> datetime:
    """`Nov 3, 2026, 6:12:33 AM`, UTC whatever the computer's locale is."""
    found = _DATE_FORM.fullmatch(text)
    if found is None or found[1] not in _MONTHS:
        raise Wrong(f"{_DATE} is a date like Nov 3, 2026, 6:12:33 AM, not {text[:40]!r}")
    day, year, hour, minute, second = (int(found[place]) for place in (2, 3, 4, 5, 6))
    if not 1 <= hour <= 12:
        raise Wrong(f"{_DATE} {text[:40]!r} is no hour there is")
    hour = hour % 12 + (12 if found[7] == "P" else 0)
    try:
        return datetime(year, _MONTHS.index(found[1]) + 1, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        raise Wrong(f"{_DATE} {text[:40]!r} is no day there is") from None
