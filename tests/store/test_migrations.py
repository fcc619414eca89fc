from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect

from tests.store.samples import BEGIN, HandClock, full_set, logged, session
from trainer.domain.exercise import Side
from trainer.errors import NotAStore, StoreError
from trainer.paths import Paths
from trainer.store import Store, new_id
from trainer.store.backups import backups_in
from trainer.store.migrating import SCRIPTS, migrate, upgrade
from trainer.store.revisions import CURRENT, KNOWN
from trainer.store.sqlite import stored_revision, writer_engine
from trainer.store.tables import metadata

DATABASES = Path(__file__).parents[1] / "data" / "databases"


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    engine = writer_engine(tmp_path / "migrated.db")
    with engine.begin() as connection:
        upgrade(connection)
        yield connection
    engine.dispose()


def test_the_revisions_are_one_line_that_ends_in_the_current_one() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [CURRENT]
    assert tuple(one.revision for one in script.walk_revisions())[::-1] == KNOWN


def test_the_migrations_lead_to_the_schema_that_the_code_uses(migrated: Connection) -> None:
    assert compare_metadata(MigrationContext.configure(migrated), metadata) == []
    found = _definitions(migrated)
    expected_engine = create_engine("sqlite://")
    with expected_engine.begin() as connection:
        metadata.create_all(connection)
        expected = _definitions(connection)
    expected_engine.dispose()
    assert found == expected


def _definitions(connection: Connection) -> dict[str, object]:
    """Each table's checks, keys and indexes: what Alembic's comparison does not look at."""
    looking = inspect(connection)
    return {
        table: (
            sorted((check["name"], check["sqltext"]) for check in looking.get_check_constraints(table)),
            sorted(
                (str(key["name"]), key["referred_table"], str(key["options"]))
                for key in looking.get_foreign_keys(table)
            ),
            looking.get_pk_constraint(table)["constrained_columns"],
            sorted((str(index["name"]), str(index["column_names"])) for index in looking.get_indexes(table)),
        )
        for table in looking.get_table_names()
        if table != "alembic_version"
    }


def test_an_open_store_has_the_settings_it_should(store: Store) -> None:
    assert store._db._writer is not None
    with store._db._writer.begin() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
    }
    with store.read() as reading:
        assert reading.exec_driver_sql("PRAGMA query_only").scalar_one() == 1
        assert reading.exec_driver_sql("PRAGMA trusted_schema").scalar_one() == 0


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "stride.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE sets (mine)")  # in the way of the first revision
        connection.execute("INSERT INTO sets VALUES (1)")
        connection.commit()
        before = list(connection.iterdump())
    with pytest.raises(Exception, match="already exists"):
        migrate(path, now=BEGIN, new_id=new_id, empty=True)
    with closing(sqlite3.connect(path)) as connection:
        assert list(connection.iterdump()) == before


def test_a_migration_that_leaves_orphans_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stride.db"
    migrate(path, now=BEGIN, new_id=new_id, empty=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO plan_sessions (id, plan_id, week, position) VALUES ('a', 'none', 1, 1)"
        )
        connection.commit()
    with pytest.raises(NotAStore, match="restore a backup"):
        migrate(path, now=BEGIN, new_id=new_id, empty=False)


@pytest.mark.parametrize("sample", sorted(DATABASES.glob("*.db")), ids=lambda path: path.stem)
def test_the_databases_of_every_release_open(paths: Paths, clock: HandClock, sample: Path) -> None:
    paths.data.mkdir()
    shutil.copy(sample, paths.store)
    older = stored_revision(paths.store) != CURRENT
    if older:
        with pytest.raises(StoreError, match="older version"):
            Store.open_read_only(paths, clock=clock)
    with closing(Store.open(paths, clock=clock)) as store:
        assert store.integrity() == []
        assert [one.id for one in store.sessions()] == ["s2", "s1"]
        whole = [logged("a"), full_set("b", side=Side.LEFT), full_set("b", side=Side.RIGHT)]
        assert store.sets_of("s1") == whole
        assert store.unfinished_session() == session("s2", at=store.sessions()[0].started_at)
        assert (len(store.checkins()), len(store.runs()), store.names()) == (1, 1, {"Nordics": "H01"})
        assert [one.id for one in store.own_workouts()] == ["own"]
        assert [one.id for one in store.own_exercises()] == ["own-1"]
        assert store.favourites() == (frozenset() if sample.stem == "0001" else {"H01"})
        assert store.undo() == "Delete session"
        assert store.sets_of("i1") == [logged("i", "i1")]
        assert store.undo() == "Start plan"
        assert store.undo() == "Import strong.csv"
    assert stored_revision(paths.store) == CURRENT
    assert bool(backups_in(paths.backups)) == older


def test_every_revision_has_its_database() -> None:
    assert sorted(path.stem for path in DATABASES.glob("*.db")) == list(KNOWN)
