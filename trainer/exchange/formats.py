"""The formats there are, and which one a header belongs to. A new one gets a line here."""

from __future__ import annotations

from pathlib import Path

from trainer.domain.checkin import CheckIn
from trainer.domain.run import Run
from trainer.errors import ExchangeError
from trainer.exchange.csv_checkins import CHECKINS
from trainer.exchange.csv_log import LOG, LogEntry
from trainer.exchange.csv_runs import RUNS
from trainer.exchange.reading import CsvFormat, Header

AnyRecord = LogEntry | CheckIn | Run
AnyFormat = CsvFormat[AnyRecord]
FORMATS: tuple[AnyFormat, ...] = (LOG, CHECKINS, RUNS)


def format_of(path: Path, header: Header) -> AnyFormat:
    """The format that this header belongs to; raises ExchangeError when it has none, or lacks columns."""
    columns = set(header.columns)
    if len(columns) < len(header.columns):
        raise ExchangeError(f"{path.name} names a column twice in its first line.")
    for format_ in FORMATS:
        if format_.known_by <= columns:
            missing = [name for name in format_.columns if name in format_.required - columns]
            if missing:
                raise ExchangeError(f"{path.name} lacks the columns {', '.join(missing)}.")
            return format_
    known = "; ".join(f"{f.records} has {', '.join(f.columns[:4])}, …" for f in FORMATS)
    raise ExchangeError(
        f"{path.name} has none of the headers that are known here ({known}), so nothing was taken from it."
    )
