"""A file that says which exercise a name stands for: `name,exercise_id`."""

from __future__ import annotations

import csv
from pathlib import Path

from trainer.errors import ExchangeError
from trainer.exchange.input import check_text_file
from trainer.exchange.reading import open_text, read_header

_COLUMNS = {"name", "exercise_id"}


def read_names(path: Path) -> dict[str, str]:
    """Name to exercise id; raises ExchangeError for a file that says anything else."""
    check_text_file(path)
    header = read_header(path)
    if not set(header.columns) >= _COLUMNS:
        raise ExchangeError(f"{path.name} must begin with the line name,exercise_id.")
    names: dict[str, str] = {}
    with open_text(path) as file:
        reader = csv.DictReader(file, fieldnames=header.columns, delimiter=header.separator)
        for row in reader:
            name, exercise_id = (row["name"] or "").strip(), (row["exercise_id"] or "").strip()
            if (name, exercise_id) in (("", ""), ("name", "exercise_id")):
                continue
            if not name or not exercise_id or names.get(name, exercise_id) != exercise_id:
                raise ExchangeError(
                    f"Line {reader.line_num} of {path.name} must give one exercise_id for one name."
                )
            names[name] = exercise_id
    return names
