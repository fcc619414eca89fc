"""Is everything as it should be: the log, the sound, the files? Each is tried, not guessed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from trainer.audio.client import AudioClient, SoundState
from trainer.audio.voices import shipped_voices
from trainer.catalog import load_catalog, load_pages, load_places, load_plans, load_rules
from trainer.domain.clock import Clock
from trainer.errors import ContentError
from trainer.paths import Paths
from trainer.resources import resource_path
from trainer.services.safekeeping import check

SOUND_WITHIN_S = 5.0
_FOLDERS = (
    "exercises",
    "figures",
    "workouts",
    "references",
    "themes",
    "icons",
    "fonts",
    "voices",
    "plans",
    "rules",
    "places",
    "red-flags",
    "clinician",
    "claims",
)

NewClient = Callable[[Callable[[SoundState], None]], AudioClient]


class Verdict(StrEnum):
    """`NOTE` is worth knowing and stops nothing."""

    OK = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was looked at (`store`, `sound`, `files`), how it is, and a sentence."""

    subject: str
    verdict: Verdict
    text: str


def examine(paths: Paths, clock: Clock, new_client: NewClient | None = None) -> list[Diagnosis]:
    """Looks at all three; takes some seconds when no sound system answers. Raises nothing of the world's."""
    return [*_store(paths, clock), _sound(new_client or _client), *_files(paths)]


def _store(paths: Paths, clock: Clock) -> list[Diagnosis]:
    return [
        Diagnosis("store", Verdict.OK if finding.sound else Verdict.BAD, finding.text)
        for finding in check(paths, clock)
    ]


def _client(on_state: Callable[[SoundState], None]) -> AudioClient:
    return AudioClient(on_state=on_state)


def _sound(new_client: NewClient) -> Diagnosis:
    """Starts the sound player and waits for what it says of the device."""
    known = threading.Event()
    heard: list[SoundState] = []

    def on_state(state: SoundState) -> None:
        if state is not SoundState.STARTING:
            heard.append(state)
            known.set()

    client = new_client(on_state)
    client.start()
    known.wait(SOUND_WITHIN_S)
    client.close()
    match heard[:1]:
        case [SoundState.PLAYING]:
            return Diagnosis("sound", Verdict.OK, "A sound device is open to us.")
        case [SoundState.NO_DEVICE]:
            return Diagnosis(
                "sound", Verdict.NOTE, "No sound device can be opened; sessions run without cues."
            )
        case []:
            text = f"The sound system did not answer within {SOUND_WITHIN_S:g} seconds."
            return Diagnosis("sound", Verdict.NOTE, text)
    return Diagnosis("sound", Verdict.NOTE, "The sound player does not start; sessions run without cues.")


def _files(paths: Paths) -> list[Diagnosis]:
    found = [_content(), _log_place(paths.log)]
    missing = [name for name in _FOLDERS if not resource_path(name).is_dir()]
    if missing:
        text = f"The program's folders {', '.join(missing)} are missing; install it again."
        found.append(Diagnosis("files", Verdict.BAD, text))
    return found


def _content() -> Diagnosis:
    try:
        catalog, plans, voices = load_catalog(), load_plans(), shipped_voices()
        load_rules()
        load_places()
        load_pages()
    except ContentError as error:
        return Diagnosis("files", Verdict.BAD, str(error))
    text = (
        f"{len(catalog.exercises)} exercises, {len(catalog.workouts)} workouts, {len(plans)} plans, "
        f"{len(catalog.references)} references and {len(voices)} voice are whole."
    )
    return Diagnosis("files", Verdict.OK, text)


def _log_place(folder: Path) -> Diagnosis:
    place = next(parent for parent in (folder, *folder.parents) if os.path.exists(parent))  # noqa: PTH110 -- of Path, it raises
    if place.is_dir() and os.access(place, os.W_OK):
        return Diagnosis("files", Verdict.OK, f"The program's own log can be written in {folder}.")
    return Diagnosis("files", Verdict.NOTE, f"The program's own log cannot be written in {folder}.")
