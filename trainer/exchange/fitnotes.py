"""FitNotes' export, old and new: a row a set, by day alone; a day is a session at noon."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.exchange.cells import Wrong, shown
from trainer.exchange.contents import Answers, Contents, Unit
from trainer.exchange.foreign_rows import MAX_REPS, Fields, Layout, read_table
from trainer.exchange.lines import Effort, Line, Visit
from trainer.exchange.measures import unit_of
from trainer.exchange.reading import Header

PROGRAM = "FitNotes"
_NEEDED = frozenset({"date", "exercise", "category", "reps"})
_WEIGHTS = {
    "weight (kgs)": Unit.KG,
    "weight (kg)": Unit.KG,
    "weight (lbs)": Unit.LB,
    "weight (lb)": Unit.LB,
    "weight": None,
}
_TEXTS = ("exercise", "comment", "notes", "category")


def fits(header: Header, _sample: Sequence[Sequence[str]]) -> bool:
    """Whether the header is one of FitNotes', which are in English in every language."""
    return set(header.columns) >= _NEEDED and not _WEIGHTS.keys().isdisjoint(header.columns)


def read(path: Path, header: Header, answers: Answers) -> Contents:
    """A session a day, and the runs; asks for the unit of weight where nothing in the file says it."""
    places = {name: place for place, name in enumerate(header.columns)}
    weights = [(name, unit) for name, unit in _WEIGHTS.items() if name in places]

    def line(fields: Fields) -> Line:
        exercise = fields.text("exercise")
        written = _weight_unit(fields)
        load_kg, unit_open = None, False
        for name, unit in weights:
            if not load_kg:
                load_kg = fields.load(name, unit or written or answers.unit)
                unit_open = bool(load_kg) and not (unit or written)
        return Line(
            Visit(fields.time("date", "the date"), ""),
            exercise,
            Effort(
                exercise,
                reps=fields.whole("reps", "the reps", MAX_REPS),
                seconds=fields.seconds("time", "the time"),
                load_kg=load_kg,
                distance_km=fields.distance("distance", fields.text("distance unit") or "km"),
                note=(fields.text("comment") or fields.text("notes")).strip(),
            ),
            unit_open=unit_open,
        )

    layout = Layout(PROGRAM, places, _TEXTS, line, dates_only=True)
    return read_table(path, header, answers, layout)


def _weight_unit(fields: Fields) -> Unit | None:
    written = fields.text("weight unit")
    unit = unit_of(written)
    if unit is None and written.strip():
        raise Wrong(f"the unit of weight {shown(written)} is not known")
    return unit
