"""The log out to files and in again: a preview first, then all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from trainer.domain.clock import Clock
from trainer.domain.exercise import Exercise
from trainer.domain.transfer import ImportResult, Pulse, unheard
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers
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
from trainer.services.unknown import UnknownName
from trainer.store import Store

NO_NAMES: Mapping[str, str] = {}


def shipped_exercises() -> Mapping[str, Exercise]:
    """The exercises that come with the program, by id."""
    from trainer.catalog import load_catalog  # start-up saving: an export asks nothing of the catalog

    return load_catalog().exercises


class Transfer:
    """Export and import on one store; `shipped` gives the exercises that are known without it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        shipped: Callable[[], Mapping[str, Exercise]] = shipped_exercises,
    ) -> None:
        self._store = store
        self._clock = clock
        self._shipped = shipped

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

    def preview(
        self, path: Path, names: Mapping[str, str] = NO_NAMES, answers: Answers | None = None
    ) -> Preview:
        """Reads the whole file and tells what its import would do; writes nothing.

        `names` says which exercise a name stands for that is not known here; `answers` what the file leaves
        open, by default the zone of this computer and kilograms. Raises ExchangeError for a file of no known
        kind and for a name that stands for no exercise, UnsureProgram, and what the pulse raises.
        """
        # start-up saving: an export reads nothing
        from trainer.services.incoming import Incoming

        if answers is None:
            answers = self.answers()
        incoming = Incoming(self._store, self._shipped(), names)
        return incoming.preview(path, answers, self._clock.utc_now())

    def answers(self) -> Answers:
        """What is taken for granted of a file that does not say it."""
        return Answers(time_zone=self._clock.time_zone())

    def exercises(self) -> Mapping[str, Exercise]:
        """The exercises there are, shipped and one's own, by id."""
        return {**self._shipped(), **{exercise.id: exercise for exercise in self._store.own_exercises()}}

    def unknown(self, preview: Preview, pulse: Pulse = unheard) -> tuple[UnknownName, ...]:
        """The names that would become exercises of one's own, most frequent first, and what they resemble."""
        from trainer.services.mapping import unknown_names  # start-up saving: as above

        return unknown_names(preview.batch, tuple(self.exercises().values()), pulse)

    def mapped(self, preview: Preview, choices: Mapping[str, str]) -> Preview:
        """The preview with some of its new exercises' names standing for known ones, by exercise id.

        What is not among the choices stays one of the user's own.
        """
        from trainer.services.mapping import mapped_batch  # start-up saving: as above

        return replace(preview, batch=mapped_batch(preview.batch, choices))

    def apply(self, preview: Preview, *, undo: str = "", pulse: Pulse = unheard) -> ImportResult:
        """Adds what the preview showed, in one transaction; what came in meanwhile stays as it is.

        `undo` names the step in the undo list. Raises StoreError, and what the pulse raises: nothing is
        written then.
        """
        return self._store.apply_import(preview.batch, undo=undo, pulse=pulse)

    def take_back(self, batch_id: str, *, undo: str = "") -> None:
        """Takes out all that came with an import; itself one step that can be undone.

        Raises NoSuchEntry when it is not in the log any more, StoreError.
        """
        self._store.undo_import(batch_id, undo=undo)
