"""A message bus of one's own, and a screen saver on it that behaves as it is told."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return

from trainer.desktop.bus import Bus, BusFault

DEADLINE_S = 30.0
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
SCREEN_SAVER = "org.freedesktop.ScreenSaver"

# No service files: nothing of the machine's own desktop is ever started.
CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def join(name: str) -> None:
    """Waits for the end of the threads of that name."""
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(DEADLINE_S)


class PrivateBus:
    """`with PrivateBus(folder) as bus`: a dbus-daemon behind a socket in that folder (of a short path)."""

    def __init__(self, folder: Path) -> None:
        self._config = folder / "bus.conf"
        self._config.write_text(CONFIG.format(socket=folder / "bus"))
        self.address = f"unix:path={folder / 'bus'}"
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> PrivateBus:
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout
        assert self._process.stdout.readline().startswith("unix:"), "dbus-daemon did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.die()

    def die(self) -> None:
        """Kills it, as a crash would."""
        if self._process and self._process.stdout:
            self._process.kill()
            self._process.wait()
            self._process.stdout.close()
            self._process = None


class Service:
    """Something on the bus with a thread of its own; `take` answers, `wait_until` looks on."""

    hears = ("NameOwnerChanged",)
    """The signals it is told of."""

    def __init__(self, name: str) -> None:
        self._changed = threading.Condition()
        self._stopping = False
        self.bus = Bus()
        for member in self.hears:
            self.bus.call(BUS, "AddMatch", "s", (f"type='signal',member='{member}'",))
        assert self.bus.own(name)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def __enter__(self) -> Service:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.die()

    def die(self) -> None:
        """Leaves the bus without a word."""
        self._stopping = True
        self.bus.wake()
        self._thread.join()
        self.bus.close()

    def wait_until(self, true: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(true, DEADLINE_S), "it did not come"

    def take(self, member: str, sender: str, message: Message) -> None:
        """Answers a call."""

    def gone(self, sender: str) -> None:
        """Somebody left the bus."""

    def _run(self) -> None:
        try:
            while not self._stopping:
                message = self.bus.receive()
                if message is not None:
                    with self._changed:
                        self._look_at(message)
                        self._changed.notify_all()
        except BusFault:
            return  # the bus was killed

    def _look_at(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.method_call:
            self.take(fields[HeaderFields.member], fields[HeaderFields.sender], message)
        elif fields.get(HeaderFields.member) == "NameOwnerChanged":
            name, _before, now = message.body
            if not now:
                self.gone(name)


class ScreenSaver(Service):
    """`held` are (who, name, reason) by cookie; a cookie is forgotten with its owner.

    `fewest_since` is the smallest number held since there was one.
    """

    def __init__(self, name: str = SCREEN_SAVER, *, grants: bool = True, answers: bool = True) -> None:
        self.grants, self.answers = grants, answers
        self.held: dict[int, tuple[str, str, str]] = {}
        self.asked = self.taken_back = 0
        self.fewest_since: int | None = None
        self.left: set[str] = set()
        self.owed: list[Message] = []
        super().__init__(name)

    def __enter__(self) -> ScreenSaver:
        return self

    def take(self, member: str, sender: str, message: Message) -> None:
        if member.lower() == "uninhibit":
            self.taken_back += 1
            self.held.pop(message.body[0], None)
        elif member == "Inhibit":
            self.asked += 1
            if self.grants:
                reason = message.body[1 if len(message.body) == 2 else 2]
                self.held[self.asked] = (sender, message.body[0], reason)
        self._count()
        if self.answers:
            self._answer(message)
        else:
            self.owed.append(message)

    def gone(self, sender: str) -> None:
        self.left.add(sender)
        self.held = {cookie: one for cookie, one in self.held.items() if one[0] != sender}
        self._count()

    def answer_late(self) -> None:
        """Answers what was left unanswered so far."""
        while self.owed:
            self._answer(self.owed.pop(0))

    def _answer(self, message: Message) -> None:
        if message.header.fields[HeaderFields.member] != "Inhibit":
            self.bus.send(new_method_return(message))
        elif self.grants:
            self.bus.send(new_method_return(message, "u", (self.asked,)))
        else:
            self.bus.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))

    def _count(self) -> None:
        if self.held or self.fewest_since is not None:
            self.fewest_since = min(len(self.held), self.fewest_since or len(self.held))
