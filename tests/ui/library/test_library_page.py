from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.exercise import Exercise, Reference
from trainer.services.library import Library
from trainer.services.trial import trial_of
from trainer.settings import EQUIPMENT, Settings
from trainer.ui.library.card_words import two_lines
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.evidence import EvidenceCard, grade_name, grade_words, own_rule_words
from trainer.ui.library.ladder import LadderView
from trainer.ui.library.model import ExerciseModel
from trainer.ui.library.page import LibraryPage
from trainer.ui.pages import Act
from trainer.ui.theme import apply_theme, load_theme
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.references import ReferenceRow, reference_url, shown

CATALOG = load_catalog()


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> LibraryPage:
    made = LibraryPage(Library(CATALOG), settings, load_theme("light"))
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made


def names(page: LibraryPage) -> list[str]:
    return [page.overview.model.exercise_at(row).id for row in range(page.overview.model.rowCount())]


def test_all_exercises_are_there_at_first(page: LibraryPage) -> None:
    assert sorted(names(page)) == sorted(CATALOG.exercises)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ExerciseModel()
    qtmodeltester.check(model)
    model.set_rows(list(CATALOG.exercises.values()))
    qtmodeltester.check(model)
    assert model.data(QModelIndex()) is None


def test_typing_searches_and_forgives_a_slip(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.overview.search, "nordik")
    assert "nordic-hamstring-curl" in names(page)
    assert len(names(page)) < len(CATALOG.exercises)


def test_nothing_found_says_so_and_shows_all_again(page: LibraryPage, qtbot: QtBot) -> None:
    page.overview.search.setText("zzzzzz")
    page.overview.filters.chip("level", "5").setChecked(True)
    assert page.overview.nothing.isVisible()
    qtbot.mouseClick(page.overview.nothing.button, Qt.MouseButton.LeftButton)
    assert len(names(page)) == len(CATALOG.exercises)
    assert page.overview.cards.isVisible()


@pytest.mark.parametrize(
    ("group", "value", "fits"),
    [
        ("level", "5", lambda one: one.level == 5),
        ("side", "each", lambda one: one.side == "each"),
        ("contraction", "isometric", lambda one: "isometric" in one.contraction),
        ("gait", "stance", lambda one: "stance" in one.gait_phases),
    ],
)
def test_a_filter_lets_through_what_fits_and_nothing_else(
    page: LibraryPage, group: str, value: str, fits: object
) -> None:
    page.overview.filters.chip(group, value).setChecked(True)
    wanted = {one.id for one in CATALOG.exercises.values() if fits(one)}  # type: ignore[operator]
    assert set(names(page)) == wanted
    page.overview.filters.clear()
    assert len(names(page)) == len(CATALOG.exercises)


def test_the_equipment_of_the_settings_is_followed_at_once(page: LibraryPage, settings: Settings) -> None:
    page.overview.filters._owned_box.setChecked(True)
    assert "nordic-hamstring-curl" not in names(page)
    settings.set(EQUIPMENT, frozenset({"ankle-anchor", "knee-pad"}))
    assert "nordic-hamstring-curl" in names(page)


def test_a_card_opens_its_exercise_and_escape_goes_back(page: LibraryPage, qtbot: QtBot) -> None:
    page.overview.cards.setCurrentIndex(
        page.overview.model.index(page.overview.model.row_of("nordic-hamstring-curl"))
    )
    qtbot.keyClick(page.overview.cards, Qt.Key.Key_Return)
    detail = page.currentWidget()
    assert isinstance(detail, ExerciseDetail)
    assert detail.exercise_id == "nordic-hamstring-curl"
    qtbot.keyClick(detail, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.overview
    assert page.overview.cards.currentIndex().row() == page.overview.model.row_of("nordic-hamstring-curl")


@pytest.mark.parametrize("exercise_id", sorted(CATALOG.exercises))
def test_every_exercise_has_a_page_with_its_own_words(page: LibraryPage, exercise_id: str) -> None:
    page.show_exercise(exercise_id)
    exercise = CATALOG.exercises[exercise_id]
    detail = page.currentWidget()
    assert detail is not None
    texts = {label.text() for label in detail.findChildren(QLabel)}
    assert {exercise.name, exercise.cues.movement, *exercise.faults, *exercise.cautions} <= texts
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in detail.findChildren(QLabel) if label.text()
    )


def test_a_rung_of_the_ladder_opens_that_exercise(page: LibraryPage, qtbot: QtBot) -> None:
    page.show_exercise("nordic-hamstring-curl")
    ladder = page.currentWidget().findChild(LadderView)
    rung = next(rung for rung in ladder.rungs if rung.text() == "Partial-range Nordic")
    qtbot.mouseClick(rung, Qt.MouseButton.LeftButton)
    assert page._detail is not None
    assert page._detail.exercise_id == "partial-range-nordic"


def test_try_it_now_asks_for_that_exercise(page: LibraryPage, qtbot: QtBot) -> None:
    page.show_exercise("single-leg-rdl")
    with qtbot.waitSignal(page.try_requested) as asked:
        page._detail._try.click()  # type: ignore[union-attr]
    assert asked.args == ["single-leg-rdl"]


@pytest.mark.parametrize("exercise", CATALOG.exercises.values(), ids=lambda one: one.id)
def test_every_exercise_can_be_tried(exercise: Exercise) -> None:
    workout = trial_of(exercise)
    assert workout.items[0].exercise_id == exercise.id
    assert len(workout.items[0].sets) == max(1, exercise.dose.sets.low)


