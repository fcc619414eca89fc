"""SessionRunner: where a session is, what happened since the last call, and what the athlete may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from trainer.domain.exercise import Kind
from trainer.domain.session import SetStatus
from trainer.domain.tempo import Phase
from trainer.engine.changing import Change
from trainer.engine.events import (
    CourseChanged,
    Event,
    Finished,
    PaceReleased,
    Paused,
    RestChanged,
    Resumed,
    StepStarted,
    WorkEnded,
    WorkProgressed,
    WorkReopened,
)
from trainer.engine.leaving_out import coming_of, together, without
from trainer.engine.pace import NUDGE_S, early_result, phase_at, reps_done
from trainer.engine.rerouting import next_start, reroute, way_in, without_sets
from trainer.engine.timeline import Step, StepKind, Timeline, WorkKey

# Own rules (product, section 4).
GAP_S = 2.0
BACK_TWICE_S = 2.0
NOTE_EVERY_S = 5.0

_END_S = 1e-6  # the last rep ends with its set and is told by the set


class State(Enum):
    NEW = auto()
    RUNNING = auto()
    PAUSED = auto()
    FINISHED = auto()


@dataclass(frozen=True, slots=True)
class View:
    """Where a session stands, for whoever draws it; seconds throughout.

    `remaining_s` is None in an open set. `rep` counts from 1; `phase` and `phase_s` say how far into which
    part of the rep a called tempo is, and are None and 0 where none is called.
    """

    step: Step
    state: State
    elapsed_s: float
    remaining_s: float | None
    total_remaining_s: float
    rep: int
    phase: Phase | None
    phase_s: float
    next_work: Step | None


class SessionRunner:
    """Runs a timeline on the caller's clock; every call returns the events since the one before, in order.

    Timed steps follow one another at their planned moments, however late the ticks come. When nobody called
    for more than 2 s the session is paused at the last call and says how long it slept.
    """

    def __init__(self, timeline: Timeline, *, start_at: int = 0) -> None:
        """`start_at` is the index of the step to begin with, to resume a session."""
        self._plan = timeline.steps
        self._steps = list(timeline.steps)
        self._index = start_at
        self._state = State.NEW
        self._began = 0.0
        self._last = 0.0
        self._backed: float | None = None
        self._noted_s = 0.0
        self._counted = 0
        self._ended: set[WorkKey] = {s.work for s in timeline.steps[:start_at] if s.kind is StepKind.WORK}
        self._left_out: list[Step] = []

    @property
    def state(self) -> State:
        return self._state

    @property
    def step(self) -> Step:
        return self._steps[self._index]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps as they now are, with rests changed and paces released; `at_s` is still the plan's."""
        return tuple(self._steps)

    def elapsed_s(self, now: float) -> float:
        """Seconds into the step; in a pause, where it stands."""
        return (self._last if self._state is not State.RUNNING else now) - self._began

    def start(self, now: float) -> list[Event]:
        """Begins; a second call does nothing."""
        if self._state is not State.NEW:
            return []
        self._state = State.RUNNING
        self._last = now
        return self._enter(self._index, now)

    def tick(self, now: float) -> list[Event]:
        """Catches up with the clock."""
        if self._state is not State.RUNNING:
            return []
        if now - self._last > GAP_S:
            self._state = State.PAUSED
            return [Paused(self._last, slept_s=now - self._last)]
        events: list[Event] = []
        while self._state is State.RUNNING:
            events += self._progress(now)
            if self.step.open or now < self._began + self.step.duration_s:
                break
            events += self._leave(self._began + self.step.duration_s, early=False)
        self._last = now
        return events

    def press(self, now: float) -> list[Event]:
        """The one button: in an open set done, else pause and go on."""
        if self._state is State.PAUSED:
            return self.resume(now)
        return self._act(now, lambda: self._leave(now, early=True) if self.step.open else self._pause(now))

    def done(self, now: float) -> list[Event]:
        """Ends the set under way with what was done, or ends the pause between sets now."""
        return self._act(now, lambda: self._leave(now, early=True))

    def skip(self, now: float) -> list[Event]:
        """The next step; a set under way is left as partial, or as skipped when nothing of it was done."""
        return self._act(now, lambda: self._leave(now, early=True, skipped=True))

    def back(self, now: float) -> list[Event]:
        """To the start of this step; again within 2 s, to the one before."""
        return self._act(now, lambda: self._back(now))

    def pause(self, now: float) -> list[Event]:
        """Stands still; nothing when it does already."""
        return [] if self._state is State.PAUSED else self._act(now, lambda: self._pause(now))

    def resume(self, now: float) -> list[Event]:
        """Goes on where it stood."""
        if self._state is not State.PAUSED:
            return []
        self._began += now - self._last
        self._last = now
        self._state = State.RUNNING
        return [Resumed(now)]

    def change_rest(self, now: float, by_s: float) -> list[Event]:
        """Makes the rest or get ready under way longer or shorter, but never shorter than it has lasted."""
        return self._act(now, lambda: self._change_rest(now, by_s))

    def release_pace(self, now: float) -> list[Event]:
        """Turns the paced set under way into own pace."""
        return self._act(now, lambda: self._release_pace(now))

    def leave_out(self, now: float, exercise_id: str) -> list[Event]:
        """Ends an exercise for this session: its set under way as it stands, those to come do not come."""
        return self._act(now, lambda: self._leave_out(now, exercise_id))

    def put_back(self, now: float, exercise_id: str) -> list[Event]:
        """Takes `leave_out` back; what would have come before the step under way is gone to at once."""
        return self._act(now, lambda: self._put_back(now, exercise_id))

    def change_course(self, now: float, change: Change) -> list[Event]:
        """Goes on by another course; the step under way goes on in it as it stands, or is left.

        `tick` is to be called with the same moment before, so that all until then is told by the old course.
        Raises ValueError when no session is under way.
        """
        if self._state not in (State.RUNNING, State.PAUSED):
            raise ValueError("only a session under way changes its course")
        if self._state is State.PAUSED:
            self._shift_pause(now)
        self._backed = None
        route = reroute(self._plan, self._steps, self._index, self._left_out, change)
        done_before = any(index == self.step.set_index for index, _ in self._ended)
        self._plan, self._steps, self._left_out = change.timeline.steps, route.steps, route.left_out
        self._ended = {(change.moved[index], side) for index, side in self._ended if index in change.moved}
        self._index = max(route.at, 0)
        closed = self._close(now, change.over, self.step if route.leaves else None)
        self._steps = without_sets(self._steps, change.over, route.onward, self.step.set_index)
        events: list[Event] = [CourseChanged(now), *closed]
        if route.stays:
            self._lengthen(now)
            return [*events, *self._reopen(self._index, now)]
        if route.to_set is not None:
            return [*events, *self._go_to(way_in(self._steps, route.to_set), now)]
        rests = route.leaves and (
            done_before or (bool(closed) and closed[-1].status is not SetStatus.SKIPPED)
        )
        return [*events, *self._go_to(next_start(self._steps, route.onward, rests=rests), now)]

    def view(self, now: float) -> View:
        """Where the session stands at `now`; changes nothing."""
        step = self.step
        elapsed_s = min(self.elapsed_s(now), step.duration_s) if not step.open else self.elapsed_s(now)
        left_s = max(0.0, step.duration_s - elapsed_s)
        phase, phase_s = phase_at(step, elapsed_s)
        return View(
            step=step,
            state=self._state,
            elapsed_s=elapsed_s,
            remaining_s=None if step.open else left_s,
            total_remaining_s=left_s + sum(s.duration_s for s in self._steps[self._index + 1 :]),
            rep=reps_done(step.target, elapsed_s) + 1 if step.kind is StepKind.WORK else 1,
            phase=phase,
            phase_s=phase_s,
            next_work=next((s for s in self._steps[self._index + 1 :] if s.kind is StepKind.WORK), None),
        )

    def _act(self, now: float, action: Callable[[], list[Event]]) -> list[Event]:
        """Catches up, then acts, unless catching up has paused or finished the session."""
        was_paused = self._state is State.PAUSED
        if was_paused:
            self._shift_pause(now)
        events = self.tick(now)
        if self._state is State.RUNNING or (was_paused and self._state is State.PAUSED):
            events += action()
        return events

    def _shift_pause(self, now: float) -> None:
        """Keeps the step where it stood while letting `now` be the pause's moment."""
        self._began += now - self._last
        self._last = now

    def _enter(self, index: int, at: float) -> list[Event]:
        self._index, self._began = index, at
        self._noted_s, self._counted = 0.0, 0
        return [StepStarted(at, self.step)]

    def _leave(self, at: float, *, early: bool, skipped: bool = False) -> list[Event]:
        """Ends the step under way at `at` and begins the next one then."""
        events: list[Event] = []
        self._backed = None
        if self.step.kind is StepKind.WORK:
            events.append(self._work_ended(at, early=early, skipped=skipped))
            self._ended.add(self.step.work)
        if self._index + 1 < len(self._steps):
            return events + self._enter(self._index + 1, at)
        self._state = State.FINISHED
        return [*events, Finished(at)]

    def _work_ended(self, at: float, *, early: bool, skipped: bool) -> WorkEnded:
        target = self.step.target
        if not early:
            return WorkEnded(at, self.step, SetStatus.DONE, target.reps, target.hold_s)
        return WorkEnded(at, self.step, *early_result(target, max(0.0, at - self._began), skipped=skipped))

    def _pause(self, now: float) -> list[Event]:
        self._state = State.PAUSED
        self._last = now
        return [Paused(now)]

    def _back(self, now: float) -> list[Event]:
        again = self._backed is not None and now - self._backed <= BACK_TWICE_S and self._index > 0
        index = self._index - 1 if again else self._index
        begun = not again and self.step.kind is StepKind.WORK
        self._backed = now
        events: list[Event] = []
        if begun or self._has_ended(self._steps[index]):
            self._ended.discard(self._steps[index].work)
            events.append(WorkReopened(now, self._steps[index]))
        return events + self._enter(index, now)

    def _change_rest(self, now: float, by_s: float) -> list[Event]:
        step = self.step
        if step.kind not in (StepKind.REST, StepKind.GET_READY):
            return []
        least_s = max(0.0, now - self._began)
        duration_s = max(least_s, step.duration_s + by_s)
        changed_s = duration_s - step.duration_s
        self._steps[self._index] = replace(step, duration_s=duration_s)
        return [RestChanged(now, self.step, changed_s)]

    def _lengthen(self, now: float) -> None:
        """Lets the step under way last as long as it already has, where another course plans it shorter."""
        step = self.step
        if not step.open and step.duration_s < now - self._began:
            self._steps[self._index] = replace(step, duration_s=now - self._began)

    def _release_pace(self, now: float) -> list[Event]:
        step = self.step
        if step.kind is not StepKind.WORK or step.open or step.target.kind is not Kind.REPS:
            return []
        self._steps[self._index] = replace(step, target=replace(step.target, own_pace=True))
        self._noted_s = now - self._began
        return [PaceReleased(now, self.step)]

    def _leave_out(self, now: float, exercise_id: str) -> list[Event]:
        here = self.step
        gone = coming_of(self._steps, self._index, exercise_id)
        left = without(self._steps, gone)
        if here in gone and self._index >= len(left):
            self._state = State.FINISHED
            return [Finished(now)]
        self._left_out += gone
        self._steps = left
        if here in gone:
            return self._enter(self._index, now)
        if here.kind is StepKind.WORK and here.item.exercise_id == exercise_id:
            return self._leave(now, early=True, skipped=True)
        return []

    def _put_back(self, now: float, exercise_id: str) -> list[Event]:
        again = [step for step in self._left_out if step.item.exercise_id == exercise_id]
        if not again:
            return []
        self._left_out = [step for step in self._left_out if step not in again]
        here = self.step
        self._steps = together(self._steps, again)
        target_s = min(here.at_s, again[0].at_s)
        self._index = next(step.index for step in self._steps if step.at_s == target_s)
        return [] if target_s == here.at_s else self._enter(self._index, now)

    def _has_ended(self, step: Step) -> bool:
        return step.kind is StepKind.WORK and step.work in self._ended

    def _close(self, now: float, over: frozenset[int], here: Step | None) -> list[WorkEnded]:
        """Ends what is to come of these sets, the last of it first, then the one under way as it stands."""
        closed = [
            WorkEnded(now, step, SetStatus.SKIPPED, None, None)
            for step in reversed(self._steps)
            if step.set_index in over
            and step.kind is StepKind.WORK
            and step != here
            and step.work not in self._ended
        ]
        if here is not None and here.kind is StepKind.WORK:
            closed.append(self._work_ended(now, early=True, skipped=True))
        self._ended |= {event.step.work for event in closed}
        return closed

    def _go_to(self, index: int | None, now: float) -> list[Event]:
        """Begins a step, those from there on that had ended open again; None is the end."""
        if index is None or index >= len(self._steps):
            self._index, self._state = len(self._steps) - 1, State.FINISHED
            return [Finished(now)]
        return [*self._reopen(index, now), *self._enter(index, now)]

    def _reopen(self, index: int, now: float) -> list[Event]:
        """What had ended from step `index` on is to come again."""
        again = [step for step in self._steps[index:] if self._has_ended(step)]
        self._ended -= {step.work for step in again}
        return [WorkReopened(now, step) for step in again]

    def _progress(self, now: float) -> list[Event]:
        """A note for each rep completed, or each 5 s of other work, but not for the work's own end."""
        step = self.step
        if step.kind is not StepKind.WORK:
            return []
        unit_s = step.target.tempo.rep_s if step.target.called and step.target.tempo else NOTE_EVERY_S
        end_s = now - self._began if step.open else min(now - self._began, step.duration_s - _END_S)
        events: list[Event] = []
        while self._noted_s + unit_s <= end_s + NUDGE_S:
            self._noted_s += unit_s
            self._counted += 1 if step.target.called else 0
            at = self._began + self._noted_s
            events.append(WorkProgressed(at, step, self._counted, self._noted_s))
        return events
