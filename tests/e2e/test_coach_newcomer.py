"""Somebody who has just put the program on a laptop: training at once, questions only before heavy work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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


def test_the_full_version_begins_small_and_says_so(opens: Opens) -> None:
    newcomer = opens()
    newcomer.choose(newcomer.today.workout_card.versions, "full")
    assert newcomer.offered["partial-range-nordic"] == [5, 5]
    assert newcomer.why("nordic-hamstring-curl")[0] == (
        "You have not done Nordic hamstring curl yet; "
        "Partial-range Nordic comes first, until it went well twice."
    )
    newcomer.begin()  # nothing heavy is in it: no question


def test_the_questions_come_before_heavy_work_alone(opens: Opens) -> None:
    newcomer = opens()
    newcomer.try_now("double-leg-glute-bridge")
    assert newcomer.training
    QTest.keyClick(newcomer.session, Qt.Key.Key_Escape)
    newcomer.try_now("nordic-hamstring-curl")
    assert not newcomer.training
    dialog = newcomer.dialog()
    assert isinstance(dialog, IntakeDialog)
    assert not dialog.go_on_button.isEnabled(), "nothing is answered beforehand"
    dialog.reject()
    assert not newcomer.training
    newcomer.try_now("nordic-hamstring-curl")
    newcomer.answer_intake_with_no()
    assert newcomer.training
    QTest.keyClick(newcomer.session, Qt.Key.Key_Escape)
    newcomer.try_now("nordic-hamstring-curl")
    assert newcomer.training, "it is asked once"
