"""Sizes as a camera would measure them: rows of ink on pictures of the whole player, on real screens' shapes.

Sixty arc minutes from three metres are 32 hundredths of a 13.3-inch screen's height, 22 are 12.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt

from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, workout
from tests.ui.session.conftest import Open, Player
from tests.ui.session.pixels import Mask, black, extent, grown, letters, picture
from trainer.catalog import load_catalog
from trainer.domain.exercise import Kind
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget
from trainer.engine.timeline import StepKind
from trainer.ui.session.countdown import Countdown
from trainer.ui.session.stage import CHEVRON, Stage
from trainer.ui.theme import load_theme

Screen = tuple[int, int, float]
"""Width and height in the units that the program counts in, and the screen's scale."""
SCREENS = [
    pytest.param((1280, 800, 1.0), id="13.3in-1280x800"),
    pytest.param((1440, 900, 1.0), id="13.3in-1440x900"),
    pytest.param((1280, 800, 2.0), id="13.3in-2560x1600-at-200"),
    pytest.param((960, 600, 2.0), id="13.3in-1920x1200-at-200"),
    pytest.param((1920, 1080, 1.0), id="15.6in-1920x1080"),
    pytest.param((1920, 1200, 1.0), id="24in-1920x1200"),
    pytest.param((2560, 1440, 1.0), id="27in-2560x1440"),
]
DIGITS_SHARE, NAME_SHARE = 0.32, 0.12
NAMES = sorted({one.short_name for one in load_catalog().exercises.values()})
WIDE = [name for name in NAMES if len(name) >= 16]  # a shorter one has more room than these
LONGEST = "Loaded one-leg RDL"


def shown(player: Player, screen: Screen, place: QRect) -> Mask:
    return black(picture(player.page.stage, place, screen[2]))


def show_digits(countdown: Countdown, digits: str, ring: float = 0.0) -> None:
    countdown.show_time(digits, ring)


@pytest.mark.parametrize("screen", SCREENS)
def test_digits_of_plain_seconds_are_32_hundredths_high(open_player: Open, screen: Screen) -> None:
    player = open_player(workout(HOLD), screen[:2])
    countdown = player.page.stage.countdown
    for seconds in ("0", "1", "4", "7", "10", "11", "44", "47", "71", "77", "88", "99"):
        show_digits(countdown, seconds)
        found = letters(shown(player, screen, countdown.geometry()))
        assert len(found) == len(seconds)
        assert min(one.height() for one in found) >= DIGITS_SHARE * screen[1] * screen[2], seconds


def test_the_measure_of_digits_is_the_cap_height(open_player: Open) -> None:
    """The flat figures and a flat capital reach as high: what is measured above is no overshoot."""
    screen: Screen = (1280, 800, 2.0)
    player = open_player(workout(HOLD), screen[:2])
    show_digits(player.page.stage.countdown, "17")
    one, seven = letters(shown(player, screen, player.page.stage.countdown.geometry()))
    assert abs(one.height() - seven.height()) <= 1
    assert one.height() <= (DIGITS_SHARE + 0.01) * screen[1] * screen[2]


@pytest.mark.parametrize("screen", SCREENS)
def test_digits_touch_neither_the_ring_nor_an_edge(open_player: Open, screen: Screen) -> None:
    player = open_player(workout(HOLD), screen[:2])
    countdown = player.page.stage.countdown
    for digits in ("88", "44", "1:47", "9:59", "20:00"):
        show_digits(countdown, digits)
        ink = shown(player, screen, countdown.geometry())
        show_digits(countdown, digits, 1.0)
        ring = shown(player, screen, countdown.geometry()) & ~ink
        assert ring.any()
        assert not (grown(ink, round(0.01 * screen[1] * screen[2])) & ring).any(), digits
        assert uncut(ink | ring), digits


def uncut(ink: Mask) -> bool:
    """Whether no ink lies at an edge of the place that it was painted into."""
    return not (ink[0].any() or ink[-1].any() or ink[:, 0].any() or ink[:, -1].any())


@pytest.mark.parametrize("place", ["tens", "units"])
def test_a_digit_keeps_its_pixels_whatever_stands_beside_it(open_player: Open, place: str) -> None:
    player = open_player(workout(HOLD))
    countdown = player.page.stage.countdown
    middle = countdown.width() // 2
    part = QRect(0, 0, middle, countdown.height())
    part.moveLeft(0 if place == "tens" else middle)
    pictures: dict[str, set[bytes]] = {}
    for seconds in range(10, 100):
        digits = str(seconds)
        show_digits(countdown, digits)
        digit = digits[0] if place == "tens" else digits[1]
        pictures.setdefault(digit, set()).add(picture(countdown, part).tobytes())
    assert {digit: len(different) for digit, different in pictures.items()} == dict.fromkeys(pictures, 1)
    assert len({next(iter(one)) for one in pictures.values()}) == len(pictures)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("which", ["headline", "coming"])
def test_every_long_shipped_name_is_12_hundredths_high_and_whole(
    open_player: Open, screen: Screen, which: str
) -> None:
    player = open_player(workout(CURL), screen[:2])
    line = getattr(player.page.stage, which)
    for name in WIDE:
        line.set_text(name if which == "headline" else f"{CHEVRON} {name}")
        ink = shown(player, screen, line.geometry())
        first = letters(ink)[0 if which == "headline" else 1]
        assert first.height() >= NAME_SHARE * screen[1] * screen[2], name
        assert uncut(ink), name


def test_the_longest_shipped_names_are_among_the_names_measured() -> None:
    assert max(len(name) for name in NAMES) == len(LONGEST) == 18
    assert LONGEST in NAMES


