"""Somebody who has just put the program on a laptop: training at once, questions only before heavy work."""

from __future__ import annotations

from tests.e2e.coached import asked_of
from tests.e2e.conftest import Opens
from trainer.ui.today.intake_dialog import IntakeDialog


def test_training_within_three_clicks_and_a_minute_without_a_question(opens: Opens) -> None:
    newcomer = opens()
    opened_at = newcomer.clock.monotonic()
    assert newcomer.today.cautions_card.isVisible()
    assert not newcomer.today.checkin_card.isVisible(), "there is nothing to ask about yet"
    workout = newcomer.begin()
    assert newcomer.clicks <= 3
    assert newcomer.clock.monotonic() - opened_at < 60
    assert workout.id == "hamstrings-for-runners-easy"
    assert asked_of(workout) == {
        "partial-range-nordic": [5, 5],
        "single-leg-rdl": [8, 8],
        "eccentric-slider-bridge": [6, 6],
    }
    newcomer.finish()
    assert newcomer.today.week_card.words.text() == "1 session done"


def test_the_questions_come_before_heavy_work_alone(opens: Opens) -> None:
    newcomer = opens()
    card = newcomer.today.workout_card
    newcomer.choose(card.versions, "full")
    print(newcomer.offered, newcomer.why("nordic-hamstring-curl"))
    newcomer.choose_otherwise("nordic-hamstring-curl", "Nordic")
    newcomer.click(card.start_button)
    assert isinstance(newcomer.dialog(), IntakeDialog)
