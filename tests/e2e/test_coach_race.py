"""A race on Sunday: entered on the calendar, the plan moved clear of it, the exported file read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog

from tests.e2e.coached import Athlete, words_in
from tests.e2e.conftest import Opens

MONDAY, WEDNESDAY, FRIDAY, SUNDAY = (date(2026, 3, day) for day in (9, 11, 13, 15))
PLAN = "Nordics in ten weeks"


def test_a_race_on_sunday_moves_the_plan(opens: Opens, tmp_path: Path) -> None:
    runner = opens()
    runner.start_plan("nordic-10-weeks", 1, 3, 5)
    runner.go_to("today")
    runner.train()
    runner.until(MONDAY)
    assert runner.week == [f"Today: {PLAN}", f"Fri: {PLAN}"]
    assert not runner.today.workout_card.verdict.isVisible()

    runner.add_race(SUNDAY, "City half", 21.1)
    calendar = runner.calendar.calendar
    assert calendar.clash_note.isVisible()
    assert calendar.clash_words.text() == "A workout of this month stands too near a race or a hard run."
    runner.click(calendar.room_button)
    assert not calendar.clash_note.isVisible()
    calendar.show_day(WEDNESDAY)
    (row,) = calendar.panel.rows
    assert any("moved from Fri 13 Mar" in words for words in words_in(row))

    runner.go_to("today")
    assert runner.week == [f"Today: {PLAN}", f"Wed: {PLAN}", "Sun: race, City half, 21.1 km"]
    strip = runner.today.week_card.strip.accessibleDescription()
    assert "Wednesday: planned" in strip
    assert "Friday: nothing yet" in strip
    assert "Sunday: race" in strip

    events = exported(runner, tmp_path / "mine.ics")
    assert events[WEDNESDAY].startswith(PLAN)
    assert FRIDAY not in events
    assert "City half" in events[SUNDAY]


def test_left_where_it_was_it_had_better_wait(opens: Opens) -> None:
    """Who does not move it is told on the day, may do it all the same, and may move it from there."""
    runner = opens()
    runner.start_plan("nordic-10-weeks", 1, 3, 5)
    runner.go_to("today")
    runner.train()
    runner.add_race(SUNDAY, "City half", 21.1)
    runner.until(MONDAY)
    runner.train()
    runner.until(FRIDAY)
    title, read = runner.verdict
    assert title == "Better on Monday 16 March"
    assert read[0].startswith("A race on 15 Mar 2026: no heavy hamstring work within 48 hours before it.")
    card = runner.today.workout_card
    assert card.start_button.text() == "Start all the same"
    runner.click(card.verdict.move_button)
    assert runner.said == "Moved to Monday 16 March."
    assert runner.week == ["Sun: race, City half, 21.1 km"]
    assert card.when.text() == f"Next: Monday 16 March · {PLAN} · week 2"


def exported(athlete: Athlete, file: Path) -> dict[date, str]:
    """The calendar file as another program reads it: by day, what stands there."""
    athlete.click(athlete.calendar.export_button)
    dialog = athlete.dialog()
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(file))
    dialog.accept()
    athlete.qtbot.waitUntil(lambda: athlete.said == f"Calendar exported: {file.name}.")
    read = Calendar.from_ical(file.read_bytes())
    events = read.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events)
    return {event.decoded("DTSTART"): str(event["SUMMARY"]) for event in events}
