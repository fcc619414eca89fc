"""Bringing a store to the newest schema. Importing this imports Alembic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, insert

from trainer.errors import NotAStore
from trainer.store.revisions import CURRENT
from trainer.store.rows import time_text
from trainer.store.sqlite import APPLICATION_ID, writer_engine
from trainer.store.tables import meta

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(path: Path, *, now: datetime, new_id: Callable[[], str], empty: bool) -> None:
    """Takes the file from whatever revision it has, or from nothing, to the newest: all of it or nothing."""
    engine = writer_engine(path)
    try:
        with engine.connect() as connection:
            # Tables that are rebuilt must not take their children along; the check below makes up for it.
            _set_foreign_keys(connection, on=False)
            with connection.begin():
                upgrade(connection)
                if empty:
                    _sign(connection, now, new_id)
                _check(connection, path)
            _set_foreign_keys(connection, on=True)
    finally:
        engine.dispose()


def upgrade(connection: Connection, to: str = CURRENT) -> None:
    """Runs Alembic inside the transaction that `connection` is in."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _set_foreign_keys(connection: Connection, *, on: bool) -> None:
    # Past SQLAlchemy, which would open a transaction first: in one, SQLite ignores this setting.
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}").close()


def _sign(connection: Connection, now: datetime, new_id: Callable[[], str]) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    facts = {"store_id": new_id(), "created_at": time_text(now)}
    connection.execute(insert(meta), [{"name": name, "value": value} for name, value in facts.items()])


def _check(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise NotAStore(
            f"{path} could not be brought to the newest version and was left as it is; restore a backup."
        )
