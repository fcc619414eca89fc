from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.claim import Claim
from trainer.domain.intake import QUESTIONS
from trainer.paths import paths_for
from trainer.settings import INTAKE, Settings
from trainer.ui.learn.page import SAFETY, LearnPage
from trainer.ui.learn.safety_section import SafetySection
from trainer.ui.learn.statement_list import StatementList
from trainer.ui.main_window import MainWindow
from trainer.ui.today.intake_dialog import IntakeDialog
from trainer.ui.today.page import TodayPage
from trainer.ui.widgets.claim_row import own_rule_mark

CLAIMS = load_catalog().claims


@pytest.fixture
def section(window: MainWindow) -> SafetySection:
    action = window.actions_by_id.get("safety")
    assert action is not None
    action.trigger()
    page = window.page("learn")
    assert isinstance(page, LearnPage)
    assert page.section == SAFETY
    return page.safety


def texts(place: str) -> list[str]:
    return [claim.text for claim in CLAIMS.values() if place in claim.place]


def test_page_says_what_the_app_is_and_that_no_clinician_has_signed(section: SafetySection) -> None:
    said = section.itself.texts
    assert said[0] == CLAIMS["safety-what-it-is"].text
    assert CLAIMS["no-clinician-yet"].text in said
    assert CLAIMS["no-fewer-injuries-promised"].text in said


def test_page_shows_every_warning_sign_below_what_to_do(section: SafetySection) -> None:
    assert section.signs.texts == [*texts("emergency"), *texts("same-day"), *texts("soon")]
    shown = [label.text() for label in section.signs.findChildren(QLabel)]
    order = ["Call the emergency number", "Stop, and see a clinician the same day", "See a clinician soon"]
    assert [text for text in shown if text in order] == order


def test_page_lists_who_asks_a_clinician_first(section: SafetySection) -> None:
    assert section.first.texts == [CLAIMS["intake-ask-first"].text, *texts("intake")]


def test_every_card_without_sources_carries_the_mark_of_an_own_rule(section: SafetySection) -> None:
    mark = own_rule_mark().text()
    for card in (section.itself, section.signs, section.first):
        assert mark in [label.text() for label in card.findChildren(QLabel)]


def test_what_training_may_do_has_its_sources(section: SafetySection) -> None:
    assert section.found.rows
    assert all(row.sources is not None for row in section.found.rows)


def test_a_statement_with_a_source_is_refused_by_a_card_that_shows_none(qtbot: QtBot) -> None:
    card = StatementList("Some")
    qtbot.addWidget(card)
    with pytest.raises(ValueError, match="has sources"):
        card.add_group([Claim("one", "One.", ("wu2024",))], "info")


def test_answers_are_given_and_changed_here(section: SafetySection, qtbot: QtBot, data_dir: Path) -> None:
    def dialog() -> IntakeDialog:
        found = section.window().findChild(IntakeDialog)
        assert found is not None
        return found

    answers = section.answers
    assert answers.state.text() == "Not answered yet."
    assert not answers.forget_button.isEnabled()
    qtbot.mouseClick(answers.change_button, Qt.MouseButton.LeftButton)
    first = dialog()
    assert not first.go_on_button.isEnabled()
    first.boxes["pregnancy"].setChecked(True)
    with qtbot.waitSignal(first.destroyed):
        qtbot.mouseClick(first.go_on_button, Qt.MouseButton.LeftButton)
    assert Settings(paths_for(data_dir).settings).get(INTAKE)["pregnancy"]
    assert answers.state.text() == CLAIMS["intake-one-is-true"].text
    qtbot.mouseClick(answers.change_button, Qt.MouseButton.LeftButton)
    again = dialog()
    assert again.boxes["pregnancy"].isChecked()
    again.none_box.setChecked(True)
    with qtbot.waitSignal(again.destroyed):
        qtbot.mouseClick(again.go_on_button, Qt.MouseButton.LeftButton)
    assert Settings(paths_for(data_dir).settings).get(INTAKE) == dict.fromkeys(QUESTIONS, False)
    qtbot.mouseClick(answers.forget_button, Qt.MouseButton.LeftButton)
    assert answers.state.text() == "Not answered yet."


def test_changing_and_then_cancelling_keeps_the_answers(section: SafetySection, qtbot: QtBot) -> None:
    section.answers.ask()
    dialog = section.window().findChild(IntakeDialog)
    assert dialog is not None
    dialog.none_box.setChecked(True)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert section.answers.state.text() == "Not answered yet."


def test_the_card_of_cautions_leads_here(make_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = make_window()
    today = window.page("today")
    assert isinstance(today, TodayPage)
    card = today.cautions_card
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert set(texts("first-run")) <= set(shown)
    qtbot.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert window.page_id == "learn"
