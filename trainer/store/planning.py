"""Plans under way, plans of one's own, and the calendar."""

from __future__ import annotations

from trainer.store.entries import Entries


class PlanEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""
