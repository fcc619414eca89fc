"""Strong's export: all its shapes since 2015, with commas or semicolons, also with translated headers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from trainer.exchange import measures
from trainer.exchange.cells import Wrong, shown
from trainer.exchange.contents import Answers, Contents, Unit
from trainer.exchange.foreign_rows import MAX_LASTED_S, MAX_REPS, Fields, Layout, read_table
from trainer.exchange.lines import Effort, Line, SetKind, Visit
from trainer.exchange.reading import Header, sample_of

PROGRAM = "Strong"
_SHAPES = tuple(
    tuple(shape.split())
    for shape in (
        "date workout duration exercise order weight reps distance seconds note workout_note rpe",
        "date workout duration exercise order weight reps distance seconds rpe",
        "date workout exercise order weight weight_unit reps rpe distance distance_unit seconds note workout_note",  # noqa: E501
        "number date workout duration exercise order weight reps rpe distance seconds note workout_note",
    )
)
_NAMES = {
    "workout #": "number",
    "date": "date",
    "workout name": "workout",
    "duration": "duration",
    "workout duration": "duration",
    "exercise name": "exercise",
    "set order": "order",
    "weight": "weight",
    "weight unit": "weight_unit",
    "reps": "reps",
    "rpe": "rpe",
    "distance": "distance",
    "distance unit": "distance_unit",
    "seconds": "seconds",
    "notes": "note",
    "workout notes": "workout_note",
}
_NEEDED = frozenset({"date", "workout", "exercise", "order", "reps"})
_TEXTS = ("exercise", "workout", "note", "workout_note")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
_SET_KINDS = {"w": SetKind.WARM_UP, "d": SetKind.DROP, "f": SetKind.FAILURE}
_ENOUGH_ROWS = 3
_TOLD = {role: name for name, role in _NAMES.items() if name != "workout duration"}


def fits(header: Header, sample: Sequence[Sequence[str]]) -> bool:
    """Whether it is one of Strong's: by its header in English, or beyond doubt by what stands in its columns.

    Own rule for the latter: one shape alone has the number of columns and a cell of the right type at each
    place, in three rows at least, with weights and reps among them.
    """
    if _places(header).keys() >= _NEEDED:
        return True
    shapes = _possible(header, sample)
    if len(shapes) != 1 or len(sample) < _ENOUGH_ROWS:
        return False
    places = _at(shapes[0])
    return all(any(row[places[role]].strip(" 0.,") for row in sample) for role in ("weight", "reps"))


def resembles(header: Header, sample: Sequence[Sequence[str]]) -> bool:
    """Whether it may be one."""
    return len(_possible(header, sample)) == 1


def read(path: Path, header: Header, answers: Answers) -> Contents:
    """All sessions and runs of the export; asks for the unit of weight where nothing in the file says it."""
    places = _places(header)
    notes: tuple[str, ...] = ()
    if not places.keys() >= _NEEDED:
        shape = _possible(header, sample_of(path, header))[0]
        places = _at(shape)
        told = zip(header.columns, shape, strict=True)
        roles = ", ".join(f"{column} as {_TOLD[role]}" for column, role in told)
        notes = (f"Its columns are not in English and were known by their places: {roles}.",)
    layout = Layout(PROGRAM, places, _TEXTS, _Rows(header, places, answers).line, notes)
    return read_table(path, header, answers, layout)


def _places(header: Header) -> dict[str, int]:
    """Where each role stands by the English names, behind which a unit may stand in brackets."""
    names = (_IN_BRACKETS.sub("", column).strip() for column in header.columns)
    return {_NAMES[name]: place for place, name in enumerate(names) if name in _NAMES}


def _at(shape: tuple[str, ...]) -> dict[str, int]:
    return {role: place for place, role in enumerate(shape)}


def _possible(header: Header, sample: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The shapes whose columns hold what these rows hold."""
    return [
        shape
        for shape in _SHAPES
        if len(shape) == len(header.columns)
        and sample
        and _holds(_Rows(header, _at(shape), Answers()), sample)
    ]


def _holds(rows: _Rows, sample: Sequence[Sequence[str]]) -> bool:
    return all(rows.typed(row) for row in sample)


class _Rows:
    """How the rows under one header are read."""

    def __init__(self, header: Header, places: Mapping[str, int], answers: Answers) -> None:
        self._places, self._comma = places, header.separator != ","
        self._unit = measures.unit_of(_in_brackets(header, places, "weight"))
        self._given = answers.unit
        self._distance_unit = _in_brackets(header, places, "distance")
        if "number" in places and measures.kilometres_in(self._distance_unit) is None:
            self._distance_unit = "m"  # that shape has metres in every language

    def typed(self, row: Sequence[str]) -> bool:
        """Whether each cell is of the type that its place asks for."""
        fields = Fields(self._places, row, comma=self._comma)
        try:
            self.line(fields)
            fields.whole("number", "the number", 10**9)
        except Wrong:
            return False
        unit, distance_unit = fields.text("weight_unit").strip(), fields.text("distance_unit").strip()
        return (not unit or measures.unit_of(unit) is not None) and (
            not distance_unit or measures.kilometres_in(distance_unit) is not None
        )

    def line(self, fields: Fields) -> Line:
        """What a row says. Raises Wrong."""
        visit = Visit(
            fields.time("date", "the date"), fields.text("workout").strip(), fields.text("number").strip()
        )
        unit = measures.unit_of(fields.text("weight_unit")) or self._unit
        load_kg = fields.load("weight", unit or self._given)
        # where no unit is written, miles go with pounds (own rule)
        miles = "mi" if (unit or self._given) is Unit.LB else "km"
        exercise = fields.text("exercise")
        reps = fields.whole("reps", "the reps", MAX_REPS)
        seconds = fields.seconds("seconds", "the seconds")
        distance_km = fields.distance(
            "distance", fields.text("distance_unit").strip() or self._distance_unit or miles
        )
        note = fields.text("note").strip()
        lasted_s = fields.seconds("duration", "the duration", MAX_LASTED_S)
        visit_note = fields.text("workout_note").strip()
        rpe = fields.rpe()
        kind = _kind(fields.text("order").strip(), measured=bool(reps or load_kg or distance_km))
        if kind is None:
            if not seconds and not note:
                raise Wrong("a row in words has a rest in seconds or a note, and this one has neither")
            return Line(visit, exercise, None, seconds or None, note, None, lasted_s, visit_note)
        effort = Effort(exercise, kind, reps, seconds, load_kg, distance_km, rpe, note)
        unit_open = bool(load_kg) and unit is None
        return Line(visit, exercise, effort, None, "", None, lasted_s, visit_note, unit_open)


def _in_brackets(header: Header, places: Mapping[str, int], role: str) -> str:
    place = places.get(role)
    match = None if place is None else _IN_BRACKETS.search(header.columns[place])
    return match[1] if match else ""


def _kind(order: str, *, measured: bool) -> SetKind | None:
    """The kind of set by its order; None for words, which stand in rows of a rest or a note. Raises Wrong."""
    kind = SetKind.NORMAL if order.isdecimal() else _SET_KINDS.get(order.lower())
    if kind is None and (measured or len(order) < 2 or any(letter.isdecimal() for letter in order)):
        raise Wrong(f"the set order is a number, W, D, F or Rest Timer, not {shown(order)}")
    return kind
