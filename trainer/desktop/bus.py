"""The desktop session's D-Bus: one connection, whose every wait is bounded.

jeepney makes and reads the messages. The sending and receiving is our own: its blocking connection waits
without end for the bus's first answer, and the one that can be woken leaks two file descriptors.
"""

from __future__ import annotations

import selectors
import socket
import time
from collections import deque
from contextlib import suppress
from itertools import count
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Parser, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket

ANSWER_S = 2.0
"""How long a service may take; the screen savers and buses seen answer within milliseconds (own rule)."""

_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_CHUNK_BYTES = 4096


class BusFault(Exception):
    """The bus or who was called does not answer as it should; it never leaves this package."""


class Bus:
    """A connection to the session's bus for one thread; only `wake` may be called from others."""

    def __init__(self) -> None:
        """Connects. Raises BusFault where there is no bus, or none that answers."""
        self.name = ""
        try:
            self._socket = prep_socket(get_bus("SESSION"), timeout=ANSWER_S)
        except (OSError, KeyError, ValueError, RuntimeError, AuthenticationError) as error:
            raise BusFault(f"no session bus: {error!r}") from error
        self._socket.settimeout(ANSWER_S)
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        self._selector = selectors.DefaultSelector()
        for source in (self._socket, self._ear):
            self._selector.register(source, selectors.EVENT_READ)
        self._parser = Parser()
        self._serials = count(1)
        self._early: deque[Message] = deque()
        self._woken = False
        try:
            (self.name,) = self.call(_BUS, "Hello")
        except BusFault:
            self.close()
            raise

    def own(self, name: str) -> bool:
        """Takes a well-known name; False when somebody else has it. Raises BusFault."""
        do_not_queue, now_mine = 4, 1
        return bool(self.call(_BUS, "RequestName", "su", (name, do_not_queue)) == (now_mine,))

    def call(
        self, address: DBusAddress, method: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> tuple[Any, ...]:
        """Calls a method and returns what it answers. Raises BusFault, also after `ANSWER_S` of silence.

        What else comes in meanwhile is kept for `receive`.
        """
        serial = next(self._serials)
        self._send(new_method_call(address, method, signature or None, body), serial)
        until = time.monotonic() + ANSWER_S
        while (left_s := until - time.monotonic()) > 0:
            message = self._read(left_s)
            if message is None:
                continue
            if message.header.fields.get(HeaderFields.reply_serial) != serial:
                self._early.append(message)
            elif message.header.message_type is MessageType.error:
                raise BusFault(f"{method}: {message.header.fields.get(HeaderFields.error_name)}")
            else:
                return tuple(message.body)
        raise BusFault(f"{method}: no answer within {ANSWER_S:g} s")

    def send(self, message: Message) -> None:
        """Sends a signal or a reply. Raises BusFault."""
        self._send(message, next(self._serials))

    def receive(self) -> Message | None:
        """Waits for the next message, or for `wake`: then None. Raises BusFault when the bus is gone."""
        if self._early:
            return self._early.popleft()
        message = None if self._woken else self._read(None)
        self._woken = False
        return message

    def wake(self) -> None:
        """Lets `receive` return, now or when it is called next. For any thread; nothing after `close`."""
        with suppress(OSError):  # closed, or woken so often that one more does not count
            self._mouth.send(b"!")

    def close(self) -> None:
        """Ends the connection; with it the bus takes names and requests back."""
        self._selector.close()
        for one in (self._socket, self._ear, self._mouth):
            one.close()

    def _send(self, message: Message, serial: int) -> None:
        try:
            self._socket.sendall(message.serialise(serial))
        except OSError as error:
            raise BusFault(f"the bus does not listen: {error!r}") from error

    def _read(self, timeout_s: float | None) -> Message | None:
        """The next message; None when the time is over or somebody called `wake`."""
        while (message := self._parser.get_next_message()) is None:
            ready = [key.fileobj for key, _ in self._selector.select(timeout_s)]
            if self._ear in ready:
                self._ear.recv(_CHUNK_BYTES)
                self._woken = True
            if self._socket not in ready:
                return None
            self._parser.add_data(self._received())
        return message

    def _received(self) -> bytes:
        try:
            data: bytes = self._socket.recv(_CHUNK_BYTES)
        except OSError as error:
            raise BusFault(f"the bus is gone: {error!r}") from error
        if not data:
            raise BusFault("the bus is gone")
        return data
