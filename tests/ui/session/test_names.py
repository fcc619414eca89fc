"""Every control of the player has a name of its own for a screen reader, in every state."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.accessible import controls_in, name_of, nameless, twins
from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, workout
from tests.ui.session.conftest import Open, Player
from trainer.engine.timeline import StepKind
from trainer.ui.session.tile import Tile

Key = Qt.Key


def get_ready(player: Player) -> None:
    player.wait(1)


def paced(player: Player) -> None:
    player.until(StepKind.WORK)


def own_pace(player: Player) -> None:
    paced(player)
    player.key(Key.Key_O)


def open_and_paused(player: Player) -> None:
    own_pace(player)
    player.page.driver.pause()


def muted(player: Player) -> None:
    player.key(Key.Key_M)


def rest(player: Player) -> None:
    player.until(StepKind.WORK)
    if player.page.driver.view().step.open:
        player.page.driver.done()
    while player.kind is not StepKind.REST:
        player.wait(0.5)


def pain(player: Player) -> None:
    rest(player)
    player.key(Key.Key_P)


def place(player: Player) -> None:
    pain(player)
    player.key(Key.Key_4)


def effort(player: Player) -> None:
    rest(player)
    player.page.log._on_rate_clicked()


def load(player: Player) -> None:
    rest(player)
    player.key(Key.Key_L)


def lean(player: Player) -> None:
    rest(player)
    player.key(Key.Key_A)


def note(player: Player) -> None:
    rest(player)
    player.key(Key.Key_N)


def end(player: Player) -> None:
    while not player.page.ended:
        player.wait(0.5)
        if player.page.driver.view().step.open:
            player.page.driver.done()


STATES: tuple[Callable[[Player], None], ...] = (
    get_ready,
    paced,
    own_pace,
    open_and_paused,
    muted,
    rest,
    pain,
    place,
    effort,
    load,
    lean,
    note,
    end,
)


@pytest.mark.parametrize("state", STATES, ids=[one.__name__ for one in STATES])
@pytest.mark.parametrize("items", [(CURL,), (HINGE, HOLD), (LIMIT,)], ids=["curl", "sides", "limit"])
def test_every_control_has_a_name_and_no_two_buttons_of_a_panel_the_same(
    open_player: Open, state: Callable[[Player], None], items: tuple[object, ...]
) -> None:
    player = open_player(workout(*items))
    state(player)
    page = player.page
    if not page.ended:
        page._show_controls()
    assert len(list(controls_in(page))) >= 7
    assert nameless(page) == []
    for panel in (page.controls, page.log, page.summary):
        assert twins(panel) == []


def test_what_is_only_shown_is_told_too(open_player: Open) -> None:
    """Labels painted by hand: name, facts, digits, what comes, the strip, the figure."""
    player = open_player(workout(HINGE, HOLD))
    stage = player.page.stage
    player.until(StepKind.WORK)
    shown = (stage.headline, stage.facts, stage.countdown, stage.coming, stage.strip, stage.panel.view)
    assert [name_of(one) != "" for one in shown] == [True] * len(shown)
    player.until(StepKind.REST)
    assert name_of(stage.thumbnail.view)


def test_a_tile_tells_its_value_and_its_key(open_player: Open) -> None:
    player = open_player(workout(CURL))
    rest(player)
    player.key(Key.Key_8)
    tiles = {name_of(tile): tile for tile in player.page.log._main.findChildren(Tile) if tile.isVisible()}
    assert tiles["RPE"].accessibleDescription() == "8"
    assert tiles["reps"].accessibleDescription() == "3"
    assert "(P)" in tiles["Pain"].toolTip()
