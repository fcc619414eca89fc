"""Runs from other programs' files: what their import would do, and which of them are known already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from trainer.domain.clock import Clock
from trainer.domain.run import Run
from trainer.domain.same_run import RunsSeen
from trainer.domain.transfer import ImportBatch
from trainer.errors import ExchangeError
from trainer.exchange.profile import Records
from trainer.exchange.run_files import run_reader_of
from trainer.services.future import future
from trainer.services.preview import Counts, Preview
from trainer.store import Store


def unwatched(_bytes: int) -> None:
    """For a file that nobody watches being read."""


def preview_of_runs(
    path: Path, store: Store, clock: Clock, on_bytes: Callable[[int], None] = unwatched
) -> Preview | None:
    """What the import of a FIT, GPX or TCX file or of Strava's list would do; None for any other file.

    `on_bytes` is told how far the file has been read; what it raises ends the reading. Raises ExchangeError.
    """
    try:
        read_runs = run_reader_of(path)
        if read_runs is None:
            return None
        read = read_runs(path, clock.time_zone(), on_bytes)
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror or error}.") from error
    fresh = runs_not_known(read.runs, store, once_each=True)
    batch = ImportBatch(path.name, runs=fresh)
    return Preview(
        path=path,
        records=Records.RUNS,
        added=Counts(runs=len(fresh)),
        known=Counts(runs=len(read.runs) - len(fresh)),
        refused=read.refused,
        notes=(*read.notes, *future(batch, clock.utc_now())),
        batch=batch,
    )


def runs_not_known(runs: Iterable[Run], store: Store, *, once_each: bool = False) -> tuple[Run, ...]:
    """Those that the log has under no id, whichever file they came from, by `same_run`.

    A run of the log that the file names too is told apart by its id alone: our own file may hold two runs
    that look like one. With `once_each` the same run twice among `runs` counts once.
    """
    offered = tuple(runs)
    ids = {run.id for run in offered}
    logged = store.runs()
    known_ids = {run.id for run in logged}
    seen = RunsSeen(run for run in logged if once_each or run.id not in ids)
    fresh: list[Run] = []
    for run in offered:
        if run.id in known_ids or seen.has(run):
            continue
        fresh.append(run)
        if once_each:
            seen.add(run)
            known_ids.add(run.id)
    return tuple(fresh)
