"""Number boxes: what stands in them keeps off the edge."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget
from pytestqt.qtbot import QtBot

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.ui.history.run_dialog import RunDialog
from trainer.ui.library.tempo_field import TempoField
from trainer.ui.plans.day_dialogs import ShiftDialog
from trainer.ui.plans.entry_dialog import EntryDialog
from trainer.ui.widgets.fields import RangeField
from trainer.ui.widgets.number_edge import TEXT_EDGE_PX

DAY = date(2026, 3, 5)


@pytest.mark.parametrize("kind", ["range", "tempo", "shift", "race", "run"])
def test_a_number_does_not_sit_against_the_edge(kind: str, qtbot: QtBot) -> None:
    form: QWidget = {
        "range": lambda: RangeField("Reps", 1, 20),
        "tempo": TempoField,
        "shift": lambda: ShiftDialog("Nordics"),
        "race": lambda: EntryDialog(CalendarEntry("", DAY, EntryKind.RACE, "City 10k")),
        "run": lambda: RunDialog(lambda _: "", datetime(2026, 3, 5, 7, 0, tzinfo=UTC)),
    }[kind]()
    qtbot.addWidget(form)
    boxes = [box for box in form.findChildren(QAbstractSpinBox) if not isinstance(box, QDateEdit)]
    assert boxes
    assert {box.lineEdit().textMargins().left() for box in boxes} == {TEXT_EDGE_PX}
