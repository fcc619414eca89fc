"""The log out to files and in again: a preview first, then all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from trainer.domain.clock import Clock
from trainer.domain.transfer import ImportResult
from trainer.errors import ExchangeError
from trainer.exchange.csv_checkins import COLUMNS as CHECKIN_COLUMNS
from trainer.exchange.csv_checkins import checkin_lines
from trainer.exchange.csv_log import COLUMNS as LOG_COLUMNS
from trainer.exchange.csv_log import log_lines
from trainer.exchange.csv_runs import COLUMNS as RUN_COLUMNS
from trainer.exchange.csv_runs import run_lines
from trainer.exchange.output import whole_file
from trainer.exchange.profile import DATA, Profile, Records
from trainer.exchange.writing import write_lines
from trainer.services.preview import Preview
from trainer.store import Store

NO_NAMES: Mapping[str, str] = {}


def shipped_exercise_ids() -> Collection[str]:
    """The ids of the exercises that come with the program."""
    from trainer.catalog import load_catalog  # start-up saving: an export asks nothing of the catalog

    return load_catalog().exercises.keys()


class Transfer:
    """Export and import on one store; `shipped_ids` tells which exercises are known without it."""

    def __init__(
        self, store: Store, clock: Clock, *, shipped_ids: Callable[[], Collection[str]] = shipped_exercise_ids
    ) -> None:
        self._store = store
        self._clock = clock
        self._shipped_ids = shipped_ids

    def export(self, out: Path, records: Records = Records.LOG, profile: Profile = DATA) -> int:
        """Writes one kind of records to the file `out`, whole or not at all; returns how many rows it has.

        Raises ExchangeError when the place cannot be written; an older file of that name then stays.
        """
        with whole_file(out) as file:
            match records:
                case Records.LOG:
                    lines = log_lines(self._store.log_tuples(), profile)
                    return write_lines(file, LOG_COLUMNS, lines, profile)
                case Records.CHECKINS:
                    lines = checkin_lines(self._store.checkins(), profile)
                    return write_lines(file, CHECKIN_COLUMNS, lines, profile)
                case Records.RUNS:
                    return write_lines(file, RUN_COLUMNS, run_lines(self._store.runs(), profile), profile)

    def export_all(self, folder: Path, profile: Profile = DATA) -> int:
        """Writes `log.csv`, `checkins.csv` and `runs.csv` into the folder, made if need be; returns all rows.

        Raises ExchangeError.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExchangeError(
                f"The folder {folder} cannot be made ({error.strerror}); choose another."
            ) from error
        return sum(self.export(folder / f"{records}.csv", records, profile) for records in Records)

    def preview(self, path: Path, names: Mapping[str, str] = NO_NAMES) -> Preview:
        """Reads the whole file and tells what its import would do; writes nothing.

        `names` says which exercise a name stands for that is not known here. Raises ExchangeError for a file
        that is none of ours, and for a name that stands for no exercise.
        """
        # start-up saving: an export reads nothing
        from trainer.services.incoming import Incoming
        from trainer.services.incoming_runs import preview_of_runs

        incoming = Incoming(self._store, self._shipped_ids(), names)
        of_runs = preview_of_runs(path, self._store, self._clock)
        return incoming.preview(path, self._clock.utc_now()) if of_runs is None else of_runs

    def apply(self, preview: Preview, *, undo: str = "") -> ImportResult:
        """Adds what the preview showed, in one transaction; what came in meanwhile stays as it is.

        `undo` names the step in the undo list. Raises StoreError.
        """
        return self._store.apply_import(preview.batch, undo=undo)

    def take_back(self, batch_id: str, *, undo: str = "") -> None:
        """Takes out all that came with an import; itself one step that can be undone.

        Raises NoSuchEntry when it is not in the log any more, StoreError.
        """
        self._store.undo_import(batch_id, undo=undo)
