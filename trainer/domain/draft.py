"""A workout while it is put together: it may still lack a name or an exercise."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.workout import Workout, WorkoutItem


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the builder; `ignored` are the keys of the warnings that were set aside for it."""

    id: str
    name: str = ""
    items: tuple[WorkoutItem, ...] = ()
    note: str = ""
    ignored: frozenset[str] = frozenset()

    @property
    def workout(self) -> Workout | None:
        """The workout of one's own that it makes, or None while it has no exercise."""
        if not self.items:
            return None
        ignored = tuple(sorted(self.ignored))
        return Workout(self.id, self.name.strip(), self.items, note=self.note, own=True, ignored=ignored)


def draft_of(workout: Workout) -> Draft:
    """The workout to be changed, under its own id."""
    return Draft(workout.id, workout.name, workout.items, workout.note, frozenset(workout.ignored))
