"""A draft with the steps that led to it, each to be undone and done again until it is saved.

They are kept here and not in the store's journal: half a workout is none yet and must not appear on Today,
and every press of a spin box would push a deleted session out of the 200 steps that the journal keeps. What
is saved is one step of the journal.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.draft import Draft


@dataclass(frozen=True, slots=True)
class _Step:
    """A draft as it was before a change (done) or after it (undone)."""

    draft: Draft
    label: str
    key: str


class Drafting:
    """Changes a draft step by step."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.begun = draft
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def changed(self) -> bool:
        """Whether it says anything that it did not say when it was begun."""
        return self.draft != self.begun

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, or ""."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would do again, or ""."""
        return self._undone[-1].label if self._undone else ""

    def change(self, draft: Draft, label: str, key: str = "") -> bool:
        """Takes a step, unless nothing changes; steps of the same `key` in a row are one."""
        if draft == self.draft:
            return False
        goes_on = bool(key) and not self._undone and bool(self._done) and self._done[-1].key == key
        if not goes_on:
            self._done.append(_Step(self.draft, label, key))
        self._undone.clear()
        self.draft = draft
        return True

    def rest(self) -> None:
        """What comes next is a step of its own."""
        if self._done:
            last = self._done[-1]
            self._done[-1] = _Step(last.draft, last.label, "")

    def undo(self) -> str:
        """Takes the last step back; its label, or "" where there is none."""
        return self._swap(self._done, self._undone)

    def redo(self) -> str:
        """Does the step again that was undone last; its label, or "" where there is none."""
        return self._swap(self._undone, self._done)

    def _swap(self, source: list[_Step], target: list[_Step]) -> str:
        if not source:
            return ""
        step = source.pop()
        target.append(_Step(self.draft, step.label, ""))
        self.draft = step.draft
        return step.label
