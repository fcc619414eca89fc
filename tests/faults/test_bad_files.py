"""Files in the place of the store that are none, or not ours to touch."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.load import numbered_session, pair
from tests.store.samples import HandClock
from trainer.errors import NoSuchEntry, NotAStore, StoreTooNew, TrainerError
from trainer.paths import Paths, paths_for
from trainer.store import Store
from trainer.store.sqlite import APPLICATION_ID


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = paths_for(tmp_path / "data")
    made.data.mkdir()
    return made


def filled(paths: Paths, sets: int = 40) -> None:
    with closing(Store.open(paths, clock=HandClock())) as store:
        store.save_session(numbered_session("s"))
        for number in range(sets):
            store.save_sets(pair("s", number))


def random_bytes(paths: Paths) -> None:
    paths.store.write_bytes(random.Random(1).randbytes(20_000))


def text_file(paths: Paths) -> None:
    paths.store.write_text("date,exercise\n2026-01-01,Nordic\n")


def another_program(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.store)) as connection:
        connection.execute("CREATE TABLE sessions (id)")
        connection.commit()


def another_marked_program(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.store)) as connection:
        connection.execute("PRAGMA application_id=12345")


def ours_without_a_schema(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.store)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def cut(length: Callable[[int], int]) -> Callable[[Paths], None]:
    def truncated(paths: Paths) -> None:
        filled(paths)
        content = paths.store.read_bytes()
        paths.store.write_bytes(content[: length(len(content))])

    return truncated


def wal_without_its_file(paths: Paths) -> None:
    paths.store.touch()
    paths.store.with_name("stride.db-wal").write_bytes(b"frames of a store that is gone")


def emptied_beside_a_backup(paths: Paths) -> None:
    filled(paths)
    with closing(Store.open(paths, clock=HandClock())) as store:
        store.back_up(paths.backups, "session")
    paths.store.write_bytes(b"")


def a_folder(paths: Paths) -> None:
    paths.store.mkdir()


BAD = [
    random_bytes,
    text_file,
    another_program,
    another_marked_program,
    ours_without_a_schema,
    pytest.param(cut(lambda size: size // 2), id="half"),
    pytest.param(cut(lambda size: size - 4096), id="a page short"),
    pytest.param(cut(lambda _: 4096), id="one page"),
    pytest.param(cut(lambda _: 50), id="half a header"),
    wal_without_its_file,
    emptied_beside_a_backup,
]


@pytest.mark.parametrize("make", BAD)
@pytest.mark.parametrize("open_it", [Store.open, Store.open_read_only])
def test_what_is_no_store_is_left_alone_and_told(
    paths: Paths, make: Callable[[Paths], None], open_it: Callable[..., Store]
) -> None:
    make(paths)
    before = paths.store.read_bytes()
    with pytest.raises((NotAStore, NoSuchEntry)) as told:
        open_it(paths, clock=HandClock())
    if make is not emptied_beside_a_backup:
        assert told.type is NotAStore
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
    assert paths.store.read_bytes() == before
    with pytest.raises(TrainerError):  # and the lock was let go
        Store.open(paths, clock=HandClock())


def test_a_folder_in_the_place_of_the_store_is_told(paths: Paths) -> None:
    a_folder(paths)
    with pytest.raises(TrainerError, match=r"\.$"):
        Store.open(paths, clock=HandClock())
    assert paths.store.is_dir()


@pytest.mark.parametrize("open_it", [Store.open, Store.open_read_only])
@pytest.mark.parametrize("with_wal", [False, True])
def test_a_newer_store_is_refused_untouched(
    paths: Paths, open_it: Callable[..., Store], with_wal: bool
) -> None:
    filled(paths)
    newer = sqlite3.connect(paths.store)
    newer.execute("UPDATE alembic_version SET version_num='9999'")
    newer.execute("CREATE TABLE from_the_future (id)")
    newer.commit()
    if with_wal:  # as a killed newer program leaves it
        left = {path.name: path.read_bytes() for path in paths.data.iterdir()}
        newer.close()
        for name, content in left.items():
            (paths.data / name).write_bytes(content)
        (paths.data / "stride.db-shm").unlink(missing_ok=True)
    newer.close()
    files = ["stride.db", *(["stride.db-wal"] if with_wal else [])]
    before = [(paths.data / name).read_bytes() for name in files]
    with pytest.raises(StoreTooNew, match="newer Stride Trainer"):
        open_it(paths, clock=HandClock())
    assert [(paths.data / name).read_bytes() for name in files] == before
    assert not paths.backups.exists()


def test_a_file_that_was_never_filled_is_taken_for_a_first_start(paths: Paths) -> None:
    paths.store.touch()
    with pytest.raises(NoSuchEntry, match="begins with the first start"):
        Store.open_read_only(paths, clock=HandClock())
    with closing(Store.open(paths, clock=HandClock())) as store:
        assert store.sessions() == []


def test_nothing_there_is_told_to_readers_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoSuchEntry, match="begins with the first start"):
        Store.open_read_only(paths_for(tmp_path / "none"), clock=HandClock())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seed", [*range(16), 42, 57, 158, 192, 260])
def test_damage_anywhere_is_told_or_harmless(paths: Paths, seed: int) -> None:
    """Bytes are overwritten somewhere: the log opens and reads, or says in a sentence that it is damaged."""
    filled(paths, sets=100)
    chance = random.Random(seed)
    content = bytearray(paths.store.read_bytes())
    for _ in range(5):
        at = chance.randrange(100, len(content) - 200)
        content[at : at + 200] = chance.randbytes(200)
    paths.store.write_bytes(content)
    said = ""
    try:
        with closing(Store.open(paths, clock=HandClock())) as store:
            assert isinstance(store.integrity(), list)
            list(store.log_tuples())
            store.sets_of("s")
    except TrainerError as error:
        said = str(error)
    assert not said or said.endswith(".")
