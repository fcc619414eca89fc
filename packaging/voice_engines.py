"""The speech engines that Debian packages: each turns texts into WAV files, by its own program."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Texts = Mapping[Path, str]
"""What each file is to say."""

_FESTIVAL_HEAD = """(voice_cmu_us_slt_arctic_hts)
(define (say text file)
  (utt.save.wave (utt.synth (eval (list 'Utterance 'Text text))) file 'riff))
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A voice of an engine, and the Debian packages that both come in.

    `presence_db` is by how much what lies above `PRESENCE_FROM_HZ` is raised in its clips.
    """

    id: str
    packages: tuple[str, ...]
    render: Callable[[Texts], None]
    presence_db: float = 0.0

    def versions(self) -> str:
        """The packages as they are installed, each with its version."""
        done = _run("dpkg-query", "-W", "-f", "${Package} ${Version}, ", *self.packages)
        return done.rstrip(", ")


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _flite(texts: Texts) -> None:
    for file, text in texts.items():
        _run("flite", "-voice", "slt", "-t", text, "-o", file)


def _espeak(texts: Texts) -> None:
    for file, text in texts.items():
        _run("espeak-ng", "-v", "en-us", "-w", file, "--", text)


def _festival(texts: Texts) -> None:
    calls = [f"(say {_quoted(text)} {_quoted(str(file))})\n" for file, text in texts.items()]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "say.scm"
        script.write_text(_FESTIVAL_HEAD + "".join(calls), encoding="utf-8")
        _run("festival", "--batch", script)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_FESTIVAL = ("festival", "festvox-us-slt-hts", "festlex-cmu")
ENGINES = {
    engine.id: engine
    for engine in (
        Engine("flite-slt", ("flite", "libflite1"), _flite),
        Engine("festival-slt-hts", _FESTIVAL, _festival),
        Engine("festival-slt-hts-clear", _FESTIVAL, _festival, presence_db=6.0),
        Engine("espeak-ng", ("espeak-ng", "espeak-ng-data"), _espeak),
    )
}
