from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.store.samples import logged, session
from trainer.domain.exercise import Side
from trainer.domain.session import SetLog, SetStatus
from trainer.store import Store
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.page import LibraryPage
from trainer.ui.library.record import RecordCard
from trainer.ui.main_window import MainWindow

NORDIC = "nordic-hamstring-curl"


def nordic(set_id: str, session_id: str, **changes: object) -> SetLog:
    return logged(set_id, session_id, exercise_id=NORDIC, **changes)


@pytest.fixture
def history(store: Store, fake_clock: FakeClock) -> None:
    """Two sessions, a week between them; the second one has the greater lean, the first the most reps."""
    for key, days in (("s1", 8), ("s2", 1)):
        at = fake_clock.utc_now() - timedelta(days=days)
        store.save_session(replace(session(key, at=at), ended_at=at))
    store.save_sets(
        (
            nordic("a", "s1", reps=8, lean_deg=40),
            nordic("b", "s1", index=1, reps=12, warm_up=True),
            nordic("c", "s2", reps=6, lean_deg=55),
            nordic("d", "s2", index=1, reps=None, status=SetStatus.SKIPPED),
            logged("e", "s2", 2, exercise_id="single-leg-rdl", side=Side.LEFT, reps=9, load_kg=22.6796),
            logged("e", "s2", 2, exercise_id="single-leg-rdl", side=Side.RIGHT, reps=8, load_kg=20.0),
        )
    )
    store.close()


@pytest.fixture
def library(history: None, window: MainWindow) -> LibraryPage:
    window.show_page("library")
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    return page


def detail(page: LibraryPage, exercise_id: str) -> ExerciseDetail:
    page.show_exercise(exercise_id)
    shown = page.currentWidget()
    assert isinstance(shown, ExerciseDetail)
    return shown


def test_the_best_of_each_kind_is_shown_with_its_first_day(library: LibraryPage, qtbot: QtBot) -> None:
    card = detail(library, NORDIC).record
    qtbot.waitUntil(card.isVisible)
    assert card.lines == [("Furthest lean", "55°", "3 Mar 2026"), ("Most reps in a set", "8", "24 Feb 2026")]


def test_both_sides_have_a_record_of_their_own(library: LibraryPage, qtbot: QtBot) -> None:
    card = detail(library, "single-leg-rdl").record
    qtbot.waitUntil(card.isVisible)
    assert [line[:2] for line in card.lines] == [
        ("Heaviest load, left", "22.68 kg"),
        ("Heaviest load, right", "20 kg"),
        ("Most reps in a set, left", "9"),
        ("Most reps in a set, right", "8"),
    ]


def test_an_exercise_never_done_shows_none(library: LibraryPage, qtbot: QtBot) -> None:
    card = detail(library, "long-lever-bridge-hold").record
    qtbot.waitUntil(lambda: card._grid is not None)
    assert (card.lines, card.isHidden()) == ([], True)


def test_the_load_is_told_in_the_unit_of_the_settings(
    qtbot: QtBot, store: Store, fake_clock: FakeClock
) -> None:
    at = fake_clock.utc_now()
    store.save_session(replace(session(at=at), ended_at=at))
    store.save_set(nordic("a", "s1", load_kg=22.6796))
    card = RecordCard("lb")
    qtbot.addWidget(card)
    card.show_performances(store.performances(NORDIC))
    assert ("Heaviest load", "50 lb", "4 Mar 2026") in card.lines
    card.show_performances(())
    assert (card.lines, card.isHidden()) == ([], True)
