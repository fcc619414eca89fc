"""Short notices on the desktop, by the freedesktop notification service. No daemon of ours; Linux alone."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

APP_NAME = "Stride Trainer"
DESKTOP_ENTRY = "stride-trainer"
SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_AS_THE_DESKTOP_DOES = -1

_log = logging.getLogger(__name__)


class Notices:
    """Shows notices. Every call returns at once and never raises.

    A thread talks to the desktop, as a service that hangs keeps it for seconds.
    """

    def show(self, text: str, refused: Callable[[], None]) -> None:
        """Shows one line of plain text; `refused` is called on another thread where the desktop does not."""
        threading.Thread(target=_show, args=(text, refused), name="notice", daemon=True).start()


def _show(text: str, refused: Callable[[], None]) -> None:
    # Start-up: 30 ms of imports, for a notice that comes once a day, if at all.
    from jeepney import DBusAddress

    from trainer.desktop.bus import Bus, BusFault

    # The line is the summary, which is plain text; a body would be read as markup.
    hints = {"desktop-entry": ("s", DESKTOP_ENTRY)}
    notice: tuple[object, ...] = (APP_NAME, 0, "", text, "", [], hints, _AS_THE_DESKTOP_DOES)
    try:
        bus = Bus()
        try:
            bus.call(DBusAddress(PATH, SERVICE, SERVICE), "Notify", "susssasa{sv}i", notice)
        finally:
            bus.close()
    except BusFault as fault:
        _log.info("the desktop shows no notices: %s", fault)
        refused()
