"""What is still open: what is to be done about it, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.accessible import nameless, twins
from tests.hurts_views import press
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.proposal import Page
from trainer.ui.hurts.open_complaints import OpenComplaints

PAIN = Complaint(
    "1", datetime(2026, 3, 4, 7, tzinfo=UTC), "Europe/Berlin", "achilles", Side.LEFT, Feeling.PAIN, 4
)
CHECKED = replace(PAIN, id="2", area="low-back", side=Side.BOTH, page=Page.TODAY)
TIGHT = replace(PAIN, id="3", area="calf", side=Side.RIGHT, feeling=Feeling.TIGHTNESS, level=2)
DAY = date(2026, 3, 18)


@pytest.fixture
def shown(qtbot: QtBot) -> OpenComplaints:
    widget = OpenComplaints()
    qtbot.addWidget(widget)
    widget.show_complaints([(PAIN, DAY), (CHECKED, DAY), (TIGHT, None)], date(2026, 3, 17))
    return widget


def texts(widget: OpenComplaints) -> list[str]:
    return [label.text() for row in widget.rows for label in row.findChildren(QLabel)]


def test_each_says_what_was_told_and_what_is_next(shown: OpenComplaints) -> None:
    assert texts(shown) == [
        "Achilles, left: pain 4 of 10, told on 4 Mar",
        "Look again on 18 Mar.",
        "Low back: pain 4 of 10, told on 4 Mar",
        "To be checked by a clinician; nothing is offered to train on until it is over.",
        "Calf, right: tightness 2 of 10, told on 4 Mar",
        "Kept as a feeling.",
    ]
    assert shown.rows[0].fine_button.text() == "It is fine again"
    assert shown.rows[1].fine_button.text() == "Checked, or fine again"
    assert nameless(shown) == []
    assert twins(shown) == []


def test_when_the_day_has_come_it_says_so(shown: OpenComplaints) -> None:
    shown.show_complaints([(PAIN, DAY)], DAY)
    assert texts(shown)[1] == "It is time to look at it again."


def test_both_buttons_say_which_complaint_is_meant(shown: OpenComplaints, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.again) as again:
        press(shown.rows[0].again_button)
    with qtbot.waitSignal(shown.fine) as fine:
        press(shown.rows[1].fine_button)
    assert (again.args, fine.args) == ([PAIN], [CHECKED])


def test_with_nothing_open_nothing_is_shown(shown: OpenComplaints) -> None:
    shown.show_complaints([])
    assert not shown.rows
    assert shown.isHidden()
