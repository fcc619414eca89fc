"""The library finds what is meant, filters, and keeps up with what the user makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.catalog import load_catalog
from trainer.domain.change import Change, Changed
from trainer.domain.exercise import Contraction, Exercise, Laterality
from trainer.domain.vocabulary import REGIONS
from trainer.domain.workout import Workout
from trainer.errors import NoSuchEntry
from trainer.services.library import Filters, Library, exercise_json
from trainer.services.search import SearchIndex, fold

CATALOG = load_catalog()
SHIPPED = Library(CATALOG)
NORDIC = CATALOG.exercises["nordic-hamstring-curl"]
SEED = CATALOG.workouts["hamstrings-for-runners"]
SHELF = SHIPPED.exercises()


class Own:
    """One's own exercises and workouts, kept in lists."""

    def __init__(self) -> None:
        self.exercises: list[Exercise] = []
        self.workouts: list[Workout] = []
        self.stars: frozenset[str] = frozenset()
        self.listeners: list[Callable[[Change], None]] = []
        self.reads = 0

    def own_exercises(self) -> list[Exercise]:
        self.reads += 1
        return list(self.exercises)

    def own_workouts(self) -> list[Workout]:
        return list(self.workouts)

    def favourites(self) -> frozenset[str]:
        return self.stars

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return self.listeners.clear

    def changed(self, kind: Changed) -> None:
        for listener in self.listeners:
            listener(Change(frozenset({kind})))


def own_exercise(name: str, **changes: object) -> Exercise:
    plain = replace(NORDIC, id=f"own-{fold(name)}", name=name, short_name=name[:18], synonyms=(), own=True)
    return replace(plain, references=(), evidence=None, **changes)  # type: ignore[arg-type]


def ids(found: list[Exercise]) -> list[str]:
    return [exercise.id for exercise in found]


def test_all_exercises_by_area_then_level() -> None:
    exercises = SHIPPED.exercises()
    assert len(exercises) == len(CATALOG.exercises)
    shelves = [(list(REGIONS).index(exercise.region), exercise.level) for exercise in exercises]
    assert shelves == sorted(shelves)


def test_unknown_ids_are_told_in_a_sentence() -> None:
    with pytest.raises(NoSuchEntry, match="There is no exercise “squat”"):
        SHIPPED.exercise("squat")
    with pytest.raises(NoSuchEntry, match="There is no workout “legs”"):
        SHIPPED.workout("legs")


def test_own_exercises_stand_beside_the_shipped_and_are_read_once() -> None:
    own = Own()
    own.exercises = [own_exercise("Wall ball")]
    library = Library(CATALOG, own)
    assert library.exercise("own-wall ball").own
    assert library.search("wall ball")[0].own
    assert len(library.exercises()) == len(CATALOG.exercises) + 1
    assert own.reads == 1


def test_own_exercises_are_read_again_after_a_write_that_touched_them() -> None:
    own = Own()
    library = Library(CATALOG, own)
    assert library.search("wall ball") == library.search("wall ball")
    own.exercises = [own_exercise("Wall ball")]
    own.changed(Changed.SETS)
    assert "own-wall ball" not in ids(library.search("wall ball"))
    own.changed(Changed.EXERCISES)
    assert ids(library.search("wall ball"))[0] == "own-wall ball"


def test_own_workouts_follow_the_shipped() -> None:
    own = Own()
    library = Library(CATALOG, own)
    assert library.workouts() == list(CATALOG.workouts.values())
    own.workouts = [replace(SEED, id="mine", own=True)]
    own.changed(Changed.WORKOUTS)
    assert library.workouts()[-1].id == "mine"
    assert library.workout("mine").own


def test_what_a_write_overtakes_while_it_is_read_is_read_again() -> None:
    own = Own()
    library = Library(CATALOG, own)

    class Overtaken(Own):
        def own_exercises(self) -> list[Exercise]:
            before = super().own_exercises()
            if self.reads == 1:
                self.exercises = [own_exercise("Wall ball")]
                self.changed(Changed.EXERCISES)
            return before

    own = Overtaken()
    library = Library(CATALOG, own)
    assert "own-wall ball" not in ids(library.exercises())
    assert "own-wall ball" in ids(library.exercises())


def test_references_in_the_order_of_the_exercise() -> None:
    assert [reference.key for reference in SHIPPED.references(NORDIC)] == list(NORDIC.references)
    assert SHIPPED.references(own_exercise("Wall ball")) == []


