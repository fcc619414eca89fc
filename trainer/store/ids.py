"""Keys that sort by the time they were made."""

from __future__ import annotations


def new_id() -> str:
    """A UUIDv7 as text: unique, and later ones sort after earlier ones."""
    from uuid6 import uuid7  # start-up saving: nothing needs an id before the first write

    return str(uuid7())
