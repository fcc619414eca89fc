"""Where the parts stand, and what the digits say."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt

from tests.session_workouts import CURL, workout
from tests.ui.session.conftest import Open
from trainer.engine.timeline import StepKind
from trainer.ui.session.controls import Controls
from trainer.ui.session.countdown import digits_of
from trainer.ui.session.geometry import CONTROL_PX, places
from trainer.ui.session.tile import Tile

SIZES = [(900, 600), (1280, 720), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440), (1024, 768)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("log_open", "log_px"), [(False, None), (True, None), (True, 396), (True, 900)])
def test_nothing_overlaps_and_all_is_inside(
    size: tuple[int, int], log_open: bool, log_px: int | None
) -> None:
    spots = places(*size, log_open=log_open, log_px=log_px)
    parts = [spots.headline, spots.facts, spots.panel, spots.track, spots.coming, spots.strip]
    parts += [spots.thumbnail] if log_open else []
    window = QRect(0, 0, *size)
    assert all(window.contains(part) for part in (*parts, spots.controls))
    assert not [pair for pair in combinations(parts, 2) if pair[0].intersects(pair[1])]
    assert not spots.controls.intersects(spots.strip)


@pytest.mark.parametrize("size", SIZES)
def test_the_log_gets_what_it_needs_and_the_next_figure_never_less_than_beside_the_headline(
    size: tuple[int, int],
) -> None:
    beside = places(*size, log_open=True)
    for log_px in range(300, 500, 20):
        spots = places(*size, log_open=True, log_px=log_px)
        assert spots.thumbnail.height() >= beside.thumbnail.height()
        assert spots.panel.height() >= log_px or spots == beside


@pytest.mark.parametrize("size", SIZES)
def test_every_button_is_96_px_at_least(open_player: Open, size: tuple[int, int]) -> None:
    player = open_player(workout(CURL), size)
    player.until(StepKind.REST)
    player.key(Qt.Key.Key_Space)
    tiles = [*player.page.controls.findChildren(Tile)]
    tiles += [tile for tile in player.page.log._main.findChildren(Tile) if tile.isVisible()]
    assert min(min(tile.width(), tile.height()) for tile in tiles) >= CONTROL_PX
    assert Controls().minimumSizeHint().width() <= 900


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
