"""`python -m trainer.audio.speaking --into DIR`: renders units with the platform's own speech program.

Units come on standard input as one JSON list; for each a clip as in `voices.further_clip` is written. One
JSON object on standard output says by which `program`, how many were `rendered`, and how many `failed`. A
process of its own, because it loads what the window does without. Text is handed over in a file, never as
part of a command.

Linux is proven. What is run on macOS and on Windows was written without these systems at hand: unproven.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trainer.audio.decoding import decoded
from trainer.audio.format import RATE_HZ, Samples
from trainer.audio.levelling import levelled, trimmed
from trainer.audio.resampling import resampled
from trainer.audio.voices import clip_name
from trainer.errors import AudioError

FILE_RATE_HZ = 24_000
LONGEST_TEXT = 40
"""Characters that are spoken of a name (own rule): twice the longest of the library's."""
PROGRAM_S = 10.0
_FULL_SCALE = 32_767

# PowerShell reads the names of both files from its environment: nothing of them is parsed as a command.
_SAPI = """
Add-Type -AssemblyName System.Speech
$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer
$speech.SetOutputToWaveFile($env:SPEECH_INTO)
$speech.Speak([System.IO.File]::ReadAllText($env:SPEECH_FROM))
$speech.Dispose()
"""

Arguments = Callable[[str, str], tuple[str, ...]]
"""What follows a program's name, for the file of the text and the file of the sound."""


@dataclass(frozen=True, slots=True)
class SpeechProgram:
    """A program that reads a text from a file and writes a WAV file; ended when it takes too long."""

    name: str
    arguments: Arguments
    patience_s: float = PROGRAM_S

    def speak(self, text: str, folder: Path) -> Samples:
        """The sound of a text. Raises AudioError, OSError or SubprocessError."""
        source, sound = folder / "text.txt", folder / "sound.wav"
        source.write_text(text, encoding="utf-8", errors="replace")
        sound.unlink(missing_ok=True)
        subprocess.run(
            [self.name, *self.arguments(str(source), str(sound))],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "SPEECH_FROM": str(source), "SPEECH_INTO": str(sound)},
            timeout=self.patience_s,
            check=True,
        )
        return decoded(sound)


def _espeak(source: str, sound: str) -> tuple[str, ...]:
    return ("-w", sound, "-f", source)


def _flite(source: str, sound: str) -> tuple[str, ...]:
    return ("-f", source, "-o", sound)


def _say(source: str, sound: str) -> tuple[str, ...]:
    return ("-f", source, "-o", sound, "--file-format=WAVE", "--data-format=LEI16@22050")


def _powershell(_source: str, _sound: str) -> tuple[str, ...]:
    return ("-NoProfile", "-NonInteractive", "-Command", _SAPI)


_LINUX = (
    SpeechProgram("espeak-ng", _espeak),
    SpeechProgram("espeak", _espeak),
    SpeechProgram("flite", _flite),
)
PROGRAMS: Mapping[str, tuple[SpeechProgram, ...]] = {
    "darwin": (SpeechProgram("say", _say),),
    "win32": (SpeechProgram("powershell", _powershell),),
}


def speech_program(platform: str = sys.platform) -> SpeechProgram | None:
    """The first of the platform's programs that is there."""
    return next((one for one in PROGRAMS.get(platform, _LINUX) if shutil.which(one.name)), None)


def spoken_text(unit: str) -> str:
    """A unit as one line of plain text of `LONGEST_TEXT` characters at most."""
    line = " ".join("".join(c if c.isprintable() else " " for c in unit).split())
    return f"{line[:LONGEST_TEXT]}."


def render_each(program: SpeechProgram, units: Sequence[str], into: Path, within_s: float) -> list[str]:
    """Writes a clip for each unit until the time is up; returns those that have none."""
    ends_s = time.monotonic() + within_s
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for unit in units:
            if time.monotonic() >= ends_s:
                failed.append(unit)
                continue
            try:
                clip = levelled(trimmed(program.speak(spoken_text(unit), Path(folder))))
                _write(into / clip_name(unit), clip)
            except (AudioError, OSError, subprocess.SubprocessError):
                failed.append(unit)
    return failed


def _write(file: Path, clip: Samples) -> None:
    """All of it or nothing: a player may be looking. Raises AudioError for a silent clip."""
    if not len(clip):
        raise AudioError("nothing was said")
    pcm = np.clip(resampled(clip, RATE_HZ, FILE_RATE_HZ), -1.0, 1.0) * _FULL_SCALE
    part = file.with_suffix(".part")
    with wave.open(str(part), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(FILE_RATE_HZ)
        sound.writeframes(np.round(pcm).astype("<i2").tobytes())
    part.replace(file)


def main(arguments: Sequence[str] | None = None) -> None:
    """Renders what standard input asks for, and says how it went."""
    parser = argparse.ArgumentParser(
        prog="python -m trainer.audio.speaking", description="Renders names with the platform's own voice."
    )
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="where the clips go")
    parser.add_argument("--within", type=float, default=20.0, metavar="SECONDS", help="when to stop")
    options = parser.parse_args(arguments)
    units = [str(unit) for unit in json.load(sys.stdin.buffer)]
    program = speech_program()
    failed = render_each(program, units, options.into, options.within) if program else units
    told = {
        "program": program.name if program else "",
        "rendered": len(units) - len(failed),
        "failed": len(failed),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