@pytest.mark.parametrize("screen", SCREENS)
def test_what_comes_next_is_12_hundredths_high_in_every_step(open_player: Open, screen: Screen) -> None:
    wordy = SetTarget(Kind.REPS, reps=20, tempo=Tempo.parse("2-0-1-0"), own_pace=True)
    player = open_player(
        workout(replace(HINGE, sets=HINGE.sets[:1]), replace(LIMIT, sets=(wordy,)), HOLD), screen[:2]
    )
    kinds = set()
    while not player.page.ended:
        line = player.page.stage.coming
        ink = shown(player, screen, line.geometry())
        first = letters(ink)[1]
        assert first.height() >= NAME_SHARE * screen[1] * screen[2], line.text
        assert uncut(ink), line.text
        kinds.add(player.kind)
        player.clock.advance(1)
        player.key(Qt.Key.Key_Right)
    assert kinds == set(StepKind)


def test_a_line_with_room_keeps_the_shape_of_its_letters_and_a_full_one_keeps_its_height(
    open_player: Open,
) -> None:
    player = open_player(workout(CURL), (1280, 800))
    line = player.page.stage.coming
    heights, widths = [], []
    for text in ("Nordic curl", "Nordic curl and a half", "Nordic curl and a half!!"):
        line.set_text(text)
        first = letters(black(picture(player.page.stage, line.geometry())))[0]
        heights.append(first.height())
        widths.append(first.width())
    assert heights[0] == heights[1]
    assert widths[0] > widths[1]


State = Callable[[Player], None]


def at_rest(player: Player) -> None:
    player.until(StepKind.REST)


def at_rest_paused(player: Player) -> None:
    player.until(StepKind.REST)
    player.key(Qt.Key.Key_Space)
    player.page.controls.hide()


def at_work(player: Player) -> None:
    player.until(StepKind.WORK)
    player.wait(1)


def at_work_own_pace(player: Player) -> None:
    at_work(player)
    player.key(Qt.Key.Key_O)


def at_change(player: Player) -> None:
    player.until(StepKind.CHANGE_SIDES)


def at_pain(player: Player) -> None:
    player.until(StepKind.REST)
    player.key(Qt.Key.Key_P)


STATES = [at_rest, at_rest_paused, at_work, at_work_own_pace, at_change, at_pain]
LONG = replace(HINGE, short_name=LONGEST, sets=(replace(HINGE.sets[0], reps=20),) * 12)


@pytest.mark.parametrize("screen", [*SCREENS, pytest.param((900, 600, 1.0), id="smallest")])
@pytest.mark.parametrize("state", STATES, ids=[one.__name__ for one in STATES])
def test_black_ink_of_no_part_touches_an_edge_or_another_part(
    open_player: Open, screen: Screen, state: State
) -> None:
    player = open_player(workout(LONG), screen[:2])
    state(player)
    stage = player.page.stage
    lines = {"headline": stage.headline, "facts": stage.facts, "coming": stage.coming}
    for name, part in lines.items():
        ink = shown(player, screen, part.geometry())
        assert ink.any(), name
        room = extent(ink)
        assert room.left() > 0 or name == "facts"  # the phase's label begins at the edge of its place
        assert room.right() < ink.shape[1] - 1, name
        assert room.top() > 0, name
        assert room.bottom() < ink.shape[0] - 1, name
    places = stage.places()
    rows = (places.headline, places.facts, places.track, places.coming, places.strip)
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rows))


@pytest.mark.parametrize("screen", SCREENS)
def test_side_and_facts_do_not_run_into_each_other(open_player: Open, screen: Screen) -> None:
    player = open_player(workout(LONG), screen[:2])
    at_change(player)
    stage = player.page.stage
    ink = shown(player, screen, stage.facts.geometry())
    gaps = [right.left() - left.right() for left, right in pairwise(letters(ink))]
    unit = screen[1] * screen[2] / 100
    assert sum(gap >= 2.0 * unit for gap in gaps) >= 2, "label, facts and side stand apart"


@pytest.mark.parametrize("screen", SCREENS)
def test_in_the_rest_the_next_figure_is_large_enough_to_be_told(open_player: Open, screen: Screen) -> None:
    player = open_player(workout(CURL), screen[:2])
    at_rest(player)
    stage = player.page.stage
    log = player.page.log
    assert not stage.thumbnail.geometry().intersects(log.geometry())
    within = stage.thumbnail.geometry()
    shot = picture(stage, within, screen[2])
    surface = np.array(_rgb(load_theme("light").colours.surface))
    ground = np.array(_rgb(load_theme("light").figure["ground"]))
    body = (np.abs(shot.astype(int) - surface).sum(axis=2) > 60) & (
        np.abs(shot.astype(int) - ground).sum(axis=2) > 60
    )
    inset = round(0.02 * screen[1] * screen[2])
    height = extent(body[inset:-inset, inset:-inset]).height()
    least = 0.12 if screen[1] > 600 else 0.07
    assert height >= least * screen[1] * screen[2]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_themes_change_the_neutral_panels_alone(open_player: Open, theme: str) -> None:
    player = open_player(workout(LONG))
    at_work(player)
    stage: Stage = player.page.stage
    stage.set_theme(load_theme(theme))
    colours = load_theme(theme).colours
    shot = picture(stage)
    for place in (QRect(2, 2, 4, 4), QRect(stage.width() - 6, stage.height() // 2, 4, 4)):
        part = shot[place.top() : place.bottom(), place.left() : place.right()]
        assert {tuple(int(channel) for channel in pixel) for row in part for pixel in row} == {
            _rgb(colours.work)
        }
