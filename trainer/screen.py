"""Whether there is a screen to open a window on; asked before Qt, which ends the whole program where not."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

_OF_THIS_COMPUTER = re.compile(r":(\d{1,4})(\.\d+)?")
_SOCKET = "/tmp/.X11-unix/X{}"  # noqa: S108 -- X's own place
_FIRST_PORT = 6000


def lacking_screen(environ: Mapping[str, str]) -> str | None:
    """What to tell the user when no window can be shown; None when one can, as far as can be told cheaply.

    Asks on Linux alone, and only of an X server of this computer; another answers for itself.
    """
    if sys.platform != "linux" or environ.get("QT_QPA_PLATFORM") or environ.get("WAYLAND_DISPLAY"):
        return None
    display = environ.get("DISPLAY")
    if not display:
        return _sentence("there is none here")
    local = _OF_THIS_COMPUTER.fullmatch(display)
    if local and not _answers(int(local[1])):
        return _sentence(f"nothing answers at DISPLAY={display}")
    return None


def _sentence(why: str) -> str:
    return f"Stride Trainer needs a screen, and {why}; the commands work without one: try --help."


def _answers(number: int) -> bool:
    """Tries what X's own library tries: the abstract name, the file, and the port of this computer."""
    import _socket  # start-up saving: `socket` around it takes 5 ms

    path = _SOCKET.format(number)
    places: list[tuple[int, str | tuple[str, int]]] = [
        (_socket.AF_UNIX, f"\0{path}"),
        (_socket.AF_UNIX, path),
        (_socket.AF_INET, ("127.0.0.1", _FIRST_PORT + number)),
    ]
    for family, address in places:
        asked = _socket.socket(family, _socket.SOCK_STREAM)
        try:
            asked.connect(address)
        except OSError:
            continue
        else:
            return True
        finally:
            asked.close()
    return False
