"""Figures from `resources/figures/<exercise id>.toml`; docs/figure.md says what may stand there."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path as FilePath

from trainer.errors import ContentError
from trainer.figure.figure import Figure
from trainer.figure.reading import figure_from
from trainer.resources import resource_path


def _file_of(exercise_id: str) -> FilePath:
    return resource_path(f"figures/{exercise_id}.toml")


def has_figure(exercise_id: str) -> bool:
    """Whether a figure is shipped for this exercise; false too for what is no id."""
    return exercise_id.replace("-", "").isalnum() and _file_of(exercise_id).is_file()


def figure_ids() -> tuple[str, ...]:
    """The ids of all shipped figures, in order."""
    return tuple(sorted(file.stem for file in resource_path("figures").glob("*.toml")))


@lru_cache(maxsize=128)
def load_figure(exercise_id: str) -> Figure:
    """The shipped figure of this exercise; raises ContentError, which names file and key."""
    if not has_figure(exercise_id):
        raise ContentError(f"There is no figure for “{exercise_id}”; the exercise works without one.")
    return read_figure(_file_of(exercise_id))


def read_figure(file: FilePath) -> Figure:
    """The figure that stands in this file; raises ContentError, which names file and key."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.name} is not a TOML file: {error}. Install the program again.") from error
    except OSError as error:
        raise ContentError(
            f"{file.name} cannot be read: {error.strerror}. Install the program again."
        ) from error
    model = table.pop("like", None)
    if model is not None:
        if not isinstance(model, str) or not (file.parent / f"{model}.toml").is_file() or model == file.stem:
            raise ContentError(f"{file.name}: like: there is no other figure {model!r} beside it.")
        original = tomllib.loads((file.parent / f"{model}.toml").read_text(encoding="utf-8"))
        table = {**original, **table}
    return figure_from(table, file.name, file.stem)
