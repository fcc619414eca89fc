from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import SetTarget
from trainer.paths import paths_for
from trainer.services.history import History
from trainer.store import Store
from trainer.ui.background import Background
from trainer.ui.history.page import HistoryPage
from trainer.ui.theme import load_theme


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def page(qtbot: QtBot, log: Store) -> Iterator[HistoryPage]:
    background = Background()
    made = HistoryPage(History(log, FakeClock()), background, load_theme("light"))
    qtbot.addWidget(made)
    log.subscribe(made.on_change)
    made.resize(1000, 800)
    made.show()
    yield made
    background.close()


def train(log: Store, days_ago: int, reps: int = 8) -> None:
    started = FakeClock().utc_now() - timedelta(days=days_ago)
    session = SessionLog(
        f"session-{days_ago}", started, "Europe/Berlin", "w", "Hamstrings", ended_at=started, session_rpe=6.5
    )
    log.save_session(session)
    target = SetTarget(Kind.REPS, reps=8)
    log.save_sets(
        SetLog(
            set_id=f"{session.id}-1",
            session_id=session.id,
            set_index=1,
            exercise_id="rdl",
            exercise="Single-leg RDL",
            side=side,
            target=target,
            rest_s=60.0,
            status=SetStatus.DONE,
            completed_at=started,
            reps=reps,
            tempo="3-1-1-0",
            rpe=7.5,
            pain=2,
            pain_area="hamstring",
        )
        for side in (Side.LEFT, Side.RIGHT)
    )


def test_an_empty_log_says_what_will_be_there(qtbot: QtBot, page: HistoryPage) -> None:
    page.on_shown()
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.figures.isVisible()
    assert not page.export_button.isVisible()


def test_one_is_worded_as_one(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    figures = page.figures
    counts = (figures.weeks, figures.recent, figures.sessions)
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: figures.sessions.number.text() == "1")
    assert [figure.caption.text() for figure in counts] == [
        "week in a row with a session",
        "session in the last 28 days",
        "session in all",
    ]
    train(log, 9)
    qtbot.waitUntil(lambda: figures.sessions.number.text() == "2")
    assert [figure.accessibleName() for figure in counts] == [
        "weeks in a row with a session",
        "sessions in the last 28 days",
        "sessions in all",
    ]


def test_what_was_done_is_shown_in_figures_charts_and_sets(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    train(log, 9, reps=6)
    train(log, 1, reps=8)
    page.on_shown()
    qtbot.waitUntil(lambda: page.sessions.table.rowCount() == 2)
    assert page.figures.sessions.number.text() == "2"
    assert page.figures.weeks.number.text() == "2"
    qtbot.waitUntil(lambda: len(page.trend.points) == 4)
    assert [point.record for point in page.trend.points] == [True] * 4
    assert page.sessions.list.count() == 2
    row = [page.sessions.table.item(0, column).text() for column in range(6)]
    assert row == ["Single-leg RDL", "left", "8 reps", "8 reps", "7.5", "2 hamstring"]
    assert page.sessions.list.item(0).text().endswith("Hamstrings · effort 6.5 of 10")


def test_a_set_logged_while_the_page_is_open_appears(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    page.on_shown()
    qtbot.waitUntil(page.empty.isVisible)
    train(log, 0)
    qtbot.waitUntil(lambda: page.figures.sessions.number.text() == "1")
    assert not page.empty.isVisible()


def test_tables_stand_in_for_the_charts(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 2)
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert [card.table_shown for card in (page.days, page.weeks, page.trend)] == [True] * 3
    assert page.days.table.item(0, 2).text() == "1"
    assert page.trend.table.rowCount() == 2


def test_a_point_of_the_trend_opens_its_session(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 9)
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 4 and page.sessions.list.count() == 2)
    page.trend.chart.mark_chosen.emit(0)
    assert page.sessions.list.currentRow() == 1
