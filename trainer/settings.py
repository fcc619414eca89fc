"""Settings: each declared once with its name, type, default and text; kept in one JSON file.

A value that cannot be read falls back to its default and is logged; what this version does not know is kept.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from trainer.errors import SettingsError

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, eq=False, repr=False)
class Setting(Generic[T]):
    """One setting; `label` and `help` are English, translated where they are shown."""

    key: str
    default: T
    label: str = ""
    help: str = ""

    def read(self, raw: object) -> T:
        """The value in a JSON file as this setting's type; raises ValueError where it is none."""
        raise NotImplementedError

    def write(self, value: T) -> object:
        """The value as JSON can keep it."""
        return value


@dataclass(frozen=True, eq=False, repr=False)
class Choice(Setting[str]):
    """One of a few; `options` are pairs of value and label."""

    options: tuple[tuple[str, str], ...] = ()

    def read(self, raw: object) -> str:
        if not isinstance(raw, str) or raw not in {value for value, _ in self.options}:
            raise ValueError(f"not one of the choices: {raw!r}")
        return raw


class Toggle(Setting[bool]):
    def read(self, raw: object) -> bool:
        if not isinstance(raw, bool):
            raise ValueError(f"neither true nor false: {raw!r}")  # noqa: TRY004
        return raw


