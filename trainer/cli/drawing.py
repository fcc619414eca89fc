"""`figure`."""

from __future__ import annotations

import argparse
from pathlib import Path

from trainer.catalog import load_catalog
from trainer.cli.surroundings import Surroundings
from trainer.domain.exercise import Exercise
from trainer.errors import UsageError
from trainer.figure.loading import load_figure

SHEET_ENDINGS = (".png",)
ANIMATION_ENDINGS = (".gif", ".webp")
FRAMES = range(2, 25)
CELL_PX = range(50, 1001)


def figure(asked: argparse.Namespace, _around: Surroundings) -> int:
    """Writes an exercise's figure as a sheet, an animation, or both. Raises UsageError, ContentError."""
    _refuse_unwritable(asked)
    exercise = _exercise(asked.exercise)
    load_figure(exercise.id)  # without one, nothing of Qt is asked for
    from trainer.ui.sheet import write_animation, write_sheet  # start-up saving: no other command draws

    look = {"dark": asked.theme == "dark", "view": asked.view, "cell_px": asked.size}
    if asked.sheet is not None:
        write_sheet(exercise.id, asked.sheet, asked.frames, lit=exercise.primary_muscles, **look)
        print(f"Sheet written to {asked.sheet}")
    if asked.animation is not None:
        write_animation(exercise.id, asked.animation, exercise.tempo, lit=exercise.primary_muscles, **look)
        print(f"Animation written to {asked.animation}")
    return 0


def _refuse_unwritable(asked: argparse.Namespace) -> None:
    """Raises UsageError for what can be seen to be wrong before anything is drawn."""
    if asked.sheet is None and asked.animation is None:
        raise UsageError("Say what to write: --sheet OUT.png, --animation OUT.gif, or both.")
    _refuse_ending(asked.sheet, SHEET_ENDINGS, "A sheet")
    _refuse_ending(asked.animation, ANIMATION_ENDINGS, "An animation")
    if asked.frames not in FRAMES:
        raise UsageError(f"A sheet has {FRAMES[0]} to {FRAMES[-1]} frames, not {asked.frames}.")
    if asked.size not in CELL_PX:
        raise UsageError(f"A picture is {CELL_PX[0]} to {CELL_PX[-1]} px wide, not {asked.size}.")


def _refuse_ending(out: Path | None, endings: tuple[str, ...], what: str) -> None:
    if out is not None and not out.name.lower().endswith(endings):
        raise UsageError(f"{what} ends with {' or '.join(endings)}; {out} does not.")


def _exercise(exercise_id: str) -> Exercise:
    """The shipped exercise: those of one's own have no figure, so the log is left alone."""
    found = load_catalog().exercises.get(exercise_id)
    if found is None:
        raise UsageError(f"There is no exercise “{exercise_id}”; the command `exercises` lists them.")
    return found
