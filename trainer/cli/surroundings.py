"""What every command is given, and the doors to the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.domain.clock import Clock
from trainer.paths import Paths

if TYPE_CHECKING:
    from trainer.domain.plan import Plan
    from trainer.services.library import Library
    from trainer.store import Store


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the user's files lie, and the time."""

    paths: Paths
    clock: Clock

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The log for reading, also while the window has it open. Raises StoreError."""
        from trainer.store import Store  # start-up saving: SQLAlchemy takes a quarter of a second

        store = Store.open_read_only(self.paths, clock=self.clock)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The log for writing, made if there is none. Raises StoreError, StoreLocked."""
        from trainer.store import Store  # start-up saving: as above

        store = Store.open(self.paths, clock=self.clock)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def library(self) -> Iterator[Library]:
        """Shipped content, and one's own where there is a log."""
        from trainer.catalog import load_catalog  # start-up saving: not every command lists content
        from trainer.services.library import Library

        catalog = load_catalog()
        if not self.paths.store.exists():
            yield Library(catalog)
            return
        with self.reading() as store:
            yield Library(catalog, store)

    def plans(self) -> Mapping[str, Plan]:
        """By id: the shipped plans, then one's own where there is a log."""
        from trainer.catalog import load_plans  # start-up saving: as above

        shipped = load_plans()
        if not self.paths.store.exists():
            return shipped
        with self.reading() as store:
            return {**shipped, **{plan.id: plan for plan in store.own_plans()}}