@dataclass(frozen=True, eq=False, repr=False)
class Amount(Setting[int]):
    """A whole number from `least` to `most` in steps of `step`."""

    least: int = 0
    most: int = 100
    step: int = 1
    unit: str = ""

    def read(self, raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or not self.least <= raw <= self.most:
            raise ValueError(f"not a whole number from {self.least} to {self.most}: {raw!r}")
        return raw


class Several(Setting[frozenset[str]]):
    """Any of a list that the page knows, such as equipment."""

    def read(self, raw: object) -> frozenset[str]:
        if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
            raise ValueError(f"not a list of words: {raw!r}")
        return frozenset(raw)

    def write(self, value: frozenset[str]) -> object:
        return sorted(value)


class Weekdays(Several):
    """ISO weekdays as texts, `1` (Monday) to `7`."""


class CueParts(Several):
    """Sound or speech of cues, each as `<cue>.sound` or `<cue>.speech`."""


class VoiceName(Setting[str]):
    """The id of a voice; empty for none."""

    def read(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise ValueError(f"not the name of a voice: {raw!r}")  # noqa: TRY004
        return raw


class OfWorkouts(Setting[Mapping[str, Mapping[str, object]]]):
    """By workout id, the settings that differ there: raw values by key."""

    def read(self, raw: object) -> Mapping[str, Mapping[str, object]]:
        if not isinstance(raw, dict) or not all(isinstance(own, dict) for own in raw.values()):
            raise ValueError(f"not settings by workout: {raw!r}")
        return {str(workout_id): dict(own) for workout_id, own in raw.items()}

    def write(self, value: Mapping[str, Mapping[str, object]]) -> object:
        return {workout_id: dict(own) for workout_id, own in value.items()}


class Text(Setting[str]):
    def read(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise ValueError(f"not a text: {raw!r}")  # noqa: TRY004
        return raw


class TimeOfDay(Setting[str]):
    """A time by the clock on the wall, as `17:00`."""

    def read(self, raw: object) -> str:
        if not isinstance(raw, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", raw):
            raise ValueError(f"not a time of day: {raw!r}")
        return raw


class Answers(Setting[Mapping[str, bool]]):
    """Yes or no to each question that was answered."""

    def read(self, raw: object) -> Mapping[str, bool]:
        if not isinstance(raw, dict) or not all(isinstance(answer, bool) for answer in raw.values()):
            raise ValueError(f"not answers of yes and no: {raw!r}")
        return {str(question): bool(answer) for question, answer in raw.items()}

    def write(self, value: Mapping[str, bool]) -> object:
        return dict(value)


APPEARANCE = Choice(
    "appearance",
    "system",
    "Appearance",
    "System follows your desktop, also while the program runs.",
    options=(("system", "System"), ("light", "Light"), ("dark", "Dark")),
)
TEXT_SIZE = Choice(
    "text_size",
    "100",
    "Size of text",
    options=(("100", "100 %"), ("125", "125 %"), ("150", "150 %"), ("200", "200 %")),
)
REDUCED_MOTION = Toggle(
    "reduced_motion", False, "Less motion", "Figures stand still until you play them, and nothing slides."
)
VOLUME = Amount("volume", 80, "Volume of cues", "Other programs' sound is left alone.", step=5, unit="%")
VOICE = VoiceName("voice", "slt", "Voice", "Sounds and captions stay without one.")
CALLS = Choice(
    "calls",
    "words",
    "In a paced rep, say",
    "Seconds are counted from each phase's word on: down, two, three.",
    options=(("words", "Down, hold, up"), ("seconds", "Seconds"), ("nothing", "Nothing")),
)
COUNTS = Choice(
    "counts",
    "each",
    "Count reps aloud",
    "Not while seconds are counted.",
    options=(("each", "Each"), ("last_three", "Last three"), ("none", "None")),
)
CUES_OFF = CueParts("cues_off", frozenset(), "Cues", "What is left out is still shown.")
UNITS = Choice(
    "units",
    "kg",
    "Weights in",
    "Shown so; the log keeps kilograms.",
    options=(("kg", "Kilograms"), ("lb", "Pounds")),
)
EQUIPMENT = Several(
    "equipment",
    frozenset({"mat"}),
    "What you have",
    "The library can show only what you can do with it.",
)

KNEELING_HURTS = Toggle(
    "kneeling_hurts", False, "Kneeling hurts", "The coach then offers what needs no kneeling."
)
TRAINING_DAYS = Weekdays(
    "training_days",
    frozenset({"1", "4"}),
    "Training days",
    "Plans are laid on these days of the week.",
)
PAIN_PROGRESS = Amount(
    "pain_progress", 2, "Make it harder only with pain up to", "Lower is stricter.", least=0, most=2
)
PAIN_STOP = Amount("pain_stop", 6, "Stop an exercise at pain of", "Lower is stricter.", least=1, most=6)
"""The pain table's limits; they can only be tightened."""

REMINDERS = Toggle(
    "reminders",
    False,
    "Remind me of today's workout",
    "On days with a workout to do, once at most, while this program is open. Never of what was missed.",
)
REMIND_AT = TimeOfDay("remind_at", "17:00", "Remind at", "At a time within quiet hours no reminder comes.")
QUIET_FROM = TimeOfDay("quiet_from", "21:00", "Quiet hours from")
QUIET_UNTIL = TimeOfDay("quiet_until", "08:00", "Quiet hours until")

# Remembered rather than set: no page shows these.
CAUTIONS_SEEN = Toggle("cautions_seen", False)
INTAKE = Answers("intake", {})
REMINDED_ON = Text("reminded_on", "")
CHECKIN_SKIPPED = Text("checkin_skipped", "")
"""The day on which the morning's question was declined."""
WORKOUT = Text("workout", "")
WITHOUT_ANCHOR = Toggle("without_anchor", False)
OF_WORKOUTS = OfWorkouts("sound_of_workouts", {})
WINDOW_GEOMETRY = Text("window_geometry", "")

HEARD: tuple[Setting[Any], ...] = (VOLUME, VOICE, CALLS, COUNTS, CUES_OFF)
"""What a workout may have of its own, too."""

SHOWN: tuple[tuple[str, tuple[Setting[Any], ...]], ...] = (
    ("Look", (APPEARANCE, TEXT_SIZE, REDUCED_MOTION)),
    ("Sound", HEARD),
    ("Training", (UNITS, EQUIPMENT, KNEELING_HURTS, TRAINING_DAYS)),
    ("Pain", (PAIN_PROGRESS, PAIN_STOP)),
    ("Reminders", (REMINDERS, REMIND_AT, QUIET_FROM, QUIET_UNTIL)),
)


class Settings:
    """The values of one user; every change is written at once and told to who listens."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw = _read_file(path)
        self._listeners: list[Callable[[str], None]] = []

    def get(self, setting: Setting[T]) -> T:
        """The value kept, or the default where none is kept or it cannot be used."""
        if setting.key not in self._raw:
            return setting.default
        try:
            return setting.read(self._raw[setting.key])
        except ValueError as error:
            log.warning("Setting %s falls back to its default: %s", setting.key, error)
            del self._raw[setting.key]
            return setting.default

    def kept(self, setting: Setting[Any]) -> bool:
        """Whether the user ever chose it."""
        return setting.key in self._raw

    def set(self, setting: Setting[T], value: T) -> None:
        """Keeps the value; raises SettingsError when the file cannot be written (it holds until the end)."""
        self._raw[setting.key] = setting.write(setting.read(setting.write(value)))
        self._tell(setting.key)
        self._write()

    def on_change(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Calls `listener` with the key of each setting that changes; returns what ends that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def forget_all(self) -> None:
        """Goes back to every default; the file is left to whoever deletes it."""
        keys = tuple(self._raw)
        self._raw.clear()
        for key in keys:
            self._tell(key)

    def _tell(self, key: str) -> None:
        for listener in tuple(self._listeners):
            listener(key)

    def _write(self) -> None:
        text = json.dumps(self._raw, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            raise SettingsError(
                f"The settings cannot be saved in {self._path.parent} ({error.strerror}); "
                "they hold until you quit."
            ) from error


def _read_file(path: Path) -> dict[str, object]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.warning("The settings in %s cannot be read, defaults are used: %s", path, error)
        return {}
    if not isinstance(raw, dict):
        log.warning("The settings in %s are no table, defaults are used", path)
        return {}
    return raw