def test_claims_in_the_order_of_the_exercise_with_their_sources() -> None:
    claims = SHIPPED.claims(NORDIC)
    assert [claim.key for claim in claims] == list(NORDIC.claims)
    assert [source.key for source in SHIPPED.references(claims[0])] == ["vandyk2019"]


def test_claim_that_is_gone_is_left_out() -> None:
    """One's own copy of an exercise may outlive the claims of its release."""
    copied = own_exercise("Wall ball", claims=("nordic-short-sets", "of-an-older-release"))
    assert [claim.key for claim in SHIPPED.claims(copied)] == ["nordic-short-sets"]


def test_claims_of_a_place_in_the_order_of_their_files() -> None:
    stride = [claim.key for claim in SHIPPED.claims_for("stride")]
    assert stride[:2] == ["stride-late-swing", "stride-stance"]
    assert [claim.key for claim in SHIPPED.claims_for("tightness")] == [
        "tightness-tests-disagree",
        "tightness-feeling",
        "tightness-own-rule",
    ]
    assert SHIPPED.claims_for("nowhere") == []


def test_ladder_of_the_nordic() -> None:
    ladder = SHIPPED.ladder("nordic-hamstring-curl")
    assert ids(list(ladder.easier)) == ["partial-range-nordic", "band-assisted-nordic"]
    assert ladder.harder == ()
    assert ladder.harder_note
    assert ("ankle-anchor", SHIPPED.exercise("eccentric-slider-bridge")) in ladder.instead


def test_ladder_leaves_out_what_was_deleted() -> None:
    own = Own()
    own.exercises = [own_exercise("Wall ball", easier=("gone", "single-leg-rdl"))]
    assert ids(list(Library(CATALOG, own).ladder("own-wall ball").easier)) == ["single-leg-rdl"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("nordic", "nordic-hamstring-curl"),
        ("NORDIC CURL", "nordic-hamstring-curl"),
        ("rdl", "romanian-deadlift"),
        ("slrdl", "single-leg-rdl"),
        ("singleleg rdl", "single-leg-rdl"),
        ("single leg rdl", "single-leg-rdl"),
        ("swiss bal", "stability-ball-leg-curl"),
        ("45", "hip-extension-45"),
        ("sock slide", "eccentric-slider-bridge"),
        ("russian", "nordic-hamstring-curl"),
        ("glidr", "glider"),
        ("Nórdíc cürl", "nordic-hamstring-curl"),
    ],
)
def test_query_finds_first(query: str, first: str) -> None:
    assert SHIPPED.search(query)[0].id == first


@pytest.mark.parametrize("muscle", ["gluteus medius", "inner thigh", "Adductor magnus", "forearm"])
def test_muscles_are_found_by_their_names_and_in_plain_words(muscle: str) -> None:
    found = SHIPPED.search(muscle)
    assert found
    assert len(found) < len(CATALOG.exercises)


def test_nothing_typed_shows_all_and_nonsense_shows_nothing() -> None:
    assert SHIPPED.search("") == SHIPPED.search("  ") == SHIPPED.search("·") == SHELF
    assert SHIPPED.search("xqzzw") == []


def test_accents_and_letters_of_other_alphabets_are_folded() -> None:
    assert fold("  Ængström’s Übung: Stoß—45°  ") == "aengstrom s ubung stoss 45"


@given(data=st.data())
def test_a_name_with_one_wrong_letter_is_among_the_first_five(data: st.DataObject) -> None:
    exercise = data.draw(st.sampled_from(SHELF))
    name = exercise.name
    place = data.draw(st.sampled_from([at for at, letter in enumerate(name) if letter.isalpha()]))
    letter = data.draw(st.characters(codec="ascii", categories=["Ll"]))
    swapped = name[:place] + name[place : place + 2][::-1] + name[place + 2 :]
    wrong = data.draw(
        st.sampled_from(
            [
                name[:place] + name[place + 1 :],
                name[:place] + letter + name[place + 1 :],
                name[:place] + letter + name[place:],
                swapped,
            ]
        )
    )
    assert exercise in SHIPPED.search(wrong)[:5]


@given(st.sampled_from(SHELF), st.data())
def test_the_beginning_of_a_name_finds_it(exercise: Exercise, data: st.DataObject) -> None:
    length = data.draw(st.integers(1, len(exercise.name)))
    beginning = exercise.name[:length]
    found = SHIPPED.search(beginning)
    alike = [one for one in SHELF if fold(one.name).startswith(fold(beginning))]
    assert exercise in found[: len(alike)]


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_exercises_without_repeats(query: str) -> None:
    found = SHIPPED.search(query)
    assert len(set(ids(found))) == len(found)
    assert found == SHIPPED.search(query)


