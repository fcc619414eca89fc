"""A session as a player on a real bus, asked by other programs."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from queue import SimpleQueue
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message

from tests.desktop.private_bus import BUS, DEADLINE_S, PrivateBus, Service, join
from trainer.desktop.bus import Bus, BusFault
from trainer.desktop.media_keys import MediaKey, MediaKeys, NowPlaying

NAME = "org.mpris.MediaPlayer2.stride_trainer"
PATH = "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
NOW = NowPlaying(3, "Nordic curl", "Set 2 of 3", "Hamstrings for runners", running=True)


class Listener(Service):
    """A desktop that looks for players, and hears what they tell."""

    hears = ("NameOwnerChanged", "PropertiesChanged")

    def __init__(self) -> None:
        self.owners: dict[str, str] = {}
        self.told: list[dict[str, Any]] = []
        super().__init__("org.example.Desktop")

    def __enter__(self) -> Listener:
        return self

    def _look_at(self, message: Message) -> None:
        member = message.header.fields.get(HeaderFields.member)
        if member == "NameOwnerChanged":
            name, _before, now = message.body
            self.owners[name] = now
        elif member == "PropertiesChanged":
            self.told.append(plain(message.body[1]))


def plain(value: Any) -> Any:
    """Without the signatures of variants."""
    if isinstance(value, tuple):
        return plain(value[1])
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


@pytest.fixture
def listener(bus: PrivateBus) -> Iterator[Listener]:
    with Listener() as listener:
        yield listener


@pytest.fixture
def client(bus: PrivateBus) -> Iterator[Bus]:
    """Another program, such as the desktop's own handler of the keys."""
    client = Bus()
    yield client
    client.close()


@pytest.fixture
def pressed() -> SimpleQueue[MediaKey]:
    return SimpleQueue()


@pytest.fixture
def keys(listener: Listener, pressed: SimpleQueue[MediaKey]) -> Iterator[MediaKeys]:
    """The keys of a session that has begun."""
    keys = MediaKeys(pressed.put)
    keys.show(NOW)
    listener.wait_until(lambda: bool(listener.owners.get(NAME)))
    yield keys
    keys.close()
    listener.wait_until(lambda: not listener.owners[NAME])


def ask(client: Bus, member: str, *arguments: str, interface: str = PLAYER) -> Any:
    signature = "s" * len(arguments)
    answer = client.call(DBusAddress(PATH, NAME, interface), member, signature, arguments)
    return plain(answer[0]) if answer else None


def properties(client: Bus, interface: str) -> Any:
    return ask(client, "GetAll", interface, interface="org.freedesktop.DBus.Properties")


@pytest.mark.parametrize("key", list(MediaKey))
def test_each_key_comes_through(
    client: Bus, keys: MediaKeys, pressed: SimpleQueue[MediaKey], key: MediaKey
) -> None:
    assert ask(client, key.value) is None
    assert pressed.get(timeout=DEADLINE_S) is key


def test_a_key_from_a_program_that_knows_nothing_of_us(
    client: Bus, keys: MediaKeys, pressed: SimpleQueue[MediaKey]
) -> None:
    """dbus-send is D-Bus's own; it waits for no reply here."""
    call = ["dbus-send", "--session", "--type=method_call", f"--dest={NAME}", PATH, f"{PLAYER}.PlayPause"]
    subprocess.run(call, check=True, env=os.environ, timeout=DEADLINE_S)
    assert pressed.get(timeout=DEADLINE_S) is MediaKey.PLAY_PAUSE
    reply = subprocess.run(
        [
            *call[:3],
            "--print-reply",
            *call[3:5],
            "org.freedesktop.DBus.Properties.GetAll",
            f"string:{PLAYER}",
        ],
        check=True,
        env=os.environ,
        timeout=DEADLINE_S,
        capture_output=True,
        text=True,
    )
    assert 'string "Nordic curl"' in reply.stdout


@pytest.mark.parametrize("member", ["Stop", "Seek"])
@pytest.mark.parametrize("interface", [PLAYER, ROOT])
def test_no_program_ends_a_session_or_moves_it_about(
    client: Bus, keys: MediaKeys, pressed: SimpleQueue[MediaKey], member: str, interface: str
) -> None:
    ask(client, member, interface=interface)
    ask(client, "Quit", interface=ROOT)
    ask(client, "Next")
    assert pressed.get(timeout=DEADLINE_S) is MediaKey.NEXT
    assert pressed.empty()


