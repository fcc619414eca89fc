"""What the user makes: exercises, workouts, favourites, and names that stand for an exercise."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from trainer.domain.exercise import Exercise
from trainer.domain.workout import Workout
from trainer.errors import NoSuchEntry
from trainer.store.bodies import exercise_from_text, exercise_to_text, workout_from_text, workout_to_text
from trainer.store.entries import Entries
from trainer.store.tables import exercises, favourites, names, workouts


def exercise_row(exercise: Exercise) -> dict[str, Any]:
    return {"id": exercise.id, "name": exercise.name, "body": exercise_to_text(exercise)}


class OwnEntries(Entries):
    """Own exercises and workouts, by name. The log copies what it needs: deleting leaves history as it is."""

    def own_exercises(self) -> list[Exercise]:
        statement = select(exercises.c.body).order_by(exercises.c.name, exercises.c.id)
        with self._db.read() as connection:
            return [exercise_from_text(body) for body in connection.execute(statement).scalars()]

    def save_exercise(self, exercise: Exercise, *, undo: str = "") -> None:
        """Adds the exercise, or replaces the one with its id."""
        with self._db.write(undo) as write:
            write.put(exercises, exercise_row(exercise))

    def delete_exercise(self, exercise_id: str, *, undo: str = "Delete exercise") -> None:
        """Takes its star along. Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(exercises, (exercise_id,)):
                raise NoSuchEntry("That exercise is not in the library any more.")
            write.delete(favourites, (exercise_id,))

    def favourites(self) -> frozenset[str]:
        """The ids of the exercises that are marked with a star, shipped and own."""
        with self._db.read() as connection:
            return frozenset(connection.execute(select(favourites.c.exercise_id)).scalars())

    def set_favourite(self, exercise_id: str, on: bool, *, undo: str = "") -> None:
        """Marks the exercise with a star, or takes it away."""
        with self._db.write(undo) as write:
            if on:
                write.put(favourites, {"exercise_id": exercise_id})
            else:
                write.delete(favourites, (exercise_id,))

    def own_workouts(self) -> list[Workout]:
        statement = select(workouts.c.body).order_by(workouts.c.name, workouts.c.id)
        with self._db.read() as connection:
            return [workout_from_text(body) for body in connection.execute(statement).scalars()]

    def save_workout(self, workout: Workout, *, undo: str = "") -> None:
        """Adds the workout, or replaces the one with its id."""
        with self._db.write(undo) as write:
            write.put(workouts, {"id": workout.id, "name": workout.name, "body": workout_to_text(workout)})

    def delete_workout(self, workout_id: str, *, undo: str = "Delete workout") -> None:
        """Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(workouts, (workout_id,)):
                raise NoSuchEntry("That workout is not in the library any more.")

    def names(self) -> dict[str, str]:
        """Names as imported files write them, each with the exercise id it stands for."""
        with self._db.read() as connection:
            return {row.name: row.exercise_id for row in connection.execute(select(names))}

    def save_name(self, name: str, exercise_id: str) -> None:
        """Remembers what a name stands for."""
        with self._db.write() as write:
            write.put(names, {"name": name, "exercise_id": exercise_id})
