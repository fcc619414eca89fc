"""The three CSV files of this program, read whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from trainer.domain.checkin import CheckIn
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers, Contents, Refused
from trainer.exchange.csv_checkins import CHECKINS
from trainer.exchange.csv_log import LOG, LogEntry
from trainer.exchange.csv_runs import RUNS
from trainer.exchange.reading import CsvFormat, Header, read_rows

AnyRecord = LogEntry | CheckIn | Run
AnyFormat = CsvFormat[AnyRecord]
OWN: tuple[AnyFormat, ...] = (LOG, CHECKINS, RUNS)
PROGRAM = "Stride Trainer"


def own_format(header: Header) -> AnyFormat | None:
    """Which of ours the header belongs to."""
    columns = set(header.columns)
    return next((format_ for format_ in OWN if format_.known_by <= columns), None)


def begins(head: bytes) -> bool:
    """Whether the first bytes of a file are the column names of one of ours."""
    words = re.split("[,;\t]", head.decode("utf-8-sig", "replace").partition("\n")[0].lower())
    columns = {word.strip(' \r"') for word in words}
    return any(format_.known_by <= columns for format_ in OWN)


def fits(header: Header, _sample: Sequence[Sequence[str]]) -> bool:
    """Whether the file is one of ours."""
    return own_format(header) is not None


def read(path: Path, header: Header, answers: Answers) -> Contents:
    """All that it holds. Raises ExchangeError when columns are missing, or a newer version wrote it."""
    format_ = own_format(header)
    if format_ is None:
        raise AssertionError("asked for a file that does not fit")
    missing = [name for name in format_.columns if name in format_.required - set(header.columns)]
    if missing:
        raise ExchangeError(f"{path.name} lacks the columns {', '.join(missing)}.")
    sessions: list[SessionLog] = []
    sets: list[SetLog] = []
    checkins: list[CheckIn] = []
    runs: list[Run] = []
    refused: list[Refused] = []
    for row in read_rows(path, header, format_, answers.pulse):
        if isinstance(row, Refused):
            refused.append(row)
        elif isinstance(row.record, CheckIn):
            checkins.append(row.record)
        elif isinstance(row.record, Run):
            runs.append(row.record)
        else:
            if row.record.begins_session:
                sessions.append(row.record.session)
            if row.record.set_log is not None:
                sets.append(row.record.set_log)
    return Contents(
        PROGRAM,
        sessions=tuple(sessions),
        sets=tuple(sets),
        checkins=tuple(checkins),
        runs=tuple(runs),
        refused=tuple(refused),
        notes=tuple(_unknown_columns(header.unknown(format_.columns))),
    )


def _unknown_columns(columns: Sequence[str]) -> Iterable[str]:
    listed = ", ".join(columns[:10]) + (", …" if len(columns) > 10 else "")
    if len(columns) == 1:
        yield f"The column {listed} means nothing to this version and was left out."
    elif columns:
        yield f"The columns {listed} mean nothing to this version and were left out."
