"""Complaints: what hurts, and until when it did."""

from __future__ import annotations

from trainer.store.entries import Entries


class ComplaintEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""
