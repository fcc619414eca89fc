from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.catalog import load_catalog
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Kind, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import SetTarget
from trainer.paths import paths_for
from trainer.services.editing import Editing
from trainer.services.history import History
from trainer.services.library import Library
from trainer.services.past_session import PastSessions
from trainer.store import Store
from trainer.store.tables import calendar_entries
from trainer.ui.background import Background
from trainer.ui.history.page import HistoryPage
from trainer.ui.history.questions import LOAD, NEXT, SIDES
from trainer.ui.history.session_acts import SessionActs
from trainer.ui.history.sessions_card import SessionsCard
from trainer.ui.theme import load_theme


def kilograms() -> str:
    return "kg"


def pounds() -> str:
    return "lb"


def history_page(log: Store, background: Background, theme: str, unit: Callable[[], str]) -> HistoryPage:
    clock, library = FakeClock(), Library(load_catalog(), log)
    acts = SessionActs(Editing(log, clock), PastSessions(log, clock))
    card = SessionsCard(acts, library, background, unit)
    return HistoryPage(History(log, clock, library.exercises), card, background, load_theme(theme), unit)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def page(qtbot: QtBot, log: Store) -> Iterator[HistoryPage]:
    background = Background()
    made = history_page(log, background, "light", kilograms)
    qtbot.addWidget(made)
    log.subscribe(made.on_change)
    made.resize(1000, 800)
    made.show()
    yield made
    background.close()


