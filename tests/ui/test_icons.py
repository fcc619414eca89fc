from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trainer.resources import resource_path
from trainer.ui.icons import icon_pixmap

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icon_pixmap(name, "#ff0000", 20, 2.0).toImage()
    assert image.width() == 40
    seen = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#ff0000"}


def test_every_icon_that_the_code_names_is_there() -> None:
    named = set()
    for file in (ROOT / "trainer" / "ui").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r"icon=\"([a-z0-9-]+)\"", text))
        named |= set(
            re.findall(r"(?:IconLabel|Message|paint_icon|_marked)\(\s*(?:painter, )?\"([a-z0-9-]+)\"", text)
        )
    assert len(named) > 10
    assert named <= set(NAMES)


def test_the_licences_lie_beside_what_they_are_for() -> None:
    assert "ISC License" in resource_path("icons/LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in resource_path("fonts/OFL.txt").read_text(encoding="utf-8")
