"""One request to the desktop to leave the screen on; wakepy knows how each desktop is asked."""

from __future__ import annotations

import logging
import sys

from wakepy import DBusAdapter, keep

if sys.platform == "linux":  # elsewhere there is neither a bus nor jeepney
    from trainer.desktop.bus_adapter import BusAdapter

    ADAPTER: type[DBusAdapter] | None = BusAdapter
else:
    ADAPTER = None

_log = logging.getLogger(__name__)


class Inhibition:
    """Asks when it is made, for some seconds at the worst; made, looked at and ended on one thread."""

    def __init__(self) -> None:
        self._mode = keep.presenting(on_fail="pass", dbus_adapter=ADAPTER)
        self._mode.__enter__()

    @property
    def refusal(self) -> str:
        """Why the screen may go dark; empty when it stays on."""
        return "" if self._mode.active else self._mode.result.get_failure_text(style="inline")

    def end(self) -> None:
        """Takes the request back; where nobody listens any more, the connection's end does."""
        try:
            self._mode.__exit__(None, None, None)
        except RuntimeError as error:  # wakepy's only way to say that the service did not answer
            _log.info("the desktop did not hear that the screen may go dark: %s", error)
