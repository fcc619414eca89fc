"""The calendar as an iCalendar file (RFC 5545), for the calendars of other programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from trainer.domain.calendar import CalendarEntry, EntryKind

_NAMES = {EntryKind.WORKOUT: "Workout", EntryKind.HARD_RUN: "Hard run", EntryKind.RACE: "Race"}
DOMAIN = "stride-trainer"
"""What makes an entry's id unique in the world; it never changes, or other calendars would show it twice."""


def calendar_file(entries: Iterable[CalendarEntry], now: datetime) -> bytes:
    """A whole day's event for each entry that is not skipped; an entry keeps its UID wherever it moves."""
    calendar = Calendar()
    calendar.add("prodid", "-//Stride Trainer//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Stride Trainer")
    for entry in entries:
        if not entry.skipped:
            calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@{DOMAIN}")
    event.add("dtstamp", now)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _summary(entry))
    if description := _description(entry):
        event.add("description", description)
    event.add("categories", [_NAMES[entry.kind]])
    event.add("transp", "TRANSPARENT")
    return event


def _summary(entry: CalendarEntry) -> str:
    kind = _NAMES[entry.kind]
    if not entry.title or entry.kind is EntryKind.WORKOUT:
        return entry.title or kind
    return f"{kind}: {entry.title}"


def _description(entry: CalendarEntry) -> str:
    lines = []
    if entry.week is not None and entry.position is not None:
        lines.append(f"Week {entry.week}, session {entry.position + 1}")
    if entry.distance_km is not None:
        lines.append(f"{entry.distance_km:g} km")
    if entry.note:
        lines.append(entry.note)
    return "\n".join(lines)
