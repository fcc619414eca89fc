"""The set just done, and what the athlete says of it; each change is on disk when it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SetLog, SetStatus
from trainer.engine.timeline import Step
from trainer.services.active_session import ActiveSession

LEAN_STEP_DEG = 5
LEAN_MOST_DEG = 90


class JustDone:
    """Changes the rows of the last set that ended.

    Rating, load and note are the whole set's; the result, lean and pain are those of the side that is
    chosen, at first the one that was done last. Each raises StoreError. Nothing happens before a set is done.
    """

    def __init__(self, active: ActiveSession) -> None:
        self._active = active
        self._set_id = ""
        self._side = Side.BOTH

    def follow(self, step: Step) -> None:
        """The work of this step has just ended."""
        row = self._active.row(step.set_index, step.side)
        self._set_id, self._side = "" if row is None else row.set_id, step.side

    @property
    def step(self) -> Step | None:
        """The work that is spoken of."""
        row = self.row
        return None if row is None else self._active.work_of(row)

    @property
    def rows(self) -> tuple[SetLog, ...]:
        """Its sides so far, left first."""
        sides = self._active.sides_of(self._set_id)
        return tuple(row for row in sides if row.status is not SetStatus.RUNNING)

    @property
    def row(self) -> SetLog | None:
        """The side that is chosen."""
        return next((row for row in self.rows if row.side is self._side), None)

    def choose(self, side: Side) -> None:
        """Speaks of the other side from now on."""
        if any(row.side is side for row in self.rows):
            self._side = side

    def change_result(self, by: int) -> None:
        """More or fewer reps, or seconds; never below none."""

        def changed(row: SetLog) -> SetLog:
            if row.target.kind is Kind.HOLD:
                return replace(row, hold_s=max(0.0, (row.hold_s or 0.0) + by))
            return replace(row, reps=max(0, (row.reps or 0) + by))

        self._change_side(changed)

    def rate(self, rpe: float | None) -> None:
        """How hard the set was, 1–10 by 0.5; None takes the answer back."""
        if rpe is not None and not (1 <= rpe <= 10 and rpe * 2 == int(rpe * 2)):
            raise ValueError("an RPE runs from 1 to 10 by halves")
        self._change_set(lambda row: replace(row, rpe=rpe))

    def load(self, load_kg: float | None) -> None:
        """What was lifted, kept to the gram."""
        if load_kg is not None and load_kg < 0:
            raise ValueError("no load is below nothing")
        self._change_set(lambda row: replace(row, load_kg=None if load_kg is None else round(load_kg, 3)))

    def note(self, text: str) -> None:
        self._change_set(lambda row: replace(row, note=text.strip()))

    def warm_up(self) -> None:
        """Counts the set as one to warm up from now on, or as a working set again."""
        self._change_set(lambda row: replace(row, warm_up=not row.warm_up))

    def lean(self, by_steps: int) -> None:
        """More or less lean than said so far, in steps of 5°; the first says the target, or 45°."""

        def changed(row: SetLog) -> SetLog:
            if row.lean_deg is None:
                return replace(row, lean_deg=row.target.lean_deg or 45)
            return replace(row, lean_deg=min(LEAN_MOST_DEG, max(0, row.lean_deg + by_steps * LEAN_STEP_DEG)))

        self._change_side(changed)

    def hurt(self, pain: int | None, place_id: str = "") -> None:
        """Pain 0–10 at a place; None takes the answer back."""
        self._change_side(lambda row: replace(row, pain=pain, pain_area=place_id if pain else ""))

    def _change_side(self, changed: Callable[[SetLog], SetLog]) -> None:
        if self.row is not None:
            self._active.amend(changed(self.row))

    def _change_set(self, changed: Callable[[SetLog], SetLog]) -> None:
        if self.rows:
            self._active.amend(*(changed(row) for row in self.rows))
