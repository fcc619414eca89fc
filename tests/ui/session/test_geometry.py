"""Sizes, measured on what was painted."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from tests.session_workouts import CURL, HOLD, workout
from tests.ui.session.conftest import Open
from trainer.engine.timeline import StepKind
from trainer.ui.session.controls import Controls
from trainer.ui.session.countdown import Countdown, digits_of
from trainer.ui.session.geometry import CONTROL_PX, places
from trainer.ui.session.lettering import Line
from trainer.ui.session.tile import Tile

SIZES = [(900, 600), (1280, 720), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440), (1024, 768)]


def ink(widget: QWidget, inside: QRect) -> QRect:
    """What is black within a part of the picture of a widget."""
    image = widget.grab(inside).toImage().convertToFormat(QImage.Format.Format_RGB32)
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if QColor(image.pixel(x, y)).lightnessF() < 0.10
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_digits_are_at_least_32_hundredths_of_the_windows_height(
    open_player: Open, size: tuple[int, int]
) -> None:
    player = open_player(workout(HOLD), size)
    player.wait(10 + 9)
    countdown = player.page.stage.countdown
    assert countdown.digits == "11"
    within = countdown.rect().adjusted(0, countdown.height() // 10, 0, -countdown.height() // 10)
    within.setLeft(countdown.width() // 4)
    within.setRight(countdown.width() * 3 // 4)
    assert ink(countdown, within).height() >= 0.32 * size[1]


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_names_are_at_least_12_hundredths(open_player: Open, size: tuple[int, int]) -> None:
    player = open_player(workout(CURL), size)
    for line in (player.page.stage.headline, player.page.stage.coming):
        line.set_text("HEX")
        assert ink(player.page.stage, line.geometry()).height() >= 0.12 * size[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("log_open", [False, True])
def test_nothing_overlaps_and_all_is_inside(size: tuple[int, int], log_open: bool) -> None:
    spots = places(*size, log_open=log_open)
    parts = [spots.headline, spots.facts, spots.panel, spots.track, spots.coming, spots.strip]
    parts += [spots.thumbnail] if log_open else []
    window = QRect(0, 0, *size)
    assert all(window.contains(part) for part in (*parts, spots.controls))
    assert not [pair for pair in combinations(parts, 2) if pair[0].intersects(pair[1])]
    assert not spots.controls.intersects(spots.strip)


@pytest.mark.parametrize("size", SIZES)
def test_every_button_is_96_px_at_least(open_player: Open, size: tuple[int, int]) -> None:
    player = open_player(workout(CURL), size)
    player.until(StepKind.REST)
    player.key(Qt.Key.Key_Space)
    tiles = [*player.page.controls.findChildren(Tile)]
    tiles += [tile for tile in player.page.log._main.findChildren(Tile) if tile.isVisible()]
    assert min(min(tile.width(), tile.height()) for tile in tiles) >= CONTROL_PX
    assert Controls().minimumSizeHint().width() <= 900


def test_a_digit_does_not_move_when_its_neighbour_changes(open_player: Open) -> None:
    countdown = Countdown()
    countdown.resize(656, 360)
    boxes = []
    for digits in ("18", "11"):
        countdown.show_time(digits, 0.0)
        boxes.append(ink(countdown, QRect(100, 60, 228, 240)))
    assert boxes[0] == boxes[1]


def test_a_long_name_is_shown_whole(open_player: Open) -> None:
    line = Line()
    line.resize(400, 130)
    line.set_cap(96)
    line.set_text("Single-leg bridge")
    box = ink(line, line.rect())
    assert box.left() > 0
    assert box.right() < 399


@pytest.mark.parametrize(
    ("seconds", "down", "digits"),
    [
        (10.0, True, "10"),
        (9.999, True, "10"),
        (9.0000000001, True, "9"),
        (0.2, True, "1"),
        (0.0, True, "0"),
        (99.0, True, "99"),
        (99.5, True, "1:40"),
        (125.0, True, "2:05"),
        (0.9, False, "0"),
        (7.0, False, "7"),
        (61.0, False, "61"),
        (100.2, False, "1:40"),
    ],
)
def test_digits_of(seconds: float, down: bool, digits: str) -> None:
    assert digits_of(seconds, down=down) == digits
