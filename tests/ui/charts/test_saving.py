"""A chart as a file that other programs open."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.charts.charts import LIGHT, MAKERS, MONDAY, lines
from trainer.errors import ExchangeError
from trainer.exchange.output import write_whole
from trainer.ui.charts.chart import Chart
from trainer.ui.charts.saving import chart_bytes
from trainer.ui.charts.table import TableTwin, cell_text, csv_bytes

Maker = Callable[[], Chart]


@pytest.mark.parametrize("make", MAKERS)
def test_a_picture_is_twice_as_sharp_and_has_the_charts_colours(qtbot: QtBot, make: Maker) -> None:
    chart = make()
    qtbot.addWidget(chart)
    image = QImage.fromData(chart_bytes(chart, "Title", "Note", ".png"), "PNG")
    assert image.width() >= 2 * chart.width()
    colours = {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert {LIGHT.colours.surface.lower(), LIGHT.colours.accent.lower()} <= colours


@pytest.mark.parametrize("make", MAKERS)
def test_a_drawing_is_well_formed_and_says_its_title(qtbot: QtBot, make: Maker) -> None:
    chart = make()
    qtbot.addWidget(chart)
    root = ET.fromstring(chart_bytes(chart, "How strong", "Note", ".svg"))  # noqa: S314
    texts = ["".join(node.itertext()) for node in root.iter()]
    assert root.tag.endswith("svg")
    assert "How strong" in texts
    assert any(node.tag.endswith(("polyline", "path", "circle", "rect")) for node in root.iter())


def test_a_drawing_names_faces_that_other_computers_have(qtbot: QtBot) -> None:
    chart = lines()
    qtbot.addWidget(chart)
    drawing = chart_bytes(chart, "How strong", "Note", ".svg").decode()
    faces = {face.split(", ")[-1] for face in re.findall('font-family="(.*?)"', drawing)}
    assert faces == {"sans-serif"}


def test_values_are_readable_in_any_country(qtbot: QtBot) -> None:
    chart = lines()
    qtbot.addWidget(chart)
    text = chart_bytes(chart, "", "", ".csv").decode()
    assert text.endswith("\r\n")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["Day", "Side", "Reps", "Record"]
    assert rows[1] == [MONDAY.isoformat(), "left", "4", ""]


def test_cells_are_plain_in_files_and_the_locales_on_the_screen() -> None:
    twin = TableTwin(("A",), ((date(2026, 2, 2),), (1234.5,), (None,), ("=1+1",), (7,)))
    assert csv_bytes(twin).decode().split("\r\n") == ["A", "2026-02-02", "1234.5", '""', "'=1+1", "7", ""]
    assert [cell_text(row[0]) for row in twin.rows[1:3]] == ["1234.5", ""]


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    target = tmp_path / "chart.csv"
    write_whole(b"a", target)
    assert target.read_bytes() == b"a"
    with pytest.raises(ExchangeError):
        write_whole(b"a", tmp_path / "none" / "chart.csv")
