"""The player as a process of its own, with the silent device in real time and a tape running."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path

import numpy as np

from tests.audio.player_process import DEADLINE_S, PlayerProcess
from tests.audio.sounds import tone, write_wav
from tests.audio.streams import stream_of
from trainer.audio.earcons import CLIP_IDS, all_earcons
from trainer.audio.format import RATE_HZ, Samples, frames
from trainer.audio.limiter import LOOK_AHEAD
from trainer.audio.voices import clip_name, load_voice
from trainer.domain.cue import phrase_clip

CLIPS = all_earcons()


def taped(path: Path) -> Samples:
    with wave.open(str(path), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE_HZ, 2, 2)
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return (raw.reshape(-1, 2) / 32767).astype(np.float32)


def test_twenty_cues_are_where_they_belong_to_the_sample(tmp_path: Path) -> None:
    tape = tmp_path / "tape.wav"
    with PlayerProcess("--backend", "null", "--record", str(tape)) as player:
        assert player.wait_for("ready")["clips"] == sorted(CLIP_IDS)
        player.wait_for("device_back")
        player.wait_for("position", lambda report: report["position"] > 1.5 * RATE_HZ)  # the clock is sure
        start_s = time.monotonic() + 0.3
        clips = ["phase_up", "phase_down", "rep", "pip"] * 5
        player.schedule([(start_s + n * 0.1, clip) for n, clip in enumerate(clips)])
        started = [player.wait_for("started") for _ in clips]
        end = started[-1]["position"] + len(CLIPS["pip"])
        player.wait_for("position", lambda report: report["position"] >= end)
        player.send("quit")
        assert player.end() == 0
    positions = [report["position"] for report in started]
    assert [report["clip"] for report in started] == clips
    assert np.diff(positions).tolist() == [RATE_HZ // 10] * 19
    expected = stream_of([(report["position"] - LOOK_AHEAD, CLIPS[report["clip"]]) for report in started])
    heard = taped(tape)[: len(expected)]
    assert np.abs(heard - expected[: len(heard)]).max() < 2 / 32767


def test_a_flush_leaves_silence(tmp_path: Path) -> None:
    tape = tmp_path / "tape.wav"
    with PlayerProcess("--backend", "null", "--record", str(tape)) as player:
        player.wait_for("device_back")
        player.schedule([(time.monotonic() + 0.2, "half_way"), (time.monotonic() + 2.0, "go")])
        begun = player.wait_for("started")["position"]
        player.send("flush")
        player.wait_for("position", lambda report: report["position"] > begun + 2 * RATE_HZ)
        player.send("quit")
        assert player.end() == 0
    heard = taped(tape)
    sounding = np.flatnonzero(np.abs(heard).max(axis=1))
    assert sounding[0] >= begun
    assert sounding[-1] < begun + len(CLIPS["half_way"]) - frames(0.1)
    assert [report["clip"] for report in player.seen if report["type"] == "started"] == ["half_way"]


def test_what_it_does_not_know_it_tells_and_goes_on() -> None:
    with PlayerProcess("--backend", "null") as player:
        player.send("play", clip="gong")
        assert player.wait_for("unknown_clip")["clip"] == "gong"
        for kind, content in [
            ("dance", {}),
            ("play", {}),
            ("schedule", {"cues": [1]}),
            ("volume", {"volume": "loud"}),
        ]:
            player.send(kind, **content)
            player.wait_for("bad_message")
        player.send("play", clip="go")
        assert player.wait_for("started")["clip"] == "go"


def test_a_phrase_is_spoken_to_the_sample_as_long_as_the_voice_says(tmp_path: Path) -> None:
    tape = tmp_path / "tape.wav"
    voice = load_voice("slt")
    says = ("change sides", "right")
    with PlayerProcess("--backend", "null", "--voice", str(voice.folder), "--record", str(tape)) as player:
        player.wait_for("device_back")
        player.schedule([(time.monotonic() + 0.6, phrase_clip(says))])
        begun = player.wait_for("started")["position"]
        player.wait_for("position", lambda report: report["position"] > begun + 2.5 * RATE_HZ)
        player.send("quit")
        assert player.end() == 0
    sounding = np.flatnonzero(np.abs(taped(tape)).max(axis=1) > 0.003)
    length_s = voice.phrase_s(says)
    assert length_s is not None
    assert begun <= sounding[0] < begun + frames(0.03)
    assert begun + frames(length_s - 0.08) < sounding[-1] < begun + frames(length_s)


def test_a_clip_that_cannot_be_said_is_told_and_the_rest_is_played(tmp_path: Path) -> None:
    broken = write_wav(tmp_path / clip_name("next: own"), tone(600, 0.5, RATE_HZ), RATE_HZ)
    broken.write_bytes(broken.read_bytes()[:44])
    voice = load_voice("slt")
    with PlayerProcess("--backend", "null", "--voice", str(voice.folder), "--voice", str(tmp_path)) as player:
        player.wait_for("device_back")
        now_s = time.monotonic()
        player.schedule([(now_s + 0.4, "say:next: own|left"), (now_s + 0.5, "say:gong"), (now_s + 0.6, "go")])
        told = {player.wait_for("unknown_clip")["clip"] for _ in range(2)}
        assert told == {"say:next: own|left", "say:gong"}
        assert player.wait_for("started")["clip"] == "go"
        player.send("play", clip="say:left")
        assert player.wait_for("started")["clip"] == "say:left"


def test_a_broken_voice_leaves_the_earcons(tmp_path: Path) -> None:
    (tmp_path / "voice.toml").write_text("name = 3")
    with PlayerProcess("--backend", "null", "--voice", str(tmp_path)) as player:
        assert "cannot be used" in player.wait_for("bad_message")["reason"]
        player.send("play", clip="go")
        assert player.wait_for("started")["clip"] == "go"


def test_a_broken_frame_ends_it() -> None:
    with PlayerProcess("--backend", "null") as player:
        assert player.process.stdin
        player.process.stdin.write(b"\xff" * 8)
        player.process.stdin.flush()
        player.wait_for("bad_message")
        assert player.process.wait(DEADLINE_S) == 0


def test_it_reports_its_position_while_it_plays() -> None:
    with PlayerProcess("--backend", "null") as player:
        player.wait_for("device_back")
        one, two = player.wait_for("position"), player.wait_for("position")
        assert two["position"] > one["position"]
        assert two["at_s"] > one["at_s"]


def test_without_a_sound_system_it_stays_and_says_so(tmp_path: Path) -> None:
    env = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)}
    with PlayerProcess("--backend", "pulseaudio", env=env) as player:
        assert player.wait_for("no_device")["reason"]
        player.send("play", clip="gong")
        player.wait_for("unknown_clip")
        assert player.end() == 0


def test_it_needs_neither_window_nor_store() -> None:
    code = """if True:
        import sys, trainer.audio.player
        loaded = {name.partition(".")[0] for name in sys.modules}
        sys.exit(bool(loaded & {"PySide6", "shiboken6", "sqlalchemy", "alembic"}))
    """
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_windows_end_needs_no_sound_library() -> None:
    code = "import sys, trainer.audio.client; sys.exit('numpy' in sys.modules or 'miniaudio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PARENT = """
import sys, threading
from trainer.audio.client import AudioClient, SoundState
playing = threading.Event()
client = AudioClient(
    [sys.executable, "-m", "trainer.audio.player", "--backend", "null"],
    lambda state: playing.set() if state is SoundState.PLAYING else None,
)
client.start()
playing.wait()
sys.stdout.write(f"{client.pid}\\n")
sys.stdout.flush()
threading.Event().wait()
"""


def test_it_ends_when_the_window_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout
    child = int(parent.stdout.readline())
    handle = os.pidfd_open(child)  # tells of this very process's end, whoever may get its number later
    try:
        parent.kill()
        parent.wait()
        ended, _, _ = select.select([handle], [], [], DEADLINE_S)
        if not ended:
            signal.pidfd_send_signal(handle, signal.SIGKILL)
        assert ended
    finally:
        os.close(handle)
        parent.stdout.close()
