"""The desktop that a session runs on, as the window is given it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from trainer.desktop.awake import Awake
from trainer.desktop.media_keys import MediaKey, MediaKeys, NowPlaying
from trainer.desktop.notices import Notices


class KeepsAwake(Protocol):
    """Keeps the screen awake; no call blocks or raises."""

    def hold(self) -> None: ...

    def release(self) -> None: ...


class TakesKeys(Protocol):
    """Takes the media keys while a session is shown to the desktop; no call blocks or raises."""

    def show(self, now: NowPlaying) -> None: ...

    def close(self) -> None: ...


class ShowsNotices(Protocol):
    """Shows a line of text beside other programs' notices; no call blocks or raises."""

    def show(self, text: str, refused: Callable[[], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class Desktop:
    """`make_media_keys` and `notices` are None where the desktop's way to them is not to be had."""

    awake: KeepsAwake
    make_media_keys: Callable[[Callable[[MediaKey], None]], TakesKeys] | None = None
    notices: ShowsNotices | None = None


def this_desktop() -> Desktop:
    """The desktop this program runs on.

    On macOS and Windows media keys would need the systems' now-playing services, which are not to be had
    here; there they reach a session as ordinary keys, as far as the system hands them to its window. The
    notices there are the window's own.
    """
    if not sys.platform.startswith("linux"):
        return Desktop(Awake())
    return Desktop(Awake(), MediaKeys, Notices())