@given(st.lists(st.text(max_size=30), max_size=20), st.text(max_size=30))
def test_whatever_own_exercises_are_called_the_search_holds(names: list[str], query: str) -> None:
    exercises = [replace(NORDIC, id=str(place), name=name) for place, name in enumerate(names)]
    assert set(ids(SearchIndex(exercises).find(query))) <= set(ids(exercises))


def test_filters_each_alone() -> None:
    def left(filters: Filters) -> set[str]:
        return set(ids(SHIPPED.search("", filters)))

    def those(wanted: Callable[[Exercise], bool]) -> set[str]:
        return {exercise.id for exercise in CATALOG.exercises.values() if wanted(exercise)}

    assert left(Filters()) == set(CATALOG.exercises)
    assert left(Filters(regions=frozenset({"calf"}))) == those(lambda one: one.region == "calf")
    assert left(Filters(levels=frozenset({5}))) == {
        "nordic-hamstring-curl",
        "copenhagen-adduction",
        "single-leg-hops-in-place",
    }
    isometric = left(Filters(contractions=frozenset({Contraction.ISOMETRIC})))
    assert isometric == those(lambda one: Contraction.ISOMETRIC in one.contraction)
    assert {"long-lever-bridge-hold", "side-plank"} <= isometric
    assert left(Filters(owned=frozenset())) == those(lambda one: not one.equipment)
    assert "nordic-hamstring-curl" in left(Filters(owned=frozenset({"ankle-anchor", "knee-pad"})))
    assert left(Filters(gait_phases=frozenset({"toe-off"}))) == those(
        lambda one: "toe-off" in one.gait_phases
    )
    assert left(Filters(gait_phases=frozenset({"toe-off"}))) != set(CATALOG.exercises)
    assert "single-leg-rdl" in left(Filters(sides=frozenset({Laterality.EACH}), levels=frozenset({3})))


def test_muscles_are_filtered_by_their_plain_words_and_the_main_work_alone() -> None:
    main = "gluteus maximus"
    found = SHIPPED.search("", Filters(muscles=frozenset({"buttocks"})))
    assert found == [one for one in SHELF if main in one.primary_muscles]
    assert 0 < len(found) < len(SHELF)
    assert any(main in one.secondary_muscles for one in SHELF if one not in found)
    both = SHIPPED.search("", Filters(muscles=frozenset({"hamstrings", "buttocks"})))
    assert set(ids(both)) > set(ids(found))
    assert SHIPPED.search("", Filters(muscles=frozenset({"forearm"}))) == []


def test_stars_are_read_again_after_a_write_that_touched_them() -> None:
    own = Own()
    library = Library(CATALOG, own)
    assert library.favourites() == set()
    own.stars = frozenset({"diver"})
    own.changed(Changed.WORKOUTS)
    assert library.favourites() == set()
    own.changed(Changed.FAVOURITES)
    assert library.favourites() == {"diver"}
    assert SHIPPED.favourites() == set()


def test_filters_and_query_together() -> None:
    found = SHIPPED.search("bridge", Filters(sides=frozenset({Laterality.EACH})))
    assert found
    assert all(exercise.side is Laterality.EACH for exercise in found)


def test_no_filter_is_empty() -> None:
    assert Filters().empty
    assert not Filters(owned=frozenset()).empty


def test_json_has_the_published_shape() -> None:
    assert exercise_json(CATALOG.exercises["single-leg-rdl"]) == {
        "id": "single-leg-rdl",
        "name": "Single-leg RDL",
        "region": "hamstring",
        "primary_muscles": [
            "biceps femoris (long head)",
            "semitendinosus",
            "semimembranosus",
            "gluteus maximus",
        ],
        "secondary_muscles": ["gluteus medius", "adductor magnus", "foot intrinsics", "erector spinae"],
        "contraction": ["eccentric", "concentric"],
        "side": "each",
        "kind": "reps",
        "equipment": [],
        "level": 3,
        "easier": ["romanian-deadlift", "hip-hinge-with-dowel"],
        "harder": ["loaded-single-leg-rdl"],
        "references": ["distefano2009", "acsm2009"],
        "evidence": "E",
    }
    assert exercise_json(own_exercise("Wall ball"))["evidence"] is None
