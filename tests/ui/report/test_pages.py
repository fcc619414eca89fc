from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from tests.ui.report import pdf
from tests.ui.report.training import train
from trainer.catalog import load_catalog
from trainer.domain.exercise import Side
from trainer.paths import paths_for
from trainer.services.library import Library
from trainer.services.report import Report, Reports
from trainer.services.telling import CHECK_IN, Feeling, Note, areas
from trainer.store import Store
from trainer.ui.report.pages import report_pdf
from trainer.ui.report.paper import MOST_PAGES, paper_size
from trainer.ui.theme import apply_theme, load_theme

A4, LETTER = QPageSize(QPageSize.PageSizeId.A4), QPageSize(QPageSize.PageSizeId.Letter)
LIGHT = load_theme("light")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield store
    store.close()


@pytest.fixture
def reports(log: Store) -> Reports:
    return Reports(log, FakeClock(), Library(load_catalog(), log).exercises)


def made(report: Report, unit: str = "kg", size: QPageSize = A4) -> bytes:
    return report_pdf(report, unit, LIGHT, size)


@pytest.mark.parametrize(("size", "points"), [(A4, (595, 842)), (LETTER, (612, 792))])
@pytest.mark.parametrize(("weeks", "a_week", "most"), [(1, 1, 2), (12, 3, 3), (52, 1, 3)])
@pytest.mark.usefixtures("qapp")
def test_it_is_one_to_three_pages(
    log: Store, reports: Reports, size: QPageSize, points: tuple[int, int], weeks: int, a_week: int, most: int
) -> None:
    train(log, weeks, a_week=a_week)
    data = made(reports.report(reports.last_weeks(weeks)), size=size)
    assert data.startswith(b"%PDF-")
    pages = pdf.page_count(data)
    assert 1 <= pages <= most
    assert pdf.page_sizes(data) == {points}
    words = pdf.text(data)
    assert [f"Page {n} of {pages}" in words for n in range(1, pages + 1)] == [True] * pages
    assert pdf.pictures(data) == 0


@pytest.mark.usefixtures("qapp")
def test_an_empty_one_says_so_on_one_page(reports: Reports) -> None:
    data = made(reports.report(reports.last_weeks(4)))
    assert pdf.page_count(data) == 1
    assert "Nothing is logged in this time." in pdf.text(data)


@pytest.mark.usefixtures("qapp")
def test_its_words_can_be_copied_and_say_what_was_logged(log: Store, reports: Reports) -> None:
    train(log, 12)
    data = made(reports.report(replace(reports.last_weeks(12), name="A. Runner")))
    assert pdf.title(data) == "Training report, 15 December 2025 – 4 March 2026 · 12 weeks"
    words = pdf.text(data)
    for said in (
        "A. Runner",
        "Plan, and its sessions: Runner on-ramp (23)",
        "Week by week\n",
        "2 Mar – 8 Mar\n2\n24\n49\n258\n5\n4\n37.5\n",
        "* Not every session was rated.",
        "Achilles, left\n12\n12\n4 on 31 Dec 2025\n5 on 21 Jan 2026\n4 Mar 2026\n",
        "Romanian deadlift, 35×\nHeaviest load\nboth\n30 kg\n42.5 kg\n+12.5 kg\n42.5 kg, 21 Feb 2026\n",
        "14\n19\n+5, may be\nchance\n",
        "Left and right\n",
        "Felt heavy after the long run. Hip quiet.",
        "36 runs, 351 km, 25.2 h; the longest 13.50 km on 2 Mar 2026.",
        "Planned for the next two weeks\n",
    ):
        assert said in words


@pytest.mark.usefixtures("qapp")
def test_loads_are_in_the_unit_that_is_wanted(log: Store, reports: Reports) -> None:
    train(log, 3)
    words = pdf.text(made(reports.report(reports.last_weeks(3)), "lb"))
    assert "66.14 lb\n71.65 lb\n+5.51 lb\n" in words
    assert " kg" not in words


@pytest.mark.usefixtures("qapp")
def test_loads_of_five_figures_stay_on_their_line(log: Store, reports: Reports) -> None:
    train(log, 3)
    for row in log.sets_of("s000-0"):
        log.save_set(replace(row, load_kg=row.load_kg and 149.45))
    for row in log.sets_of("s002-0"):
        log.save_set(replace(row, load_kg=row.load_kg and 161.25))
    words = pdf.text(made(reports.report(reports.last_weeks(3))))
    assert "\n161.25 kg\n" in words
    assert "\n161.25 kg, 4 Mar 2026\n" in words


@pytest.mark.usefixtures("qapp")
def test_what_is_left_out_is_left_out_and_said(log: Store, reports: Reports) -> None:
    train(log, 12)
    wish = replace(reports.last_weeks(12), pain=False, notes=False)
    words = " ".join(pdf.text(made(reports.report(wish))).split())
    assert "Left out on request: soreness and pain and notes." in words
    for gone in ("Achilles", "Pain", "Felt heavy", "Stiff"):
        assert gone not in words


@pytest.mark.usefixtures("qapp")
def test_the_fullest_log_fits_and_tells_what_it_leaves_out(log: Store, reports: Reports) -> None:
    train(log, 12)
    report = reports.report(reports.last_weeks(16))
    places = [f"a place with quite a long name {n}" for n in range(30)]
    told = [
        Feeling(date(2026, 2, 9) + timedelta(days=n % 20), place, Side.LEFT, 3, 4, (CHECK_IN,) * 9)
        for n, place in enumerate(places)
    ]
    notes = [Note(date(2026, 2, 9), "Hamstrings for runners", f"{n} " + "word " * 90) for n in range(40)]
    name = "An exercise with a rather long name {0}"
    trends = [replace(report.trends[n % 4], name=name.format(n)) for n in range(30)]
    full = replace(
        report,
        feelings=tuple(told),
        areas=tuple(areas(told)),
        notes=tuple(notes),
        trends=tuple(trends),
        ahead=report.ahead * 9,
    )
    for size in (A4, LETTER):
        data = made(full, size=size)
        assert pdf.page_count(data) == MOST_PAGES
        words = pdf.text(data)
        for left in ("and 22 more places", "and 18 earlier entries", "and 22 more exercises"):
            assert left in words


def test_it_is_printed_light_in_a_dark_window(qapp: QApplication, log: Store, reports: Reports) -> None:
    train(log, 4)
    report = reports.report(reports.last_weeks(4))
    light = pdf.inks(made(report))
    apply_theme(qapp, load_theme("dark"))
    try:
        assert pdf.inks(made(report)) == light
    finally:
        apply_theme(qapp, LIGHT)


@pytest.mark.parametrize(
    ("locale", "size"), [("de_DE", A4), ("en_GB", A4), ("en_US", LETTER), ("es_MX", LETTER), ("C", A4)]
)
def test_paper_is_that_of_the_locale(locale: str, size: QPageSize) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert paper_size().id() == size.id()
    finally:
        QLocale.setDefault(before)
