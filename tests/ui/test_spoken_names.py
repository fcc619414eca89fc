from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audio_fake import RecordingAudio
from trainer.domain.change import Change, Changed
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.settings import VOICE, Settings
from trainer.ui.background import Background
from trainer.ui.spoken_names import SpokenNames

pytestmark = pytest.mark.usefixtures("qapp")
Asked = list[tuple[tuple[str, ...], Path]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def asked(library: Library, settings: Settings, tmp_path: Path) -> Callable[[Change | None], Asked]:
    """What the platform's voice is asked to say, with a change told or at the start of a session."""

    def ask(change: Change | None = None) -> Asked:
        sound, background = RecordingAudio(), Background()
        names = SpokenNames(library, settings, tmp_path / "names", lambda: sound, background)
        if change is None:
            names.prepare()
        else:
            names.on_change(change)
        background.close()
        return [argument for _, method, argument in sound.calls if method == "say_ahead"]

    return ask


def add(own: OwnLibrary, short_name: str) -> None:
    own.save_exercise(replace(own.blank(), name=short_name, short_name=short_name), "Add")


def test_a_name_of_ones_own_is_said_ahead(
    own: OwnLibrary, asked: Callable[..., Asked], tmp_path: Path
) -> None:
    add(own, "Kitchen curl")
    add(own, "Nordic curl")
    new = Change(frozenset({Changed.EXERCISES}))
    assert asked(new) == [(("next: kitchen curl",), tmp_path / "names")]
    assert asked() == asked(new)


def test_nobody_is_asked_without_a_name_a_voice_or_a_reason(
    own: OwnLibrary, asked: Callable[..., Asked], settings: Settings
) -> None:
    assert asked() == []
    add(own, "Kitchen curl")
    assert asked(Change(frozenset({Changed.SETS}))) == []
    settings.set(VOICE, "")
    assert asked() == []
