from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.audio.sounds import tone, write_wav
from trainer.audio.voices import clip_name, further_clip, load_voice, open_voice, shipped_voices
from trainer.domain.cue import UNIT_GAP_S
from trainer.errors import ContentError

TABLE = """name = "Test"
language = "de-DE"

[units]
"rest" = { file = "rest.wav", length_s = 0.5 }
"forty" = { file = "forty.wav", length_s = 0.25 }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "echo"
    folder.mkdir()
    (folder / "voice.toml").write_text(TABLE)
    write_wav(folder / "rest.wav", tone(600, 0.5, 24_000), 24_000)
    write_wav(folder / "forty.wav", tone(900, 0.25, 24_000), 24_000)
    return folder


def test_a_voice_is_a_folder(folder: Path) -> None:
    voice = open_voice(folder)
    assert (voice.id, voice.name, voice.language) == ("echo", "Test", "de-DE")
    assert voice.file("rest") == folder / "rest.wav"
    assert voice.length_s("rest") == 0.5
    assert voice.folders == (folder,)


def test_a_phrase_is_its_units_and_the_gaps_between(folder: Path) -> None:
    voice = open_voice(folder)
    assert voice.phrase_s(("rest", "forty", "rest")) == pytest.approx(1.25 + 2 * UNIT_GAP_S)
    assert voice.phrase_s(["forty"]) == 0.25
    assert voice.phrase_s(("rest", "gong")) is None
    assert voice.phrase_s(()) is None
    assert voice.file("gong") is None
    assert voice.length_s("gong") is None


def test_further_clips_come_and_go_and_the_last_folder_is_first(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "not there yet"
    one.mkdir()
    voice = open_voice(folder).with_folder(one).with_folder(two)
    assert voice.folders == (folder, one, two)
    assert voice.length_s("next: own") is None
    for place, length_s in ((one, 0.75), (two, 0.5)):
        place.mkdir(exist_ok=True)
        write_wav(place / clip_name("next: own"), tone(600, length_s, 24_000), 24_000)
        assert voice.length_s("next: own") == length_s
    assert voice.file("next: own") == two / clip_name("next: own")
    (two / clip_name("next: own")).unlink()
    assert voice.length_s("next: own") == 0.75
    assert voice.length_s("rest") == 0.5


@pytest.mark.parametrize("unit", ["next: a/b\\c", "-v", "..", "next: " + "x" * 500, "\udcff", "❤", "", "\0"])
def test_whatever_a_unit_holds_its_file_has_a_plain_name(unit: str, tmp_path: Path) -> None:
    assert Path(clip_name(unit)).name == clip_name(unit)
    assert clip_name(unit).rstrip("wav").rstrip(".").isalnum()
    assert further_clip(tmp_path, unit) is None


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\x24\x00\x00\x00WAVEfmt ", bytes(1000)])
def test_a_broken_further_clip_is_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / clip_name("rest")).write_bytes(content)
    assert further_clip(tmp_path, "rest") is None


def test_an_empty_further_clip_is_none(tmp_path: Path) -> None:
    write_wav(tmp_path / clip_name("rest"), np.zeros(0, dtype=np.float32), 24_000)
    assert further_clip(tmp_path, "rest") is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("name =", "nome ="), "name"),
        (('"Test"', "3"), "name"),
        (("[units]", "[unit]"), "units"),
        (("0.5", '"long"'), "long"),
        (("0.5", "nan"), "rest"),
        (("0.5", "-1"), "rest"),
        (("rest.wav", "../echo/rest.wav"), "missing"),
        (("rest.wav", "gone.wav"), r"gone\.wav"),
        (("{ file", "{ fiel"), "file"),
        (('{ file = "rest.wav", length_s = 0.5 }', "3"), "echo"),
        (("[units]", "[units"), "echo"),
    ],
)
def test_a_broken_voice_is_told_in_a_sentence(folder: Path, change: tuple[str, str], told: str) -> None:
    (folder / "voice.toml").write_text(TABLE.replace(*change))
    with pytest.raises(ContentError, match=told) as caught:
        open_voice(folder)
    assert "echo" in str(caught.value)


def test_a_folder_without_a_table_is_no_voice(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"voice\.toml"):
        open_voice(tmp_path)


def test_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / "voice.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError):
        open_voice(folder)


def test_shipped_voices_are_found_and_others_are_not() -> None:
    voices = shipped_voices()
    assert [load_voice(voice.id) for voice in voices] == list(voices)
    assert {voice.language for voice in voices} >= {"en-US"}
    for wrong in ("gong", "", "..", "slt/..", "../icons"):
        with pytest.raises(ContentError, match="no voice"):
            load_voice(wrong)


@pytest.mark.parametrize("module", ["voices", "system_voice"])
def test_the_window_needs_no_sound_library_for_it(module: str) -> None:
    code = f"""if True:
        import sys, trainer.audio.{module}
        loaded = {{name.partition(".")[0] for name in sys.modules}}
        sys.exit(bool(loaded & {{"numpy", "miniaudio", "PySide6", "cattrs"}}))
    """
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
