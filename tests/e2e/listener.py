"""A listener who sees nothing: makes a session out of what the sound player was told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from trainer.domain.cue import units_of

Call = tuple[float, str, Any]


@dataclass
class Heard:
    """A step as it was heard: `start_s` and `end_s` on the session's clock."""

    kind: str
    start_s: float
    exercise: str
    side: str
    end_s: float = 0.0
    rest: str = ""
    reps: int = 0
    announced: list[str] = field(default_factory=list)


def sounded(calls: Sequence[Call]) -> list[tuple[float, str]]:
    """The clips that sounded, by the calls that a player got: a plan stands until the next one."""
    heard: list[tuple[float, str]] = []
    planned: list[tuple[float, str]] = []
    for at, method, argument in calls:
        heard += (cue for cue in planned if cue[0] < at)
        planned = [cue for cue in planned if cue[0] >= at]
        if method == "schedule":
            planned = list(argument)
        elif method == "flush":
            planned = []
        elif method == "play":
            heard.append((at, argument))
    return heard + planned


class Listener:
    """Knows the earcons and the language; asks nobody what the plan was."""

    def __init__(self) -> None:
        self.steps: list[Heard] = []
        self.ended_at_s: float | None = None
        self.said_at_the_end: tuple[str, ...] = ()
        self._exercise = self._side = ""

    def hear(self, heard: Sequence[tuple[float, str]]) -> None:
        """Makes steps of it, from first to last."""
        for at, clip in heard:
            units = units_of(clip)
            if units:
                self._hear_words(units)
            else:
                self._hear_earcon(at, clip)

    def _hear_earcon(self, at: float, clip: str) -> None:
        match clip:
            case "next":
                self._begin("get_ready", at)
            case "go":
                self._begin("work", at)
            case "change_sides":
                self._begin("change_sides", at)
            case "rest":
                self._begin("rest", at)
            case "rep":
                self._work().reps += 1
            case "finished":
                self._end(at)
                self.ended_at_s = at

    def _hear_words(self, units: tuple[str, ...]) -> None:
        first, *others = units
        if first == "done":
            self.said_at_the_end = units
        elif first.startswith("next: "):
            self._exercise, self._side = first.removeprefix("next: "), others[0] if others else ""
            self._name(self.steps[-1])
        elif first == "change sides":
            self._side = others[0]
            self._name(self.steps[-1])
        elif first == "rest":
            self.steps[-1].rest = " ".join(others)
        else:
            self.steps[-1].announced += units

    def _begin(self, kind: str, at: float) -> None:
        self._end(at)
        self.steps.append(Heard(kind, at, self._exercise, self._side))

    def _name(self, step: Heard) -> None:
        step.exercise, step.side = self._exercise, self._side

    def _end(self, at: float) -> None:
        if self.steps:
            self.steps[-1].end_s = at

    def _work(self) -> Heard:
        """The work under way, or the one that has just ended: its last rep sounds with its end."""
        return next(self._backwards())

    def _backwards(self) -> Iterator[Heard]:
        return (step for step in reversed(self.steps) if step.kind == "work")
