"""A red flag in *What hurts?*: a plain page, and no workout anywhere, until it is said to be fine."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.e2e.coached import Athlete, words_in
from tests.e2e.conftest import Opens
from trainer.ui.hurts.clinician_page import ClinicianPage
from trainer.ui.hurts.routine_page import RoutinePage
from trainer.ui.widgets.name_dialog import NameDialog

WHY = (
    "What you told about pain (hamstring, middle) asks for a clinician first. "
    "There is no workout until that complaint is over."
)
NO_WORKOUT = "No workout today"


def with_much_to_train(opens: Opens) -> Athlete:
    """With a plan under way, a workout of one's own, and a session that was left."""
    athlete = opens()
    athlete.start_plan("nordic-10-weeks", 1, 3, 5)
    athlete.library._acts.add_to_new("clamshell")
    dialog = athlete.dialog()
    assert isinstance(dialog, NameDialog)
    dialog.field.setText("Hips")
    athlete.click(dialog.go_button)
    athlete.try_now("double-leg-glute-bridge")
    QTest.keyClick(athlete.session, Qt.Key.Key_Escape)
    athlete.look_at_today()
    assert athlete.today.recovery_card is not None
    return athlete


def test_no_workout_is_offered_anywhere_until_it_is_fine(opens: Opens) -> None:
    athlete = with_much_to_train(opens)
    assert athlete.today.workout_card.start_button.isVisible()

    dialog = athlete.tell_what_hurts("hamstring", 4, "hamstring-gap")
    assert isinstance(dialog.page, ClinicianPage)
    assert dialog.page.title.text() == "See a clinician today"
    assert "Until then do not run, hop or train on it." in words_in(dialog.page)
    assert not dialog.start_button.isVisible()
    athlete.click(dialog.close_button)
    nothing_on_today(athlete)
    nothing_elsewhere(athlete)

    # It stays so over a restart and the night.
    athlete.restart()
    athlete.next_morning()
    nothing_on_today(athlete)

    (complaint,) = athlete.today.complaints.rows
    assert complaint.fine_button.text() == "Checked, or fine again"
    athlete.click(complaint.fine_button)
    assert athlete.today.complaints.rows == []
    assert athlete.today.workout_card.start_button.isVisible()
    assert athlete.today.own_card is not None
    assert athlete.today.own_card.rows[0].start_button.isVisible()
    assert athlete.today.recovery_card is not None
    assert athlete.today.recovery_card.resume_button.isVisible()
    athlete.try_now("clamshell")
    assert athlete.training


def nothing_on_today(athlete: Athlete) -> None:
    page = athlete.today
    title, read = athlete.verdict
    assert title == NO_WORKOUT
    assert read[0].startswith("Get this checked by a doctor today")
    assert WHY in read
    card = page.workout_card
    assert not card.start_button.isVisible()
    assert not card.other_button.isVisible()
    assert card.rows == []
    assert page.own_card is not None
    assert not page.own_card.rows[0].start_button.isVisible()
    assert page.recovery_card is not None
    assert not page.recovery_card.resume_button.isVisible()
    assert page.recovery_card.finish_button.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert not athlete.training
    athlete.dialog().reject()  # *What hurts?*, the one thing left to press


def nothing_elsewhere(athlete: Athlete) -> None:
    athlete.try_now("clamshell")
    assert not athlete.training
    assert athlete.said == WHY
    athlete.look_at_today()
    dialog = athlete.tell_what_hurts("achilles", 3)
    assert isinstance(dialog.page, RoutinePage)
    assert WHY in words_in(dialog.page)
    assert dialog.page.rows == []
    assert not dialog.start_button.isVisible()
    athlete.click(dialog.close_button)
    (achilles,) = [row for row in athlete.today.complaints.rows if "Achilles" in words_in(row)[0]]
    athlete.click(achilles.fine_button)


def test_a_yes_that_was_a_slip_is_taken_back(opens: Opens) -> None:
    athlete = opens()
    dialog = athlete.tell_what_hurts("hamstring", 2, "hamstring-gap")
    athlete.click(dialog.close_button)
    assert athlete.verdict[0] == NO_WORKOUT
    athlete.undo()
    assert athlete.today.workout_card.start_button.isVisible()
    assert athlete.today.complaints.rows == []