def test_what_it_is_and_what_goes_on(client: Bus, keys: MediaKeys) -> None:
    root = properties(client, ROOT)
    assert (root["Identity"], root["DesktopEntry"]) == ("Stride Trainer", "stride-trainer")
    assert not root["CanQuit"]
    player = properties(client, PLAYER)
    assert player["PlaybackStatus"] == "Playing"
    assert player["Metadata"]["xesam:title"] == "Nordic curl"
    assert player["Metadata"]["xesam:album"] == "Set 2 of 3"
    assert player["Metadata"]["xesam:artist"] == ["Hamstrings for runners"]
    assert [name for name, can in player.items() if name.startswith("Can") and not can] == ["CanSeek"]


def test_one_property_at_a_time(client: Bus, keys: MediaKeys) -> None:
    where = "org.freedesktop.DBus.Properties"
    assert ask(client, "Get", PLAYER, "PlaybackStatus", interface=where) == "Playing"
    for wrong in (("Get", PLAYER, "Loudness"), ("Get", "org.example.Other", "PlaybackStatus")):
        with pytest.raises(BusFault, match="UnknownProperty"):
            ask(client, *wrong, interface=where)
    with pytest.raises(BusFault, match="PropertyReadOnly"):
        client.call(DBusAddress(PATH, NAME, where), "Set", "ssv", (PLAYER, "Volume", ("d", 0.0)))
    with pytest.raises(BusFault, match="InvalidArgs"):
        ask(client, "GetAll", interface=where)


def test_what_changes_is_told(listener: Listener, client: Bus, keys: MediaKeys) -> None:
    keys.show(replace(NOW, running=False))
    listener.wait_until(lambda: len(listener.told) == 1)
    assert listener.told[0]["PlaybackStatus"] == "Paused"
    keys.show(replace(NOW, running=False))
    keys.show(NowPlaying(4, "Single-leg RDL", "Set 1 of 2 · Left", "Hamstrings for runners", running=True))
    listener.wait_until(lambda: len(listener.told) == 2)
    assert listener.told[1]["Metadata"]["xesam:album"] == "Set 1 of 2 · Left"
    assert properties(client, PLAYER)["Metadata"]["xesam:title"] == "Single-leg RDL"


def test_it_describes_itself(client: Bus, keys: MediaKeys) -> None:
    text = ask(client, "Introspect", interface="org.freedesktop.DBus.Introspectable")
    described = dict(re.findall(r'<interface name="(\S+?)">(.*?)</interface>', text, re.DOTALL))
    for interface in (ROOT, PLAYER):
        named = set(re.findall(r'<property name="(\w+)"', described[interface]))
        assert named == set(properties(client, interface))
    assert ask(client, "Ping", interface="org.freedesktop.DBus.Peer") is None
    with pytest.raises(BusFault, match="UnknownMethod"):
        ask(client, "Sing")


def test_closed_the_keys_belong_to_others(
    listener: Listener, client: Bus, keys: MediaKeys, pressed: SimpleQueue[MediaKey]
) -> None:
    keys.close()
    listener.wait_until(lambda: not listener.owners[NAME])
    with pytest.raises(BusFault, match="ServiceUnknown"):
        ask(client, "Next")
    keys.show(NOW)
    assert client.call(BUS, "NameHasOwner", "s", (NAME,)) == (False,)
    assert pressed.empty()


def test_a_second_window_takes_a_name_of_its_own(listener: Listener, keys: MediaKeys) -> None:
    second = MediaKeys(SimpleQueue().put)
    second.show(NOW)
    listener.wait_until(lambda: bool(listener.owners.get(f"{NAME}.instance{os.getpid()}")))
    second.close()
    listener.wait_until(lambda: not listener.owners[f"{NAME}.instance{os.getpid()}"])


def test_closed_before_the_bus_answered_it_takes_nothing(listener: Listener) -> None:
    keys = MediaKeys(SimpleQueue().put)
    keys.show(NOW)
    keys.close()
    join("media-keys")
    listener.wait_until(lambda: not listener.owners.get(NAME))


def test_without_a_bus_there_are_no_keys_and_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    keys = MediaKeys(SimpleQueue().put)
    keys.show(NOW)
    keys.show(replace(NOW, track=4))
    keys.close()


def test_the_end_of_the_bus_is_survived(bus: PrivateBus, listener: Listener) -> None:
    keys = MediaKeys(SimpleQueue().put)
    keys.show(NOW)
    listener.wait_until(lambda: bool(listener.owners.get(NAME)))
    bus.die()
    keys.show(replace(NOW, track=4))
    keys.close()
