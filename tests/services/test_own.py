"""What the user makes of the library: stars, exercises, workouts; each step can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Contraction, Exercise, Kind, Range
from trainer.domain.intake import heavy
from trainer.domain.tempo import Phase, Tempo
from trainer.errors import NoSuchEntry
from trainer.services.library import Filters, Library
from trainer.services.own import OwnLibrary, contraction_of
from trainer.services.own_checks import (
    SHORT_NAME_LENGTH,
    exercise_problems,
    free_name,
    short_name_of,
    workout_name_problem,
)
from trainer.services.trial import least_of, trial_of
from trainer.store import Store

CATALOG = load_catalog()
NORDIC = CATALOG.exercises["nordic-hamstring-curl"]
BRIDGE = CATALOG.exercises["double-leg-glute-bridge"]
HOLD = CATALOG.exercises["long-lever-bridge-hold"]


def filled(own: OwnLibrary, **changes: object) -> Exercise:
    values = {
        "name": "Wall ball",
        "short_name": "Wall ball",
        "region": "quad",
        "primary_muscles": ("quadriceps",),
    }
    return replace(own.blank(), **(values | changes))  # type: ignore[arg-type]


def test_a_star_is_followed_and_filtered_by(own: OwnLibrary, library: Library, store: Store) -> None:
    assert library.favourites() == set()
    own.set_favourite("diver", on=True, undo="Star")
    assert library.favourites() == {"diver"}
    assert [one.id for one in library.search("", Filters(favourites=library.favourites()))] == ["diver"]
    assert store.undo() == "Star"
    assert library.favourites() == set()
    assert library.search("", Filters(favourites=frozenset())) == []


def test_an_exercise_of_ones_own_is_found_changed_and_deleted(
    own: OwnLibrary, library: Library, store: Store
) -> None:
    made = filled(own)
    own.save_exercise(made, "Add")
    assert library.search("wall ball", Filters(own=True)) == [made]
    own.save_exercise(replace(made, name="Medicine ball"), "Edit")
    assert library.exercise(made.id).name == "Medicine ball"
    own.delete_exercise(made.id, "Delete")
    with pytest.raises(NoSuchEntry):
        library.exercise(made.id)
    assert [store.undo(), store.undo(), store.undo()] == ["Delete", "Edit", "Add"]
    assert library.search("", Filters(own=True)) == []


def test_a_copy_keeps_what_to_do_and_claims_nothing(own: OwnLibrary, library: Library) -> None:
    copy = own.copy_of(NORDIC, "My Nordic", "My Nordic")
    assert (copy.cues, copy.faults, copy.cautions) == (NORDIC.cues, NORDIC.faults, NORDIC.cautions)
    assert (copy.tempo, copy.begins_with, copy.logs_lean) == (NORDIC.tempo, NORDIC.begins_with, True)
    assert (copy.evidence, copy.references, copy.own_rules, copy.dose.note) == (None, (), (), "")
    assert (copy.easier, copy.harder, copy.harder_note, copy.substitutes) == ((), (), "", ())
    assert (copy.own, copy.figure, copy.figure_id) == (True, NORDIC.id, NORDIC.id)
    assert own.copy_of(copy, "Third", "Third").figure == NORDIC.id
    own.save_exercise(copy, "Add")
    assert library.references(copy) == []


def test_ones_own_version_of_a_heavy_exercise_is_as_heavy(own: OwnLibrary) -> None:
    assert heavy(trial_of(own.copy_of(NORDIC, "My Nordic", "My Nordic")))
    assert not heavy(trial_of(filled(own)))


def test_the_least_of_a_dose() -> None:
    item = least_of(BRIDGE)
    assert len(item.sets) == BRIDGE.dose.sets.low
    assert item.rest_s == BRIDGE.dose.rest_s.low
    assert item.begins_with is Phase.LIFTING
    assert HOLD.dose.hold_s is not None
    assert least_of(HOLD).sets[0].hold_s == HOLD.dose.hold_s.low
    assert least_of(NORDIC).logs_lean


def test_what_an_import_knew_too_little_of_can_be_trained_all_the_same(own: OwnLibrary) -> None:
    unknown = replace(filled(own), dose=replace(own.blank().dose, sets=Range(0, 0), reps=None), tempo=None)
    item = least_of(unknown)
    assert len(item.sets) == 1
    assert item.sets[0].complete


def test_a_workout_is_begun_filled_renamed_and_emptied(
    own: OwnLibrary, library: Library, store: Store
) -> None:
    made = own.begin_workout("  Evening ", BRIDGE, "New")
    assert (made.name, made.own, len(made.items)) == ("Evening", True, 1)
    own.add_to_workout(made.id, HOLD, "Add")
    own.rename_workout(made.id, "Morning", "Rename")
    (kept,) = own.workouts()
    assert (kept.name, [item.exercise_id for item in kept.items]) == ("Morning", [BRIDGE.id, HOLD.id])
    assert own.remove_item(made.id, 0, "Remove") is not None
    assert [item.exercise_id for item in library.workout(made.id).items] == [HOLD.id]
    assert own.remove_item(made.id, 0, "Remove last") is None
    assert own.workouts() == []
    assert [store.undo() for _ in range(5)] == ["Remove last", "Remove", "Rename", "Add", "New"]
    assert own.workouts() == []


def test_a_deleted_workout_comes_back(own: OwnLibrary, store: Store) -> None:
    made = own.begin_workout("Evening", BRIDGE, "New")
    own.delete_workout(made.id, "Delete")
    assert own.workouts() == []
    store.undo()
    assert own.workouts() == [made]


def test_a_workout_follows_its_exercises_and_outlives_them(own: OwnLibrary) -> None:
    exercise = filled(own)
    own.save_exercise(exercise, "Add")
    made = own.begin_workout("Evening", exercise, "New")
    own.save_exercise(replace(exercise, name="Medicine ball", figure="diver"), "Edit")
    (item,) = own.workouts()[0].items
    assert (item.exercise, item.figure_id) == ("Medicine ball", "diver")
    own.delete_exercise(exercise.id, "Delete")
    assert own.workouts() == [made]


def test_shipped_workouts_are_none_of_ones_own(own: OwnLibrary) -> None:
    assert own.workouts() == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "nordic  Hamstring curl"}, "name"),
        ({"short_name": ""}, "short_name"),
        ({"short_name": "x" * 19}, "short_name"),
        ({"region": ""}, "region"),
        ({"primary_muscles": ()}, "muscles"),
        ({"secondary_muscles": ("quadriceps",)}, "muscles"),
        ({"tempo": None}, "tempo"),
    ],
)
def test_what_is_missing_is_told_by_field(
    own: OwnLibrary, library: Library, changes: dict[str, object], field: str
) -> None:
    problems = exercise_problems(filled(own, **changes), library.exercises())
    assert [name for name, _ in problems] == [field]
    assert all(sentence.endswith(".") for _, sentence in problems)


def test_an_exercise_that_says_enough_has_no_problem(own: OwnLibrary, library: Library) -> None:
    made = filled(own)
    assert exercise_problems(made, library.exercises()) == []
    own.save_exercise(made, "Add")
    assert exercise_problems(made, library.exercises()) == []
    assert exercise_problems(filled(own, kind=Kind.HOLD, tempo=None), [made])[0][0] == "name"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Plank", "Plank"),
        ("Kitchen chair curl", "Kitchen chair curl"),
        ("Single-leg eccentric slider bridge", "Slider bridge"),
        ("Nordic hamstring curl (mine)", "Nordic hamstring"),
        ("Donaudampfschifffahrtsübung", "Donaudampfschifffa"),
        ("", ""),
    ],
)
def test_a_short_name_is_made_of_whole_words(name: str, short: str) -> None:
    assert short_name_of(name) == short
    assert len(short) <= SHORT_NAME_LENGTH


def test_a_free_name_is_numbered() -> None:
    assert free_name("Curl", []) == "Curl"
    assert free_name("Curl", ["curl", "Curl 2"]) == "Curl 3"


def test_names_of_workouts() -> None:
    assert workout_name_problem(" ", [])
    assert workout_name_problem("evening", ["Evening"])
    assert workout_name_problem("Evening", ["Morning"]) == ""


def test_how_the_muscle_works_is_told_by_kind_and_tempo() -> None:
    assert contraction_of(Kind.HOLD, None) == (Contraction.ISOMETRIC,)
    assert contraction_of(Kind.REPS, Tempo(5, 0, 0, 4)) == (Contraction.ECCENTRIC,)
    assert contraction_of(Kind.REPS, Tempo(2, 0, 1, 0)) == (Contraction.ECCENTRIC, Contraction.CONCENTRIC)
    assert contraction_of(Kind.REPS, None) == ()
