"""What the user makes in the library: stars, exercises and workouts of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from trainer.domain.exercise import Contraction, Cues, Dose, Exercise, Kind, Laterality, Range
from trainer.domain.tempo import Tempo
from trainer.domain.workout import Workout
from trainer.services.library import Library
from trainer.services.trial import least_of

WHY = "The least of the dose on the exercise's page."


class OwnStore(Protocol):
    """Where it is kept; each write with an `undo` label is one step that can be taken back."""

    def set_favourite(self, exercise_id: str, on: bool, *, undo: str = "") -> None:
        """Marks the exercise with a star, or takes it away."""

    def save_exercise(self, exercise: Exercise, *, undo: str = "") -> None:
        """Adds the exercise, or replaces the one with its id."""

    def delete_exercise(self, exercise_id: str, *, undo: str = "") -> None:
        """Raises NoSuchEntry."""

    def save_workout(self, workout: Workout, *, undo: str = "") -> None:
        """Adds the workout, or replaces the one with its id."""

    def delete_workout(self, workout_id: str, *, undo: str = "") -> None:
        """Raises NoSuchEntry."""


class OwnLibrary:
    """Changes to what is one's own; `undo` names the step that takes each back. All raise StoreError."""

    def __init__(self, store: OwnStore, library: Library, new_id: Callable[[], str]) -> None:
        self._store, self._library, self._new_id = store, library, new_id

    def set_favourite(self, exercise_id: str, on: bool, undo: str) -> None:
        """Marks the exercise with a star, or takes it away."""
        self._store.set_favourite(exercise_id, on, undo=undo)

    def blank(self) -> Exercise:
        """A new exercise that says nothing yet."""
        return Exercise(
            id=self._new_id(),
            name="",
            short_name="",
            region="",
            kind=Kind.REPS,
            side=Laterality.BOTH,
            level=2,
            dose=Dose(sets=Range(2, 3), rest_s=Range(60, 90), reps=Range(6, 8)),
            cues=Cues("", "", ""),
            tempo=Tempo(2, 0, 2, 0),
            own=True,
        )

    def copy_of(self, exercise: Exercise, name: str, short_name: str) -> Exercise:
        """One's own version of an exercise: what to do is kept, what studies say and the ladder are not."""
        return replace(
            exercise,
            id=self._new_id(),
            name=name,
            short_name=short_name,
            synonyms=(),
            easier=(),
            harder=(),
            harder_note="",
            substitutes=(),
            dose=replace(exercise.dose, note=""),
            references=(),
            evidence=None,
            own=True,
            own_rules=(),
            figure=exercise.figure_id,
        )

    def save_exercise(self, exercise: Exercise, undo: str) -> None:
        """Adds the exercise, or replaces it."""
        self._store.save_exercise(exercise, undo=undo)

    def delete_exercise(self, exercise_id: str, undo: str) -> None:
        """Takes it out of the library; what was logged and the workouts that have it stay as they are."""
        self._store.delete_exercise(exercise_id, undo=undo)

    def workouts(self) -> list[Workout]:
        """The workouts of one's own."""
        return [workout for workout in self._library.workouts() if workout.own]

    def workout_names(self) -> list[str]:
        """The names that a new workout cannot have: of the shipped ones and one's own."""
        return [workout.name for workout in self._library.workouts()]

    def begin_workout(self, name: str, exercise: Exercise, undo: str) -> Workout:
        """A new workout of this exercise, at the least of its dose."""
        workout = Workout(self._new_id(), name.strip(), (least_of(exercise, WHY),), own=True)
        self._store.save_workout(workout, undo=undo)
        return workout

    def add_to_workout(self, workout_id: str, exercise: Exercise, undo: str) -> Workout:
        """Puts the exercise at the end of the workout, at the least of its dose. Raises NoSuchEntry."""
        workout = self._library.workout(workout_id)
        return self._saved(replace(workout, items=(*workout.items, least_of(exercise, WHY))), undo)

    def rename_workout(self, workout_id: str, name: str, undo: str) -> Workout:
        """Raises NoSuchEntry."""
        return self._saved(replace(self._library.workout(workout_id), name=name.strip()), undo)

    def remove_item(self, workout_id: str, position: int, undo: str) -> Workout | None:
        """Takes one exercise out; the workout goes with its last one (None). Raises NoSuchEntry."""
        workout = self._library.workout(workout_id)
        left = workout.items[:position] + workout.items[position + 1 :]
        if left:
            return self._saved(replace(workout, items=left), undo)
        self._store.delete_workout(workout_id, undo=undo)
        return None

    def delete_workout(self, workout_id: str, undo: str) -> None:
        """Raises NoSuchEntry."""
        self._store.delete_workout(workout_id, undo=undo)

    def _saved(self, workout: Workout, undo: str) -> Workout:
        self._store.save_workout(workout, undo=undo)
        return workout


def contraction_of(kind: Kind, tempo: Tempo | None) -> tuple[Contraction, ...]:
    """How the muscle works in a hold, or in a rep of this tempo: lengthening, shortening, or holding."""
    if kind is Kind.HOLD:
        return (Contraction.ISOMETRIC,)
    if tempo is None:
        return ()
    phases = ((tempo.lowering_s, Contraction.ECCENTRIC), (tempo.lifting_s, Contraction.CONCENTRIC))
    return tuple(contraction for seconds, contraction in phases if seconds > 0)