def train(
    log: Store,
    days_ago: int,
    reps: int = 8,
    load_kg: float | None = None,
    exercise: tuple[str, str] = ("single-leg-rdl", "Single-leg RDL"),
) -> None:
    started = FakeClock().utc_now() - timedelta(days=days_ago)
    session = SessionLog(
        f"session-{days_ago}",
        started,
        "Europe/Berlin",
        "w",
        "Hamstrings",
        ended_at=started + timedelta(minutes=20),
        session_rpe=6.5,
    )
    log.save_session(session)
    target = SetTarget(Kind.REPS, reps=8)
    log.save_sets(
        SetLog(
            set_id=f"{session.id}-1",
            session_id=session.id,
            set_index=1,
            exercise_id=exercise[0],
            exercise=exercise[1],
            side=side,
            target=target,
            rest_s=60.0,
            status=SetStatus.DONE,
            completed_at=started,
            reps=reps if side is Side.LEFT else reps - 1,
            load_kg=load_kg,
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


def test_an_empty_log_offers_to_bring_along_what_was_done_before(qtbot: QtBot, page: HistoryPage) -> None:
    page.on_shown()
    qtbot.waitUntil(page.empty.isVisible)
    with qtbot.waitSignal(page.import_requested):
        qtbot.mouseClick(page.empty.import_button, Qt.MouseButton.LeftButton)


def test_one_is_worded_as_one(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    figures = page.figures
    counts = (figures.weeks, figures.sessions)
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: figures.sessions.number.text() == "1")
    assert [figure.caption.text() for figure in counts] == ["week in a row kept", "session in all"]
    train(log, 9)
    qtbot.waitUntil(lambda: figures.sessions.number.text() == "2")
    assert [figure.accessibleName() for figure in counts] == [
        "weeks in a row kept",
        "sessions in all",
    ]


def test_without_a_plan_adherence_is_not_known(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(page.figures.isVisible)
    assert page.figures.adherence.number.text() == "–"
    plan(log, 1, 2, 8)
    log.save_session(log.session("session-1"))
    qtbot.waitUntil(lambda: page.figures.adherence.number.text() == "33 %")
    assert page.figures.adherence.caption.text() == "1 of 3 planned sessions done in 28 days"


def test_what_was_done_is_shown_in_figures_charts_and_sets(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    train(log, 9, reps=6)
    train(log, 1, reps=8)
    page.on_shown()
    qtbot.waitUntil(lambda: page.sessions.detail.model.rowCount() == 2)
    assert page.figures.sessions.number.text() == "2"
    assert page.figures.weeks.number.text() == "2"
    qtbot.waitUntil(lambda: len(page.trend.points) == 4)
    assert [point.record for point in page.trend.points] == [True] * 4
    assert page.sessions.list.count() == 2
    model = page.sessions.detail.model
    row = [model.data(model.index(0, column)) for column in range(9)]
    assert row == ["Single-leg RDL", "left", "8 reps", "", "", "7.5", "2", "Hamstring, middle", "done"]
    assert model.data(model.index(1, 2)) == "7 of 8 reps"
    assert page.sessions.list.item(0).text().endswith("Hamstrings · effort 6.5 of 10")


def test_a_set_logged_while_the_page_is_open_appears(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    page.on_shown()
    qtbot.waitUntil(page.empty.isVisible)
    train(log, 0)
    qtbot.waitUntil(lambda: page.figures.sessions.number.text() == "1")
    assert not page.empty.isVisible()


def ask(page: HistoryPage, question: str) -> None:
    page.questions.buttons[question].click()


def plan(log: Store, *days_ago: int, kind: str = "workout") -> None:
    """On the calendar, which has no way in yet."""
    today = FakeClock().utc_now().date()
    with log._db.write() as write:
        for days in days_ago:
            day = (today - timedelta(days=days)).isoformat()
            row = {"id": f"{kind}-{days}", "day": day, "kind": kind, "title": "Hamstrings"}
            write.put(calendar_entries, row)


def test_tables_stand_in_for_the_charts(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 2)
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    shown = {card for card in page.cards if card.table_shown}
    assert shown == {page.days, page.trend, page.load}
    assert page.days.model.twin.rows[0][1:3] == (1, 1)
    assert page.trend.model.rowCount() == 2
    model = page.trend.model
    assert [model.data(model.index(0, column)) for column in (1, 2)] == ["right", "7"]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Most reps in a set"
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.trend.chart.isVisible()


def test_a_point_of_the_trend_opens_its_session(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 9)
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 4 and page.sessions.list.count() == 2)
    page.trend.chart.mark_chosen.emit(0)
    assert page.sessions.list.currentRow() == 1


def test_a_day_and_a_week_open_their_newest_session(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    for days in (1, 8, 9):
        train(log, days)
    page.on_shown()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 3)
    page.days.chart.mark_chosen.emit(0)
    assert page.sessions.list.currentRow() == 2
    ask(page, LOAD)
    page.load.chart.mark_chosen.emit(0)
    assert page.sessions.list.currentRow() == 1


def test_sides_are_compared_from_three_sessions_on(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 9)
    train(log, 5)
    page.on_shown()
    qtbot.waitUntil(lambda: page.trend.history is not None)
    ask(page, SIDES)
    qtbot.waitUntil(lambda: "once 3 sessions" in page.sides.note.text())
    assert not page.sides.chart.isVisible()
    assert not page.sides.save_button.isEnabled()
    for _ in range(2):
        page.table_button.click()
        assert not page.sides.chart.isVisible()
        assert not page.sides.table.isVisible()
    train(log, 1)
    qtbot.waitUntil(lambda: len(page.sides.pairs) == 3)
    assert page.sides.chart.isVisible()
    assert "no source cited here ties a size of it to danger" in page.sides.note.text()


def test_a_small_change_of_a_heel_raise_is_told_with_its_source_once(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    raise_ = ("single-leg-heel-raise", "Single-leg heel raise")
    train(log, 40, 14, exercise=raise_)
    train(log, 5, 16, exercise=raise_)
    page.on_shown()
    qtbot.waitUntil(lambda: page.trend.history is not None)
    said = "A count of heel raises may differ by 6 from one day to another (Hébert-Losier 2017)."
    assert page.trend.note.text().count(said) == 1
    assert page.trend.note.text().count("best of the last four weeks") == 2


def test_the_load_of_a_week_is_told_beside_soreness_and_runs(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    train(log, 8)
    train(log, 1)
    now = FakeClock().utc_now()
    log.save_checkin(CheckIn("c", now, "Europe/Berlin", "calf", Side.BOTH, 4, 1))
    log.save_run(Run("r", now, "Europe/Berlin", distance_km=12.5))
    page.on_shown()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 2)
    ask(page, LOAD)
    chart = page.load.chart
    words = chart.mark_words(chart.mark_count() - 1).splitlines()
    assert words[1:] == [
        "load 130 AU",
        "soreness 4",
        "pain 2",
        "12.5 km run",
        "hard sets: Buttocks 1, Hamstrings 1",
    ]
    assert page.load.note.text().startswith("Load this week 130 AU, last week 130 (+0 %).")


def test_sets_whose_muscle_is_not_known_come_last_and_say_how_it_gets_known(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    train(log, 1)
    for number in range(5):
        (row, *_) = log.sets_of("session-1")
        own = replace(row, exercise_id="yoke-walk", exercise="Yoke walk", side=Side.BOTH)
        log.save_set(replace(own, set_id=f"own-{number}"))
    page.on_shown()
    qtbot.waitUntil(lambda: page.sessions.list.count() == 1)
    ask(page, LOAD)
    assert page.load.chart.table().headers[-3:] == ("Buttocks", "Hamstrings", "Muscle not known")
    assert page.load.chart.mark_words(0).endswith("hard sets: Buttocks 1, Hamstrings 1, Muscle not known 5")
    assert page.load.note.text().endswith("edit it in the library.")


def test_what_next_is_the_plan_or_says_that_there_is_none(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(page.figures.isVisible)
    ask(page, NEXT)
    assert page.next.note.text().startswith("Nothing is planned for the coming four weeks.")
    assert not page.next.agenda.isVisible()
    plan(log, -2, -9)
    plan(log, -16, kind="race")
    train(log, 3)
    qtbot.waitUntil(lambda: page.next.agenda.isVisible() and len(page.next.agenda.entries) == 3)


def test_a_log_longer_than_a_year_is_read_whole_when_one_looks_back(
    qtbot: QtBot, page: HistoryPage, log: Store
) -> None:
    for days, reps in ((800, 12), (20, 8), (1, 9)):
        train(log, days, reps=reps)
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 6)
    assert [point.record for point in page.trend.points] == [True, True, False, False, False, False]
    assert len(page.days.model.twin.rows) == 0
    page.range_bar.ranges.button("all").click()
    qtbot.waitUntil(lambda: page.days.chart.mark_count() == 3)
    assert page.range_bar.ranges.value == "all"


def test_ranges_and_buttons_turn_the_same_axis(qtbot: QtBot, page: HistoryPage, log: Store) -> None:
    train(log, 300)
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(page.range_bar.isVisible)
    bar, axis = page.range_bar, page.axis
    bar.ranges.button("4w").click()
    assert axis.days == 28
    bar.farther.click()
    assert (axis.days, bar.ranges.value) == (56, "")
    start = axis.start
    bar.earlier.click()
    assert axis.start == start - 28
    bar.later.click()
    bar.nearer.click()
    assert axis.days == 28


def test_weights_are_shown_in_the_unit_that_is_wanted(qtbot: QtBot, log: Store) -> None:
    train(log, 1, load_kg=20.0)
    background = Background()
    page = history_page(log, background, "dark", pounds)
    qtbot.addWidget(page)
    page.show()
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 2)
    assert page.trend.measure.currentText() == "Heaviest load"
    assert page.trend.chart.mark_words(0).endswith("44.09 lb · left · record")
    background.close()


def test_a_chart_is_saved_as_what_it_shows(
    qtbot: QtBot, page: HistoryPage, log: Store, tmp_path: Path
) -> None:
    train(log, 1)
    page.on_shown()
    qtbot.waitUntil(lambda: len(page.trend.points) == 2)
    for ending, begins in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".csv", b"Day,Side,")):
        target = tmp_path / f"chart{ending}"
        with qtbot.waitSignal(page.told) as told:
            page.saving.write(page.trend, ending, str(target))
        assert told.args == [f"Chart saved: chart{ending}."]
        assert target.read_bytes().startswith(begins)
    with qtbot.waitSignal(page.told) as told:
        page.saving.write(page.trend, ".png", str(tmp_path / "none" / "chart.png"))
    assert "There is no folder" in str(told.args)


def test_the_menu_offers_three_kinds_of_file(qtbot: QtBot, page: HistoryPage) -> None:
    menu = page.trend.save_menu()
    asked: list[str] = []
    page.trend.save_requested.disconnect()
    page.trend.save_requested.connect(asked.append)
    for action in menu.actions():
        action.trigger()
    assert asked == [".png", ".svg", ".csv"]
