"""Hevy's export: a row a set, in kilograms or pounds, with dates such as `9 Apr 2026, 17:18`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.exchange.cells import Wrong, shown
from trainer.exchange.contents import Answers, Contents, Unit
from trainer.exchange.foreign_rows import MAX_REPS, Fields, Layout, read_table
from trainer.exchange.lines import Effort, Line, SetKind, Visit
from trainer.exchange.reading import Header

PROGRAM = "Hevy"
_NEEDED = frozenset({"title", "start_time", "exercise_title", "set_index", "reps"})
_TEXTS = ("exercise_title", "title", "exercise_notes", "description")
_UNITS = {"weight_kg": Unit.KG, "weight_lbs": Unit.LB, "weight_lb": Unit.LB}
_DISTANCES = {"distance_km": "km", "distance_miles": "mi", "distance_meters": "m"}
_SET_KINDS = {
    "": SetKind.NORMAL,
    "normal": SetKind.NORMAL,
    "regular": SetKind.NORMAL,
    "warmup": SetKind.WARM_UP,
    "dropset": SetKind.DROP,
    "failure": SetKind.FAILURE,
}


def fits(header: Header, _sample: Sequence[Sequence[str]]) -> bool:
    """Whether the header is Hevy's, which is in English in every language."""
    return set(header.columns) >= _NEEDED


def read(path: Path, header: Header, answers: Answers) -> Contents:
    """All workouts and runs of the export."""
    places = {name: place for place, name in enumerate(header.columns)}
    units = [(name, unit) for name, unit in _UNITS.items() if name in places]
    distances = [(name, unit) for name, unit in _DISTANCES.items() if name in places]

    def line(fields: Fields) -> Line:
        loads = (fields.load(name, unit) for name, unit in units)
        lengths = (fields.distance(name, unit) for name, unit in distances)
        exercise = fields.text("exercise_title")
        superset = fields.text("superset_id").strip()
        first = fields.whole("set_index", "the set index", MAX_REPS) == 0
        return Line(
            Visit(fields.time("start_time", "the start"), fields.text("title").strip()),
            exercise,
            Effort(
                exercise,
                kind=_kind(fields.text("set_type")),
                reps=fields.whole("reps", "the reps", MAX_REPS),
                seconds=fields.seconds("duration_seconds", "the duration"),
                load_kg=next((load for load in loads if load is not None), None),
                distance_km=next((length for length in lengths if length is not None), None),
                rpe=fields.rpe(),
                note=fields.text("exercise_notes").strip() if first else "",
                group=f"Superset {superset}"[:100] if superset else "",
            ),
            ended=fields.time("end_time", "the end") if fields.text("end_time").strip() else None,
            visit_note=fields.text("description").strip(),
        )

    return read_table(path, header, answers, Layout(PROGRAM, places, _TEXTS, line))


def _kind(written: str) -> SetKind:
    kind = _SET_KINDS.get(written.strip().lower().replace("_", ""))
    if kind is None:
        raise Wrong(f"the set type is normal, warmup, dropset or failure, not {shown(written)}")
    return kind
