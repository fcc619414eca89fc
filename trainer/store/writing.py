"""One open write transaction: rows in, and what is needed to take them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from trainer.domain.change import Changed
from trainer.store import tables

Values = dict[str, Any]
Key = tuple[Any, ...]

KINDS = {
    tables.exercises: Changed.EXERCISES,
    tables.workouts: Changed.WORKOUTS,
    tables.plans: Changed.PLANS,
    tables.plan_sessions: Changed.PLANS,
    tables.calendar_entries: Changed.CALENDAR,
    tables.sessions: Changed.SESSIONS,
    tables.sets: Changed.SETS,
    tables.checkins: Changed.CHECKINS,
    tables.runs: Changed.RUNS,
    tables.import_batches: Changed.IMPORTS,
    tables.names: Changed.NAMES,
    tables.favourites: Changed.FAVOURITES,
    tables.own_plans: Changed.PLANS,
    tables.complaints: Changed.COMPLAINTS,
    tables.overrulings: Changed.OVERRULINGS,
}
"""The tables that hold the user's data, and what a page calls them."""

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Image:
    """What a row was before: absent (None), some columns that differed, or, where it is gone, all of them."""

    table: Table
    key: Key
    values: Values | None


@cache
def key_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key)


@cache
def _references() -> dict[Table, list[tuple[Table, str, bool]]]:
    """By parent: each child table, its column, and whether that may be NULL."""
    found: dict[Table, list[tuple[Table, str, bool]]] = {}
    for child in KINDS:
        for foreign_key in child.foreign_keys:
            column = foreign_key.parent
            found.setdefault(foreign_key.column.table, []).append((child, column.name, bool(column.nullable)))
    return found


def has_children(table: Table) -> bool:
    return table in _references()


def _by_key(table: Table) -> ColumnElement[bool]:
    return and_(*(table.c[name] == bindparam(f"key_{name}") for name in key_columns(table)))


@cache
def _update_of(table: Table, columns: tuple[str, ...]) -> Any:
    return update(table).where(_by_key(table)).values({name: bindparam(name) for name in columns})


@cache
def _delete_of(table: Table) -> Any:
    return delete(table).where(_by_key(table))


class Write:
    """Puts and deletes rows by key; made by `Database.write`, valid until its transaction ends.

    `images` says, in order, how each touched row was, for the journal; it stays empty unless `journaled`.
    """

    def __init__(self, connection: Connection, *, journaled: bool) -> None:
        self.connection = connection
        self.journaled = journaled
        self.images: list[Image] = []
        self.kinds: set[Changed] = set()

    def put(self, table: Table, values: Values) -> None:
        """Inserts the row, or changes the columns named in `values` of the one with that key."""
        key = tuple(values[name] for name in key_columns(table))
        self.kinds.add(KINDS[table])
        if not self.journaled:
            if not self._update(table, key, values):
                self.connection.execute(insert(table), values)
            return
        before = self.row(table, key)
        if before is None:
            self.insert_new(table, [values])
            return
        changed = {name: value for name, value in before.items() if name in values and values[name] != value}
        if changed:
            self._update(table, key, {name: values[name] for name in changed})
            self.images.append(Image(table, key, changed))

    def insert_new(self, table: Table, rows: Sequence[Values]) -> None:
        """Adds rows whose keys are known to be free."""
        if not rows:
            return
        self.kinds.add(KINDS[table])
        self.connection.execute(insert(table), rows)
        if self.journaled:
            names = key_columns(table)
            self.images.extend(Image(table, tuple(row[name] for name in names), None) for row in rows)

    def delete(self, table: Table, key: Key) -> bool:
        """Takes out a row and all that cannot be without it; False when there is none."""
        return self.delete_many(table, [key]) > 0

    def delete_many(self, table: Table, keys: Sequence[Key]) -> int:
        """Takes out rows and all that cannot be without them; how many of the rows there were."""
        count = 0
        for chunk in _chunks(keys):
            rows = self.rows(table, chunk)
            self._release_children(table, list(rows.values()))
            self.delete_all(table, list(rows))
            for key, row in rows.items():
                self._remember(Image(table, key, row))
            count += len(rows)
        return count

    def _release_children(self, table: Table, parents: Sequence[Values]) -> None:
        for child, column, nullable in _references().get(table, ()) if parents else ():
            (parent_key,) = key_columns(table)
            wanted = child.c[column].in_([row[parent_key] for row in parents])
            found = self.connection.execute(select(*child.primary_key, child.c[column]).where(wanted)).all()
            width = len(key_columns(child))
            if nullable:
                for row in found:
                    self._clear(child, tuple(row)[:width], column, row[width])
            else:
                self.delete_many(child, [tuple(row)[:width] for row in found])

    def _clear(self, table: Table, key: Key, column: str, before: object) -> None:
        self.kinds.add(KINDS[table])
        self._update(table, key, {column: None})
        self._remember(Image(table, key, {column: before}))

    def _remember(self, image: Image) -> None:
        if self.journaled:
            self.images.append(image)

    def _update(self, table: Table, key: Key, values: Values) -> bool:
        statement = _update_of(table, tuple(values))
        named_key = {f"key_{name}": part for name, part in zip(key_columns(table), key, strict=True)}
        return self.connection.execute(statement, values | named_key).rowcount > 0

    def change(self, table: Table, key: Key, values: Values) -> None:
        """Sets columns of a row that exists, unjournaled: the journal's own road."""
        self.kinds.add(KINDS[table])
        self._update(table, key, values)

    def row(self, table: Table, key: Key) -> Values | None:
        found = self.connection.execute(select(table).where(key_is(table, key))).mappings().one_or_none()
        return None if found is None else dict(found)

    def rows(self, table: Table, keys: Sequence[Key]) -> dict[Key, Values]:
        """The rows of these keys that exist."""
        wanted = set(keys)
        names = key_columns(table)
        found: dict[Key, Values] = {}
        for chunk in _chunks(keys):
            for row in self.connection.execute(select(table).where(_may_be_in(table, chunk))).mappings():
                key = tuple(row[name] for name in names)
                if key in wanted:
                    found[key] = dict(row)
        return found

    def known_keys(self, table: Table, keys: Sequence[Key]) -> set[Key]:
        """Those of these keys that are taken."""
        found: set[Key] = set()
        for chunk in _chunks(keys):
            statement = select(*table.primary_key).where(_may_be_in(table, chunk))
            found.update(tuple(row) for row in self.connection.execute(statement))
        return found & set(keys)

    def delete_all(self, table: Table, keys: Sequence[Key]) -> None:
        """Takes out rows that nothing refers to, unjournaled: the journal's own road."""
        if keys:
            self.kinds.add(KINDS[table])
            names = [f"key_{name}" for name in key_columns(table)]
            self.connection.execute(_delete_of(table), [dict(zip(names, key, strict=True)) for key in keys])


def key_is(table: Table, key: Key) -> ColumnElement[bool]:
    return and_(*(table.c[name] == part for name, part in zip(key_columns(table), key, strict=True)))


def _may_be_in(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    """Whether a row's first key column is among these: one lookup each in the index, which pairs are not."""
    (first, *_) = table.primary_key
    return first.in_({key[0] for key in keys})


def _chunks(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]
