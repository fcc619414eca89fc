"""Which runs of a file the log has already, whichever file they came from."""

from __future__ import annotations

from trainer.domain.run import Run
from trainer.domain.same_run import RunsSeen
from trainer.store import Store


def runs_not_known(runs: tuple[Run, ...], store: Store) -> tuple[Run, ...]:
    """Those that are in the log neither by their id nor as the `same_run` under another.

    A run of the log that the file names too is told apart by its id alone, and so are the runs of one file
    among each other: the file that holds two that look like one knows why.
    """
    if not runs:
        return ()
    ids = {run.id for run in runs}
    logged = store.runs()
    known = {run.id for run in logged}
    seen = RunsSeen(run for run in logged if run.id not in ids)
    return tuple(run for run in runs if run.id not in known and not seen.has(run))
