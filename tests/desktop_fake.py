"""The desktop of tests of what stands above it: asks nothing of the machine's own, remembers everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from trainer.desktop.desktop import Desktop
from trainer.desktop.media_keys import MediaKey, NowPlaying


@dataclass
class RecordedAwake:
    """`turns` are the changes: True for held, False for released."""

    held: bool = False
    turns: list[bool] = field(default_factory=list)

    def hold(self) -> None:
        self._turn(held=True)

    def release(self) -> None:
        self._turn(held=False)

    def _turn(self, *, held: bool) -> None:
        if held is not self.held:
            self.held = held
            self.turns.append(held)


@dataclass
class RecordedKeys:
    """Media keys that are pressed by calling `on_key`."""

    on_key: Callable[[MediaKey], None]
    shown: list[NowPlaying] = field(default_factory=list)
    closed: bool = False

    def show(self, now: NowPlaying) -> None:
        self.shown.append(now)

    def close(self) -> None:
        self.closed = True


@dataclass
class RecordedNotices:
    """`refuses` has the desktop show none of them."""

    shown: list[str] = field(default_factory=list)
    refuses: bool = False

    def show(self, text: str, refused: Callable[[], None]) -> None:
        if self.refuses:
            refused()
        else:
            self.shown.append(text)


class RecordingDesktop:
    """`desktop` is what a window is given; `keys` are those of each session so far."""

    def __init__(self) -> None:
        self.awake = RecordedAwake()
        self.keys: list[RecordedKeys] = []
        self.notices = RecordedNotices()
        self.desktop = Desktop(self.awake, self._make_keys, self.notices)

    def make(self) -> Desktop:
        return self.desktop

    def _make_keys(self, on_key: Callable[[MediaKey], None]) -> RecordedKeys:
        self.keys.append(RecordedKeys(on_key))
        return self.keys[-1]
