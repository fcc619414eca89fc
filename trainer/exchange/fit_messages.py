"""A FIT file as its messages, one after the other; what is damaged or wild is a sentence."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitEOFError, FitError, FitReader

from trainer.domain.transfer import Pulse
from trainer.errors import ExchangeError

MOST_MESSAGES = 200_000
MOST_FIELDS = 2_000_000
_AT_ONCE = 200
_NONSENSE = (
    AssertionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the decoder raises beside its own errors for bytes that no watch writes."""


class Message:
    """One message, with its values as numbers or words; what is absent or of another kind is None."""

    __slots__ = ("_frame", "name")

    def __init__(self, frame: FitDataMessage) -> None:
        self._frame = frame
        self.name = str(frame.name)

    def number(self, field: str) -> float | None:
        """In the unit that the profile gives."""
        value = self._frame.get_value(field, fallback=None)
        return float(value) if isinstance(value, int | float) else None

    def word(self, field: str) -> str:
        """A name of the profile; empty where the value has none."""
        value = self._frame.get_value(field, fallback=None)
        return value if isinstance(value, str) else ""


def messages(path: Path, pulse: Pulse) -> Iterator[Message]:
    """All messages in the order of the file; `pulse` is told how far it has been read.

    Raises ExchangeError for what is cut off, has a wrong checksum, or is longer than any watch's file, and
    what the pulse raises.
    """
    size = path.stat().st_size
    fields = 0
    with path.open("rb") as file:
        # Without a processor the values stay numbers: a date that no calendar has cannot break it.
        reader = FitReader(
            file, processor=None, check_crc=CrcCheck.RAISE, error_handling=ErrorHandling.IGNORE
        )
        frames = iter(reader)
        for count in range(MOST_MESSAGES):
            if count % _AT_ONCE == 0:
                pulse(min(file.tell() / size, 1))
            try:
                frame = next(frames, None)
            except FitEOFError:
                raise ExchangeError(
                    f"{path.name} is cut off; fetch it again from the watch or the site."
                ) from None
            except (FitError, *_NONSENSE):
                raise ExchangeError(
                    f"{path.name} is damaged: it is not what the watch wrote. Fetch it again."
                ) from None
            if frame is None:
                return
            if isinstance(frame, FitDataMessage):
                fields += len(frame.fields)
                if fields > MOST_FIELDS:
                    break
                yield Message(frame)
    raise ExchangeError(f"{path.name} is longer than any run; nothing was taken from it.")
