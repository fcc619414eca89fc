"""What can be taken into a workout: exercises, what stands in another workout, what was done in a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import REGIONS
from trainer.services.building import Building
from trainer.ui.builder.rows import EXERCISE_ROLE, FACTS_ROLE
from trainer.ui.builder.words import day_words, tr
from trainer.ui.wording import minutes_text

_TOP = QModelIndex()


class From(StrEnum):
    LIBRARY = "library"
    WORKOUT = "workout"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: its id, its name, a line of facts, and the exercise whose figure it shows."""

    id: str
    name: str
    facts: str = ""
    exercise: Exercise | None = None


class OfferModel(QAbstractListModel):
    """A list of offers, replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Offer, ...] = ()

    def set_rows(self, rows: Sequence[Offer]) -> None:
        """Shows these, in this order."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def offer_at(self, row: int) -> Offer:
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        offer = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return offer.name
        if role == FACTS_ROLE:
            return offer.facts
        if role == EXERCISE_ROLE:
            return offer.exercise
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return ", ".join(part for part in (offer.name, offer.facts) if part) if spoken else None


def offers_of(building: Building, source: From) -> Callable[[str], list[Offer]]:
    """What finds the offers of a source that fit some words; all of them for none."""
    if source is From.LIBRARY:

        def find(words: str) -> list[Offer]:
            return [_exercise(one) for one in building.library.search(words)]

        return find
    everything = _workouts(building) if source is From.WORKOUT else _sessions(building)

    def among(words: str) -> list[Offer]:
        wanted = words.casefold().split()
        return [
            one for one in everything if all(word in f"{one.name} {one.facts}".casefold() for word in wanted)
        ]

    return among


def _exercise(exercise: Exercise) -> Offer:
    area = REGIONS.get(exercise.region, exercise.region)
    level = tr("level {0} of 5").format(exercise.level)
    return Offer(exercise.id, exercise.name, f"{area} · {level}", exercise)


def _workouts(building: Building) -> list[Offer]:
    known = {one.id: one for one in building.library.exercises()}
    return [
        Offer(
            workout.id,
            workout.name,
            tr(", ").join(item.exercise for item in workout.items),
            known.get(workout.items[0].exercise_id),
        )
        for workout in building.library.workouts()
    ]


def _sessions(building: Building) -> list[Offer]:
    offers = []
    for head in building.past_sessions():
        length = "" if head.minutes is None else minutes_text(head.minutes * 60)
        facts = " · ".join(part for part in (day_words(head.day.isoformat()), length) if part)
        offers.append(Offer(head.id, head.workout, facts))
    return offers
