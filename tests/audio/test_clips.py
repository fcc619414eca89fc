from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.audio.sounds import tone, write_wav
from trainer.audio.clips import Clips, Preparer, VoiceFolders
from trainer.audio.format import RATE_HZ, Samples, frames
from trainer.audio.voices import clip_name
from trainer.domain.cue import UNIT_GAP_S, phrase_clip
from trainer.errors import ContentError

PIP = np.ones(10, dtype=np.float32)
LENGTHS_S = {"rest": 0.5, "forty": 0.25, "next: own": 0.75}
DEADLINE_S = 20.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for unit, length_s in LENGTHS_S.items():
        write_wav(tmp_path / clip_name(unit), tone(600, length_s, 24_000), 24_000)
    return tmp_path


@pytest.fixture
def clips(folder: Path) -> Clips:
    return Clips({"pip": PIP}, VoiceFolders([folder]))


def loaded(clips: Clips, clip: str) -> Samples:
    assert clips.load(clip)
    samples = clips.get(clip)
    assert samples is not None
    return samples


def test_an_earcon_is_always_at_hand(clips: Clips) -> None:
    assert "pip" in clips
    assert clips.get("pip") is PIP
    assert clips.load("pip")


def test_a_phrase_is_known_at_once_and_at_hand_when_loaded(clips: Clips) -> None:
    clip = phrase_clip(("rest", "forty"))
    assert clip in clips
    assert clips.get(clip) is None
    assert loaded(clips, clip) is clips.get(clip)


def test_units_are_joined_with_the_gap_that_the_window_plans_with(clips: Clips) -> None:
    rest, forty = (loaded(clips, phrase_clip((unit,))) for unit in ("rest", "forty"))
    both = loaded(clips, phrase_clip(("rest", "forty")))
    gap = frames(UNIT_GAP_S)
    assert (len(rest), len(forty)) == (frames(0.5), frames(0.25))
    assert len(both) == len(rest) + gap + len(forty)
    assert np.array_equal(both[: len(rest)], rest)
    assert not both[len(rest) : len(rest) + gap].any()
    assert np.array_equal(both[len(rest) + gap :], forty)


@pytest.mark.parametrize("clip", ["gong", "say:", "say:gong", "say:rest|gong", "say:rest|", "", "say"])
def test_what_it_cannot_say_is_unknown(clips: Clips, clip: str) -> None:
    assert clip not in clips
    assert not clips.load(clip)
    assert clips.get(clip) is None


def test_a_broken_file_is_not_said_and_breaks_nothing(clips: Clips, folder: Path) -> None:
    _empty_out(folder / clip_name("forty"))
    assert not clips.load("say:forty")
    assert not clips.load("say:rest|forty")
    assert clips.load("say:rest")


def test_a_clip_that_comes_later_is_found(clips: Clips, folder: Path) -> None:
    assert "say:left" not in clips
    write_wav(folder / clip_name("left"), tone(600, 0.3, 24_000), 24_000)
    assert len(loaded(clips, "say:left")) == frames(0.3)


def test_a_later_folder_goes_over_an_earlier(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    over = tmp_path_factory.mktemp("over")
    write_wav(over / clip_name("rest"), tone(600, 0.1, 24_000), 24_000)
    clips = Clips({}, VoiceFolders([folder, over]))
    assert len(loaded(clips, "say:rest")) == frames(0.1)
    assert len(loaded(clips, "say:forty")) == frames(0.25)


def test_a_voice_with_a_broken_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "voice.toml").write_text("name = 3")
    with pytest.raises(ContentError):
        VoiceFolders([tmp_path])


def test_memory_is_bounded_but_what_is_scheduled_stays(folder: Path) -> None:
    clips = Clips({}, VoiceFolders([folder]), max_bytes=round(1.1 * RATE_HZ * 4))
    clips.want(["say:rest"])
    for unit in LENGTHS_S:
        assert clips.load(f"say:{unit}")
    assert clips.get("say:rest") is not None
    assert clips.get("say:forty") is None
    assert clips.get("say:next: own") is not None
    clips.want([])
    assert clips.load("say:forty")
    assert clips.get("say:rest") is None


class Told:
    """Remembers what could not be loaded; `last` is set with the clip of that unit."""

    def __init__(self) -> None:
        self.broken: list[str] = []
        self.last = threading.Event()

    def __call__(self, clip: str) -> None:
        self.broken.append(clip)
        if clip == "say:last":
            self.last.set()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def preparer(clips: Clips, told: Told, folder: Path) -> Iterator[Preparer]:
    """With three files that look well and hold nothing."""
    for unit in ("one", "two", "last"):
        _empty_out(write_wav(folder / clip_name(unit), tone(600, 0.1, 24_000), 24_000))
    preparer = Preparer(clips, told)
    yield preparer
    preparer.finish(DEADLINE_S)


def test_scheduled_phrases_are_loaded_in_the_order_they_are_due(preparer: Preparer, told: Told) -> None:
    preparer.ask([(9.0, "say:last"), (3.0, "say:two"), (1.0, "say:one"), (4.0, "say:one"), (2.0, "say:gong")])
    assert told.last.wait(DEADLINE_S)
    assert told.broken == ["say:one", "say:two", "say:last"]


def test_what_is_scheduled_is_soon_at_hand_and_what_is_unknown_holds_up_nothing(
    clips: Clips, preparer: Preparer, told: Told
) -> None:
    preparer.ask([(1.0, "say:gong"), (2.0, "pip"), (3.0, "say:rest"), (4.0, "say:forty"), (5.0, "say:last")])
    assert told.last.wait(DEADLINE_S)
    assert clips.get("say:rest") is not None
    assert clips.get("say:forty") is not None
    assert told.broken == ["say:last"]


def test_what_is_to_be_played_now_is_loaded_now(clips: Clips, preparer: Preparer, told: Told) -> None:
    preparer.load("say:next: own")
    assert clips.get("say:next: own") is not None
    preparer.load("say:gong")
    preparer.load("say:one")
    assert told.broken == ["say:one"]


def test_its_thread_ends_with_it(preparer: Preparer) -> None:
    preparer.ask([(1.0, "say:rest")])
    preparer.finish(DEADLINE_S)
    assert "audio-phrases" not in {thread.name for thread in threading.enumerate()}


def _empty_out(file: Path) -> None:
    """Leaves the header, which promises samples."""
    file.write_bytes(file.read_bytes()[:44])
