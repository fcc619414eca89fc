"""Frames on the two pipes between window and player.

A frame is four bytes of length (big-endian), then one JSON object, whose `type` is one of

- to the player: `schedule` (`cues`: list of [monotonic_s, clip]; replaces what has not begun), `play`
  (`clip`), `volume` (`volume`: 0 to 1), `flush`, `release` (lets the device go until
  the next `play`, `prepare`, or `schedule` with cues), `prepare`, `quit`;
- from the player: `ready` (`clips`), `device_back` (`backend`; when a device is first found, too),
  `no_device` (`reason`), `position` (`position`, `at_s`; twice a second), `started` (`clip`,
  `position`, `at_s`), `dropped` (`count`: cues whose moment had passed), `underrun` (`position`,
  `slipped_s`: a gap was heard), `realigned` (likewise: drift, or gaps too short to hear),
  `unknown_clip` (`clip`), `bad_message` (`reason`).
"""

from __future__ import annotations

import json
from typing import Any, Protocol

Message = dict[str, Any]

MAX_BYTES = 8 * 1024 * 1024
_LENGTH_BYTES = 4


class BrokenFrame(ValueError):
    """The other end speaks something else; nothing after this can be read."""


class Readable(Protocol):
    """A blocking byte stream that gives fewer bytes than asked for only at its end."""

    def read(self, size: int, /) -> bytes: ...


def encode(message: Message) -> bytes:
    """The frame that carries a message."""
    body = json.dumps(message, separators=(",", ":"), allow_nan=False).encode()
    return len(body).to_bytes(_LENGTH_BYTES, "big") + body


def read_message(stream: Readable) -> Message | None:
    """The next message; None when the other end has closed. Raises BrokenFrame."""
    head = stream.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    if length > MAX_BYTES:
        raise BrokenFrame(f"a frame of {length} bytes")
    body = stream.read(length)
    if len(body) < length:
        return None
    return _parsed(body)


def _parsed(body: bytes) -> Message:
    try:
        message = json.loads(body)
    except ValueError as error:
        raise BrokenFrame("a frame that is not JSON") from error
    if not isinstance(message, dict):
        raise BrokenFrame("a frame that is not an object")
    return message
