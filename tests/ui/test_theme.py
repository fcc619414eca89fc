from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication

from trainer.ui.appearance import Appearance
from trainer.ui.theme import Theme, load_theme, mix, style_sheet
from trainer.ui.widgets.text import Words


def luminance(colour: str) -> float:
    one = QColor(colour)
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in one.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    colours = theme.colours
    for ground in (colours.background, colours.surface):
        assert contrast(colours.text, ground) >= 7
        assert contrast(colours.muted, ground) >= 7
        assert contrast(colours.accent, ground) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    tint = mix(colours.accent, colours.surface, 0.12)
    assert contrast(colours.text, tint) >= 7
    assert contrast(colours.accent, tint) >= 4.5
    for phase in (colours.work, colours.rest, colours.get_ready, colours.change_sides):
        assert contrast(colours.on_phase, phase) >= 4.5


def test_the_style_sheet_has_every_token_and_a_focus_for_each_control(theme: Theme) -> None:
    sheet = style_sheet(theme, 100)
    assert "$" not in sheet
    for control in ("QPushButton", "QLineEdit", "QCheckBox::indicator", "QSlider::handle:horizontal"):
        assert f"{control}:focus" in sheet
    for picture in re.findall(r"url\(([^)]+)\)", sheet):
        assert Path(picture).is_file()


def test_no_colour_is_written_in_code() -> None:
    for file in _sources():
        found = re.findall(r"[\"']#[0-9A-Fa-f]{6}[\"']", file.read_text(encoding="utf-8"))
        assert not found, f"{file.name}: {found}"


def _sources() -> list[Path]:
    return sorted((Path(__file__).resolve().parents[2] / "trainer" / "ui").rglob("*.py"))


def test_figures_that_change_keep_their_place(qapp: QApplication) -> None:
    words = Words("0").set_tabular()
    words.show()
    metrics = QFontMetrics(words.font())
    assert {metrics.horizontalAdvance(figure) for figure in "0123456789"} == {metrics.horizontalAdvance("0")}
    words.close()


def test_the_bundled_typeface_is_used(qapp: QApplication) -> None:
    words = Words("Today", "title")
    words.ensurePolished()
    assert words.fontInfo().family() == "Inter"
    assert words.font().pixelSize() == 28


def test_a_chosen_theme_is_told_once_and_larger_text_too(qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light", 100)
    told: list[str] = []
    appearance.theme_changed.connect(lambda theme: told.append(theme.name))
    appearance.choose("dark")
    appearance.choose("dark")
    assert told == ["dark"]
    assert qapp.palette().window().color().name().upper() == load_theme("dark").colours.background
    appearance.set_text_percent(200)
    assert qapp.font().pixelSize() == 32
    appearance.set_text_percent(100)
    appearance.choose("light")
    assert told == ["dark", "dark", "dark", "light"]
