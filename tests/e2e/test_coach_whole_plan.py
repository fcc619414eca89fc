"""Nordics in ten weeks from the first session to the last, and on to what comes after it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.e2e.coached import Athlete, asked_of, words_in
from tests.e2e.conftest import Opens
from trainer.ui.plans.page import PLANS_VIEW, PlansPage
from trainer.ui.plans.started_card import FOLLOW, PUT_AWAY

NORDIC, NAME, AFTERWARDS = "nordic-hamstring-curl", "Nordics in ten weeks", "Nordic maintenance"

# Evidence B1, typed out: weeks, and the sets of each session, ranges gone through from their low end.
TABLE = [
    [[5, 5]],
    [[6, 6], [6, 6]],
    [[6, 6, 6], [7, 7, 7], [8, 8, 8]],
    [[8, 8, 8], [9, 9, 9], [10, 10, 10]],
    *[[[12, 10, 8]] * 3] * 6,
]


def train_all(athlete: Athlete) -> list[date]:
    """Every session on its day, each with a good morning after it; the days."""
    days: list[date] = []
    for week, sessions in enumerate(TABLE, start=1):
        for sets in sessions:
            while not athlete.today.workout_card.when.text().startswith("Today"):
                athlete.next_morning()
                athlete.check_in()
            assert athlete.today.workout_card.when.text() == f"Today · {NAME} · week {week}"
            assert asked_of(athlete.train()) == {NORDIC: sets}
            days.append(athlete.day)
    return days


@pytest.mark.slow
def test_all_27_sessions_and_on_to_maintenance(opens: Opens) -> None:
    athlete = opens()
    athlete.start_plan("nordic-10-weeks", 1, 3, 5)
    athlete.go_to("today")
    days = train_all(athlete)
    assert len(days) == 27
    assert (days[0], days[-1]) == (date(2026, 3, 2), date(2026, 5, 8))
    history = athlete.go_to("history")
    athlete.qtbot.waitUntil(lambda: "27" in words_in(history))
    read = words_in(history)
    assert "100 %" in read
    assert "12 of 12 planned sessions done in 28 days" in read
    assert read[read.index("weeks in a row kept") - 1] == "10"

    # Today says that it is over, and leads on.
    athlete.go_to("today")
    card = athlete.today.following.card
    assert card is not None
    assert words_in(card)[:2] == [f"{NAME} is over", f"27 of 27 sessions done. {AFTERWARDS} comes after it."]
    athlete.click(card.follow_button)
    page = athlete.program.window.page("plans")
    assert isinstance(page, PlansPage)
    assert page.detail is not None
    assert page.detail.plan.id == "nordic-maintenance"

    # So does the plans page; both let it go.
    athlete.click(page.views.button(PLANS_VIEW))
    (started,) = page.shelf.started_cards
    assert list(started.buttons) == [FOLLOW, "open", PUT_AWAY]
    assert started.buttons[FOLLOW].text() == f"Go on with {AFTERWARDS}"
    athlete.click(started.buttons[FOLLOW])
    assert page.detail is not None
    assert page.detail.plan.id == "nordic-maintenance"
    athlete.next_morning()
    athlete.check_in()
    card = athlete.today.following.card
    assert card is not None
    athlete.click(card.away_button)
    assert athlete.said == f"{NAME} put away. What you did of it stays."
    assert athlete.today.following.card is None
    athlete.undo()
    assert athlete.today.following.card is not None

    # Maintenance begun, nothing is offered any more; its first session stands on Today.
    athlete.start_plan("nordic-maintenance", 1)
    athlete.until(date(2026, 5, 11))
    assert athlete.today.following.card is None
    assert athlete.today.workout_card.when.text() == f"Today · {AFTERWARDS} · week 1"
    assert athlete.offered == {NORDIC: [12, 10, 8]}
