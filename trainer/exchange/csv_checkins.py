"""Check-ins as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Side
from trainer.domain.session import local_date
from trainer.exchange.cells import LONGEST_NOTE, Cells, Wrong
from trainer.exchange.moments import utc_text
from trainer.exchange.profile import SCHEMA_VERSION, Profile, Records
from trainer.exchange.reading import CsvFormat
from trainer.exchange.writing import Cell, lines_of

COLUMNS = (
    "schema_version",
    "checkin_id",
    "at_utc",
    "time_zone",
    "local_date",
    "area",
    "side",
    "soreness",
    "pain",
    "tightness",
    "note",
)


def checkin_lines(checkins: Iterable[CheckIn], profile: Profile) -> Iterator[str]:
    """Check-ins as lines of the file, sorted by time; the few there are are sorted here."""
    return lines_of(_cells(checkins), profile)


def _cells(checkins: Iterable[CheckIn]) -> Iterator[tuple[Cell, ...]]:
    for checkin in sorted(checkins, key=lambda c: (c.at, c.id)):
        yield (
            SCHEMA_VERSION,
            checkin.id,
            utc_text(checkin.at),
            checkin.time_zone,
            local_date(checkin.at, checkin.time_zone).isoformat(),
            checkin.area,
            checkin.side,
            checkin.soreness,
            checkin.pain,
            checkin.tightness,
            checkin.note,
        )


def new_parser() -> Callable[[Cells, int], CheckIn]:
    """A parser for one pass over one file; it refuses an id that came before."""
    seen: dict[str, int] = {}

    def parse(cells: Cells, line: int) -> CheckIn:
        checkin = _checkin(cells)
        if checkin.id in seen:
            raise Wrong(f"it has the same checkin_id as line {seen[checkin.id]}")
        seen[checkin.id] = line
        return checkin

    return parse


def _checkin(cells: Cells) -> CheckIn:
    return CheckIn(
        id=cells.needed("checkin_id"),
        at=cells.needed_time("at_utc"),
        time_zone=cells.zone("time_zone"),
        area=cells.needed("area"),
        side=cells.choice("side", Side),
        soreness=cells.whole("soreness", 0, 10),
        pain=cells.whole("pain", 0, 10),
        tightness=cells.whole("tightness", 0, 10),
        note=cells.text("note", LONGEST_NOTE),
    )


CHECKINS = CsvFormat(
    records=Records.CHECKINS,
    columns=COLUMNS,
    known_by=frozenset({"checkin_id"}),
    required=frozenset(["schema_version", "checkin_id", "at_utc", "time_zone", "area", "side"]),
    new_parser=new_parser,
)
