"""A report laid out on one to three pages, as the bytes of a PDF."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPageSize

from trainer import __version__
from trainer.domain.stats import Period
from trainer.services.report import Report
from trainer.services.stretches import Line
from trainer.ui.days import day_text
from trainer.ui.numbers import number_text
from trainer.ui.report.body import put_areas, put_feelings
from trainer.ui.report.drawings import axis_of, natural_height, put_chart, strips_of
from trainer.ui.report.exercises import put_sides, put_trends
from trainer.ui.report.paper import FIGURE, SMALL, TITLE, Paper, font
from trainer.ui.report.rest import put_ahead, put_notes, put_runs
from trainer.ui.report.table import Column, head_height, put_table
from trainer.ui.report.words import amount, area_name, line_name, muscle_name, stretch_text, told, tr
from trainer.ui.theme import Theme

MOST_LINES = 18
MOST_MUSCLES = 8


def report_pdf(report: Report, unit: str, theme: Theme, size: QPageSize) -> bytes:
    """The PDF; `unit` is kg or lb, `theme` the light one.

    Laid out twice: how many pages there are is known at the end only. For the window's thread.
    """
    pages, _ = _laid_out(report, unit, theme, size, "")
    return _laid_out(report, unit, theme, size, tr("Page {0} of {1}").format("{0}", pages))[1]


def _laid_out(report: Report, unit: str, theme: Theme, size: QPageSize, of_pages: str) -> tuple[int, bytes]:
    title = tr("Training report, {0}").format(stretch_text(report))
    foot = tr("Stride Trainer {0} · made on {1} from the athlete's own log").format(
        __version__, day_text(report.today)
    )
    if report.wish.name:
        foot = f"{report.wish.name} · {foot}"
    paper = Paper(title, foot, theme.colours, size, of_pages)
    _put_head(paper, report)
    _put_figures(paper, report)
    _put_plans(paper, report)
    if report.sessions or report.runs or report.feelings:
        _put_weeks(paper, report, theme)
        put_areas(paper, report)
        put_feelings(paper, report)
        put_trends(paper, report, unit, theme)
        put_sides(paper, report, unit)
        _put_muscles(paper, report)
        put_runs(paper, report)
    else:
        paper.skip(200)
        paper.words(tr("Nothing is logged in this time."))
    put_ahead(paper, report)
    put_notes(paper, report)
    return paper.pages, paper.close()


def _put_head(paper: Paper, report: Report) -> None:
    paper.words(tr("Training report"), TITLE, bold=True)
    if report.wish.name:
        paper.words(report.wish.name, 110, bold=True)
    paper.words(stretch_text(report), 110)
    paper.skip(40)
    left_out = []
    if not report.wish.pain:
        left_out.append(tr("soreness and pain"))
    if not report.wish.notes:
        left_out.append(tr("notes"))
    about = tr(
        "What the athlete logged, added up by the program. A dash is what was not logged, not a zero; "
        "nothing here is a finding."
    )
    if left_out:
        about += " " + tr("Left out on request: {0}.").format(tr(" and ").join(left_out))
    paper.words(about, SMALL, muted=True)


def _put_figures(paper: Paper, report: Report) -> None:
    """Four or five figures beside each other, each with what it is below."""
    figures = _figures(report)
    number, caption = font(FIGURE, bold=True), font(SMALL)
    high, low = QFontMetricsF(number).height(), QFontMetricsF(caption).height()
    paper.skip(140)
    if not paper.room(high + 2 * low):
        return
    width = paper.width / len(figures)
    for index, (value, name, more) in enumerate(figures):
        left = paper.area.left() + index * width
        paper.put(QRectF(left, paper.y, width, high), value, number, muted=False)
        paper.put(QRectF(left, paper.y + high, width - 60, low), name, caption, muted=False)
        paper.put(QRectF(left, paper.y + high + low, width - 60, low), more, caption, muted=True)
    paper.y += high + 2 * low
    paper.skip(60)


def _figures(report: Report) -> list[tuple[str, str, str]]:
    adherence, km = report.adherence, sum(run.distance_km or 0 for run in report.runs)
    percent = adherence.percent
    planned = (
        tr("nothing was planned")
        if percent is None
        else tr("{0} of {1} sessions").format(adherence.done, adherence.planned)
    )
    found = [
        (
            number_text(report.sessions, 0),
            tr("session") if report.sessions == 1 else tr("sessions"),
            tr("1 set") if report.sets == 1 else tr("{0} sets").format(number_text(report.sets, 0)),
        ),
        (
            "–" if percent is None else tr("{0} %").format(number_text(percent, 0)),
            tr("of what was planned"),
            planned,
        ),
        (amount(km, 1), tr("km run"), _runs_text(len(report.runs))),
    ]
    if report.wish.pain:
        hurt = [area for area in report.areas if area.worst_pain is not None]
        most = hurt[0] if hurt else None
        pain = "–" if most is None or most.worst_pain is None else tr("{0} of 10").format(most.worst_pain[0])
        where = tr("none was told") if most is None or not most.pain_days else area_name(most.area, most.side)
        found.append((pain, tr("worst pain"), where))
    return found


def _runs_text(count: int) -> str:
    if not count:
        return tr("no run logged")
    return tr("in 1 run") if count == 1 else tr("in {0} runs").format(count)


def _put_plans(paper: Paper, report: Report) -> None:
    plans = [f"{plan.name} ({plan.sessions})" for plan in report.plans if plan.planned]
    workouts = [f"{plan.name} ({plan.sessions})" for plan in report.plans if not plan.planned]
    paper.skip(50)
    if plans:
        paper.words(tr("Plan, and its sessions: {0}").format(_some(plans)))
    if workouts:
        paper.words(tr("Workouts, and how often: {0}").format(_some(workouts)))


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:5])
    return shown if len(names) <= 5 else tr("{0} and {1} more").format(shown, len(names) - 5)


def _put_weeks(paper: Paper, report: Report, theme: Theme) -> None:
    title, first = {
        Period.WEEK: (tr("Week by week"), tr("Week")),
        Period.MONTH: (tr("Month by month"), tr("Month")),
        Period.YEAR: (tr("Year by year"), tr("Year")),
    }[report.period]
    chart = strips_of(report, theme, axis_of(report))
    height = natural_height(chart)
    if not paper.heading(title, height):
        return
    if chart.mark_count():
        put_chart(paper, chart, paper.area.left(), paper.width, height)
        paper.y += height + 100
    columns = [
        Column(first, 2.4),
        *(Column(t, 1, True) for t in (tr("Sessions"), tr("Sets"), tr("Minutes"), tr("Load, AU"))),
        *((Column(tr("Soreness"), 1, True), Column(tr("Pain"), 1, True)) if report.wish.pain else ()),
        Column(tr("Runs, km"), 1, True),
    ]
    lines = report.lines[-MOST_LINES:]
    if paper.room(head_height(columns, paper)):
        rows = [_line_cells(report, line) for line in lines]
        put_table(paper, columns, rows, tr("and {0} more"))
    if len(lines) < len(report.lines):
        paper.words(tr("Earlier years are in the chart above."), SMALL, muted=True)
    paper.skip(40)
    paper.words(_load_words(report), SMALL, muted=True)


def _line_cells(report: Report, line: Line) -> list[str]:
    burden = line.burden
    load = amount(burden.load_au)
    if burden.load_au is not None and burden.rated < burden.sessions:
        load += "*"
    cells = [
        line_name(report.period, line.start),
        amount(burden.sessions),
        amount(line.sets),
        amount(line.minutes),
        load,
    ]
    if report.wish.pain:
        cells += [told(burden.soreness), told(burden.pain)]
    return [*cells, amount(burden.km, 1)]


def _load_words(report: Report) -> str:
    text = tr(
        "Load is a session's effort (0–10) × its minutes, in arbitrary units (AU; Foster 2001). A hard set "
        "is a working set with RPE 7 or more, or unrated, counted for each muscle that does its main work."
    )
    if any(
        line.burden.load_au is not None and line.burden.rated < line.burden.sessions for line in report.lines
    ):
        text += " " + tr("* Not every session was rated.")
    if report.wish.pain:
        text += " " + tr("Soreness and pain are the worst that was told, 0–10.")
    return text


def _put_muscles(paper: Paper, report: Report) -> None:
    columns = [
        Column(tr("Muscle"), 2.4),
        Column(tr("Hard sets in all"), 1.2, True),
        Column(tr("Weeks with any"), 1.2, True),
        Column(tr("A week, of those"), 1.2, True),
        Column(tr("Most in a week"), 1.2, True),
        Column(tr("Week of"), 1.2, True),
    ]
    rows = []
    for muscle, by_week in list(report.hard_sets.items())[:MOST_MUSCLES]:
        most = max(by_week.values())
        when = next(start for start, count in by_week.items() if count == most)
        total = sum(by_week.values())
        each = number_text(total / len(by_week), 1)
        rows.append([muscle_name(muscle), str(total), str(len(by_week)), each, str(most), day_text(when)])
    if rows and paper.heading(tr("Hard sets by muscle"), head_height(columns, paper)):
        put_table(paper, columns, rows, tr("and {0} more"))
