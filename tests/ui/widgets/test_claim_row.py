"""A claim with what it rests on: short names of sources, the rows that unfold, the mark of an own rule."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from trainer.domain.claim import Claim
from trainer.domain.exercise import Reference
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.references import ReferenceRow, short_name


def source(authors: str, year: int | None = 2011, mark: str = "V") -> Reference:
    return Reference(key="a", title="A title", mark=mark, finding="", authors=authors, year=year, journal="J")


@pytest.mark.parametrize(
    ("authors", "year", "name"),
    [
        ("Chumanov ES, Heiderscheit BC", 2011, "Chumanov 2011"),
        ("Van Hooren B, Bosch F", 2017, "Van Hooren 2017"),
        ("Kenneally-Dabrowski CJB", 2019, "Kenneally-Dabrowski 2019"),
        ("Siddle J, et al.", None, "Siddle"),
        ("", 2015, "J 2015"),
    ],
)
def test_a_source_is_named_as_in_a_text(authors: str, year: int | None, name: str) -> None:
    assert short_name(source(authors, year)) == name


@pytest.mark.parametrize(
    ("authors", "text"),
    [
        (["One A"], "One 2011"),
        (["One A", "Two B"], "One 2011, Two 2011"),
        (["One A", "Two B", "Three C"], "One 2011, Two 2011 and 1 more"),
        (["A" + "b" * 30 + " A", "C" + "d" * 30 + " B"], "A" + "b" * 30 + " 2011 and 1 more"),
    ],
)
def test_the_button_names_few_sources_and_counts_the_others(
    qtbot: QtBot, authors: list[str], text: str
) -> None:
    row = ClaimRow(Claim("k", "Something.", ("a",)), [source(one) for one in authors])
    qtbot.addWidget(row)
    assert row.sources is not None
    assert row.sources.button.text() == text
    assert row.sources.button.accessibleName() == f"Source: {text}"
    assert row.sources.button.accessibleDescription() == "Something."
    row.sources.button.setChecked(True)
    assert len(row.findChildren(ReferenceRow)) == len(authors)


def test_what_was_never_seen_is_not_named(qtbot: QtBot) -> None:
    row = ClaimRow(Claim("k", "Something.", ("a",)), [source("One A"), source("Two B", mark="M")])
    qtbot.addWidget(row)
    assert row.sources is not None
    assert row.sources.button.text() == "One 2011"


def test_an_own_rule_is_marked_and_has_no_sources(qtbot: QtBot) -> None:
    row = ClaimRow(Claim("k", "Hold at 3.", own_rule=True), [])
    qtbot.addWidget(row)
    assert row.sources is None
    assert "The app's own rule" in [label.text() for label in row.findChildren(QLabel)]


def test_a_percent_sign_stays_with_its_number(qtbot: QtBot) -> None:
    row = ClaimRow(Claim("k", "At 80 to 100 % of top speed.", ("a",)), [source("One A")])
    qtbot.addWidget(row)
    assert row.findChild(QLabel).text() == "At 80 to 100\N{NO-BREAK SPACE}% of top speed."
