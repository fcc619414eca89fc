from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.vocabulary import REGIONS
from trainer.services.library import Filters
from trainer.services.own import OwnLibrary
from trainer.ui.library.filter_bar import FilterBar
from trainer.ui.library.page import LibraryPage
from trainer.ui.theme import apply_theme, load_theme
from trainer.ui.widgets.buttons import Button

CATALOG = load_catalog()
HAMSTRING = [one for one in CATALOG.exercises.values() if one.region == "hamstring"]
EVERYWHERE = [replace(HAMSTRING[0], id=region, region=region) for region in REGIONS]


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    bar = FilterBar(HAMSTRING, load_theme("light"))
    qtbot.addWidget(bar)
    bar.resize(240, 700)
    bar.show()
    return bar


def muscle_chips(bar: FilterBar) -> list[Button]:
    return [chip for chip in bar.findChildren(Button) if chip.property("muscle") and chip.isVisible()]


def test_areas_are_offered_where_there_is_more_than_one(bar: FilterBar) -> None:
    assert not bar.chip("region", "hamstring").isVisible()
    bar.show_for(EVERYWHERE)
    assert all(bar.chip("region", region).isVisible() for region in REGIONS)
    assert bar.chip("region", "calf").accessibleName() == "Area: Calf, Achilles and shin"
    bar.show_for(EVERYWHERE[:2])
    assert bar.chip("region", "calf").isVisible()
    assert not bar.chip("region", "trunk").isVisible()


def test_a_chip_that_is_on_stays_to_be_turned_off(bar: FilterBar) -> None:
    bar.show_for(EVERYWHERE)
    bar.chip("region", "trunk").setChecked(True)
    bar.show_for(HAMSTRING)
    assert bar.chip("region", "trunk").isVisible()


def test_all_areas_fit_into_the_width_of_the_bar(bar: FilterBar) -> None:
    bar.show_for(EVERYWHERE)
    bar.setFixedWidth(226)
    bar.adjustSize()
    chips = [bar.chip("region", region) for region in REGIONS]
    assert all(chip.geometry().right() < 226 for chip in chips)
    assert len({chip.geometry().top() for chip in chips}) <= 3


def test_muscles_chosen_elsewhere_show_and_are_taken_off_one_by_one(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.set_muscles(["hamstrings", "calf"])
    assert bar.filters == Filters(muscles=frozenset({"hamstrings", "calf"}))
    qtbot.waitUntil(lambda: [chip.text() for chip in muscle_chips(bar)] == ["Calf", "Hamstrings"])
    chips = muscle_chips(bar)
    assert chips[0].accessibleName() == "Muscle: calf. Press to take the filter off."
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert bar.filters.muscles == {"hamstrings"}
    qtbot.waitUntil(lambda: [chip.text() for chip in muscle_chips(bar)] == ["Hamstrings"])
    bar.clear()
    assert bar.filters.empty
    assert muscle_chips(bar) == []


def test_stars_are_asked_for_by_their_ids(bar: FilterBar, qtbot: QtBot) -> None:
    bar.set_starred(frozenset({"diver"}))
    assert bar.filters.empty
    bar.chip("mine", "star").setChecked(True)
    assert bar.filters == Filters(favourites=frozenset({"diver"}))
    with qtbot.waitSignal(bar.changed):
        bar.set_starred(frozenset({"glider"}))
    assert bar.filters.favourites == {"glider"}


def test_yours_shows_ones_own_and_says_when_there_are_none(own_page: LibraryPage, own: OwnLibrary) -> None:
    overview = own_page.overview
    overview.filters.chip("mine", "own").setChecked(True)
    assert overview.nothing.heading.text() == "No exercises of your own yet"
    overview.search.setText("zzz")
    overview.search.clear()
    made = own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver")
    own.save_exercise(made, "Add")
    assert [overview.model.exercise_at(row) for row in range(overview.model.rowCount())] == [made]
    overview.search.setText("zzz")
    assert overview.nothing.heading.text() == "Nothing fits"


def test_an_area_of_ones_own_becomes_a_filter(bar: FilterBar) -> None:
    assert bar.chip("region", "calf").isHidden()
    bar.show_for([*HAMSTRING, replace(HAMSTRING[0], id="own-wall-ball", region="calf")])
    assert not bar.chip("region", "calf").isHidden()


def test_one_s_own_exercises_are_found_by_their_area(own_page: LibraryPage, own: OwnLibrary) -> None:
    filters = own_page.overview.filters
    filters.chip("region", "calf").setChecked(True)
    shipped = own_page.overview.model.rowCount()
    own.save_exercise(replace(own.blank(), name="Wall ball", short_name="Wall ball", region="calf"), "Add")
    assert own_page.overview.model.rowCount() == shipped + 1


def test_where_there_is_no_room_beside_the_cards_filters_take_their_place(
    qapp: QApplication, own_page: LibraryPage, qtbot: QtBot
) -> None:
    overview = own_page.overview
    assert overview.filters.isVisible()
    assert not overview.filters_button.isVisible()
    apply_theme(qapp, load_theme("light"), 200)
    try:
        own_page.resize(836, 560)
        qtbot.waitUntil(overview.filters_button.isVisible)
        assert overview.cards.isVisible()
        assert not overview.filters.isVisible()
        qtbot.mouseClick(overview.filters_button, Qt.MouseButton.LeftButton)
        assert overview.filters_button.text() == "Show exercises"
        overview.filters.chip("level", "5").setChecked(True)
        hardest = sum(exercise.level == 5 for exercise in CATALOG.exercises.values())
        assert overview.count.text() == f"{hardest} exercises"
        assert (overview.filters.isVisible(), overview.cards.isVisible()) == (True, False)
        qtbot.mouseClick(overview.filters_button, Qt.MouseButton.LeftButton)
        assert (overview.filters.isVisible(), overview.cards.isVisible()) == (False, True)
    finally:
        apply_theme(qapp, load_theme("light"))


def test_the_body_map_opens_and_chooses_muscles(bar: FilterBar, qtbot: QtBot) -> None:
    assert bar.muscle_map.map is None
    bar.muscle_map.button.click()
    body = bar.muscle_map.map
    assert body is not None
    body.setFocus()
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(body, Qt.Key.Key_Space)
    assert bar.filters.muscles == body.chosen
    qtbot.waitUntil(lambda: len(muscle_chips(bar)) == 1)
    muscle_chips(bar)[0].click()
    assert (bar.filters.muscles, body.chosen) == (frozenset(), frozenset())
    bar.muscle_map.button.click()
    assert not body.isVisible()


def test_muscles_that_were_chosen_before_are_on_the_map(bar: FilterBar) -> None:
    bar.set_muscles(["calf"])
    bar.muscle_map.button.click()
    assert bar.muscle_map.map is not None
    assert bar.muscle_map.map.chosen == {"calf"}
    bar.muscle_map.set_theme(load_theme("dark"))
    bar.clear()
    assert bar.muscle_map.map.chosen == frozenset()
