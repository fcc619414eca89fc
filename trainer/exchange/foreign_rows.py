"""Rows of another program's table, cell by cell by what they mean there; those that fell apart mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from trainer.exchange import measures
from trainer.exchange.cells import Wrong, shown
from trainer.exchange.contents import Answers, Contents, Question, Refused, Unit
from trainer.exchange.gathering import Gathering
from trainer.exchange.lines import Line
from trainer.exchange.reading import Header, Row, raw_rows, wrong_length
from trainer.exchange.written_times import written_time

MAX_REPS, MAX_KG, MAX_KM, MAX_S = 10_000, 2_000, 10_000, 86_400
MAX_LASTED_S = 30 * 86_400
_MOST_TOO_MANY = 8


class Fields:
    """The cells of a row by their role; one that the file lacks is empty."""

    __slots__ = ("_comma", "_places", "_row")

    def __init__(self, places: Mapping[str, int], row: Sequence[str], *, comma: bool) -> None:
        self._places, self._row, self._comma = places, row, comma

    def text(self, role: str) -> str:
        place = self._places.get(role)
        return "" if place is None else self._row[place]

    def time(self, role: str, what: str) -> datetime:
        """Raises Wrong."""
        return written_time(what, self.text(role))

    def number(self, role: str, what: str, high: float) -> float | None:
        """Raises Wrong; none is below zero."""
        return measures.number(what, self.text(role), 0, high, comma=self._comma)

    def whole(self, role: str, what: str, high: int) -> int | None:
        """Raises Wrong."""
        return measures.whole(what, self.text(role), 0, high, comma=self._comma)

    def load(self, role: str, unit: Unit) -> float | None:
        """A weight in kg, to the gram. Raises Wrong."""
        weight = self.number(role, "the weight", MAX_KG / measures.KG_A_POUND)
        load_kg = None if weight is None else measures.kilograms(weight, unit)
        if load_kg is not None and load_kg > MAX_KG:
            raise Wrong(f"the weight is {MAX_KG:,} kg at most, not {load_kg:,g} kg")
        return load_kg

    def distance(self, role: str, unit: str) -> float | None:
        """A distance in km, of a number in this unit. Raises Wrong, also for a unit that is not known."""
        distance = self.number(role, "the distance", MAX_KM * 1000)
        if not distance:
            return None
        kilometres = measures.kilometres_in(unit)
        if kilometres is None:
            raise Wrong(f"the unit of distance {shown(unit)} is not known")
        if distance * kilometres > MAX_KM:
            raise Wrong(f"the distance is {MAX_KM:,} km at most, not {distance * kilometres:,g} km")
        return distance * kilometres

    def rpe(self) -> float | None:
        """Raises Wrong."""
        return measures.half_steps("RPE", self.text("rpe"), comma=self._comma)

    def seconds(self, role: str, what: str, longest: float = MAX_S) -> float | None:
        """Raises Wrong."""
        return measures.seconds(what, self.text(role), longest)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each role stands in a program's table, and how a row of it is parsed.

    `texts` are the roles that may hold a stray separator, the likeliest first. `parse` raises Wrong for a row
    that does not hold together. `dates_only` says that the program writes no hours.
    """

    program: str
    places: Mapping[str, int]
    texts: tuple[str, ...]
    parse: Callable[[Fields], Line]
    notes: tuple[str, ...] = ()
    dates_only: bool = False


def read_table(path: Path, header: Header, answers: Answers, layout: Layout) -> Contents:
    """All sessions, sets and runs of the table. Raises what `raw_rows` does."""
    gathering = Gathering(layout.program, replace(answers, utc=answers.utc and not layout.dates_only))
    refused: list[Refused] = []
    asks: set[Question] = set()
    for number, row in raw_rows(path, header, answers.pulse):
        try:
            line = _parsed(row, header, layout)
            gathering.add(line)
        except Wrong as wrong:
            refused.append(Refused(number, str(wrong)))
            continue
        if line.unit_open:
            asks.add(Question.UNIT)
        if line.visit.started.tzinfo is None and not layout.dates_only:
            asks.add(Question.TIMES)
    return Contents(
        layout.program,
        sessions=gathering.sessions(),
        sets=gathering.sets(),
        runs=gathering.runs(),
        refused=tuple(refused),
        notes=layout.notes,
        named=True,
        asks=frozenset(asks),
    )


def _parsed(row: Row | str, header: Header, layout: Layout) -> Line:
    """A row that is too long, for a text in it holds the separator, is put together where it makes sense."""
    if isinstance(row, str):
        raise Wrong(row)
    excess = len(row) - len(header.columns)
    comma = header.separator != ","
    if not excess:
        return layout.parse(Fields(layout.places, row, comma=comma))
    if 0 < excess <= _MOST_TOO_MANY:
        for candidate in _candidates(row, excess, header.separator, layout):
            with suppress(Wrong):
                line = layout.parse(Fields(layout.places, candidate, comma=comma))
                if _has_letter(line.exercise):
                    return line
    raise Wrong(wrong_length(row, len(header.columns)))


def _candidates(row: Row, excess: int, separator: str, layout: Layout) -> Iterator[Row]:
    for role in layout.texts:
        place = layout.places.get(role)
        parts = [] if place is None else row[place : place + excess + 1]
        if place is not None and all(map(_has_letter, parts)):
            yield [*row[:place], separator.join(parts), *row[place + excess + 1 :]]
    if not any(row[-excess:]):
        yield row[:-excess]


def _has_letter(text: str) -> bool:
    """A part of a name or a note has one; a number that slid into its place has none."""
    return any(letter.isalpha() for letter in text)