def test_the_figure_is_played_paused_scrubbed_and_mirrored(page: LibraryPage, qtbot: QtBot) -> None:
    page.show_exercise("nordic-hamstring-curl")
    stage = page._detail._stage  # type: ignore[union-attr]
    assert stage.view.moving
    qtbot.mouseClick(stage.play_button, Qt.MouseButton.LeftButton)
    assert not stage.view.moving
    assert stage.play_button.accessibleName() == "Play"
    stage.scrub.setValue(100)
    assert stage.view.phase == 1.0
    stage.play_button.setChecked(True)
    stage.scrub.setValue(50)
    assert not stage.view.moving


def test_the_figure_is_seen_from_three_places_in_turn(page: LibraryPage, qtbot: QtBot) -> None:
    page.show_exercise("single-leg-rdl")
    stage = page._detail._stage  # type: ignore[union-attr]
    stage.play_button.setChecked(False)
    stage.scrub.setValue(100)
    names, pictures = [], []
    for _ in range(4):
        names.append(stage.view_button.accessibleName())
        pictures.append(stage.view.grab().toImage())
        qtbot.mouseClick(stage.view_button, Qt.MouseButton.LeftButton)
    assert len(set(names)) == 3
    assert names[3] == names[0]
    assert pictures[2] != pictures[1]
    assert pictures[3] == pictures[0]


class Browser(QObject):
    """Takes what would go to the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def reference(key: str, mark: str = "V", **places: str) -> Reference:
    return Reference(
        key=key, authors="A B", year=2000, title="Title", journal="Journal", mark=mark, finding="", **places
    )


REFERENCE = reference("a2000", doi="10.1/x")


def test_a_reference_opens_its_doi_in_the_browser(qtbot: QtBot) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "take")
    row = ReferenceRow(REFERENCE)
    qtbot.addWidget(row)
    qtbot.mouseClick(row.findChild(Button), Qt.MouseButton.LeftButton)
    QDesktopServices.unsetUrlHandler("https")
    assert browser.opened == ["https://doi.org/10.1/x"]


def test_a_reference_tells_what_it_showed_and_how_much_of_it_was_seen(qtbot: QtBot) -> None:
    for mark, words in (("V", "Seen as cited"), ("P", "Seen in part")):
        row = ReferenceRow(replace(REFERENCE, mark=mark, finding="21 footballers."))
        qtbot.addWidget(row)
        texts = [label.text() for label in row.findChildren(QLabel)]
        assert {"Title", "21 footballers.", "A B 2000. Journal", words} <= set(texts)
        button = row.findChild(Button)
        assert (button.text(), button.accessibleName()) == ("DOI 10.1/x", "Open “Title” in the browser")
    without = ReferenceRow(replace(REFERENCE, doi=""))
    qtbot.addWidget(without)
    assert without.findChild(Button) is None


@pytest.mark.parametrize("exercise_id", sorted(CATALOG.exercises))
def test_the_evidence_card_tells_grade_and_every_source(qtbot: QtBot, exercise_id: str) -> None:
    exercise = CATALOG.exercises[exercise_id]
    references = Library(CATALOG).references(exercise)
    card = EvidenceCard(exercise, [], references)
    qtbot.addWidget(card)
    texts = {label.text() for label in card.findChildren(QLabel)}
    assert {grade_name(exercise.evidence), grade_words(exercise.evidence)} <= texts
    assert {reference.finding for reference in references} <= texts
    assert len(card.findChildren(ReferenceRow)) == len(references) > 0


def test_own_rule_leaves_room_for_what_the_note_credits() -> None:
    raise_ = CATALOG.exercises["loaded-single-leg-heel-raise"]
    assert "Beyer" in raise_.dose.note
    words = "Own rule of this app, as far as the note names no source: dose, tempo, rest."
    assert own_rule_words(raise_) == words
    assert own_rule_words(replace(raise_, own_rules=())) == ""


def test_what_is_known_from_memory_only_is_not_shown() -> None:
    remembered = reference("b2000", "M", pmid="1")
    assert shown([REFERENCE, remembered]) == [REFERENCE]
    assert reference_url(remembered).toString() == "https://pubmed.ncbi.nlm.nih.gov/1/"
    assert (
        reference_url(reference("c2000", pmcid="PMC2")).toString()
        == "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/"
    )
    assert reference_url(reference("d2000")).isEmpty()


def test_a_long_name_takes_two_lines_and_no_more(qapp: QApplication) -> None:
    lines = two_lines("Single-leg eccentric slider bridge with a very long tail of words", qapp.font(), 150)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert two_lines("Plank", qapp.font(), 150) == ["Plank"]


@pytest.mark.parametrize(("width", "percent"), [(1220, 100), (836, 100), (836, 200)])
def test_no_page_of_the_library_is_wider_than_its_window(
    qapp: QApplication, own_page: LibraryPage, qtbot: QtBot, width: int, percent: int
) -> None:
    apply_theme(qapp, load_theme("light"), percent)
    try:
        own_page.resize(width, 560)
        for show in (partial(own_page.show_exercise, "nordic-hamstring-curl"), partial(own_page.do, Act.OWN)):
            show()
            area = own_page.currentWidget().findChild(QScrollArea)
            qtbot.waitUntil(lambda area=area: area.widget().width() > 0)  # type: ignore[misc]
            qtbot.wait(50)
            assert area.horizontalScrollBar().maximum() == 0
    finally:
        apply_theme(qapp, load_theme("light"))


def test_a_change_of_theme_repaints_thumbnails(page: LibraryPage) -> None:
    exercise = CATALOG.exercises["nordic-hamstring-curl"]
    before = page.overview.thumbnails.picture(exercise, page.overview.cards.size() / 4, 1.0)
    page.set_theme(load_theme("dark"))
    after = page.overview.thumbnails.picture(exercise, page.overview.cards.size() / 4, 1.0)
    assert before is not None
    assert after is not None
    assert before.toImage() != after.toImage()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
