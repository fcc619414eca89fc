from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.load import faults_of, numbered_session, pair
from tests.store.samples import BEGIN, HandClock, logged, session
from tests.store.test_undo import everything
from trainer.errors import BackupError, NotAStore, StoreLocked, StoreTooNew
from trainer.paths import Paths, paths_for
from trainer.store import Store
from trainer.store.backups import backups_in, hash_file_of, remove, remove_unfinished, sha256_of, verify
from trainer.store.restoring import restore_backup


def test_a_backup_is_the_whole_store_in_one_sound_file(store: Store, paths: Paths, tmp_path: Path) -> None:
    store.save_session(session())
    store.save_set(logged(), undo="Add set")
    made = store.back_up(paths.backups, "After session")
    assert made.name == "stride-20260301T173000Z-after-session.db"
    assert sorted(path.name for path in paths.backups.iterdir()) == [made.name, f"{made.name}.sha256"]
    assert hash_file_of(made).read_text() == f"{sha256_of(made)}  {made.name}\n"
    verify(made)
    (backup,) = backups_in(paths.backups)
    assert (backup.path, backup.at, backup.reason) == (made, BEGIN, "after-session")
    elsewhere = paths_for(tmp_path / "elsewhere")
    restore_backup(elsewhere, made, HandClock())
    with closing(Store.open(elsewhere, clock=HandClock())) as copy:
        assert everything(copy) == everything(store)
        assert copy.undo() == "Add set"


def test_backups_of_the_same_second_stand_side_by_side(store: Store, paths: Paths) -> None:
    made = {store.back_up(paths.backups, "session") for _ in range(3)}
    assert len(made) == 3
    assert {backup.path for backup in backups_in(paths.backups)} == made
    assert {backup.reason for backup in backups_in(paths.backups)} == {"session"}


def test_a_backup_while_sets_are_logged_is_of_one_moment(store: Store, paths: Paths) -> None:
    store.save_session(numbered_session("s"))
    for number in range(5):
        store.save_sets(pair("s", number))
    reading = store.log_tuples()
    next(reading)
    made = store.back_up(paths.backups, "session")
    store.save_sets(pair("s", 5))
    reading.close()
    verify(made)


def test_a_reader_can_back_up_beside_the_writer(store: Store, paths: Paths, clock: HandClock) -> None:
    store.save_session(session())
    with closing(Store.open_read_only(paths, clock=clock)) as reader:
        verify(reader.back_up(paths.backups, "hand"))


def test_a_backup_that_changed_is_refused(store: Store, paths: Paths) -> None:
    made = store.back_up(paths.backups, "session")
    content = bytearray(made.read_bytes())
    content[-1] ^= 1
    made.write_bytes(content)
    with pytest.raises(BackupError, match="has changed since it was made"):
        verify(made)


@pytest.mark.parametrize("content", [b"", b"not a store at all", b"SQLite format 3\x00" + bytes(5000)])
def test_what_is_no_store_is_no_backup(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "any.db"
    file.write_bytes(content)
    with pytest.raises(BackupError, match=r"any\.db cannot be used \(.+\); choose another backup\."):
        verify(file)
    with pytest.raises(BackupError, match=r"There is no file"):
        verify(tmp_path / "none.db")


def test_unhashed_and_unfinished_files_do_not_count(store: Store, paths: Paths) -> None:
    made = store.back_up(paths.backups, "session")
    hash_file_of(made).unlink()
    unfinished = paths.backups / "stride-20260301T173000Z-session.part"
    unfinished.touch()
    assert backups_in(paths.backups) == []
    remove_unfinished(paths.backups, older_than=BEGIN - timedelta(days=36500))
    assert unfinished.exists()
    remove_unfinished(paths.backups, older_than=BEGIN + timedelta(days=36500))
    assert not unfinished.exists()


def test_a_removed_backup_leaves_nothing(store: Store, paths: Paths) -> None:
    store.back_up(paths.backups, "session")
    (backup,) = backups_in(paths.backups)
    remove(backup)
    assert list(paths.backups.iterdir()) == []


def two_states(paths: Paths, clock: HandClock) -> tuple[Path, int]:
    """A backup of one set, a store of two."""
    with closing(Store.open(paths, clock=clock)) as store:
        store.save_session(numbered_session("s"))
        store.save_sets(pair("s", 0))
        made = store.back_up(paths.backups, "session")
        store.save_sets(pair("s", 1))
    return made, 2


def sets_in(paths: Paths, clock: HandClock) -> int:
    with closing(Store.open(paths, clock=clock)) as store:
        assert faults_of(store, "s", 0) == []
        return store.set_count()


def test_restoring_can_itself_be_taken_back(paths: Paths, clock: HandClock) -> None:
    made, sets = two_states(paths, clock)
    clock.pass_time(timedelta(hours=1))
    before = restore_backup(paths, made, clock)
    assert before is not None
    assert sets_in(paths, clock) == 1
    restore_backup(paths, before, clock)
    assert sets_in(paths, clock) == sets


def test_restoring_beside_a_reader_leaves_it_readable(paths: Paths, clock: HandClock) -> None:
    made, _ = two_states(paths, clock)
    with closing(Store.open_read_only(paths, clock=clock)) as reader:
        assert reader.set_count() == 2
        restore_backup(paths, made, clock)
        assert reader.set_count() == 1


def test_restoring_under_an_open_window_is_refused(paths: Paths, clock: HandClock) -> None:
    made, sets = two_states(paths, clock)
    with closing(Store.open(paths, clock=clock)) as store:
        with pytest.raises(StoreLocked):
            restore_backup(paths, made, clock)
        assert store.set_count() == sets


def test_a_damaged_store_is_kept_and_replaced(paths: Paths, clock: HandClock) -> None:
    made, _ = two_states(paths, clock)
    paths.store.write_bytes(b"something else entirely")
    with pytest.raises(NotAStore):
        Store.open(paths, clock=clock)
    kept = restore_backup(paths, made, clock)
    assert kept is not None
    assert (kept / "stride.db").read_bytes() == b"something else entirely"
    assert sets_in(paths, clock) == 1


def test_an_emptied_store_is_replaced(paths: Paths, clock: HandClock) -> None:
    made, _ = two_states(paths, clock)
    paths.store.write_bytes(b"")
    restore_backup(paths, made, clock)
    assert sets_in(paths, clock) == 1


def test_a_wal_beside_the_file_to_restore_is_not_lost(paths: Paths, clock: HandClock, tmp_path: Path) -> None:
    other = paths_for(tmp_path / "other")
    with closing(Store.open(other, clock=clock)) as store:
        store.save_session(numbered_session("s"))
        store.save_sets(pair("s", 0))
        shutil.copytree(other.data, tmp_path / "copied")
    restore_backup(paths, tmp_path / "copied" / "stride.db", clock)
    assert sets_in(paths, clock) == 1


def test_a_bad_backup_changes_nothing(paths: Paths, clock: HandClock, tmp_path: Path) -> None:
    made, sets = two_states(paths, clock)
    bad = tmp_path / "bad.db"
    bad.write_bytes(made.read_bytes()[:-5000])
    with pytest.raises((BackupError, NotAStore)):
        restore_backup(paths, bad, clock)
    assert sets_in(paths, clock) == sets


def test_a_newer_backup_is_refused(paths: Paths, clock: HandClock) -> None:
    made, sets = two_states(paths, clock)
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
        connection.commit()
    hash_file_of(made).unlink()
    with pytest.raises(StoreTooNew):
        restore_backup(paths, made, clock)
    assert sets_in(paths, clock) == sets
