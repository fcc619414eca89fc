"""The calendar as other programs read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.exchange.calendar_file import calendar_file

NOW = datetime(2026, 3, 4, 17, 30, tzinfo=UTC)
DAY = date(2026, 3, 29)
RACE = CalendarEntry("r", DAY, EntryKind.RACE, "City, “10 km”; fast\nand flat", 10.0, "Bib\\number 7")
HARD = CalendarEntry("h", DAY, EntryKind.HARD_RUN)
WORKOUT = CalendarEntry("w", DAY, EntryKind.WORKOUT, "Nordics", plan_id="p", week=3, position=1)
SKIPPED = CalendarEntry("s", DAY, EntryKind.WORKOUT, "Nordics", skipped=True)


def unfolded(written: bytes) -> list[str]:
    """Its lines as RFC 5545 has them, read without the library that wrote them."""
    return written.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_an_event_of_a_whole_day_for_each_entry_but_the_skipped() -> None:
    lines = unfolded(calendar_file([RACE, HARD, WORKOUT, SKIPPED], NOW))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines.count("BEGIN:VEVENT") == 3
    assert lines.count("DTSTART;VALUE=DATE:20260329") == lines.count("DTEND;VALUE=DATE:20260330") == 3
    assert lines.count("DTSTAMP:20260304T173000Z") == 3
    assert [line for line in lines if line.startswith("UID")] == [
        "UID:r@stride-trainer",
        "UID:h@stride-trainer",
        "UID:w@stride-trainer",
    ]
    assert r"SUMMARY:Race: City\, “10 km”\; fast\nand flat" in lines
    assert r"DESCRIPTION:10 km\nBib\\number 7" in lines
    assert "SUMMARY:Hard run" in lines
    assert r"DESCRIPTION:Week 3\, session 2" in lines
    assert [line for line in lines if line.startswith("CATEGORIES")] == [
        "CATEGORIES:Race",
        "CATEGORIES:Hard run",
        "CATEGORIES:Workout",
    ]


def test_an_entry_that_moves_keeps_its_uid() -> None:
    moved = CalendarEntry("r", DAY + timedelta(days=1), EntryKind.RACE)
    uids = [
        [line for line in unfolded(calendar_file([entry], NOW)) if line.startswith("UID")]
        for entry in (RACE, moved)
    ]
    assert uids[0] == uids[1]


def test_an_empty_calendar_is_a_calendar() -> None:
    assert unfolded(calendar_file([], NOW)).count("BEGIN:VEVENT") == 0


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=200)


@given(title=TEXT, note=TEXT, day=st.dates(max_value=date(9999, 12, 30)))
def test_whatever_is_written_is_read_again(title: str, note: str, day: date) -> None:
    written = calendar_file([CalendarEntry("x", day, EntryKind.RACE, title, note=note)], NOW)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert event.decoded("dtstart") == day
    assert event["uid"] == "x@stride-trainer"
    assert str(event["summary"]) == (f"Race: {title}" if title else "Race")
    assert str(event.get("description", "")) == note
