"""The figure beside the countdown: led by the rep that is called, or, for hops, in its own time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.exercise import Side
from trainer.engine.timeline import Step, StepKind, build_timeline
from trainer.services.trial import trial_of
from trainer.ui.session.figure_stand import FigureStand
from trainer.ui.theme import load_theme

CATALOG = load_catalog()


@pytest.fixture
def stand(qtbot: QtBot) -> FigureStand:
    widget = FigureStand(load_theme("light"), lit={}, reduced_motion=False)
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def step_of(exercise_id: str, kind: StepKind) -> Step:
    steps = build_timeline(trial_of(CATALOG.exercises[exercise_id])).steps
    return next(step for step in steps if step.kind is kind)


@pytest.mark.parametrize(
    ("exercise_id", "kind", "moving"),
    [
        ("single-leg-rdl", StepKind.GET_READY, True),
        ("single-leg-rdl", StepKind.WORK, False),
        ("wall-sit", StepKind.WORK, False),
        ("double-leg-pogo-hops", StepKind.WORK, True),
    ],
)
def test_what_moves_by_itself(stand: FigureStand, exercise_id: str, kind: StepKind, moving: bool) -> None:
    stand.show_step(step_of(exercise_id, kind))
    assert stand.view.moving == moving


def test_hops_stand_still_with_the_session(stand: FigureStand) -> None:
    stand.show_step(step_of("double-leg-pogo-hops", StepKind.WORK))
    stand.set_paused(True)
    assert not stand.view.moving
    stand.set_paused(False)
    assert stand.view.moving


def test_the_left_side_is_the_mirrored_picture(stand: FigureStand) -> None:
    steps = build_timeline(trial_of(CATALOG.exercises["clamshell"])).steps
    sides = {}
    for step in steps:
        if step.kind is StepKind.WORK:
            stand.show_step(step)
            sides[step.side] = stand.view.grab().toImage()
    assert set(sides) == {Side.LEFT, Side.RIGHT}
    assert sides[Side.LEFT] != sides[Side.RIGHT]
