from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer.catalog import load_catalog
from trainer.domain.draft import Draft, draft_of
from trainer.services.drafting import Drafting

FIRST = Draft("own-1", "A")


def named(drafting: Drafting, name: str, key: str = "") -> bool:
    return drafting.change(replace(drafting.draft, name=name), f"to {name}", key)


def test_each_step_is_taken_back_and_done_again() -> None:
    drafting = Drafting(FIRST)
    named(drafting, "B")
    named(drafting, "C")
    assert drafting.undo() == "to C"
    assert drafting.undo() == "to B"
    assert drafting.draft == FIRST
    assert not drafting.changed
    assert drafting.undo() == ""
    assert drafting.redo() == "to B"
    assert drafting.redo() == "to C"
    assert drafting.redo() == ""
    assert drafting.draft.name == "C"


def test_what_changes_nothing_is_no_step() -> None:
    drafting = Drafting(FIRST)
    assert not named(drafting, "A")
    assert drafting.undo_label == ""


def test_steps_of_one_kind_in_a_row_are_one() -> None:
    drafting = Drafting(FIRST)
    for name in ("Ab", "Abc", "Abcd"):
        named(drafting, name, "name")
    assert drafting.undo() == "to Ab"
    assert drafting.draft == FIRST


def test_a_step_after_an_undo_is_a_new_one_and_ends_the_redoing() -> None:
    drafting = Drafting(FIRST)
    named(drafting, "B", "name")
    named(drafting, "C", "other")
    drafting.undo()
    named(drafting, "D", "name")
    assert drafting.redo_label == ""
    drafting.undo()
    assert drafting.draft.name == "B"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "k"])), max_size=12))
def test_undoing_all_leads_back_and_redoing_all_there_again(steps: list[tuple[str, str]]) -> None:
    drafting = Drafting(FIRST)
    for name, key in steps:
        named(drafting, name, key)
    last = drafting.draft
    count = 0
    while drafting.undo():
        count += 1
    assert drafting.draft == FIRST
    while drafting.redo():
        count -= 1
    assert drafting.draft == last
    assert count == 0


def test_a_draft_without_an_exercise_is_no_workout() -> None:
    assert FIRST.workout is None


def test_a_workout_and_its_draft_say_the_same() -> None:
    workout = load_catalog().workouts["hamstrings-for-runners"]
    own = replace(workout, own=True, level="", ignored=("heavy-before-race:2026-03-05",))
    assert draft_of(own).workout == own
