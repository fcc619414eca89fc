"""The schema's revisions, so that opening a store need not import Alembic to see that it is current."""

from __future__ import annotations

KNOWN = ("0001", "0002", "0003")
"""From the first to the newest; anything else was written by a newer program."""

CURRENT = KNOWN[-1]
