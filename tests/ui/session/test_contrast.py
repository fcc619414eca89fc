"""Colours and contrast, measured on pictures of the player, also as seen without one kind of cone.

Everything is looked at on a screen at 200 %: at 100 % a stem of small type is thinner than two pixels,
and the rasteriser spreads its colour over both of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.session_workouts import CURL, HINGE, HOLD, workout
from tests.ui.session.conftest import Open, Player
from tests.ui.session.pixels import Picture, ground_of, picture, pieces
from tests.ui.session.vision import SIGHTS, contrast, difference, light_seen
from trainer.engine.timeline import StepKind
from trainer.ui.session.stage import Stage
from trainer.ui.session.tile import Tile
from trainer.ui.session.wording import PHASE_ICONS, phase_word
from trainer.ui.theme import Colours, Theme, apply_theme, load_theme

LARGE, OTHER = 4.5, 7.0
# The colour of work is given, and dark to eyes without red cones: black on it has 4.28:1 for them. WCAG 2.2
# asks 3:1 of letters of that size.
WORK_TO_PROTANS = 4.2
SCALE = 2.0
RIM_PX = 5  # a card's line and its round corners are no text
SEEN = 1.6  # less than that in contrast is the ground, or a line on it
SPECK = 10  # pixels; what is smaller is a full stop, or a letter's rim
PHASES = (StepKind.GET_READY, StepKind.WORK, StepKind.CHANGE_SIDES, StepKind.REST)
NEXT_TO = {
    frozenset({StepKind.GET_READY, StepKind.WORK}),
    frozenset({StepKind.WORK, StepKind.CHANGE_SIDES}),
    frozenset({StepKind.WORK, StepKind.REST}),
    frozenset({StepKind.REST, StepKind.GET_READY}),
}


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """Each theme in turn, on the whole application."""
    theme = load_theme(request.param)
    apply_theme(qapp, theme)
    yield theme
    apply_theme(qapp, load_theme("light"))


@pytest.fixture
def themed(theme: Theme, open_player: Open) -> Open:
    """Opens players in that theme."""

    def opened(*args: object) -> Player:
        player = open_player(*args)
        player.page.set_theme(theme)
        return player

    return opened


def worst(shown: Picture, sight: str = "full") -> float:
    """The contrast of the palest letter with its ground."""
    light = light_seen(shown, sight)
    ground = light_seen(ground_of(shown), sight)
    ratios = contrast(light, ground)
    found = [
        ratios[piece.top() : piece.bottom() + 1, piece.left() : piece.right() + 1]
        for piece in pieces(ratios >= SEEN)
    ]
    letters = [one for one in found if (one >= SEEN).sum() >= SPECK]
    assert letters, "there is nothing to read"
    return min(float(one.max()) for one in letters)


def seen_in(page: QWidget, widget: QWidget) -> Picture:
    """A widget without its rim, as it stands on the page."""
    rim = 0 if isinstance(widget, QLabel) else RIM_PX
    place = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size()).adjusted(rim, rim, -rim, -rim)
    if isinstance(widget, QPushButton) and not widget.icon().isNull():
        place.setLeft(place.left() + place.width() // 3)  # an icon beside a word adds nothing to read
    return picture(page, place, SCALE)


def small_texts(page: QWidget) -> list[QWidget]:
    """Every visible widget with small text on it: whatever is no part of the phase's ground."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
    found: list[QWidget] = []
    for kind in kinds:
        found += page.findChildren(kind)
    return [one for one in found if one.isVisible() and one.isEnabled() and _says_something(one)]


def _says_something(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return not isinstance(widget, QLineEdit) or bool(widget.text() or widget.placeholderText())


def pale(player: Player, sight: str = "full") -> list[tuple[str, float]]:
    """The small texts on the page that are too pale, and by how much."""
    found = []
    for widget in small_texts(player.page):
        ratio = worst(seen_in(player.page, widget), sight)
        if ratio < OTHER:
            found.append(
                (f"{type(widget).__name__} {widget.accessibleName() or widget.property('text')}", ratio)
            )
    return found


State = Callable[[Player], None]


def working_with_controls(player: Player) -> None:
    player.until(StepKind.WORK)
    player.page._show_controls()


def resting(player: Player) -> None:
    player.until(StepKind.REST)
    player.key(Qt.Key.Key_8)


def resting_with_controls(player: Player) -> None:
    resting(player)
    player.key(Qt.Key.Key_Space)


def asked_for_pain(player: Player) -> None:
    resting(player)
    player.key(Qt.Key.Key_P)


def asked_for_place(player: Player) -> None:
    asked_for_pain(player)
    player.key(Qt.Key.Key_3)


def asked_for_effort(player: Player) -> None:
    resting(player)
    player.page.log._on_rate_clicked()


def asked_for_lean(player: Player) -> None:
    resting(player)
    player.key(Qt.Key.Key_A)


def asked_for_load(player: Player) -> None:
    resting(player)
    player.key(Qt.Key.Key_L)
    player.page.log._load.field.setText("7.5")


def at_the_end(player: Player) -> None:
    while not player.page.ended:
        player.wait(0.5)


def rated_at_the_end(player: Player) -> None:
    at_the_end(player)
    player.page.summary.rate(6)
    player.page.summary.note.setPlainText("fine")


STATES: tuple[State, ...] = (
    working_with_controls,
    resting,
    resting_with_controls,
    asked_for_pain,
    asked_for_place,
    asked_for_effort,
    asked_for_lean,
    asked_for_load,
    at_the_end,
    rated_at_the_end,
)


@pytest.mark.parametrize("state", STATES, ids=[one.__name__ for one in STATES])
def test_small_text_is_seven_to_one_for_all_eyes(themed: Open, state: State) -> None:
    player = themed(workout(CURL))
    state(player)
    assert len(small_texts(player.page)) >= 5
    assert {sight: pale(player, sight) for sight in SIGHTS} == {sight: [] for sight in SIGHTS}


@pytest.mark.parametrize("what", ["held down", "under the mouse"])
def test_a_tile_that_is_touched_can_still_be_read(themed: Open, what: str) -> None:
    player = themed(workout(CURL))
    resting_with_controls(player)
    for tile in (*player.page.controls.findChildren(Tile), *player.page.log._main.findChildren(Tile)):
        if tile.isVisible() and tile.isEnabled():
            tile.setDown(what == "held down")
            tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, what == "under the mouse")
            assert worst(seen_in(player.page, tile)) >= OTHER, tile.accessibleName()
            tile.setDown(False)
            tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)


