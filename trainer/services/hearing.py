"""How a session is heard: volume, voice, what is called and counted, everywhere or in one workout."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from trainer.audio.voices import Voice, load_voice, shipped_voices
from trainer.domain.cue import Calls, Counts, CueId, CueStyle
from trainer.engine.speech import PhraseLength, estimated_s, next_unit
from trainer.errors import ContentError
from trainer.settings import CALLS, COUNTS, CUES_OFF, OF_WORKOUTS, VOICE, VOLUME, Setting, Settings

T = TypeVar("T")
SOUND, SPEECH = ".sound", ".speech"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hearing:
    """Volume from 0 to 1, style, the folders of the voice, and how long it takes to say something.

    Without `spoken` nothing is said; `phrase_s` then tells how long the captions keep from one another.
    """

    volume: float = 1.0
    style: CueStyle = field(default_factory=CueStyle)
    voices: tuple[Path, ...] = ()
    phrase_s: PhraseLength = estimated_s
    spoken: bool = True


class Kept(Protocol):
    """Where settings are read and kept: everybody's, or those of one workout."""

    def get(self, setting: Setting[T]) -> T: ...

    def set(self, setting: Setting[T], value: T) -> None: ...


class WorkoutSound:
    """The settings of one workout: its own where it has some, else everybody's."""

    def __init__(self, settings: Settings, workout_id: str) -> None:
        self._settings = settings
        self._workout_id = workout_id

    @property
    def own(self) -> bool:
        """Whether anything differs from everybody's."""
        return bool(self._raw())

    def get(self, setting: Setting[T]) -> T:
        """Its own value; everybody's where it has none, or one that cannot be used."""
        raw = self._raw()
        if setting.key in raw:
            try:
                return setting.read(raw[setting.key])
            except ValueError:
                pass  # an older or newer version's value
        return self._settings.get(setting)

    def set(self, setting: Setting[T], value: T) -> None:
        """Keeps a value for this workout alone; raises SettingsError as `Settings.set` does.

        What is the same as everybody's follows theirs from then on.
        """
        raw: dict[str, Any] = dict(self._raw())
        raw.pop(setting.key, None)
        if value != self._settings.get(setting):
            raw[setting.key] = setting.write(value)
        self._keep(raw)

    def forget(self) -> None:
        """Follows everybody's again."""
        self._keep({})

    def _raw(self) -> dict[str, object]:
        return dict(self._settings.get(OF_WORKOUTS).get(self._workout_id, {}))

    def _keep(self, raw: dict[str, Any]) -> None:
        own = {
            key: value for key, value in self._settings.get(OF_WORKOUTS).items() if key != self._workout_id
        }
        self._settings.set(OF_WORKOUTS, {**own, **({self._workout_id: raw} if raw else {})})


def style_of(kept: Kept) -> CueStyle:
    """What is called, counted and left out."""
    off = kept.get(CUES_OFF)
    return CueStyle(
        calls=Calls(kept.get(CALLS)),
        counts=Counts(kept.get(COUNTS)),
        without_sound=frozenset(cue for cue in CueId if cue + SOUND in off),
        without_speech=frozenset(cue for cue in CueId if cue + SPEECH in off),
    )


def hearing_of(kept: Kept, names: Path | None = None) -> Hearing:
    """How it sounds by these settings; `names` is the folder of spoken names that the voice lacks."""
    volume, style, voice = kept.get(VOLUME) / 100, style_of(kept), voice_of(kept)
    if voice is None:
        return Hearing(volume, style, spoken=False)
    if names is not None:
        voice = voice.with_folder(names)
    return Hearing(volume, style, voice.folders, cache(voice.phrase_s))


def voice_of(kept: Kept) -> Voice | None:
    """The voice chosen; None where there is none, or it cannot be used."""
    chosen = kept.get(VOICE)
    try:
        return load_voice(chosen) if chosen else None
    except ContentError as error:
        log.warning("No voice: %s", error)
        return None


def voice_names() -> tuple[tuple[str, str], ...]:
    """Id and name of each voice there is."""
    return tuple((voice.id, voice.name) for voice in shipped_voices())


def unspeakable(kept: Kept, short_names: Iterable[str]) -> tuple[str, ...]:
    """The units that announce these exercises and that the voice chosen cannot say; none without a voice."""
    voice = voice_of(kept)
    units = dict.fromkeys(next_unit(name) for name in short_names)
    return () if voice is None else tuple(unit for unit in units if voice.length_s(unit) is None)
