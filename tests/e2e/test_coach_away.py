"""Two weeks away: a step back, why, and overruled within the pain table; what was missed does not pile up."""

from __future__ import annotations

from datetime import date

from tests.e2e.coached import Athlete, words_in
from tests.e2e.conftest import Opens
from trainer.ui.plans.marks import Day

NORDIC = "partial-range-nordic"
EASY = {NORDIC: [5, 5], "single-leg-rdl": [8, 8], "eccentric-slider-bridge": [6, 6]}
BACK = {NORDIC: [5], "single-leg-rdl": [8], "eccentric-slider-bridge": [6]}
PLAN = "Nordics in ten weeks"


def two_weeks_away(opens: Opens) -> Athlete:
    athlete = opens()
    athlete.train()
    athlete.next_morning()
    athlete.check_in()
    athlete.next_morning(13)
    athlete.check_in()
    return athlete


def choices(athlete: Athlete, template: str) -> list[str]:
    """What *Choose otherwise…* has to offer."""
    row = athlete.row(template)
    if not row.choice_button.isVisible():
        athlete.click(row.why_button)
    athlete.click(row.choice_button)
    menu = athlete.open_menu()
    found = [action.text() for action in menu.actions()]
    menu.close()
    athlete.click(row.why_button)
    return found


def test_one_step_back_with_its_reason_and_its_source(opens: Opens) -> None:
    athlete = two_weeks_away(opens)
    assert athlete.offered == BACK
    row = athlete.row(NORDIC)
    assert row.moved == "Back after a break"
    assert athlete.why(NORDIC) == [
        "14 days since you trained this: one step back.",
        "The app's own rule",
    ]
    reasons = row.item.reasons
    (told,) = [athlete.today.workout_card._tell(reason) for reason in reasons]
    assert [source.key for source in told.references] == ["presland2018"]


def test_overruled_within_the_pain_table_and_remembered(opens: Opens) -> None:
    athlete = two_weeks_away(opens)
    assert choices(athlete, NORDIC) == ["Slider leg curl · 1 × 6", "Partial-range Nordic · 2 × 5"]
    athlete.choose_otherwise(NORDIC, "Partial-range Nordic · 2 × 5")
    assert athlete.offered == {**BACK, NORDIC: [5, 5]}
    assert athlete.row(NORDIC).moved == "Your choice"
    athlete.restart()
    assert athlete.offered == {**BACK, NORDIC: [5, 5]}
    assert athlete.why(NORDIC)[0] == "You chose this yourself when the coach proposed the same."

    # Pain speaks louder than what was chosen.
    athlete.next_morning()
    athlete.check_in("hamstring", pain=4)
    assert NORDIC not in athlete.offered
    assert "Partial-range Nordic · 2 × 5" not in choices(athlete, NORDIC)
    assert athlete.why(NORDIC)[0].startswith("Pain 4 (hamstring, middle) when it was last told: an easier")
    athlete.next_morning()
    athlete.check_in()
    assert athlete.offered == {**BACK, NORDIC: [5, 5]}, "and it is remembered still"

    # Taken back, it is the coach's again.
    athlete.undo()
    athlete.undo()
    athlete.undo()
    assert athlete.offered == BACK


def test_what_a_plan_missed_is_laid_out_again_and_never_piled_up(opens: Opens) -> None:
    athlete = opens()
    athlete.start_plan("nordic-10-weeks", 1, 3, 5)
    athlete.go_to("today")
    for day in (2, 9, 13, 16, 18, 20):
        athlete.until(date(2026, 3, day))
        assert athlete.today.workout_card.when.text().startswith(f"Today · {PLAN}")
        athlete.train()

    # One missed, and no day free before the next: the plan moves along.
    athlete.until(date(2026, 3, 24))
    card = athlete.today.rescheduling.card
    assert card is not None
    read = words_in(card)
    assert read[:2] == ["Your plan moved along", f"{PLAN}: from Monday to Wednesday 25 March"]
    assert "the plan moves along, and ends later" in read[-2]
    athlete.click(card.close_button)
    assert athlete.today.rescheduling.card is None
    assert_one_a_day(athlete)

    # Seventeen days after the last session: a week back, and told so.
    athlete.until(date(2026, 4, 6))
    card = athlete.today.rescheduling.card
    assert card is not None
    assert (
        words_in(card)[-2] == "17 days without a session of this plan; it goes on a step back, with week 3."
    )
    assert athlete.today.workout_card.when.text() == f"Today · {PLAN} · week 3"
    assert athlete.why("nordic-hamstring-curl")[0] == "17 days since you trained this: one step back."
    assert athlete.week == [f"Today: {PLAN}", f"Wed: {PLAN}", f"Fri: {PLAN}"]
    assert_one_a_day(athlete)

    # Another look, or another start, changes nothing more.
    before = planned(athlete)
    athlete.look_at_today()
    athlete.restart()
    assert athlete.today.rescheduling.card is None
    assert planned(athlete) == before


def planned(athlete: Athlete) -> list[Day]:
    """The days of this month and the next as the calendar shows them."""
    calendar = athlete.calendar.calendar
    calendar.show_day(athlete.day)
    days = [*calendar.month.month_model.month.days.values()]
    athlete.click(calendar.later_button)
    days += [*calendar.month.month_model.month.days.values()]
    athlete.go_to("today")
    return days


def assert_one_a_day(athlete: Athlete) -> None:
    busy = {day.day: len(day.entries) for day in planned(athlete) if day.day >= athlete.day and day.entries}
    assert len(busy) > 5
    assert set(busy.values()) == {1}
    assert {day.isoweekday() for day in busy} == {1, 3, 5}
