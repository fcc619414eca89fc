"""The figure on a real widget: it paints, moves, rests, and costs nothing unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QTransform
from pytestqt.qtbot import QtBot

from trainer.domain.tempo import Tempo
from trainer.figure.loading import figure_ids, load_figure
from trainer.ui.sheet import write_sheet
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_view import FigureView

TEMPO = Tempo(3, 1, 1, 0)


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    widget = FigureView(FigureColours.of_theme("light"))
    qtbot.addWidget(widget)
    widget.resize(200, 200)
    return widget


def picture(widget: FigureView) -> QImage:
    return widget.grab().toImage()


def colours_in(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def test_without_a_figure_it_is_blank(view: FigureView) -> None:
    assert colours_in(picture(view)) == 1
    assert "No figure" in view.accessibleDescription()


@pytest.mark.parametrize("exercise_id", figure_ids())
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_figure_is_painted(view: FigureView, exercise_id: str, theme: str) -> None:
    view.set_colours(FigureColours.of_theme(theme))
    view.show_figure(load_figure(exercise_id), ("biceps femoris",))
    assert colours_in(picture(view)) > 40
    assert view.accessibleName()
    assert view.accessibleDescription()


@pytest.mark.parametrize("size", [(64, 64), (400, 120), (90, 700), (1, 1)])
def test_it_fits_any_size(view: FigureView, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.show_figure(load_figure("nordic-hamstring-curl"))
    assert picture(view).width() >= size[0]


def _phase(view: FigureView) -> None:
    view.set_phase(0.7)


def _mirror(view: FigureView) -> None:
    view.set_mirrored(True)


def _ghost(view: FigureView) -> None:
    view.set_phase(0.7)
    before = picture(view)
    view.set_ghost(True)
    assert picture(view) != before


def _range(view: FigureView) -> None:
    view.set_phase(1.0)
    before = picture(view)
    view.set_range(0.4)
    assert picture(view) != before


def _view(view: FigureView) -> None:
    view.set_view("front")


def _muscle(view: FigureView) -> None:
    view.show_figure(load_figure("single-leg-rdl"), ("biceps femoris",))


@pytest.mark.parametrize("change", [_phase, _mirror, _ghost, _range, _view, _muscle])
def test_each_setting_shows(view: FigureView, change: Callable[[FigureView], None]) -> None:
    view.show_figure(load_figure("single-leg-rdl"))
    before = picture(view)
    change(view)
    assert picture(view) != before


def test_the_mirrored_picture_is_the_same_body_the_other_way(view: FigureView) -> None:
    view.show_figure(load_figure("single-leg-rdl"))
    plain = picture(view)
    view.set_mirrored(True)
    flipped = picture(view).transformed(QTransform().scale(-1.0, 1.0))
    differing = sum(
        plain.pixelColor(x, y).lightness() - flipped.pixelColor(x, y).lightness() > 60
        for x in range(0, 200, 3)
        for y in range(0, 200, 3)
    )
    assert differing < 20


def moving_after(view: FigureView, change: Callable[[], None]) -> bool:
    change()
    return view.moving


def test_it_moves_only_while_it_plays_and_is_seen(view: FigureView, qtbot: QtBot) -> None:
    view.show_figure(load_figure("single-leg-rdl"))
    view.play(TEMPO)
    assert [moving_after(view, view.update), moving_after(view, view.show)] == [False, True]
    qtbot.waitUntil(lambda: view.phase > 0.0)
    assert [moving_after(view, view.hide), moving_after(view, view.show), moving_after(view, view.pause)] == [
        False,
        True,
        False,
    ]


def test_its_timer_is_its_own_child(view: FigureView) -> None:
    assert [timer.interval() for timer in view.findChildren(QTimer)] == [16]


def test_another_figure_starts_still(view: FigureView, qtbot: QtBot) -> None:
    view.show()
    qtbot.waitExposed(view)
    view.show_figure(load_figure("single-leg-rdl"))
    view.play(TEMPO)
    view.show_figure(load_figure("diver"))
    assert (view.moving, view.phase) == (False, 0.0)
    view.show_figure(None)
    view.play(TEMPO)
    assert not view.moving


def test_reduced_motion_shows_key_poses(view: FigureView, qtbot: QtBot) -> None:
    view.set_reduced_motion(True)
    view.show_figure(load_figure("single-leg-rdl"))
    view.show()
    qtbot.waitExposed(view)
    seen: set[float] = set()
    view.play(TEMPO)

    def turning_point_is_shown() -> bool:
        seen.add(view.phase)
        return view.phase == 1.0

    qtbot.waitUntil(turning_point_is_shown, timeout=10_000)
    assert seen == {0.0, 1.0}


def test_a_contact_sheet_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    write_sheet("nordic-hamstring-curl", out, frames=4, dark=True)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (800, 800)
    assert colours_in(image) > 100
