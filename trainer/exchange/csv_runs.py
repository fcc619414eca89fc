"""Runs as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trainer.domain.run import Run
from trainer.domain.session import local_date
from trainer.exchange.cells import LONGEST_NOTE, Cells, Wrong
from trainer.exchange.moments import utc_text
from trainer.exchange.numbers import NumberTexts
from trainer.exchange.profile import SCHEMA_VERSION, Profile, Records
from trainer.exchange.reading import CsvFormat
from trainer.exchange.writing import Cell, lines_of

COLUMNS = (
    "schema_version",
    "run_id",
    "started_at_utc",
    "time_zone",
    "local_date",
    "distance_km",
    "duration_s",
    "effort",
    "kind",
    "source",
    "note",
)
LONGEST_KM = 10_000
LONGEST_S = 100 * 86_400


def run_lines(runs: Iterable[Run], profile: Profile) -> Iterator[str]:
    """Runs as lines of the file, sorted by start; the few there are are sorted here."""
    return lines_of(_cells(runs, profile), profile)


def _cells(runs: Iterable[Run], profile: Profile) -> Iterator[tuple[Cell, ...]]:
    text = NumberTexts(profile.decimal_point)
    for run in sorted(runs, key=lambda r: (r.started_at, r.id)):
        yield (
            SCHEMA_VERSION,
            run.id,
            utc_text(run.started_at),
            run.time_zone,
            local_date(run.started_at, run.time_zone).isoformat(),
            text[run.distance_km],
            text[run.duration_s],
            text[run.effort],
            run.kind,
            run.source,
            run.note,
        )


def new_parser() -> Callable[[Cells, int], Run]:
    """A parser for one pass over one file; it refuses an id that came before."""
    seen: dict[str, int] = {}

    def parse(cells: Cells, line: int) -> Run:
        run = _run(cells)
        if run.id in seen:
            raise Wrong(f"it has the same run_id as line {seen[run.id]}")
        seen[run.id] = line
        return run

    return parse


def _run(cells: Cells) -> Run:
    return Run(
        id=cells.needed("run_id"),
        started_at=cells.needed_time("started_at_utc"),
        time_zone=cells.zone("time_zone"),
        distance_km=cells.number("distance_km", 0, LONGEST_KM),
        duration_s=cells.number("duration_s", 0, LONGEST_S),
        effort=cells.number("effort", 0, 10),
        kind=cells.text("kind"),
        source=cells.text("source"),
        note=cells.text("note", LONGEST_NOTE),
    )


RUNS = CsvFormat(
    records=Records.RUNS,
    columns=COLUMNS,
    known_by=frozenset({"run_id"}),
    required=frozenset(["schema_version", "run_id", "started_at_utc", "time_zone"]),
    new_parser=new_parser,
)
