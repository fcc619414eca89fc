"""What else a report holds: runs, what is planned next, notes."""

from __future__ import annotations

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.exercise import Side
from trainer.domain.run import Run
from trainer.domain.session import local_date
from trainer.services.report import Report
from trainer.services.telling import Note
from trainer.ui.days import day_text
from trainer.ui.history.run_words import distance_text
from trainer.ui.numbers import number_text
from trainer.ui.report.paper import SMALL, Paper
from trainer.ui.report.table import Column, head_height, put_table
from trainer.ui.report.words import area_name, tr

MOST_NOTES, MOST_AHEAD, LONGEST_NOTE = 8, 8, 240


def put_runs(paper: Paper, report: Report) -> None:
    """One paragraph: how many, how far, how long, the longest."""
    if not report.runs or not paper.heading(tr("Runs"), 120):
        return
    far = [run for run in report.runs if run.distance_km]
    time_s = sum(run.duration_s or 0 for run in report.runs)
    parts = [tr("1 run") if len(report.runs) == 1 else tr("{0} runs").format(len(report.runs))]
    if far:
        km = number_text(sum(run.distance_km or 0 for run in far), 1)
        parts.append(tr("{0} km").format(km))
    if time_s:
        parts.append(tr("{0} h").format(number_text(time_s / 3600, 1)))
    text = ", ".join(parts)
    if far:
        longest = max(far, key=_km)
        day = day_text(local_date(longest.started_at, longest.time_zone))
        text += tr("; the longest {0} on {1}").format(distance_text(longest.distance_km), day)
    paper.words(text + ".")


def put_ahead(paper: Paper, report: Report) -> None:
    """What the calendar holds from today on."""
    columns = [Column(tr("Day"), 1.2), Column(tr("What"), 4)]
    rows = [_ahead_row(entry) for entry in report.ahead[:MOST_AHEAD]]
    if rows and paper.heading(tr("Planned for the next two weeks"), head_height(columns, paper)):
        put_table(paper, columns, rows, tr("and {0} more"))


def put_notes(paper: Paper, report: Report) -> None:
    """The newest notes, long ones cut."""
    columns = [Column(tr("Day"), 0.9), Column(tr("Of"), 1.7), Column(tr("Note"), 4.4)]
    rows = [_note_row(note) for note in report.notes[:MOST_NOTES]]
    if rows and paper.heading(tr("Notes, the newest first"), head_height(columns, paper)):
        put_table(paper, columns, rows, tr("and {0} more"))
        hidden = len(report.notes) - len(rows)
        if hidden:
            paper.words(tr("and {0} earlier notes").format(hidden), SMALL, muted=True)


def _ahead_row(entry: CalendarEntry) -> list[str]:
    kind = {
        EntryKind.WORKOUT: tr("Workout"),
        EntryKind.HARD_RUN: tr("Hard run"),
        EntryKind.RACE: tr("Race"),
    }[entry.kind]
    what = f"{kind}: {entry.title}" if entry.title else kind
    if entry.distance_km is not None:
        what += f" · {distance_text(entry.distance_km)}"
    return [day_text(entry.day, "ddd d MMM"), what]


def _note_row(note: Note) -> list[str]:
    text = " ".join(note.text.split())
    if len(text) > LONGEST_NOTE:
        text = text[: LONGEST_NOTE - 1].rstrip() + "…"
    about = area_name(note.about, Side.BOTH) if note.about else tr("Run")
    return [day_text(note.day), about, text]


def _km(run: Run) -> float:
    return run.distance_km or 0.0
