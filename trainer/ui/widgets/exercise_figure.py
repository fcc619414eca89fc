"""Which figure shows an exercise: its own, or the shipped one that was chosen for one of one's own."""

from __future__ import annotations

import logging

from trainer.domain.exercise import Exercise
from trainer.domain.workout import WorkoutItem
from trainer.errors import ContentError
from trainer.figure.figure import Figure
from trainer.figure.loading import has_figure, load_figure

log = logging.getLogger(__name__)


def figure_for(shown: Exercise | WorkoutItem) -> Figure | None:
    """The figure of the exercise, or None where there is none that can be shown."""
    return figure_of(shown.figure_id)


def figure_of(figure_id: str) -> Figure | None:
    """The shipped figure of this id, or None where there is none that can be shown."""
    if not has_figure(figure_id):
        return None
    try:
        return load_figure(figure_id)
    except ContentError as error:
        log.warning("No figure: %s", error)
        return None
