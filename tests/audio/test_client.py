from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from trainer.audio.client import RESTARTS, AudioClient, SoundState

NULL_PLAYER = [sys.executable, "-m", "trainer.audio.player", "--backend", "null"]
DEADLINE_S = 20.0

Start = Callable[[Sequence[str]], "Sound"]


class Sound:
    """A client and the states it has told."""

    def __init__(self, command: Sequence[str]) -> None:
        self._states: queue.Queue[SoundState] = queue.Queue()
        self.client = AudioClient(command, self._states.put)

    def wait_for(self, state: SoundState) -> None:
        while self._states.get(timeout=DEADLINE_S) is not state:
            pass


@pytest.fixture
def sound() -> Iterator[Start]:
    """Starts clients, and sees to it that none leaves a thread or a child."""
    started: list[Sound] = []

    def start(command: Sequence[str]) -> Sound:
        started.append(Sound(command))
        started[-1].client.start()
        return started[-1]

    yield start
    for one in started:
        one.client.close()
        assert one.client.state is SoundState.OFF
        assert one.client.pid is None
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("audio-")]


def script(tmp_path: Path, *lines: str) -> list[str]:
    """A stand-in for the player that does what these lines of Python do."""
    path = tmp_path / "stand_in.py"
    head = (
        "import sys, threading",
        "from trainer.audio.protocol import encode, read_message",
        "def tell(kind):",
        "    sys.stdout.buffer.write(encode({'type': kind}))",
        "    sys.stdout.buffer.flush()",
    )
    path.write_text("\n".join((*head, *lines)))
    return [sys.executable, "-c", f"exec(open({str(path)!r}).read())"]


def test_it_plays(sound: Start) -> None:
    one = sound(NULL_PLAYER)
    assert one.client.state is SoundState.STARTING
    one.wait_for(SoundState.PLAYING)
    assert one.client.state is SoundState.PLAYING


def test_without_a_start_everything_is_a_silent_no_op() -> None:
    client = AudioClient(NULL_PLAYER)
    client.schedule([(1.0, "go")])
    client.play("go")
    client.flush()
    client.set_volume(0.5)
    client.close()
    assert client.state is SoundState.OFF


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_what_cannot_be_started_is_off(sound: Start, caplog: pytest.LogCaptureFixture) -> None:
    one = sound(["/nonexistent/player"])
    one.wait_for(SoundState.OFF)
    one.client.play("go")
    assert "cannot be started" in caplog.text


def test_no_device_and_back_are_told(sound: Start, tmp_path: Path) -> None:
    one = sound(
        script(
            tmp_path,
            "tell('no_device')",
            "read_message(sys.stdin.buffer)",
            "tell('device_back')",
            "sys.stdin.buffer.read()",
        )
    )
    one.wait_for(SoundState.NO_DEVICE)
    one.wait_for(SoundState.PLAYING)


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_a_child_that_dies_is_started_again_with_its_schedule(
    sound: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told = tmp_path / "told"
    told.mkdir()
    one = sound(
        script(
            tmp_path,
            "import os",
            "messages = [read_message(sys.stdin.buffer) for _ in range(2)]",
            f"open(os.path.join({str(told)!r}, str(os.getpid())), 'w').write(repr(messages))",
            "tell('device_back')",
            "sys.stdin.buffer.read()",
        )
    )
    one.client.set_volume(0.25)
    one.client.schedule([(12.5, "go")])
    one.wait_for(SoundState.PLAYING)
    first = one.client.pid
    one.client.schedule([(99.5, "rest")])
    one.client._child.kill()  # type: ignore[union-attr]
    one.wait_for(SoundState.STARTING)
    one.wait_for(SoundState.PLAYING)
    assert one.client.pid != first
    second = (told / str(one.client.pid)).read_text()
    assert "99.5, 'rest'" in second
    assert "'volume': 0.25" in second
    assert "started again" in caplog.text


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_a_new_child_lets_the_device_go_only_when_it_is_still_released(
    sound: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    one = sound(
        script(
            tmp_path,
            "import os",
            "tell('no_device')",
            "while message := read_message(sys.stdin.buffer):",
            f"    open(os.path.join({str(tmp_path)!r}, str(os.getpid())), 'a').write(message['type'] + ' ')",
            "    if message['type'] == 'flush': tell('device_back')",
        )
    )

    def read_by_the_next_child() -> str:
        one.client._child.kill()  # type: ignore[union-attr]
        one.wait_for(SoundState.NO_DEVICE)
        one.client.flush()
        one.wait_for(SoundState.PLAYING)
        return (tmp_path / str(one.client.pid)).read_text().strip()

    one.wait_for(SoundState.NO_DEVICE)
    one.client.release()
    one.client.schedule([])  # asks for no device
    assert read_by_the_next_child() == "volume schedule release flush"
    one.client.prepare()
    assert read_by_the_next_child() == "volume schedule flush"
    one.client.release()
    one.client.schedule([(1.0, "pip")])
    assert read_by_the_next_child() == "volume schedule flush"
    assert "started again" in caplog.text


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_a_child_that_always_dies_is_given_up(
    sound: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lives = tmp_path / "lives"
    one = sound(script(tmp_path, f"open({str(lives)!r}, 'a').write('x')"))
    one.wait_for(SoundState.OFF)
    assert len(lives.read_text()) == 1 + RESTARTS
    assert "started again" in caplog.text


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_nonsense_from_the_child_counts_as_its_end(
    sound: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nonsense = ("tell('device_back')", "sys.stdout.write('Traceback: no')", "sys.stdout.flush()")
    one = sound(script(tmp_path, *nonsense, "sys.stdin.buffer.read()"))
    one.wait_for(SoundState.PLAYING)
    one.wait_for(SoundState.STARTING)
    one.wait_for(SoundState.PLAYING)
    assert "talks nonsense" in caplog.text


@pytest.mark.usefixtures("caplog")  # logs warnings on purpose
def test_a_child_that_does_not_listen_holds_nobody_up(
    sound: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Far more than a pipe holds goes out, and each call returns; the deaf child is replaced."""
    one = sound(script(tmp_path, "tell('device_back')", "threading.Event().wait()"))
    one.wait_for(SoundState.PLAYING)
    deaf = one.client.pid
    for _ in range(400):
        one.client.schedule([(float(n), "pip") for n in range(200)])
    one.wait_for(SoundState.PLAYING)
    assert one.client.pid != deaf
    assert "stopped listening" in caplog.text


def test_close_ends_a_child_that_hangs(tmp_path: Path) -> None:
    heard = queue.Queue[SoundState]()
    client = AudioClient(script(tmp_path, "tell('device_back')", "threading.Event().wait()"), heard.put)
    client.start()
    assert heard.get(timeout=DEADLINE_S) is SoundState.PLAYING
    client.close()
    client.close()
    assert client.state is SoundState.OFF
    assert client.pid is None


def test_close_at_once_after_start() -> None:
    client = AudioClient(NULL_PLAYER)
    client.start()
    client.close()
    assert client.pid is None


def test_the_child_holds_no_file_of_ours(sound: Start, tmp_path: Path) -> None:
    with (tmp_path / "store.sqlite").open("w") as store:
        os.set_inheritable(store.fileno(), True)
        one = sound(NULL_PLAYER)
        one.wait_for(SoundState.PLAYING)
        held = {str(link.readlink()) for link in Path(f"/proc/{one.client.pid}/fd").iterdir()}
        assert store.name not in held
