"""What can be done to the workout that is put together; each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trainer.domain import arranging
from trainer.domain.arranging import Items
from trainer.domain.draft import Draft
from trainer.domain.workout import WorkoutItem
from trainer.errors import TrainerError
from trainer.services.building import CHOSEN_WHY, Building
from trainer.services.drafting import Drafting
from trainer.ui.builder.offers import From


class DraftActs(QObject):
    """Changes the draft; `changed` carries the places of the exercises to choose then.

    `told` carries a sentence: what failed, or what a step took back.
    """

    changed = Signal(list)
    told = Signal(str)

    def __init__(
        self, building: Building, draft: Draft, begun: Draft | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._building = building
        self.drafting = Drafting(begun or draft)
        if begun is not None:
            self.drafting.change(draft, self.tr("All of it so far"))

    @property
    def draft(self) -> Draft:
        return self.drafting.draft

    @property
    def items(self) -> Items:
        return self.draft.items

    def rename(self, name: str) -> None:
        if self.drafting.change(replace(self.draft, name=name), self.tr("Name"), "name"):
            self.changed.emit([])

    def add(self, source: From, key: str, after: int) -> None:
        """Puts an exercise, or all of a workout or session, behind the exercise at `after`."""
        try:
            new = self._found(source, key)
        except TrainerError as error:
            self.told.emit(str(error))
            return
        if not new:
            self.told.emit(self.tr("Nothing of that session is in the library any more."))
            return
        at = after + 1 if 0 <= after < len(self.items) else len(self.items)
        label = self.tr("Add {0}").format(new[0].exercise) if len(new) == 1 else self.tr("Add exercises")
        self._take(arranging.inserted(self.items, at, new), label, range(at, at + len(new)))

    def duplicate(self, places: Collection[int]) -> None:
        """Puts a copy of these behind the last of them."""
        if places:
            new = [self.items[place] for place in sorted(places)]
            at = max(places) + 1
            items = arranging.inserted(self.items, at, new)
            self._take(items, self.tr("Duplicate"), range(at, at + len(new)))

    def move(self, places: Collection[int], to: int) -> None:
        """Puts these before the one that stands at `to`."""
        items, at = arranging.moved(self.items, places, to)
        self._take(items, self.tr("Move"), at)

    def shift(self, places: Collection[int], step: int) -> None:
        """Moves these one place up (-1) or down (1)."""
        if places and min(places) + step >= 0 and max(places) + step < len(self.items):
            self.move(places, min(places) - 1 if step < 0 else max(places) + 2)

    def remove(self, places: Collection[int]) -> None:
        """Takes these out."""
        if places:
            names = [self.items[place].exercise for place in sorted(places)]
            label = self.tr("Take out {0}").format(self.tr(", ").join(names))
            items = arranging.removed(self.items, places)
            self._take(items, label, [min({*places, len(items) - 1})])

    def join(self, places: Sequence[int]) -> None:
        """Has these done in turn; one alone together with the one below it."""
        if len(places) == 1 and places[0] + 1 < len(self.items):
            places = (places[0], places[0] + 1)
        if len(places) > 1:
            self._take(arranging.joined(self.items, places), self.tr("Do in turn"), places)

    def part(self, places: Collection[int]) -> None:
        """Has what is done in turn with these done one after the other again."""
        self._take(arranging.parted(self.items, places), self.tr("Do one after the other"), places)

    def edit(self, place: int, item: WorkoutItem, label: str, key: str = "") -> None:
        """Replaces the item at a place; its target is the athlete's own from then on."""
        if not 0 <= place < len(self.items) or item == self.items[place]:
            return
        items = (*self.items[:place], replace(item, why=CHOSEN_WHY), *self.items[place + 1 :])
        self._take(items, label, [place], key and f"{place}-{key}")

    def swap(self, place: int, exercise_id: str) -> None:
        """Another exercise instead of the one at a place."""
        if 0 <= place < len(self.items):
            other = self._building.swapped(self.items[place], exercise_id)
            self.edit(place, other, self.tr("Swap for {0}").format(other.exercise))

    def ignore(self, key: str) -> None:
        """Sets a warning aside for good."""
        self._ignore(self.draft.ignored | {key}, self.tr("Ignore a warning"))

    def recall(self) -> None:
        """Shows again what was set aside."""
        self._ignore(frozenset(), self.tr("Show warnings again"))

    def undo(self) -> None:
        """Takes the last step back."""
        label = self.drafting.undo()
        self._tell(label, self.tr("Undone: {0}").format(label), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Does the step again that was taken back last."""
        label = self.drafting.redo()
        self._tell(label, self.tr("Done again: {0}").format(label), self.tr("There is nothing to do again."))

    def _found(self, source: From, key: str) -> Sequence[WorkoutItem]:
        match source:
            case From.LIBRARY:
                return (self._building.item_of(key),)
            case From.WORKOUT:
                return self._building.items_of_workout(key)
            case From.SESSION:
                return self._building.items_of_session(key)

    def _take(self, items: Items, label: str, choose: Collection[int], key: str = "") -> None:
        if self.drafting.change(replace(self.draft, items=items), label, key):
            self.changed.emit(list(choose))

    def _ignore(self, ignored: frozenset[str], label: str) -> None:
        if self.drafting.change(replace(self.draft, ignored=ignored), label):
            self.changed.emit([])

    def _tell(self, label: str, done: str, nothing: str) -> None:
        if label:
            self.changed.emit([])
        self.told.emit(done if label else nothing)
