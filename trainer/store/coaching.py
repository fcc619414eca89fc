"""What the coach reads of the log, and overrulings."""

from __future__ import annotations

from trainer.store.entries import Entries


class CoachEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""
