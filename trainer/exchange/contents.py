"""What a file of any kind gives, and what one has to say about it that it does not say itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.domain.checkin import CheckIn
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog
from trainer.domain.transfer import Pulse, unheard
from trainer.errors import ExchangeError


class Unit(StrEnum):
    """What the weights of a file are written in."""

    KG = "kg"
    LB = "lb"


class Question(StrEnum):
    """What a file may leave open; each is a field of `Answers`."""

    UNIT = "unit"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known about a file from elsewhere.

    `time_zone` is where it happened; times without a zone are of that zone, or UTC where `utc` says so.
    `unit` counts where the file names none. `program` is the one that the user says it came from.
    `pulse` is told how far the reading is, and may raise to stop it.
    """

    time_zone: str = "UTC"
    unit: Unit = Unit.KG
    utc: bool = False
    program: str = ""
    pulse: Pulse = unheard


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not taken; the first line is 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """All records of a file, the lines it had to refuse, and sentences about the whole of it.

    `named` says that the file knows its exercises by name alone: the ids are ours, made from the names.
    `asks` are the answers that would have made a difference.
    """

    source: str
    sessions: tuple[SessionLog, ...] = ()
    sets: tuple[SetLog, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    runs: tuple[Run, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    named: bool = False
    asks: frozenset[Question] = frozenset()


class UnsureProgram(ExchangeError):
    """The file looks like one of `program`, and nothing in it says so; ask, then say it in `Answers`."""

    def __init__(self, sentence: str, program: str) -> None:
        super().__init__(sentence)
        self.program = program
