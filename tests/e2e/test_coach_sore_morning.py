"""A sore morning changes the work and says why; worse mornings step down, and two running end on the page."""

from __future__ import annotations

from tests.e2e.coached import Athlete, asked_of
from tests.e2e.conftest import Opens

OWN_RULE = "The app's own rule"
EASY = {"partial-range-nordic": [5, 5], "single-leg-rdl": [8, 8], "eccentric-slider-bridge": [6, 6]}


def why_of_all(athlete: Athlete) -> set[tuple[str, ...]]:
    """What *why?* says of each target, where it is the same for all of them."""
    return {tuple(athlete.why(row.item.template.exercise_id)) for row in athlete.today.workout_card.rows}


def test_from_a_sore_morning_to_the_clinician_page(opens: Opens) -> None:
    athlete = opens()
    assert asked_of(athlete.train()) == EASY
    athlete.next_morning()
    assert athlete.today.checkin_card.title.text() == "How is it, the morning after?"
    athlete.check_in()
    assert athlete.offered == EASY

    # Wednesday: sore. An easier rung stands in for each, of what is at hand, and says why.
    athlete.next_morning()
    athlete.check_in("hamstring", soreness=5)
    easier = {"slider-leg-curl": [6, 6], "double-leg-glute-bridge": [10, 10], "hamstring-walk-outs": [6, 6]}
    assert athlete.offered == easier
    assert athlete.row("partial-range-nordic").moved == "Instead of Partial-range Nordic"
    assert why_of_all(athlete) == {("Soreness 5 (hamstring, middle): an easier exercise today.", OWN_RULE)}
    assert asked_of(athlete.train()) == easier

    # Thursday: the morning after is worse. One set fewer, though something else stood in that day.
    athlete.next_morning()
    athlete.check_in("hamstring", soreness=2, pain=2)
    fewer = {"partial-range-nordic": [5], "single-leg-rdl": [8], "eccentric-slider-bridge": [6]}
    assert athlete.offered == fewer
    assert athlete.row("single-leg-rdl").moved == "One step down"
    worse = "The morning after 4 Mar 2026 was worse: pain 2 after 0. One step down."
    assert why_of_all(athlete) == {(worse, OWN_RULE)}

    # Friday: trained so, and a good morning after it: held.
    athlete.next_morning()
    athlete.check_in()
    assert asked_of(athlete.train()) == fewer
    athlete.next_morning()
    athlete.check_in()
    assert athlete.offered == fewer

    # Sunday: the same again, and worse: no set is left to take, so an easier rung.
    athlete.next_morning()
    athlete.check_in()
    assert asked_of(athlete.train()) == fewer
    athlete.next_morning()
    athlete.check_in("hamstring", pain=2)
    rungs = {"slider-leg-curl": [6], "double-leg-glute-bridge": [10], "hamstring-walk-outs": [6]}
    assert athlete.offered == rungs
    ((sentence, mark),) = why_of_all(athlete)
    assert sentence.startswith("The morning after 8 Mar 2026 was worse: pain 2 after 0.")
    assert "no set left to take, so an easier exercise" in sentence
    assert mark == OWN_RULE

    # Tuesday: the easier rungs, and worse once more: twice running.
    athlete.next_morning()
    athlete.check_in("hamstring", pain=2)
    assert asked_of(athlete.train()) == rungs
    athlete.next_morning()
    athlete.check_in("hamstring", pain=3)
    nothing_to_train_on(athlete)

    # It settles: training goes on when a morning is as good as before.
    athlete.next_morning()
    athlete.check_in()
    assert athlete.today.workout_card.start_button.isVisible()
    assert [len(sets) for sets in athlete.offered.values()] == [1, 1, 1], (
        "and goes on with no more than before"
    )
    assert set(athlete.offered).isdisjoint(EASY)


def nothing_to_train_on(athlete: Athlete) -> None:
    title, read = athlete.verdict
    assert title == "No workout today"
    assert read[0].startswith("Get this checked by a doctor or physiotherapist in the next days")
    assert any("Two mornings running were worse after training: pain 2 and 3, from 0." in one for one in read)
    assert athlete.offered == {}
    assert athlete.today.workout_card.rows == []
    assert not athlete.today.workout_card.start_button.isVisible()


def test_very_sore_it_is_better_later_and_can_be_done_all_the_same(opens: Opens) -> None:
    athlete = opens()
    athlete.train()
    athlete.next_morning()
    athlete.check_in("hamstring", soreness=8)
    title, read = athlete.verdict
    assert title == "Better on Thursday 5 March"
    assert read[0].startswith("Soreness 8 (hamstring, middle): this had better wait until 5 Mar 2026.")
    start = athlete.today.workout_card.start_button
    assert start.text() == "Start all the same"
    athlete.next_morning(2)
    athlete.check_in()
    assert start.text() == "Start"
    assert athlete.offered == EASY
