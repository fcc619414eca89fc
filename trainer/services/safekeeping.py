"""Backups kept and thinned, one put back, and what `doctor` says of the log."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from trainer.domain.clock import Clock
from trainer.errors import BackupError, NoSuchEntry, StoreError, TrainerError
from trainer.paths import Paths, refuse_unusable
from trainer.store import Store
from trainer.store.backups import Backup, backups_in, remove, remove_unfinished, verify
from trainer.store.restoring import restore_backup

__all__ = [
    "Backup",
    "BackupState",
    "Finding",
    "Safekeeping",
    "backups_in",
    "check",
    "kept_times",
    "restore_backup",
]

ALL_FOR = timedelta(days=2)
DAILY_UNTIL = ALL_FOR + timedelta(days=14)
WEEKLY_UNTIL = DAILY_UNTIL + timedelta(weeks=12)
MONTHLY_UNTIL = WEEKLY_UNTIL + timedelta(days=730)


@dataclass(frozen=True, slots=True)
class BackupState:
    """How many backups there are, and how old the newest is; None when there is none."""

    count: int
    newest: Backup | None
    age: timedelta | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `doctor`: whether it is as it should be, and a sentence."""

    sound: bool
    text: str


class Safekeeping:
    """The backups of one open store."""

    def __init__(self, store: Store, paths: Paths, clock: Clock) -> None:
        self._store = store
        self._paths = paths
        self._clock = clock

    def backup(self, reason: str) -> Path:
        """Makes a verified copy of the log, then thins out the older ones. Raises BackupError."""
        path = self._store.back_up(self._paths.backups, reason)
        self.thin_out()
        return path

    def list_backups(self) -> list[Backup]:
        """Newest first."""
        return backups_in(self._paths.backups)

    def state(self) -> BackupState:
        found = self.list_backups()
        if not found:
            return BackupState(0, None, None)
        return BackupState(len(found), found[0], self._clock.utc_now() - found[0].at)

    def thin_out(self) -> list[Path]:
        """Removes the backups that `kept_times` lets go, and gives back which. Raises BackupError."""
        now = self._clock.utc_now()
        found = self.list_backups()
        kept = kept_times((backup.at for backup in found), now)
        gone = [backup for backup in found if backup.at not in kept]
        for backup in gone:
            remove(backup)
        remove_unfinished(self._paths.backups, older_than=now - ALL_FOR)
        return [backup.path for backup in gone]

    def restore(self, file: Path) -> Path | None:
        """Closes the store and puts `file` in its place; the caller opens it again, also after a failure.

        Returns and raises as `restore_backup`.
        """
        verify(file)
        self._store.close()
        return restore_backup(self._paths, file, self._clock)


def kept_times(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: two days all, then the newest of each day for 14 days, of each week for 12
    weeks, of each month for 24 months; the newest of all stays however old it is (own rule).
    """
    newest = {_span(at, now - at): at for at in sorted(times)}
    kept = {at for span, at in newest.items() if span is not None}
    return kept or set(newest.values())


def _span(at: datetime, age: timedelta) -> Hashable:
    """What a backup shares its place with; None when its time is over."""
    if age < ALL_FOR:
        return at
    if age < DAILY_UNTIL:
        return at.date()
    if age < WEEKLY_UNTIL:
        return tuple(at.isocalendar()[:2])
    if age < MONTHLY_UNTIL:
        return ("month", at.year, at.month)
    return None


def check(paths: Paths, clock: Clock) -> list[Finding]:
    """What there is to say of the folder, the log and its backups; changes nothing, raises nothing."""
    try:
        refuse_unusable(paths.data)
    except StoreError as error:
        return [Finding(False, str(error))]
    return [_folder_finding(paths), *_store_findings(paths, clock), *_backup_findings(paths, clock)]


def _folder_finding(paths: Paths) -> Finding:
    if not paths.data.is_dir():
        return Finding(True, f"{paths.data} does not exist yet; the first start makes it.")
    if not os.access(paths.data, os.W_OK):
        return Finding(False, f"{paths.data} cannot be written; make it writable.")
    return Finding(True, f"{paths.data} can be written.")


def _store_findings(paths: Paths, clock: Clock) -> list[Finding]:
    try:
        store = Store.open_read_only(paths, clock=clock)
    except NoSuchEntry as nothing_yet:
        return [Finding(True, str(nothing_yet))]
    except TrainerError as error:
        return [Finding(False, str(error))]
    try:
        problems = store.integrity()
        if problems:
            return [Finding(False, f"{paths.store} is damaged ({problems[0]}); restore a backup.")]
        return [Finding(True, f"{paths.store} is sound and holds {_counted(store.set_count(), 'set')}.")]
    except TrainerError as error:
        return [Finding(False, str(error))]
    finally:
        store.close()


def _backup_findings(paths: Paths, clock: Clock) -> list[Finding]:
    found = backups_in(paths.backups)
    if not found:
        return [Finding(True, "There is no backup yet; one is made after each session.")]
    newest = found[0]
    try:
        verify(newest.path)
    except BackupError as error:
        return [Finding(False, str(error))]
    days = max(clock.utc_now() - newest.at, timedelta(0)).days
    age = "of today" if days == 0 else f"{_counted(days, 'day')} old"
    return [Finding(True, f"{_counted(len(found), 'backup')}: {newest.path.name} is sound and {age}.")]


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
