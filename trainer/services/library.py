"""The library: the shipped exercises and workouts together with one's own, searched and filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from trainer.catalog import Catalog
from trainer.domain.change import Change, Changed
from trainer.domain.claim import Claim
from trainer.domain.exercise import Contraction, Exercise, Laterality, Reference
from trainer.domain.rule import Rule
from trainer.domain.vocabulary import MUSCLES, REGIONS
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.ladder import Ladder, ladder_of

if TYPE_CHECKING:
    from trainer.services.search import SearchIndex


class OwnExercises(Protocol):
    """What the user made, and word of it when that changes; the store is one."""

    def own_exercises(self) -> Sequence[Exercise]:
        """Exercises of one's own."""

    def own_workouts(self) -> Sequence[Workout]:
        """Workouts of one's own."""

    def favourites(self) -> frozenset[str]:
        """The ids of the exercises that are marked with a star."""

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Has `listener` told of each committed write; returns what ends that."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of an exercise; an empty set leaves all through.

    `muscles` are plain words such as *hamstrings*, for what does the main work. `owned` (equipment) and
    `favourites` (ids) are None when not asked.
    """

    regions: frozenset[str] = frozenset()
    contractions: frozenset[Contraction] = frozenset()
    gait_phases: frozenset[str] = frozenset()
    levels: frozenset[int] = frozenset()
    sides: frozenset[Laterality] = frozenset()
    muscles: frozenset[str] = frozenset()
    owned: frozenset[str] | None = None
    favourites: frozenset[str] | None = None
    own: bool = False

    @property
    def empty(self) -> bool:
        """Whether every exercise passes."""
        return self == Filters()

    def passes(self, exercise: Exercise) -> bool:
        """Whether the exercise has one of the wanted of each kind, and needs nothing that is not owned."""
        return (
            (not self.regions or exercise.region in self.regions)
            and (not self.levels or exercise.level in self.levels)
            and (not self.sides or exercise.side in self.sides)
            and (not self.contractions or not self.contractions.isdisjoint(exercise.contraction))
            and (not self.gait_phases or not self.gait_phases.isdisjoint(exercise.gait_phases))
            and (not self.muscles or not self.muscles.isdisjoint(plain_muscles(exercise)))
            and (self.owned is None or self.owned.issuperset(exercise.equipment))
            and (self.favourites is None or exercise.id in self.favourites)
            and (not self.own or exercise.own)
        )


NO_FILTERS = Filters()


def plain_muscles(exercise: Exercise) -> set[str]:
    """The plain words for the muscles that do the main work."""
    return {MUSCLES.get(muscle, muscle) for muscle in exercise.primary_muscles}


class Library:
    """Shipped content and one's own, as one list each; what is one's own is read again after it changed."""

    def __init__(self, catalog: Catalog, own: OwnExercises | None = None) -> None:
        self._catalog = catalog
        self._own = own
        self._exercises: dict[str, Exercise] | None = None
        self._workouts: dict[str, Workout] | None = None
        self._favourites: frozenset[str] | None = None
        self._index: SearchIndex | None = None
        self._changes = 0
        if own is not None:
            own.subscribe(self.on_change)

    def on_change(self, change: Change) -> None:
        """Forgets what a write has made stale; may be called from any thread."""
        self._changes += 1
        if Changed.EXERCISES in change.kinds:
            self._exercises, self._index, self._workouts = None, None, None
        if Changed.WORKOUTS in change.kinds:
            self._workouts = None
        if Changed.FAVOURITES in change.kinds:
            self._favourites = None

    def exercises(self) -> list[Exercise]:
        """All exercises by area of the body, then level, then name."""
        return list(self._exercises_by_id().values())

    def exercise(self, exercise_id: str) -> Exercise:
        """Raises NoSuchEntry."""
        try:
            return self._exercises_by_id()[exercise_id]
        except KeyError:
            raise NoSuchEntry(f"There is no exercise “{exercise_id}” in the library.") from None

    def workouts(self) -> list[Workout]:
        """The shipped workouts, then one's own with their exercises as they are called now."""
        return list(self._workouts_by_id().values())

    def workout(self, workout_id: str) -> Workout:
        """Raises NoSuchEntry."""
        try:
            return self._workouts_by_id()[workout_id]
        except KeyError:
            raise NoSuchEntry(f"There is no workout “{workout_id}”.") from None

    def references(self, citing: Exercise | Claim | Rule) -> list[Reference]:
        """The sources that an exercise, a claim or a rule cites, in its order."""
        known = self._catalog.references
        return [known[key] for key in citing.references if key in known]

    def sources(self, keys: Iterable[str]) -> list[Reference]:
        """The sources of these keys that were seen, in their order."""
        known = self._catalog.references
        return [known[key] for key in keys if key in known and known[key].mark != "M"]

    def claims(self, exercise: Exercise) -> list[Claim]:
        """What is said about the exercise, in its order."""
        known = self._catalog.claims
        return [known[key] for key in exercise.claims if key in known]

    def claims_for(self, place: str) -> list[Claim]:
        """What shows at one of the `PLACES`, in the order of the files."""
        return [claim for claim in self._catalog.claims.values() if place in claim.place]

    def ladder(self, exercise_id: str) -> Ladder:
        """What is easier, harder, and what to do instead. Raises NoSuchEntry."""
        return ladder_of(self.exercise(exercise_id), self._exercises_by_id())

    def favourites(self) -> frozenset[str]:
        """The ids of the exercises that are marked with a star."""
        if (ready := self._favourites) is not None:
            return ready
        before = self._changes
        found = self._own.favourites() if self._own else frozenset()
        if before == self._changes:
            self._favourites = found
        return found

    def search(self, query: str, filters: Filters = NO_FILTERS) -> list[Exercise]:
        """Exercises that pass the filters and fit the query, the best first; an empty query fits all."""
        found = self._search_index().find(query) if query.strip() else self.exercises()
        return [exercise for exercise in found if filters.passes(exercise)]

    def prepare_search(self) -> None:
        """Makes the index ahead of the first keystroke."""
        self._search_index()

    def _search_index(self) -> SearchIndex:
        if (ready := self._index) is not None:
            return ready
        # A start-up saving: rapidfuzz takes 30 ms to import, and only a search needs it.
        from trainer.services.search import SearchIndex

        before = self._changes
        index = SearchIndex(self.exercises())
        if before == self._changes:
            self._index = index
        return index

    def _exercises_by_id(self) -> dict[str, Exercise]:
        if (ready := self._exercises) is not None:
            return ready
        before = self._changes
        own = self._own.own_exercises() if self._own else ()
        everything = sorted([*self._catalog.exercises.values(), *own], key=_shelf)
        known = {exercise.id: exercise for exercise in everything}
        if before == self._changes:  # what a write overtook is read again next time
            self._exercises = known
        return known

    def _workouts_by_id(self) -> dict[str, Workout]:
        if (ready := self._workouts) is not None:
            return ready
        before = self._changes
        exercises = self._exercises_by_id()
        own = [_up_to_date(one, exercises) for one in self._own.own_workouts()] if self._own else []
        known = {workout.id: workout for workout in [*self._catalog.workouts.values(), *own]}
        if before == self._changes:
            self._workouts = known
        return known


