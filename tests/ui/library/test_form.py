from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.exercise import Contraction, Exercise, Kind, Laterality, Range
from trainer.domain.tempo import Phase, Tempo
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.settings import Settings
from trainer.store import Store
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.evidence import EvidenceCard
from trainer.ui.library.figure_chooser import FigureDialog, FigureField
from trainer.ui.library.form import ExerciseForm
from trainer.ui.library.muscle_picker import MusclePicker
from trainer.ui.library.page import LibraryPage
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import Act
from trainer.ui.theme import load_theme
from trainer.ui.widgets.text import Words

CATALOG = load_catalog()
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def form_of(page: LibraryPage) -> ExerciseForm:
    form = page.currentWidget()
    assert isinstance(form, ExerciseForm)
    return form


@pytest.fixture
def form(own_page: LibraryPage) -> ExerciseForm:
    own_page.do(Act.NEW)
    return form_of(own_page)


def fill(form: ExerciseForm, qtbot: QtBot, name: str = "Kitchen chair curl") -> None:
    """The least that can be saved."""
    qtbot.keyClicks(form.fields.name, name)
    form.fields.region.chips["hamstring"].click()
    qtbot.keyClicks(form.fields.main.field, "semiten")
    qtbot.keyClick(form.fields.main.field, Qt.Key.Key_Return)


def problems(form: ExerciseForm) -> dict[str, str]:
    return {name: place.problem.text() for name, place in form._places.items() if place.problem.text()}


def test_a_new_exercise_begins_with_its_name(form: ExerciseForm) -> None:
    assert form.window().focusWidget() is form.fields.name
    assert form.title.text() == "New exercise"
    assert not form.changed


def test_tab_leads_through_the_fields_from_the_top(form: ExerciseForm, qtbot: QtBot) -> None:
    fields = form.fields
    wanted = [fields.short_name, fields.region.chips["hamstring"]]
    for widget in wanted:
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        assert form.window().focusWidget() is widget
    reached = []
    for _ in range(200):
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(form.window().focusWidget())
        if reached[-1] is fields.name:
            break
    order = [reached.index(one) for one in (fields.main.field, fields.helping.field, fields.position)]
    assert order == sorted(order)
    assert {fields.note, fields.cautions, fields.figure.choose_button, form.save_button} <= set(reached)


