"""Renders the shipped voice into resources/voices/<id>: one clip for everything that a session can say.

    python packaging/voice.py [--engine ENGINE] [--into FOLDER]

Run it with the environment's Python after an exercise was added or its short name changed. It needs
`apt-get install festival festvox-us-slt-hts festlex-cmu vorbis-tools`. It tells what has changed; the same
engine makes the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from voice_engines import ENGINES, Engine  # noqa: E402

from trainer.audio.decoding import decoded  # noqa: E402
from trainer.audio.format import RATE_HZ, Samples  # noqa: E402
from trainer.audio.levelling import levelled, trimmed  # noqa: E402
from trainer.audio.loudness import momentary_max_lufs  # noqa: E402
from trainer.audio.resampling import resampled  # noqa: E402
from trainer.catalog import load_catalog  # noqa: E402
from trainer.engine.speech import vocabulary  # noqa: E402

FILE_RATE_HZ = 24_000
QUALITY = 3
ROUNDS = 3
_FULL_SCALE = 32_767
ENGINE = "festival-slt-hts-clear"
PRESENCE_FROM_HZ = 1_500
FOLDER = CHECKOUT / "resources" / "voices" / "slt"
NAME, LANGUAGE, LICENCE = "American English (SLT)", "en-US", "LICENSE"

# What an engine would read amiss, as it is to be spelled for it.
SPELLINGS = {
    r"\brdl\b": "R D L",
    r"(?<=\d)°": " degree",
    r"\b45\b": "forty-five",
    r"\b1(?=-)": "one",
    r"\btibialis\b": "tibby alice",
    r"\beversion\b": "ee version",  # else it is hardly told from inversion
}


def units() -> tuple[str, ...]:
    """Everything that sessions of the shipped exercises can say."""
    return vocabulary(one.short_name for one in load_catalog().exercises.values())


def spelling(unit: str) -> str:
    """A unit as a sentence for the engine. Raises ValueError where it would have to guess."""
    text = unit
    for pattern, spelled in SPELLINGS.items():
        text = re.sub(pattern, spelled, text)
    if not re.fullmatch(r"[a-zA-Z:' -]+", text):
        raise ValueError(f"no spelling for {unit!r}: add one to SPELLINGS")
    return f"{text}."


def slug(unit: str) -> str:
    """A unit as the name of a file, without its ending."""
    return re.sub(r"[^a-z0-9]+", "-", unit.replace("°", " degree")).strip("-")


def vorbis_bytes(clip: Samples) -> bytes:
    """A clip of the stream's rate as an Ogg Vorbis file of `FILE_RATE_HZ`, mono; the same bytes each time."""
    wave = np.clip(resampled(clip, RATE_HZ, FILE_RATE_HZ), -1.0, 1.0)
    raw = np.round(wave * _FULL_SCALE).astype("<i2").tobytes()
    form = ("--raw", "--raw-bits=16", "--raw-chan=1", f"--raw-rate={FILE_RATE_HZ}")
    command = ("oggenc", "--quiet", "--serial=1", f"--quality={QUALITY}", *form, "--output=-", "-")
    return subprocess.run(command, input=raw, check=True, capture_output=True).stdout


def encoded(clip: Samples) -> bytes:
    """The file of a clip that is as loud as it when it is played: hisses come out of it up to 0.5 LU off."""
    gain_db = 0.0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "clip.ogg"
        for _ in range(ROUNDS):
            file.write_bytes(vorbis_bytes(clip * np.float32(10 ** (gain_db / 20))))
            gain_db += momentary_max_lufs(clip) - momentary_max_lufs(decoded(file))
        return file.read_bytes()


def rendered(engine: Engine, sayings: Sequence[str]) -> dict[str, Samples]:
    """Each unit's clip, trimmed and levelled."""
    with tempfile.TemporaryDirectory() as folder:
        files = {Path(folder) / f"{slug(unit)}.wav": unit for unit in sayings}
        if len(files) < len(sayings):
            raise ValueError("two units have one slug")
        engine.render({file: spelling(unit) for file, unit in files.items()})
        return {unit: clip_of(decoded(file), engine) for file, unit in files.items()}


def clip_of(wave: Samples, engine: Engine) -> Samples:
    """What an engine wrote, as it is to be played."""
    return levelled(trimmed(present(wave, engine.presence_db)))


def present(wave: Samples, presence_db: float) -> Samples:
    """Raises what lies above `PRESENCE_FROM_HZ`, half of it there; a statistical voice is dull by itself."""
    size = 1 << (len(wave) + RATE_HZ // 10).bit_length()
    steep = (np.fft.rfftfreq(size, 1 / RATE_HZ) / PRESENCE_FROM_HZ) ** 4
    gain = np.sqrt((1 + steep * 10 ** (presence_db / 10)) / (1 + steep))
    return np.fft.irfft(np.fft.rfft(wave, size) * gain, size)[: len(wave)].astype(np.float32)


def table(engine: Engine, clips: Mapping[str, Samples]) -> str:
    """The text of `voice.toml`."""
    head = {
        "name": NAME,
        "language": LANGUAGE,
        "licence": LICENCE,
        "engine": engine.id,
        "version": engine.versions(),
    }
    lines = ["# Written by packaging/voice.py."]
    lines += [f"{key} = {json.dumps(value)}" for key, value in head.items()]
    lines += ["", "[units]"]
    for unit in sorted(clips):
        file, length_s = f"{slug(unit)}.ogg", len(clips[unit]) / RATE_HZ
        lines.append(
            f'{json.dumps(unit, ensure_ascii=False)} = {{ file = "{file}", length_s = {length_s:.3f} }}'
        )
    return "\n".join(lines) + "\n"


def write(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Makes the folder hold these files and its licence alone; returns what changed, in words."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, content in files.items():
        place = folder / name
        if not place.exists() or place.read_bytes() != content:
            changed.append(f"{name} is {'changed' if place.exists() else 'new'}")
            place.write_bytes(content)
    for place in sorted(folder.iterdir()):
        if place.name not in files and place.name != LICENCE:
            changed.append(f"{place.name} is gone")
            place.unlink()
    return changed


def main(arguments: Iterable[str]) -> int:
    """Renders the voice; 0."""
    parser = argparse.ArgumentParser(prog="voice.py", description="Renders the shipped voice.")
    parser.add_argument("--engine", choices=sorted(ENGINES), default=ENGINE)
    parser.add_argument("--into", type=Path, default=FOLDER)
    options = parser.parse_args(list(arguments))
    engine = ENGINES[options.engine]
    clips = rendered(engine, units())
    files = {f"{slug(unit)}.ogg": encoded(clip) for unit, clip in clips.items()}
    size = sum(map(len, files.values()))
    files["voice.toml"] = table(engine, clips).encode()
    changed = write(options.into, files)
    print(f"{len(clips)} clips, {sum(map(len, clips.values())) / RATE_HZ:.0f} s, {size:,} bytes")
    print("\n".join(changed) or "nothing has changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