def _up_to_date(workout: Workout, exercises: Mapping[str, Exercise]) -> Workout:
    items = tuple(_renewed(item, exercises.get(item.exercise_id)) for item in workout.items)
    return replace(workout, items=items)


def _renewed(item: WorkoutItem, exercise: Exercise | None) -> WorkoutItem:
    """The item with what its exercise is now; of one that was deleted as it was copied."""
    if exercise is None:
        return item
    return replace(
        item,
        exercise=exercise.name,
        short_name=exercise.short_name,
        side=item.side if item.own_side else exercise.side,
        begins_with=exercise.begins_with,
        logs_lean=exercise.logs_lean,
        figure=exercise.figure,
    )


_SHELVES = list(REGIONS)


def _shelf(exercise: Exercise) -> tuple[int, int, str]:
    known = exercise.region in REGIONS
    return (
        _SHELVES.index(exercise.region) if known else len(_SHELVES),
        exercise.level,
        exercise.name.casefold(),
    )


def exercise_json(exercise: Exercise) -> dict[str, Any]:
    """An exercise as `exercises --json` prints it; one's own have no evidence (null)."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "region": exercise.region,
        "primary_muscles": list(exercise.primary_muscles),
        "secondary_muscles": list(exercise.secondary_muscles),
        "contraction": [contraction.value for contraction in exercise.contraction],
        "side": exercise.side.value,
        "kind": exercise.kind.value,
        "equipment": list(exercise.equipment),
        "level": exercise.level,
        "easier": list(exercise.easier),
        "harder": list(exercise.harder),
        "references": list(exercise.references),
        "evidence": exercise.evidence.value if exercise.evidence else None,
    }
