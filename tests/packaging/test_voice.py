from __future__ import annotations

import numpy as np
import pytest
import voice

from trainer.audio.format import RATE_HZ
from trainer.audio.voices import load_voice


def test_every_unit_has_a_spelling_and_a_file_of_its_own():
    units = voice.units()
    assert len({voice.slug(unit) for unit in units}) == len(units)
    assert all(voice.spelling(unit).endswith(".") for unit in units)


@pytest.mark.parametrize(
    ("unit", "spelled"),
    [
        ("next: single-leg rdl", "next: single-leg R D L."),
        ("next: 45° hip extension", "next: forty-five degree hip extension."),
        ("next: 1-leg long bridge", "next: one-leg long bridge."),
        ("next: tibialis raise", "next: tibby alice raise."),
        ("next: band eversion", "next: band ee version."),
        ("half-way", "half-way."),
    ],
)
def test_what_an_engine_would_read_amiss_is_spelled_for_it(unit, spelled):
    assert voice.spelling(unit) == spelled


@pytest.mark.parametrize("unit", ["next: 30° lean", "next: café squat", "next: a&b"])
def test_what_it_would_have_to_guess_is_refused(unit):
    with pytest.raises(ValueError, match="SPELLINGS"):
        voice.spelling(unit)


def test_the_shipped_table_is_as_the_script_writes_it():
    shipped = load_voice("slt")
    assert shipped.folder == voice.FOLDER
    clips = {unit: np.zeros(round(clip.length_s * RATE_HZ)) for unit, clip in shipped.clips.items()}
    engine = voice.ENGINES[voice.ENGINE]
    written = voice.table(voice.Engine(engine.id, (), engine.render), clips)
    there = (shipped.folder / "voice.toml").read_text(encoding="utf-8")
    assert _without_versions(there) == _without_versions(written)


def test_it_says_what_changed(tmp_path):
    folder = tmp_path / "new"
    assert voice.write(folder, {"a.ogg": b"1", "b.ogg": b"2"}) == ["a.ogg is new", "b.ogg is new"]
    (folder / "LICENSE").write_text("free")
    assert voice.write(folder, {"a.ogg": b"1", "b.ogg": b"2"}) == []
    assert voice.write(folder, {"a.ogg": b"3"}) == ["a.ogg is changed", "b.ogg is gone"]
    assert {file.name for file in folder.iterdir()} == {"a.ogg", "LICENSE"}


def test_presence_raises_the_upper_half_and_keeps_the_lower():
    time_s = np.arange(RATE_HZ) / RATE_HZ
    for pitch_hz, gain_db in ((200, 0.0), (voice.PRESENCE_FROM_HZ, 4.0), (6000, 6.0)):
        tone = np.sin(2 * np.pi * pitch_hz * time_s).astype(np.float32)
        middle = voice.present(tone, 6.0)[RATE_HZ // 4 : -RATE_HZ // 4]
        assert 20 * np.log10(np.abs(middle).max()) == pytest.approx(gain_db, abs=0.15)


def _without_versions(table: str) -> list[str]:
    """The installed versions are those of the computer that rendered it."""
    return [line for line in table.splitlines() if not line.startswith("version")]
