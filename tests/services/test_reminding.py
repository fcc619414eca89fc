from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from trainer.catalog import load_catalog
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.proposal import Page
from trainer.domain.session import SessionLog
from trainer.services.reminding import Reminders, wishes_in
from trainer.settings import REMIND_AT, REMINDED_ON, REMINDERS, TRAINING_DAYS, Settings
from trainer.store import Store

TODAY = date(2026, 3, 4)  # a Wednesday; the clock stands at 18:30 there
WORKOUT = CalendarEntry("one", TODAY, EntryKind.WORKOUT, "Nordics, week 3")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.json")
    settings.set(REMINDERS, True)
    settings.set(REMIND_AT, "18:30")
    return settings


@pytest.fixture
def reminders(store: Store, fake_clock: FakeClock, settings: Settings) -> Reminders:
    return Reminders(store, fake_clock, settings, store.open_complaints)


def test_a_planned_workout_is_due_once_at_its_local_time(
    store: Store, reminders: Reminders, settings: Settings, fake_clock: FakeClock
) -> None:
    store.rewrite_calendar([WORKOUT])
    due = reminders.due()
    assert due is not None
    assert due.workout == "Nordics, week 3"
    reminders.given()
    assert reminders.due() is None
    assert settings.get(REMINDED_ON) == "2026-03-04"
    fake_clock.advance(timedelta(days=1).total_seconds())
    store.rewrite_calendar([replace(WORKOUT, id="two", day=TODAY + timedelta(days=1))])
    assert reminders.due() is not None


def test_a_session_begun_today_ends_it(store: Store, reminders: Reminders) -> None:
    store.rewrite_calendar([WORKOUT])
    workout = load_catalog().workouts["hamstrings-for-runners-easy"]
    begun = datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    store.save_session(SessionLog("s", begun, "Europe/Berlin", workout.id, workout.name, prescribed=workout))
    assert reminders.due() is None


@pytest.mark.rule("reminder-not-when-stopped")
@pytest.mark.parametrize(("page", "comes"), [(None, True), (Page.SOON, False), (Page.TODAY, False)])
def test_an_open_complaint_with_a_page_ends_it(
    store: Store, reminders: Reminders, fake_clock: FakeClock, page: Page | None, comes: bool
) -> None:
    store.rewrite_calendar([WORKOUT])
    complaint = Complaint(
        "c", fake_clock.utc_now(), "Europe/Berlin", "shin", Side.LEFT, Feeling.PAIN, 4, page=page
    )
    store.save_complaint(complaint)
    assert (reminders.due() is not None) is comes
    store.end_complaint("c", fake_clock.utc_now())
    assert reminders.due() is not None


def test_without_a_plan_training_days_are_reminded_of(reminders: Reminders, settings: Settings) -> None:
    assert reminders.due() is None
    settings.set(TRAINING_DAYS, frozenset({"3"}))
    due = reminders.due()
    assert due is not None
    assert due.workout == ""


def test_off_is_the_default_and_reads_nothing(tmp_path: Path, fake_clock: FakeClock) -> None:
    settings = Settings(tmp_path / "none.json")
    settings.set(REMIND_AT, "18:30")
    assert not wishes_in(settings).on
    unread: object = None
    assert Reminders(unread, fake_clock, settings, list).due() is None  # type: ignore[arg-type]


def test_nonsense_in_the_file_is_no_last_reminder(
    store: Store, reminders: Reminders, settings: Settings
) -> None:
    store.rewrite_calendar([WORKOUT])
    settings.set(REMINDED_ON, "lately")
    assert reminders.due() is not None
