from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from trainer.paths import paths_for
from trainer.settings import (
    APPEARANCE,
    EQUIPMENT,
    INTAKE,
    PAIN_PROGRESS,
    PAIN_STOP,
    REMIND_AT,
    REMINDERS,
    SHOWN,
    TRAINING_DAYS,
    VOLUME,
    Settings,
)
from trainer.ui.main_window import MainWindow
from trainer.ui.settings.delete_dialog import DeleteDialog
from trainer.ui.settings.page import SettingsPage
from trainer.ui.settings.rows import AmountControl, SeveralControl, TimeControl
from trainer.ui.theme import load_theme
from trainer.ui.widgets.buttons import Segments


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: bool(page.data_card.state.text()))
    return page


def kept(data_dir: Path) -> Settings:
    return Settings(paths_for(data_dir).settings)


def test_every_declared_setting_has_a_row(page: SettingsPage) -> None:
    assert set(page.rows) == {setting.key for _, group in SHOWN for setting in group}


def test_the_theme_changes_at_once_and_is_kept(
    page: SettingsPage, qtbot: QtBot, qapp: QApplication, data_dir: Path
) -> None:
    segments = page.rows["appearance"].control
    assert isinstance(segments, Segments)
    qtbot.mouseClick(segments.button("dark"), Qt.MouseButton.LeftButton)
    assert qapp.palette().window().color().name().upper() == load_theme("dark").colours.background
    assert kept(data_dir).get(APPEARANCE) == "dark"
    qtbot.mouseClick(segments.button("light"), Qt.MouseButton.LeftButton)


def test_text_grows_at_once(page: SettingsPage, qtbot: QtBot, qapp: QApplication) -> None:
    segments = page.rows["text_size"].control
    assert isinstance(segments, Segments)
    qtbot.mouseClick(segments.button("200"), Qt.MouseButton.LeftButton)
    assert qapp.font().pixelSize() == 32
    qtbot.mouseClick(segments.button("100"), Qt.MouseButton.LeftButton)
    assert qapp.font().pixelSize() == 16


def test_nothing_is_wider_than_the_smallest_window_at_twice_the_text(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    segments = page.rows["text_size"].control
    assert isinstance(segments, Segments)
    window.resize(window.minimumSize())
    qtbot.mouseClick(segments.button("200"), Qt.MouseButton.LeftButton)
    try:
        area = page.findChild(QScrollArea)
        qtbot.waitUntil(lambda: page.rows["equipment"].minimumSizeHint().width() > 700)
        qtbot.wait(50)
        assert area.horizontalScrollBar().maximum() == 0
    finally:
        qtbot.mouseClick(segments.button("100"), Qt.MouseButton.LeftButton)


def test_volume_and_equipment_are_kept(page: SettingsPage, data_dir: Path) -> None:
    volume, equipment = page.rows["volume"].control, page.rows["equipment"].control
    assert isinstance(volume, AmountControl)
    assert isinstance(equipment, SeveralControl)
    volume.slider.setValue(5)
    equipment.chips["band"].setChecked(True)
    assert kept(data_dir).get(VOLUME) == 25
    assert kept(data_dir).get(EQUIPMENT) == {"mat", "band"}


def test_training_days_and_limits_of_pain_are_kept(page: SettingsPage, data_dir: Path) -> None:
    days, progress, stop = (page.rows[key].control for key in ("training_days", "pain_progress", "pain_stop"))
    assert isinstance(days, SeveralControl)
    assert list(days.chips) == ["1", "2", "3", "4", "5", "6", "7"]
    assert {chip.text() for chip in days.chips.values()} >= {"Monday", "Sunday"}
    days.chips["1"].setChecked(False)
    days.chips["7"].setChecked(True)
    assert kept(data_dir).get(TRAINING_DAYS) == {"4", "7"}
    for control, setting, loosest in ((progress, PAIN_PROGRESS, 2), (stop, PAIN_STOP, 6)):
        assert isinstance(control, AmountControl)
        assert control.slider.maximum() == loosest == setting.default
        control.slider.setValue(1)
        assert kept(data_dir).get(setting) == 1


def test_a_reminder_s_time_is_kept_as_a_whole_one(page: SettingsPage, data_dir: Path) -> None:
    at = page.rows["remind_at"].control
    assert isinstance(at, TimeControl)
    assert at.accessibleName() == "Remind at"
    at.setTime(QTime(6, 45))
    assert kept(data_dir).get(REMIND_AT) == "06:45"
    toggle = page.rows["reminders"].control
    assert isinstance(toggle, QCheckBox)
    assert not toggle.isChecked()
    toggle.setChecked(True)
    assert kept(data_dir).get(REMINDERS)
    toggle.setChecked(False)


def test_answers_can_be_forgotten(page: SettingsPage, qtbot: QtBot, data_dir: Path) -> None:
    page._settings.set(INTAKE, {"pregnancy": False})
    qtbot.mouseClick(page.answers.forget_button, Qt.MouseButton.LeftButton)
    assert kept(data_dir).get(INTAKE) == {}


def test_a_backup_is_made_listed_and_restored(
    page: SettingsPage, window: MainWindow, qtbot: QtBot, data_dir: Path
) -> None:
    qtbot.mouseClick(page.data_card.backup_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.data_card.backups.restore_buttons) == 1, timeout=20_000)
    assert page.data_card.state.text().startswith("1 kept")
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        qtbot.mouseClick(page.data_card.backups.restore_buttons[0], Qt.MouseButton.LeftButton)
    assert len(list(paths_for(data_dir).backups.glob("*.db"))) == 2


def test_deleting_everything_is_asked_twice(
    page: SettingsPage, window: MainWindow, qtbot: QtBot, data_dir: Path
) -> None:
    paths = paths_for(data_dir)
    qtbot.mouseClick(page.data_card.backup_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.data_card.backups.restore_buttons) == 1, timeout=20_000)
    before = paths.store.stat().st_ino
    qtbot.mouseClick(page.data_card.delete_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(DeleteDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert paths.store.stat().st_ino == before
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        qtbot.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert not paths.backups.exists()
    assert paths.store.exists()


def test_what_was_deleted_does_not_come_back_when_the_window_closes(
    page: SettingsPage, window: MainWindow, qtbot: QtBot, data_dir: Path
) -> None:
    control = page.rows["volume"].control
    assert isinstance(control, AmountControl)
    control.slider.setValue(5)
    assert kept(data_dir).get(VOLUME) == 25
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        page.delete_requested.emit()
    window.close()
    assert paths_for(data_dir).settings.exists()  # the window's place
    assert kept(data_dir).get(VOLUME) == VOLUME.default


def test_a_setting_changed_after_the_pages_were_made_anew_reaches_the_new_ones_alone(
    page: SettingsPage, window: MainWindow, qtbot: QtBot, data_dir: Path
) -> None:
    window.show_page("library")
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        page.delete_requested.emit()
    qtbot.waitUntil(lambda: not isValid(page))
    window.show_page("settings")
    anew = window.page("settings")
    assert isinstance(anew, SettingsPage)
    equipment = anew.rows["equipment"].control
    assert isinstance(equipment, SeveralControl)
    equipment.chips["band"].setChecked(True)
    assert kept(data_dir).get(EQUIPMENT) == {"mat", "band"}


def test_keeping_ones_data_deletes_nothing(page: SettingsPage, qtbot: QtBot, data_dir: Path) -> None:
    qtbot.mouseClick(page.data_card.delete_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(DeleteDialog)
    assert dialog is not None
    dialog.reject()
    assert paths_for(data_dir).store.exists()
