from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import SettingsError
from trainer.settings import APPEARANCE, EQUIPMENT, INTAKE, REDUCED_MOTION, SHOWN, TEXT_SIZE, VOLUME, Settings


def test_a_new_user_has_the_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert settings.get(APPEARANCE) == "system"
    assert settings.get(VOLUME) == 80
    assert not (tmp_path / "settings.json").exists()


def test_what_is_set_is_there_in_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    settings.set(APPEARANCE, "dark")
    settings.set(EQUIPMENT, frozenset({"band", "mat"}))
    settings.set(INTAKE, {"pregnancy": True})
    again = Settings(path)
    assert again.get(APPEARANCE) == "dark"
    assert again.get(EQUIPMENT) == {"band", "mat"}
    assert again.get(INTAKE) == {"pregnancy": True}
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("raw", ["purple", 3, None, ["dark"]])
def test_a_bad_value_falls_back_and_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, raw: object
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"appearance": raw, "volume": 30}))
    settings = Settings(path)
    with caplog.at_level(logging.WARNING):
        assert settings.get(APPEARANCE) == "system"
    assert "appearance" in caplog.text
    assert settings.get(VOLUME) == 30


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '{"volume": 5', "\ufffd"])
def test_a_broken_file_gives_the_defaults(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert Settings(path).get(VOLUME) == 80
    assert "settings.json" in caplog.text


def test_what_a_newer_version_kept_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"from_the_future": [1]}')
    Settings(path).set(VOLUME, 10)
    assert json.loads(path.read_text()) == {"from_the_future": [1], "volume": 10}


def test_a_value_that_is_none_is_refused(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match="whole number"):
        settings.set(VOLUME, 101)
    assert settings.get(VOLUME) == 80


def test_a_place_that_cannot_be_written_is_told_and_the_value_holds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    settings = Settings(blocked / "settings.json")
    with pytest.raises(SettingsError, match="hold until you quit"):
        settings.set(REDUCED_MOTION, True)
    assert settings.get(REDUCED_MOTION) is True
    assert "cannot be read" in caplog.text


def test_listeners_hear_of_each_change(tmp_path: Path) -> None:
    heard: list[str] = []
    settings = Settings(tmp_path / "settings.json")
    settings.on_change(heard.append)
    settings.set(TEXT_SIZE, "150")
    settings.set(VOLUME, 5)
    assert heard == ["text_size", "volume"]


def test_who_stops_listening_hears_no_more(tmp_path: Path) -> None:
    heard: list[str] = []
    settings = Settings(tmp_path / "settings.json")
    stop = settings.on_change(heard.append)
    settings.set(VOLUME, 5)
    stop()
    settings.set(VOLUME, 10)
    assert heard == ["volume"]


def test_forgetting_goes_back_to_the_defaults_and_nothing_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    settings.set(VOLUME, 5)
    heard: list[str] = []
    settings.on_change(heard.append)
    settings.forget_all()
    assert settings.get(VOLUME) == 80
    assert heard == ["volume"]
    settings.set(TEXT_SIZE, "150")
    assert "volume" not in path.read_text(encoding="utf-8")


@given(value=st.integers(VOLUME.least, VOLUME.most))
def test_every_amount_in_range_reads_back(value: int) -> None:
    assert VOLUME.read(json.loads(json.dumps(VOLUME.write(value)))) == value


def test_what_the_page_shows_is_named_and_explained_once() -> None:
    shown = [setting for _, group in SHOWN for setting in group]
    assert len({setting.key for setting in shown}) == len(shown)
    assert all(setting.label for setting in shown)
    for setting in shown:
        assert setting.read(json.loads(json.dumps(setting.write(setting.default)))) == setting.default
