"""The page Learn with real widgets: every statement with what it rests on, all of it by keyboard too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.stride import PHASES, Work, phase_at
from trainer.services.library import Library
from trainer.settings import REDUCED_MOTION, Settings
from trainer.ui.learn.page import LearnPage
from trainer.ui.learn.words import CLAIMS_OF_PHASE, SPEED_MEASURED, TOPICS, phase_words, work_words
from trainer.ui.main_window import MainWindow
from trainer.ui.theme import apply_theme, load_theme
from trainer.ui.widgets.claim_row import ClaimRow, unbroken
from trainer.ui.widgets.references import ReferenceRow

CATALOG = load_catalog()
LIBRARY = Library(CATALOG)
LATE_SWING = next(phase for phase in PHASES if phase.work is Work.LENGTHENING)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def make_page(qtbot: QtBot, settings: Settings) -> LearnPage:
    made = LearnPage(LIBRARY, settings, load_theme("light"))
    qtbot.addWidget(made)
    made.resize(1000, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.on_shown()
    return made


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> Iterator[LearnPage]:
    made = make_page(qtbot, settings)
    yield made
    made.close()


def shown_texts(page: LearnPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def told_on(page: LearnPage, place: str) -> list[str]:
    """Keys of the claims that a section shows; of the stride, phase by phase."""
    if place != "stride":
        part = {"tightness": page.tightness, "limits": page.known}[place]
        return [row.claim.key for row in part.findChildren(ClaimRow)]
    stride = page.stride
    keys = {row.claim.key for row in stride.more.rows}
    for phase in PHASES:
        stride.clock.jump(phase.middle)
        keys |= {row.claim.key for row in stride.card.rows}
    return sorted(keys)


@pytest.mark.parametrize("place", ["stride", "tightness", "limits"])
def test_every_claim_of_a_section_is_shown_in_it_and_no_other(page: LearnPage, place: str) -> None:
    page.show_section(place if place != "limits" else "known")
    wanted = sorted(claim.key for claim in LIBRARY.claims_for(place))
    assert sorted(told_on(page, place)) == wanted
    assert wanted


def test_the_claims_that_a_phase_or_a_topic_names_are_there() -> None:
    stride = {claim.key for claim in LIBRARY.claims_for("stride")}
    assert set(CLAIMS_OF_PHASE) == {phase.id for phase in PHASES}
    assert {key for keys in CLAIMS_OF_PHASE.values() for key in keys} | {SPEED_MEASURED} <= stride
    named = [key for _, keys in TOPICS for key in keys]
    assert len(named) == len(set(named))
    assert set(named) <= {claim.key for claim in LIBRARY.claims_for("limits") if not claim.own_rule}


@pytest.mark.parametrize("section", ["stride", "tightness", "known"])
def test_every_statement_has_its_source_or_the_mark_of_an_own_rule(page: LearnPage, section: str) -> None:
    page.show_section(section)
    rows = [row for row in page.findChildren(ClaimRow) if row.isVisible()]
    assert rows
    for row in rows:
        texts = [label.text() for label in row.findChildren(QLabel)]
        assert unbroken(row.claim.text) in texts
        assert ("The app's own rule" in texts) == row.claim.own_rule
        assert (row.sources is None) == row.claim.own_rule


def test_a_source_unfolds_to_the_row_that_the_library_shows(page: LearnPage, qtbot: QtBot) -> None:
    page.stride.clock.jump(LATE_SWING.middle)
    sources = page.stride.card.rows[0].sources
    assert sources is not None
    assert sources.button.text() == "Chumanov 2011, Schache 2012"
    qtbot.mouseClick(sources.button, Qt.MouseButton.LeftButton)
    rows = sources.findChildren(ReferenceRow)
    assert [row.isVisible() for row in rows] == [True, True]
    assert rows[0].url.toString() == "https://doi.org/10.1249/MSS.0b013e3181f23fe8"
    qtbot.keyClick(sources.button, Qt.Key.Key_Space)
    assert not any(row.isVisible() for row in rows)


def test_the_band_names_its_source_and_what_is_drawn(page: LearnPage) -> None:
    assert page.stride.sources.button.text() == "Band and solid borders: Chumanov 2011"
    assert "Dashed borders: drawn by this app, from no study." in shown_texts(page)
    assert "The app's own rule" in shown_texts(page)


def test_it_opens_moving_on_what_the_hamstrings_brake(page: LearnPage, qtbot: QtBot) -> None:
    clock = page.stride.clock
    assert clock.running
    assert page.stride.card.phase is LATE_SWING
    before = clock.percent
    qtbot.waitUntil(lambda: clock.percent != before)
    assert page.stride.runner.view.phase == pytest.approx(clock.percent / 50.0)
    assert page.stride.strip.percent == clock.percent


def test_what_is_read_stays_while_the_runner_moves(page: LearnPage) -> None:
    clock = page.stride.clock
    for _ in range(40):
        clock.advance(0.1)
        assert page.stride.card.phase is LATE_SWING
        phase = phase_at(clock.percent)
        assert page.stride.now.text() == phase_words(phase)
        assert page.stride.now_work.text() == work_words(phase.work)


def test_the_speeds_are_quarters_of_the_runners_own(page: LearnPage, qtbot: QtBot) -> None:
    stride = page.stride
    stride.clock.jump(0.0)
    for value, percent in (("0.25", 25.0), ("0.5", 50.0), ("1", 0.0)):
        qtbot.mouseClick(stride.speed.button(value), Qt.MouseButton.LeftButton)
        stride.clock.jump(0.0)
        stride.clock.advance(stride.runner.cycle_s)
        assert stride.clock.percent == pytest.approx(percent, abs=1e-6)


def test_the_band_is_scrubbed_by_mouse(page: LearnPage, qtbot: QtBot) -> None:
    strip = page.stride.strip
    middle = QPoint(strip.width() // 2, strip.height() // 2)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert not page.stride.clock.playing
    assert page.stride.clock.percent == pytest.approx(50.0, abs=1.0)
    qtbot.mouseMove(strip, QPoint(strip.width() - 1, middle.y()))
    assert page.stride.card.phase is PHASES[-1]
    assert page.stride.clock.percent < 100.0
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert not strip.isSliderDown()


def test_the_whole_stride_by_keyboard(page: LearnPage, qtbot: QtBot) -> None:
    strip, clock, card = page.stride.strip, page.stride.clock, page.stride.card
    assert strip.hasFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    assert not clock.playing
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert (clock.percent, card.phase) == (0.0, PHASES[0])
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert clock.percent == 2.0
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert (clock.percent, card.phase) == (98.0, PHASES[-1])
    qtbot.keyClick(strip, Qt.Key.Key_PageUp)
    assert card.phase is PHASES[0]
    for phase in PHASES[1:]:
        qtbot.keyClick(strip, Qt.Key.Key_PageUp)
        assert card.phase is phase
    qtbot.keyClick(strip, Qt.Key.Key_PageDown)
    assert card.phase is PHASES[-2]
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert clock.percent == 99.0
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    assert clock.playing


def test_the_arrows_step_from_other_controls_and_page_keys_scroll(page: LearnPage, qtbot: QtBot) -> None:
    clock = page.stride.clock
    clock.jump(10.0)
    button = page.stride.card.rows[0].sources.button  # type: ignore[union-attr]
    button.setFocus()
    qtbot.keyClick(page.stride, Qt.Key.Key_Right)
    assert clock.percent == 12.0
    page.resize(900, 500)
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(page.stride, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    assert clock.percent == 12.0


def test_an_assistive_program_sets_the_moment(page: LearnPage) -> None:
    page.stride.strip.setValue(20)
    assert page.stride.clock.percent == 20.0
    assert not page.stride.clock.playing


def test_a_screen_reader_hears_the_phase(page: LearnPage) -> None:
    strip, view = page.stride.strip, page.stride.runner.view
    page.stride.clock.jump(70.0)
    told = "Late swing, 70 % of the cycle. Hamstrings: lengthening under load."
    assert strip.accessibleDescription() == told
    assert view.accessibleName() == "The runner"
    assert view.accessibleDescription().startswith("Late swing")
    page.stride.clock.jump(40.0)
    assert "no loaded work described" in strip.accessibleDescription()
    assert view.accessibleName() == "The runner"
    assert view.accessibleDescription().startswith("Early swing")


def test_while_it_moves_a_phase_is_told_once(page: LearnPage) -> None:
    strip, clock = page.stride.strip, page.stride.clock
    told = []
    for _ in range(100):
        clock.advance(page.stride.runner.cycle_s / 25)
        if not told or told[-1] != strip.accessibleDescription():
            told.append(strip.accessibleDescription())
    assert len(told) <= len(PHASES) + 1


def test_the_card_turns_page_by_page(page: LearnPage, qtbot: QtBot) -> None:
    card, clock = page.stride.card, page.stride.clock
    qtbot.mouseClick(card.next_button, Qt.MouseButton.LeftButton)
    assert card.phase is PHASES[-1]
    assert clock.percent == PHASES[-1].middle
    assert not clock.playing
    qtbot.mouseClick(card.back_button, Qt.MouseButton.LeftButton)
    assert card.phase is LATE_SWING


def test_silence_of_the_sources_is_told_as_such(page: LearnPage, qtbot: QtBot) -> None:
    page.stride.clock.jump(40.0)
    assert page.stride.now_work.text() == "No loaded work described"
    silence = "No source cited here tells what load they carry in this part of the cycle."
    qtbot.waitUntil(lambda: silence in shown_texts(page))
    page.stride.clock.jump(70.0)
    qtbot.waitUntil(lambda: silence not in shown_texts(page))


def picture(page: LearnPage, percent: float) -> QImage:
    page.stride.clock.jump(percent)
    return page.stride.runner.grab().toImage()


def glow(image: QImage) -> int:
    """How many dots have the colour of a working muscle."""
    colour = load_theme("light").figure["muscle"].lower()
    return sum(
        image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height())
    )


def test_the_hamstrings_are_lit_only_where_the_source_tells_of_load(page: LearnPage) -> None:
    assert glow(picture(page, 40.0)) == 0
    assert glow(picture(page, 70.0)) > 50
    assert glow(picture(page, 10.0)) > 50


def test_arrows_tell_lengthening_from_shortening(page: LearnPage) -> None:
    """The same pose on either side of 90 %: what differs is the arrows."""
    before, after = picture(page, 89.99), picture(page, 90.01)
    assert before != after
    colour = load_theme("light").figure["muscle"].lower()
    turned = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if (before.pixelColor(x, y).name() == colour) != (after.pixelColor(x, y).name() == colour)
    ]
    assert len(turned) > 50


def test_the_floor_passes_under_the_runner(page: LearnPage) -> None:
    """A row of the floor's dots moves, so that the runner does not run on the spot."""
    one, other = picture(page, 40.0), picture(page, 45.0)
    low = range(round(one.height() * 0.9), one.height())
    assert any(one.pixel(x, y) != other.pixel(x, y) for y in low for x in range(one.width() // 4))


def test_with_less_motion_it_goes_from_key_pose_to_key_pose(qtbot: QtBot, settings: Settings) -> None:
    settings.set(REDUCED_MOTION, True)
    page = make_page(qtbot, settings)
    stride = page.stride
    assert not stride.clock.playing
    assert not stride.speed.isVisible()
    qtbot.mouseClick(stride.play_button, Qt.MouseButton.LeftButton)
    assert stride.clock.running
    seen = []
    for _ in PHASES:
        stride.clock.advance(0.001)
        seen.append((stride.clock.percent, stride.card.phase))
    assert sorted(seen, key=lambda one: one[0]) == [(phase.middle, phase) for phase in PHASES]
    settings.set(REDUCED_MOTION, False)
    assert stride.speed.isVisible()
    page.close()


def test_it_rests_while_nobody_sees_it(page: LearnPage, qtbot: QtBot) -> None:
    assert page.stride.clock.running
    qtbot.mouseClick(page.sections.button("tightness"), Qt.MouseButton.LeftButton)
    assert page.section == "tightness"
    assert not page.stride.clock.running
    assert page.tightness.isVisible()
    qtbot.mouseClick(page.sections.button("stride"), Qt.MouseButton.LeftButton)
    assert page.stride.clock.running


def test_tightness_says_what_section_0_13_allows(page: LearnPage) -> None:
    page.show_section("tightness")
    keys = told_on(page, "tightness")
    assert keys == ["tightness-tests-disagree", "tightness-feeling", "tightness-own-rule"]


def test_every_control_is_named(page: LearnPage) -> None:
    for section in ("stride", "tightness", "known", "safety"):
        page.show_section(section)
        controls = [*page.findChildren(QAbstractButton), *page.findChildren(QAbstractSlider)]
        mute = [one for one in controls if one.isVisible() and not _is_scroll_bar(one)]
        assert all(one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()) for one in mute)


def _is_scroll_bar(widget: object) -> bool:
    return type(widget).__name__ == "QScrollBar"


@pytest.fixture(params=[100, 200])
def text_percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    apply_theme(qapp, load_theme("light"), request.param)
    yield request.param
    apply_theme(qapp, load_theme("light"))


@pytest.mark.parametrize("size", [(820, 550), (1080, 760)])
@pytest.mark.usefixtures("text_percent")
def test_nothing_is_cut_off(qtbot: QtBot, settings: Settings, size: tuple[int, int]) -> None:
    page = make_page(qtbot, settings)
    page.resize(*size)
    for section in ("stride", "tightness", "known", "safety"):
        page.show_section(section)
        QTest.qWait(50)
        area = page.findChild(QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0
        cut = [
            label.text()
            for label in page.findChildren(QLabel)
            if label.isVisible() and label.text() and label.height() < label.heightForWidth(label.width())
        ]
        assert cut == []
    assert page.stride.strip.height() == page.stride.strip.height_at(page.stride.strip.width())
    page.close()


def test_the_theme_is_followed(page: LearnPage) -> None:
    page.stride.clock.jump(70.0)
    before = page.stride.grab().toImage()
    page.set_theme(load_theme("dark"))
    assert page.stride.grab().toImage() != before


def test_it_stands_in_the_side_bar_between_history_and_settings(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.page_id == "learn"
    assert isinstance(window.page("learn"), LearnPage)