def test_what_is_missing_is_told_beside_its_field(
    form: ExerciseForm, own_page: LibraryPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(form.save_button, LEFT)
    assert set(problems(form)) == {"name", "short_name", "region", "muscles"}
    assert form.window().focusWidget() is form.fields.name
    assert form.fields.name.accessibleDescription() == "Give it a name."
    fill(form, qtbot, "Nordic hamstring curl")
    qtbot.mouseClick(form.save_button, LEFT)
    assert problems(form) == {"name": "There is an exercise of this name already; choose another."}
    assert form_of(own_page) is form


def test_an_exercise_is_saved_shown_and_taken_back(
    form: ExerciseForm, own_page: LibraryPage, library: Library, store: Store, qtbot: QtBot
) -> None:
    fill(form, qtbot)
    with qtbot.waitSignal(own_page._acts.done) as told:  # type: ignore[union-attr]
        qtbot.mouseClick(form.save_button, LEFT)
    assert told.args == ["Kitchen chair curl saved."]
    shown = own_page.currentWidget()
    assert isinstance(shown, ExerciseDetail)
    (made,) = [one for one in library.exercises() if one.own]
    assert shown.exercise == made
    assert (made.name, made.short_name, made.region) == (
        "Kitchen chair curl",
        "Kitchen chair curl",
        "hamstring",
    )
    assert made.primary_muscles == ("semitendinosus",)
    assert made.contraction == (Contraction.ECCENTRIC, Contraction.CONCENTRIC)
    assert (made.evidence, made.references) == (None, ())
    words = {one.text() for one in shown.findChild(EvidenceCard).findChildren(Words)}
    assert "Your own exercise; no evidence is claimed for it." in words
    assert store.undo() == "Add Kitchen chair curl"
    assert own_page.currentWidget() is own_page.overview


def test_every_field_is_kept_and_comes_back(
    form: ExerciseForm, own_page: LibraryPage, library: Library, qtbot: QtBot
) -> None:
    fill(form, qtbot)
    fields = form.fields
    fields.short_name.setText("Chair curl")
    qtbot.keyClicks(fields.helping.field, "buttocks")
    qtbot.keyClick(fields.helping.field, Qt.Key.Key_Return)
    for button in (fields.side.button("each"), fields.level.button("4"), fields.equipment.chips["box"]):
        qtbot.mouseClick(button, LEFT)
    fields.equipment.chips["towel"].click()
    fields.sets.set_range(Range(3, 4))
    fields.reps.set_range(Range(8, 12))
    fields.rest.set_range(Range(45, 60))
    fields.tempo.set_tempo(Tempo(3, 1.5, 2, 0), Phase.LIFTING)
    fields.note.setPlainText("On the grey chair.")
    fields.position.setPlainText("Lie down.")
    fields.movement.setPlainText("Curl.")
    fields.feel.setPlainText("Back of the thigh.")
    fields.faults.setPlainText("Hips sink\n\n  Feet slip ")
    fields.cautions.setPlainText("Not on a wheeled chair.")
    fields.figure.set_figure("slider-leg-curl")
    before = form.exercise
    qtbot.mouseClick(form.save_button, LEFT)
    (made,) = [one for one in library.exercises() if one.own]
    assert made == before
    assert (made.side, made.level, made.equipment) == (Laterality.EACH, 4, ("box", "towel"))
    assert (made.dose.sets, made.dose.reps, made.dose.rest_s) == (Range(3, 4), Range(8, 12), Range(45, 60))
    assert (made.dose.note, made.dose.hold_s) == ("On the grey chair.", None)
    assert (made.tempo, made.figure) == (Tempo(3, 1.5, 2, 0), "slider-leg-curl")
    assert made.begins_with is CATALOG.exercises["slider-leg-curl"].begins_with
    assert made.faults == ("Hips sink", "Feet slip")
    assert made.secondary_muscles == ("gluteus maximus",)
    own_page.do(Act.EDIT)
    again = form_of(own_page)
    assert again.title.text() == "Edit exercise"
    assert again.exercise == made
    assert not again.changed


def test_a_hold_asks_for_seconds_and_no_tempo(form: ExerciseForm, qtbot: QtBot) -> None:
    fill(form, qtbot)
    places = form._places
    assert places["reps"].isVisible()
    assert not places["hold"].isVisible()
    qtbot.mouseClick(form.fields.kind.button("hold"), LEFT)
    assert [places[name].isVisible() for name in ("hold", "reps", "tempo")] == [True, False, False]
    form.fields.hold.set_range(Range(15, 40))
    held = form.exercise
    assert (held.kind, held.tempo, held.dose.hold_s, held.dose.reps) == (Kind.HOLD, None, Range(15, 40), None)
    assert held.contraction == (Contraction.ISOMETRIC,)


def test_a_rep_that_takes_no_time_is_no_rep(form: ExerciseForm, qtbot: QtBot) -> None:
    fill(form, qtbot)
    for box in form.fields.tempo.boxes.values():
        box.setValue(0)
    qtbot.mouseClick(form.save_button, LEFT)
    assert set(problems(form)) == {"tempo"}
    form.fields.tempo.boxes[Phase.LOWERING].setValue(2.5)
    assert form.fields.tempo.boxes[Phase.LOWERING].text() == "2.5 s"
    assert form.fields.tempo.boxes[Phase.TOP].text() == "0 s"


def test_the_short_name_follows_the_name_until_it_is_written_by_hand(
    form: ExerciseForm, qtbot: QtBot
) -> None:
    fields = form.fields
    qtbot.keyClicks(fields.name, "Single-leg eccentric slider bridge")
    assert fields.short_name.text() == "Slider bridge"
    fields.short_name.setFocus()
    fields.short_name.clear()
    qtbot.keyClicks(fields.short_name, "Mine")
    qtbot.keyClicks(fields.name, " two")
    assert fields.short_name.text() == "Mine"
    qtbot.keyClicks(fields.short_name, "x" * 40)
    assert len(fields.short_name.text()) == 18


def test_ones_own_version_is_filled_in_and_leaves_the_shipped_one_alone(
    own_page: LibraryPage, library: Library, qtbot: QtBot
) -> None:
    own_page.show_exercise("nordic-hamstring-curl")
    own_page.do(Act.OWN)
    form = form_of(own_page)
    assert form.fields.name.text() == "Nordic hamstring curl (mine)"
    assert form.fields.short_name.text() == "Nordic curl 2"
    assert form.fields.figure.figure == "nordic-hamstring-curl"
    qtbot.mouseClick(form.save_button, LEFT)
    (made,) = [one for one in library.exercises() if one.own]
    assert made.cautions == CATALOG.exercises["nordic-hamstring-curl"].cautions
    assert library.exercise("nordic-hamstring-curl") == CATALOG.exercises["nordic-hamstring-curl"]
    own_page.show_exercise("nordic-hamstring-curl")
    own_page.do(Act.OWN)
    assert form_of(own_page).fields.name.text() == "Nordic hamstring curl (mine) 2"


def test_shipped_exercises_are_neither_edited_nor_deleted(own_page: LibraryPage, library: Library) -> None:
    told: list[str] = []
    own_page._acts.told.connect(told.append)  # type: ignore[union-attr]
    own_page.show_exercise("diver")
    assert not own_page._detail.edit_button.isVisible()  # type: ignore[union-attr]
    own_page.do(Act.EDIT)
    own_page.do(Act.DELETE)
    assert told == [
        "This one came with the app; make your own version to change it.",
        "This one came with the app and stays.",
    ]
    assert library.exercise("diver")


def test_a_deleted_one_goes_from_the_cards_and_comes_back(
    own_page: LibraryPage, own: OwnLibrary, library: Library, store: Store
) -> None:
    made = own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver")
    own.save_exercise(made, "Add")
    own_page.show_exercise(made.id)
    done: list[str] = []
    own_page._acts.done.connect(done.append)  # type: ignore[union-attr]
    own_page.do(Act.DELETE)
    assert own_page.currentWidget() is own_page.overview
    assert own_page.overview.model.row_of(made.id) == -1
    assert done == ["My diver deleted. What you logged of it stays."]
    assert store.undo() == "Delete My diver"
    assert own_page.overview.model.row_of(made.id) >= 0
    assert library.exercise(made.id) == made


def test_a_change_shows_on_the_page_it_was_made_from(
    own_page: LibraryPage, own: OwnLibrary, store: Store, qtbot: QtBot
) -> None:
    made = own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver")
    own.save_exercise(made, "Add")
    own_page.show_exercise(made.id)
    qtbot.mouseClick(own_page._detail.edit_button, LEFT)  # type: ignore[union-attr]
    form = form_of(own_page)
    form.fields.name.setText("Slow diver")
    qtbot.mouseClick(form.save_button, LEFT)
    assert own_page._detail is not None
    assert own_page._detail.title.text() == "Slow diver"
    assert store.undo() == "Change Slow diver"
    assert own_page._detail.title.text() == "My diver"


def test_what_was_filled_in_and_left_can_be_brought_back(
    own_page: LibraryPage, form: ExerciseForm, qtbot: QtBot
) -> None:
    fill(form, qtbot)
    before = form.exercise
    for _ in range(2):
        with qtbot.waitSignal(own_page.offered) as offered:
            qtbot.keyClick(form_of(own_page).fields.position, Qt.Key.Key_Escape)
        assert own_page.currentWidget() is own_page.overview
        text, action, bring_back = offered.args
        assert (text, action) == ("Kitchen chair curl was not saved.", "Bring back")
        bring_back()
        assert form_of(own_page).exercise == before


def test_nothing_filled_in_is_left_without_a_word(
    own_page: LibraryPage, form: ExerciseForm, qtbot: QtBot
) -> None:
    offered: list[str] = []
    own_page.offered.connect(offered.append)
    own_page.show_exercise("diver")
    own_page.do(Act.OWN)
    qtbot.keyClick(form_of(own_page), Qt.Key.Key_Escape)
    assert isinstance(own_page.currentWidget(), ExerciseDetail)
    assert offered == []


def test_control_n_asks_for_an_exercise_from_any_page_but_a_session(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    assert isinstance(page.currentWidget(), ExerciseForm)
    page.show_all()
    window.show_page("today")
    window.page("today").start()  # type: ignore[union-attr]
    assert window.covered
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert window.page_id == "today"
    assert "session is running" in window.toast.words.text()


def test_an_own_exercise_without_words_has_a_page(own_page: LibraryPage, own: OwnLibrary) -> None:
    bare = replace(own.blank(), name="Bare", short_name="Bare")
    own.save_exercise(bare, "Add")
    own_page.show_exercise(bare.id)
    texts = [one.text() for one in own_page.currentWidget().findChildren(Words)]
    assert "Yours" in texts
    assert "Position" not in texts


class TestMusclePicker:
    @pytest.fixture
    def picker(self, qtbot: QtBot) -> MusclePicker:
        picker = MusclePicker("Main muscles")
        qtbot.addWidget(picker)
        picker.show()
        return picker

    def test_plain_and_anatomical_words_find_muscles(self, picker: MusclePicker) -> None:
        assert picker.fitting("calf") == ["gastrocnemius", "soleus"]
        assert picker.fitting("SOL")[0] == "soleus"
        assert picker.fitting("inner thigh")[:2] == ["adductor magnus", "adductor longus"]
        assert picker.fitting("") == picker.fitting("xyz") == []

    def test_enter_takes_the_best_and_empties_the_field(self, picker: MusclePicker, qtbot: QtBot) -> None:
        for typed in ("soleus", "soleus", "gastroc"):
            qtbot.keyClicks(picker.field, typed)
            qtbot.keyClick(picker.field, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: picker.field.text() in ("", "soleus"))
            picker.field.clear()
        assert picker.muscles == ("soleus", "gastrocnemius")

    def test_what_the_list_offers_can_be_taken(self, picker: MusclePicker) -> None:
        completer = picker.field.completer()
        completer.setCompletionPrefix("calf")
        assert completer.completionCount() == 2
        completer.activated.emit(completer.currentCompletion())
        assert picker.muscles == ("gastrocnemius",)
        completer.setCompletionPrefix("calf")
        assert completer.completionCount() == 1

    def test_a_chip_takes_its_muscle_away(self, picker: MusclePicker, qtbot: QtBot) -> None:
        picker.set_muscles(("soleus", "gastrocnemius"))
        assert picker._flow is not None
        chips = [chip for chip in picker._flow.children() if chip.property("muscle") == "soleus"]
        with qtbot.waitSignal(picker.changed):
            qtbot.mouseClick(chips[0], LEFT)
        assert picker.muscles == ("gastrocnemius",)

    def test_a_muscle_does_the_main_work_or_helps(self, form: ExerciseForm) -> None:
        form.fields.main.set_muscles(("soleus",))
        form.fields.helping.set_muscles(("soleus", "gastrocnemius"))
        assert form.fields.main.muscles == ()
        form.fields.main.set_muscles(("gastrocnemius",))
        assert form.fields.helping.muscles == ("soleus",)


class TestFigure:
    @pytest.fixture
    def field(self, library: Library, settings: Settings, qtbot: QtBot) -> FigureField:
        field = FigureField(library, settings, load_theme("light"))
        qtbot.addWidget(field)
        field.show()
        return field

    def test_a_figure_is_chosen_by_its_picture(
        self, field: FigureField, own: OwnLibrary, qtbot: QtBot
    ) -> None:
        own.save_exercise(own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver"), "Add")
        field.choose()
        dialog = field.window().findChild(FigureDialog)
        assert dialog is not None
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.model.rowCount() == len(CATALOG.exercises)
        qtbot.keyClicks(dialog.search, "diver")
        assert dialog.model.exercise_at(0).id == "diver"
        dialog.cards.choose(0)
        with qtbot.waitSignal(field.changed):
            qtbot.keyClick(dialog.cards, Qt.Key.Key_Return)
        assert (field.figure, field.words.text()) == ("diver", "Moves like: The Diver")
        assert not field._picture.pixmap().isNull()
        qtbot.mouseClick(field.none_button, LEFT)
        assert (field.figure, field.words.text()) == ("", "No figure is shown.")

    def test_an_own_exercise_moves_as_the_figure_it_was_given(
        self, own_page: LibraryPage, own: OwnLibrary
    ) -> None:
        made: Exercise = replace(own.blank(), name="Wall ball", short_name="Wall ball", figure="diver")
        own.save_exercise(made, "Add")
        own_page.show_exercise(made.id)
        stage = own_page._detail._stage  # type: ignore[union-attr]
        assert stage.has_figure
        assert stage.view._figure.exercise_id == "diver"
        cards = own_page.overview.cards
        assert cards._delegate._thumbnails.picture(made, cards.size() / 5, 1.0) is not None


def test_the_mark_of_ones_own_is_on_the_card_and_said(own_page: LibraryPage, own: OwnLibrary) -> None:
    overview = own_page.overview
    shipped = CATALOG.exercises["diver"]
    made = own.copy_of(shipped, shipped.name + " ", shipped.short_name)
    own.save_exercise(made, "Add")
    cards, model = overview.cards, overview.model
    rows = model.row_of(shipped.id), model.row_of(made.id)
    cards.scrollTo(model.index(rows[1]))
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
    assert ["yours" in words for words in spoken] == [False, True]
    pictures = []
    for row in rows:
        place = cards._delegate.picture_place(cards.visualRect(model.index(row)))
        place.setTopLeft(place.topLeft() + QPoint(4, 4))
        place.setSize(place.size() / 3)
        pictures.append(cards.viewport().grab(place).toImage())
    assert pictures[0] != pictures[1]