@pytest.mark.parametrize("text", ["caption", "last", "message"])
def test_the_strip_is_seven_to_one_for_all_eyes(themed: Open, text: str) -> None:
    player = themed(workout(CURL), (900, 600))
    strip = player.page.stage.strip
    strip.set_badge("no sound")
    strip.set_last("Last time: 8 reps")
    if text != "last":
        (strip.set_caption if text == "caption" else strip.set_message)("Next: single-leg bridge, left.")
    for sight in SIGHTS:
        assert worst(seen_in(player.page, strip), sight) >= OTHER


def each_phase(player: Player) -> Iterator[tuple[StepKind, Stage]]:
    """The stage in every phase."""
    wanted = set(PHASES)
    while wanted:
        if player.kind in wanted:
            wanted.remove(player.kind)
            stage = player.page.stage
            stage._fading.stop()
            stage._on_fading_value_changed(0.0)
            yield player.kind, stage
        player.clock.advance(1)
        player.key(Qt.Key.Key_Right)


def token(colours: Colours, phase: StepKind) -> np.ndarray:
    colour = getattr(colours, phase.value)
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.uint8)


def test_each_phase_has_exactly_its_colour_and_black_on_it_for_all_eyes(themed: Open, theme: Theme) -> None:
    player = themed(workout(HINGE, HOLD))
    colours = theme.colours
    for phase, stage in each_phase(player):
        for part in (stage.headline, stage.countdown, stage.coming, stage.facts):
            shown = picture(stage, part.geometry())
            ground = ground_of(shown)
            assert (ground == token(colours, phase)).all(), (phase, part)
            assert (shown == 0).all(axis=2).any(), (phase, part)
            for sight in SIGHTS:
                black = light_seen(np.zeros(3, np.uint8), sight)
                weak = (phase, sight) == (StepKind.WORK, "protan")
                ratio = contrast(light_seen(ground, sight), black)
                assert ratio >= (WORK_TO_PROTANS if weak else LARGE)
        assert (picture(stage, QRect(0, 0, 3, 3)) == token(colours, phase)).all()


def test_each_phase_can_be_told_without_its_colour(open_player: Open) -> None:
    player = open_player(workout(HINGE, HOLD))
    labels: dict[StepKind, bytes] = {}
    for phase, stage in each_phase(player):
        icon = QRect(stage.facts.geometry().topLeft(), stage.facts.geometry().bottomLeft())
        icon.setWidth(round(0.075 * stage.height()))
        labels[phase] = (picture(stage, icon, SCALE).max(axis=2) > 60).tobytes()
    assert len(set(labels.values())) == len(PHASES)
    assert len({phase_word(phase) for phase in PHASES}) == len(PHASES)
    assert len({PHASE_ICONS[phase] for phase in PHASES}) == len(PHASES)


@pytest.mark.parametrize("sight", SIGHTS)
def test_phases_that_follow_each_other_differ_in_colour_for_all_eyes(sight: str) -> None:
    colours = load_theme("light").colours
    seen = {phase: light_seen(token(colours, phase), sight) for phase in PHASES}
    for one, other in combinations(PHASES, 2):
        if {one, other} in NEXT_TO:
            assert difference(seen[one], seen[other]) >= 20, (one, other)


def test_what_is_measured_is_what_the_standards_say() -> None:
    """Black on white is 21:1 and 100 apart; what a cone told apart comes together without it."""
    black, white = (light_seen(np.array([value] * 3, np.uint8)) for value in (0, 255))
    assert contrast(black, white) == pytest.approx(21)
    assert difference(black, white) == pytest.approx(100, abs=0.01)
    for sight in SIGHTS:
        assert light_seen(np.array([255] * 3, np.uint8), sight) == pytest.approx(1, abs=1e-3)
    red, green = np.array([215, 80, 60], np.uint8), np.array([135, 120, 60], np.uint8)
    assert difference(light_seen(red, "deutan"), light_seen(green, "deutan")) < 0.4 * difference(
        light_seen(red), light_seen(green)
    )
