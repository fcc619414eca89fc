"""Names rendered by a speech program: a stand-in, which the tests write and which does what they say."""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer.audio import speaking, system_voice
from trainer.audio.decoding import decoded
from trainer.audio.format import RATE_HZ
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs
from trainer.audio.system_voice import prune, render
from trainer.audio.voices import clip_name, further_clip, load_voice

# Speaks 0.2 s of silence and a tone of 0.3 s, as often as there are words, and notes how it was called.
PROGRAM = """#!{python}
import json, math, pathlib, sys, wave
arguments = sys.argv[1:]
text = pathlib.Path(arguments[arguments.index("-f") + 1]).read_text(encoding="utf-8")
with open({calls!r}, "a", encoding="utf-8") as calls:
    calls.write(json.dumps([arguments, text]) + "\\n")
{what}
rate = 22050
one = [0] * (rate // 5) + [round(9000 * math.sin(n / 5)) for n in range(rate * 3 // 10)]
with wave.open(arguments[arguments.index("-w") + 1], "wb") as sound:
    sound.setparams((1, 2, rate, 0, "NONE", ""))
    for number in one * len(text.split()):
        sound.writeframesraw(number.to_bytes(2, "little", signed=True))
"""

Program = Callable[..., None]


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """Where the stand-in notes its calls."""
    return tmp_path / "calls.jsonl"


@pytest.fixture
def program(tmp_path: Path, calls: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts a stand-in named `espeak-ng` where programs are looked for, and nothing else."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def write(what: str = "") -> None:
        file = folder / "espeak-ng"
        file.write_text(PROGRAM.format(python=sys.executable, calls=str(calls), what=what), encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    return write


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "en"


def noted(calls: Path) -> list[tuple[list[str], str]]:
    return [tuple(json.loads(line)) for line in calls.read_text(encoding="utf-8").splitlines()]


def test_a_name_is_spoken_trimmed_levelled_and_kept(program: Program, cache: Path) -> None:
    program()
    render(["next: own press"], cache)
    voice = load_voice("slt").with_folder(cache)
    file = voice.file("next: own press")
    assert file is not None
    wave = decoded(file)
    assert momentary_max_lufs(wave) == pytest.approx(TARGET_LUFS, abs=0.1)
    assert len(wave) / RATE_HZ == pytest.approx(3 * 0.5 - 0.2, abs=0.06)
    assert voice.length_s("next: own press") == pytest.approx(len(wave) / RATE_HZ, abs=0.001)


def test_what_is_kept_is_not_spoken_again(program: Program, cache: Path, calls: Path) -> None:
    program()
    render(["one", "two", "one"], cache)
    render(["two", "three"], cache)
    assert [text for _, text in noted(calls)] == ["one.", "two.", "three."]


HOSTILE = [
    "-v",
    "--help",
    "'; touch hacked; '",
    '"$(touch hacked)"',
    "`touch hacked`",
    "a|b & c > hacked",
    "next: ❤️ squat 💪",
    "next: Rumänisches Kreuzheben",
    "x" * 500,
    "two\nlines\0and\tmore",
    "<speak><break/></speak>",
    "\udcff",
    "%s{}\\",
]


def test_whatever_a_name_holds_it_is_text_and_nothing_else(
    program: Program, cache: Path, calls: Path
) -> None:
    program()
    render(HOSTILE, cache)
    assert [text for _, text in noted(calls)] == [
        speaking.spoken_text(unit).encode(errors="replace").decode() for unit in HOSTILE
    ]
    for arguments, text in noted(calls):
        assert arguments[0::2] == ["-w", "-f"]
        assert len(text) <= speaking.LONGEST_TEXT + 1
        assert text.isprintable()
    assert {file.name for file in cache.iterdir()} == {clip_name(unit) for unit in HOSTILE}


def test_without_a_program_nothing_is_rendered_and_one_line_says_so(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with caplog.at_level(logging.INFO, "trainer.audio.system_voice"):
        render(["one", "two"], cache)
    assert not list(cache.iterdir())
    [line] = caplog.messages
    assert '"program": ""' in line
    assert '"failed": 2' in line


@pytest.mark.parametrize(
    "what",
    [
        "sys.exit(3)",
        "sys.exit(0)",
        'open(arguments[arguments.index("-w") + 1], "wb").write(b"RIFF" * 99); sys.exit(0)',
        'text = ""',
    ],
    ids=["fails", "writes nothing", "writes nonsense", "says nothing"],
)
def test_a_program_that_fails_costs_its_name_alone(program: Program, cache: Path, what: str) -> None:
    program(f'if "bad" in text:\n    {what}')
    render(["bad", "good"], cache)
    assert further_clip(cache, "bad") is None
    assert further_clip(cache, "good") is not None
    assert len(list(cache.iterdir())) == 1


def test_a_program_that_hangs_is_ended(program: Program, cache: Path) -> None:
    program('if "bad" in text:\n    import threading\n    threading.Event().wait()')
    cache.mkdir(parents=True)
    one = speaking.SpeechProgram("espeak-ng", speaking._espeak, patience_s=1.0)
    assert speaking.render_each(one, ["bad", "good"], cache, within_s=60.0) == ["bad"]
    assert further_clip(cache, "good") is not None


def test_when_the_time_is_up_the_rest_waits_for_the_next_call(program: Program, cache: Path) -> None:
    program()
    render(["one", "two"], cache, within_s=0.0)
    assert not list(cache.iterdir())
    render(["one", "two"], cache)
    assert len(list(cache.iterdir())) == 2


def test_a_renderer_that_hangs_or_breaks_is_a_line_in_the_log(
    cache: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(system_voice, "_GRACE_S", 0.5)
    for code in ("import threading; threading.Event().wait()", "import sys; sys.exit(1)"):
        with caplog.at_level(logging.WARNING):
            render(["one"], cache, within_s=0.0, command=[sys.executable, "-c", code])
    assert ["cannot be used" in line for line in caplog.messages] == [True, True]


def test_a_place_that_cannot_be_written_is_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    with caplog.at_level(logging.WARNING):
        render(["one"], tmp_path / "file" / "cache")
    assert ["cannot be used" in line for line in caplog.messages] == [True]


def test_the_cache_is_bounded_and_what_was_asked_for_longest_ago_goes(program: Program, cache: Path) -> None:
    program()
    units = ["one", "two", "three"]
    render(units, cache)
    for age, unit in enumerate(units):
        os.utime(cache / clip_name(unit), (1000.0 - age, 1000.0 - age))
    (cache / "half.part").write_bytes(b"")
    size = (cache / clip_name("one")).stat().st_size
    render(["three"], cache, max_bytes=2 * size)
    kept = {unit for unit in units if further_clip(cache, unit)}
    assert kept == {"one", "three"}
    prune(cache, 0)
    assert not list(cache.iterdir())


@pytest.mark.parametrize(("platform", "names"), [("linux", 3), ("freebsd13", 3), ("darwin", 1), ("win32", 1)])
def test_each_platform_has_its_programs(
    platform: str, names: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of macOS and Windows are not run: only that no text is part of their command is seen here."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert speaking.speech_program(platform) is None
    programs = speaking.PROGRAMS.get(platform, speaking._LINUX)
    assert len(programs) == names
    for one in programs:
        (tmp_path / one.name).write_text("")
        (tmp_path / one.name).chmod(0o700)
        assert speaking.speech_program(platform) in programs
        assert all("hello" not in part for part in one.arguments("text.txt", "sound.wav"))
